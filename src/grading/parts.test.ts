import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, BlankKey, Response } from '../course/payload.ts';
import { grade } from './grade.ts';
import { partsRight } from './parts.ts';

const gap = (accept: string[], patterns: { source: string; flags: string }[] = []): BlankKey => ({ id: 'b1', kind: 'text', accept, patterns });
const fillIn = (blanks: BlankKey[], changes: Partial<AnswerKey & { type: 'fill-in' }> = {}): AnswerKey => ({ type: 'fill-in', blanks, exactCase: false, scoring: 'partial', decimal: '.', ...changes });
const typed = (...values: string[]): Response => ({ type: 'fill-in', values });

describe('words in a gap', () => {
  const key = fillIn([gap(['ReLU', 'rectified linear unit'], [{ source: 're-?lu', flags: 'i' }])]);
  test.each([
    ['relu', true],
    ['  Rectified   linear unit. ', true],
    ['ＲｅＬＵ', true],
    ['RE-LU', true],
    ['a relu', false],
    ['relus', false],
    ['', false],
  ])('%j', (value, right) => expect(grade(key, typed(value)).result).toBe(right ? 'correct' : 'incorrect'));

  test('capital letters count where the author says so', () => {
    expect(grade(fillIn([gap(['.pt'])], { exactCase: true }), typed('.PT')).score).toBe(0);
    expect(grade(fillIn([gap(['.pt'])], { exactCase: true }), typed('.pt ')).score).toBe(1);
  });

  test('an answer of signs alone is not trimmed away', () => {
    expect(grade(fillIn([gap(['...'])]), typed('...')).score).toBe(1);
    expect(grade(fillIn([gap(['C++'])]), typed('c++')).score).toBe(1);
    expect(grade(fillIn([gap(['C++'])]), typed('C')).score).toBe(0);
  });

  test('a pattern that this browser cannot read is not met', () => {
    expect(grade(fillIn([gap([], [{ source: '(', flags: '' }])]), typed('(')).score).toBe(0);
  });
});

describe('numbers', () => {
  const target = { value: 0.693, min: 0.688, max: 0.698 };
  const key: AnswerKey = { type: 'numeric', target, decimal: ',' };
  test.each([
    ['0,693', 1],
    ['0,688', 1],
    ['0,698', 1],
    ['0,6981', 0],
    ['0.69', 1],
    ['nearly 0,7', 0],
  ])('%s scores %d', (text, score) => expect(grade(key, { type: 'numeric', text }).score).toBe(score));

  test('bounds are not lost to binary fractions', () => {
    const sum: AnswerKey = { type: 'numeric', target: { value: 0.1, min: 0.1 - 0.3, max: 0.1 + 0.2 }, decimal: '.' };
    expect(grade(sum, { type: 'numeric', text: '0.3' }).score).toBe(1);
  });
});

describe('pairs, groups and places', () => {
  const matching: AnswerKey = { type: 'matching', pairs: { cnn: 'images', rnn: 'sequences', gbdt: 'tables' }, scoring: 'partial' };
  const ordering: AnswerKey = { type: 'ordering', order: ['a', 'b', 'c', 'd'], scoring: 'partial' };
  test('each pair has its share', () => {
    const response: Response = { type: 'matching', pairs: { cnn: 'images', rnn: 'tables' } };
    expect(grade(matching, response).score).toBeCloseTo(1 / 3);
    expect(partsRight(matching, response)).toEqual({ cnn: true, rnn: false, gbdt: false });
  });
  test('each place has its share', () => {
    const response: Response = { type: 'ordering', order: ['a', 'c', 'b', 'd'] };
    expect(grade(ordering, response)).toEqual({ score: 0.5, result: 'incorrect' });
    expect(partsRight(ordering, response)).toEqual({ a: true, b: false, c: false, d: true });
  });
  test('all or nothing is all or nothing', () => {
    expect(grade({ ...ordering, scoring: 'all-or-nothing' }, { type: 'ordering', order: ['a', 'b', 'c'] }).score).toBe(0);
    expect(grade({ ...ordering, scoring: 'all-or-nothing' }, { type: 'ordering', order: ['a', 'b', 'c', 'd'] }).score).toBe(1);
  });
  test('an opinion is neither right nor wrong, and a region is or is not the right one', () => {
    expect(grade({ type: 'likert' }, { type: 'likert', choice: 'agree' })).toEqual({ score: 0, result: 'neutral' });
    expect(grade({ type: 'hotspot', correct: 'bin' }, { type: 'hotspot', choice: 'bin' }).result).toBe('correct');
    expect(grade({ type: 'hotspot', correct: 'bin' }, { type: 'hotspot', choice: 'pt' }).result).toBe('incorrect');
  });
});

test('any response to any key has a score from 0 to 1, and only a full one is correct', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__');
  const ids = fc.uniqueArray(id, { minLength: 1 });
  const scoring = fc.constantFrom('all-or-nothing' as const, 'partial' as const);
  const pairs = fc.dictionary(id, id);
  const keys: fc.Arbitrary<AnswerKey> = fc.oneof(
    fc.record({ type: fc.constantFrom('matching' as const, 'categorise' as const), pairs, scoring }),
    fc.record({ type: fc.constant('ordering' as const), order: ids, scoring }),
    fc.record({ type: fc.constant('fill-in' as const), blanks: fc.array(ids.map((accept) => gap(accept))), exactCase: fc.boolean(), scoring, decimal: fc.constantFrom('.' as const, ',' as const) }),
    fc.constant<AnswerKey>({ type: 'likert' }),
  );
  const responses: fc.Arbitrary<Response> = fc.oneof(
    fc.record({ type: fc.constantFrom('matching' as const, 'categorise' as const), pairs }),
    fc.record({ type: fc.constant('ordering' as const), order: ids }),
    fc.record({ type: fc.constant('fill-in' as const), values: fc.array(fc.oneof(fc.string(), id)) }),
    fc.record({ type: fc.constant('numeric' as const), text: fc.string() }),
  );
  fc.assert(
    fc.property(keys, responses, (key, response) => {
      const { score, result } = grade(key, response);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(result === 'correct').toBe(score === 1);
    }),
  );
});
