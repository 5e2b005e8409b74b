/** The reference broker: it believes the sign-on and not the page, and its passes open nothing but their own learner's course. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lrs } from '../src/preview/lrs/lrs.ts';
import { beside } from '../src/learner/tracking/xapi/beside.ts';
import { uuid } from '../src/learner/tracking/xapi/client.ts';
import { shortVerb } from '../src/preview/lrs/cmi5-rules.ts';
import type { Opening, Tracker } from '../src/learner/tracking/tracker.ts';
import { STATE_ROOM } from '../src/vocabulary/state.ts';
import { course } from './traces/course.ts';
import { memoryDrawer } from './traces/store.ts';

interface Broker {
  seal(data: object, secret: string): string;
  broker(options: object): Server;
}

// Plain JavaScript on purpose: it is copied to a server as it stands.
const { broker, seal } = (await import(new URL('../examples/token-broker/broker.mjs', import.meta.url).href)) as Broker;

const ORIGIN = 'https://lms.example';
const SECRET = 'of the sign-on';
const lrs = new Lrs();
const token = lrs.plainToken();
let clock = Date.now();
let address = '';
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const store = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = lrs.handle({ method: request.method ?? '', path: url.pathname.slice(1), query: url.searchParams, headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  const endpoint = `${await listen(store)}/`;
  address = await listen(broker({ origins: [ORIGIN], homePage: 'https://example.org', signOnSecret: SECRET, store: { endpoint, authorization: `Basic ${token}` }, now: () => clock }));
});
afterAll(() => servers.forEach((server) => server.close()));

const cookie = (account: string, expires = clock + 60_000): string => `sso=${seal({ account, expires }, SECRET)}`;
const ask = (headers: Record<string, string>, body: unknown = { course: course.iri }): Promise<Response> =>
  fetch(`${address}/pass`, { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const passOf = async (account: string): Promise<{ authorization: string; endpoint: string; actor: object }> =>
  (await (await ask({ cookie: cookie(account) })).json()) as { authorization: string; endpoint: string; actor: object };

function statement(changes: object = {}): object {
  return { id: uuid(), actor: { account: { homePage: 'https://example.org', name: 'lan' } }, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: course.iri }, timestamp: new Date().toISOString(), ...changes };
}

describe('a pass', () => {
  test('is for the learner of the sign-on, whatever the page says', async () => {
    const response = await ask({ cookie: cookie('lan') }, { course: course.iri, learner: { id: 'the-boss', name: 'The Boss' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ actor: { account: { homePage: 'https://example.org', name: 'lan' } }, authorization: expect.stringMatching(/^Bearer \S+\.\S+$/) });
  });

  test.each([
    ['nobody signed on', {}],
    ['a cookie that was made up', { cookie: `sso=${seal({ account: 'lan', expires: 9e15 }, 'another secret')}` }],
    ['a cookie that is out of date', { cookie: `sso=${seal({ account: 'lan', expires: 1 }, SECRET)}` }],
    ['a cookie that is damaged', { cookie: 'sso=x.y' }],
  ])('is refused: %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(401);
  });

  test('is given to pages of the LMS only', async () => {
    expect((await ask({ cookie: cookie('lan'), origin: 'https://elsewhere.example' })).status).toBe(403);
  });
});

describe('what a pass opens', () => {
  const post = (authorization: string, statements: unknown): Promise<Response> =>
    fetch(`${address}/xapi/statements`, { method: 'POST', headers: { origin: ORIGIN, authorization, 'content-type': 'application/json' }, body: JSON.stringify(statements) });

  test('statements about its learner and its course, and nothing else', async () => {
    const { authorization } = await passOf('lan');
    expect((await post(authorization, [statement()])).status).toBe(200);
    for (const changes of [
      { actor: { account: { homePage: 'https://example.org', name: 'kim' } } },
      { object: { id: 'https://example.org/courses/other' } },
      { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } },
    ]) {
      expect((await post(authorization, [statement(), statement(changes)])).status).toBe(403);
    }
  });

  test('for half an hour, and not after a change of its text', async () => {
    const { authorization } = await passOf('lan');
    clock += 31 * 60_000;
    expect((await post(authorization, [statement()])).status).toBe(401);
    expect((await post(`${authorization}x`, [statement()])).status).toBe(401);
    clock = Date.now();
  });
});

test('a course beside an LMS: everything is told, in order, and the LMS is not kept waiting', async () => {
  const before = lrs.statements.length;
  const saved: string[] = [];
  const opening: Opening = { connected: true, reason: null, resume: null, mode: 'normal', learner: { id: 'u', name: 'U' }, passMark: null };
  const lms: Tracker = { standard: 'scorm2004', room: STATE_ROOM, open: () => Promise.resolve(opening), record: () => undefined, save: (resume) => { saved.push(resume); return 'confirmed'; }, close: () => 'confirmed' };
  const retries: (() => void)[] = [];
  const tracker = beside(
    lms,
    { now: Date.now, uuid, later: (_seconds, act) => void retries.push(act), origin: ORIGIN, turn: () => (work) => work(), drawer: () => Promise.resolve(memoryDrawer()), fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, origin: ORIGIN, cookie: cookie('lan') } }) },
    { ...course, xapi: { endpoint: 'https://lrs.example/xapi/', broker: `${address}/pass` } },
  );
  expect(await tracker.open()).toBe(opening);
  tracker.record([{ kind: 'started', build: course.build }, { kind: 'seen', lesson: 'l1', part: 1, title: 'Opening' }, { kind: 'scored', points: 4, of: 4, judged: true }, { kind: 'passed', completed: true }, { kind: 'completed', verdict: 'passed' }]);
  expect(tracker.save('x', 12)).toBe('confirmed');
  expect(saved).toEqual(['x']);
  const told = (): string[] => lrs.statements.slice(before).map(shortVerb);
  await expect.poll(told).toContain('completed');
  expect(tracker.close('y', 20)).toBe('confirmed');
  await expect.poll(told).toContain('terminated');
  expect(told()).toEqual(['initialized', 'experienced', 'passed', 'completed', 'terminated']);
});

test('a course that names no store is told to its LMS alone', () => {
  const lms = { standard: 'x' } as Tracker;
  expect(beside(lms, { now: Date.now, uuid, later: () => undefined, origin: ORIGIN, turn: () => (work) => work(), drawer: () => Promise.resolve(memoryDrawer()), fetch }, course)).toBe(lms);
});
