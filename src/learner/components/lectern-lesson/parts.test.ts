/** How long a part must be on screen before it counts as read. */
import { expect, it } from 'vitest';
import { dwellSeconds } from './parts.ts';

it('asks for a quarter of the reading time, and for eight seconds at most', () => {
  expect(dwellSeconds('')).toBe(0);
  expect(dwellSeconds('word '.repeat(40))).toBeCloseTo(3);
  expect(dwellSeconds('word '.repeat(4000))).toBe(8);
});
