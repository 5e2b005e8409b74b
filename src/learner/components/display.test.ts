/** The display a learner chose, as text and back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDisplay, SIZES, USUAL, writeDisplay } from './display.ts';

it('comes back as it was written', () => {
  const display = fc.record({ theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const), size: fc.nat(SIZES.length - 1), wide: fc.boolean(), still: fc.boolean() });
  fc.assert(fc.property(display, (chosen) => void expect(readDisplay(writeDisplay(chosen))).toEqual(chosen)));
});

it('is the usual one from any other text', () => {
  expect(readDisplay(null)).toEqual(USUAL);
  fc.assert(fc.property(fc.string().filter((text) => !/^[ald][0-3][nw][ms]$/.test(text)), (text) => void expect(readDisplay(text)).toEqual(USUAL)));
});
