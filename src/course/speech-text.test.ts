/** Sentences as they are spoken and captioned. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionAt, captionsOf, secondsOf, utterancesOf } from './speech-text.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', 'ß', '漢', '😀', ',', '.') , minLength: 1, maxLength: 12 }), { maxLength: 60 }).map((parts) => parts.join(' '));

describe('a sentence for a voice', () => {
  it('goes as a whole when it is short', () => {
    expect(utterancesOf('Forward pass: feed input, compute output.')).toEqual(['Forward pass: feed input, compute output.']);
  });

  it('is cut after marks, and nothing is lost or too long', () => {
    fc.assert(
      fc.property(words, (text) => {
        const pieces = utterancesOf(text);
        expect(pieces.join('')).toBe(text);
        expect(Math.max(0, ...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(160);
      }),
    );
    const long = `${'word '.repeat(20)}and a comma, ${'more '.repeat(20)}end.`;
    expect(utterancesOf(long)[0]?.endsWith('comma, ')).toBe(true);
  });
});

describe('a caption', () => {
  it('is at most two lines of 42 characters, and all words come', () => {
    fc.assert(
      fc.property(words, (text) => {
        const captions = captionsOf(text);
        for (const lines of captions) {
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
        }
        expect(captions.flat().join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('stays as long as its letters take', () => {
    const captions = [['ten letter'], ['ten letter'], ['twenty letters, long']];
    expect([0, 0.24, 0.26, 0.49, 0.51, 1].map((share) => captionAt(captions, share))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(captionAt([], 0.5)).toBe(0);
  });
});

describe('the time a sentence takes', () => {
  it('is that of 150 words a minute and a breath', () => {
    expect(secondsOf('One two three four five.', 1)).toBeCloseTo(2.25);
    expect(secondsOf('One two three four five.', 2)).toBeCloseTo(1.25);
  });

  it('counts letters where there are no spaces', () => {
    expect(secondsOf('損失は下がる。', 1)).toBeGreaterThan(1);
  });

  it('is finite and more than nothing for anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(0.75, 1, 2), (text, rate) => void expect(secondsOf(text, rate)).toBeGreaterThan(0)));
  });
});
