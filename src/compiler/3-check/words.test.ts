import { expect, test } from 'vitest';
import { sameForm, singleSpaced } from './words.ts';

test('any white space is one space, and single spaces stay', () => {
  expect(singleSpaced('one two')).toBe('one two');
  expect(singleSpaced(' one\u00a0two\n three\t\tfour  five\u3000six\r\n')).toBe('one two three four five six');
});

test('wordings are compared without case, width and spacing', () => {
  expect(sameForm(' Ａ\u00a0Large\n  Language\tModel ')).toBe('a large language model');
});
