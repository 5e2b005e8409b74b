/** Sealed answers open again, do not show, and cost as little to send as prose. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, sealKey, unseal } from './seal.ts';

/** No half of a surrogate pair stands alone. */
const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

test('what was sealed opens with the same key, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), fc.string(), (text, key) => {
      const sealed = seal(text, key);
      expect(unseal(sealed, key)).toBe(text);
      expect(sealed.length).toBe(text.length);
      expect(wellFormed(sealed)).toBe(wellFormed(text));
    }),
  );
});

test.each(['{"correct":"relu"}', 'Тайна', '秘密の答え', 'الجواب', 'Lösung 😀'])('“%s” does not show once it is sealed', (text) => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (course) => {
      const sealed = seal(text, sealKey(course));
      for (const word of text.match(/\p{L}{3,}/gu) ?? []) expect(sealed).not.toContain(word);
    }),
  );
});

test('the same text under the same key is the same in every build', () => {
  expect(seal('relu', 'key')).toBe(seal('relu', 'key'));
  expect(seal('relu', 'key')).toBe('XiCa');
});

test('another course gives another alphabet', () => {
  expect(unseal(seal('secret answer', sealKey('a')), sealKey('b'))).not.toBe('secret answer');
});

test('sealed prose compresses nearly as well as prose', () => {
  const prose = Array.from({ length: 200 }, (_, i) => `Layer ${i} builds on the features that layer ${i - 1} found.`).join(' ');
  expect(gzipSync(seal(prose, 'k')).length).toBeLessThan(gzipSync(prose).length * 1.2);
});
