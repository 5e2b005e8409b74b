import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, Response } from '../course/payload.ts';
import { grade } from './grade.ts';

type Scoring = 'all-or-nothing' | 'partial' | 'right-minus-wrong';
const multiple = (scoring: Scoring): AnswerKey => ({
  type: 'multiple',
  correct: ['a', 'b'],
  options: ['a', 'b', 'c', 'd', 'e'],
  scoring,
});
const choose = (...choices: string[]): Response => ({ type: 'multiple', choices });
const written: Response = { type: 'short-answer', text: 'x', unknown: false, verdict: 'got-it', ideas: [] };

describe('a single right answer', () => {
  test.each<[string, AnswerKey, Response, number, string]>([
    ['true when true', { type: 'true-false', answer: true }, { type: 'true-false', value: true }, 1, 'correct'],
    ['true when false', { type: 'true-false', answer: false }, { type: 'true-false', value: true }, 0, 'incorrect'],
    ['the right option', { type: 'single', correct: 'a' }, { type: 'single', choice: 'a' }, 1, 'correct'],
    ['another option', { type: 'single', correct: 'a' }, { type: 'single', choice: 'b' }, 0, 'incorrect'],
    ['a response of another type', { type: 'single', correct: 'a' }, written, 0, 'incorrect'],
    ['a short answer', { type: 'short-answer', modelText: 'x' }, written, 0, 'neutral'],
  ])('%s', (_, key, response, score, result) => {
    expect(grade(key, response)).toEqual({ score, result });
  });
});

describe('several right answers', () => {
  test.each<[Scoring, string[], number, string]>([
    ['all-or-nothing', ['b', 'a'], 1, 'correct'],
    ['all-or-nothing', ['a'], 0, 'incorrect'],
    ['all-or-nothing', ['a', 'b', 'c'], 0, 'incorrect'],
    ['partial', ['a', 'b'], 1, 'correct'],
    ['partial', ['a'], 0.5, 'incorrect'],
    ['partial', ['a', 'b', 'c'], 0.5, 'incorrect'],
    ['partial', ['a', 'c'], 0, 'incorrect'],
    ['partial', ['c', 'd', 'e'], 0, 'incorrect'],
    ['right-minus-wrong', ['a', 'b'], 1, 'correct'],
    ['right-minus-wrong', ['a', 'b', 'c'], 2 / 3, 'incorrect'],
    ['right-minus-wrong', ['a', 'b', 'c', 'd', 'e'], 0, 'incorrect'],
    ['right-minus-wrong', [], 0, 'incorrect'],
  ])('%s with %j scores %d', (scoring, choices, score, result) => {
    const got = grade(multiple(scoring), choose(...choices));
    expect(got.score).toBeCloseTo(score, 9);
    expect(got.result).toBe(result);
  });

  test('an item whose right answer is "none of them" is right when nothing is chosen', () => {
    const key: AnswerKey = { type: 'multiple', correct: [], options: ['a', 'b'], scoring: 'partial' };
    expect(grade(key, choose())).toEqual({ score: 1, result: 'correct' });
    expect(grade(key, choose('a'))).toEqual({ score: 0, result: 'incorrect' });
  });

  test('a choice named twice counts once', () => {
    expect(grade(multiple('partial'), choose('a', 'a', 'b'))).toEqual({ score: 1, result: 'correct' });
  });
});

test('every score lies between 0 and 1, and only a full score is called correct', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const scoring = fc.constantFrom<Scoring>('all-or-nothing', 'partial', 'right-minus-wrong');
  fc.assert(
    fc.property(fc.uniqueArray(ids), fc.uniqueArray(ids), fc.array(ids), scoring, (correct, options, choices, how) => {
      const { score, result } = grade({ type: 'multiple', correct, options, scoring: how }, choose(...choices));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      if (score === 1) expect(result).toBe('correct');
      if (result === 'correct') expect(score).toBe(1);
    }),
  );
});
