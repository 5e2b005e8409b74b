import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { course, itemById, lesson } from '../../../test/traces/course.ts';
import { recordedLms, SCORM_2004 } from '../../../test/traces/lms.ts';
import type { RecordedLms } from '../../../test/traces/lms.ts';
import { answered, fakeLms, sets, valueOf } from '../../../test/traces/refusing-lms.ts';
import type { AnswerKey, ItemPayload, Response } from '../../course/payload.ts';
import { advance, start, toResume } from '../session/session.ts';
import { scorm2004 } from './scorm2004.ts';
import type { Scorm2004Tracker } from './scorm2004.ts';
import type { Fact, ObjectiveStanding } from './tracker.ts';

const objective = (id: string, more: Partial<ObjectiveStanding> = {}): Fact => ({
  kind: 'objective',
  standing: { id, text: `About ${id}`, points: 1, of: 1, complete: true, progress: 1, success: 'passed', ...more },
});
const started: Fact = { kind: 'started', build: '0123456789ab' };

describe('opening', () => {
  test('an LMS that is not there is said to be missing, and nothing is recorded', async () => {
    const tracker = scorm2004({ parent: null, opener: null, top: null });
    expect(await tracker.open()).toMatchObject({ connected: false, reason: 'none-found' });
    tracker.record([started]);
    expect([tracker.save('x', 1), tracker.close('x', 1)]).toEqual(['not-recorded', 'not-recorded']);
  });
  test('an LMS that refuses is told apart from one that has closed the attempt', async () => {
    const { window } = fakeLms({}, (method) => method === 'Initialize');
    expect(await scorm2004(window).open()).toMatchObject({ connected: false, reason: 'refused' });
    const API_1484_11 = { ...window.API_1484_11, GetLastError: () => '104' };
    expect(await scorm2004({ ...window, ...{ API_1484_11 } }).open()).toMatchObject({ reason: 'after-termination' });
  });
  test('twice initializes once', async () => {
    const { window, calls } = fakeLms();
    const tracker = scorm2004(window);
    expect(await tracker.open()).toEqual(await tracker.open());
    expect(calls.filter(([method]) => method === 'Initialize')).toEqual([['Initialize', '']]);
  });
  test.each([
    ['0.6', 0.6],
    ['-0.5', 0],
    ['', null],
    ['none', null],
    ['7', null],
  ])('a scaled passing score of %j is a pass mark of %j', async (text, mark) => {
    const { window } = fakeLms({ 'cmi.scaled_passing_score': text });
    expect((await scorm2004(window).open()).passMark).toBe(mark);
  });
  test.each(['review', 'Browse '])('in mode %j nothing is written, and the session is closed politely', async (mode) => {
    const { window, calls } = fakeLms({ 'cmi.mode': mode });
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([started, answered(0), { kind: 'completed', verdict: 'passed' }]);
    expect([tracker.save('x', 1), tracker.close('x', 1)]).toEqual(['not-recorded', 'not-recorded']);
    expect(calls.filter(([method]) => method === 'SetValue' || method === 'Commit')).toEqual([]);
    expect(calls.at(-1)).toEqual(['Terminate', '']);
  });
});

describe('a record that is already there', () => {
  const held = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'Passed' };
  test('is not set back to incomplete or failed when our own text was lost', async () => {
    const { window, calls } = fakeLms(held);
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([started, { kind: 'failed' }]);
    tracker.close('x', 1);
    expect(valueOf(calls, 'cmi.completion_status')).toBeUndefined();
    expect(valueOf(calls, 'cmi.success_status')).toBeUndefined();
  });
  test('decides where the next interaction stands, so that its indexes have no gap', async () => {
    const { window, calls } = fakeLms({ 'cmi.interactions._count': '3' });
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(7), answered(8)]);
    expect(sets(calls).filter(([element]) => element?.endsWith('.type')).map(([element]) => element)).toEqual([
      'cmi.interactions.3.type',
      'cmi.interactions.4.type',
    ]);
  });
});

describe('what the LMS refuses', () => {
  test('is noted, and the rest is still told', async () => {
    const { window, calls } = fakeLms({}, (_, element) => element === 'cmi.score.raw');
    const tracker: Scorm2004Tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(0), { kind: 'scored', points: 1, of: 2, judged: true }]);
    expect(tracker.save('x', 1)).toBe('confirmed');
    // Tried once more with the save, in case the LMS took nothing only for a moment.
    const refusal = { element: 'cmi.score.raw', code: 351 };
    expect(tracker.refusals).toEqual([refusal, refusal]);
    expect(valueOf(calls, 'cmi.score.scaled')).toBe('0.5');
  });
  test('as suspend data or Commit makes the save refused, and the next save tries again', async () => {
    for (const refused of ['cmi.suspend_data', 'Commit']) {
      let down = true;
      const { window, calls } = fakeLms({}, (method, element) => down && (element === refused || method === refused));
      const tracker = scorm2004(window);
      await tracker.open();
      tracker.record([{ kind: 'moved', place: 'l1' }]);
      expect(tracker.save('x', 1)).toBe('refused');
      down = false;
      expect(tracker.save('x', 1)).toBe('confirmed');
      expect(calls.at(-1)).toEqual(['Commit', '']);
    }
  });
  test('as an interaction id leaves no half entry and no gap', async () => {
    let first = true;
    const { window, calls } = fakeLms({}, (_, element) => {
      const refused = first && element === 'cmi.interactions.0.id';
      if (refused) first = false;
      return refused;
    });
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(0), answered(1)]);
    const ids = calls.filter(([, element]) => /interactions\.\d+\.id$/.test(element ?? ''));
    expect(ids.map(([, element]) => element)).toEqual(['cmi.interactions.0.id', 'cmi.interactions.0.id']);
    expect(sets(calls).filter(([element]) => element?.endsWith('.result'))).toHaveLength(1);
  });
  test('more than 64,000 characters are not even tried, and the answers are saved all the same', async () => {
    const { window, calls } = fakeLms();
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(0)]);
    expect(tracker.save('x'.repeat(64_001), 1)).toBe('refused');
    expect(valueOf(calls, 'cmi.suspend_data')).toBeUndefined();
    expect(calls.at(-1)).toEqual(['Commit', '']);
    expect(tracker.save('x'.repeat(64_000), 1)).toBe('confirmed');
  });
});

describe('closing', () => {
  test('sets the last values and terminates without a Commit before it, once', async () => {
    const { window, calls } = fakeLms();
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([{ kind: 'moved', place: 'p'.repeat(2000) }]);
    expect(tracker.close('x', 90)).toBe('confirmed');
    expect(calls.slice(-2)).toEqual([
      ['GetValue', 'cmi.suspend_data'],
      ['Terminate', ''],
    ]);
    expect(calls.at(-3)).toEqual(['SetValue', 'cmi.suspend_data', 'x']);
    expect(valueOf(calls, 'cmi.session_time')).toBe('PT1M30S');
    expect(valueOf(calls, 'cmi.location')).toHaveLength(1000);
    expect(valueOf(calls, 'cmi.exit')).toBe('suspend');
  });
  test('is the end: nothing reaches the LMS afterwards', async () => {
    const { window, calls } = fakeLms();
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.close('x', 1);
    const before = calls.length;
    tracker.record([answered(0), { kind: 'passed', completed: true }]);
    expect([tracker.save('y', 2), tracker.close('y', 2)]).toEqual(['refused', 'refused']);
    expect(calls).toHaveLength(before);
  });
});

test('score goes out before success, success before completion', async () => {
  const { window, calls } = fakeLms();
  const tracker = scorm2004(window);
  await tracker.open();
  tracker.record([answered(0), { kind: 'scored', points: 1, of: 1, judged: true }, { kind: 'passed', completed: true }, { kind: 'completed', verdict: 'passed' }]);
  tracker.save('x', 1);
  const order = sets(calls).map(([element]) => element);
  const at = (element: string) => order.indexOf(element);
  expect(at('cmi.interactions.0.latency')).toBeLessThan(at('cmi.score.raw'));
  expect(at('cmi.score.scaled')).toBeLessThan(at('cmi.success_status'));
  expect(at('cmi.success_status')).toBeLessThan(at('cmi.completion_status'));
});

describe('the number of calls', () => {
  /** Answers `count` items with `objectives` objectives each, and gives the calls of launch and of every answer. */
  async function count(lms: RecordedLms, from: number, items: number, objectives: number): Promise<number[]> {
    const tracker = scorm2004(lms.launch());
    await tracker.open();
    tracker.record([started, { kind: 'moved', place: 'l1' }]);
    tracker.save(`first${from}`, 0);
    const counts = [lms.takeCalls().length];
    for (let i = from; i < from + items; i++) {
      const ids = Array.from({ length: objectives }, (_, n) => `l1.o${i * objectives + n}`);
      const last = i === from + items - 1;
      const facts: Fact[] = [answered(i, { id: `q${i}`, objectives: ids }), ...ids.map((id) => objective(id))];
      facts.push({ kind: 'scored', points: i + 1, of: 1000, judged: true }, { kind: 'progressed', measure: (i + 1) / 1000 });
      if (last) facts.push({ kind: 'passed', completed: true }, { kind: 'completed', verdict: 'passed' });
      tracker.record([...facts, { kind: 'moved', place: `l1/${i}` }]);
      expect(tracker.save(`text${i}`, i + 1)).toBe('confirmed');
      counts.push(lms.takeCalls().length);
    }
    tracker.close('end', 1);
    expect(lms.takeCalls().filter((call) => / ! (?!403)/.test(call))).toEqual([]);
    expect(tracker.refusals).toEqual([]);
    return counts;
  }

  test.each([0, 1, 2, 5])('is at most 16 at launch and 20 an answer with %d objectives an item, also after a return', async (n) => {
    const lms = recordedLms(SCORM_2004, { id: 'u', name: 'U' });
    for (const visit of [0, 1, 2]) {
      const [launch, ...answers] = await count(lms, visit * 8, 8, n);
      expect(launch).toBeLessThanOrEqual(16);
      expect(Math.max(...answers)).toBeLessThanOrEqual(20);
    }
  });

  test('stays there when the LMS already holds a hundred objectives and 250 interactions', async () => {
    const held = {
      'cmi.objectives._count': '100',
      'cmi.interactions._count': '250',
      'cmi.suspend_data': 'x',
      ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`cmi.objectives.${i}.id`, `old${i}`])),
    };
    const { window, calls } = fakeLms(held);
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([started]);
    tracker.save('y', 0);
    expect(calls.length).toBeLessThanOrEqual(16);
    calls.length = 0;
    tracker.record([answered(250), objective('l1.o1'), { kind: 'scored', points: 1, of: 9, judged: true }]);
    tracker.save('z', 1);
    expect(calls.length).toBeLessThanOrEqual(20);
    tracker.close('z', 2);
    expect(valueOf(calls, 'cmi.objectives.101.id') ?? valueOf(calls, 'cmi.objectives.100.id')).toBeDefined();
  });

  test('of a first answer after a return leaves its objective the usual room, though nothing was saved before it', async () => {
    const { window, calls } = fakeLms({ 'cmi.suspend_data': 'x', 'cmi.completion_status': 'incomplete' });
    const tracker = scorm2004(window);
    await tracker.open();
    const launch = calls.length;
    tracker.record([answered(0), objective('l1.o1'), { kind: 'scored', points: 1, of: 9, judged: true }]);
    tracker.save('z', 1);
    expect(calls.length - launch).toBeLessThanOrEqual(20);
    expect(valueOf(calls, 'cmi.objectives.0.success_status')).toBe('passed');
  });

  test('does not hold back the time and place of a visit that only read', async () => {
    const { window, calls } = fakeLms({ 'cmi.suspend_data': 'x', 'cmi.completion_status': 'incomplete' });
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([{ kind: 'moved', place: 'l1/loop' }, { kind: 'progressed', measure: 0.5 }]);
    tracker.save('x', 65);
    expect(valueOf(calls, 'cmi.session_time')).toBe('PT1M5S');
    expect(valueOf(calls, 'cmi.location')).toBe('l1/loop');
    expect(valueOf(calls, 'cmi.progress_measure')).toBe('0.5');
  });

  test('everything that waited for room has arrived when the course is closed', async () => {
    const lms = recordedLms(SCORM_2004, { id: 'u', name: 'U' });
    await count(lms, 0, 4, 5);
    const { objectives } = lms.stored() as { objectives: Record<string, Record<string, unknown>> };
    const own = Object.values(objectives).filter((entry) => String(entry['id']).startsWith('l1.o'));
    expect(own).toHaveLength(20);
    for (const entry of own) {
      expect(entry).toMatchObject({
        description: `About ${String(entry['id'])}`,
        success_status: 'passed',
        completion_status: 'completed',
        progress_measure: '1',
        score: { scaled: '1' },
      });
    }
  });
});

describe('any learner, any text', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{lang=en}x', 'R&D <"5\'>', '\n', 'x'.repeat(5000), 'عربي 日本'));
  const drawn = fc.record({
    item: fc.constantFrom('bias', 'act', 'layers', 'why'),
    pick: fc.nat(15),
    text: texts,
    seconds: fc.double({ min: -1, max: 1e5 }),
    at: fc.double(),
  });

  function responseTo(payload: ItemPayload, pick: number, text: string): Response {
    const ids = payload.options.map(({ id }) => id);
    if (payload.type === 'true-false') return { type: payload.type, value: pick % 2 === 0 };
    if (payload.type === 'single') return { type: payload.type, choice: ids[pick % ids.length] ?? '' };
    if (payload.type === 'multiple') return { type: payload.type, choices: ids.filter((_, i) => pick & (1 << i)) };
    return { type: 'short-answer', text, unknown: false, verdict: 'partly', ideas: [] };
  }

  test('a whole attempt over two visits meets no error but "not set yet"', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { maxLength: 8 }), texts, async (answers, text) => {
        const lms = recordedLms(SCORM_2004, { id: 'u', name: 'U' });
        for (const half of [answers.slice(0, 4), answers.slice(4)]) {
          const tracker = scorm2004(lms.launch());
          const begun = start(course, await tracker.open());
          expect(begun.lost).toBe(false);
          tracker.record(begun.facts);
          let session = begun.session;
          for (const { item: id, pick, text: words, seconds, at } of half) {
            const { item: payload, sealed } = itemById(id);
            const key: AnswerKey = sealed.key.type === 'short-answer' ? { ...sealed.key, modelText: text } : sealed.key;
            const next = advance(session, {
              kind: 'answered',
              lesson: 1,
              item: { ...payload, text: words },
              sealed: { ...sealed, key },
              objectives: lesson.objectives.map((o) => ({ ...o, text })),
              items: lesson.items,
              response: responseTo(payload, pick, words),
              sureness: null,
              latencySeconds: seconds,
              at,
            });
            session = next.session;
            tracker.record(next.facts);
            expect(tracker.save(toResume(session), seconds)).toBe('confirmed');
          }
          expect(tracker.close(toResume(session), 5)).toBe('confirmed');
          expect(tracker.refusals).toEqual([]);
        }
        expect(lms.takeCalls().filter((call) => / ! \d+$/.test(call) && !call.endsWith(' ! 403'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the result as the LMS says it', () => {
  const held: Record<string, string> = {};
  test('is asked for only once everything is committed, and the score only where it was told', async () => {
    const lms = fakeLms(held);
    const tracker = scorm2004(lms.window);
    await tracker.open();
    tracker.record([{ kind: 'scored', points: 1, of: 2, judged: true }, { kind: 'passed', completed: true }]);
    expect(tracker.resultHeld?.()).toBeNull();
    tracker.save('1', 0);
    Object.assign(held, { 'cmi.success_status': 'failed', 'cmi.completion_status': 'completed', 'cmi.score.scaled': '0.5' });
    expect(tracker.resultHeld?.()).toEqual({ status: 'failed', share: 0.5 });
    held['cmi.success_status'] = 'unknown';
    expect(tracker.resultHeld?.()).toEqual({ status: 'completed', share: 0.5 });
    tracker.close('1', 0);
    expect(tracker.resultHeld?.()).toBeNull();
  });
});

describe('an LMS that cuts long progress', () => {
  test('and shows it only at the last save is told what fits in its place, before the end', async () => {
    const held: Record<string, string> = {};
    const { window, calls } = fakeLms(held);
    const { SetValue } = window.API_1484_11;
    window.API_1484_11.SetValue = (element, value) => {
      held[element] = value.slice(0, 4_096);
      return SetValue(element, value);
    };
    const tracker = scorm2004(window);
    await tracker.open();
    expect(tracker.close('x'.repeat(5_000), 1, false, ({ max }) => 'y'.repeat(max))).toBe('confirmed');
    expect(valueOf(calls, 'cmi.suspend_data')).toBe('y'.repeat(4_096));
    expect(calls.at(-1)).toEqual(['Terminate', '']);
  });
  test('and shows it at the launch is told no more from the start', async () => {
    const tracker = scorm2004(fakeLms().window);
    await tracker.open();
    tracker.cutsProgress?.();
    expect(tracker.room).toMatchObject({ max: 4_096, unit: 'bytes' });
  });
});
