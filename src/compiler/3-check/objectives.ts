/** Learning objectives: a list, or an enumeration inside a paragraph (authoring R10), and whether they can be observed. */
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { paragraphOf, plainText, rememberOffsets, slice, span, unwrapped, type Offsets, type Spot } from './tree.ts';
import { wordList } from './words.ts';

export interface FoundObjective {
  prose: Prose;
  text: string;
  at: { start: number; end: number };
}

export interface ReadObjectives {
  objectives: FoundObjective[];
  /** The section's blocks with enumerations made lists. */
  blocks: Prose;
  /** Where the section has more lists than the one of the objectives: what follows that one. It stays as the author wrote it. */
  more: RootContent | null;
}

/** The objectives are the first list: in plain text a section may go on with the body of the lesson. */

export function readObjectives(blocks: Prose, document: LessonDocument): ReadObjectives {
  const offsets = rememberOffsets(document.source);
  const listed = blocks.flatMap((block) => {
    if (block.type === 'list') return inlineEntries(block, offsets) ?? atRestarts(block, document.source.text);
    return block.type === 'paragraph' ? (enumeration(block, offsets) ?? [block]) : [block];
  });
  const at = listed.findIndex((block) => block.type === 'list');
  const first = listed[at];
  const before = listed.slice(0, Math.max(at, 0)).filter(isObjective);
  // Paragraphs and then numbered headings, each with words of its own: the paragraphs are the objectives.
  const headings = before.length > 0 && first !== undefined && numbersHeadings(listed, at);
  const found = first?.type === 'list' && !headings ? entriesOf(first) : (at < 0 ? listed.filter(isObjective) : before).map(fromBlock);
  const after = headings ? listed.slice(at) : listed.slice(at + 1);
  const more = at >= 0 && after.some((block) => block.type === 'list') ? (after[0] ?? null) : null;
  return { objectives: found.filter((o) => o.text !== ''), blocks: listed, more };
}

/** `1) Explain … 2) Choose …` on one line: Markdown sees a list of one entry. */
function inlineEntries(list: List, offsets: Offsets): RootContent[] | null {
  const [only, ...others] = list.children;
  const [words, ...more] = only?.children ?? [];
  if (list.ordered !== true || others.length > 0 || more.length > 0 || words?.type !== 'paragraph' || (list.start ?? 1) !== 1) return null;
  const { position } = list;
  return enumeration({ ...words, ...(position ? { position } : {}) }, offsets, 1);
}

/** Words below each number: on the next line, or as a paragraph with a list that counts on below it. */
function numbersHeadings(blocks: Prose, at: number): boolean {
  const [first, words] = blocks.slice(at, at + 2);
  if (first?.type !== 'list' || first.ordered !== true) return false;
  if (first.children.every(isTitled)) return true;
  if (first.children.length !== 1 || words?.type !== 'paragraph') return false;
  const next = blocks.slice(at + 1).find((block) => block.type === 'list');
  return next?.type === 'list' && next.ordered === true && next.start === (first.start ?? 1) + 1;
}

/** `1. Scope` and, on the next line, a sentence: a wrapped line would go on with a small letter. */
function isTitled({ children: [words] }: ListItem): boolean {
  const lead = words?.type === 'paragraph' ? words.children[0] : undefined;
  return lead?.type === 'text' && /^[^\n]{0,60}[^\n.;:!?,]\n\s*\p{Lu}/u.test(lead.value);
}

/** Markdown joins a list that begins again at 1 to the one above it. `1. 1. 1.` is one list all the same. */
function atRestarts(list: List, text: string): List[] {
  const starts = list.ordered === true ? list.children.flatMap((entry, i) => (i > 0 && numberAt(entry, text) === 1 && numberAt(list.children[i - 1], text) !== 1 ? [i] : [])) : [];
  if (starts.length === 0) return [list];
  return [0, ...starts].map((from, i) => {
    const children = list.children.slice(from, starts[i]);
    const [head, last] = [children[0]?.position, children.at(-1)?.position];
    return { ...list, start: from === 0 ? (list.start ?? 1) : 1, children, ...(head && last ? { position: { start: head.start, end: last.end } } : {}) };
  });
}

/** The number as written, null where there is none. */
function numberAt(entry: ListItem | undefined, text: string): number | null {
  const start = entry?.position?.start.offset;
  const digits = start === undefined ? undefined : /^\s*(\d{1,9})/.exec(text.slice(start, start + 20))?.[1];
  return digits === undefined ? null : Number(digits);
}

function entriesOf(list: List): FoundObjective[] {
  return list.children.map((entry) => {
    const blocks = entry.children as RootContent[];
    return { prose: unwrapped(blocks), text: plainText(blocks), at: span(blocks[0] ?? entry) };
  });
}

/** Without a list each paragraph is an objective, but not the words that introduce them. */
function isObjective(block: RootContent): boolean {
  return block.type === 'paragraph' && !/[:：]$/.test(plainText([block]));
}

function fromBlock(block: RootContent): FoundObjective {
  return { prose: unwrapped([block]), text: plainText([block]), at: span(block) };
}

/** Ways to count, each with what stands for the number in its sign. */
const markers: readonly { sign: RegExp; order: readonly string[] | null }[] = [
  { sign: /(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\S)/g, order: null },
  { sign: /(?:^|\s)\((i{1,3}|iv|v|vi{0,3})\)\s+(?=\S)/gi, order: ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'] },
  { sign: /(?:^|\s)()([①-⑨])\s*(?=\S)/gu, order: [...'①②③④⑤⑥⑦⑧⑨'] },
  // Letters count only where each begins a line: “State (a) the law and (b) its limits.” is one objective.
  { sign: /(?:^|\n)\s*\(?([a-h])\)\s+(?=\S)/gi, order: [...'abcdefgh'] },
];

/** “By the end you can: 1. … 2. …” as its opening words and a list; null unless 1 and 2 are there in order. `before`: numbers that Markdown has read already. */
function enumeration(paragraph: Paragraph, offsets: Offsets, before = 0): RootContent[] | null {
  for (const marker of before === 0 ? markers : markers.slice(0, 1)) {
    const found = countedBy(marker, paragraph, offsets, before);
    if (found !== null) return found;
  }
  return null;
}

function countedBy({ sign, order }: (typeof markers)[number], paragraph: Paragraph, offsets: Offsets, before: number): RootContent[] | null {
  const start: Spot = { child: 0, index: 0 };
  const cuts: { from: Spot; to: Spot }[] = before === 0 ? [] : [{ from: start, to: start }];
  paragraph.children.forEach((node, child) => {
    if (node.type !== 'text') return;
    for (const match of node.value.matchAll(sign)) {
      const counted = match[2] ?? match[1] ?? '';
      if (order === null ? Number(counted) === cuts.length + 1 : counted.toLowerCase() === order[cuts.length]) cuts.push({ from: { child, index: match.index }, to: { child, index: match.index + match[0].length } });
    }
  });
  const first = cuts[0];
  if (first === undefined || cuts.length < 2) return null;
  const end: Spot = { child: paragraph.children.length, index: 0 };
  const entries = cuts.map((cut, i) => withoutJoiner(slice(paragraph.children, cut.to, cuts[i + 1]?.from ?? end, offsets), offsets));
  const stem = paragraphOf(slice(paragraph.children, { child: 0, index: 0 }, first.from, offsets));
  const list: List = {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: entries.map((children) => ({ type: 'listItem', spread: false, children: [paragraphOf(children) ?? { type: 'paragraph', children: [] }] })),
    ...(paragraph.position ? { position: paragraph.position } : {}),
  };
  return stem === null ? [list] : [stem, list];
}

/** “…; and” before the next number belongs to neither. */
function withoutJoiner(nodes: PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const tail = /[;,،]\s*(?:and|und|et|y|و)?$/u.exec(last.value.slice(-12));
  if (tail === null) return nodes;
  return slice(nodes, { child: 0, index: 0 }, { child: nodes.length - 1, index: last.value.length - tail[0].length }, offsets);
}

/** Verbs that name a state of mind instead of something a learner can show. */
const unobservable = new Set(
  (
    'understand know learn appreciate grasp realise realize comprehend internalise internalize believe ' +
    'verstehen kennen wissen lernen begreifen comprendre connaître savoir apprendre ' +
    'comprender entender conocer saber aprender'
  ).split(' '),
);

export function checkObjectives(objectives: readonly FoundObjective[], document: LessonDocument, report: Report): void {
  objectives.forEach((objective, i) => {
    const verb = wordList(objective.text.slice(0, 60))[0];
    if (verb === undefined || !unobservable.has(verb)) return;
    const place = document.source.place(objective.at.start, objective.at.start + verb.length);
    report.add('objective/not-measurable', place, { verb: objective.text.slice(0, verb.length), number: i + 1 });
  });
}

/** What stands below the objectives and may have been meant as more of them. */
export function checkMore(more: RootContent | null, document: LessonDocument, report: Report): void {
  if (more === null) return;
  const { start, end } = span(more);
  const line = (document.source.text.slice(start, Math.min(end, start + 200)).split('\n')[0] ?? '').trim();
  const words = line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
  report.add('objective/more-text', document.source.place(start, start + line.length), { words });
}

/** Objectives that no question names. One message when none names any. `asked` has the numbers each question names, null without a label; `fits` the guess of `suggestedLinks`. */
export function checkAssessed(
  objectives: readonly FoundObjective[],
  asked: readonly (readonly number[] | null)[],
  section: SectionNode | undefined,
  context: { document: LessonDocument; report: Report; fits: readonly (readonly number[])[] | null },
): void {
  if (objectives.length === 0 || asked.length === 0 || section === undefined) return;
  const named = new Set(asked.flatMap((numbers) => numbers ?? []));
  if (asked.every((numbers) => numbers === null)) {
    context.report.add('objective/none-linked', section.place, { objectives: objectives.length, items: asked.length, fits: context.fits });
    return;
  }
  objectives.forEach((objective, i) => {
    if (named.has(i + 1)) return;
    const words = objective.text.length > 60 ? `${objective.text.slice(0, 60).trimEnd()}…` : objective.text;
    context.report.add('objective/not-assessed', context.document.source.place(objective.at.start, objective.at.end), { number: i + 1, words });
  });
}
