import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, sealKey, unseal } from './seal.ts';

test('what was sealed opens with the same key, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, key) => {
      expect(unseal(seal(text, key), key)).toBe(text);
    }),
  );
});

test('a sealed answer does not show in the text, and is base64 that any file can carry', () => {
  const sealed = seal('{"correct":"relu"}', 'nets\nact\nWhich?');
  expect(sealed).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(sealed).not.toContain('relu');
  expect(atob(sealed)).not.toContain('relu');
});

test('the same text under the same key is the same in every build', () => {
  expect(seal('relu', 'key')).toBe(seal('relu', 'key'));
  expect(seal('relu', 'key')).toBe('yQW2Nw==');
});

test('another item, another prompt or another course gives another key', () => {
  const keys = [
    sealKey('a', { id: 'q', text: 'Why?' }),
    sealKey('b', { id: 'q', text: 'Why?' }),
    sealKey('a', { id: 'r', text: 'Why?' }),
    sealKey('a', { id: 'q', text: 'How?' }),
  ];
  expect(new Set(keys).size).toBe(4);
  const [first = '', ...others] = keys;
  for (const other of others) expect(unseal(seal('secret answer', first), other)).not.toBe('secret answer');
});

test('text that is not base64 is refused with an exception', () => {
  expect(() => unseal('not sealed!', 'key')).toThrow();
});
