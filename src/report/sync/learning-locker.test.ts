/** A third-party LRS as it really answered: two syncs with Learning Locker's own service, recorded with its headers, cursors and bodies. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPORTS, type ReportName } from '../reports/reports.ts';
import { question, runReport } from '../reports/run.ts';
import { LIFECYCLE } from '../statement/names.ts';
import { openStore } from '../store/store.ts';
import { Lrs } from './lrs.ts';
import { sync } from './sync.ts';

interface Recorded {
  url: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

it('brings what Learning Locker holds, page by page, then what is new, and what was voided', async () => {
  const recorded = readFileSync('test/report/recorded/learning-locker.ndjson', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Recorded);
  const unasked: string[] = [];
  const server = createServer((request, response) => {
    // The same address may be asked for again and answered otherwise: each answer is given once, in its order.
    const at = recorded.findIndex(({ url }) => url === request.url);
    const [answer] = at < 0 ? [] : recorded.splice(at, 1);
    if (answer === undefined) unasked.push(request.url ?? '');
    response.writeHead(answer?.status ?? 500, answer?.headers).end(JSON.stringify(answer?.body ?? {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'lectern-learning-locker-'));
  const database = await openStore(join(folder, 'store.duckdb'));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xAPI`;
  const lrs = new Lrs({ endpoint, key: 'key', secret: 'secret', fetch, wait: async () => undefined });
  const run = () => sync(database, lrs, { endpoint, verbs: LIFECYCLE, now: () => Date.UTC(2026, 10, 28, 16), progress: () => undefined });
  const rows = async (name: ReportName) => {
    const all = [];
    for await (const some of runReport(database, REPORTS[name], question(Date.UTC(2026, 4, 1)))) all.push(...some);
    return all;
  };
  const first = await run();
  const second = await run();
  expect([first.diagnostics, second.diagnostics, unasked]).toEqual([[], [], []]);
  // A filter by verb also finds what refers to such a statement: the voiding statement comes in two walks.
  expect(first.output).toMatchObject({ fetched: 27, added: 26, known: 1, setAside: 0 });
  expect(second.output).toMatchObject({ added: 2, setAside: 0 });
  expect(await lrs.voided('00000000-0000-4000-8000-0000000000ff')).toBeNull();
  expect((await rows('completion')).map(({ learner, status, best_score: best, attempts }) => [learner, status, best, attempts])).toEqual([
    ['https://lms.example.org|p1', 'completed', null, 1], ['https://lms.example.org|p2', 'passed', 0.2, 1], ['https://lms.example.org|p3', 'passed', 0.3, 1], ['https://lms.example.org|p4', 'passed', 0.95, 2], ['https://lms.example.org|p5', 'passed', 0.5, 1],
  ]);
  expect((await rows('audit')).map(({ id, reason, because }) => [id, reason, because])).toEqual([['00000000-0000-4000-8000-000000000004', 'voided', '00000000-0000-4000-8000-000000000700']]);
  database.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
