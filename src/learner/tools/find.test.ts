/** The search within a course. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractOf, find, fold, hits, indexed, wordsOf } from './find.ts';

const spots = indexed([
  {
    id: 'l1',
    language: 'en',
    spots: [
      ['read', 'intro', 'What a gradient is', 'A slope. The gradient points uphill.'],
      ['read', 'lectern-term-gradient', 'Gradient', 'The slope of the loss in every weight.'],
      ['slides', 'lectern-slide-2', 'Training', 'Follow the gradients downhill, step by step.'],
      ['read', 'strasse', 'Straße', 'Die Straße ist naß. Café.'],
      ['read', 'sonshitsu', '損失', '損失は下がる。'],
    ],
  },
]);
const found = (query: string): string[] => find(spots, query).map(({ id }) => id);

describe('what is found', () => {
  it('has every word, whatever their order, case and accents', () => {
    expect(found('UPHILL gradient')).toEqual(['intro']);
    expect(found('strasse cafe')).toEqual(['strasse']);
    expect(found('損失')).toEqual(['sonshitsu']);
    expect(found('gradient nowhere')).toEqual([]);
  });

  it('has the term itself first, headings before text', () => {
    expect(found('gradient')).toEqual(['lectern-term-gradient', 'intro', 'lectern-slide-2']);
  });

  it('is nothing for no words', () => {
    expect(found('  ')).toEqual([]);
    expect(found('?!')).toEqual([]);
    expect(wordsOf('“loss”  loss')).toEqual(['loss']);
  });

  it('never fails, and what is found has the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { maxLength: 5 }), (query, texts) => {
        const all = indexed([{ id: 'x', language: 'en', spots: texts.map(([title, text], i) => ['read', String(i), title, text]) }]);
        for (const spot of find(all, query)) for (const word of wordsOf(query)) expect(spot.foldedTitle + '\n' + spot.foldedText).toContain(word);
      }),
    );
  });
});

describe('an extract', () => {
  it('marks the words in their own letters', () => {
    expect(hits('Die STRASSE und Straße', ['strasse'])).toEqual([[4, 11], [16, 22]]);
    expect(extractOf('A slope. The gradient points uphill.', ['gradient'])).toEqual([
      { text: 'A slope. The ', hit: false },
      { text: 'gradient', hit: true },
      { text: ' points uphill.', hit: false },
    ]);
  });

  it('is a part of the text, marked pieces are what was asked for, and it is short', () => {
    const word = fc.constantFrom('loss', 'Loss', 'lößs', 'x', 'gradient,', '漢字', 'é');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')), (text) => {
        const pieces = extractOf(text, ['loss']);
        const inner = pieces.map((piece) => piece.text).join('').replace(/^… | …$/g, '');
        expect(text).toContain(inner);
        expect(inner.length).toBeLessThan(200);
        for (const piece of pieces) if (piece.hit) expect(fold(piece.text)).toContain('loss');
      }),
    );
  });
});
