/** A written answer that the learner compares with the author's model: counts for completion, never for the score. */
import type { RootContent } from 'mdast';
import type { ShortAnswerItem } from '../../../course/item.ts';
import type { Prose } from '../../../course/prose.ts';
import { plainText, unwrapped } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { blocksOf } from './meta.ts';
import type { RawItem } from './raw-item.ts';

export function shortAnswer(raw: RawItem, base: ItemBase): ShortAnswerItem {
  // What others say about it, where no answer is right.
  const model = [...blocksOf(raw, 'a'), ...blocksOf(raw, 'discuss')];
  return {
    ...base,
    type: 'short-answer',
    graded: false,
    points: 0,
    attempts: 0,
    shuffle: false,
    model: unwrapped(model),
    modelText: plainText(model),
    check: blocksOf(raw, 'check').flatMap(ideas),
  };
}

/** Each entry of the list under `Check:` is an idea; a lone paragraph is one too. */
function ideas(block: RootContent): Prose[] {
  return block.type === 'list' ? block.children.map((entry) => unwrapped(entry.children)) : [unwrapped([block])];
}
