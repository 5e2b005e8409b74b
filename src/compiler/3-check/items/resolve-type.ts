/** Decides what kind of question it is, by evidence in a fixed order, never from prose (authoring 1.2.4). */
import type { ItemType } from '../../../course/item.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { plainText, type Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import { firstBlank, type BlankSites } from './blank-sites.ts';
import type { ItemContext } from './lesson-context.ts';
import { letteredAnswers } from './named-options.ts';
import { labelOf, type RawItem, type RawOption } from './raw-item.ts';
import { truthOf, truthPrefix } from './truth.ts';
import { readTypeName } from './value-words.ts';

/** Something that makes a question one of a kind. */
interface Evidence {
  kind: 'shape' | 'options' | 'blank' | 'answer';
  written: string;
  at: Span;
}

/** Labels that decide by themselves, in the order of the table. */
const shapes: readonly (readonly [Label, ItemType])[] = [
  ['hotspot', 'hotspot'],
  ['match', 'matching'],
  ['order', 'ordering'],
  ['sort', 'categorise'],
  ['rate', 'likert'],
  ['number', 'numeric'],
  ['discuss', 'short-answer'],
];

/** The type, or null when a diagnostic says why there is none. */
export function resolveType(item: RawItem, sites: BlankSites, context: ItemContext): ItemType | null {
  if (refuseUnclosed(item, sites, context) || refuseTwoKinds(evidenceIn(item, sites), item, context)) return null;
  const type = typeOf(item, sites, context);
  return type === null ? null : agreed(type, item, context);
}

function typeOf(item: RawItem, sites: BlankSites, context: ItemContext): ItemType | null {
  const shape = shapes.find(([label]) => labelOf(item, label) !== undefined)?.[1];
  if (shape !== undefined) return shape;
  if (item.options.length > 0) return typeOfOptions(item, item.options, context);
  return firstBlank(sites) === null ? typeOfAnswer(item, context) : 'fill-in';
}

function evidenceIn(item: RawItem, sites: BlankSites): Evidence[] {
  const found: Evidence[] = shapes.flatMap(([name]) => {
    const label = labelOf(item, name);
    return label === undefined ? [] : [{ kind: 'shape' as const, written: label.written, at: label.at }];
  });
  const blank = firstBlank(sites);
  const answer = labelOf(item, 'a');
  const option = item.options[0];
  if (option !== undefined && labelOf(item, 'hotspot') === undefined) found.push({ kind: 'options', written: plainText(option.blocks).slice(0, 40), at: option.at });
  if (blank !== null) found.push({ kind: 'blank', written: `[[${blank.words}]]`, at: blank.at });
  if (answer !== undefined && sites.answer.blanks.length === 0) found.push({ kind: 'answer', written: answer.written, at: answer.at });
  return found;
}

/** Options and an answer line go together; their own check holds one against the other. */
function refuseTwoKinds(found: readonly Evidence[], item: RawItem, context: ItemContext): boolean {
  const [first, second] = found;
  if (first === undefined || second === undefined) return false;
  if (found.length === 2 && first.kind === 'options' && second.kind === 'answer') return false;
  const place = context.place(second.at);
  context.report.add('quiz/two-kinds', place, { question: item.number, first: first.written, firstKind: first.kind, second: second.written, secondKind: second.kind, line: context.place(first.at).start.line });
  return true;
}

function refuseUnclosed(item: RawItem, { prompt, answer }: BlankSites, context: ItemContext): boolean {
  const [open] = [...prompt.unclosed, ...answer.unclosed];
  if (open === undefined) return false;
  context.report.add('quiz/blank-unclosed', context.place(open), { question: item.number });
  return true;
}

/** `Type:` settles what brackets leave open, and may not contradict them. */
function agreed(type: ItemType, item: RawItem, context: ItemContext): ItemType | null {
  const label = labelOf(item, 'type');
  const wanted = readTypeName(label, context);
  if (label === undefined || wanted === null || wanted === type) return type;
  const square = item.options.length > 0 && item.options.every(({ marker }) => marker !== 'round');
  if (square && wanted === 'multiple' && type === 'single') return wanted;
  context.report.add('quiz/type-differs', context.place(label.value), { question: item.number, value: plainText(label.blocks), type });
  return null;
}

/** The label an author means by “which of several”: `Select: all that apply`, `exactly 2`. */
export function selectsSeveral(item: RawItem): boolean {
  const select = labelOf(item, 'select');
  return select !== undefined && !/^(?:one|eine?[rs]?|une?|uno|una|1|1つ|一つ|ひとつ|واحد(?:ة)?)$/i.test(plainText(select.blocks));
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
  if (truthOf(words, language) === null || wantsText(item, context)) return 'short-answer';
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
  context.report.add('quiz/no-answer', context.place(at), { question: item.number, prompt, listed: entry === undefined ? null : plainText(entry.children).slice(0, 60), colonless: colonless(item) });
}

/** `Q Which one?`, `Question Which one?`: a label whose colon was forgotten. */
function colonless(item: RawItem): string | null {
  if (item.from === 'label') return null;
  return /^(Q|Question|Frage|Pregunta)(?= \p{Lu})/u.exec(plainText(item.prompt).slice(0, 40))?.[1] ?? null;
}

/** A list without brackets whose entries include the answer was most likely meant as options. */
function checkListed(item: RawItem, answer: string, at: Span, context: ItemContext): void {
  const entries = item.prompt.flatMap((block) => (block.type === 'list' ? block.children : []));
  // A star or a tick may say which entry is meant.
  const bare = (text: string): string => sameForm(text).replace(/[\s.。*✓✔]+$/u, '');
  const same = (text: string): boolean => bare(text) === bare(answer);
  if (entries.length > 1 && entries.some((entry) => same(plainText(entry.children)))) {
    context.report.add('quiz/plain-options', context.place(at), { question: item.number, value: answer });
  }
}

/** Without a second message where the value is no type at all; `agreed` says that. */
function wantsText(item: RawItem, context: ItemContext): boolean {
  const label = labelOf(item, 'type');
  return label !== undefined && readTypeName(label, { ...context, report: silent }) === 'short-answer';
}

const silent: ItemContext['report'] = { add: () => undefined, all: () => [] };
