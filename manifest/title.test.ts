/** Titles are cut where a reader would cut them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from './title.ts';

test('a title that fits stays as it is', () => {
  expect(shorten('Prompt injection', 200)).toEqual({ text: 'Prompt injection', cut: false });
});

test('a long title ends after a whole word, without a dangling mark', () => {
  expect(shorten('Models, data — and the people behind them', 18)).toEqual({ text: 'Models, data…', cut: true });
});

test('a script without spaces is cut between characters', () => {
  expect(shorten('深'.repeat(30), 10)).toEqual({ text: `${'深'.repeat(9)}…`, cut: true });
});

test('neither an emoji nor an accented letter is cut in two', () => {
  expect(shorten(`${'a'.repeat(8)}😀bc`, 10).text).toBe(`${'a'.repeat(8)}…`);
  expect(shorten(`${'a'.repeat(8)}e\u0301bc`, 10).text).toBe(`${'a'.repeat(8)}…`);
});

test('the result always fits, is one line and begins as the title does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 10, max: 200 }), (title, limit) => {
      const line = title.replace(/\s+/gu, ' ').trim();
      const { text, cut } = shorten(title, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(cut).toBe(line.length > limit);
      expect(line.startsWith(cut ? text.slice(0, -1) : text)).toBe(true);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
