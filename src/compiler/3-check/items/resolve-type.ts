/** Decides what kind of question it is, by evidence in a fixed order, never from prose (authoring 1.2.4). */
import type { ItemType } from '../../../course/item.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { plainText, type Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import type { ItemContext } from './lesson-context.ts';
import { letteredAnswers } from './named-options.ts';
import { labelOf, type RawItem, type RawOption } from './raw-item.ts';
import { truthOf, truthPrefix } from './truth.ts';

const later: readonly (readonly [Label, string])[] = [
  ['hotspot', 'a hotspot question'],
  ['match', 'a matching question'],
  ['order', 'an ordering question'],
  ['sort', 'a sorting question'],
  ['rate', 'a rating question'],
];

/** The type, or null when a diagnostic says why there is none. */
export function resolveType(item: RawItem, context: ItemContext): ItemType | null {
  for (const [label, kind] of later) {
    const found = labelOf(item, label);
    if (found !== undefined) return notYet(item, found.written, found.at, kind, context);
  }
  const options = item.options;
  if (options.length > 0) return typeOfOptions(item, options, context);
  const blank = blankIn(item);
  if (blank !== null) return notYet(item, blank.written, blank.at, 'a fill-in question', context);
  const numeric = labelOf(item, 'number');
  if (numeric !== undefined) return notYet(item, numeric.written, numeric.at, 'a numeric question', context);
  return typeOfAnswer(item, context);
}

function notYet(item: RawItem, evidence: string, at: { start: number; end: number }, kind: string, context: ItemContext): null {
  context.report.add('quiz/not-yet', context.place(at), { subject: `Question ${item.number} (“${evidence}”) is ${kind}` });
  return null;
}

/** The label an author means by “which of several”: `Select: all that apply`, `exactly 2`. */
export function selectsSeveral(item: RawItem): boolean {
  const select = labelOf(item, 'select');
  return select !== undefined && !/^(?:one|eine?[rs]?|une?|uno|una|1)$/i.test(plainText(select.blocks));
}

function typeOfOptions(item: RawItem, options: readonly RawOption[], context: ItemContext): ItemType | null {
  const markers = new Set(options.map((o) => o.marker));
  if (markers.size > 1) {
    const first = options[0]?.marker;
    const bare = markers.has('bare');
    // Of brackets and none, the line without is the one to change, wherever it stands.
    const odd = options.find((o) => (bare ? o.marker === 'bare' : o.marker !== first)) ?? options[0];
    if (odd !== undefined) context.report.add('quiz/mixed-markers', context.place(odd.at), { question: item.number, bare, above: first === 'bare' });
    return null;
  }
  if (markers.has('round')) return 'single';
  if (selectsSeveral(item)) return 'multiple';
  const marked = options.filter((o) => o.marked).length;
  return marked > 1 || (marked === 0 && letteredAnswers(item).length > 1) ? 'multiple' : 'single';
}

function blankIn(item: RawItem): { written: string; at: { start: number; end: number } } | null {
  const places = [{ blocks: item.prompt, at: item.promptAt }];
  const answer = labelOf(item, 'a');
  if (answer !== undefined) places.push({ blocks: answer.blocks, at: answer.value });
  for (const { blocks, at } of places) {
    const found = /\[\[[^\]]{1,200}\]\]/.exec(wordsOnly(blocks));
    if (found !== null) return { written: found[0], at };
  }
  return null;
}

/** Without code, where `[[1]]` is an array and no blank (authoring 1.6, 9). */
function wordsOnly(blocks: RawItem['prompt']): string {
  return plainText(blocks.flatMap((b) => (b.type === 'paragraph' ? b.children.filter((c) => c.type !== 'inlineCode' && c.type !== 'inlineMath') : [])));
}

function typeOfAnswer(item: RawItem, context: ItemContext): ItemType | null {
  const answer = labelOf(item, 'a');
  const words = plainText(answer?.blocks ?? []);
  if (answer === undefined || (words === '' && answer.blocks.length === 0)) {
    if (plainText(item.prompt) === '') return 'short-answer';
    refuseUnanswered(item, answer?.at ?? item.promptAt, context);
    return null;
  }
  const { language } = context.document;
  checkListed(item, words, answer.at, context);
  if (truthOf(words, language) === null || wantsText(item)) return 'short-answer';
  if (truthPrefix(plainText(item.prompt), language) === 0 && labelOf(item, 'type') === undefined) {
    context.report.add('quiz/tf-as-text', context.place(answer.value), { question: item.number, answer: words });
  }
  return 'true-false';
}

function refuseUnanswered(item: RawItem, at: Span, context: ItemContext): void {
  const lists = item.prompt.filter((block) => block.type === 'list');
  const words = plainText(item.prompt.filter((block) => block.type !== 'list')) || plainText(item.prompt);
  const prompt = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  const entry = lists[0]?.children[0];
  context.report.add('quiz/no-answer', context.place(at), { question: item.number, prompt, listed: entry === undefined ? null : plainText(entry.children).slice(0, 60) });
}

/** A list without brackets whose entries include the answer was most likely meant as options. */
function checkListed(item: RawItem, answer: string, at: Span, context: ItemContext): void {
  const entries = item.prompt.flatMap((block) => (block.type === 'list' ? block.children : []));
  const same = (text: string): boolean => sameForm(text).replace(/[.。]$/, '') === sameForm(answer).replace(/[.。]$/, '');
  if (entries.length > 1 && entries.some((entry) => same(plainText(entry.children)))) {
    context.report.add('quiz/plain-options', context.place(at), { question: item.number, value: answer });
  }
}

function wantsText(item: RawItem): boolean {
  const type = plainText(labelOf(item, 'type')?.blocks ?? []);
  return /short|text|written|kurz|frei|courte|corta|abierta|記述|مقال/i.test(type);
}
