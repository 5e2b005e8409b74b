/** Writes an evidence folder: the report, what was asked, the statements it rests on, and a hash of everything. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database, Row } from '../engine/database.ts';
import { REPORTS, type ReportName } from '../reports/reports.ts';
import { prepare, type Question } from '../reports/run.ts';
import COUNTED from '../sql/counted.sql?raw';
import { COLUMNS } from '../statement/row.ts';
import { csvTexts } from '../writing/csv.ts';
import { type AskedQuestion, contentOf, FILES, FOLDER_VERSION, MANIFEST, sha256, writeLines } from './folder.ts';

export interface EvidenceOptions {
  name: ReportName;
  asked: Question;
  /** Columns of the report, in order. */
  columns: readonly string[];
  /** Lectern's own version. */
  version: string;
  /** Packages whose content the statements may name: path and what is known of it. */
  packages: { path: string; build: string | null }[];
  now: number;
}

/** Thrown when the folder has something in it: evidence is never mixed or written over. */
export class FolderInUse extends Error {}

/**
 * Returns the SHA-256 of the manifest: who notes it elsewhere can show later that the whole folder is the same. The folder appears when it is whole,
 * so that what is broken off leaves none that looks like evidence.
 */
export async function writeEvidence(database: Database, folder: string, options: EvidenceOptions): Promise<{ seal: string; rows: number; records: number }> {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) throw new FolderInUse(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const part = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const written = await fill(database, part, options);
    chmodSync(part, 0o777 & ~process.umask());
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(part, folder);
    return written;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function fill(database: Database, folder: string, options: EvidenceOptions): Promise<{ seal: string; rows: number; records: number }> {
  const at = (name: string) => join(folder, name);
  const { name, asked, columns, version, now } = options;
  const rows = await writeReport(database, at(FILES.report), name, asked, columns);
  await writeReport(database, at(FILES.audit), 'audit', asked, Object.keys(REPORTS.audit.columns));
  const records = await writeRecords(database, at(FILES.records));
  const question: AskedQuestion = { folder: FOLDER_VERSION, report: name, lectern: version, made: new Date(now).toISOString(), question: { ...asked, course: [...asked.course], version: [...asked.version], group: [...asked.group], status: [...asked.status] }, columns: [...columns] };
  await writeLines(at(FILES.question), [json(question)]);
  await writeLines(at(FILES.query), [[...REPORTS[name].views, REPORTS[name].query].join('\n')]);
  await writeLines(at(FILES.roster), [json(await rosterOf(database))]);
  await writeLines(at(FILES.summary), [json(await summaryOf(database, options, rows, records))]);
  await writeLines(at(FILES.readme), [readme(question, rows, records)]);
  const hashes: string[] = [];
  for (const file of (await contentOf(folder)).files) hashes.push(`${await sha256(at(file))}  ${file}\n`);
  await writeLines(at(MANIFEST), hashes);
  return { seal: await sha256(at(MANIFEST)), rows, records };
}

/** As `report.csv` has it: every column that was asked for, in the report's own order. */
export async function writeReport(database: Database, path: string, name: ReportName, asked: Question, columns: readonly string[]): Promise<number> {
  const kinds = Object.fromEntries(columns.flatMap((column) => { const kind = REPORTS[name].columns[column]; return kind === undefined ? [] : [[column, kind] as const]; }));
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    await prepare(database, REPORTS[name], asked);
    for await (const lot of csvTexts(database, REPORTS[name].query, kinds, null)) {
      rows += lot.rows;
      yield lot.text;
    }
  }
  await writeLines(path, lines());
  return rows;
}

/** Every statement of the data, with the text it came as: those that count, those that do not, and those that take others back. */
async function writeRecords(database: Database, path: string): Promise<number> {
  let records = 0;
  const columns = Object.keys(COLUMNS).map((name) => `s.${name}`).join(', ');
  async function* lines(): AsyncGenerator<string> {
    const objectives = new Map<string, string[]>();
    for (const { id, objective } of await database.all('SELECT id, objective FROM statement_objective ORDER BY id, objective')) objectives.set(String(id), [...(objectives.get(String(id)) ?? []), String(objective)]);
    for await (const some of database.chunks(`SELECT ${columns}, o.body FROM statement s LEFT JOIN original o ON o.id = s.id ORDER BY s.id`)) {
      records += some.length;
      yield some.map(({ body, ...row }) => `${JSON.stringify({ row, ...(objectives.has(String(row['id'])) ? { objectives: objectives.get(String(row['id'])) } : {}), original: body })}\n`).join('');
    }
  }
  await writeLines(path, lines());
  return records;
}

async function rosterOf(database: Database): Promise<Record<string, Row[]>> {
  const roster: Record<string, Row[]> = {};
  // One after the other: a connection answers one question at a time.
  for (const table of ['person', 'handle', 'assignment', 'title', 'course_alias']) roster[table] = await database.all(`SELECT * FROM ${table} ORDER BY ALL`);
  return roster;
}

async function summaryOf(database: Database, options: EvidenceOptions, rows: number, records: number): Promise<object> {
  await database.run(COUNTED);
  const iso = (value: Row[string]) => (value === null || value === undefined ? null : new Date(Number(value)).toISOString());
  const [window] = await database.all('SELECT MIN("stored") AS first_stored, MAX("stored") AS last_stored, MIN(happened) AS first_happened, MAX(happened) AS last_happened FROM statement');
  const [engine] = await database.all('SELECT version() AS version');
  const packages = await Promise.all(options.packages.map(async ({ path, build }) => ({ file: basename(path), sha256: await sha256(path), build })));
  return {
    rows, records,
    counted: (await database.all('SELECT COUNT(*) AS n FROM counted'))[0]?.['n'],
    byVerb: Object.fromEntries((await database.all('SELECT verb, COUNT(*) AS n FROM statement GROUP BY verb ORDER BY verb')).map(({ verb, n }) => [verb, n])),
    window: Object.fromEntries(Object.entries(window ?? {}).map(([name, value]) => [name, iso(value)])),
    sources: (await database.all('SELECT * FROM import_log ORDER BY imported, source')).map((row) => ({ ...row, imported: iso(row['imported'] ?? null), rules: typeof row['rules'] === 'string' ? (JSON.parse(row['rules']) as object) : null })),
    authorities: (await database.all("SELECT COALESCE(authority, '') AS authority, COUNT(*) AS n FROM statement GROUP BY 1 ORDER BY 1")),
    packages,
    contents: (await database.all('SELECT content, MIN(version) AS version, COUNT(*) AS statements FROM statement WHERE content IS NOT NULL GROUP BY content ORDER BY content')).map((row) => ({ ...row, package: packages.find(({ build }) => build === row['content'])?.file ?? null })),
    engine: `DuckDB ${String(engine?.['version'])}`,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readme({ report, lectern, made, question }: AskedQuestion, rows: number, records: number): string {
  return `Evidence for the report “${report}”, as of ${new Date(question.asOf).toISOString()}
Made ${made} by Lectern ${lectern}: ${rows} rows from ${records} statements

report.csv       the report; the column “evidence” names the statements each row rests on
audit.csv        statements that do not count, and why
records.ndjson   every statement, as a row and as it came in
roster.json      the people, assignments and titles that were joined to it
question.json    what was asked, and when
query.sql        the rules that made the report out of the statements
summary.json     counts, time window, sources, packages
manifest.sha256  the SHA-256 of each file

To see that nothing was changed, and to make the report again from the records:
  lectern report verify FOLDER
Without Lectern, inside this folder:
  sha256sum -c manifest.sha256

This folder holds personal data. It shows what the systems recorded; it does not show
who sat at the keyboard, and results that were computed in the learner's own browser
could have been sent by other means.
`;
}
