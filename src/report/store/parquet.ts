/** The store's statements as Parquet, one folder a month of storing: what any other engine can read. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Database, literal, type Row } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';
import { LIFECYCLE } from '../statement/names.ts';

/** What goes with the statements: which objectives they are about, and the names of courses and questions. */
export const SIDE_TABLES = ['statement_objective', 'title'] as const;

/** Beside the months, under a name that says that it holds no statements. */
export function sideFile(table: (typeof SIDE_TABLES)[number]): string {
  return `_${table}.parquet`;
}

/** What decides about courses is kept apart from slides and answers, which are most of the statements and of which a report on completion needs none. */
const COURSE_FILE = 'course.parquet';
const TRAIL_FILE = 'trail.parquet';
/** Of earlier versions. */
const OLD_FILE = /^statements_\d+\.parquet$/;
/** What belongs together lies together, so that it is joined where it is still at hand. */
const ORDER = 'actor, course, registration, session, "stored", id';

/** Whether a file holds nothing that a report over `verbs` (short names) reads, by its name and its neighbours'. */
export function isBesideThePoint(path: string, verbs: readonly string[]): boolean {
  return basename(path) === TRAIL_FILE && existsSync(join(dirname(path), COURSE_FILE)) && verbs.every((verb) => COURSE_VERBS.includes(verb));
}

const COURSE_VERBS: readonly string[] = [...LIFECYCLE, 'voided'];

/** Replaces what an earlier call wrote, and takes away what is in the store no more. */
export async function writeParquet(database: Database, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const table of SIDE_TABLES) await write(database, `SELECT * FROM ${table} ORDER BY ALL`, join(folder, sideFile(table)));
  const written = new Set<string>();
  const decides = `verb IN (${COURSE_VERBS.map(literal).join(', ')})`;
  for (const { month } of await database.all('SELECT DISTINCT strftime("stored", \'%Y-%m\') AS month FROM statement ORDER BY 1')) {
    const first = `TIMESTAMP ${literal(`${String(month)}-01`)}`;
    mkdirSync(join(folder, `month=${String(month)}`), { recursive: true });
    for (const [name, which] of [[COURSE_FILE, decides], [TRAIL_FILE, `NOT ${decides}`]] as const) {
      const path = join(folder, `month=${String(month)}`, name);
      const some = `FROM statement WHERE "stored" >= ${first} AND "stored" < ${first} + INTERVAL 1 month AND ${which}`;
      // An empty one would say that there is nothing to skip, too; the other file has to be there for that.
      if (name === TRAIL_FILE && (await database.all(`SELECT 1 AS found ${some} LIMIT 1`)).length === 0) continue;
      await write(database, `SELECT * ${some} ORDER BY ${ORDER}`, path);
      written.add(path);
    }
  }
  for (const month of readdirSync(folder).filter((name) => /^month=\d{4}-\d\d$/.test(name))) {
    const ours = readdirSync(join(folder, month)).filter((name) => name === COURSE_FILE || name === TRAIL_FILE || OLD_FILE.test(name)).map((name) => join(folder, month, name));
    for (const path of ours) if (!written.has(path)) rmSync(path);
    if (readdirSync(join(folder, month)).length === 0) rmdirSync(join(folder, month));
  }
}

/** Beside its place first, so that nobody reads half a file. */
async function write(database: Database, query: string, path: string): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    await database.run(`COPY (${query}) TO ${literal(part)} (FORMAT parquet, COMPRESSION zstd)`, {});
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

const TYPES: Readonly<Record<Kind, string>> = { text: 'VARCHAR', time: 'TIMESTAMP', date: 'DATE', count: 'BIGINT', number: 'DOUBLE', share: 'DOUBLE', score: 'DOUBLE', duration: 'DOUBLE', flag: 'BOOLEAN' };

/** A report's rows as one Parquet file in a folder that is there; durations are milliseconds. */
export async function writeRowsParquet(database: Database, path: string, rows: readonly Row[], columns: Readonly<Record<string, Kind>>): Promise<void> {
  const kinds = Object.entries(columns);
  await database.run(`CREATE OR REPLACE TEMP TABLE shown (${kinds.map(([name, kind]) => `"${name}" ${TYPES[kind]}`).join(', ')})`);
  await database.append('shown', rows.map((row) => kinds.map(([name]) => row[name] ?? null)), kinds.map(([, kind]) => kind === 'time' || kind === 'date'));
  await write(database, 'SELECT * FROM shown', path);
}
