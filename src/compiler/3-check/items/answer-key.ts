/** Gives questions the answers that stand in a key below them, at the end of the quiz or in a private section of its own. */
import type { RootContent } from 'mdast';
import type { Prose } from '../../../course/prose.ts';
import { asciiDigits } from '../../../course/digits.ts';
import { namesKey, readKey, type KeyEntry } from '../../2-parse/answer-keys.ts';
import type { SectionNode } from '../../2-parse/document.ts';
import { plainText, span, type Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import { blankSites, firstBlank } from './blank-sites.ts';
import type { ItemContext } from './lesson-context.ts';
import { letteredAnswers, namedOptions } from './named-options.ts';
import { labelOf, type RawItem, type RawLabel, type RawQuiz } from './raw-item.ts';
import { shapes } from './resolve-type.ts';
import { truthOf } from './truth.ts';

export interface AnswerKey {
  /** Of the words that name it. */
  at: Span;
  entries: readonly Entry[];
  /** How something begins that stands below the answers in a private section. */
  below: string | null;
}

interface Entry {
  number: string;
  words: string;
  at: Span;
}

/** Among the last blocks of a quiz; the key of a hundred questions is one list. */
const mostBlocks = 12;
const name = /^[\s#*_>]*([^\n:：*_]{2,60}?)[\s*_]*(?:[:：][\s*_]*|(?=\n|$))/u;

/** A key that ends the quiz, and the section without it. */
export function takeKey(section: SectionNode, context: ItemContext): { section: SectionNode; key: AnswerKey | null } {
  const { blocks } = section;
  for (let i = blocks.length - 1; i >= Math.max(1, blocks.length - mostBlocks); i--) {
    const block = blocks[i];
    if (block?.type !== 'paragraph' && block?.type !== 'heading') continue;
    const key = keyFrom(span(block).start, blocks.at(-1) ?? block, context);
    if (key !== null) return { section: { ...section, blocks: blocks.slice(0, i) }, key };
  }
  return { section, key: null };
}

function keyFrom(start: number, last: RootContent, { document }: ItemContext): AnswerKey | null {
  const text = document.source.text.slice(start, span(last).end);
  const [whole, words] = name.exec(text.slice(0, 200)) ?? [];
  if (whole === undefined || words === undefined || !namesKey(words)) return null;
  const entries = readKey(text.slice(whole.length));
  return entries === null ? null : { at: { start: start + whole.indexOf(words), end: start + whole.trimEnd().length }, entries: placed(entries, start + whole.length), below: null };
}

/** Keys in private sections below a quiz and above the next. */
export function keysBelow(section: SectionNode, { document }: ItemContext): AnswerKey[] {
  const { sections, source } = document;
  const own = sections.findIndex(({ place }) => place.start.line === section.place.start.line);
  const next = sections.findIndex(({ role }, i) => i > own && role === 'quiz');
  return sections.slice(own + 1, next < 0 ? undefined : next).flatMap(({ role, title, place, blocks }) => {
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (role !== 'notes' || first === undefined || last === undefined || !namesKey(title ?? '')) return [];
    const text = source.text.slice(span(first).start, span(last).end);
    const entries = readKey(text, false);
    const rest = text.slice(entries?.at(-1)?.to ?? 0).replace(/^[\s|*_]+/u, '').split('\n', 1)[0] ?? '';
    return entries === null ? [] : [{ at: headingBefore(span(first).start, place.start.line, source), entries: placed(entries, span(first).start), below: rest === '' ? null : shortened(rest) }];
  });
}

type Source = ItemContext['document']['source'];

/** The line of the title, in the rewritten text. */
function headingBefore(first: number, line: number, source: Source): Span {
  let start = source.text.lastIndexOf('\n', first - 1);
  while (start > 0 && source.point(start).line > line) start = source.text.lastIndexOf('\n', start - 1);
  const text = source.text.slice(start + 1, source.text.indexOf('\n', start + 1));
  return { start: start + 1, end: start + 1 + text.trimEnd().length };
}

function placed(entries: readonly KeyEntry[], offset: number): Entry[] {
  return entries.map(({ number, words, from, to }) => ({ number, words, at: { start: offset + from, end: offset + to } }));
}

/** Questions that say nothing themselves take their answers from the key. */
export function applyKey({ at, entries, below }: AnswerKey, quiz: RawQuiz, itemContext: ItemContext): void {
  const items = new Map([...quiz.items].reverse().map((item) => [asciiDigits(item.number), item]));
  const { report, place } = itemContext;
  const given: string[] = [];
  for (const entry of entries) {
    const item = items.get(entry.number);
    if (item === undefined) report.add('quiz/key-number', place(entry.at), { number: entry.number, answer: shortened(entry.words) });
    else if (isAnswered(item, itemContext)) checkAgrees(item, entry, itemContext);
    else {
      for (const one of labelsFor(item, entry, itemContext)) item.labels.push(one);
      given.push(entry.number);
    }
  }
  if (given.length > 0) report.add('quiz/answer-key', place(at), { numbers: given, below });
}

function isAnswered(item: RawItem, context: ItemContext): boolean {
  const shaped = item.labels.some(({ label: own }) => own === 'a' || shapes.some(([name]) => name === own));
  return shaped || item.options.some(({ marked }) => marked) || firstBlank(blankSites(item, context)) !== null;
}

/** The key may say once more what the question says; it may not say something else. */
function checkAgrees(item: RawItem, entry: Entry, context: ItemContext): void {
  const marked = item.options.flatMap((option, i) => (option.marked ? [i] : []));
  const [label] = labelsFor({ ...item, labels: item.labels.filter(({ label: own }) => own !== 'a') }, entry, context);
  if (label === undefined || item.options.length === 0) return;
  const texts = item.options.map(({ blocks }) => plainText(blocks));
  const named = namedOptions({ ...item, labels: [label] }, texts);
  const said = marked.length > 0 ? new Set(marked) : namedOptions(item, texts);
  if (named === null || said === null || (named.size === said.size && [...named].every((i) => said.has(i)))) return;
  context.report.add('quiz/key-differs', context.place(entry.at), { question: item.number, answer: shortened(entry.words), option: texts[[...said][0] ?? 0] ?? '' });
}

const explained = /^\(?(\p{L}{1,12}|\p{Nd})\)?(?:[.):,;]|\s?[–—-](?=\s))\s*(?:(?:because|since|weil|denn|porque|parce que|car)\s+)?(\S.{2,})$/iu;

/** The answer and, where more follows that is not the option's own words, the reason. */
function labelsFor(item: RawItem, { words, at }: Entry, context: ItemContext): RawLabel[] {
  const [, answer = '', rest = ''] = explained.exec(words) ?? [];
  const isLetter = item.options.length > 0 && letteredAnswers(withAnswer(item, answer, at)).length > 0;
  const isTruth = item.options.length === 0 && truthOf(answer, context.document.language) !== null;
  const own = item.options.some(({ blocks }) => sameForm(plainText(blocks)) === sameForm(rest));
  if (rest === '' || own || !(isLetter || isTruth)) return [label('a', words, at)];
  const reason = label('why', rest.charAt(0).toUpperCase() + rest.slice(1), at);
  return labelOf(item, 'why') === undefined ? [label('a', answer, at), reason] : [label('a', answer, at)];
}

function withAnswer(item: RawItem, words: string, at: Span): RawItem {
  return { ...item, labels: [label('a', words, at)] };
}

function label(kind: 'a' | 'why', words: string, at: Span): RawLabel {
  const blocks: Prose = [{ type: 'paragraph', children: [{ type: 'text', value: words }] }];
  return { label: kind, written: kind === 'a' ? 'A:' : 'Why:', at, value: at, blocks, rivals: 0 };
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
}
