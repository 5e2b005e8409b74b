import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, type Progress } from './merge.ts';
import type { ItemState, LessonState } from './state.ts';

const items: fc.Arbitrary<ItemState> = fc
  .record({
    tries: fc.integer({ min: 1, max: 4 }),
    best: fc.constantFrom(0, 0.333333, 0.5, 1),
    result: fc.constantFrom('correct' as const, 'incorrect' as const, 'neutral' as const),
    closed: fc.boolean(),
    sureness: fc.constantFrom(null, 0, 1, 2),
    code: fc.constantFrom('t', 'f', ''),
    text: fc.constantFrom('', 'a', 'b'),
  })
  .map((item) => (item.result === 'correct' ? { ...item, closed: true } : item));
const lessons: fc.Arbitrary<LessonState> = fc.record({
  seen: fc.uniqueArray(fc.nat(4)).map((keys) => new Set(keys)),
  items: fc.uniqueArray(fc.tuple(fc.nat(3), items), { selector: ([key]) => key }).map((entries) => new Map(entries)),
  quiz: fc.record({ ended: fc.nat(2), open: fc.boolean(), allowed: fc.constantFrom(null, 0, 60, 90), used: fc.nat(60) }),
});
const progress: fc.Arbitrary<Progress> = fc.record({
  nextInteraction: fc.nat(20),
  completed: fc.boolean(),
  passed: fc.boolean(),
  lessons: fc.uniqueArray(fc.tuple(fc.nat(3), lessons), { selector: ([key]) => key }).map((entries) => new Map(entries)),
});

describe('two windows joined', () => {
  test('give the same, whichever comes first', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });

  test('give the same when one is heard twice, or joins itself', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  test('keep every part seen and every item answered, with the higher points and tries', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merge(a, b);
        for (const { lessons: own } of [a, b]) {
          for (const [key, lesson] of own) {
            const joined = both.lessons.get(key);
            for (const part of lesson.seen) expect(joined?.seen.has(part)).toBe(true);
            for (const [itemKey, item] of lesson.items) {
              const kept = joined?.items.get(itemKey);
              expect(kept?.best).toBeGreaterThanOrEqual(item.best);
              if (item.closed) expect(kept?.closed).toBe(true);
              // Of an earlier round of the quiz only the points stay.
              if (joined?.quiz.ended !== lesson.quiz.ended || joined.quiz.open !== lesson.quiz.open) continue;
              expect(kept?.tries).toBeGreaterThanOrEqual(item.tries);
              if (item.result === 'correct') expect(kept?.result).toBe('correct');
            }
          }
        }
      }),
    );
  });

  test('hold nothing that neither held', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        for (const [key, lesson] of merge(a, b).lessons) {
          const sources = [a.lessons.get(key), b.lessons.get(key)];
          for (const part of lesson.seen) expect(sources.some((source) => source?.seen.has(part))).toBe(true);
          for (const [itemKey, item] of lesson.items) {
            const candidates = sources.map((source) => source?.items.get(itemKey));
            expect(candidates.some((one) => one?.code === item.code && one.text === item.text && one.result === item.result)).toBe(true);
          }
        }
      }),
    );
  });

  test('stay passed and completed, and count interactions on from the higher number', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merge(a, b);
        expect(both.passed).toBe(a.passed || b.passed);
        expect(both.completed).toBe(a.completed || b.completed);
        expect(both.nextInteraction).toBe(Math.max(a.nextInteraction, b.nextInteraction));
      }),
    );
  });
});
