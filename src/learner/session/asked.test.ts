/** Banks give each learner their share, the same at every visit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemOutline } from '../../course/payload.ts';
import { asked } from './asked.ts';
import { UNBEGUN, type ItemState } from './state.ts';

const banks = (keys: number[]): ItemOutline[] => [[1, 1], ...keys.map((key): ItemOutline => [key, 1, 0]), [2, 1]];
const lesson = (keys: number[], count: number) => ({ key: 1, id: 'l', items: banks(keys), draws: [count] });
const keysOf = (items: readonly ItemOutline[]): number[] => items.map(([key]) => key);
const state: ItemState = { tries: 1, best: 0, result: 'incorrect', closed: false, sureness: null, code: '', text: '' };

test('as many as wanted, in the order of the lesson, the rest untouched', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 1 }), fc.nat(12), fc.string(), (keys, count, seed) => {
      const got = keysOf(asked({ seed, lessons: new Map() }, lesson(keys, count)));
      expect(got).toHaveLength(2 + Math.min(count, keys.length));
      expect(got).toEqual([1, ...keys, 2].filter((key) => got.includes(key)));
    }),
  );
});

test('different learners get different ones', () => {
  const got = new Set(Array.from({ length: 30 }, (_, n) => keysOf(asked({ seed: `c\n${n}`, lessons: new Map() }, lesson([10, 11, 12, 13, 14, 15], 2))).join()));
  expect(got.size).toBeGreaterThan(6);
});

test('what was answered stays drawn, whatever joins the bank later', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 4, maxLength: 20 }), fc.string(), (keys, seed) => {
      const [mine = 0, ...later] = keys;
      const lessons = new Map([[1, { seen: new Set<number>(), items: new Map([[mine, state]]), quiz: UNBEGUN }]]);
      expect(keysOf(asked({ seed, lessons }, lesson([...later, mine], 2)))).toContain(mine);
    }),
  );
});

test('a lesson without banks asks everything', () => {
  const plain = { key: 1, id: 'l', items: banks([5, 6]) };
  expect(asked({ seed: '', lessons: new Map() }, plain)).toBe(plain.items);
});
