import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBits, unpackBits } from './bits.ts';
import { cutEscaped, escapeText, unescapeText } from './plain-text.ts';

test('any text comes back, half characters and emoji included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unescapeText(escapeText(text))).toBe(text);
    }),
  );
});

test('escaped text has no blank, no separator, no control and nothing outside the basic plane', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeText(text)).not.toMatch(/[\s;|*~<&\x00-\x1f\ud800-\udfff]/);
    }),
  );
});

test('blanks of every kind are hidden, because stores trim and collapse them', () => {
  expect(escapeText('a b\u00a0c\u3000d\u1680e\u205ff\n')).not.toMatch(/\s/);
});

test('a cut text is a beginning of the whole, within its limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(60), (text, limit) => {
      const cut = cutEscaped(escapeText(text), limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      const read = unescapeText(cut);
      expect(text.startsWith(read)).toBe(true);
      expect(read).toBe(read.replace(/[\ud800-\udbff]$/, ''));
    }),
  );
});

test('a set of numbers comes back as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400)), (members) => {
      expect(unpackBits(packBits(members))).toEqual(members.toSorted((a, b) => a - b));
    }),
  );
});

test('numbers that no set holds are left out, and foreign letters are refused', () => {
  expect(packBits([-1, 1.5, Number.NaN, 70_000, 2])).toBe(packBits([2]));
  expect(unpackBits('A!')).toBeNull();
});
