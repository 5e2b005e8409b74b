/** A number is asked for: `Number: 0.693 ± 0.005 · Unit: nats`. */
import type { NumericItem } from '../../../course/item.ts';
import { plainText } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import type { ItemContext } from './lesson-context.ts';
import { nonEmpty } from './refuse.ts';
import { readNumberTarget } from './number-target.ts';
import { labelOf, type RawItem } from './raw-item.ts';

export function numeric(raw: RawItem, base: ItemBase, context: ItemContext): NumericItem | null {
  const label = labelOf(raw, 'number');
  if (label === undefined) return null;
  const words = plainText(labelOf(raw, 'unit')?.blocks ?? []);
  const target = readNumberTarget(plainText(label.blocks), nonEmpty(label), { unit: words !== '', sign: `${label.written} `, labelled: words === '' }, context);
  return target === null ? null : { ...base, type: 'numeric', shuffle: false, target, unit: words === '' ? null : words };
}
