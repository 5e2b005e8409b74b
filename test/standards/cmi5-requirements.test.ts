/** The sixty requirements that ADL's cmi5 test suite can raise (xapi.md 2), each by its id: what our packages do, in every story, and what an LMS would refuse. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cmi5Structure } from '../../manifest/cmi5.ts';
import { pack } from '../../src/compiler/6-pack/pack.ts';
import { readTree } from '../../src/compiler/6-pack/tree.ts';
import { cmi5 } from '../../src/learner/tracking/xapi/cmi5.ts';
import { cmi5Faults, isDefined, shortVerb, type Cmi5Session } from '../../src/preview/lrs/cmi5-rules.ts';
import { Lrs, type Cmi5Terms, type LrsRequest } from '../../src/preview/lrs/lrs.ts';
import { child, statementFaults, type Json } from '../../src/preview/lrs/statement-rules.ts';
import { CMI5_CATEGORY, LAUNCH_DATA, LEARNER_PREFERENCES, MASTERY_EXTENSION, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../src/vocabulary/cmi5.ts';
import { VERBS } from '../../src/vocabulary/xapi.ts';
import { course } from '../traces/course.ts';
import { cmi5Stage, counted, ENDPOINT, memoryDrawer, storeWindow } from '../traces/store.ts';
import { tell, type Story } from '../traces/story.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';
import { readZip } from './zip-reader.ts';

interface Told {
  /** In the order of their arrival. */
  statements: Json[];
  requests: LrsRequest[];
  sessions: readonly Cmi5Session[];
}

const STORIES = readdirSync('test/traces', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const told: Told[] = [];
let all: Json[] = [];
let defined: Json[] = [];

beforeAll(async () => {
  for (const name of STORIES) {
    const story = JSON.parse(readFileSync(join('test/traces', name, 'story.json'), 'utf8')) as Story;
    if (story.learner === null) continue;
    const stage = cmi5Stage(story.learner);
    await tell(story, stage, () => undefined);
    told.push({ statements: stage.stored(), requests: stage.requests(), sessions: stage.lrs.sessions });
  }
  all = told.flatMap(({ statements }) => statements);
  defined = all.filter(isDefined);
});

const context = (statement: Json, name: string): unknown => child(statement['context'], name);
const extension = (statement: Json, name: string): unknown => child(context(statement, 'extensions'), name);
const result = (statement: Json, name: string): unknown => child(statement['result'], name);
const sessionOf = (statement: Json): unknown => extension(statement, SESSION_EXTENSION);
const has = (...verbs: string[]) => (statement: Json): boolean => verbs.includes(shortVerb(statement));
const categories = (statement: Json): unknown[] => { const list = child(context(statement, 'contextActivities'), 'category'); return Array.isArray(list) ? list.map((each) => child(each, 'id')) : []; };

/** Each group of statements of one story with the same value, none of them empty. */
function groups(statements: readonly Json[], by: (statement: Json) => unknown): Json[][] {
  const found = new Map<string, Json[]>();
  for (const statement of statements) {
    // Ids are counted anew in every story.
    const key = `${told.findIndex(({ statements: each }) => each.includes(statement))} ${String(by(statement))}`;
    found.set(key, [...(found.get(key) ?? []), statement]);
  }
  return [...found.values()];
}

/** Requirement by requirement: holds in what all stories told, and there was something for it to hold in. */
const KEPT: Record<string, () => void> = {
  '4.1.0.0-1': () => expect(all.flatMap((each) => statementFaults(each, Date.UTC(2027, 0)))).toEqual([]),
  '8.1.4.0-3': () => {
    const documents = told.flatMap(({ requests }) => requests.filter(({ path }) => path === 'activities/state'));
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.filter(({ query }) => (query.get('registration') ?? '') === '')).toEqual([]);
  },
  '9.1.0.0-1': () => every(all, ({ id }) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(String(id))),
  '9.2.0.0-2': () => every(defined, ({ actor }) => child(actor, 'objectType') === 'Agent'),
  '9.2.0.0-3': () => every(defined, ({ actor }) => typeof child(child(actor, 'account'), 'homePage') === 'string' && typeof child(child(actor, 'account'), 'name') === 'string'),
  '9.3.0.0-1': () => every(defined, (each) => (Object.values(VERBS) as unknown[]).includes(child(each['verb'], 'id'))),
  '9.3.0.0-2': () => every(groups(defined, sessionOf), (session) => new Set(session.map(shortVerb)).size === session.length),
  '9.3.0.0-3': () => every(groups(defined.filter(has('passed', 'failed')), sessionOf), (session) => session.length === 1),
  '9.3.0.0-4': () => every(groups(all, sessionOf), ([first]) => first !== undefined && shortVerb(first) === 'initialized'),
  '9.3.0.0-5': () => every(groups(all, sessionOf), (session) => session.slice(0, -1).every((each) => shortVerb(each) !== 'terminated')),
  '9.3.0.0-6': () => every(groups(defined.filter(has('completed')), (each) => context(each, 'registration')), (each) => each.length === 1),
  '9.3.0.0-7': () => every(groups(defined.filter(has('passed')), (each) => context(each, 'registration')), (each) => each.length === 1),
  '9.3.0.0-8': () => every(groups(defined, (each) => context(each, 'registration')), (each) => { const verbs = each.map(shortVerb); return !verbs.includes('passed') || !verbs.slice(verbs.indexOf('passed')).includes('failed'); }),
  '9.4.0.0-1': () => every(defined, ({ object }) => child(object, 'objectType') === 'Activity' && typeof child(object, 'id') === 'string'),
  '9.5.1.0-2': () => every(defined.filter((each) => !has('passed', 'failed')(each)), (each) => result(each, 'score') === undefined),
  '9.5.1.0-3': () => every(defined.filter((each) => child(result(each, 'score'), 'raw') !== undefined), (each) => [child(result(each, 'score'), 'min'), child(result(each, 'score'), 'max')].join() === '0,100'),
  '9.5.2.0-1': () => every(defined.filter(has('passed')), (each) => result(each, 'success') === true),
  '9.5.2.0-2': () => every(defined.filter(has('failed')), (each) => result(each, 'success') === false),
  '9.5.2.0-3': () => every(defined.filter((each) => !has('passed', 'failed')(each)), (each) => result(each, 'success') === undefined),
  '9.5.3.0-1': () => every(defined.filter(has('completed')), (each) => result(each, 'completion') === true),
  '9.5.3.0-2': () => every(defined.filter((each) => !has('completed')(each)), (each) => result(each, 'completion') === undefined),
  '9.5.4.1-1': () => every(defined.filter(has('terminated')), lasted),
  '9.5.4.1-2': () => every(defined.filter(has('completed')), lasted),
  '9.5.4.1-3': () => every(defined.filter(has('passed')), lasted),
  '9.5.4.1-4': () => every(defined.filter(has('failed')), lasted),
  '9.6.0.0-1': () => every(defined, (each) => typeof context(each, 'registration') === 'string' && categories(each).includes(CMI5_CATEGORY) && sessionOf(each) !== undefined),
  '9.6.2.2-1': () => every(defined.filter(has('passed', 'failed', 'completed')), (each) => categories(each).includes(MOVEON_CATEGORY)),
  '9.6.2.2-2': () => every(all.filter((each) => !has('passed', 'failed', 'completed')(each)), (each) => !categories(each).includes(MOVEON_CATEGORY)),
  '9.6.3.1-4': () => every(told, ({ statements, sessions }) => statements.every((each) => sessions.some(({ id }) => id === sessionOf(each)))),
  '9.7.0.0-1': () => every(all, ({ timestamp }) => typeof timestamp === 'string'),
  '9.7.0.0-2': () => every(all, ({ timestamp }) => String(timestamp).endsWith('Z')),
  '10.2.1.0-5': () => every(told.flatMap(({ requests }) => requests.filter(({ query }) => query.get('stateId') === LAUNCH_DATA)), ({ method }) => method === 'GET'),
  '11.0.0.0-1': () => every(told, ({ requests, sessions }) => requests.filter(({ path }) => path === 'agents/profile').every(({ query }) => query.get('agent') === JSON.stringify(sessions[0]?.actor))),
  '11.0.0.0-3': () => every(told, ({ requests }) => requests.findIndex(({ query }) => query.get('profileId') === LEARNER_PREFERENCES) < requests.findIndex(({ path }) => path === 'statements')),
};

function every<T>(list: readonly T[], holds: (each: T) => boolean): void {
  expect(list.length).toBeGreaterThan(0);
  expect(list.filter((each) => !holds(each))).toEqual([]);
}

const lasted = (statement: Json): boolean => /^PT(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/.test(String(result(statement, 'duration')));

describe('in every story', () => {
  test.each(Object.entries(KEPT))('%s is kept', (_, check) => check());
});

const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'u-17' } };
const terms: Cmi5Terms = { publisherId: 'https://example.org/unit', activityId: 'https://lms.example/a/1', registration: '00000000-0000-4000-8000-0000000000aa', actor, mastery: 0.8 };

/** The statement that our driver would make, and the session in which it would. */
function verdict(): { statement: Json; session: Cmi5Session } {
  const session: Cmi5Session = { id: 's', registration: terms.registration, activityId: terms.activityId, publisherId: terms.publisherId, actor, mode: 'Normal', mastery: 0.8, template: { extensions: { [SESSION_EXTENSION]: 's' } }, preferencesRead: true, said: ['initialized'], over: false };
  const statement: Json = {
    actor, verb: { id: VERBS.passed }, object: { objectType: 'Activity', id: terms.activityId },
    result: { success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 }, duration: 'PT3S' },
    context: { registration: terms.registration, contextActivities: { category: [{ id: CMI5_CATEGORY }, { id: MOVEON_CATEGORY }] }, extensions: { [SESSION_EXTENSION]: 's', [MASTERY_EXTENSION]: 0.8 } },
    timestamp: '2026-01-02T03:04:05.000Z',
  };
  return { statement, session };
}

/** What goes wrong, by the requirement that it breaks. */
const BROKEN: [id: string, mistake: string, breaks: (statement: Json, session: Cmi5Session) => Json | Cmi5Session][] = [
  ['6.3.0.0-1', 'a voiding statement', (statement) => ({ ...statement, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } })],
  ['8.1.3.0-3', 'another actor', (statement) => ({ ...statement, actor: { ...actor, account: { ...actor.account, name: 'u-18' } } })],
  ['8.1.5.0-6', 'the publisher’s id as the object', (statement) => ({ ...statement, object: { id: terms.publisherId } })],
  ['9.2.0.0-2', 'a group as the actor', (statement) => ({ ...statement, actor: { ...actor, objectType: 'Group' } })],
  ['9.2.0.0-3', 'an actor by e-mail', (statement) => ({ ...statement, actor: { objectType: 'Agent', mbox: 'mailto:lan@example.org' } })],
  ['9.3.0.0-2', 'a verb a second time', (_, session) => ({ ...session, said: ['initialized', 'passed'] })],
  ['9.3.0.0-3', 'passed after failed in one session', (_, session) => ({ ...session, said: ['initialized', 'failed'] })],
  ['9.3.0.0-4', 'nothing before it', (_, session) => ({ ...session, said: [] })],
  ['9.3.4.0-2', 'passed below the mark', (statement) => ({ ...statement, result: { ...(statement['result'] as Json), score: { scaled: 0.79 } } })],
  ['9.5.1.0-3', 'a raw score without bounds', (statement) => ({ ...statement, result: { ...(statement['result'] as Json), score: { scaled: 0.9, raw: 90 } } })],
  ['9.5.2.0-1', 'passed without success', (statement) => ({ ...statement, result: { duration: 'PT3S' } })],
  ['9.6.1.0-1', 'another registration', (statement) => ({ ...statement, context: { ...(statement['context'] as Json), registration: '00000000-0000-4000-8000-0000000000bb' } })],
  ['9.6.3.1-4', 'another session', (statement) => ({ ...statement, context: { ...(statement['context'] as Json), extensions: {} } })],
  ['9.6.3.2-2', 'a mark that the launch did not name', (statement) => ({ ...statement, context: { ...(statement['context'] as Json), extensions: { [SESSION_EXTENSION]: 's', [MASTERY_EXTENSION]: 0.5 } } })],
  ['10.2.1.0-6', 'a context without the template', (_, session) => ({ ...session, template: { contextActivities: { grouping: [{ id: 'https://example.org/unit' }] } } })],
  ['10.2.2.0-2', 'a verdict while browsing', (_, session) => ({ ...session, mode: 'Browse' })],
  ['10.2.2.0-3', 'a verdict while reviewing', (_, session) => ({ ...session, mode: 'Review' })],
  ['11.0.0.0-3', 'preferences that nobody asked for', (_, session) => ({ ...session, preferencesRead: false })],
];

describe('what an LMS would refuse', () => {
  test('an ordinary verdict is taken', () => {
    const { statement, session } = verdict();
    expect(cmi5Faults(statement, session, [], false)).toEqual([]);
  });

  test.each(BROKEN)('%s: %s', (id, _, breaks) => {
    const { statement, session } = verdict();
    const broken = breaks(statement, session);
    const faults = 'said' in broken ? cmi5Faults(statement, broken as Cmi5Session, [], false) : cmi5Faults(broken as Json, session, [], false);
    // One rule speaks of both ways of looking at a course.
    expect(faults.join('\n')).toContain(id === '10.2.2.0-3' ? '10.2.2.0-2' : id);
  });
});

describe('at the launch', () => {
  const start = (preferences?: string): { lrs: Lrs; opened: ReturnType<ReturnType<typeof cmi5>['open']>; idle: () => Promise<void> } => {
    const uuid = counted();
    const lrs = new Lrs({ ids: uuid, strict: true });
    if (preferences !== undefined) lrs.documents.set(['agent', LEARNER_PREFERENCES, '', JSON.stringify(actor), ''].join('\n'), preferences);
    const window = storeWindow(lrs, lrs.launchCmi5(ENDPOINT, terms), { now: () => Date.now(), uuid, drawer: memoryDrawer(), hear: () => undefined });
    return { lrs, opened: cmi5(window, course).open(), idle: () => window.idle() };
  };

  test.each([
    ['{"languagePreference":"de-AT,en","audioPreference":"off"}', { languages: ['de-AT', 'en'], audio: 'off' }],
    ['{"languagePreference":7,"audioPreference":"loud"}', { languages: [], audio: null }],
    ['["de"]', { languages: [], audio: null }],
    ['no JSON', { languages: [], audio: null }],
  ])('11.0.0.0-5, 11.1.0.0-1: preferences are read as the document has them, whatever it is: %s', async (document, preferences) => {
    expect((await start(document).opened).preferences).toEqual(preferences);
  });

  test('9.3.6.0-1, 9.3.6.0-2: a session that never ended is abandoned by the LMS at the next launch, and takes nothing more', async () => {
    const { lrs, opened, idle } = start();
    await opened;
    await idle();
    lrs.launchCmi5(ENDPOINT, terms);
    expect(lrs.own.map((each) => child(each['verb'], 'id'))).toEqual(['https://w3id.org/xapi/adl/verbs/abandoned']);
    expect(statementFaults(lrs.own[0], Date.now())).toEqual([]);
    expect(lrs.sessions[0]?.over).toBe(true);
  });
});

describe('the package', () => {
  const { xml } = cmi5Structure(sampleCourse());

  test('14.0.0.0-1, 14.1.0.0-1: is a plain zip that any reader opens, without the 64-bit extension', async () => {
    const { output } = await pack({ course: sampleCourse(), files: sampleFiles(), target: 'cmi5', control: null });
    const entries = readZip(output ?? new Uint8Array());
    expect(entries.map(({ name }) => name)).toContain('cmi5.xml');
    expect(output?.subarray(-22, -18)).toEqual(new Uint8Array([0x50, 0x4b, 5, 6]));
  });

  test('14.1.0.0-4, 14.2.0.0-1: the url is a file of the zip; a cmi5.xml without a zip is never made', async () => {
    const tree = await readTree(xml);
    const url = tree.root.children.find(({ name }) => name === 'au')?.children.find(({ name }) => name === 'url')?.text ?? '';
    expect(sampleFiles().map(({ path }) => path)).toContain(url);
  });
});

/** xapi.md 2. */
const IDS = `3.0.0.0-1 4.1.0.0-1 6.3.0.0-1 8.1.0.0-6 8.1.2.0-2 8.1.3.0-3 8.1.4.0-3 8.1.5.0-6 9.1.0.0-1 9.2.0.0-2 9.2.0.0-3 9.3.0.0-1 9.3.0.0-2 9.3.0.0-3 9.3.0.0-4
9.3.0.0-5 9.3.0.0-6 9.3.0.0-7 9.3.0.0-8 9.3.4.0-2 9.3.6.0-1 9.3.6.0-2 9.4.0.0-1 9.5.1.0-2 9.5.1.0-3 9.5.2.0-1 9.5.2.0-2 9.5.2.0-3 9.5.3.0-1 9.5.3.0-2 9.5.4.1-1 9.5.4.1-2
9.5.4.1-3 9.5.4.1-4 9.6.0.0-1 9.6.1.0-1 9.6.2.2-1 9.6.2.2-2 9.6.3.1-4 9.6.3.2-2 9.7.0.0-1 9.7.0.0-2 10.2.1.0-5 10.2.1.0-6 10.2.2.0-2 10.2.2.0-3 11.0.0.0-1 11.0.0.0-3 11.0.0.0-5
11.1.0.0-1 13.1.2.0-1 13.1.3.0-1 13.1.4.0-1 13.1.4.0-2 13.2.0.0-1 14.0.0.0-1 14.1.0.0-1 14.1.0.0-2 14.1.0.0-4 14.2.0.0-1`.split(/\s/);

test('every requirement stands in the name of a test', () => {
  const files = ['src', 'test'].flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name))).filter((file) => file.endsWith('.test.ts'));
  const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'((?:\d+\.){3}\d+-\d+)'|(?:test|it)(?:\.each\([\s\S]*?\))?\('([^']*)'/g)].map(([, id = '', name = '']) => id + name));
  const own = (name: string): string => name.replace(/\s+/g, ' ');
  expect(IDS).toHaveLength(60);
  expect(IDS.filter((id) => !names.some((name) => new RegExp(`(?:^|[\\s,])${id.replaceAll('.', '\\.')}(?:$|[\\s,:])`).test(own(name))))).toEqual([]);
});
