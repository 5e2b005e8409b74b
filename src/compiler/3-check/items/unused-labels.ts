/** Labels that are understood but change nothing where they stand: their authors would rely on them (authoring 1.2.2). */
import type { ItemType } from '../../../course/item.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import type { RawItem, RawLabel, RawQuiz } from './raw-item.ts';

type Where = 'yet' | 'written' | 'choice' | 'truth' | 'inside';

/** What this version honours nowhere. `draw` and the shapes have an error of their own. */
const later = new Set<Label>(['difficulty', 'case', 'confidence', 'time-limit', 'unit', 'reuse', 'discuss']);
const laterForQuiz = new Set<Label>(['attempts', 'time-limit', 'feedback', 'scoring', 'confidence']);

const without: Readonly<Record<ItemType, { labels: ReadonlySet<Label>; where: Where }>> = {
  'short-answer': { labels: new Set<Label>(['points', 'attempts', 'shuffle', 'scoring', 'select', 'options', 'feedback-right', 'feedback-wrong']), where: 'written' },
  'true-false': { labels: new Set<Label>(['shuffle', 'scoring', 'select', 'check']), where: 'truth' },
  single: { labels: new Set<Label>(['scoring', 'check']), where: 'choice' },
  multiple: { labels: new Set<Label>(['check']), where: 'choice' },
  'fill-in': { labels: new Set<Label>(), where: 'choice' },
  numeric: { labels: new Set<Label>(), where: 'choice' },
  matching: { labels: new Set<Label>(), where: 'choice' },
  ordering: { labels: new Set<Label>(), where: 'choice' },
  categorise: { labels: new Set<Label>(), where: 'choice' },
  likert: { labels: new Set<Label>(), where: 'choice' },
  hotspot: { labels: new Set<Label>(), where: 'choice' },
};

export function checkUnused(item: RawItem, type: ItemType, context: ItemContext): void {
  const { labels, where } = without[type];
  for (const label of item.labels) {
    if (label.label === 'pass') report(label, 'inside', context);
    else if (later.has(label.label)) report(label, 'yet', context);
    else if (labels.has(label.label)) report(label, where, context);
  }
}

/** `Attempts: 3` above the questions counts tries of the whole quiz, which is another thing than tries of each question. */
export function checkUnusedOfQuiz({ preamble }: RawQuiz, context: ItemContext): void {
  for (const label of preamble) if (laterForQuiz.has(label.label)) report(label, 'yet', context);
}

function report(label: RawLabel, where: Where, context: ItemContext): void {
  const value = plainText(label.blocks);
  context.report.add('quiz/not-used', context.place(label.at), { label: label.written, value: value.length > 60 ? `${value.slice(0, 60).trimEnd()}…` : value, where });
}
