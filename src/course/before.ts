/** Questions of a quiz that are asked before the text is read, for a try: which they are, and under which numbers their answers are kept. */
import type { ItemType } from './item.ts';

/** `Pre-questions: 2` of a lesson. */
export interface PreQuestions {
  count: number;
  /** What is right is told at once, before the quiz asks the same. */
  told: boolean;
}

/** More would be a test of what nobody has read. */
export const PRE_QUESTIONS_MAX = 2;

/** Added to an item's key; keys from a lock file are far from it. An older player leaves such answers out. */
export const BEFORE_KEY = 36 ** 4;

/** Types that a guess can answer in a moment. */
const GUESSED: ReadonlySet<ItemType> = new Set<ItemType>(['single', 'multiple', 'true-false', 'fill-in', 'numeric', 'matching', 'categorise', 'ordering', 'hotspot']);

/** The first of the quiz; those of a bank are drawn for each learner, and stand nowhere before that. */
export function preQuestions<Asked extends { type: ItemType; part: string | null; bank: string | null }>(items: readonly Asked[], { count }: PreQuestions): Asked[] {
  return items.filter(({ type, part, bank }) => part === null && bank === null && GUESSED.has(type)).slice(0, count);
}
