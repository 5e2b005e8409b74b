/** Keys on the tabs, by the ARIA pattern. */
import { expect, it } from 'vitest';
import { targetOf } from './tabs.ts';

it.each([
  ['ArrowRight', 0, false, 1],
  ['ArrowRight', 2, false, 0],
  ['ArrowLeft', 0, false, 2],
  ['ArrowRight', 0, true, 2],
  ['ArrowLeft', 0, true, 1],
  ['Home', 2, false, 0],
  ['End', 0, false, 2],
  ['a', 1, false, -1],
])('%s on tab %i (right to left: %s) leads to tab %i', (key, from, rightToLeft, expected) => {
  expect(targetOf(key, from, 3, rightToLeft)).toBe(expected);
});
