import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../../test/report/synthetic.ts';
import { Database, type Row } from '../engine/database.ts';
import { type ReportName, REPORTS } from '../reports/reports.ts';
import { question, runReport } from '../reports/run.ts';
import { flatten } from '../statement/flatten.ts';
import { LIFECYCLE } from '../statement/names.ts';
import { statementSchema } from '../statement/schema.ts';
import { openData } from './data.ts';
import { forgetBefore } from './forget.ts';
import { writeParquet } from './parquet.ts';
import { addStatements, type Incoming, openStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-parquet-'));
const at = (...names: string[]) => join(folder, 'statements', ...names);
const incoming: Incoming[] = [...statements({ learners: 40, courses: 4, trail: 3, seed: 5 })].map((text) => {
  const flattened = flatten(statementSchema.parse(JSON.parse(text)), 'synthetic', 0);
  if ('reason' in flattened) throw new Error(flattened.reason);
  return { ...flattened, original: text };
});
let store: Database;

async function reported(database: Database, name: ReportName): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of runReport(database, REPORTS[name], question(Date.UTC(2026, 10, 1)))) rows.push(...some);
  return rows;
}

async function over(name: ReportName, verbs: readonly string[]): Promise<Row[]> {
  const { database } = await openData('', [at()], verbs);
  const rows = await reported(database, name);
  database.close();
  return rows;
}

beforeAll(async () => {
  store = await openStore(join(folder, 'a.duckdb'));
  await store.transaction(async () => void (await addStatements(store, incoming)));
  // As an earlier version left it.
  mkdirSync(at('month=2025-01'), { recursive: true });
  writeFileSync(at('month=2025-01', 'statements_0.parquet'), 'old');
  writeFileSync(at('month=2025-01', 'notes.txt'), 'mine');
  await writeParquet(store, at());
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the store as Parquet', () => {
  it('has a folder for each month, and leaves what is not its own', () => {
    expect(readdirSync(at('month=2026-03')).sort()).toEqual(['course.parquet', 'trail.parquet']);
    expect(readdirSync(at('month=2025-01'))).toEqual(['notes.txt']);
  });

  it('gives the reports that the store gives', async () => {
    expect(await over('completion', LIFECYCLE)).toEqual(await reported(store, 'completion'));
    expect(await over('items', [...LIFECYCLE, 'answered'])).toEqual(await reported(store, 'items'));
    expect(await over('audit', ['every verb'])).toEqual(await reported(store, 'audit'));
  });

  it('is not opened where only slides and answers are', async () => {
    const before = await over('completion', LIFECYCLE);
    writeFileSync(at('month=2026-03', 'trail.parquet'), 'no Parquet at all');
    expect(await over('completion', LIFECYCLE)).toEqual(before);
    await expect(over('items', ['answered'])).rejects.toThrow(/trail/);
    await writeParquet(store, at());
  });

  it('is read where somebody gave a file that name, or where an earlier version wrote it', async () => {
    const [one, other] = ['one', 'other'].map((name) => join(folder, name, 'month=2026-03'));
    for (const path of [one, other]) mkdirSync(path ?? '', { recursive: true });
    copyFileSync(at('month=2026-03', 'course.parquet'), join(one ?? '', 'trail.parquet'));
    copyFileSync(at('month=2026-03', 'course.parquet'), join(other ?? '', 'statements_0.parquet'));
    for (const name of ['one', 'other']) {
      const { database } = await openData('', [join(folder, name)]);
      expect((await reported(database, 'completion')).length).toBeGreaterThan(10);
      database.close();
    }
  });

  it('forgets what the store has forgotten', async () => {
    await forgetBefore(store, Date.UTC(2026, 4, 1));
    await writeParquet(store, at());
    expect(existsSync(at('month=2026-02', 'trail.parquet'))).toBe(false);
    expect(existsSync(at('month=2026-06', 'trail.parquet'))).toBe(true);
  });
});
