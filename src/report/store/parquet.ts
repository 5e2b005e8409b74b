/** The store's statements as Parquet, one folder a month of storing: what any other engine can read. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Database, literal, type Row } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';

/** What goes with the statements: which objectives they are about, and the names of courses and questions. */
export const SIDE_TABLES = ['statement_objective', 'title'] as const;

/** Beside the months, under a name that says that it holds no statements. */
export function sideFile(table: (typeof SIDE_TABLES)[number]): string {
  return `_${table}.parquet`;
}

export async function writeParquet(database: Database, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const table of SIDE_TABLES) await database.run(`COPY ${table} TO ${literal(join(folder, sideFile(table)))} (FORMAT parquet, COMPRESSION zstd)`);
  await database.run(`COPY (SELECT *, strftime("stored", '%Y-%m') AS month FROM statement ORDER BY "stored") TO ${literal(folder)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), WRITE_PARTITION_COLUMNS false, OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'statements_{i}')`);
}

const TYPES: Readonly<Record<Kind, string>> = { text: 'VARCHAR', time: 'TIMESTAMP', date: 'TIMESTAMP', count: 'DOUBLE', number: 'DOUBLE', share: 'DOUBLE', score: 'DOUBLE', duration: 'DOUBLE', flag: 'BOOLEAN' };

/** A report's rows as one Parquet file; durations are milliseconds. */
export async function writeRowsParquet(database: Database, path: string, rows: readonly Row[], columns: Readonly<Record<string, Kind>>): Promise<void> {
  const kinds = Object.entries(columns);
  await database.run(`CREATE OR REPLACE TEMP TABLE shown (${kinds.map(([name, kind]) => `"${name}" ${TYPES[kind]}`).join(', ')})`);
  await database.append('shown', rows.map((row) => kinds.map(([name]) => row[name] ?? null)), kinds.map(([, kind]) => TYPES[kind] === 'TIMESTAMP'));
  mkdirSync(dirname(path), { recursive: true });
  await database.run(`COPY shown TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
}
