/** What stands below the last card, from the answers alone. */
import { expect, test } from 'vitest';
import type { CoursePayload, ItemPayload } from '../course/payload.ts';
import { PLAIN_QUIZ } from '../course/quiz.ts';
import { strings as en } from '../locales/en.ts';
import { recordWords } from '../locales/en-record.ts';
import { abilities } from './abilities.ts';
import { start, type Session } from './session/session.ts';

const strings = { ...en, ...recordWords };
const item = (key: number, objective: string): ItemPayload => ({
  id: `q${key}`, key, type: 'true-false', prompt: [], text: 'Q', graded: true, points: 1, attempts: 1, objectives: [objective], options: [], targets: [], blanks: [],
  unit: null, reuse: false, image: null, confidence: false, part: null, select: null, hints: [], sealed: '', shuffle: false, body: [],
});
const items = [item(1, 'a'), item(2, 'b')];
const outline = { id: 'l', key: 1, code: null, title: 'L', chunk: '', parts: [], items: items.map(({ key }): [number, number] => [key, 1]) };
const course: CoursePayload = {
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'b', lectern: '0', target: 'scorm2004', draft: false, passMark: 1, completion: { viewed: 0, items: 'attempted' }, lessons: [outline],
};
const payload = { id: 'l', items, objectives: [{ id: 'a', number: 1, text: 'Tell ice' }, { id: 'b', number: 2, text: 'Explain salt' }, { id: 'c', number: 3, text: 'Nobody asks' }] };
const state = { tries: 1, best: 1, result: 'correct' as const, closed: true, sureness: null, code: '', text: '' };
const fresh = start(course, { connected: true, reason: null, resume: null, mode: 'normal', learner: null, passMark: null }).session;
const session: Session = { ...fresh, lessons: new Map([[1, { seen: new Set<number>(), items: new Map([[1, state]]), quiz: { ended: 0, open: true, allowed: null, used: 0 } }]]) };

test('objectives that are asked about, each with what became of its questions', () => {
  expect(abilities(session, outline, payload, strings)).toEqual([{ text: 'Tell ice', verdict: strings.results.points(1, 1) }, { text: 'Explain salt', verdict: strings.item.unanswered }]);
});

test('nothing before the first answer, and nothing that the learner is not to be told yet', () => {
  expect(abilities(fresh, outline, payload, strings)).toBeNull();
  expect(abilities({ ...session, rules: new Map([[1, { ...PLAIN_QUIZ, feedback: 'end' }]]) }, outline, payload, strings)).toBeNull();
});
