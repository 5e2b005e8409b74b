/** Cues in a script: `[SHOW 2]`, `[PAUSE 1s]`, `[SAY as "jif"]` and their kin become data, and leave the words (authoring 1.2.5). */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Cue, Sentence } from '../../course/narration.ts';
import type { Prose } from '../../course/prose.ts';
import type { VisualStep } from '../../course/visual.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { fold } from '../2-parse/table-language.ts';
import type { SourceText } from '../2-parse/source.ts';
import type { Report } from './report.ts';
import { sentencesIn } from './sentences.ts';
import type { CuedFile } from './slide-voices.ts';
import { childrenOf, plainText, span, type Offsets } from './tree.ts';

export interface CueContext {
  steps: readonly VisualStep[];
  slide: number;
  offsets: Offsets;
  source: SourceText;
  report: Report;
  /** Where the files that cues name are put. */
  files: CuedFile[];
}

const cue = /\s?\[(SHOW|HIDE|PAUSE|SAY|AUDIO|VIDEO)\b([^\]\n]{0,200})\]/g;

/** A cue whose place in the words is known; `say` is what the word before it sounds like. */
type Placed = Cue | { do: 'say'; at: number; as: string };

/** The narration without its cues, and what is said and done. */
export function readNarration(narration: Prose, context: CueContext): { prose: Prose; sentences: Sentence[] } {
  const sentences: Sentence[] = [];
  const prose = narration.flatMap((block) => {
    const kept = readBlock(block, sentences, context);
    return kept === null ? [] : [kept];
  });
  return { prose, sentences };
}

/** Blocks that hold words are read as one text; blocks that hold blocks, one after the other. null where nothing but cues stood. */
function readBlock(block: RootContent, sentences: Sentence[], context: CueContext): RootContent | null {
  if (block.type === 'code' || block.type === 'visual') return block;
  if (block.type === 'paragraph' || block.type === 'heading') {
    const spoken: Spoken = { text: '', cues: [] };
    noteAddresses(block.children, context);
    const children = block.children.flatMap((child) => withoutCues(child, spoken, context));
    for (const sentence of sentencesOf(spoken)) sentences.push(sentence);
    const isBare = block.type === 'paragraph' && spoken.cues.length > 0 && spoken.text.trim() === '';
    return isBare ? null : ({ ...block, children } as Paragraph);
  }
  if (!('children' in block)) return block;
  const children = childrenOf(block).flatMap((child) => readBlock(child, sentences, context) ?? []);
  return { ...block, children } as RootContent;
}

/** An address in a cue has become a link, so that the cue is no longer one text. */
function noteAddresses(words: readonly PhrasingContent[], { files, source }: CueContext): void {
  words.forEach((node, i) => {
    const next = words[i + 1];
    if (node.type !== 'text' || next?.type !== 'link' || !/\[(?:AUDIO|VIDEO)\s$/.test(node.value)) return;
    const { start, end } = span(next);
    files.push({ file: next.url, place: source.place(start, end) });
  });
}

interface Spoken {
  text: string;
  cues: Placed[];
}

function withoutCues(node: PhrasingContent, spoken: Spoken, context: CueContext): PhrasingContent[] {
  if (node.type === 'text') {
    const value = cutCues(node, spoken, context);
    return value === '' && node.value !== '' ? [] : [value === node.value ? node : { ...node, value }];
  }
  if (node.type === 'break') spoken.text += ' ';
  if (!('children' in node)) {
    spoken.text += plainText([node]);
    return [node];
  }
  const children = node.children.flatMap((child) => withoutCues(child, spoken, context));
  return [{ ...node, children } as PhrasingContent];
}

/** The words of a text node without cues; one space goes with each cue that stands between two words. */
function cutCues(node: Text, spoken: Spoken, context: CueContext): string {
  const { value } = node;
  let out = '';
  let from = 0;
  const keep = (words: string): void => {
    out += words;
    spoken.text += words.replace(/\s/g, ' ');
  };
  for (const match of value.matchAll(cue)) {
    const [whole, name = '', rest = ''] = match;
    keep(value.slice(from, match.index));
    from = match.index + whole.length;
    // At the beginning the space behind the cue goes instead.
    if (out.trim() === '' && /\s/.test(value[from] ?? '')) from++;
    const bracket = match.index + whole.indexOf('[');
    const place = (): Place => {
      const offset = context.offsets(node);
      return context.source.place(offset(bracket), offset(bracket + whole.trimStart().length));
    };
    const placed = readCue(name, rest.trim(), spoken.text.length, (params) => context.report.add('slide/cue-value', place(), { written: whole.trim(), ...params }), context);
    if (placed !== null) spoken.cues.push(placed);
    if (placed?.do === 'audio' || placed?.do === 'video') context.files.push({ file: placed.file, place: place() });
  }
  keep(value.slice(from));
  return out;
}

type CueFault = { problem: 'step' | 'seconds' | 'say' | 'file'; slide: number; known: string[]; near: string | null };

function readCue(name: string, rest: string, at: number, fault: (params: CueFault) => void, { steps, slide }: CueContext): Placed | null {
  const wrong = (problem: CueFault['problem'], known: string[] = [], near: string | null = null): null => {
    fault({ problem, slide, known, near });
    return null;
  };
  switch (name) {
    case 'SHOW':
    case 'HIDE': {
      const found = stepsNamed(rest, steps);
      const labels = steps.map(({ label }) => label);
      if (found.length === 0) return wrong('step', labels, /^\d/.test(rest) ? null : nearest(rest, labels));
      return { do: name === 'SHOW' ? 'show' : 'hide', at, steps: found, automatic: false };
    }
    case 'PAUSE': {
      const seconds = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:s|sec|secs|seconds?|sek)?\.?$/i.exec(rest)?.[1];
      return seconds === undefined ? wrong('seconds') : { do: 'pause', at, seconds: Number(seconds.replace(',', '.')) };
    }
    case 'SAY': {
      const as = /^as\s*["“„«']?(.+?)["”“»']?$/i.exec(rest)?.[1];
      return as === undefined ? wrong('say') : { do: 'say', at, as };
    }
    default:
      return rest === '' ? wrong('file') : { do: name === 'AUDIO' ? 'audio' : 'video', at, file: rest };
  }
}

/** `2`, `2-4`, `2, 4`, a label, or the name of a visual, which stands for all of its steps. Numbers count from 1. */
export function stepsNamed(written: string, steps: readonly VisualStep[]): number[] {
  const numbers = /^\d{1,2}(?:\s*[-–,]\s*\d{1,2})*$/.test(written) ? numbersIn(written) : null;
  if (numbers !== null) return numbers.every((number) => number >= 1 && number <= steps.length) ? numbers : [];
  const words = fold(written).replace(/^["'“„«]|["'”“»]$/g, '');
  const matching = (test: (step: VisualStep) => boolean): number[] => steps.flatMap((step, i) => (test(step) ? [i + 1] : []));
  const byLabel = matching(({ label }) => fold(label) === words);
  if (words === 'all') return matching(() => true);
  return byLabel.length > 0 ? byLabel.slice(0, 1) : matching(({ kind }) => kind === words);
}

function numbersIn(written: string): number[] {
  return written.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-–]/).map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  });
}

/** A cue between two sentences belongs to the one that follows, behind the last to the last; `say` to the word before it. */
function sentencesOf({ text, cues }: Spoken): Sentence[] {
  const stretches = sentencesIn(text);
  if (stretches.length === 0 && cues.length > 0) stretches.push({ start: 0, end: 0 });
  let next = 0;
  return stretches.map(({ start, end }, i) => {
    const words = text.slice(start, end);
    const placed: Placed[] = [];
    for (let each = cues[next]; each !== undefined && (i === stretches.length - 1 || (each.do === 'say' ? each.at <= end : each.at < end)); each = cues[++next]) {
      placed.push({ ...each, at: Math.min(Math.max(0, each.at - start), words.length) });
    }
    return { text: words, spoken: spokenWords(words, placed), cues: placed.filter((each): each is Cue => each.do !== 'say') };
  });
}

/** Each `say` takes the place of the word before it. */
function spokenWords(words: string, placed: readonly Placed[]): string {
  let out = '';
  let from = 0;
  for (const each of placed) {
    if (each.do !== 'say') continue;
    const before = words.slice(from, each.at);
    const word = /[\p{L}\p{N}_.-]+\s*$/u.exec(before.slice(-60));
    out += word === null ? `${before}${each.as}` : `${before.slice(0, before.length - word[0].length)}${each.as}`;
    from = each.at;
  }
  return out + words.slice(from);
}
