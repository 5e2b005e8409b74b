import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, CoursePayload, ItemPayload, LessonOutline, Response } from '../../course/payload.ts';
import { CODE_MAX, PLACE_MAX, TEXT_TOTAL, TRIES_MAX, worstCase, type ResumeRoom } from '../../grading/resume-budget.ts';
import { RESUME_ROOM as SMALL } from '../../vocabulary/scorm12.ts';
import { RESUME_ROOM as LARGE } from '../../vocabulary/scorm2004.ts';
import type { Opening } from '../tracking/tracker.ts';
import { SECONDS_MAX } from './quiz.ts';
import { fromResume } from './resume.ts';
import { advance, record, start, toResume } from './session.ts';
import type { LearnerEvent, Session } from './session.ts';
import { standing } from './standing.ts';
import { UNBEGUN } from './state.ts';

const TYPES = ['true-false', 'single', 'multiple', 'short-answer'] as const;
const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, prose: [], text: id, last: false }));

/** Item n of a lesson: type, points and attempts follow from its key, so that any course can be asked about it. */
function itemOf(lesson: number, key: number): ItemPayload {
  const type = TYPES[key % 4] ?? 'single';
  const graded = type !== 'short-answer';
  return {
    id: `l${lesson}.q${key}`,
    key,
    type,
    graded,
    points: graded ? 1 + (key % 3) : 0,
    objectives: ['o'],
    attempts: key % 5,
    shuffle: false,
    prompt: [],
    text: 'Why?',
    options: OPTIONS,
    targets: [],
    blanks: [],
    body: null,
    unit: null,
    reuse: false,
    image: null,
    confidence: false,
    part: null,
    select: null,
    hints: [],
    sealed: '',
  };
}

function answerKey(item: ItemPayload): AnswerKey {
  if (item.type === 'true-false') return { type: item.type, answer: true };
  if (item.type === 'single') return { type: item.type, correct: 'a' };
  if (item.type === 'short-answer') return { type: item.type, modelText: 'x' };
  return { type: 'multiple', correct: ['a', 'b', 'c'], options: ['a', 'b', 'c', 'd'], scoring: 'partial' };
}

function responseTo(item: ItemPayload, draw: number, text: string): Response {
  if (item.type === 'true-false') return { type: item.type, value: draw % 2 === 0 };
  if (item.type === 'single') return { type: item.type, choice: OPTIONS[draw % 4]?.id ?? 'a' };
  if (item.type === 'multiple') return { type: item.type, choices: OPTIONS.filter((_, i) => draw & (1 << i)).map((o) => o.id) };
  return { type: 'short-answer', text, unknown: draw % 2 === 0, verdict: draw % 3 ? 'partly' : null, ideas: [draw % 60] };
}

const keys = (max: number, size: number) => fc.uniqueArray(fc.nat(max), { maxLength: size });
const courses = fc
  .record({
    lessons: fc.uniqueArray(fc.record({ key: fc.nat(2000), parts: keys(200, 8), items: keys(90, 6) }), {
      selector: ({ key }) => key,
      maxLength: 5,
    }),
    passMark: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    items: fc.constantFrom('attempted' as const, 'passed' as const, 'none' as const),
  })
  .map(({ lessons, passMark, items }) => courseOf(lessons, passMark, items));

function courseOf(
  lessons: { key: number; parts: number[]; items: number[] }[],
  passMark: number | null,
  items: 'attempted' | 'passed' | 'none',
  whole = true,
): CoursePayload {
  const outline = lessons.map(
    ({ key, parts, items: own }): LessonOutline => ({
      id: `l${key}`,
      key,
      code: null,
      title: '',
      chunk: '',
      parts,
      items: own.map((k) => [k, itemOf(key, k).points]),
      ...(whole ? { quiz: true as const } : {}),
    }),
  );
  const head = { format: 1, id: 'c', iri: 'https://example.org/c', title: 'c', language: 'en', version: '1', build: 'abcdefabcdef', lectern: '0.1.0' };
  return { ...head, target: 'scorm2004', draft: false, passMark, completion: { viewed: 0.9, items }, lessons: outline };
}

const opening = (resume: string | null): Opening => ({
  connected: true,
  reason: null,
  resume,
  mode: 'normal',
  learner: null,
  passMark: null,
});

interface Draw {
  lesson: number;
  thing: number;
  answer: number;
  text: string;
  what: number;
}
const draws = fc.array(
  fc.record({
    lesson: fc.nat(),
    thing: fc.nat(),
    answer: fc.nat(15),
    text: fc.string({ unit: 'binary', maxLength: 20 }),
    what: fc.nat(9),
  }),
  { maxLength: 60 },
);

function eventFrom(course: CoursePayload, draw: Draw): LearnerEvent | null {
  const lesson = course.lessons[draw.lesson % Math.max(1, course.lessons.length)];
  if (draw.what === 0 || !lesson) return { kind: 'moved', place: draw.text };
  const part = lesson.parts[draw.thing % Math.max(1, lesson.parts.length)];
  if (draw.what < 3) return part === undefined ? null : { kind: 'part-seen', lesson: lesson.key, part };
  const items = lesson.items.map(([k]) => itemOf(lesson.key, k));
  if (draw.what > 5) return quizEvent(lesson.key, items, draw);
  const key = lesson.items[draw.thing % Math.max(1, lesson.items.length)]?.[0];
  if (key === undefined) return null;
  const item = itemOf(lesson.key, key);
  const hidden = { why: null, feedbackRight: null, feedbackWrong: null, optionFeedback: {}, model: null, modelText: '', check: [] };
  return {
    kind: 'answered',
    lesson: lesson.key,
    item,
    sealed: { key: answerKey(item), ...hidden },
    objectives: [{ id: 'o', text: 'o' }],
    items,
    response: responseTo(item, draw.answer, draw.text),
    sureness: [null, 0, 1, 2][draw.answer % 4] ?? null,
    latencySeconds: 1,
    at: 0,
  };
}

function quizEvent(lesson: number, items: ItemPayload[], { what, answer, thing }: Draw): LearnerEvent {
  if (what === 6) {
    const feedback = (['immediate', 'end', 'never'] as const)[answer % 3] ?? 'end';
    return { kind: 'opened', lesson, rules: { attempts: thing % 3, feedback, review: (['always', 'after-pass', 'never'] as const)[thing % 3] ?? 'always', timeLimit: null, shuffle: false } };
  }
  if (what === 7) return { kind: 'quiz-begun', lesson, allowed: thing };
  return what === 8 ? { kind: 'quiz-ended', lesson, items, objectives: [] } : { kind: 'quiz-again', lesson, items };
}

function play(course: CoursePayload, list: Draw[], each: (before: Session, after: Session) => void = () => undefined): Session {
  let { session } = start(course, opening(null));
  for (const draw of list) {
    const event = eventFrom(course, draw);
    if (!event) continue;
    const after = advance(session, event).session;
    each(session, after);
    session = after;
  }
  return session;
}

describe('whatever a learner does', () => {
  test('the score never falls, passed and completed are never taken back, progress never shrinks', () => {
    fc.assert(
      fc.property(courses, draws, (course, list) => {
        play(course, list, (before, after) => {
          const [was, is] = [standing(before), standing(after)];
          expect(is.points).toBeGreaterThanOrEqual(was.points);
          expect(is.progress).toBeGreaterThanOrEqual(was.progress);
          if (was.success === 'passed') expect(is.success).toBe('passed');
          if (was.completed) expect(is.completed).toBe(true);
          expect(after.nextInteraction - before.nextInteraction).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('all of it comes back from the stored text: standing, place and every response', () => {
    fc.assert(
      fc.property(courses, draws, (course, list) => {
        const session = play(course, list);
        const again = start(course, opening(toResume(session)));
        expect(again).toMatchObject({ resumed: true, lost: false });
        // What was decided is said once more, for an LMS that kept the progress and not the verdict; nothing else is.
        expect(again.facts.map(({ kind }) => kind)).toEqual(session.completed || session.passed || standing(session).success === 'failed' ? ['reached'] : []);
        expect(standing(again.session)).toEqual(standing(session));
        expect(again.session.place).toBe(session.place);
        expect(again.session.nextInteraction).toBe(session.nextInteraction);
        for (const lesson of course.lessons) {
          for (const [key] of lesson.items) {
            const item = itemOf(lesson.key, key);
            // The rules of a quiz come with its lesson, not from the store.
            expect(record({ ...again.session, rules: session.rules }, lesson.key, item)).toEqual(record(session, lesson.key, item));
          }
        }
        expect(toResume(again.session)).toBe(toResume(session));
      }),
    );
  });

  test('the stored text never exceeds the worst case computed at build time', () => {
    fc.assert(
      fc.property(courses, draws, fc.string({ unit: 'binary', maxLength: 900 }), fc.nat(3000), (course, list, long, budget) => {
        const session = play(course, list.map((draw) => ({ ...draw, text: draw.text + long })));
        for (const room of [LARGE, SMALL, { ...LARGE, max: budget + 1000 }]) {
          const { bare, full } = worstCase(course, room);
          expect(sizeIn(room, toResume(session, room)) + room.notes).toBeLessThanOrEqual(Math.max(bare, Math.min(full, room.max)));
          expect(fromResume(toResume(session, room), course)).not.toBeNull();
        }
      }),
    );
  });
});

const sizeIn = ({ unit }: ResumeRoom, text: string): number => (unit === 'bytes' ? Buffer.byteLength(text) : text.length);

test('in the 4,096 bytes of SCORM 1.2, sixty questions keep every try, every place, every choice and some of what was written', () => {
  const lessons = Array.from({ length: 6 }, (_, i) => ({ key: 10 + i, parts: Array.from({ length: 12 }, (_unused, part) => part), items: Array.from({ length: 10 }, (_unused, key) => 20 + key) }));
  const course = courseOf(lessons, 0.5, 'attempted');
  const state = (key: number) => ({ tries: TRIES_MAX, best: 0.654321, result: 'incorrect' as const, closed: true, sureness: null, code: 'm'.repeat(CODE_MAX), text: key % 10 === 0 ? 'Überprüfung 日本語 '.repeat(40) : '' });
  const full: Session = {
    ...start(course, opening(null)).session,
    place: 'p'.repeat(PLACE_MAX),
    nextInteraction: 36 ** 7 - 1,
    lessons: new Map(lessons.map(({ key, parts, items }) => [key, { seen: new Set(parts), items: new Map(items.map((i) => [i, state(i)])), quiz: UNBEGUN }])),
  };
  expect(worstCase(course, SMALL)).toMatchObject({ full: 4096 });
  const text = toResume(full, SMALL);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
  const stored = fromResume(text, course);
  expect(stored?.place).toBe(full.place);
  for (const { key, parts, items } of lessons) {
    expect([...(stored?.lessons.get(key)?.seen ?? [])]).toEqual(parts);
    for (const item of items) {
      const kept = stored?.lessons.get(key)?.items.get(item);
      expect(kept).toMatchObject({ tries: TRIES_MAX, best: 0.654321, closed: true, code: 'm'.repeat(CODE_MAX) });
      if (item === 20) expect(kept?.text.length).toBeGreaterThan(10);
    }
  }
});

test('the worst case leaves little air: a session at every limit comes within a tenth of it', () => {
  const lessons = Array.from({ length: 20 }, (_, i) => ({
    key: 1000 + i,
    parts: Array.from({ length: 30 }, (_, part) => part),
    items: Array.from({ length: 10 }, (_, key) => 100 + key),
  }));
  const course = courseOf(lessons, 0.5, 'attempted');
  const quiz = { ended: TRIES_MAX, open: true, allowed: SECONDS_MAX, used: SECONDS_MAX };
  const state = { tries: TRIES_MAX, best: 1, result: 'neutral' as const, closed: true, sureness: 2, code: 'm'.repeat(CODE_MAX), text: 'x'.repeat(900) };
  const full: Session = {
    ...start(course, opening(null)).session,
    place: 'p'.repeat(PLACE_MAX),
    nextInteraction: 36 ** 7 - 1,
    lessons: new Map(lessons.map(({ key, parts, items }) => [key, { seen: new Set(parts), items: new Map(items.map((i) => [i, state])), quiz }])),
  };
  const { length } = toResume(full, LARGE);
  const most = worstCase(course, LARGE).full;
  expect(length).toBeLessThanOrEqual(most - LARGE.notes);
  expect(length).toBeGreaterThan(most * 0.9);
});

test('a course too large for every answer keeps all scores and tries, and the answers given last', () => {
  const lessons = Array.from({ length: 1000 }, (_, i) => ({ key: i, parts: [0, 1, 2, 3, 4, 5, 6, 7], items: [0, 1, 2, 3] }));
  const course = courseOf(lessons, 0.5, 'attempted', false);
  const quiz = UNBEGUN;
  const state = { tries: TRIES_MAX, best: 1, result: 'correct' as const, closed: true, sureness: 2, code: 's'.padEnd(CODE_MAX, 'a'), text: '' };
  const full: Session = {
    ...start(course, opening(null)).session,
    lessons: new Map(lessons.map(({ key, parts, items }) => [key, { seen: new Set(parts), items: new Map(items.map((i) => [i, state])), quiz }])),
  };
  expect(worstCase(course, LARGE).bare).toBeLessThanOrEqual(LARGE.max);
  const text = toResume(full, LARGE);
  expect(text.length).toBeLessThanOrEqual(LARGE.max - LARGE.notes);
  const stored = fromResume(text, course);
  for (const { key, items } of lessons) {
    for (const item of items) expect(stored?.lessons.get(key)?.items.get(item)).toMatchObject({ tries: TRIES_MAX, best: 1, closed: true });
  }
  expect(stored?.lessons.get(0)?.items.get(0)?.code).toBe('');
  expect(stored?.lessons.get(999)?.items.get(3)?.code).toBe(state.code);
});

test('no limit can cost a score: only answers make room', () => {
  fc.assert(
    fc.property(courses, draws, fc.nat(2000), (course, list, limit) => {
      const session = play(course, list);
      const stored = fromResume(toResume(session, { max: limit, unit: 'characters', notes: 0 }), course);
      const whole = fromResume(toResume(session), course);
      for (const [key, lesson] of whole?.lessons ?? []) {
        for (const [item, { tries, best, result, closed }] of lesson.items) {
          expect(stored?.lessons.get(key)?.items.get(item)).toMatchObject({ tries, best, result, closed });
        }
      }
      const room: ResumeRoom = { max: limit, unit: 'characters', notes: 0 };
      expect(toResume(session, room).length).toBeLessThanOrEqual(Math.max(limit, worstCase(course, room).bare));
    }),
  );
});

describe('after the course was updated', () => {
  test('what the course no longer has takes no room in the stored text', () => {
    const items = Array.from({ length: 60 }, (_, i) => i);
    const list = items.map((_, thing) => ({ lesson: 0, thing, answer: 1, text: 'loss', what: 5 }));
    const before = play(courseOf([{ key: 1, parts: [0, 90], items }], null, 'attempted'), list);
    const small = courseOf([{ key: 1, parts: [0], items: [7] }], null, 'attempted');
    const after = start(small, opening(toResume(before))).session;
    expect([...(after.lessons.get(1)?.items.keys() ?? [])]).toEqual([7]);
    expect(toResume(after).length).toBeLessThan(80);
    expect(record(after, 1, itemOf(1, 7))).toEqual(record(before, 1, itemOf(1, 7)));
  });
  test('answers to items that still exist are kept and count as before', () => {
    fc.assert(
      fc.property(courses, courses, draws, (old, now, list) => {
        const session = play(old, list);
        const again = start(now, opening(toResume(session)));
        expect(again.resumed).toBe(true);
        expect(toResume(again.session).length).toBeLessThanOrEqual(worstCase(now, LARGE).full);
        for (const lesson of now.lessons) {
          for (const [key] of lesson.items) {
            const item = itemOf(lesson.key, key);
            const kept = old.lessons.some((o) => o.key === lesson.key && o.items.some(([k]) => k === key));
            const expected = kept ? record(session, lesson.key, item) : record(start(now, opening(null)).session, lesson.key, item);
            expect(record(again.session, lesson.key, item)).toEqual(expected);
          }
        }
      }),
    );
  });
});

test('long answers share the room for text fairly, and none breaks the rest', () => {
  const items = Array.from({ length: 60 }, (_, i) => i * 4 + 3);
  const course = courseOf([{ key: 1, parts: [], items }], null, 'attempted');
  const list = items.map((_, thing) => ({ lesson: 0, thing, answer: 1, text: 'ä'.repeat(5000), what: 5 }));
  const text = toResume(play(course, list));
  expect(text.length).toBeLessThan(TEXT_TOTAL + 3500);
  const again = start(course, opening(text)).session;
  const kept = items.map((key) => record(again, 1, itemOf(1, key)).last);
  for (const last of kept) expect(last).toMatchObject({ text: 'ä'.repeat(166) });
});
