/** Whoever hears all slides has seen all parts, each once, and in order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsOfSlide } from './parts-of-slide.ts';

const keys = fc.uniqueArray(fc.nat(500), { maxLength: 60 });

it('all slides together stand for all parts, each part once', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 40 }), (parts, slides) => {
      const heard = Array.from({ length: slides }, (_, slide) => partsOfSlide(parts, slide, slides)).flat();
      expect(heard).toEqual(parts);
    }),
  );
});

it('a part is seen with the last slide of its share', () => {
  expect([0, 1, 2, 3].map((slide) => partsOfSlide([7, 8], slide, 4))).toEqual([[], [7], [], [8]]);
  expect(partsOfSlide([1, 2, 3, 4], 0, 2)).toEqual([1, 2]);
});
