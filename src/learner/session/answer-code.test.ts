import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionPayload, Response } from '../../course/payload.ts';
import { CODE_MAX } from '../../grading/resume-budget.ts';
import { decodeAnswer, encodeAnswer } from './answer-code.ts';

const options = (...ids: string[]): OptionPayload[] => ids.map((id) => ({ id, prose: [id], text: id, last: false }));
const single = (choice: string): Response => ({ type: 'single', choice });

describe('a chosen option', () => {
  const code = encodeAnswer(single('conv'), options('dense', 'conv', 'loss'));
  const read = (...ids: string[]) => decodeAnswer(code, '', { type: 'single', options: options(...ids) });

  test('is found again', () => expect(read('dense', 'conv', 'loss')).toEqual(single('conv')));
  test('is found after the options were put in another order', () => {
    expect(read('conv', 'loss', 'dense')).toEqual(single('conv'));
  });
  test('is found by its place after it was reworded', () => {
    expect(read('dense', 'convolution', 'loss')).toEqual(single('convolution'));
  });
  test('is dropped when the item no longer has so many options', () => expect(read('dense')).toBeNull());
});

describe('many chosen options', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `option_${i}`);
  test('are kept as places when there are more than eight, within the limit', () => {
    const response: Response = { type: 'multiple', choices: ids.slice(3, 36) };
    const code = encodeAnswer(response, options(...ids));
    expect(code.length).toBeLessThanOrEqual(CODE_MAX);
    expect(decodeAnswer(code, '', { type: 'multiple', options: options(...ids) })).toEqual(response);
  });
  test('keep the order in which they were chosen when there are eight or fewer', () => {
    const response: Response = { type: 'multiple', choices: ['option_9', 'option_2'] };
    const code = encodeAnswer(response, options(...ids));
    expect(decodeAnswer(code, '', { type: 'multiple', options: options(...ids) })).toEqual(response);
  });
});

test('a written answer keeps verdict, ideas and "I do not know" beside its text', () => {
  const response: Response = { type: 'short-answer', text: 'loss', unknown: true, verdict: 'partly', ideas: [0, 7] };
  expect(decodeAnswer(encodeAnswer(response, []), 'loss', { type: 'short-answer', options: [] })).toEqual(response);
});

test('an item that became another type shows no old response', () => {
  expect(decodeAnswer('t', '', { type: 'single', options: options('a') })).toBeNull();
  expect(decodeAnswer('sAaaa', '', { type: 'true-false', options: [] })).toBeNull();
});

test('no code is longer than its share of the budget, and no code at all makes the reader throw', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z_.]{1,9}$/), { maxLength: 300 });
  const types = fc.constantFrom('true-false' as const, 'single' as const, 'multiple' as const, 'short-answer' as const);
  fc.assert(
    fc.property(ids, fc.string(), types, fc.array(fc.nat(100)), (all, code, type, ideas) => {
      const known = options(...all);
      const written: Response = { type: 'short-answer', text: '', unknown: false, verdict: null, ideas };
      for (const response of [{ type: 'multiple' as const, choices: all }, single(all[0] ?? ''), written]) {
        expect(encodeAnswer(response, known).length).toBeLessThanOrEqual(CODE_MAX);
      }
      const read = decodeAnswer(code, '', { type, options: known });
      if (read?.type === 'multiple') expect(all).toEqual(expect.arrayContaining(read.choices));
    }),
  );
});
