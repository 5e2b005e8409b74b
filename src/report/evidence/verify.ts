/** Proves an evidence folder unchanged by its hashes, and makes its report again from its own records. */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { Database, type Value } from '../engine/database.ts';
import { statementOf } from '../imports/json.ts';
import { REPORTS } from '../reports/reports.ts';
import SYNC from '../sql/sync.sql?raw';
import STATEMENT from '../sql/statement.sql?raw';
import { COLUMNS, type StatementRow } from '../statement/row.ts';
import { addStatements, type Incoming } from '../store/store.ts';
import { type AskedQuestion, contentOf, FILES, MANIFEST, questionSchema, sha256 } from './folder.ts';
import { writeReport } from './write.ts';

export interface Verified {
  files: number;
  /** SHA-256 of the manifest itself. */
  seal: string | null;
  /** Whether the report came out the same; null when it was not tried. */
  recomputed: boolean | null;
}

export async function verifyEvidence(folder: string): Promise<{ output: Verified; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const blame = (file: string, reason: string) => void diagnostics.push(diagnose('report/evidence', wholeFile(file), { file, reason }));
  const output: Verified = { files: 0, seal: null, recomputed: null };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) blame(basename(folder), 'there is no such folder');
  else if (!existsSync(join(folder, MANIFEST))) blame(MANIFEST, 'it is missing, so there is nothing to compare with');
  if (diagnostics.length > 0) return { output, diagnostics };
  output.seal = await sha256(join(folder, MANIFEST));
  const listed = readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
  if (typeof listed === 'number') {
    blame(MANIFEST, `its line ${listed} is not a hash and a name`);
    return { output, diagnostics };
  }
  output.files = listed.size;
  await compare(folder, listed, blame);
  if (diagnostics.length > 0) return { output, diagnostics };
  for (const { file, reason } of await recompute(folder)) blame(file, reason);
  output.recomputed = diagnostics.length === 0;
  return { output, diagnostics };
}

/** Names with their hashes; the number of the first line that has none. */
function readManifest(text: string): Map<string, string> | number {
  const listed = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash === undefined || name === undefined) return index + 1;
    listed.set(name, hash);
  }
  return listed;
}

async function compare(folder: string, listed: ReadonlyMap<string, string>, blame: (file: string, reason: string) => void): Promise<void> {
  const { files, others } = await contentOf(folder);
  for (const [file, hash] of listed) {
    if (!files.includes(file)) blame(file, 'it is missing');
    else if ((await sha256(join(folder, file))) !== hash) blame(file, 'its content was changed');
  }
  for (const file of [...files, ...others]) if (!listed.has(file)) blame(file, 'it was added later');
  for (const file of Object.values(FILES)) if (!listed.has(file)) blame(file, 'it is not in the manifest');
}

interface Differing {
  file: string;
  reason: string;
}

/** Whoever makes a new manifest can put anything into the files. */
class NotEvidence extends Error {
  readonly file: string;
  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

function parsed<T>(file: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new NotEvidence(file, 'it cannot be read as evidence');
    throw error;
  }
}

/** The files that come out otherwise, and why. */
async function recompute(folder: string): Promise<Differing[]> {
  const database = await Database.open({ path: ':memory:' });
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-verify-'));
  try {
    const asked = parsed(FILES.question, readFileSync(join(folder, FILES.question), 'utf8'), questionSchema);
    await database.run(STATEMENT);
    await database.run(SYNC);
    await loadRecords(database, join(folder, FILES.records));
    await loadRoster(database, join(folder, FILES.roster));
    return (await differences(database, folder, scratch, asked)).map((file) => ({ file, reason: 'the records give another report than it holds' }));
  } catch (error) {
    if (error instanceof NotEvidence) return [{ file: error.file, reason: error.message }];
    // Such as the same person twice, which the writer of a folder cannot have had.
    if (error instanceof Error && /constraint/i.test(error.message)) return [{ file: FILES.roster, reason: 'it cannot be read as evidence' }];
    throw error;
  } finally {
    database.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function differences(database: Database, folder: string, scratch: string, asked: AskedQuestion): Promise<string[]> {
  await writeReport(database, join(scratch, FILES.report), asked.report, asked.question, asked.columns);
  await writeReport(database, join(scratch, FILES.audit), 'audit', asked.question, Object.keys(REPORTS.audit.columns));
  const different: string[] = [];
  for (const file of [FILES.report, FILES.audit]) if ((await sha256(join(scratch, file))) !== (await sha256(join(folder, file)))) different.push(file);
  return different;
}

/** A row as the table takes it; times from the year 1 on. */
const MOMENT = z.number().int().min(-62_135_596_800_000).max(253_402_300_799_999);
const CELLS = { text: z.string(), time: MOMENT, flag: z.boolean(), number: z.number(), integer: z.number().int() } as const;
const ALWAYS: readonly (keyof StatementRow)[] = ['id', 'stored', 'happened', 'actor', 'verb', 'activity', 'course', 'cmi5', 'moveon', 'source'];
const rowSchema = z.object(Object.fromEntries(Object.entries(COLUMNS).map(([name, type]) => [name, ALWAYS.some((one) => one === name) ? CELLS[type] : CELLS[type].nullable()])));
const record = z.object({ row: rowSchema, objectives: z.array(z.string()).optional(), original: z.string().nullable() });
const LOT = 5000;

async function loadRecords(database: Database, path: string): Promise<void> {
  let lot: Incoming[] = [];
  const flush = async () => {
    const some = lot;
    lot = [];
    if (some.length > 0) await database.transaction(async () => void (await addStatements(database, some)));
  };
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    const { row: cells, objectives = [], original } = parsed(FILES.records, line, record);
    const row = cells as unknown as StatementRow;
    if (!holds(row, original)) throw new NotEvidence(FILES.records, `the row of ${row.id} says something else than the statement beside it`);
    lot.push({ row, original: original ?? '', title: null, objectives });
    if (lot.length >= LOT) await flush();
  }
  await flush();
}

/** Whether a row is what its statement comes to. A row of an export was judged by the choices of its import, and is believed. */
function holds(row: StatementRow, original: string | null): boolean {
  const value: unknown = original === null ? null : parsed(FILES.records, original, z.unknown());
  if (typeof value !== 'object' || value === null || !('actor' in value)) return true;
  const again = statementOf({ where: row.id, line: 1, value, text: '' }, row.source, row.stored);
  return !('reason' in again) && Object.keys(COLUMNS).every((name) => again.row[name as keyof StatementRow] === row[name as keyof StatementRow]);
}

const TABLES: Readonly<Record<string, readonly string[]>> = { person: ['learner', 'name', 'group_name'], handle: ['handle', 'learner'], assignment: ['learner', 'course', 'due'], title: ['activity', 'title'], course_alias: ['alias', 'course'] };
const roster = z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), MOMENT, z.null()]))));

async function loadRoster(database: Database, path: string): Promise<void> {
  const tables = parsed(FILES.roster, readFileSync(path, 'utf8'), roster);
  for (const [table, columns] of Object.entries(TABLES)) {
    await database.append(table, (tables[table] ?? []).map((row) => columns.map((column): Value => row[column] ?? null)), columns.map((column) => column === 'due'));
  }
}
