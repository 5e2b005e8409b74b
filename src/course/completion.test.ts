/** Shares as authors of any language write them. */
import { expect, it } from 'vitest';
import { readCompletion, readShare } from './completion.ts';

it.each([
  ['80%', 0.8],
  ['80 ٪', 0.8],
  ['٧٠٪', 0.7],
  ['۷۰٫۵٪', 0.705],
  ['８０％', 0.8],
  ['0,8', 0.8],
  ['80', null],
  ['١٢٠٪', null],
  ['٧٠', null],
])('a share written as %s is %s', (written, share) => {
  expect(readShare(written)).toBe(share);
});

it('a completion rule may say its share in other digits', () => {
  expect(readCompletion('viewed ٩٠٪ + quiz passed')).toEqual({ viewed: 0.9, items: 'passed' });
});
