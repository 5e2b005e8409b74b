/** From a question as read to an item of the course: what all types have in common, and the choice of the type's own file. */
import type { Item, ItemType } from '../../../course/item.ts';
import type { Prose } from '../../../course/prose.ts';
import { unwrapped, plainText, slice, rememberOffsets } from '../tree.ts';
import { blankSites, checkGapsElsewhere, type BlankSites } from './blank-sites.ts';
import { categorise } from './categorise.ts';
import { checkColons, colonSlips } from './colon-slips.ts';
import { fillIn } from './fill-in.ts';
import { hotspot } from './hotspot.ts';
import type { ItemContext } from './lesson-context.ts';
import { likert } from './likert.ts';
import { matching } from './matching.ts';
import { blocksOf, readMeta, type Meta } from './meta.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { ordering } from './ordering.ts';
import { labelOf, labelsOf, type RawItem } from './raw-item.ts';
import { explainedTruth, resolveType } from './resolve-type.ts';
import { shortAnswer } from './short-answer.ts';
import { withSigns } from './signed-options.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';
import { truthPrefix } from './truth.ts';
import { checkUnused } from './unused-labels.ts';

/** An item without the id and key that the lock file gives it. `meta.id` is the id the author chose. */
export interface UnnamedItem {
  item: Item;
  meta: Meta;
  /** The other file that its bank stands in. */
  fromFile?: string;
}

/** With the question as read, for what is checked of all questions together. */
export interface BuiltItem extends UnnamedItem {
  raw: RawItem;
}

/** Tries for an item that counts: a second one after the feedback. */
const gradedAttempts = 2;

/** Null when a diagnostic of severity error says why. */
export function buildItem(written: RawItem, context: ItemContext): BuiltItem | null {
  const raw = withSigns(written, context);
  const prompt = plainText(raw.prompt);
  if (prompt === '' && raw.prompt.length === 0) context.report.add('quiz/empty-question', context.place(raw.promptAt), { question: raw.number });
  const sites = blankSites(raw, context);
  const type = resolveType(raw, sites, context);
  const meta = readMeta(raw, context);
  if (type === null) return null;
  checkColons(raw, context);
  checkWhy(raw, context);
  checkUnused(raw, type, context);
  checkGapsElsewhere(raw, context);
  const base = baseOf(raw, meta, sites, context);
  const item = ofType(type, { raw, base, sites, context });
  return item === null ? null : { item, meta, raw };
}

function ofType(type: ItemType, { raw, base, sites, context }: { raw: RawItem; base: ItemBase; sites: BlankSites; context: ItemContext }): Item | null {
  switch (type) {
    case 'true-false':
      return trueFalse(raw, withoutPrefix(base, raw, context), context);
    case 'single':
      return single(raw, base, context);
    case 'multiple':
      return multiple(raw, base, context);
    case 'fill-in':
      return fillIn(raw, base, sites, context);
    case 'numeric':
      return numeric(raw, base, context);
    case 'matching':
      return matching(raw, base, context);
    case 'ordering':
      return ordering(raw, base, context);
    case 'categorise':
      return categorise(raw, base, context);
    case 'likert':
      return likert(raw, base, context);
    case 'hotspot':
      return hotspot(raw, base, context);
    case 'short-answer':
      return shortAnswer(raw, base);
  }
}

export type ItemBase = Omit<Item, 'type'>;

function baseOf(raw: RawItem, meta: Meta, sites: BlankSites, context: ItemContext): ItemBase {
  return {
    id: '',
    key: 0,
    prompt: unwrapped(raw.prompt),
    promptText: plainText(sites.prompt.blocks),
    why: proseOf(raw, 'why'),
    hints: labelsOf(raw, 'hint').map((hint) => unwrapped(hint.blocks)),
    feedbackRight: proseOf(raw, 'feedback-right'),
    feedbackWrong: proseOf(raw, 'feedback-wrong') ?? proseOf(raw, 'feedback'),
    graded: true,
    points: meta.points ?? 1,
    objectives: meta.objectives,
    tags: meta.tags,
    attempts: meta.attempts ?? gradedAttempts,
    shuffle: meta.shuffle ?? context.shuffle,
    confidence: meta.confidence ?? context.confidence,
    bank: null,
    part: null,
    place: context.place(raw.promptAt),
  };
}

function proseOf(raw: RawItem, label: 'why' | 'feedback' | 'feedback-right' | 'feedback-wrong'): Prose | null {
  const blocks = blocksOf(raw, label);
  return blocks.length === 0 ? null : unwrapped(blocks);
}

function checkWhy(raw: RawItem, context: ItemContext): void {
  if (labelOf(raw, 'why') !== undefined || labelOf(raw, 'rate') !== undefined || plainText(raw.prompt) === '') return;
  const explained = ['feedback', 'feedback-right', 'feedback-wrong'] as const;
  if (explained.some((label) => labelOf(raw, label) !== undefined)) return;
  if (raw.options.length > 0 && raw.options.every((option) => option.feedback.length > 0)) return;
  if (colonSlips(raw, context).some(({ label }) => label === 'why') || explainedTruth(raw, context) !== null) return;
  context.report.add('quiz/no-why', context.place(raw.promptAt), { question: raw.number });
}

/** “True or false: the earth is flat.” is shown as a statement: “The earth is flat.” */
function withoutPrefix(base: ItemBase, raw: RawItem, context: ItemContext): ItemBase {
  const length = truthPrefix(base.promptText, context.document.language);
  const paragraph = raw.prompt[0];
  const lead = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (length === 0 || paragraph?.type !== 'paragraph' || lead?.type !== 'text') return base;
  const cut = truthPrefix(lead.value, context.document.language);
  const rest = slice(paragraph.children, { child: 0, index: cut }, { child: paragraph.children.length, index: 0 }, rememberOffsets(context.document.source));
  if (cut === 0 || rest.length === 0) return base;
  const first = rest[0];
  if (first?.type === 'text') rest[0] = { ...first, value: capitalised(first.value) };
  const prompt: Prose = raw.prompt.length === 1 ? rest : [{ ...paragraph, children: rest }, ...raw.prompt.slice(1)];
  return { ...base, prompt, promptText: plainText([{ ...paragraph, children: rest }, ...raw.prompt.slice(1)]) };
}

/** Only a word written small throughout: “pH” and “iPhone” stay as they are. */
function capitalised(text: string): string {
  const word = /^\p{Ll}+(?:-\p{Ll}+)*(?=[\s,;:.!?]|$)/u.exec(text)?.[0];
  return word === undefined ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
