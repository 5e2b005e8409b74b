/** True or false: an answer that is nothing but one of the two words. */
import type { TrueFalseItem } from '../../../course/item.ts';
import { plainText } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { truthOf } from './truth.ts';

export function trueFalse(raw: RawItem, base: ItemBase, context: ItemContext): TrueFalseItem {
  const answer = truthOf(plainText(labelOf(raw, 'a')?.blocks ?? []), context.document.language) === true;
  // Two options in a fixed order: shuffling true and false would only confuse.
  return { ...base, type: 'true-false', answer, shuffle: false };
}
