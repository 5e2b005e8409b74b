/** What the driver for SCORM 1.2 does where its one status, its optional parts and its forgetful LMSs make a difference. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { course, itemById, lesson } from '../../../test/traces/course.ts';
import { recordedLms, SCORM_12 } from '../../../test/traces/lms.ts';
import type { Response } from '../../course/payload.ts';
import { advance, start, toResume } from '../session/session.ts';
import { scorm12 } from './scorm12.ts';
import type { Fact } from './tracker.ts';

const NO_WINDOW = { parent: null, opener: null, top: null };
const STATUS = 'cmi.core.lesson_status';

/** `held` is what the LMS answers; `refused` are the elements that it does not take. */
function fakeLms(held: Record<string, string> = {}, refused: (element: string) => boolean = () => false) {
  const sets: [string, string][] = [];
  const calls: string[] = [];
  let code = '0';
  const said = (name: string): string => { calls.push(name); return 'true'; };
  const api = {
    LMSInitialize: () => said('LMSInitialize'),
    LMSFinish: () => said('LMSFinish'),
    LMSCommit: () => said('LMSCommit'),
    LMSGetValue: (element: string) => { calls.push(element); code = '0'; return held[element] ?? ''; },
    LMSSetValue: (element: string, value: string) => {
      calls.push(element);
      code = refused(element) ? '201' : '0';
      if (code === '0') sets.push([element, value]);
      return code === '0' ? 'true' : 'false';
    },
    LMSGetLastError: () => code,
  };
  return { sets, calls, window: { ...NO_WINDOW, API: api } };
}

const KEEPS = { 'cmi.interactions._children': 'id', 'cmi.objectives._children': 'id', 'cmi.objectives._count': '0', [STATUS]: 'not attempted' };
const started: Fact = { kind: 'started', build: 'abc' };

function answered(index: number): Fact {
  const { item, sealed } = itemById('bias');
  return { kind: 'answered', index, item, key: sealed.key, response: { type: 'true-false', value: true }, result: 'correct', latencySeconds: 1, at: 0 };
}

async function told(facts: Fact[], lms: ReturnType<typeof fakeLms>, endsWhenDone = false): Promise<Map<string, string>> {
  const tracker = scorm12(lms.window, endsWhenDone);
  await tracker.open();
  tracker.record(facts);
  tracker.close('x', 5);
  return new Map(lms.sets);
}

test.each([
  ['not attempted', undefined],
  ['incomplete', 3],
])('answers that are there without progress, at the status "%s": %s', async (status, answers) => {
  const { window, calls } = fakeLms({ ...KEEPS, [STATUS]: status, 'cmi.interactions._count': '3' });
  expect((await scorm12(window).open()).answers).toBe(answers);
  expect(calls.includes('cmi.interactions._count')).toBe(answers !== undefined);
});

test.each([
  ['browse', false],
  [' Browse', false],
  ['REVIEW', false],
  ['normal', true],
  ['', true],
])('opened in the mode “%s”: something is written = %s, whether or not for credit', async (mode, writes) => {
  for (const credit of ['credit', 'no-credit', '']) {
    const lms = fakeLms({ ...KEEPS, 'cmi.core.lesson_mode': mode, 'cmi.core.credit': credit });
    await told([started, answered(0)], lms);
    expect(lms.sets.length > 0).toBe(writes);
    expect(lms.calls.at(-1)).toBe('LMSFinish');
  }
});

test('a launch that is called a resumed one, without progress or status, is a first visit that says where it stands', async () => {
  const lms = fakeLms({ 'cmi.core.entry': 'resume', [STATUS]: '' });
  const tracker = scorm12(lms.window);
  expect(await tracker.open()).toMatchObject({ resume: null, connected: true });
  tracker.record([started]);
  expect(lms.sets).toContainEqual([STATUS, 'incomplete']);
});

describe('the one status', () => {
  test.each<[Fact[], string]>([
    [[], 'incomplete'],
    [[{ kind: 'completed', verdict: 'none' }], 'completed'],
    [[{ kind: 'completed', verdict: 'open' }], 'incomplete'],
    [[{ kind: 'passed', completed: false }], 'incomplete'],
    [[{ kind: 'passed', completed: false }, { kind: 'completed', verdict: 'passed' }], 'passed'],
    [[{ kind: 'completed', verdict: 'open' }, { kind: 'passed', completed: true }], 'passed'],
    [[{ kind: 'failed' }], 'failed'],
    [[{ kind: 'failed' }, { kind: 'completed', verdict: 'failed' }], 'failed'],
    [[{ kind: 'failed' }, { kind: 'passed', completed: true }], 'passed'],
  ])('after %j is %s', async (facts, status) => {
    expect((await told([started, ...facts], fakeLms(KEEPS))).get(STATUS)).toBe(status);
  });

  test.each(['passed', 'completed', 'failed'])('“%s” of an earlier visit is not taken back by a failure', async (before) => {
    expect((await told([started, { kind: 'failed' }], fakeLms({ ...KEEPS, [STATUS]: before }))).get(STATUS)).toBeUndefined();
  });
});

describe('an attempt', () => {
  const done: Fact = { kind: 'completed', verdict: 'none' };
  test('stays open, also when everything is done', async () => {
    expect((await told([started, done], fakeLms(KEEPS))).get('cmi.core.exit')).toBe('suspend');
  });

  test('ends when everything is done, for an LMS that wants it so; until then it stays open', async () => {
    expect((await told([started, done], fakeLms(KEEPS), true)).get('cmi.core.exit')).toBe('');
    expect((await told([started], fakeLms(KEEPS), true)).get('cmi.core.exit')).toBe('suspend');
    expect((await told([started, { kind: 'failed' }], fakeLms(KEEPS), true)).get('cmi.core.exit')).toBe('suspend');
    expect((await told([], fakeLms({ ...KEEPS, [STATUS]: 'passed' }), true)).get('cmi.core.exit')).toBe('');
  });
});

describe('the score', () => {
  const facts: Fact[] = [started, { kind: 'scored', points: 1, of: 3, judged: false }];
  test('is a percentage, and shows all along', async () => {
    expect((await told(facts, fakeLms(KEEPS))).get('cmi.core.score.raw')).toBe('33.33');
  });
  test('waits for the verdict where the LMS has a mark of its own, which it would apply at once', async () => {
    const marked = fakeLms({ ...KEEPS, 'cmi.student_data.mastery_score': '80' });
    expect((await told(facts, marked)).get('cmi.core.score.raw')).toBeUndefined();
    expect((await told([{ kind: 'scored', points: 3, of: 3, judged: true }], marked)).get('cmi.core.score.raw')).toBe('100');
  });
  test('the mark of the LMS is the one that counts', async () => {
    const marked = scorm12(fakeLms({ ...KEEPS, 'cmi.student_data.mastery_score': '62.5' }).window);
    expect((await marked.open()).passMark).toBe(0.625);
  });
});

describe('answers', () => {
  test('an LMS that keeps none is not asked to, and nothing is lost beside them', async () => {
    const lms = fakeLms({ [STATUS]: 'incomplete' });
    const sets = await told([answered(0), { kind: 'completed', verdict: 'none' }], lms);
    expect([...sets.keys()].filter((element) => /interactions|objectives/.test(element))).toEqual([]);
    expect(sets.get(STATUS)).toBe('completed');
  });

  test('an LMS whose count went back gets nothing over an answer of this visit', async () => {
    const lms = fakeLms({ ...KEEPS, 'cmi.interactions._count': '0' }, (element) => element === 'cmi.interactions.1.id');
    await told([started, answered(0), { ...(answered(1) as Fact & { kind: 'answered' }), latencySeconds: 2 }], lms);
    expect(lms.sets.filter(([element]) => element.endsWith('.latency'))).toHaveLength(1);
  });
  test('an LMS that forgot the earlier ones gets the next at its own end', async () => {
    const lms = fakeLms({ ...KEEPS, 'cmi.interactions._count': '0' }, (element) => element === 'cmi.interactions.5.id');
    await told([answered(5), answered(6)], lms);
    expect(lms.sets.filter(([element]) => element.endsWith('.id') && element.includes('interactions')).map(([element]) => element)).toEqual([
      'cmi.interactions.0.id',
      'cmi.interactions.0.objectives.0.id',
      'cmi.interactions.1.id',
      'cmi.interactions.1.objectives.0.id',
    ]);
  });

  test('are at most 20 calls each, and 16 at launch', async () => {
    const lms = fakeLms(KEEPS);
    const tracker = scorm12(lms.window);
    await tracker.open();
    tracker.record([started]);
    tracker.save('x', 0);
    expect(lms.calls.length).toBeLessThanOrEqual(16);
    for (let i = 0; i < 5; i++) {
      const before = lms.calls.length;
      tracker.record([answered(i), { kind: 'scored', points: i, of: 5, judged: true }, { kind: 'completed', verdict: 'passed' }]);
      tracker.save(`x${i}`, i);
      expect(lms.calls.length - before).toBeLessThanOrEqual(20);
    }
  });
});

test('leaving saves before it ends, once', async () => {
  const lms = fakeLms(KEEPS);
  const tracker = scorm12(lms.window);
  await tracker.open();
  tracker.record([started]);
  expect(tracker.close('x', 5)).toBe('confirmed');
  expect(tracker.close('x', 6)).toBe('refused');
  expect(lms.calls.slice(-2)).toEqual(['LMSCommit', 'LMSFinish']);
});

test('a text of more than 4,096 bytes is not handed over: an LMS would drop all of it', async () => {
  const lms = fakeLms(KEEPS);
  const tracker = scorm12(lms.window);
  await tracker.open();
  expect(tracker.save('ä'.repeat(2049), 1)).toBe('refused');
  expect(tracker.save('ä'.repeat(2048), 1)).toBe('confirmed');
});

test.each<[string, (text: string) => string, string]>([
  ['with a line end behind it', (text) => `${text}\n`, 'confirmed'],
  ['escaped as for a page', (text) => text.replace(/"/g, '&quot;'), 'confirmed'],
  ['cut', (text) => text.slice(0, -1), 'refused'],
])('progress that is given back %s', async (_, alter, outcome) => {
  const held: Record<string, string> = { ...KEEPS, [STATUS]: 'incomplete' };
  const lms = fakeLms(held);
  const set = lms.window.API.LMSSetValue;
  lms.window.API.LMSSetValue = (element, value) => {
    held[element] = alter(value);
    return set(element, value);
  };
  const tracker = scorm12(lms.window);
  await tracker.open();
  tracker.record([started]);
  tracker.save('1', 0);
  expect(tracker.save('2"quoted"', 1)).toBe(outcome);
});

const drawn = fc.record({
  item: fc.constantFrom('bias', 'act', 'layers', 'why'),
  pick: fc.nat(),
  text: fc.string({ unit: 'binary', maxLength: 300 }),
  seconds: fc.oneof(fc.double(), fc.constant(0.005)),
  at: fc.oneof(fc.double(), fc.constant(1e12)),
});

function responseTo(id: string, pick: number, text: string): Response {
  const { item } = itemById(id);
  const option = item.options[pick % Math.max(1, item.options.length)]?.id ?? '';
  if (item.type === 'true-false') return { type: 'true-false', value: pick % 2 === 0 };
  if (item.type === 'single') return { type: 'single', choice: option };
  if (item.type === 'multiple') return { type: 'multiple', choices: [option] };
  return { type: 'short-answer', text, unknown: false, verdict: null, ideas: [] };
}

test('whatever is answered, over two visits, the run-time takes every call', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { maxLength: 8 }), async (answers) => {
      const lms = recordedLms(SCORM_12, { id: 'u', name: 'U' });
      for (const half of [answers.slice(0, 4), answers.slice(4)]) {
        const tracker = scorm12(lms.launch());
        const begun = start(course, await tracker.open());
        expect(begun.lost).toBe(false);
        tracker.record(begun.facts);
        let { session } = begun;
        for (const { item, pick, text, seconds, at } of half) {
          const next = advance(session, { kind: 'answered', lesson: 1, ...itemById(item), objectives: lesson.objectives, items: lesson.items, response: responseTo(item, pick, text), sureness: null, latencySeconds: seconds, at });
          session = next.session;
          tracker.record(next.facts);
          expect(tracker.save(toResume(session, tracker.room), 1)).toBe('confirmed');
        }
        expect(tracker.close(toResume(session, tracker.room), 5)).toBe('confirmed');
        expect(tracker.refusals).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

describe('the result as the LMS says it', () => {
  test('is its one status, and the points it was told', async () => {
    const held: Record<string, string> = { ...KEEPS };
    const tracker = scorm12(fakeLms(held).window);
    await tracker.open();
    tracker.record([started, { kind: 'scored', points: 1, of: 2, judged: true }, { kind: 'passed', completed: true }]);
    tracker.save('1', 0);
    Object.assign(held, { [STATUS]: 'passed', 'cmi.core.score.raw': '50' });
    expect(tracker.resultHeld?.()).toEqual({ status: 'passed', share: 0.5 });
    held[STATUS] = 'browsed';
    expect(tracker.resultHeld?.()?.status).toBe('incomplete');
    tracker.close('1', 0);
    expect(tracker.resultHeld?.()).toBeNull();
  });
});
