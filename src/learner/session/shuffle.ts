/** The order in which a learner meets things: Fisher–Yates from a seed, so that every visit shows the same one. */
import { fnv } from '../../grading/fnv.ts';

/** Things marked `last` ("none of these") stay at the end, in the author's order. */
export function shuffled<Thing extends object>(things: readonly Thing[], seed: string): Thing[] {
  const stays = (thing: Thing): boolean => 'last' in thing && thing.last === true;
  const moving = things.filter((thing) => !stays(thing));
  for (let i = moving.length - 1; i > 0; i--) {
    // The index goes first, so that every later character mixes it; the high bits are the well-mixed ones.
    const j = Math.floor((fnv(`${i}\n${seed}`) / 2 ** 32) * (i + 1));
    const [a, b] = [moving[i], moving[j]];
    if (a && b) [moving[i], moving[j]] = [b, a];
  }
  return [...moving, ...things.filter(stays)];
}
