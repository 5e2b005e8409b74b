/** Ours and Node's are the same function. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';

const theirs = (text: string): string => createHash('sha256').update(text).digest('hex');

it('is what Node computes, at every length around a block and for any text', () => {
  for (let length = 0; length < 200; length++) expect(sha256('a'.repeat(length))).toBe(theirs('a'.repeat(length)));
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
    expect(sha256(text)).toBe(theirs(text));
  }));
});
