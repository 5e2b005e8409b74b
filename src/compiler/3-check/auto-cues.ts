/** Cues for a narration without any: each step of a visual is shown when its words are spoken (authoring 1.2.5). */
import type { Sentence } from '../../course/narration.ts';
import { stepsOf, type Visual, type VisualStep } from '../../course/visual.ts';
import { beginsWith, containsAll, labelWords, ordinalOf, shareOf, wordsOf, type Word } from './match-words.ts';

/** Where in the narration a step is shown. */
interface Spot {
  sentence: number;
  at: number;
}

interface Heard {
  words: Word[];
  /** Of the sentence without “One:” before it. */
  opening: Word[];
  ordinal: number | null;
  text: string;
}

/** A slide of half an hour. In longer ones the words of a label say nothing about the time, and everything is shown at first. */
const mostSentences = 500;

/** With a written `[SHOW]` nothing is added. Steps that are never named come along with the one before them. */
export function withAutomaticCues(sentences: readonly Sentence[], visuals: readonly Visual[]): Sentence[] {
  const written = sentences.some(({ cues }) => cues.some((cue) => cue.do === 'show'));
  if (written || visuals.length === 0 || sentences.length === 0) return [...sentences];
  const heard = sentences.slice(0, mostSentences).map(({ text }): Heard => {
    const ordinal = ordinalOf(text);
    return { words: wordsOf(text), opening: wordsOf(text.slice(ordinal?.length ?? 0)), ordinal: ordinal?.number ?? null, text };
  });
  let first = 1;
  const shown = visuals.flatMap((visual) => {
    const spots = spotsOf(visual, heard);
    const numbered = spots.map((spot, i) => ({ spot, step: first + i }));
    first += spots.length;
    return numbered;
  });
  return sentences.map((sentence, index) => {
    const here = shown.filter(({ spot }) => spot.sentence === index);
    const offsets = [...new Set(here.map(({ spot }) => spot.at))];
    const cues = offsets.map((at) => ({ do: 'show' as const, at, steps: here.filter(({ spot }) => spot.at === at).map(({ step }) => step), automatic: true }));
    return { ...sentence, cues: [...sentence.cues, ...cues].sort((a, b) => a.at - b.at) };
  });
}

/** One spot for each step. */
function spotsOf(visual: Visual, heard: readonly Heard[]): Spot[] {
  const steps = stepsOf(visual);
  if (heard.length === mostSentences) return steps.map(() => ({ sentence: 0, at: 0 }));
  const tags = visual.kind === 'axis' ? visual.tags.length : 0;
  const main = steps.slice(0, steps.length - tags);
  // Files are told in any order, and each has a name of its own.
  if (visual.kind === 'filetree') return filled(main.map((step) => byBeginning([step], heard)[0] ?? find(step, heard, 0)));
  const forward = assign(main, heard);
  // A scale may be told from its other end.
  const backward = visual.kind === 'axis' ? assign([...main].reverse(), heard).reverse() : [];
  const count = (spots: readonly (Spot | null)[]): number => spots.filter((spot) => spot !== null).length;
  const isBackward = count(backward) > count(forward);
  const best = isBackward ? filled(backward.reverse()).reverse() : filled(forward);
  const last = heard.length - 1;
  const tagged = steps.slice(main.length).map((step) => find(step, heard, 0) ?? { sentence: last, at: 0 });
  return [...best, ...tagged];
}

/** By sentences that begin with a label, then by those that contain it, never before the step that was shown last. */
function assign(steps: readonly VisualStep[], heard: readonly Heard[]): (Spot | null)[] {
  const spots = byBeginning(steps, heard);
  let from: Spot = { sentence: 0, at: 0 };
  return steps.map((step, i) => {
    const begun = spots[i] ?? null;
    const until = spots.slice(i + 1).find((spot) => spot !== null)?.sentence ?? heard.length;
    const spot = begun ?? find(step, heard.slice(0, until), from.sentence) ?? nearlyFind(step, heard.slice(0, until), from.sentence);
    if (spot === null || isBefore(spot, from)) return null;
    from = spot;
    return spot;
  });
}

/** Ordinals first: “One:”, “Two:” name steps by their number, whatever their words are. */
function byBeginning(steps: readonly VisualStep[], heard: readonly Heard[]): (Spot | null)[] {
  const counted = steps.map((_, i) => heard.findIndex(({ ordinal }) => ordinal === i + 1));
  if (counted.every((sentence, i) => sentence > (counted[i - 1] ?? -1))) return counted.map((sentence) => ({ sentence, at: 0 }));
  let from = 0;
  return steps.map((step) => {
    const label = labelWords(step.label);
    const sentence = heard.findIndex(({ opening }, i) => i >= from && beginsWith(opening, label));
    if (sentence < 0) return null;
    from = sentence;
    return { sentence, at: 0 };
  });
}

/** The first sentence from `from` on that contains all of a label's words; the spot is the clause in which they begin. */
function find(step: VisualStep, heard: readonly Heard[], from: number): Spot | null {
  const label = labelWords(step.label);
  for (let sentence = from; sentence < heard.length; sentence++) {
    const here = heard[sentence];
    const at = here === undefined ? null : containsAll(here.words, label);
    if (here !== undefined && at !== null) return { sentence, at: clauseStart(here.text, at) };
  }
  return null;
}

/** A label of several words may be said in others: the sentence that has most of them, and at least half. */
function nearlyFind(step: VisualStep, heard: readonly Heard[], from: number): Spot | null {
  const label = labelWords(step.label);
  if (label.length < 4) return null;
  const shares = heard.map(({ words }, sentence) => (sentence < from ? 0 : shareOf(words, label)));
  const best = Math.max(0, ...shares);
  return best < 0.5 ? null : { sentence: shares.indexOf(best), at: 0 };
}

function clauseStart(text: string, at: number): number {
  const before = text.slice(0, at);
  const sign = Math.max(...[',', ';', ':', '—', '–', '、', '،', '：', '；', '，'].map((each) => before.lastIndexOf(each)));
  if (sign < 0) return 0;
  const rest = text.slice(sign + 1);
  return sign + 1 + rest.length - rest.trimStart().length;
}

function isBefore(a: Spot, b: Spot): boolean {
  return a.sentence < b.sentence || (a.sentence === b.sentence && a.at < b.at);
}

/** Steps without a spot are shown with the one before them, at first with the slide itself. */
function filled(spots: readonly (Spot | null)[]): Spot[] {
  let last: Spot = { sentence: 0, at: 0 };
  return spots.map((spot) => (last = spot ?? last));
}
