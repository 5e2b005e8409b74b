/** Decides what kind of question it is, by evidence in a fixed order, never from prose (authoring 1.2.4). */
import type { ListItem } from 'mdast';
import type { ItemType } from '../../../course/item.ts';
import { truthWords } from '../../2-parse/header-names.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { tableLanguages } from '../../2-parse/table-language.ts';
import { plainText, type Span } from '../tree.ts';
import { sameForm } from '../words.ts';
import { colonSlips } from './colon-slips.ts';
import { firstBlank, type BlankSites } from './blank-sites.ts';
import type { ItemContext } from './lesson-context.ts';
import { letteredAnswers } from './named-options.ts';
import { labelOf, type RawItem, type RawOption } from './raw-item.ts';
import { asksTruth, truthOf } from './truth.ts';
import { readTypeName } from './value-words.ts';
import { checkWritten, writingLine } from './written-slips.ts';

/** Something that makes a question one of a kind. */
interface Evidence {
  kind: 'shape' | 'options' | 'blank' | 'answer';
  written: string;
  at: Span;
}

/** Labels that decide by themselves, in the order of the table. */
export const shapes: readonly (readonly [Label, ItemType])[] = [
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
    if (odd !== undefined) context.report.add('quiz/mixed-markers', context.place(odd.at), { question: item.number, bare, above: first === 'bare', sign: bare ? strangeBrackets(plainText(odd.blocks)) : null });
    return null;
  }
  if (markers.has('round')) return 'single';
  if (selectsSeveral(item)) return 'multiple';
  const marked = options.filter((o) => o.marked).length;
  return marked > 1 || (marked === 0 && letteredAnswers(item).length > 1) ? 'multiple' : 'single';
}

/** `(o)`, `{x}`, `( 443` without its end: what somebody took for the brackets of an option. */
const strange = /^(?:[([{<（［][ \u00a0]?[^\s\p{N}]?[ \u00a0]?[)\]}>）］](?=\s|$)|[([{][ \u00a0]?[xX]?(?=[ \u00a0]))/u;

function strangeBrackets(words: string): string | null {
  return strange.exec(words)?.[0].trim() ?? null;
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
  const explained = explainedTruth(item, context);
  if (explained !== null) context.report.add('quiz/truth-explained', context.place(answer.value), { question: item.number, answer: words.slice(0, 60), ...explained });
  if (truthOf(words, language) === null || wantsText(item, context)) {
    if (explained === null) checkWritten(item, words, answer, context);
    return 'short-answer';
  }
  if (!asksTruth(plainText(item.prompt), language) && labelOf(item, 'type') === undefined) {
    context.report.add('quiz/tf-as-text', context.place(answer.value), { question: item.number, answer: words });
  }
  return 'true-false';
}

/** `True or false: …` with the answer “False, because …”: the word and the reason; null for any other question. */
export function explainedTruth(item: RawItem, context: ItemContext): { truth: string; rest: string } | null {
  const words = plainText(labelOf(item, 'a')?.blocks ?? []);
  const { language } = context.document;
  const match = /^(\p{L}{1,12})(?:[,;:.!—–-]|\s)\s*(?:(?:because|since|weil|denn|porque|parce que|car)\s+)?(.{3,})$/iu.exec(words);
  if (match === null || truthOf(match[1] ?? '', language) === null || !asksTruth(plainText(item.prompt), language) || wantsText(item, context)) return null;
  const rest = (match[2] ?? '').trim();
  return { truth: `${match[1] ?? ''}.`, rest: rest.charAt(0).toUpperCase() + rest.slice(1, 120) };
}

function refuseUnanswered(item: RawItem, at: Span, context: ItemContext): void {
  const lists = item.prompt.filter((block) => block.type === 'list');
  const words = plainText(item.prompt.filter((block) => block.type !== 'list')) || plainText(item.prompt);
  const prompt = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  const entries = lists[0]?.children ?? [];
  const texts = entries.map((entry) => ({ marked: isMarked(entry), words: plainText(entry.children).slice(0, 60).replace(strange, '').replace(markAtEnd, '').trim() }));
  const shown = texts.find(({ marked }) => marked) ?? texts[0];
  const right = texts.filter(({ marked }) => marked).length === 1;
  const seen = lists.length > 0 ? null : missing(item, context);
  context.report.add('quiz/no-answer', context.place(at), { question: item.number, prompt, listed: shown?.words ?? null, right, ordered: lists[0]?.ordered === true, colonless: colonless(item, context), ...(seen === null ? {} : { seen }) });
}

/** What the question shows of the answer that it lacks. */
function missing(item: RawItem, context: ItemContext): { kind: 'line' | 'truth' | 'table'; words: string } | null {
  const prompt = plainText(item.prompt);
  if (item.prompt.some((block) => block.type === 'table' && block.children[0]?.children.length === 2)) return { kind: 'table', words: '' };
  if (writingLine.test(prompt)) return { kind: 'line', words: prompt.slice(0, 200).replace(writingLine, '[[answer]]') };
  return asksTruth(prompt, context.document.language) ? { kind: 'truth', words: truthWords.true[tableLanguages.find((code) => code === (context.document.language ?? 'en').split('-')[0]) ?? 'en'][0] ?? 'True' } : null;
}

const markAtEnd = /\s*(?:[✓✔*]|\((?:correct|right|richtig|correcto|correcte?|正解)\))$/iu;

/** Bold, starred or ticked: the author's own way to say which entry is right. */
function isMarked(entry: ListItem): boolean {
  const [first] = entry.children;
  const [only, ...others] = first?.type === 'paragraph' ? first.children : [];
  return others.length === 0 && (only?.type === 'strong' || only?.type === 'emphasis') ? true : markAtEnd.test(plainText(entry.children)) || /^[([{<]\s?[xX✓✔]/u.test(plainText(entry.children));
}

/** `Q Which one?`, `Question Which one?`: a label whose colon was forgotten. */
function colonless(item: RawItem, context: ItemContext): string | null {
  const [slip] = colonSlips(item, context);
  if (slip !== undefined) return slip.written;
  if (item.from === 'label') return null;
  return /^(Q|Question|Frage|Pregunta)(?= \p{Lu})/u.exec(plainText(item.prompt).slice(0, 40))?.[1] ?? null;
}

/** A list without brackets whose entries include the answer was most likely meant as options. */
function checkListed(item: RawItem, answer: string, at: Span, context: ItemContext): void {
  const entries = item.prompt.flatMap((block) => (block.type === 'list' ? block.children : []));
  // A star or a tick may say which entry is meant.
  const bare = (text: string): string => sameForm(text).replace(/[\s.。*✓✔]+$/u, '');
  const same = (text: string): boolean => bare(text) === bare(answer);
  const letter = /^\(?([a-h])[.)]?$/i.exec(answer.trim())?.[1]?.toLowerCase();
  const prompt = plainText(item.prompt).toLowerCase();
  const lettered = letter !== undefined && ['a', 'b', letter].every((each) => new RegExp(`(?:^|[\\s(])${each}[.)]\\s`).test(prompt));
  if (lettered || (entries.length > 1 && entries.some((entry) => same(plainText(entry.children))))) {
    context.report.add('quiz/plain-options', context.place(at), { question: item.number, value: answer });
  }
}

/** Without a second message where the value is no type at all; `agreed` says that. */
function wantsText(item: RawItem, context: ItemContext): boolean {
  const label = labelOf(item, 'type');
  return label !== undefined && readTypeName(label, { ...context, report: silent }) === 'short-answer';
}

const silent: ItemContext['report'] = { add: () => undefined, all: () => [] };
