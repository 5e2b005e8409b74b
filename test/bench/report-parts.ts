/** Parts of the report bench that use the project's own source; report.mjs bundles and runs them, each in a process of its own. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Database, literal } from '../../src/report/engine/database.ts';
import { flatten } from '../../src/report/statement/flatten.ts';
import { LIFECYCLE, VERBS } from '../../src/report/statement/names.ts';
import type { Statement } from '../../src/report/statement/schema.ts';
import { readJsonLines } from '../../src/report/store/json-lines.ts';
import { oracle } from '../report/oracle.ts';
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

/** All statements, not only those of completion. */
async function toParquet(from: string, to: string): Promise<void> {
  rmSync(to, { force: true });
  const database = await Database.open({ path: ':memory:', scratch: `${to}.scratch` });
  await readJsonLines(database, [from], [...new Set(Object.values(VERBS))]);
  await database.run(`COPY statement TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`);
  database.close();
  rmSync(`${to}.scratch`, { recursive: true, force: true });
}

/** The plain program: every line parsed. Writes what each row came to, sorted, to compare. */
async function plain(from: string, to: string, asOf: number): Promise<void> {
  const judge = oracle({ asOf, validMonths: null, perRegistration: false, latestDecides: false });
  const wanted = new RegExp(`/(?:${[...LIFECYCLE, 'voided'].join('|')})"`);
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    // Most lines are slides and answers; looking is quicker than parsing.
    if (line === '' || !wanted.test(line)) continue;
    const read = flatten(JSON.parse(line) as Statement, 'bench', 0);
    if (!('reason' in read)) judge.take(read.row);
  }
  const rows = judge.rows().map(({ learner, course, status, evidence }) => JSON.stringify([learner, course, status, evidence])).sort();
  const file = createWriteStream(to);
  for (const row of rows) if (!file.write(`${row}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

const [, , part, from = '', to = '', number = ''] = process.argv;
if (part === 'generate') await generate(Number(number), to);
else if (part === 'parquet') await toParquet(from, to);
else if (part === 'plain') await plain(from, to, Number(number));
else throw new Error(`no such part: ${part}`);
