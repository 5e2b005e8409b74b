/** Fills in what a brief leaves open, from the narration of its own slide: “one-line use each”, “three large bullets” (visuals 3.2). */
import type { Entry, FileEntry, FlowVisual, Visual, VisualFrame } from '../../../course/visual.ts';
import { beginsWith, containsAll, labelWords, ordinalOf, wordsOf } from '../match-words.ts';
import { file } from './brief-tree.ts';
import { climb } from './levels.ts';
import { COUNTS } from './rows.ts';

export interface Filled<T> {
  value: T;
  /** Labels that were given more, and the index of the first sentence it came from. */
  labels: string[];
  sentence: number | null;
}

/** A sentence such as `MLP — the basic stack.` or `One: linear transform — multiply by a matrix.` */
interface Explained {
  head: string;
  text: string;
  sentence: number;
}

const parting = /\s+[—–−]\s+|\s+--?\s+|[:：]\s+/;
/** What is explained is a name, not half a sentence. */
const longestHead = 50;
const longestDetail = 160;

function explanations(sentences: readonly string[]): Explained[] {
  return sentences.flatMap((whole, sentence) => {
    const spoken = whole.slice(ordinalOf(whole)?.length ?? 0);
    const sign = parting.exec(spoken);
    if (sign === null || sign.index > longestHead) return [];
    const text = spoken.slice(sign.index + sign[0].length).replace(/[.。]["”»]?$/, '').trim();
    return text === '' || text.length > longestDetail ? [] : [{ head: spoken.slice(0, sign.index), text, sentence }];
  });
}

/** “Label each box.”, “mit je einer Zeile”: what a brief asks for beside the names it lists. */
const asksForWords = /\b(?:label|annotate|explain|describe|caption)\s+(?:each|every|all|the)\b|\b(?:each|every)\s+(?:box|step|item|part)\s+(?:is\s+)?(?:labell?ed|annotated|explained|described)\b|\b(?:with|plus|add)\s+(?:an?\s+)?(?:one|single|short|brief)[ -](?:line|sentence|word|label|explanation|description)|\bone[ -](?:line|sentence)\b|(?:jede[nrs]?|alle|einzelne\p{L}*)\s[^.;:]{0,30}?(?:beschrift|erklär|beschreib)|(?:beschrift|erklär|beschreib)\p{L}*\s+(?:jede|alle|die)|(?:je|mit|in)\s+eine[mr]?\s+(?:kurzen\s+)?(?:zeile|satz|wort|stichwort)|(?:légende|légender|annote|annoter|explique|expliquer)\s+(?:chaque|les)|(?:etiqueta|etiquetar|rotula|rotular|explica|explicar)\s+(?:cada|todos|los|as)/iu;

/** In a box stand few words: a long explanation up to its first comma. */
const longestInBox = 60;

function inBox(text: string): string | null {
  if (text.length <= longestInBox) return text;
  const cut = text.slice(0, longestInBox + 1).search(/[,;:،、(（]|\s[—–-]\s/);
  return cut < 10 ? null : text.slice(0, cut).trim();
}

/** Details of entries, the word for a group of boxes, files that only the narration names. `brief` may ask for more than it lists; `body` is the reading text. */
export function fillIn(visual: Visual, sentences: readonly string[], brief = '', body: () => readonly string[] = () => []): Filled<Visual> {
  const known = explanations(sentences);
  const filled: Filled<Visual> = { value: visual, labels: [], sentence: null };
  const note = (label: string, sentence: number): void => {
    filled.labels.push(label);
    filled.sentence ??= sentence;
  };
  const asked = asksForWords.test(brief);
  let read: Explained[] | null = null;
  const explain = (entry: Entry): Entry => {
    const spoken = entry.detail === null ? known.find(({ head }) => explains(head, entry.label)) : undefined;
    const found = spoken ?? (asked && entry.detail === null ? (read ??= explanations(body())).find(({ head }) => explains(head, entry.label)) : undefined);
    if (found === undefined) return entry;
    note(entry.label, found.sentence);
    return { ...entry, detail: found.text };
  };
  if (visual.kind === 'quadrant') filled.value = { ...visual, cells: visual.cells.map(explain) };
  else if (visual.kind === 'stages') filled.value = climb({ ...visual, stages: visual.stages.map(explain) }, sentences, note);
  else if (visual.kind === 'loop') filled.value = { ...visual, steps: visual.steps.map(explain) };
  else if (visual.kind === 'facts') filled.value = { ...visual, facts: factsWithOutcome(visual.facts, sentences, note) };
  else if (visual.kind === 'filetree') filled.value = { ...visual, entries: filesFrom(visual.entries, sentences, note) };
  else if (visual.kind === 'flow') filled.value = asked ? labelled(visual, explain) : visual;
  const flow = filled.value;
  if (flow.kind === 'flow' && flow.groupLabel === null && flow.nodes.some(({ type }) => type === 'group')) {
    const sentence = sentences.findIndex((text) => groupWord.test(text));
    const groupLabel = groupWord.exec(sentences[sentence] ?? '')?.[1] ?? null;
    if (groupLabel !== null) note(groupLabel, sentence);
    filled.value = { ...flow, groupLabel };
  }
  return filled;
}

function labelled(visual: FlowVisual, explain: (entry: Entry) => Entry): FlowVisual {
  const label = (entry: Entry): Entry => {
    const { detail } = explain(entry);
    return { ...entry, detail: entry.detail ?? (detail === null ? null : inBox(detail)) };
  };
  return { ...visual, nodes: visual.nodes.map((node) => (node.type === 'more' ? node : node.type === 'box' ? { ...node, entry: label(node.entry) } : { ...node, entries: node.entries.map(label) })) };
}

/** “That pair is a layer.” */
const groupWord = /\b(?:pair|group|both together|paar|gruppe|paire|par)\b[^.]{0,30}?\s(?:is|as|makes|called|ist|heißt|bildet|est|forme|es|forma)\s+(?:an?|eine?|une?|una?)\s+([\p{L}-]{2,30})/iu;

function explains(head: string, label: string): boolean {
  const words = wordsOf(head);
  return containsAll(words, labelWords(label)) !== null && (words.length <= 3 || beginsWith(words, labelWords(label)));
}

const outcome = /^(?:that['’]s|that is|this is|the result is|das ist|das heißt|c['’]est|eso es|esto es)\s+(?:an?\s+|called\s+|again\s+)?(.{3,80}?)(?:\s+[—–-]\s+.*|,\s+(?:and\s+)?(?:again\s+)?module.*|[.!])$/iu;

/** What a fact leads to: the sentence “That's model inversion — Module 5.” before the next fact begins. */
function factsWithOutcome(facts: readonly Entry[], sentences: readonly string[], note: (label: string, sentence: number) => void): Entry[] {
  const begins = facts.map((_, i) => sentences.findIndex((text) => ordinalOf(text)?.number === i + 1));
  const found = facts.map((_, i) => {
    const from = begins[i] ?? -1;
    const next = begins.slice(i + 1).find((begin) => begin > from) ?? sentences.length;
    const sentence = from < 0 ? -1 : sentences.findIndex((text, at) => at >= from && at < next && outcome.test(text));
    const words = outcome.exec(sentences[sentence] ?? '')?.[1] ?? '';
    return /^(?:why|what|how|where|because|warum|weil|pourquoi|por)\b/i.test(words) ? null : { sentence, detail: words.charAt(0).toUpperCase() + words.slice(1) };
  });
  // Some with and some without would look like a mistake.
  if (found.some((each) => each === null || each.detail === '') || facts.some(({ detail }) => detail !== null)) return [...facts];
  return facts.map((fact, i) => {
    note(fact.label, found[i]?.sentence ?? 0);
    return { ...fact, detail: found[i]?.detail ?? null };
  });
}

const suffix = /(?<![\p{L}\p{N}_/.])(\.[a-z][a-z0-9_]{1,15})(?![\p{L}\p{N}_.])/giu;
const mostFound = 8;

/** Endings in the sentence that names a folder are files of that folder, if the tree has some of them already. */
function filesFrom(entries: readonly FileEntry[], sentences: readonly string[], note: (label: string, sentence: number) => void): FileEntry[] {
  return entries.map((entry) => {
    const sentence = entry.entries.length === 0 ? -1 : sentences.findIndex((text) => containsAll(wordsOf(text), labelWords(entry.name)) !== null);
    const text = sentences[sentence] ?? '';
    const said = [...text.matchAll(suffix)].map((match) => (match[1] ?? '').toLowerCase());
    if (said.length > mostFound) return entry;
    const all = [...new Set([...said, ...entry.entries.map(({ name }) => name.toLowerCase())])];
    const files = all.map((name) => {
      const known = entry.entries.find((each) => each.name.toLowerCase() === name);
      if (known === undefined) note(name, sentence);
      return known ?? file(name);
    });
    return { ...entry, entries: files.map((each) => withWords(each, text)) };
  });
}

/** “.safetensors is the modern safe default” gives a green mark its words. */
function withWords(entry: FileEntry, sentence: string): FileEntry {
  if (entry.status === null || entry.status.words !== '') return entry;
  const at = sentence.toLowerCase().indexOf(entry.name.toLowerCase());
  const words = at < 0 ? undefined : /^\s+(?:is|ist|est|es)\s+(?:the\s+|das\s+|der\s+|die\s+|le\s+|la\s+|el\s+)?([^,.;:]{3,40})/iu.exec(sentence.slice(at + entry.name.length))?.[1];
  return words === undefined ? entry : { ...entry, status: { ...entry.status, words: words.trim() } };
}

/** Bullets for a brief that lists none: counted sentences, else explained names. null when the narration has neither. */
export function factsFrom(sentences: readonly string[], frame: VisualFrame): Filled<Visual> | null {
  const counted = sentences.flatMap((text, sentence) => {
    const ordinal = ordinalOf(text);
    return ordinal === null ? [] : [{ number: ordinal.number, label: text.slice(ordinal.length).replace(/[.。]$/, ''), detail: null as string | null, sentence }];
  });
  const inOrder = counted.length >= 2 && counted.every(({ number }, i) => number === i + 1);
  const named = explanations(sentences).map(({ head, text, sentence }) => ({ label: head, detail: text as string | null, sentence }));
  const found = inOrder ? counted : named.length >= 2 ? named : [];
  if (found.length < 2 || found.length > COUNTS.facts.most) return null;
  const facts = found.map(({ label, detail }) => ({ label: shortened(label), detail, references: [] }));
  return { value: { kind: 'facts', ...frame, facts }, labels: facts.map(({ label }) => label), sentence: found[0]?.sentence ?? null };
}

/** A bullet ends at its first comma or colon where it would be long. */
function shortened(label: string): string {
  const cut = label.length > 70 ? label.slice(0, 90).search(/[,;:،、—–]/) : -1;
  const words = cut > 10 ? label.slice(0, cut) : label;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
