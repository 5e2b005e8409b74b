import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postgres, postgresFolder, startPostgres } from '../../../test/report/postgres.ts';
import { statements } from '../../../test/report/synthetic.ts';
import { type Database, literal, type Row, splitSql, type Value } from '../engine/database.ts';
import QUESTION from '../sql/question.sql?raw';
import STATEMENT from '../sql/statement.sql?raw';
import { flatten } from '../statement/flatten.ts';
import { COLUMNS } from '../statement/row.ts';
import { statementSchema } from '../statement/schema.ts';
import { addStatements, openStore } from '../store/store.ts';
import { REPORT_NAMES, REPORTS, type ReportName } from './reports.ts';
import { question, runReport } from './run.ts';

const bin = postgresFolder();
if (bin === null && process.env['LECTERN_NEEDS_POSTGRES'] === '1') throw new Error('PostgreSQL was installed for this test and cannot be found.');
if (bin === null) console.warn('PostgreSQL is not installed (apt-get install postgresql): that reports agree with it was not tried.');

const AS_OF = Date.UTC(2026, 10, 1);
const ASKED = question(AS_OF, { validity: { months: 4 }, smallestGroup: 1 });
const folder = mkdtempSync(join(tmpdir(), 'lectern-engines-'));

function sqlValue(value: Value, time: boolean): string {
  if (value === null) return 'NULL';
  if (time) return `TIMESTAMP '${new Date(Number(value)).toISOString().slice(0, 23).replace('T', ' ')}'`;
  return typeof value === 'string' ? literal(value) : String(value);
}

/** As both engines would print it: times to the millisecond, numbers to nine digits. */
function comparable(row: Row, columns: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(columns).map(([name, kind]) => {
    const value = row[name] ?? null;
    if (value === null) return null;
    if (kind === 'time' || kind === 'date') return typeof value === 'string' ? Date.parse(`${value}Z`) : value;
    return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  }));
}

describe.skipIf(bin === null)('PostgreSQL', { timeout: 120_000 }, () => {
  let postgres: Postgres;
  let duckdb: Database;

  beforeAll(async () => {
    postgres = await startPostgres(bin ?? '');
    duckdb = await openStore(join(folder, 'store.duckdb'));
    // PostgreSQL keeps no text with a null character in it.
    const incoming = [...statements({ learners: 40, courses: 4, trail: 3, seed: 11 })].filter((text) => !text.includes('\\u0000')).map((text) => {
      const one = flatten(statementSchema.parse(JSON.parse(text)), 'synthetic', 0);
      if ('reason' in one) throw new Error(one.reason);
      return { ...one, original: text, objectives: one.row.verb === 'answered' ? [`${one.row.course}/objectives/${one.row.id.length % 3}`] : [] };
    });
    await duckdb.transaction(async () => void (await addStatements(duckdb, incoming)));
    await duckdb.run(ROSTER);
    const tables = ['statement', 'statement_objective', 'title', 'person', 'handle', 'assignment'];
    const inserts: string[] = [];
    for (const table of tables) {
      const times = table === 'statement' ? Object.keys(COLUMNS).filter((name) => COLUMNS[name as keyof typeof COLUMNS] === 'time') : ['due'];
      for (const row of await duckdb.all(`SELECT * FROM ${table}`)) inserts.push(`INSERT INTO ${table} VALUES (${Object.entries(row).map(([name, value]) => sqlValue(value, times.includes(name))).join(', ')});`);
    }
    postgres.run(`${STATEMENT}\nBEGIN;\n${inserts.join('\n')}\nCOMMIT;`);
  }, 120_000);
  afterAll(async () => {
    duckdb?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(REPORT_NAMES)('gives the same rows for %s as DuckDB, from the same SQL file', async (name: ReportName) => {
    const { views, query, columns } = REPORTS[name];
    const expected: Row[] = [];
    for await (const some of runReport(duckdb, REPORTS[name], ASKED)) expected.push(...some);
    const asked = `${QUESTION}\nINSERT INTO parameter VALUES (TIMESTAMP '${new Date(AS_OF).toISOString().slice(0, 19)}', 4, NULL, FALSE, FALSE, NULL, NULL, 1);`;
    const [select = ''] = splitSql(query);
    const printed = postgres.run(`${asked}\n${views.join('\n')}\nSELECT row_to_json(r) FROM (${select}) r;`);
    const rows = printed.trim().split('\n').filter((line) => line !== '').map((line) => comparable(JSON.parse(line) as Row, columns)).sort();
    expect(expected.length).toBeGreaterThan(0);
    const plain = expected.map((row) => comparable(row, columns)).sort();
    expect(rows.length).toBe(plain.length);
    expect(rows.filter((row, index) => row !== plain[index]).slice(0, 2)).toEqual(plain.filter((row, index) => row !== rows[index]).slice(0, 2));
  });
});

const ROSTER = `
INSERT INTO person SELECT DISTINCT SUBSTRING(actor FROM POSITION('|' IN actor) + 1), 'Person', 'Group ' || LENGTH(actor) FROM statement WHERE actor LIKE '%|p0000%' AND verb = 'launched';
INSERT INTO handle SELECT learner, learner FROM person;
INSERT INTO assignment SELECT learner, 'https://courses.example.org/never', TIMESTAMP '2026-03-01 00:00:00' FROM person;
`;
