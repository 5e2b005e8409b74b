/** What the page says the LMS was told, and what the LMS says itself. */
import { describe, expect, it } from 'vitest';
import type { CoursePayload } from '../course/payload.ts';
import { strings as en } from '../locales/en.ts';
import { recordWords } from '../locales/en-record.ts';
import { resultSentence } from './results-view.ts';
import { start, type Session } from './session/session.ts';

const strings = { ...en, ...recordWords };
const course: CoursePayload = {
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'b', lectern: '0', target: 'scorm2004-4th', draft: false,
  passMark: 0.8, completion: { viewed: 0, items: 'attempted' }, lessons: [{ id: 'l', key: 1, code: null, title: 'L', chunk: 'l.js', parts: [1], items: [[1, 1]] }],
};
const item = { tries: 1, best: 0.9, result: 'correct' as const, closed: true, sureness: null, code: '', text: '' };
const session: Session = {
  ...start(course, { connected: true, reason: null, resume: null, mode: 'normal', learner: null, passMark: null }).session,
  lessons: new Map([[1, { seen: new Set<number>(), items: new Map([[1, item]]), quiz: { ended: 0, open: true, allowed: null, used: 0 } }]]),
};

describe('the result in words', () => {
  it('was reported, as long as the LMS was not asked', () => {
    expect(resultSentence(session, strings, null)).toBe('Reported to your LMS: passed, 90%.');
  });
  it('is confirmed where the LMS says the same, to the percent', () => {
    expect(resultSentence(session, strings, { status: 'passed', share: 0.9004 })).toBe('Confirmed by your LMS: passed, 90%.');
    expect(resultSentence(session, strings, { status: 'passed', share: null })).toBe('Confirmed by your LMS: passed, 90%.');
  });
  it('says what the LMS shows where that is something else', () => {
    expect(resultSentence(session, strings, { status: 'failed', share: 0.9 })).toBe('Reported to your LMS: passed, 90%. Your LMS itself shows: not passed, 90%.');
    expect(resultSentence(session, strings, { status: 'passed', share: 0.5 })).toBe('Reported to your LMS: passed, 90%. Your LMS itself shows: passed, 50%.');
  });
});
