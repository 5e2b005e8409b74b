/** A quiz taken as a whole: nothing is told before its end, nothing is lost at its end, and another round begins clean. */
import { describe, expect, test } from 'vitest';
import type { CoursePayload, ItemPayload, SealedItem } from '../../course/payload.ts';
import type { QuizRules } from '../../course/quiz.ts';
import { advance, record, start, toResume, type LearnerEvent, type Session } from './session.ts';
import { standing } from './standing.ts';

const item = (key: number): ItemPayload => ({
  id: `q${key}`, key, type: 'true-false', graded: true, points: 1, objectives: ['o'], attempts: 0, shuffle: false, prompt: [], text: `${key}`, options: [], targets: [], blanks: [], body: null,
  unit: null, reuse: false, image: null, confidence: false, part: null, select: null, hints: [], sealed: '',
});
const items = [item(1), item(2)];
const course: CoursePayload = {
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'b', lectern: '0', target: 'scorm2004', draft: false, passMark: 1, completion: { viewed: 0, items: 'attempted' },
  lessons: [{ id: 'l', key: 1, code: null, title: 'L', chunk: '', parts: [], items: items.map(({ key }) => [key, 1]), quiz: true }],
};
const sealed: SealedItem = { key: { type: 'true-false', answer: true }, why: null, feedbackRight: null, feedbackWrong: null, optionFeedback: {}, model: null, modelText: '', check: [] };
const objectives = [{ id: 'o', text: 'O' }];

const opened = (resume: string | null, rules: Partial<QuizRules>): Session => {
  const { session } = start(course, { connected: true, reason: null, resume, mode: 'normal', learner: null, passMark: null });
  return advance(session, { kind: 'opened', lesson: 1, rules: { attempts: 0, feedback: 'end', review: 'always', timeLimit: null, shuffle: false, ...rules } }).session;
};
const say = (which: ItemPayload, value: boolean): LearnerEvent => ({
  kind: 'answered', lesson: 1, item: which, sealed, objectives, items, response: { type: 'true-false', value }, sureness: null, latencySeconds: 1, at: 0,
});
const handIn: LearnerEvent = { kind: 'quiz-ended', lesson: 1, items, objectives };
const again: LearnerEvent = { kind: 'quiz-again', lesson: 1, items };
const after = (session: Session, ...events: LearnerEvent[]): Session => events.reduce((so, event) => advance(so, event).session, session);
const first = (session: Session) => record(session, 1, item(1));

describe('feedback at the end', () => {
  test('withholds the verdict, lets an answer be changed as often as one likes, and counts the last', () => {
    const changed = after(opened(null, {}), say(item(1), true), say(item(1), false));
    expect(first(changed)).toMatchObject({ withheld: true, done: false, tries: 2, last: { value: false } });
    expect(standing(changed).points).toBe(0);
    expect(standing(after(changed, say(item(1), true))).points).toBe(1);
  });
  test('comes with handing in, and after that nothing changes', () => {
    const over = after(opened(null, {}), say(item(1), false), handIn);
    expect(first(over)).toMatchObject({ withheld: false, keptBack: false, done: true, result: 'incorrect' });
    expect(advance(over, say(item(1), true))).toEqual({ session: over, facts: [] });
    expect(record(over, 1, item(2))).toMatchObject({ tries: 0, done: true, result: 'incorrect' });
  });
  test('never comes where the author does not want it', () => {
    expect(first(after(opened(null, { feedback: 'never' }), say(item(1), true), handIn))).toMatchObject({ withheld: true, done: true });
  });
});

describe('rounds', () => {
  test('failed is told only when the last one was handed in, also with questions left open', () => {
    const rules = { attempts: 2 };
    const once = after(opened(null, rules), say(item(1), false), handIn);
    expect(standing(once).success).toBe('unknown');
    const { session, facts } = advance(after(once, again, say(item(1), false)), handIn);
    expect(facts.map(({ kind }) => kind)).toContain('failed');
    expect(standing(session)).toMatchObject({ success: 'failed', itemsAnswered: 2 });
  });
  test('another one begins without answers and keeps the points', () => {
    const second = after(opened(null, { attempts: 2 }), say(item(1), true), handIn, again);
    expect(first(second)).toMatchObject({ tries: 0, last: null, done: false });
    expect(standing(second).points).toBe(1);
    expect(standing(after(second, say(item(1), false))).points).toBe(1);
  });
  test('with feedback at once an item is tried as often in each round as its author says', () => {
    const rules = { attempts: 2, feedback: 'immediate' } as const;
    const hard = { ...item(1), attempts: 1 };
    const missed = after(opened(null, rules), say(hard, false));
    expect(record(missed, 1, hard)).toMatchObject({ done: true, attemptsLeft: 0, withheld: false, keptBack: false });
    expect(record(after(missed, handIn, again), 1, hard)).toMatchObject({ done: false, attemptsLeft: 1 });
  });
});

test('time and rounds come back from the store', () => {
  const begun = after(opened(null, { attempts: 3 }), say(item(1), true), handIn, again, { kind: 'quiz-begun', lesson: 1, allowed: 900 }, { kind: 'quiz-ticked', lesson: 1, used: 61.4, allowed: 960 });
  expect(opened(toResume(begun), {}).lessons.get(1)?.quiz).toEqual({ ended: 1, open: true, allowed: 960, used: 61 });
});

describe('review', () => {
  const wrong = [say(item(1), false), say(item(2), true), handIn] as const;
  test('always: what would have been right is shown', () => {
    expect(first(after(opened(null, {}), ...wrong)).keptBack).toBe(false);
  });
  test('after-pass: whether it was right is told at once, what would have been right only once the course is passed', () => {
    const failed = after(opened(null, { review: 'after-pass' }), ...wrong);
    expect(first(failed)).toMatchObject({ keptBack: true, withheld: false, result: 'incorrect', done: true });
    expect(record(failed, 1, item(2)).keptBack).toBe(false);
    expect(first({ ...failed, passed: true }).keptBack).toBe(false);
    expect(first({ ...failed, passMark: null, completed: true }).keptBack).toBe(false);
    expect(record(after(opened(null, { review: 'after-pass' }), handIn), 1, item(1))).toMatchObject({ tries: 0, keptBack: true });
  });
  test('never: not even then', () => {
    expect(first({ ...after(opened(null, { review: 'never' }), ...wrong), passed: true }).keptBack).toBe(true);
  });
});
