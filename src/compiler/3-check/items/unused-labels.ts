/** Labels that are understood but change nothing where they stand: their authors would rely on them (authoring 1.2.2). */
import type { ItemType } from '../../../course/item.ts';
import type { Params } from '../../../diagnostics/catalogue.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem, type RawLabel, type RawQuiz } from './raw-item.ts';

type Where = Params<'quiz/not-used'>['where'];

/** What only some types honour. */
const special = ['points', 'attempts', 'shuffle', 'scoring', 'select', 'options', 'feedback', 'feedback-right', 'feedback-wrong', 'check', 'case', 'unit', 'reuse', 'confidence'] as const satisfies readonly Label[];

const honoured: Readonly<Record<ItemType, { labels: readonly Label[]; where: Where }>> = {
  'short-answer': { labels: ['check', 'feedback', 'confidence'], where: 'written' },
  'true-false': { labels: ['points', 'attempts', 'feedback', 'feedback-right', 'feedback-wrong', 'options', 'confidence'], where: 'truth' },
  single: { labels: ['points', 'attempts', 'shuffle', 'select', 'options', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'choice' },
  multiple: { labels: ['points', 'attempts', 'shuffle', 'select', 'scoring', 'options', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'choice' },
  'fill-in': { labels: ['points', 'attempts', 'scoring', 'case', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'gaps' },
  numeric: { labels: ['points', 'attempts', 'unit', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'gaps' },
  matching: { labels: ['points', 'attempts', 'shuffle', 'scoring', 'reuse', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'parts' },
  ordering: { labels: ['points', 'attempts', 'shuffle', 'scoring', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'parts' },
  categorise: { labels: ['points', 'attempts', 'shuffle', 'scoring', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'parts' },
  likert: { labels: [], where: 'opinion' },
  hotspot: { labels: ['points', 'attempts', 'shuffle', 'options', 'feedback', 'feedback-right', 'feedback-wrong', 'confidence'], where: 'choice' },
};

export function checkUnused(item: RawItem, type: ItemType, context: ItemContext): void {
  const { labels, where } = honoured[type];
  const without = new Set<Label>(special.filter((label) => !labels.includes(label)));
  for (const label of item.labels) {
    if (label.misspelt) continue;
    if (label.label === 'pass' || label.label === 'time-limit') report(label, 'inside', context);
    else if (label.label === 'feedback' && labelOf(item, 'feedback-wrong') !== undefined) report(label, where, context);
    else if (without.has(label.label)) report(label, where, context);
  }
}

/** Inside a bank nothing can be set for the quiz. */
export function checkUnusedOfBank({ preamble }: RawQuiz, context: ItemContext): void {
  for (const label of preamble) report(label, 'bank', context);
}

function report(label: RawLabel, where: Where, context: ItemContext): void {
  const value = plainText(label.blocks);
  context.report.add('quiz/not-used', context.place(label.at), { label: label.written, value: value.length > 60 ? `${value.slice(0, 60).trimEnd()}…` : value, where });
}
