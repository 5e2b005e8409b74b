import { expect, test } from 'vitest';
import { fold } from './table-language.ts';

test('plain words and words with accents, other quotes and dashes fold to the same form', () => {
  expect(fold('  Answer   KEY_2 ')).toBe('answer key_2');
  expect(fold('\tÁnswer\u00a0 KÉY_2\u200b')).toBe('answer key_2');
  expect(fold('Don`t – Stop')).toBe(fold("don't - stop"));
});
