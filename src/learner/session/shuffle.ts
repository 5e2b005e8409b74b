/** The order in which a learner sees an item's options: Fisher–Yates from a seed, so that every visit shows the same one. */
import type { OptionPayload } from '../../course/payload.ts';
import { fnv } from '../../grading/fnv.ts';

/** Options marked `last` ("none of these") stay at the end, in the author's order. */
export function shuffled(options: readonly OptionPayload[], seed: string): OptionPayload[] {
  const moving = options.filter((option) => !option.last);
  for (let i = moving.length - 1; i > 0; i--) {
    // The index goes first, so that every later character mixes it; the high bits are the well-mixed ones.
    const j = Math.floor((fnv(`${i}\n${seed}`) / 2 ** 32) * (i + 1));
    const [a, b] = [moving[i], moving[j]];
    if (a && b) [moving[i], moving[j]] = [b, a];
  }
  return [...moving, ...options.filter((option) => option.last)];
}
