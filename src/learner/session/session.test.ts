import { describe, expect, test } from 'vitest';
import { course, itemById, lesson } from '../../../test/traces/course.ts';
import type { CoursePayload, Response } from '../../course/payload.ts';
import type { Fact, Opening } from '../tracking/tracker.ts';
import { advance, partSeen, record, start, toResume } from './session.ts';
import type { LearnerEvent, Session } from './session.ts';
import { lessonStanding, objectiveStandings, standing } from './standing.ts';

const opening: Opening = {
  connected: true,
  reason: null,
  resume: null,
  mode: 'normal',
  learner: { id: 'u-17', name: 'Ngo, Lan' },
  passMark: null,
};
const begin = (given: Partial<CoursePayload> = {}, open: Partial<Opening> = {}) =>
  start({ ...course, ...given }, { ...opening, ...open });

const see = (part: number): LearnerEvent => ({ kind: 'part-seen', lesson: 1, part });
const give = (id: string, response: Response): LearnerEvent => ({
  kind: 'answered',
  lesson: 1,
  ...itemById(id),
  objectives: lesson.objectives,
  items: lesson.items,
  response,
  sureness: null,
  latencySeconds: 3,
  at: 0,
});
const bias = (value: boolean) => give('bias', { type: 'true-false', value });
const act = (choice: string) => give('act', { type: 'single', choice });
const layers = (...choices: string[]) => give('layers', { type: 'multiple', choices });
const why = (text: string) =>
  give('why', { type: 'short-answer', text, unknown: false, verdict: 'got-it', ideas: [] });

function play(session: Session, ...events: LearnerEvent[]): { session: Session; facts: Fact[] } {
  const facts: Fact[] = [];
  let now = session;
  for (const event of events) {
    const next = advance(now, event);
    now = next.session;
    facts.push(...next.facts);
  }
  return { session: now, facts };
}
const kinds = (facts: Fact[]) => facts.map((fact) => fact.kind);
const recordOf = (session: Session, id: string) => record(session, 1, itemById(id).item);

describe('opening the course', () => {
  test('the first time reports the start with the build', () => {
    expect(begin()).toMatchObject({ facts: [{ kind: 'started', build: course.build }], resumed: false, lost: false });
  });
  test('again reports nothing new and shows the work so far', () => {
    const before = play(begin().session, see(1), bias(true), { kind: 'moved', place: 'l1/loop' }).session;
    const again = begin({}, { resume: toResume(before) });
    expect(again).toMatchObject({ facts: [], resumed: true, lost: false });
    expect(standing(again.session)).toEqual(standing(before));
    expect(again.session.place).toBe('l1/loop');
    expect(partSeen(again.session, 1, 1)).toBe(true);
    expect(recordOf(again.session, 'bias')).toEqual(recordOf(before, 'bias'));
  });
  test('after a rebuild reports the new build beside the old work', () => {
    const resume = toResume(play(begin().session, bias(true)).session);
    const again = begin({ build: 'ffffffffffff' }, { resume });
    expect(again.facts).toEqual([{ kind: 'started', build: 'ffffffffffff' }]);
    expect(standing(again.session).points).toBe(1);
  });
  test('with unreadable progress starts afresh and says that something was lost', () => {
    expect(begin({}, { resume: 'from another tool' })).toMatchObject({ resumed: false, lost: true });
    expect(begin({}, { resume: 'from another tool' }).facts).toHaveLength(1);
  });
  test("the LMS's pass mark stands above the course's", () => {
    const { session } = begin({}, { passMark: 0.25 });
    expect(standing(play(session, bias(true)).session)).toMatchObject({ passMark: 0.25, success: 'passed' });
  });
});

describe('answering', () => {
  test('right reports answer, objective and score, in the order an LMS must hear them', () => {
    const { facts } = play(begin().session, bias(true));
    expect(kinds(facts)).toEqual(['answered', 'objective', 'scored', 'progressed']);
    expect(facts[0]).toMatchObject({ index: 0, result: 'correct', item: { id: 'bias', objectives: ['l1.o1'] } });
    expect(facts[2]).toEqual({ kind: 'scored', points: 1, of: 4, judged: false });
  });
  test('wrong, then right keeps the better try and numbers every submission', () => {
    const { session, facts } = play(begin().session, act('adam'), act('relu'));
    const answers = facts.filter((fact) => fact.kind === 'answered');
    expect(answers.map(({ index, result }) => [index, result])).toEqual([
      [0, 'incorrect'],
      [1, 'correct'],
    ]);
    expect(recordOf(session, 'act')).toEqual({
      tries: 2,
      attemptsLeft: 0,
      best: 1,
      last: { type: 'single', choice: 'relu' },
      result: 'correct',
      sureness: null,
      withheld: false, keptBack: false,
      done: true,
    });
  });
  test('worse than before does not lower the score', () => {
    const { session } = play(begin().session, layers('dense'), layers('loss'));
    expect(recordOf(session, 'layers')).toMatchObject({ best: 0.5, result: 'incorrect', done: true, attemptsLeft: 0 });
    expect(standing(session).points).toBe(1);
  });
  test('a third of three points is one point, not 0.999999', () => {
    const { item, sealed } = itemById('layers');
    const third = { ...item, points: 3 };
    const key = { type: 'multiple' as const, correct: ['dense', 'conv', 'loss'], options: ['dense', 'conv', 'loss', 'x'], scoring: 'partial' as const };
    const [outline] = course.lessons;
    const { session } = begin({ lessons: [{ ...outline!, items: [[3, 3]] }] });
    const event = { ...layers('dense'), item: third, items: [third], sealed: { ...sealed, key } } as LearnerEvent;
    expect(standing(play(session, event).session)).toMatchObject({ points: 1, of: 3 });
  });
  test('an item that is right or has no attempt left takes nothing more', () => {
    const right = play(begin().session, bias(true)).session;
    expect(advance(right, bias(false))).toEqual({ session: right, facts: [] });
    const spent = play(begin().session, act('adam'), act('json')).session;
    expect(advance(spent, act('relu'))).toEqual({ session: spent, facts: [] });
  });
  test('an item the course does not list is left alone', () => {
    const { session } = begin({ lessons: [{ ...course.lessons[0]!, items: [] }] });
    expect(advance(session, bias(true))).toEqual({ session, facts: [] });
  });
  test('a short answer counts for completion and not for the score, and is shown again as it was written', () => {
    const { session, facts } = play(begin().session, why('To lower\nthe loss {L}'));
    expect(kinds(facts)).toEqual(['answered', 'objective', 'progressed']);
    expect(standing(session)).toMatchObject({ scaled: null, itemsAnswered: 1 });
    expect(recordOf(session, 'why')).toMatchObject({ best: null, result: 'neutral', done: true });
    expect(recordOf(session, 'why').last).toMatchObject({ text: 'To lower\nthe loss {L}' });
  });
  test('an untouched item shows all its attempts and no score', () => {
    const untouched = { tries: 0, attemptsLeft: 2, best: null, last: null, result: null, sureness: null, withheld: false, keptBack: false, done: false };
    expect(recordOf(begin().session, 'act')).toEqual(untouched);
  });
});

describe('passing and failing', () => {
  test('passed is told once, as soon as the mark is reached', () => {
    const { session, facts } = play(begin().session, layers('dense', 'conv'), act('relu'), bias(true));
    expect(kinds(facts).filter((kind) => kind === 'passed')).toHaveLength(1);
    expect(kinds(facts).indexOf('passed')).toBeLessThan(kinds(facts).lastIndexOf('answered'));
    expect(standing(session)).toMatchObject({ scaled: 1, success: 'passed' });
  });
  test('failed is told once, when all attempts are spent', () => {
    const before = play(begin().session, bias(false), bias(false), act('adam'), act('adam'), layers('loss'));
    expect(kinds(before.facts)).not.toContain('failed');
    const { facts } = play(before.session, layers('loss'), why('x'));
    expect(kinds(facts).filter((kind) => kind === 'failed')).toHaveLength(1);
  });
  test('passed stays passed when the course grows and the share falls', () => {
    const passed = play(begin().session, layers('dense', 'conv'), act('relu')).session;
    const [outline] = course.lessons;
    const grown = { build: 'ffffffffffff', lessons: [{ ...outline!, items: [...outline!.items, [9, 6] as [number, number]] }] };
    const again = begin(grown, { resume: toResume(passed) }).session;
    expect(standing(again)).toMatchObject({ points: 3, of: 10, success: 'passed' });
  });
  test('without a pass mark nothing is ever passed or failed', () => {
    const { facts } = play(begin({ passMark: null }).session, bias(true), act('relu'), layers('dense', 'conv'));
    expect(kinds(facts)).not.toContain('passed');
  });
});

describe('completing', () => {
  test('takes the parts and every item, and is told after the score', () => {
    const { session, facts } = play(begin().session, see(1), see(2), bias(true), act('relu'), why('x'), layers('loss'));
    expect(standing(session)).toMatchObject({ completed: true, progress: 1, partsSeen: 2, itemsAnswered: 4 });
    expect(kinds(facts).slice(-4)).toEqual(['objective', 'scored', 'progressed', 'completed']);
  });
  test('stays completed when the course gets another lesson', () => {
    const { session } = play(begin().session, see(1), see(2), bias(true), act('relu'), why('x'), layers('loss'));
    const [outline] = course.lessons;
    const lessons = [outline!, { ...outline!, id: 'l2', key: 2, items: [] }];
    const again = begin({ lessons }, { resume: toResume(session) }).session;
    expect(standing(again)).toMatchObject({ completed: true, progress: 1, parts: 4, partsSeen: 2 });
    expect(kinds(advance(again, { kind: 'part-seen', lesson: 2, part: 1 }).facts)).not.toContain('completed');
  });
  test('a part seen twice, or one that the course does not have, changes nothing', () => {
    const once = play(begin().session, see(1)).session;
    expect(advance(once, see(1))).toEqual({ session: once, facts: [] });
    expect(advance(once, see(99))).toEqual({ session: once, facts: [] });
  });
  test('moving to the same place is told once', () => {
    const moved: LearnerEvent = { kind: 'moved', place: 'l1/loop' };
    expect(kinds(play(begin().session, moved, moved).facts)).toEqual(['moved']);
  });
});

describe('objectives', () => {
  test('are judged by their graded items', () => {
    const { session } = play(begin().session, bias(true), act('adam'), why('x'));
    const [first, second] = objectiveStandings(session, lesson);
    expect(first).toMatchObject({ points: 1, of: 2, complete: true, progress: 1, success: 'unknown' });
    expect(second).toMatchObject({ points: 0, of: 2, complete: false, progress: 0, success: 'unknown' });
  });
  test('without a graded item are complete once their items are answered, with no score', () => {
    const only = { ...lesson, items: lesson.items.filter((item) => !item.graded) };
    const { session } = play(begin().session, why('x'));
    expect(objectiveStandings(session, only)[1]).toMatchObject({ of: 0, complete: true, success: 'unknown' });
  });
  test('without any item are neither complete nor passed', () => {
    expect(objectiveStandings(begin().session, { ...lesson, items: [] })[0]).toMatchObject({ complete: false, progress: 0 });
  });
});

describe('another window of the course gives way', () => {
  const first = begin().session;

  test('what both did is there, and what only the other told is told again under the next index', () => {
    const other = play(first, see(1), bias(true));
    const own = play(first, see(2), act('act-b')).session;
    const told = other.facts.filter(({ kind }) => kind === 'answered' || kind === 'objective');
    const { session, facts } = play(own, { kind: 'joined', resume: toResume(other.session), facts: told });
    expect(facts.filter((fact) => fact.kind === 'answered').map(({ index, item, retold }) => [index, item.id, retold])).toEqual([[1, itemById('bias').item.id, true]]);
    expect(kinds(facts)).toEqual(expect.arrayContaining(['answered', 'objective', 'scored', 'progressed']));
    expect(session.nextInteraction).toBe(2);
    expect([1, 2].map((part) => partSeen(session, 1, part))).toEqual([true, true]);
    expect([recordOf(session, 'bias').tries, recordOf(session, 'act').tries]).toEqual([1, 1]);
    expect(standing(session).points).toBe(standing(other.session).points + standing(own).points);
  });
  test('when we know all of it already, nothing is told', () => {
    const other = play(first, see(1), bias(true)).session;
    const own = begin({}, { resume: toResume(other) }).session;
    expect(play(own, { kind: 'joined', resume: toResume(other), facts: [] }).facts).toEqual([]);
  });
  test('a score of nothing is a score: whoever had everything wrong has not “no score”', () => {
    const other = play(first, bias(false));
    const told = other.facts.filter(({ kind }) => kind === 'answered');
    expect(play(first, { kind: 'joined', resume: toResume(other.session), facts: told }).facts).toContainEqual(expect.objectContaining({ kind: 'scored', points: 0 }));
  });
  test('text that is no progress changes nothing', () => {
    expect(play(first, { kind: 'joined', resume: 'nonsense', facts: [] })).toEqual({ session: first, facts: [] });
  });
  test('what the other passed is passed here', () => {
    const mark = { passMark: 0.1 };
    const other = play(begin(mark).session, bias(true)).session;
    const { session, facts } = play(begin(mark).session, { kind: 'joined', resume: toResume(other), facts: [] });
    expect(standing(session).success).toBe('passed');
    expect(facts.find(({ kind }) => kind === 'passed')).toMatchObject({ again: true });
  });
  test('what only both together pass is told for the first time', () => {
    const half = { passMark: 0.5 };
    const own = play(begin(half).session, bias(true)).session;
    const other = play(begin(half).session, act('relu')).session;
    expect([own.passed, other.passed]).toEqual([false, false]);
    const { facts } = play(own, { kind: 'joined', resume: toResume(other), facts: [] });
    expect(facts.find(({ kind }) => kind === 'passed')).not.toHaveProperty('again');
    expect(kinds(facts)).toContain('passed');
  });
});

describe('a lesson by its outline', () => {
  const outline = course.lessons[0];
  if (outline === undefined) throw new Error('the course of the stories has no lesson');

  test('is new, begun, and done when everything was seen and answered', () => {
    const { session } = begin();
    expect(lessonStanding(session, outline)).toMatchObject({ state: 'new', partsSeen: 0, points: 0 });
    expect(lessonStanding(play(session, see(1)).session, outline)).toMatchObject({ state: 'begun', partsSeen: 1 });
    const all = play(session, ...outline.parts.map(see), bias(true), act('act-b'), layers('a'), why('x')).session;
    expect(lessonStanding(all, outline)).toMatchObject({ state: 'done', partsSeen: outline.parts.length, itemsAnswered: outline.items.length });
  });
});
