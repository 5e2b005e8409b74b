/** Did-you-mean finds typing mistakes and stays silent when nothing is near. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, typingDistance } from './nearest.ts';

describe('nearest', () => {
  it('finds a word with a letter dropped, changed or swapped', () => {
    expect(nearest('biuld', ['build', 'help'])).toBe('build');
    expect(nearest('layer.png', ['layers.png', 'logo.png'])).toBe('layers.png');
    expect(nearest('--stirct', ['--strict', '--draft'])).toBe('--strict');
  });

  it('finds a word that differs in case only', () => {
    expect(nearest('Lesson.MD', ['lesson.md'])).toBe('lesson.md');
  });

  it('suggests nothing when nothing is near', () => {
    expect(nearest('deploy', ['build', 'help'])).toBeNull();
    expect(nearest('x', ['build'])).toBeNull();
  });

  it('does not compare very long words', () => {
    expect(nearest('a'.repeat(5000), ['a'.repeat(4999)])).toBeNull();
  });
});

describe('typingDistance', () => {
  it('is zero only for equal words and does not depend on the direction', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = typingDistance(a, b, 20);
        expect(distance === 0).toBe(a === b);
        expect(typingDistance(b, a, 20)).toBe(distance);
      }),
    );
  });

  it('counts to the limit as it would without one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'é', 'م'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(typingDistance(a, b, limit)).toBe(Math.min(typingDistance(a, b, 20), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});
