import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionPayload, Response } from '../../course/payload.ts';
import { CODE_MAX } from '../../grading/resume-budget.ts';
import { decodeAnswer, encodeAnswer, writtenIn, type Answerable } from './answer-code.ts';

const options = (...ids: string[]): OptionPayload[] => ids.map((id) => ({ id, prose: [id], text: id, last: false }));
const item = (type: Answerable['type'], parts: Partial<Answerable> = {}): Answerable => ({ type, options: [], targets: [], blanks: [], ...parts });
const single = (choice: string): Response => ({ type: 'single', choice });
const again = (response: Response, of: Answerable): Response | null => decodeAnswer(encodeAnswer(response, of), writtenIn(response), of);

describe('a chosen option', () => {
  const code = encodeAnswer(single('conv'), item('single', { options: options('dense', 'conv', 'loss') }));
  const read = (...ids: string[]) => decodeAnswer(code, '', item('single', { options: options(...ids) }));

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
  const of = item('multiple', { options: options(...ids) });
  test('are kept as places when there are more than eight, within the limit', () => {
    const response: Response = { type: 'multiple', choices: ids.slice(3, 36) };
    expect(encodeAnswer(response, of).length).toBeLessThanOrEqual(CODE_MAX);
    expect(again(response, of)).toEqual(response);
  });
  test('keep the order in which they were chosen when there are eight or fewer', () => {
    const response: Response = { type: 'multiple', choices: ['option_9', 'option_2'] };
    expect(again(response, of)).toEqual(response);
  });
});

test('a written answer keeps verdict, ideas and "I do not know" beside its text', () => {
  const response: Response = { type: 'short-answer', text: 'loss', unknown: true, verdict: 'partly', ideas: [0, 7] };
  expect(again(response, item('short-answer'))).toEqual(response);
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z_.]{1,9}$/), { minLength: 1, maxLength: 12 });

describe('what is typed', () => {
  test('a number is kept as it was typed', () => {
    const response: Response = { type: 'numeric', text: '0,693' };
    expect(again(response, item('numeric'))).toEqual(response);
  });

  test('the words of several gaps come back each in its gap', () => {
    const words = fc.stringMatching(/^\S{0,5}( \S{1,5})?$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (values) => {
        const of = item('fill-in', { blanks: values.map((_, i) => ({ id: `b${i + 1}` })) });
        expect(again({ type: 'fill-in', values }, of)).toEqual({ type: 'fill-in', values });
      }),
    );
  });

  test('a text that had to be cut short leaves the last gaps empty', () => {
    const of = item('fill-in', { blanks: [{ id: 'b1' }, { id: 'b2' }] });
    expect(decodeAnswer('x2', 'ReL', of)).toEqual({ type: 'fill-in', values: ['ReL', ''] });
  });

  test('the words mean nothing once the question has another number of gaps', () => {
    expect(decodeAnswer('x2', 'a\nb', item('fill-in', { blanks: [{ id: 'b1' }] }))).toBeNull();
  });
});

describe('what is placed or put in order', () => {
  test('comes back as it was, with places left empty', () => {
    fc.assert(
      fc.property(ids, ids, fc.array(fc.nat(12)), (left, right, picks) => {
        const of = item('matching', { options: options(...left), targets: options(...right) });
        const pairs = Object.fromEntries(left.flatMap((id, i) => (right[picks[i] ?? 99] === undefined ? [] : [[id, right[picks[i] ?? 99] ?? '']])));
        expect(again({ type: 'matching', pairs }, of)).toEqual({ type: 'matching', pairs });
      }),
    );
  });

  test('an order comes back as it was', () => {
    fc.assert(
      fc.property(ids, (order) => {
        const of = item('ordering', { options: options(...[...order].sort()) });
        expect(again({ type: 'ordering', order }, of)).toEqual({ type: 'ordering', order });
      }),
    );
  });

  test('means nothing once the item has other parts', () => {
    const code = encodeAnswer({ type: 'ordering', order: ['b', 'a'] }, item('ordering', { options: options('a', 'b') }));
    expect(decodeAnswer(code, '', item('ordering', { options: options('a', 'c') }))).toBeNull();
    expect(decodeAnswer(code, '', item('ordering', { options: options('a', 'b', 'c') }))).toBeNull();
  });

  test('is not kept when there is too much of it', () => {
    const many = Array.from({ length: 60 }, (_, i) => `step_${i}`);
    expect(encodeAnswer({ type: 'ordering', order: many }, item('ordering', { options: options(...many) }))).toBe('');
  });
});

test('an item that became another type shows no old response', () => {
  expect(decodeAnswer('t', '', item('single', { options: options('a') }))).toBeNull();
  expect(decodeAnswer('sAaaa', '', item('true-false'))).toBeNull();
  expect(decodeAnswer('sAaaa', '', item('ordering', { options: options('a') }))).toBeNull();
});

test('no code is longer than its share of the budget, and no code at all makes the reader throw', () => {
  const many = fc.uniqueArray(fc.stringMatching(/^[a-z_.]{1,9}$/), { maxLength: 300 });
  const types = fc.constantFrom<Answerable['type']>('true-false', 'single', 'multiple', 'fill-in', 'numeric', 'matching', 'categorise', 'ordering', 'likert', 'hotspot', 'short-answer');
  fc.assert(
    fc.property(many, fc.string(), types, fc.array(fc.nat(100)), (all, code, type, ideas) => {
      const of = item(type, { options: options(...all), targets: options(...all.slice(1)), blanks: all.slice(0, 40).map((id) => ({ id })) });
      const responses: Response[] = [
        { type: 'multiple', choices: all },
        single(all[0] ?? ''),
        { type: 'short-answer', text: '', unknown: false, verdict: null, ideas },
        { type: 'fill-in', values: all },
        { type: 'ordering', order: all },
        { type: 'categorise', pairs: Object.fromEntries(all.map((id) => [id, id])) },
      ];
      for (const response of responses) expect(encodeAnswer(response, of).length).toBeLessThanOrEqual(CODE_MAX);
      const read = decodeAnswer(code, '', of);
      if (read?.type === 'multiple') expect(all).toEqual(expect.arrayContaining(read.choices));
    }),
  );
});
