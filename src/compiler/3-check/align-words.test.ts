/** Words of two texts that belong together. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignWords } from './align-words.ts';

const words = (text: string): string[] => text.split(' ');
const together = (a: string, b: string): string[] => alignWords(words(a), words(b)).map(([l, r]) => `${words(a)[l] ?? ''}=${words(b)[r] ?? ''}`);

it('finds what was said in other words, left out or put in between', () => {
  expect(together('a b c d e f', 'a b um c d e f')).toEqual(['a=a', 'b=b', 'c=c', 'd=d', 'e=e', 'f=f']);
  expect(together('a b x c d', 'a b y z c d')).toEqual(['a=a', 'b=b', 'c=c', 'd=d']);
  expect(together('no more no more', 'no more no more')).toHaveLength(4);
  expect(together('a b', 'x y')).toEqual([]);
});

it('pairs equal words only, both rising; equal texts word by word', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const pairs = alignWords(left, right);
      expect(pairs.every(([l, r], index) => left[l] === right[r] && l > (pairs[index - 1]?.[0] ?? -1) && r > (pairs[index - 1]?.[1] ?? -1))).toBe(true);
      expect(alignWords(left, left)).toHaveLength(left.length);
    }),
  );
});

it('takes a talk of a day', () => {
  const day = Array.from({ length: 100_000 }, (_, index) => `w${index % 5_000}`);
  expect(alignWords(day, day)).toHaveLength(day.length);
});
