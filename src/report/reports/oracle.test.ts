import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oracle, type OracleRow } from '../../../test/report/oracle.ts';
import { statements } from '../../../test/report/synthetic.ts';
import type { Database, Row } from '../engine/database.ts';
import { flatten } from '../statement/flatten.ts';
import { statementSchema } from '../statement/schema.ts';
import { openData } from '../store/data.ts';
import { addStatements, type Incoming, openStore } from '../store/store.ts';
import { REPORTS } from './reports.ts';
import { type Question, question, runReport } from './run.ts';

const PLAN = { learners: 300, courses: 4, trail: 1, seed: 7 };
const AS_OF = Date.UTC(2026, 10, 1);
const folder = mkdtempSync(join(tmpdir(), 'lectern-report-'));
const texts = [...statements(PLAN)];
const incoming: Incoming[] = texts.map((text) => {
  const flattened = flatten(statementSchema.parse(JSON.parse(text)), 'synthetic', 0);
  if ('reason' in flattened) throw new Error(flattened.reason);
  return { ...flattened, original: text };
});

const QUESTIONS: [string, Question][] = [
  ['as a rule', question(AS_OF)],
  ['with a validity of five months', question(AS_OF, { validity: { months: 5 } })],
  ['for each registration', question(AS_OF, { perRegistration: true })],
  ['when the latest result decides', question(AS_OF, { latestDecides: true, validity: { months: 3 } })],
  ['as of the middle of the year', question(Date.UTC(2026, 5, 1))],
];

function expected(asked: Question): OracleRow[] {
  const judge = oracle({ asOf: asked.asOf, validMonths: asked.validity !== null && 'months' in asked.validity ? asked.validity.months : null, perRegistration: asked.perRegistration, latestDecides: asked.latestDecides });
  for (const { row } of incoming) judge.take(row);
  return judge.rows();
}

async function reported(database: Database, asked: Question): Promise<OracleRow[]> {
  const rows: Row[] = [];
  for await (const some of runReport(database, REPORTS.completion, asked)) rows.push(...some);
  return rows.map((row) => ({
    learner: row['learner'], course: row['course'], registration: row['registration'], started: row['started'], completed: row['completed'], passed: row['passed'], done: row['done'],
    latestResult: row['latest_result'], latestAt: row['latest_at'], latestScore: row['latest_score'], bestScore: row['best_score'], attempts: row['attempts'], durationMs: row['duration_ms'],
    expires: row['expires'], clockAhead: row['clock_ahead'], evidence: row['evidence'] ?? '', status: row['status'],
  }) as OracleRow);
}

const sorted = (rows: OracleRow[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

describe.each(['store', 'lines', 'parquet'] as const)('the completion report over a %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    const lines = join(folder, 'statements.ndjson');
    writeFileSync(lines, `${texts.join('\n')}\n`);
    if (kind === 'lines') ({ database } = await openData('', [lines]));
    else {
      database = await openStore(join(folder, `${kind}.duckdb`));
      await database.transaction(async () => void (await addStatements(database, incoming)));
    }
    if (kind === 'parquet') {
      const file = join(folder, 'statements.parquet');
      await database.run(`COPY statement TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
      database.close();
      ({ database } = await openData('', [file]));
    }
  });
  afterAll(() => database.close());

  it.each(QUESTIONS)('agrees on every row with a plain program %s', async (_, asked) => {
    const plain = sorted(expected(asked));
    expect(plain.length).toBeGreaterThan(900);
    const rows = sorted(await reported(database, asked));
    expect(rows.length).toBe(plain.length);
    expect(rows.filter((row, index) => row !== plain[index]).slice(0, 3)).toEqual([]);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
