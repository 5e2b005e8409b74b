/** An opinion on a scale: `Rate: Disagree | Neutral | Agree`, never right or wrong. */
import type { LikertItem } from '../../../course/item.ts';
import { optionIds } from '../ids.ts';
import { plainText, rememberOffsets } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { cutAt, entriesOf, proseOf } from './entries.ts';
import type { ItemContext } from './lesson-context.ts';
import { fewParts, repeated } from './part-checks.ts';
import { labelOf, type RawItem } from './raw-item.ts';

export function likert(raw: RawItem, base: ItemBase, context: ItemContext): LikertItem | null {
  const label = labelOf(raw, 'rate');
  if (label === undefined) return null;
  const offsets = rememberOffsets(context.document.source);
  const steps = entriesOf(label, offsets)
    .flatMap((entry) => (entry.more.length > 0 ? [{ prose: proseOf(entry), at: entry.at }] : cutAt(/[|｜]/g, entry.words, offsets).map((prose) => ({ prose, at: entry.at }))))
    .map((step) => ({ ...step, text: plainText(step.prose) }))
    .filter(({ text }) => text !== '');
  const enough = fewParts(raw, label, { found: steps.length, least: 2, what: 'steps' }, context);
  if (!repeated(steps, context) || !enough) return null;
  const ids = optionIds(steps.map(({ text }) => text));
  return { ...base, type: 'likert', graded: false, points: 0, attempts: 0, shuffle: false, steps: steps.map(({ prose, text }, i) => ({ id: ids[i] ?? '', prose, text })) };
}
