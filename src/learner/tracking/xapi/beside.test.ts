/** Statements beside an LMS: kept from the first moment, sent when somebody vouches for the learner, and never at the LMS's cost. */
import { describe, expect, test } from 'vitest';
import { course } from '../../../../test/traces/course.ts';
import { counted, memoryDrawer } from '../../../../test/traces/store.ts';
import type { Json } from '../../../preview/lrs/statement-rules.ts';
import { child, statementFaults } from '../../../preview/lrs/statement-rules.ts';
import { shortVerb } from '../../../preview/lrs/cmi5-rules.ts';
import { STATE_ROOM } from '../../../vocabulary/state.ts';
import type { CoursePayload } from '../../../course/payload.ts';
import type { Opening, Tracker } from '../tracker.ts';
import { beside, type BesideWindow } from './beside.ts';

const STORE = { endpoint: 'https://lrs.example/xapi/', broker: 'https://training.example/pass' };
const DAYS = 86_400_000;
const TRUE_NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

interface World {
  /** null: the broker does not answer. */
  pass: Json | null;
  /** Statuses in place of the store's own. */
  answers: number[];
  held: Json[];
  asked: Json[];
  retries: (() => void)[];
  window: BesideWindow;
}

/** `wrong`: milliseconds by which this computer's clock is ahead. */
function world({ wrong = 0, drawer = memoryDrawer(), uuid = counted() } = {}): World {
  let clock = TRUE_NOW;
  const all: World = { pass: { authorization: 'Bearer t', actor: { objectType: 'Agent', account: { homePage: 'https://example.org', name: 'lan' } } }, answers: [], held: [], asked: [], retries: [], window: {} as BesideWindow };
  const date = (): Record<string, string> => ({ Date: new Date(clock).toUTCString() });
  all.window = {
    origin: 'https://lms.example',
    now: () => (clock += 1000) + wrong,
    uuid,
    later: (_seconds, act) => void all.retries.push(act),
    drawer: () => Promise.resolve(drawer),
    turn: () => (work) => work(),
    fetch: (input, init) => {
      const url = String(input);
      if (url === STORE.broker) {
        all.asked.push(JSON.parse(String(init?.body)) as Json);
        return all.pass === null ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response(JSON.stringify(all.pass), { headers: date() }));
      }
      const status = all.answers.shift() ?? 200;
      if (init?.method === 'GET') return Promise.resolve(new Response('', { status: all.held.some(({ id }) => url.includes(String(id))) ? 200 : 404, headers: date() }));
      if (status === 200) all.held.push(...(JSON.parse(String(init?.body)) as Json[]).filter(({ id }) => !all.held.some((known) => known['id'] === id)));
      return Promise.resolve(new Response('', { status, headers: date() }));
    },
  };
  return all;
}

const settle = async (): Promise<void> => { for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve)); };

async function retry(all: World): Promise<void> {
  all.retries.splice(0).forEach((act) => act());
  await settle();
}

async function open(all: World, changes: Partial<CoursePayload> = {}, opening: Partial<Opening> = {}): Promise<Tracker> {
  const told: Opening = { connected: true, reason: null, resume: null, mode: 'normal', learner: { id: 'u-17', name: 'Ngo, Lan' }, passMark: null, ...opening };
  const lms: Tracker = { standard: 'scorm2004', room: STATE_ROOM, open: () => Promise.resolve(told), record: () => undefined, save: () => 'confirmed', close: () => 'confirmed' };
  const tracker = beside(lms, all.window, { ...course, xapi: STORE, ...changes });
  await tracker.open();
  await settle();
  return tracker;
}

const verbs = ({ held }: World): string[] => held.map(shortVerb);
const seen = { kind: 'seen', lesson: 'l1', part: 1, title: 'Opening' } as const;

test('what happens before anybody vouches for the learner is kept, and sent when somebody does', async () => {
  const all = world();
  const { pass } = all;
  all.pass = null;
  const tracker = await open(all);
  tracker.record([seen]);
  expect(tracker.save('x', 3)).toBe('confirmed');
  await settle();
  expect(all.held).toEqual([]);
  all.pass = pass;
  await retry(all);
  expect(verbs(all)).toEqual(['initialized', 'experienced']);
  expect(all.held.map((each) => child(child(each['actor'], 'account'), 'name'))).toEqual(['lan', 'lan']);
  expect(all.asked[0]).toMatchObject({ course: course.iri, learner: { id: 'u-17' } });
});

test('a tab that is closed without a pass leaves everything to the next visit of the same learner, and to nobody else', async () => {
  const drawers = new Map<string, ReturnType<typeof memoryDrawer>>();
  const uuid = counted();
  const visit = async (pass: boolean, id: string): Promise<World> => {
    const all = world({ uuid });
    all.window.drawer = (box) => { drawers.set(box, drawers.get(box) ?? memoryDrawer()); return Promise.resolve(drawers.get(box) ?? memoryDrawer()); };
    if (!pass) all.pass = null;
    const tracker = await open(all, {}, { learner: { id, name: '' } });
    tracker.record([seen]);
    tracker.close('x', 9, true);
    await settle();
    return all;
  };
  await visit(false, 'u-17');
  expect(verbs(await visit(true, 'u-18'))).toEqual(['initialized', 'experienced', 'terminated']);
  expect(verbs(await visit(true, 'u-17'))).toEqual(['initialized', 'experienced', 'terminated', 'initialized', 'experienced', 'terminated']);
});

test('what happens while the page goes away is kept at once, for it comes to no promise any more', async () => {
  const put: string[] = [];
  const all = world({ drawer: { ...memoryDrawer(), put: (entries) => Promise.resolve(void put.push(...entries.map(({ statement }) => shortVerb(JSON.parse(statement) as Json)))) } });
  all.pass = null;
  const tracker = await open(all);
  tracker.record([seen]);
  tracker.close('x', 9, true);
  expect(put).toEqual(['initialized', 'experienced', 'terminated']);
});

test.each([['ahead', 2 * DAYS], ['behind', -2 * DAYS]])('with a clock that is two days %s every time is right, and none lies in the future', async (_, wrong) => {
  const all = world({ wrong });
  const tracker = await open(all);
  tracker.record([seen, { kind: 'completed', verdict: 'none' }]);
  tracker.save('x', 3);
  await settle();
  expect(verbs(all)).toEqual(['initialized', 'experienced', 'completed']);
  const times = all.held.map(({ timestamp }) => Date.parse(String(timestamp)));
  for (const time of times) expect(Math.abs(time - TRUE_NOW)).toBeLessThan(60_000);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(all.held.flatMap((each) => statementFaults(each, TRUE_NOW + 60_000))).toEqual([]);
});

test('a pass that runs out is asked for anew, and nothing is sent twice', async () => {
  const all = world();
  const tracker = await open(all);
  all.answers.push(401);
  tracker.record([seen]);
  tracker.save('x', 3);
  await settle();
  expect(verbs(all)).toEqual(['initialized']);
  tracker.record([{ kind: 'completed', verdict: 'none' }]);
  await retry(all);
  await settle();
  expect(all.asked).toHaveLength(2);
  expect(verbs(all).toSorted()).toEqual(['completed', 'experienced', 'initialized']);
});

describe('told about', () => {
  test('one lesson of several: the lesson, not the course', async () => {
    const all = world();
    const tracker = await open(all, { unit: { course: { id: 'c', title: 'C' }, next: null } });
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    tracker.save('x', 1);
    await settle();
    expect(child(all.held.at(-1)?.['object'], 'id')).toBe(`${course.iri}/lessons/l1`);
  });

  test('a learner nobody vouches for, with a credential in the package: by the LMS’s own word', async () => {
    const all = world();
    await open(all, { xapi: { endpoint: STORE.endpoint, authorization: 'Basic eDp5' } });
    expect(all.asked).toEqual([]);
    expect(all.held[0]?.['actor']).toEqual({ objectType: 'Agent', name: 'Ngo, Lan', account: { homePage: 'https://lms.example', name: 'u-17' } });
  });

  test.each([{ mode: 'review' as const }, { mode: 'browse' as const }, { connected: false }])('nobody: %o', async (opening) => {
    const all = world();
    const tracker = await open(all, {}, opening);
    tracker.record([seen]);
    tracker.close('x', 1);
    await settle();
    expect([all.held, all.asked]).toEqual([[], []]);
  });
});

test('what only the LMS can answer is asked of it, and what it has shown to take reaches the caller', async () => {
  const told: string[] = [];
  const lms: Tracker = {
    standard: 'scorm2004',
    get room() {
      return told.includes('cut') ? { max: 4_096, unit: 'bytes' as const, notes: 0 } : STATE_ROOM;
    },
    readBack: true,
    open: () => Promise.resolve({ connected: true, reason: null, resume: null, mode: 'normal', learner: null, passMark: null }),
    record: () => undefined,
    save: () => 'confirmed',
    answersHeld: () => 7,
    resultHeld: () => ({ status: 'passed', share: 0.8 }),
    fellBehind: () => void told.push('behind'),
    cutsProgress: () => void told.push('cut'),
    giveWay: (overtaken) => void told.push(`way ${overtaken}`),
    close: (resume, _seconds, going, shorter) => {
      told.push(`${resume} ${going} ${shorter?.({ max: 3, unit: 'characters', notes: 0 })}`);
      return 'confirmed';
    },
  };
  const tracker = beside(lms, world().window, { ...course, xapi: STORE });
  await tracker.open();
  expect([tracker.resultHeld?.(), tracker.answersHeld?.(), tracker.readBack]).toEqual([{ status: 'passed', share: 0.8 }, 7, true]);
  tracker.fellBehind?.();
  tracker.giveWay?.(true);
  tracker.cutsProgress?.();
  expect(tracker.room.max).toBe(4_096);
  tracker.close('all', 1, true, ({ max }) => 'x'.repeat(max));
  expect(told).toEqual(['behind', 'way true', 'cut', 'all true xxx']);
});
