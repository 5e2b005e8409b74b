/** Proves an evidence folder unchanged by its hashes, and makes its report again from its own records. */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { Database, type Value } from '../engine/database.ts';
import { REPORTS } from '../reports/reports.ts';
import SYNC from '../sql/sync.sql?raw';
import STATEMENT from '../sql/statement.sql?raw';
import { COLUMNS, type StatementRow } from '../statement/row.ts';
import { addStatements, type Incoming } from '../store/store.ts';
import { type AskedQuestion, FILES, filesIn, MANIFEST, questionSchema, sha256 } from './folder.ts';
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
  if (!existsSync(join(folder, MANIFEST))) {
    blame(MANIFEST, 'it is missing, so there is nothing to compare with');
    return { output, diagnostics };
  }
  output.seal = await sha256(join(folder, MANIFEST));
  const listed = new Map(readFileSync(join(folder, MANIFEST), 'utf8').split('\n').filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
  const present = await filesIn(folder);
  for (const [file, hash] of listed) {
    output.files += 1;
    if (!present.includes(file)) blame(file, 'it is missing');
    else if ((await sha256(join(folder, file))) !== hash) blame(file, 'its content was changed');
  }
  for (const file of present) if (!listed.has(file)) blame(file, 'it was added later');
  for (const file of Object.values(FILES)) if (!listed.has(file)) blame(file, 'it is not in the manifest');
  if (diagnostics.length > 0) return { output, diagnostics };
  const differing = await recompute(folder);
  for (const file of differing) blame(file, 'the records give another report than it holds');
  output.recomputed = differing.length === 0;
  return { output, diagnostics };
}

/** The files that come out otherwise. */
async function recompute(folder: string): Promise<string[]> {
  const asked = questionSchema.parse(JSON.parse(readFileSync(join(folder, FILES.question), 'utf8')));
  const database = await Database.open({ path: ':memory:' });
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-verify-'));
  try {
    await database.run(STATEMENT);
    await database.run(SYNC);
    await loadRecords(database, join(folder, FILES.records));
    await loadRoster(database, join(folder, FILES.roster));
    return await differences(database, folder, scratch, asked);
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

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const record = z.object({ row: z.record(z.string(), value), objectives: z.array(z.string()).optional(), original: z.string().nullable() });
const LOT = 5000;

async function loadRecords(database: Database, path: string): Promise<void> {
  let lot: Incoming[] = [];
  const flush = async () => {
    const some = lot;
    lot = [];
    if (some.length > 0) await database.transaction(async () => void (await addStatements(database, some)));
  };
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    const { row, objectives = [], original } = record.parse(JSON.parse(line));
    // The hash has shown that it is the row that was written.
    lot.push({ row: Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, row[name] ?? null])) as unknown as StatementRow, original: original ?? '', title: null, objectives });
    if (lot.length >= LOT) await flush();
  }
  await flush();
}

const TABLES: Readonly<Record<string, readonly string[]>> = { person: ['learner', 'name', 'group_name'], handle: ['handle', 'learner'], assignment: ['learner', 'course', 'due'], title: ['activity', 'title'], course_alias: ['alias', 'course'] };
const roster = z.record(z.string(), z.array(z.record(z.string(), value)));

async function loadRoster(database: Database, path: string): Promise<void> {
  const tables = roster.parse(JSON.parse(readFileSync(path, 'utf8')));
  for (const [table, columns] of Object.entries(TABLES)) {
    await database.append(table, (tables[table] ?? []).map((row) => columns.map((column): Value => row[column] ?? null)), columns.map((column) => column === 'due'));
  }
}
