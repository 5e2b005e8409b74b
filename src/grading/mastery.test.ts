import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completion, scaled, success } from './mastery.ts';

const tally = (points: number, of: number, answered: number, open: number) => ({ points, of, answered, open });

describe('success', () => {
  test('without a pass mark it stays unknown, even with full marks', () => {
    expect(success(tally(4, 4, 4, 0), null)).toBe('unknown');
  });
  test('is passed as soon as the mark is reached, though items are still open', () => {
    expect(success(tally(3, 4, 3, 1), 0.75)).toBe('passed');
  });
  test('is not failed while any attempt is left, even when few points are', () => {
    expect(success(tally(0, 4, 4, 1), 0.75)).toBe('unknown');
  });
  test('is failed when all attempts are spent below the mark', () => {
    expect(success(tally(2, 4, 4, 0), 0.75)).toBe('failed');
  });
  test('is unknown before the first graded answer, also with a pass mark of 0', () => {
    expect(success(tally(0, 4, 0, 4), 0)).toBe('unknown');
  });
  test('two thirds kept in millionths reach a mark of two thirds, one third reaches one third', () => {
    expect(success(tally(0.666667, 1, 1, 0), 2 / 3)).toBe('passed');
    expect(success(tally(0.333333, 1, 1, 0), 1 / 3)).toBe('passed');
  });
});

describe('the score', () => {
  test('does not exist while nothing graded was answered, nor in a course without graded items', () => {
    expect(scaled(tally(0, 4, 0, 4))).toBeNull();
    expect(scaled(tally(0, 0, 0, 0))).toBeNull();
  });
  test('is the share of the points', () => {
    expect(scaled(tally(3, 4, 2, 1))).toBe(0.75);
  });
});

describe('completion', () => {
  const done = (partsSeen: number, itemsAnswered: number) => ({ parts: 10, partsSeen, items: 4, itemsAnswered });
  const plain = { passed: false, canPass: true };

  test('by the default rule needs 90 % of the parts and every item attempted', () => {
    const rule = { viewed: 0.9, items: 'attempted' } as const;
    expect(completion(rule, done(8, 4), plain).completed).toBe(false);
    expect(completion(rule, done(9, 3), plain).completed).toBe(false);
    expect(completion(rule, done(9, 4), plain)).toEqual({ completed: true, progress: 1 });
  });
  test('by "passed" needs the pass, and not every item', () => {
    const rule = { viewed: 1, items: 'passed' } as const;
    expect(completion(rule, done(10, 4), plain)).toEqual({ completed: false, progress: 14 / 15 });
    expect(completion(rule, done(10, 2), { passed: true, canPass: true })).toEqual({ completed: true, progress: 1 });
  });
  test('by "passed" in a course that nobody can pass asks for attempts instead', () => {
    const rule = { viewed: 1, items: 'passed' } as const;
    expect(completion(rule, done(10, 4), { passed: false, canPass: false }).completed).toBe(true);
  });
  test('by "none" does not wait for items', () => {
    expect(completion({ viewed: 0.5, items: 'none' }, done(5, 0), plain)).toEqual({ completed: true, progress: 1 });
  });
  test('of a 0.55 share of a hundred parts needs 55, not 56 (the product is a little more)', () => {
    const seen = { parts: 100, partsSeen: 55, items: 0, itemsAnswered: 0 };
    expect(completion({ viewed: 0.55, items: 'none' }, seen, plain).completed).toBe(true);
  });
  test('progress is 1 exactly when completed, and never leaves 0..1', () => {
    const counts = fc.record({ parts: fc.nat(50), partsSeen: fc.nat(50), items: fc.nat(50), itemsAnswered: fc.nat(50) });
    const items = fc.constantFrom('attempted' as const, 'passed' as const, 'none' as const);
    const outcome = fc.record({ passed: fc.boolean(), canPass: fc.boolean() });
    fc.assert(
      fc.property(counts, items, fc.double({ min: 0, max: 1, noNaN: true }), outcome, (given, rule, viewed, how) => {
        const got = completion({ viewed, items: rule }, given, how);
        expect(got.progress === 1).toBe(got.completed);
        expect(got.progress).toBeGreaterThanOrEqual(0);
        expect(got.progress).toBeLessThanOrEqual(1);
      }),
    );
  });
});
