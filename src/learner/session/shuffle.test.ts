import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffled } from './shuffle.ts';

const options = (n: number, last: number[] = []) =>
  Array.from({ length: n }, (_, i) => ({ id: `o${i}`, prose: [], text: '', last: last.includes(i) }));
const order = (n: number, seed: string, last: number[] = []) => shuffled(options(n, last), seed).map(({ id }) => id);

test('the same learner sees the same order at every visit', () => {
  expect(order(8, 'nets\nu-17\nact')).toEqual(order(8, 'nets\nu-17\nact'));
});

test('nothing is lost or doubled, and what must stay last stays last', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.string(), (n, seed) => {
      const got = order(n + 1, seed, [n]);
      expect(got.toSorted()).toEqual(options(n + 1).map(({ id }) => id).toSorted());
      expect(got.at(-1)).toBe(`o${n}`);
    }),
  );
});

test('over many learners each of the six orders of three options is about as frequent', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const key = order(3, `course\nlearner-${i}\nitem`).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
