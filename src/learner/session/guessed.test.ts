/** Guesses before the text: kept, counted nowhere, told to nobody. */
import { describe, expect, it } from 'vitest';
import { course as payload, itemById } from '../../../test/traces/course.ts';
import { BEFORE_KEY } from '../../course/before.ts';
import type { CoursePayload, Response } from '../../course/payload.ts';
import { CODE_MAX, worstCase } from '../../grading/resume-budget.ts';
import { RESUME_ROOM } from '../../vocabulary/scorm12.ts';
import { recordIn } from './record-in.ts';
import { advance, record, start, toResume, type Session } from './session.ts';
import { lessonStanding, standing } from './standing.ts';

const { item, sealed } = itemById('bias');
const guess = { ...item, id: `${item.id}-before`, key: item.key + BEFORE_KEY, graded: false, points: 0, objectives: [], attempts: 1, part: 'top' };
const [outline = payload.lessons[0]] = payload.lessons;
const course: CoursePayload = { ...payload, lessons: payload.lessons.map((each) => ({ ...each, before: 1 })) };
const begin = (resume: string | null = null): Session => start(course, { connected: true, reason: null, resume, mode: 'normal', learner: null, passMark: null }).session;
const answer = (value: boolean): Response => ({ type: 'true-false', value });
const after = (session: Session, value: boolean) => advance(session, { kind: 'guessed', lesson: 1, item: guess, sealed, response: answer(value), sureness: null });

describe('a guess before the text', () => {
  it('is told to nobody, counts nowhere, and leaves the question itself untouched', () => {
    const before = begin();
    for (const value of [true, false]) {
      const { session, facts } = after(before, value);
      expect(facts).toEqual([]);
      expect(standing(session)).toEqual(standing(before));
      if (outline !== undefined) expect(lessonStanding(session, outline)).toEqual(lessonStanding(before, outline));
      expect(record(session, 1, item).tries).toBe(0);
      expect(session.nextInteraction).toBe(before.nextInteraction);
    }
  });

  it('is taken once, and comes back at the next visit', () => {
    const once = after(begin(), true).session;
    const twice = after(once, false).session;
    const back = begin(toResume(twice));
    expect(record(back, 1, guess)).toMatchObject({ tries: 1, last: answer(true) });
    expect(after(back, false).session).toBe(back);
  });

  it('joins the work of another window, and does not hide what that answered', () => {
    const other = after(begin(), true).session;
    const joined = advance(begin(), { kind: 'joined', resume: toResume(other), facts: [] }).session;
    expect(record(joined, 1, guess).last).toEqual(answer(true));
    expect(record(joined, 1, item).tries).toBe(0);
  });

  it('keeps to itself whether it was right, unless the author wants it told', () => {
    const { session } = after(begin(), true);
    const at = (told: boolean) => recordIn(session, { outline: { key: 1 }, payload: { items: [item], before: [guess], ...(told ? { beforeTold: true as const } : {}) } }, guess);
    expect(at(false)).toMatchObject({ withheld: true, done: true });
    expect(at(true)).toMatchObject({ withheld: false, done: true });
    expect(recordIn(session, { outline: { key: 1 }, payload: { items: [item], before: [guess] } }, item)).toEqual(record(session, 1, item));
  });

  it('is told to who looks back, once the quiz has told the same', () => {
    const look = (session: Session) => recordIn({ ...session, mode: 'review' }, { outline: { key: 1 }, payload: { items: [item], before: [guess] } }, guess);
    const { session } = after(begin(), true);
    expect(look(session)).toMatchObject({ withheld: true, done: true });
    const { result } = look(session);
    const taken = (from: Session, value: boolean): Session =>
      advance(from, { kind: 'answered', lesson: 1, item, sealed, objectives: [], items: [item], response: answer(value), sureness: null, latencySeconds: 1, at: 0 }).session;
    const right = result === 'correct';
    expect(look(taken(session, right))).toMatchObject({ withheld: false, keptBack: false, done: true, result });
    // Who may still try the question finds no answer to it above the text.
    if (item.attempts !== 1) expect(look(taken(session, !right))).toMatchObject({ withheld: true });
    expect(recordIn(taken(session, right), { outline: { key: 1 }, payload: { items: [item], before: [guess] } }, guess)).toMatchObject({ withheld: true });
  });

  it('has its room in what an LMS keeps', () => {
    const room = (each: CoursePayload) => worstCase(each, RESUME_ROOM);
    const text = toResume(after(begin(), true).session);
    const own = text.slice(text.indexOf('*')).length;
    expect(room(course).bare + CODE_MAX - room(payload).bare).toBeGreaterThanOrEqual(own);
    expect(room(course).full).toBeGreaterThan(room(payload).full);
  });

  it('is left out where the course has such questions no more', () => {
    const text = toResume(after(begin(), true).session);
    const plain = start(payload, { connected: true, reason: null, resume: text, mode: 'normal', learner: null, passMark: null }).session;
    expect(record(plain, 1, guess).tries).toBe(0);
  });
});
