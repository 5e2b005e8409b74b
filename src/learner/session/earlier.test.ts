/** Questions of earlier lessons: only what gives nothing away, the same ones at every visit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoursePayload, LessonOutline } from '../../course/payload.ts';
import { earlierQuestions } from './earlier.ts';
import { start, type Session } from './session.ts';
import { UNBEGUN, type ItemState } from './state.ts';

const lesson = (key: number, more: Partial<LessonOutline> = {}): LessonOutline => ({ id: `l${key}`, key, code: null, title: `L${key}`, chunk: '', parts: [], items: [[1, 1], [2, 1], [3, 0]], ...more });
const course = (lessons: LessonOutline[], earlier?: number): CoursePayload => ({
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'b', lectern: '0', target: 'web', draft: false,
  passMark: null, completion: { viewed: 0, items: 'attempted' }, lessons, ...(earlier === undefined ? {} : { earlier }),
});
const answered = (closed: boolean): ItemState => ({ tries: 1, best: 0, result: 'incorrect', closed, sureness: null, code: '', text: '' });

/** `closed`: by lesson key, the items that take no more answers, and those that do. */
function session(payload: CoursePayload, through: Record<number, [done: number[], open: number[]]>, learner = 'lan'): Session {
  const begun = start(payload, { connected: true, reason: null, resume: null, mode: 'normal', learner: { id: learner, name: '' }, passMark: null }).session;
  const lessons = new Map(Object.entries(through).map(([key, [done, open]]) => {
    const items = new Map([...done.map((item) => [item, answered(true)] as const), ...open.map((item) => [item, answered(false)] as const)]);
    return [Number(key), { seen: new Set<number>(), items, quiz: UNBEGUN }] as const;
  }));
  return { ...begun, lessons };
}
const named = (state: Session, at: LessonOutline): string[] => earlierQuestions(state, at).map(({ lesson: { key }, key: item }) => `${key}.${item}`);

describe('questions of earlier lessons', () => {
  const three = [lesson(1), lesson(2), lesson(3)];
  it('are graded ones that take no more answers, of lessons before this one', () => {
    const state = session(course(three, 10), { 1: [[1, 3], [2]], 2: [[2], []], 3: [[1, 2], []] });
    expect(named(state, three[1] ?? lesson(9))).toEqual(['1.1']);
    expect(named(state, three[2] ?? lesson(9)).sort()).toEqual(['1.1', '2.2']);
    expect(named(state, three[0] ?? lesson(9))).toEqual([]);
  });
  it('are none where a lesson keeps its answers back, and none where the author wants none', () => {
    const kept = [lesson(1, { keeps: true }), lesson(2), lesson(3)];
    expect(named(session(course(kept), { 1: [[1, 2], []] }), kept[2] ?? lesson(9))).toEqual([]);
    expect(named(session(course(three, 0), { 1: [[1, 2], []] }), three[2] ?? lesson(9))).toEqual([]);
  });
  it('come from several lessons before two come from one', () => {
    fc.assert(fc.property(fc.string(), (learner) => {
      const state = session(course(three), { 1: [[1, 2], []], 2: [[1, 2], []] }, learner);
      expect(named(state, three[2] ?? lesson(9)).map((name) => name.charAt(0)).sort()).toEqual(['1', '2']);
    }));
  });
  it('are the same at every visit, and others for other learners', () => {
    const of = (learner: string): string => named(session(course(three), { 1: [[1, 2], []], 2: [[2, 1], []] }, learner), three[2] ?? lesson(9)).sort().join();
    expect(of('lan')).toBe(of('lan'));
    expect(new Set(Array.from({ length: 30 }, (_, n) => of(`${n}`))).size).toBeGreaterThan(2);
  });
});
