/** `lectern report completion` and its like: the question from the words, the answer in the form that was asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { jsonText } from '../../diagnostics/json.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Database, Row } from '../../report/engine/database.ts';
import { readDate } from '../../report/imports/dates.ts';
import { type ReportName, REPORTS } from '../../report/reports/reports.ts';
import { resolveFilters } from '../../report/reports/filters.ts';
import { prepare, type Question, question, runReport, STATUSES } from '../../report/reports/run.ts';
import { pseudonym, shownColumns, shownRows, type Showing } from '../../report/reports/shown.ts';
import { LIFECYCLE, VERBS } from '../../report/statement/names.ts';
import { openData } from '../../report/store/data.ts';
import { writeRowsParquet } from '../../report/store/parquet.ts';
import { DEFAULT_STORE } from '../../report/store/store.ts';
import { plainValue } from '../../report/writing/cells.ts';
import { BOM, csvTexts } from '../../report/writing/csv.ts';
import { terminalTable } from '../../report/writing/table.ts';
import type { Io } from '../io.ts';
import type { ReportRequest } from '../report-arguments.ts';
import { fillFolder, writeFileBy, writeFileSlowly, writeFiles } from '../write-files.ts';
import { type Lectern, type Told, WrongWords } from './report-told.ts';

export const REPORT_FORMATS = ['table', 'csv', 'xlsx', 'json', 'html', 'parquet'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export async function answer(request: ReportRequest, name: ReportName, io: Io, lectern: Lectern): Promise<Told> {
  const written = questionOf(request, Date.now());
  const format = formatOf(request);
  const showing = showingOf(request, name, io);
  const out = request.values.get('out')?.at(-1);
  if (out === undefined && (format === 'xlsx' || format === 'html' || format === 'parquet')) throw new WrongWords(`A report as ${format} is a file.`, `Add --out ${name}.${format}.`);
  const store = resolve(io.cwd, request.values.get('store')?.at(-1) ?? DEFAULT_STORE);
  const files = (request.values.get('data') ?? []).map((file) => resolve(io.cwd, file));
  const { database, unreadable } = await openData(store, files, verbsOf(name, request), name === 'objectives');
  try {
    const { asked, unknown } = await resolveFilters(database, written);
    const columns = shownColumns(REPORTS[name], showing);
    const json = request.flags.has('json');
    const rows: Row[] = [];
    // CSV is made by the engine, line by line; everything else, and what --json prints, is made of rows.
    const lines = format === 'csv' && (out !== undefined || !json) ? csvLines(request, name, asked, columns, showing, database) : null;
    let [count, text] = [0, ''];
    if (lines === null) for await (const some of runReport(database, REPORTS[name], asked)) count = rows.push(...shownRows(some, columns, showing));
    else if (out !== undefined) count = await writeLots(resolve(io.cwd, out), lines);
    else text = await joined(lines);
    const diagnostics: Diagnostic[] = unreadable === 0 ? [] : [diagnose('report/unreadable-lines', wholeFile(files[0] ?? ''), { count: unreadable, name: request.values.get('data')?.join(', ') ?? '' })];
    diagnostics.push(...unknown.map((one) => diagnose('report/unknown-filter', wholeFile('(command line)'), { ...one, near: nearest(one.value, one.known) })));
    if (name === 'completion' || name === 'overdue') diagnostics.push(...(await strangers(database)));
    const kept = await keep(request, name, asked, Object.keys(columns), database, io, lectern.version);
    const answered = () => ({ report: name, asOf: new Date(asked.asOf).toISOString(), rows: rows.map((row) => Object.fromEntries(Object.entries(columns).map(([column, kind]) => [column, plainValue(row[column] ?? null, kind)]))) });
    if (out !== undefined) {
      const told = { text: `${count} ${count === 1 ? 'row' : 'rows'} in ${out}\n${kept.text}`, json: { ...kept.json, report: name, file: out, rows: count }, diagnostics };
      if (format === 'parquet') await writeFileBy(resolve(io.cwd, out), (part) => writeRowsParquet(database, part, rows, columns));
      else if (lines === null) writeFiles([{ path: resolve(io.cwd, out), content: await content(format, { name, rows, columns, request, answered, asked, lectern, database }) }], 'report');
      return told;
    }
    if (json) return { text: '', json: { ...answered(), ...kept.json }, diagnostics };
    const output = lines === null ? await content(format, { name, rows, columns, request, answered, asked, lectern, database }) : text;
    return { text: `${String(output)}${kept.text}`, json: {}, diagnostics, ...(format === 'table' ? {} : { data: true }) };
  } finally {
    database.close();
  }
}

/** What files have to be read for: the audit and evidence name statements of every kind. */
function verbsOf(name: ReportName, { values }: ReportRequest): readonly string[] {
  if (name === 'audit' || values.has('evidence')) return [...new Set(Object.values(VERBS))];
  return ['items', 'responses', 'objectives'].includes(name) ? [...LIFECYCLE, 'answered'] : LIFECYCLE;
}

type Lots = AsyncIterable<{ text: string; rows: number }>;

async function* csvLines(request: ReportRequest, name: ReportName, asked: Question, columns: ReturnType<typeof shownColumns>, showing: Showing, database: Database): AsyncGenerator<{ text: string; rows: number }> {
  const { pseudonymKey } = showing;
  await prepare(database, REPORTS[name], asked);
  if (request.flags.has('bom')) yield { text: BOM, rows: 0 };
  yield* csvTexts(database, REPORTS[name].query, columns, pseudonymKey === null ? null : { column: 'learner', of: (learner) => pseudonym(learner, pseudonymKey) });
}

/** Written while the engine works: millions of rows need not fit into memory. Returns how many there were. */
async function writeLots(path: string, lots: Lots): Promise<number> {
  let count = 0;
  async function* texts(): AsyncGenerator<string> {
    for await (const { text, rows } of lots) {
      count += rows;
      yield text;
    }
  }
  await writeFileSlowly(path, texts());
  return count;
}

async function joined(lots: Lots): Promise<string> {
  const texts: string[] = [];
  for await (const { text } of lots) texts.push(text);
  return texts.join('');
}

/** The evidence folder, where one is asked for. */
async function keep(request: ReportRequest, name: ReportName, asked: Question, columns: string[], database: Database, io: Io, version: string): Promise<{ text: string; json: object }> {
  const folder = request.values.get('evidence')?.at(-1);
  if (folder === undefined) return { text: '', json: {} };
  if (request.flags.has('pseudonymise')) throw new WrongWords('Evidence keeps the statements, and they name their learners: it cannot be pseudonymous.', 'Leave out --pseudonymise or --evidence.');
  const { FolderInUse, writeEvidence } = await import('../../report/evidence/write.ts');
  try {
    const packages = await Promise.all((request.values.get('package') ?? []).map((path) => packageOf(resolve(io.cwd, path), path)));
    const { seal, records } = await fillFolder(resolve(io.cwd, folder), 'evidence', () => writeEvidence(database, resolve(io.cwd, folder), { name, asked, columns, version, packages, now: Date.now() }));
    return { text: `Evidence in ${folder}: ${records} statements. Note the seal where nobody can change it:\n${seal}\n`, json: { evidence: folder, seal } };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new WrongWords(`The folder “${folder}” has something in it, and evidence is never written over.`, 'Name a new folder.');
  }
}

/** A package that the records may speak of: what it says of itself. */
async function packageOf(path: string, name: string): Promise<{ path: string; build: string | null }> {
  if (!existsSync(path)) throw new WrongWords(`There is no package “${name}”.`, 'Name the zip that was given to the LMS.');
  const { inspectPackage } = await import('../../inspect/inspect.ts');
  const { output } = await inspectPackage(readFileSync(path), name);
  return { path, build: output?.course?.build ?? null };
}

/** People in the records whom the roster does not know; nobody where there is no roster. */
async function strangers(database: Database): Promise<Diagnostic[]> {
  // Asked first: the count goes through all statements once more.
  if ((await database.all('SELECT 1 AS some FROM person LIMIT 1')).length === 0) return [];
  const [row] = await database.all('SELECT COUNT(DISTINCT learner) AS strangers FROM sitting WHERE learner NOT IN (SELECT learner FROM person)');
  const count = Number(row?.['strangers'] ?? 0);
  return count === 0 ? [] : [diagnose('report/not-in-roster', wholeFile('roster'), { count })];
}

interface Content {
  name: ReportName;
  rows: Row[];
  columns: ReturnType<typeof shownColumns>;
  request: ReportRequest;
  answered: () => object;
  asked: Question;
  lectern: Lectern;
  database: Database;
}

async function content(format: ReportFormat, { name, rows, columns, request, answered, asked, lectern, database }: Content): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return jsonText(answered());
    case 'xlsx': {
      const { SHEET_ROWS, xlsx } = await import('../../report/writing/xlsx.ts');
      if (rows.length >= SHEET_ROWS) throw new WrongWords(`A sheet holds ${SHEET_ROWS - 1} rows, and the report has ${rows.length}.`, 'Narrow it with --course or --group, or write --out FILE.csv.');
      return xlsx(rows, columns, name);
    }
    case 'html': {
      const { htmlReport } = await import('../../report/writing/html.ts');
      const file = (ending: string) => readFileSync(join(lectern.dist, 'report', `page.${ending}`), 'utf8');
      const language = request.values.get('language')?.at(-1) ?? 'en';
      return htmlReport(rows, columns, { report: name, language, asOf: asked.asOf, made: Date.now(), lectern: lectern.version, asked: wordsAsked(request), brief: request.values.has('columns') ? Object.keys(columns) : REPORTS[name].brief, script: file('js'), style: file('css') });
    }
    default: {
      const brief = request.values.has('columns') ? columns : Object.fromEntries(Object.entries(columns).filter(([column]) => REPORTS[name].brief.includes(column)));
      return `${terminalTable(rows, brief)}${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n${rows.length === 0 ? await whyEmpty(name, database) : ''}`;
    }
  }
}

/** Reports about questions are empty for a reason that somebody can do something about. */
async function whyEmpty(name: ReportName, database: Database): Promise<string> {
  if (name !== 'items' && name !== 'responses' && name !== 'objectives') return '';
  if ((await database.all("SELECT 1 AS found FROM statement WHERE verb = 'answered' LIMIT 1")).length === 0) return 'There are no answers in the data. From an LRS, lectern report sync --verbs answered fetches them; of exports, those about interactions have them.\n';
  return name === 'objectives' ? 'No answer in the data says which learning objective it is about. Lectern’s packages for cmi5 and Tin Can do.\n' : '';
}

/** The options that shape the answer, as they were written. */
function wordsAsked({ values, flags }: ReportRequest): [string, string][] {
  const shaping = ['course', 'group', 'status', 'content', 'from', 'until', 'as-of', 'valid-for', 'smallest-group', 'data'];
  return [...shaping.flatMap((name) => (values.get(name) ?? []).map((value): [string, string] => [`--${name}`, value])), ...['per-registration', 'latest', 'pseudonymise'].filter((flag) => flags.has(flag)).map((flag): [string, string] => [`--${flag}`, ''])];
}

function formatOf(request: ReportRequest): ReportFormat {
  const word = request.values.get('format')?.at(-1);
  const ending = extname(request.values.get('out')?.at(-1) ?? '').slice(1).toLowerCase();
  const format = REPORT_FORMATS.find((known) => known === (word ?? ending));
  if (format !== undefined) return format;
  if (word === undefined) return 'table';
  const near = nearest(word, [...REPORT_FORMATS]);
  throw new WrongWords(`There is no format “${word}”.`, near === null ? `Formats: ${REPORT_FORMATS.join(', ')}.` : `Did you mean --format ${near}?`);
}

function showingOf({ values, flags }: ReportRequest, name: ReportName, io: Io): Showing {
  const columns = values.get('columns')?.flatMap((text) => text.split(',')).map((word) => word.trim().replaceAll(' ', '_')) ?? null;
  const known = Object.keys(REPORTS[name].columns);
  const unknown = columns?.find((column) => !known.includes(column));
  if (unknown !== undefined) throw new WrongWords(`The report “${name}” has no column “${unknown}”.`, `Columns: ${known.join(', ')}.`);
  const key = io.env['LECTERN_PSEUDONYM_KEY'];
  if (flags.has('pseudonymise') && (key === undefined || key.length < 16)) throw new WrongWords('Pseudonyms need a key of at least 16 characters in LECTERN_PSEUDONYM_KEY.', 'Make one that nobody can guess, keep it where passwords are kept, and use the same one each time.');
  return { columns, names: !flags.has('no-names'), pseudonymKey: flags.has('pseudonymise') ? (key ?? null) : null };
}

/** `now` is what the report speaks of unless told otherwise. */
export function questionOf({ values, flags }: ReportRequest, now: number): Question {
  const status = values.get('status') ?? [];
  const unknown = status.find((word) => !STATUSES.some((known) => known === word.replaceAll('-', ' ')));
  if (unknown !== undefined) throw new WrongWords(`There is no status “${unknown}”.`, `Statuses: ${STATUSES.join(', ')}.`);
  const smallest = values.get('smallest-group')?.at(-1);
  if (smallest !== undefined && !/^\d{1,6}$/.test(smallest)) throw new WrongWords(`“--smallest-group ${smallest}” is no number.`, 'Write --smallest-group 5.');
  return question(instant(values, 'as-of') ?? now, {
    validity: validityOf(values.get('valid-for')?.at(-1)),
    perRegistration: flags.has('per-registration'),
    latestDecides: flags.has('latest'),
    from: instant(values, 'from'),
    until: instant(values, 'until'),
    course: values.get('course') ?? [],
    version: values.get('content') ?? [],
    group: values.get('group') ?? [],
    status: status.map((word) => word.replaceAll('-', ' ')),
    ...(smallest === undefined ? {} : { smallestGroup: Number(smallest) }),
  });
}

function instant(values: ReportRequest['values'], option: string): number | null {
  const text = values.get(option)?.at(-1);
  if (text === undefined) return null;
  const reading = readDate(text, { order: 'ymd', zone: 'UTC' });
  if (typeof reading === 'string') throw new WrongWords(`“--${option} ${text}” is no date.`, `Write year, month and day: --${option} 2026-12-31.`);
  return reading.at;
}

function validityOf(text: string | undefined): Question['validity'] {
  if (text === undefined) return null;
  const [, amount = '', unit = ''] = /^(\d{1,4})\s*-?([dmy])(?:ays?|onths?|ears?)?$/i.exec(text) ?? [];
  if (amount === '' || Number(amount) === 0) throw new WrongWords(`“--valid-for ${text}” is no length of time.`, 'Write --valid-for 12months, --valid-for 2years or --valid-for 365days.');
  if (unit.toLowerCase() === 'd') return { days: Number(amount) };
  return { months: Number(amount) * (unit.toLowerCase() === 'y' ? 12 : 1) };
}
