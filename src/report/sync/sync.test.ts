import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Habits, send, startLrs, type Stored, type TestLrs } from '../../../test/report/lrs.ts';
import { statements } from '../../../test/report/synthetic.ts';
import type { Database } from '../engine/database.ts';
import { LIFECYCLE, VERBS } from '../statement/names.ts';
import { REPORTS } from '../reports/reports.ts';
import { question, runReport } from '../reports/run.ts';
import { openStore } from '../store/store.ts';
import { Lrs, LrsRefused, type Page, type Waiting } from './lrs.ts';
import { sync } from './sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-sync-'));
const ALL = [...new Map([...statements({ learners: 12, courses: 4, trail: 1, seed: 3 })].map((text) => JSON.parse(text) as Stored).map((one) => [one.id.toLowerCase(), one])).values()];
const wanted = (all: Stored[]) => all.filter(({ verb }) => ['voided', ...LIFECYCLE].includes(VERBS[verb.id] ?? '')).map(({ id }) => id.toLowerCase());
const voided = new Set(ALL.flatMap((one) => (one.verb.id.endsWith('/voided') ? [String((one as unknown as { object: { id: string } }).object.id).toLowerCase()] : [])));
/** What walks show, and what was voided, which is asked for by its ids. */
const visible = [...new Set([...wanted(ALL), ...ALL.map(({ id }) => id.toLowerCase()).filter((id) => voided.has(id))])].sort();

let number = 0;
let database: Database;
let lrs: TestLrs;

beforeEach(async () => {
  number += 1;
  database = await openStore(join(folder, `${number}.duckdb`));
  lrs = await startLrs(ALL);
});
afterEach(async () => {
  database.close();
  lrs.server.closeAllConnections();
  lrs.server.close();
  await once(lrs.server, 'close');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function client(waits: number[] = [], largest = 2 * 1_048_576): Lrs {
  return new Lrs({ endpoint: lrs.endpoint, key: 'key', secret: 'secret', largest, fetch, wait: async (milliseconds) => void waits.push(milliseconds) });
}

/** Real time, and little of it. */
function impatient(heard: Waiting[], waits: number[] = []): Lrs {
  return new Lrs({ endpoint: lrs.endpoint, key: 'key', secret: 'secret', fetch, timeout: 300, patience: 100, wait: async (milliseconds) => void waits.push(milliseconds), waiting: (state) => void heard.push(state) });
}

describe('an LRS that holds the line', () => {
  const parameters = { verb: 'http://adlnet.gov/expapi/verbs/completed' };

  it('and never answers is given up after three attempts, with a word about each', async () => {
    lrs.habits.trouble = () => true;
    const heard: Waiting[] = [];
    const client = impatient(heard);
    await expect(client.page(client.first(parameters))).rejects.toThrow('it did not answer within 0.3 s');
    expect(heard.filter(({ since }) => since === 0)).toEqual([2, 3].map((attempt) => ({ attempt, attempts: 3, reason: 'it did not answer within 0.3 s', since: 0 })));
    expect(heard.some(({ attempt, since }) => attempt === 1 && since > 0)).toBe(true);
    expect(lrs.requests.length).toBe(3);
  });

  it('and drips its answer is cut off as well', async () => {
    const drips: NodeJS.Timeout[] = [];
    lrs.habits.trouble = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{');
      drips.push(setInterval(() => response.write(' '), 20));
      return true;
    };
    const client = impatient([]);
    await expect(client.page(client.first(parameters))).rejects.toThrow('its answer did not end within 0.3 s');
    for (const drip of drips) clearInterval(drip);
  });

  it.each(['before', 'within'])('and drops it %s its answer is asked again', async (when) => {
    lrs.habits.trouble = (_, response, count) => {
      if (count > 2) return false;
      if (when === 'within') response.writeHead(200, { 'Content-Length': '1000' }).write('{"statements":[', () => response.socket?.resetAndDestroy());
      else response.socket?.resetAndDestroy();
      return true;
    };
    const heard: Waiting[] = [];
    const client = impatient(heard);
    expect((await client.page(client.first(parameters))).statements.length).toBeGreaterThan(0);
    expect(heard.filter(({ since }) => since === 0).map(({ attempt, attempts }) => [attempt, attempts])).toEqual([[2, 7], [3, 7]]);
    expect(heard[0]?.reason).toMatch(when === 'within' ? /^the connection broke in the middle of its answer/ : /^it cannot be reached/);
  });
});

class DyingLrs extends Lrs {
  #left: number;
  constructor(left: number) {
    super({ endpoint: lrs.endpoint, key: 'key', secret: 'secret', fetch, wait: async () => undefined });
    this.#left = left;
  }
  override async page(address: string): Promise<Page> {
    this.#left -= 1;
    if (this.#left === 0) throw new Error('killed');
    return super.page(address);
  }
}

const run = (lrsClient = client(), verbs: readonly string[] = LIFECYCLE) => sync(database, lrsClient, { endpoint: lrs.endpoint, verbs, now: () => Date.parse(lrs.habits.date), progress: () => undefined });
const ids = async () => (await database.all('SELECT id FROM statement ORDER BY id')).map(({ id }) => id);

function trouble(habit: Habits['trouble']): void {
  lrs.habits.trouble = habit;
}

describe('sync', () => {
  it('brings every statement once, page by page, whatever size the LRS gives', async () => {
    expect(visible.length).toBeGreaterThan(200);
    const { output, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(output).toMatchObject({ added: visible.length, setAside: 0, through: '2026-11-01T00:00:00.000Z' });
    expect(await ids()).toEqual(visible);
    const walks = new Set(lrs.requests.flatMap(({ searchParams }) => searchParams.get('verb') ?? []));
    expect(walks.size).toBeGreaterThan(LIFECYCLE.length);
    expect(lrs.requests.slice(1).filter(({ searchParams }) => searchParams.has('verb')).every(({ searchParams }) => searchParams.get('until') === '2026-11-01T00:00:00.000Z' && searchParams.get('ascending') === 'true')).toBe(true);
  });

  it('asks the next time only for what is new, with five minutes of overlap', async () => {
    await run();
    const verb = { id: 'http://adlnet.gov/expapi/verbs/passed' };
    const late = { ...ALL.find((one) => one.verb.id === verb.id), id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', verb, stored: '2026-11-01T00:00:01.000Z' } as Stored;
    lrs.statements = [...ALL, late];
    lrs.habits.consistentThrough = '2026-11-02T00:00:00.000Z';
    lrs.habits.date = '2026-11-02T00:00:00.000Z';
    lrs.requests = [];
    const { output } = await run();
    expect(output).toMatchObject({ added: 1, through: '2026-11-02T00:00:00.000Z' });
    expect(lrs.requests[1]?.searchParams.get('since')).toBe('2026-10-31T23:55:00.000Z');
    lrs.statements = ALL;
  });

  it('loses nothing and doubles nothing wherever it is killed', async () => {
    await run();
    const pages = lrs.requests.length;
    for (const dies of [2, 5, Math.floor(pages / 2), pages - 1]) {
      await database.run('DELETE FROM statement;\nDELETE FROM original;\nDELETE FROM sync_state;');
      await expect(run(new DyingLrs(dies))).rejects.toThrow('killed');
      await run();
      expect((await ids()).length, `killed at page ${dies}`).toBe(visible.length);
      expect((await database.all('SELECT COUNT(*) AS n, COUNT(DISTINCT id) AS d FROM original'))[0]).toEqual({ n: visible.length, d: visible.length });
    }
  }, 60_000);

  it('asks once for each statement that was voided, so that the audit can name it', async () => {
    const [first] = ALL.filter(({ verb }) => verb.id.endsWith('/passed'));
    const voids = (id: string, what: string) => ({ id, actor: { mbox: 'mailto:lms@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object: { objectType: 'StatementRef', id: what }, stored: '2026-10-31T00:00:00.000Z' }) as unknown as Stored;
    const nowhere = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
    lrs.statements = [...ALL, voids('cccccccc-cccc-4ccc-8ccc-cccccccccccc', first?.id.toLowerCase() ?? ''), voids('dddddddd-dddd-4ddd-8ddd-dddddddddddd', nowhere)];
    await run();
    const rows = [];
    for await (const some of runReport(database, REPORTS.audit, question(Date.UTC(2026, 10, 1)))) rows.push(...some);
    expect(rows.filter(({ because }) => String(because).startsWith('cccc')).map(({ id, verb, reason, learner }) => [id, verb, reason, learner !== null])).toEqual([[first?.id.toLowerCase(), 'passed', 'voided', true]]);
    expect(rows.filter(({ reason }) => reason === 'voids a statement that is not here').map(({ because }) => because)).toEqual([nowhere]);
    lrs.requests = [];
    await run();
    expect(lrs.requests.filter(({ searchParams }) => searchParams.has('voidedStatementId'))).toEqual([]);
    lrs.statements = ALL;
  });

  it('begins a walk anew when the address of its next page has run out', async () => {
    const [verb = ''] = Object.keys(VERBS);
    await database.run('INSERT INTO sync_state VALUES ($endpoint, $verb, NULL, $until, $more, 0)', { endpoint: lrs.endpoint, verb, until: '2026-10-01T00:00:00.000Z', more: '/xapi/statements?gone=1' });
    trouble((request, response) => request.url?.includes('gone') === true && (send(response, 404, { error: 'expired' }), true));
    const { diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(await ids()).toEqual(visible);
  });

  it('waits as long as a busy LRS asks, and comes back', async () => {
    const waits: number[] = [];
    trouble((_, response, count) => {
      if (count % 5 !== 2) return false;
      response.setHeader('Retry-After', '3');
      send(response, count % 2 === 0 ? 429 : 503, { error: 'busy' });
      return true;
    });
    const { output } = await run(client(waits));
    expect(output.added).toBe(visible.length);
    expect(new Set(waits)).toEqual(new Set([3000]));
  });

  it('waits longer each time when nothing is said', async () => {
    const waits: number[] = [];
    trouble((_, response) => (send(response, 500, { error: 'x' }), true));
    const { diagnostics } = await run(client(waits));
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringContaining('report/lrs The LRS at')]);
    expect(waits.length).toBe(6);
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) * 10);
  });

  const cut = (response: ServerResponse) => (response.setHeader('Content-Type', 'application/json'), response.end('{"statements": [{"id": "'), true);
  it.each([
    ['a login page', (_: unknown, response: ServerResponse) => (send(response, 200, '<html><title>Sign in</title>'), true), 'a web page called “Sign in”'],
    ['JSON that is cut off', (_: unknown, response: ServerResponse) => cut(response), 'its answer was cut off'],
    ['something else', (_: unknown, response: ServerResponse) => (send(response, 200, { hello: 1 }), true), 'no list of statements'],
    ['a page on another server', (_: unknown, response: ServerResponse) => (send(response, 200, { statements: [], more: 'https://elsewhere.example/statements' }), true), 'another server, elsewhere.example'],
    ['pages in a circle', (_: unknown, response: ServerResponse) => (send(response, 200, { statements: [], more: '/xapi/statements?round' }), true), 'round in a circle'],
    ['pages without end', (_: unknown, response: ServerResponse, count: number) => (send(response, 200, { statements: ALL.slice(0, 2), more: `/xapi/statements?page=${count}` }), true), 'round in a circle'],
    ['a refusal', (_: unknown, response: ServerResponse) => (send(response, 403, {}), true), 'refuses the key and secret (403)'],
    ['a page on an address with a password', (_: unknown, response: ServerResponse) => (send(response, 200, { statements: [], more: lrs.endpoint.replace('//', '//a:b@') }), true), 'the address of its next page holds a password'],
    ['an answer without end', (_: unknown, response: ServerResponse) => (response.writeHead(200), response.write(' '.repeat(3_000_000)), true), 'its answer is longer than 2 MB'],
    ['a redirection', (_: unknown, response: ServerResponse) => (response.writeHead(302, { Location: 'https://other.example/' }).end(), true), 'sends on to https://other.example/'],
  ])('says what is wrong with %s, and keeps what it has', async (_, habit, said) => {
    trouble(habit);
    const { output, diagnostics } = await run();
    expect(output.through).toBeNull();
    expect(diagnostics.filter(({ code }) => code === 'report/lrs').map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
  });

  it.each([['soon', 'which is no time'], ['2999-01-01T00:00:00Z', 'which is in the future']])('does not believe a header that says %s', async (header, said) => {
    lrs.habits.consistentThrough = header;
    const { output, diagnostics } = await run();
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([expect.stringMatching(new RegExp(`^error report/untrue-header .*${said}`))]);
    expect(output).toMatchObject({ added: visible.length, through: '2026-11-01T00:00:00.000Z' });
  });

  it('goes no further than its own time where the clock of the LRS is ahead, so that the next walk misses nothing', async () => {
    lrs.habits.date = '2031-01-01T00:00:00.000Z';
    lrs.habits.consistentThrough = '2031-01-01T00:00:00.000Z';
    const { output, diagnostics } = await sync(database, client(), { endpoint: lrs.endpoint, verbs: LIFECYCLE, now: () => Date.UTC(2026, 10, 1), progress: () => undefined });
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('its clock says 2031-01-01T00:00:00.000Z, which is in the future')]);
    expect(output.through).toBe('2026-11-01T00:05:00.000Z');
  });

  it('says when an LRS has not been complete for long, and when it does not say', async () => {
    lrs.habits.consistentThrough = '2026-03-01T00:00:00.000Z';
    const { output, diagnostics } = await run();
    expect([output.through, diagnostics.map(({ message }) => message)]).toEqual(['2026-03-01T00:00:00.000Z', [expect.stringContaining('more than a day ago')]]);
    lrs.habits.consistentThrough = null;
    expect((await run()).diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning report/consistent-through']);
    expect(await ids()).toEqual(visible);
  });

  it('sets statements aside that break the schema, by their ids', async () => {
    lrs.statements = [...ALL, { id: 'x', stored: '2026-01-01T00:00:00.000Z', verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } }];
    const { output, diagnostics } = await run();
    expect(output).toMatchObject({ setAside: 1, added: visible.length });
    expect(diagnostics[0]?.message).toContain('The statement x was set aside: “id” is not as xAPI wants it');
    lrs.statements = ALL;
  });

  const told = (index: number, rest: object) => ({ id: `99999999-9999-4999-8999-00000000000${index}`, actor: { mbox: 'mailto:odd@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/passed' }, object: { id: 'https://c.example' }, stored: '2026-02-01T00:00:00.000Z', ...rest });
  it('takes what is odd, and sets aside what cannot be kept, without ending', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const odd = [told(1, { result: { duration: 'P99999999999999Y', score: { scaled: 1e308 } } }), told(2, { actor: { account: { homePage: 'https://l.example', name: 'a\u0000b\ud800' } } }), told(3, { result: { response: 'x'.repeat(2_000_000) } })];
    trouble((request, response) => {
      if (!String(request.url).includes('passed')) return false;
      const text = JSON.stringify({ statements: [...odd, told(4, { context: { extensions: { 'https://x.example': 'deep' } } })], more: null }).replace('"deep"', deep);
      return response.setHeader('Content-Type', 'application/json').end(text), true;
    });
    const { output, diagnostics } = await run(client([], 300 * 1_048_576));
    expect(diagnostics.map(({ message }) => message)).toEqual(['The statement 99999999-9999-4999-8999-000000000004 was set aside: something in it is nested too deeply to be kept.']);
    expect(output.setAside).toBe(1);
    expect(await database.all("SELECT id, duration_ms FROM statement WHERE id LIKE '9999%' ORDER BY id")).toEqual([1, 2, 3].map((index) => ({ id: told(index, {}).id, duration_ms: null })));
  });

  it.each([['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'], ['ENOTFOUND', 'no server of that name']])('does not try again where trying cannot help: %s', async (code, said) => {
    const failing = new Lrs({ endpoint: lrs.endpoint, key: 'key', secret: 'secret', wait: () => Promise.reject(new Error('waited')), fetch: () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) })) });
    const { diagnostics } = await run(failing);
    expect(diagnostics.map(({ help }) => help)).toEqual([expect.stringContaining(said)]);
  });

  it.each([['http://lrs.example.org/xapi', 'http://'], ['https://key:secret@lrs.example.org', 'holds a password'], ['lrs', 'no web address']])('does not send a password to %s', (endpoint, said) => {
    expect(() => new Lrs({ endpoint, key: '', secret: '', fetch, wait: async () => undefined })).toThrow(LrsRefused);
    expect(() => new Lrs({ endpoint, key: '', secret: '', fetch, wait: async () => undefined })).toThrow(said);
  });
});
