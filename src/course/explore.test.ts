/** How far stretches of a scale are apart. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compared } from './explore.ts';

it('on a logarithmic scale says how many times', () => {
  expect(compared('log', { low: 10e6, high: 500e6 }, { low: 100, high: 5000 })).toEqual({ by: 100_000, words: 'times', swapped: false });
  expect(compared('log', { low: 100, high: 5000 }, { low: 10e6, high: 500e6 })).toEqual({ by: 100_000, words: 'times', swapped: true });
  expect(compared('log', { low: 1, high: 1 }, { low: 1, high: 1 }).words).toBe('same');
});

it('on a linear scale says how much more', () => {
  expect(compared('linear', { low: 1990, high: 2000 }, { low: 2020, high: 2020 })).toEqual({ by: 25, words: 'apart', swapped: true });
});

it('is the same from both sides', () => {
  const stretch = fc.record({ low: fc.double({ min: 0.001, max: 1e9, noNaN: true }), high: fc.double({ min: 0.001, max: 1e9, noNaN: true }) });
  fc.assert(
    fc.property(fc.constantFrom('log', 'linear'), stretch, stretch, (scale, a, b) => {
      const [there, back] = [compared(scale, a, b), compared(scale, b, a)];
      expect(there.by).toBe(back.by);
      expect(there.by).toBeGreaterThanOrEqual(0);
    }),
  );
});
