/** Who gets a certificate, and when answers may be printed. */
import { describe, expect, it } from 'vitest';
import type { CoursePayload } from '../course/payload.ts';
import { start, type Session } from './session/session.ts';
import { mayShowAnswers, passed } from './toolbox.ts';
import type { Opening } from './tracking/tracker.ts';

const course: CoursePayload = {
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'b', lectern: '0', target: 'scorm2004-4th', draft: false,
  passMark: 0.8, certificate: true, completion: { viewed: 0.9, items: 'attempted' }, lessons: [{ id: 'l', key: 1, code: null, title: 'L', chunk: 'l.js', parts: [1], items: [[1, 1]] }],
};
const opening: Opening = { connected: true, reason: null, resume: null, mode: 'normal', learner: { id: 'lan', name: 'Ngo, Lan' }, passMark: null };
const item = { tries: 1, best: 1, result: 'correct' as const, closed: true, sureness: null, code: '', text: '' };
const quiz = { ended: 0, open: true, allowed: null, used: 0 };
const after = (change: Partial<Session> = {}, of: CoursePayload = course): Session => ({ ...start(of, opening).session, ...change });
const right = { lessons: new Map([[1, { seen: new Set<number>(), items: new Map([[1, item]]), quiz }]]) };

describe('a certificate', () => {
  it('is for who passed, with the name as it is said', () => {
    expect(passed(after(right), opening)).toEqual({ name: 'Lan Ngo', learner: 'lan', share: 1, passMark: 0.8 });
    expect(passed(after(), opening)).toBeNull();
  });

  it('is given only where the author wants it and an LMS holds the record of somebody', () => {
    const { certificate: _, ...without } = course;
    expect(passed(after(right, without), opening)).toBeNull();
    for (const change of [{ connected: false }, { keeper: 'browser' as const }, { learner: null }]) expect(passed(after(right), { ...opening, ...change })).toBeNull();
    expect(passed(after(right), { ...opening, mode: 'review' })).not.toBeNull();
  });

  it('keeps any other name as it is', () => {
    for (const name of ['Lan Ngo', 'Ngo, Lan, Dr.', 'Lan']) expect(passed(after(right), { ...opening, learner: { id: '7', name } })?.name).toBe(name);
    expect(passed(after(right), { ...opening, learner: { id: '7', name: ' ' } })?.name).toBe('7');
  });
});

describe('answers on paper', () => {
  it('wait until the course is passed', () => {
    expect(mayShowAnswers(after())).toBe(false);
    expect(mayShowAnswers(after({ completed: true }))).toBe(false);
    expect(mayShowAnswers(after(right))).toBe(true);
  });

  it('wait until it is completed where nothing can be passed', () => {
    const practice = { ...course, passMark: null };
    expect(mayShowAnswers(after({}, practice))).toBe(false);
    expect(mayShowAnswers(after({ completed: true }, practice))).toBe(true);
  });
});
