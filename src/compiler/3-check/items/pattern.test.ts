/** Which patterns a page may run: the harmless ones, however long a wrong answer is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP_MAX } from '../../../grading/text.ts';
import { isSlow } from './pattern.ts';

describe('a pattern', () => {
  it.each(['re-?lu', 'rectified\\s+linear(\\s+unit)?', '(a|b)+c', '[a-z]+@[a-z]+\\.[a-z]{2,}', '\\d+(?:[.,]\\d+)?', '(?:foo|bar|baz){1,3}', '.*foo.*', 'colou?rs?', '(\\w+\\s)*\\w+', 'a{2,5}', '(?=.*\\d)[a-z\\d]+', '[^/]+/[^/]+', '\\p{L}+', '(?<y>\\d{4})-\\d\\d', '[\\]]', ''])('is harmless: %s', (source) => {
    expect(isSlow(source, 'iu')).toBe(false);
  });

  it.each(['(a+)+h', '(a|a)*b', '(a|ab|b)*c', '(\\w+\\s?)*!', '(.*)*x', '((a{1,10}){1,10})b', '(a*)*(a*)*b', '\\s*\\s*\\s*\\s*x', '(a)\\1', '(?=(a+)+b)a', '(|){30}a', '(x+x+)+y', '([a-zA-Z]+)*1', '(a?){40}a{40}'])('takes too many ways: %s', (source) => {
    expect(isSlow(source, '')).toBe(true);
  });

  it('that is called harmless ends soon on any answer of the longest kind', () => {
    const piece = fc.constantFrom('a', 'b', '.', '\\w', 'a+', 'b*', '(a|b)', '(ab)+', '(a*b)*', '(a+)*', '[ab]{1,3}', '(?:a|ab)*', '\\s?');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), fc.constantFrom('a', 'b', 'ab', 'aab', 'ba', ' a'), (pieces, unit) => {
        const source = pieces.join('');
        if (isSlow(source, '')) return;
        const begun = performance.now();
        new RegExp(`^(?:${source})$`).test(`${unit.repeat(GAP_MAX).slice(0, GAP_MAX - 1)}!`);
        expect(performance.now() - begun).toBeLessThan(1500);
      }),
      { numRuns: 60 },
    );
  });
});
