/** Blanks are named by the author's words, and by nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProseData } from '../course/prose.ts';
import { sentenceWithGaps, wordsAround } from './blanks.ts';

const gap: ProseData[number] = ['span', { 'data-blank': 'b' }];

test('up to three words on each side, without marks, through emphasis', () => {
  const prose: ProseData = ['Long ago, the ', ['em', 0, 'first'], ' wheel (of wood) was ', gap, ', then of ', gap, '.'];
  expect(wordsAround(prose)).toEqual([
    { after: 'of wood was', before: 'then of' },
    { after: 'then of', before: '' },
  ]);
});

test('a sentence that begins with a blank is named by what follows', () => {
  expect(wordsAround([gap, ' is a gas.'])).toEqual([{ after: '', before: 'is a gas' }]);
});

test('as many as there are blanks, and never long, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(gap))), (prose) => {
      const around = wordsAround(prose.filter((node) => node !== '\u0000' && !(typeof node === 'string' && node.includes('\u0000'))));
      expect(around).toHaveLength(prose.filter((node) => node === gap).length);
      for (const { after, before } of around) expect(Math.max(after.length, before.length)).toBeLessThanOrEqual(32);
    }),
  );
});

test('the sentence has a gap for each blank, also where two stand side by side, and none before a full stop', () => {
  expect(sentenceWithGaps(['The order is ', gap, ', brakes,\n', gap, gap, '.'])).toBe('The order is …, brakes, … ….');
});
