/** Parts of the report bench that use the project's own source; report.mjs bundles and runs them, each in a process of its own. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { Database, type Row } from '../../src/report/engine/database.ts';
import { flatten } from '../../src/report/statement/flatten.ts';
import { LIFECYCLE, VERBS } from '../../src/report/statement/names.ts';
import type { Statement } from '../../src/report/statement/schema.ts';
import { readJsonLines } from '../../src/report/store/json-lines.ts';
import { writeParquet } from '../../src/report/store/parquet.ts';
import STATEMENT from '../../src/report/sql/statement.sql?raw';
import { csvCell } from '../../src/report/writing/csv.ts';
import { cellText } from '../../src/report/writing/cells.ts';
import { REPORTS } from '../../src/report/reports/reports.ts';
import { oracle, type OracleRow } from '../report/oracle.ts';
import { statements } from '../report/synthetic.ts';

const COURSES = 4;
/** Slides and questions of a course, which make 14 statements of a sitting. */
const TRAIL = 9;
/** Statements that a learner makes with these courses, one in four taken twice, on average. */
const EACH = 69;

async function generate(count: number, path: string): Promise<void> {
  const file = createWriteStream(path);
  let lot: string[] = [];
  let made = 0;
  for (const text of statements({ learners: Math.ceil(count / EACH), courses: COURSES, trail: TRAIL, seed: 1 })) {
    lot.push(text);
    made += 1;
    if (lot.length === 2000 || made === count) {
      if (!file.write(`${lot.join('\n')}\n`)) await once(file, 'drain');
      lot = [];
    }
    if (made === count) break;
  }
  file.end(lot.join('\n'));
  await once(file, 'finish');
}

/** All statements, not only those of completion, in the folders that `--parquet` writes. */
async function toParquet(from: string, to: string): Promise<void> {
  const database = await Database.open({ path: ':memory:', scratch: `${to}.scratch` });
  await database.run(STATEMENT);
  await readJsonLines(database, [from], [...new Set(Object.values(VERBS))]);
  await writeParquet(database, to);
  database.close();
  rmSync(`${to}.scratch`, { recursive: true, force: true });
}

/** The plain program: every line that matters parsed. Writes every cell it came to, to compare. */
async function plain(from: string, to: string, asOf: number): Promise<void> {
  const judge = oracle({ asOf, validMonths: null, perRegistration: false, latestDecides: false });
  const wanted = new RegExp(`/(?:${[...LIFECYCLE, 'voided'].join('|')})"`);
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    // Most lines are slides and answers; looking is quicker than parsing.
    if (line === '' || !wanted.test(line)) continue;
    const read = flatten(JSON.parse(line) as Statement, 'bench', 0);
    if (!('reason' in read)) judge.take(read.row);
  }
  const file = createWriteStream(to);
  for (const row of judge.rows()) if (!file.write(`${JSON.stringify(cellsOf(row))}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

const { columns } = REPORTS.completion;

/** A row of the plain program as the report's CSV file has it, under the names of its columns. */
function cellsOf(row: OracleRow): Record<string, string> {
  const { latestResult, latestAt, latestScore, bestScore, durationMs, clockAhead, ...rest } = row;
  const values: Row = { ...rest, latest_result: latestResult, latest_at: latestAt, latest_score: latestScore, best_score: bestScore, duration_ms: durationMs, clock_ahead: clockAhead };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cellText(value, columns[name] ?? 'text')]));
}

/** Holds every cell that the plain program knows against the report; says what differs first. */
async function compare(report: string, plainRows: string): Promise<void> {
  const told = new Map<string, string[]>();
  const [header = [], ...known] = await readCsv(report);
  for (const cells of known) told.set(JSON.stringify([cells[header.indexOf('learner')], cells[header.indexOf('course')]]), cells);
  let rows = 0;
  let differing = 0;
  for await (const line of createInterface({ input: createReadStream(plainRows) })) {
    const wanted = JSON.parse(line) as Record<string, string>;
    const cells = told.get(JSON.stringify([safe(wanted['learner']), wanted['course']]));
    const other = Object.keys(wanted).filter((name) => name !== 'learner' && cells?.[header.indexOf(name)] !== wanted[name]);
    rows += 1;
    if (other.length > 0) differing += 1;
    if (other.length > 0 && differing < 4) console.log('differs', wanted, cells);
  }
  console.log(`${rows.toLocaleString('en')} rows in the plain program, ${told.size.toLocaleString('en')} in the report, ${differing.toLocaleString('en')} of them differ in a cell`);
  if (differing > 0 || rows !== told.size || known.length !== told.size) process.exitCode = 1;
}

async function readCsv(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const cells of createReadStream(path).pipe(parse())) rows.push(cells as string[]);
  return rows;
}

/** As CSV makes formulas harmless. */
function safe(text: string | undefined): string {
  const [[cell = ''] = []] = parseNow(`${csvCell(text ?? '')}\r\n`) as string[][];
  return cell;
}

const [, , part, from = '', to = '', number = ''] = process.argv;
if (part === 'generate') await generate(Number(number), to);
else if (part === 'parquet') await toParquet(from, to);
else if (part === 'plain') await plain(from, to, Number(number));
else if (part === 'compare') await compare(from, to);
else throw new Error(`no such part: ${part}`);
