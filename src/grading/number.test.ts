import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSign, readAs, readNumber } from './number.ts';

describe('a number in a learner’s words', () => {
  test.each<[string, string, number | null]>([
    ['16', 'en', 16],
    ['0.693', 'en', 0.693],
    ['0,693', 'de', 0.693],
    ['0.5', 'de', 0.5],
    ['12,5', 'en', 12.5],
    ['1.500', 'de', 1500],
    ['1,500', 'en', 1500],
    ['1 500,25', 'fr', 1500.25],
    ["1'500.25", 'de-CH', 1500.25],
    ['−3', 'en', -3],
    ['+ 3', 'en', 3],
    ['.5', 'en', 0.5],
    ['1.5e3', 'en', 1500],
    ['1,5 × 10^-3', 'de', 0.0015],
    ['2·10⁶', 'en', 2e6],
    ['１６', 'ja', 16],
    ['٠٫٥', 'ar', 0.5],
    ['١٬٥٠٠', 'ar', 1500],
    ['sixteen', 'en', null],
    ['16 GB', 'en', null],
    ['1,2,3', 'en', null],
    ['1..5', 'en', null],
    ['', 'en', null],
    ['9'.repeat(80), 'en', null],
    ['1e999', 'en', null],
  ])('%j in %s is %s', (text, language, value) => {
    expect(readNumber(text, language)).toBe(value);
  });

  test('is the number that was written, in each language', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom('en', 'de', 'fr', 'ja'), (value, language) => {
        const written = value.toFixed(3);
        expect(readNumber(written.replace('.', decimalSign(language)), language)).toBeCloseTo(Number(written), 9);
      }),
    );
  });

  test('is never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, language) => void readNumber(text, language)));
  });
});

test('what an author writes is read in the language’s own way only', () => {
  expect(readAs('0,45', ',')).toBe(0.45);
  expect(readAs('0,45', '.')).toBeNull();
  expect(readAs('0.45', ',')).toBeNull();
});

test('an unknown language has a point', () => {
  expect(decimalSign('no such language!')).toBe('.');
});
