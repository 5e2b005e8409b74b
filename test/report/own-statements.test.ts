/** What Lectern's own packages tell a record store comes out in the reports: stories are played by the real drivers, and their statements imported. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/report/engine/database.ts';
import { importFile } from '../../src/report/imports/import.ts';
import { REPORTS, type ReportName } from '../../src/report/reports/reports.ts';
import { question, runReport } from '../../src/report/reports/run.ts';
import { openStore } from '../../src/report/store/store.ts';
import { course } from '../traces/course.ts';
import { cmi5Stage, tincanStage } from '../traces/store.ts';
import { type Story, tell } from '../traces/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reported(stage: typeof cmi5Stage, name: string, report: ReportName): Promise<Row[]> {
  const story = JSON.parse(readFileSync(`test/traces/${name}/story.json`, 'utf8')) as Story;
  const store = stage(story.learner);
  await tell(story, store, () => undefined);
  const home = mkdtempSync(join(folder, 'store-'));
  const file = join(home, 'statements.ndjson');
  writeFileSync(file, store.stored().map((statement) => `${JSON.stringify(statement)}\n`).join(''));
  const database = await openStore(join(home, 'store.duckdb'));
  const { output, diagnostics } = await importFile(database, file, file, { as: null, course: null, title: null, mapped: new Map(), order: null, zone: 'UTC', passMark: null, maxScore: 100, received: Date.UTC(2026, 5, 1) });
  expect([output.setAside, diagnostics]).toEqual([0, []]);
  const rows: Row[] = [];
  for await (const some of runReport(database, REPORTS[report], question(Date.UTC(2026, 5, 1), { smallestGroup: 1 }))) rows.push(...some);
  database.close();
  return rows;
}

describe.each([['cmi5', cmi5Stage, `${course.iri}/unit`], ['Tin Can', tincanStage, course.iri]] as const)('statements of a package for %s', (_, stage, id) => {
  it('say who passed, with which version and build of the course', async () => {
    const rows = await reported(stage, 'pass', 'completion');
    expect(rows.map(({ learner, course: of, title, status, version, content }) => [learner, of, title, status, version, content])).toEqual([['https://lms.example|u-17', id, course.title, 'passed', course.version || null, course.build]]);
    expect(rows[0]?.['best_score']).toBeGreaterThan(0);
    expect(String(rows[0]?.['evidence']).split(' ')).toHaveLength(2);
  });

  it('say who failed, and do not call it done', async () => {
    expect((await reported(stage, 'fail', 'completion')).map(({ status, done, latest_result: latest }) => [status, done, latest])).toEqual([['failed', null, 'failed']]);
  });

  it('say how each question was answered at the first try, and which objectives it is about', async () => {
    const items = await reported(stage, 'wrong-then-right', 'items');
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ course: of, title, learners }) => of === id && typeof title === 'string' && title !== '' && learners === 1)).toBe(true);
    const objectives = await reported(stage, 'pass', 'objectives');
    expect(objectives.length).toBeGreaterThan(0);
    expect(objectives.every(({ objective, learners }) => String(objective).includes('/objectives/') && learners === 1)).toBe(true);
  });
});
