/** The store's statements as Parquet, one folder a month of storing: what any other engine can read. */
import { mkdirSync } from 'node:fs';
import { type Database, literal } from '../engine/database.ts';

export async function writeParquet(database: Database, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await database.run(`COPY (SELECT *, strftime("stored", '%Y-%m') AS month FROM statement ORDER BY "stored") TO ${literal(folder)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), WRITE_PARTITION_COLUMNS false, OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'statements_{i}')`);
}
