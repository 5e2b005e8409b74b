/** What a report is made over: the local store, Parquet, or files of statements as they are. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Database, literal, StoreUnusable } from '../engine/database.ts';
import STATEMENT from '../sql/statement.sql?raw';
import SYNC from '../sql/sync.sql?raw';
import { LIFECYCLE } from '../statement/names.ts';
import { readJsonLines, readObjectives } from './json-lines.ts';
import { isBesideThePoint, SIDE_TABLES, sideFile } from './parquet.ts';
import { openStore } from './store.ts';

export interface Data {
  database: Database;
  /** Lines that were no statements. */
  unreadable: number;
}

/** `files` are .parquet files, folders of them, or .ndjson, .jsonl and .json files with a statement a line; else the store is read. `objectives` reads lines once more for what they say about those. */
export async function openData(store: string, files: readonly string[], verbs: readonly string[] = LIFECYCLE, objectives = false): Promise<Data> {
  if (files.length === 0) {
    if (statSync(store, { throwIfNoEntry: false }) === undefined) throw new StoreUnusable(store, 'it does not exist');
    return { database: await openStore(store), unreadable: 0 };
  }
  const all = files.flatMap((path) => filesOf(path, verbs));
  const missing = all.find((file) => statSync(file, { throwIfNoEntry: false }) === undefined);
  if (missing !== undefined) throw new StoreUnusable(missing, 'it does not exist');
  const database = await Database.open({ path: ':memory:' });
  await database.run(STATEMENT);
  await database.run(SYNC);
  const parquet = all.filter((file) => file.endsWith('.parquet'));
  if (parquet.length === all.length) {
    await database.run('DROP TABLE statement');
    await database.run(`CREATE VIEW statement AS SELECT * FROM read_parquet([${parquet.map(literal).join(', ')}], hive_partitioning = false)`);
    for (const table of SIDE_TABLES) {
      const beside = files.map((folder) => join(folder, sideFile(table))).filter((file) => existsSync(file));
      if (beside.length > 0) await database.run(`INSERT INTO ${table} SELECT DISTINCT * FROM read_parquet([${beside.map(literal).join(', ')}]) ${table === 'title' ? 'ON CONFLICT DO NOTHING' : ''}`);
    }
    return { database, unreadable: 0 };
  }
  if (parquet.length > 0) throw new StoreUnusable(parquet[0] ?? '', 'Parquet and other files cannot be read together');
  const unreadable = await readJsonLines(database, all, verbs);
  if (objectives) await readObjectives(database, all);
  return { database, unreadable };
}

/** A folder stands for the Parquet files below it that have to be read. */
function filesOf(path: string, verbs: readonly string[]): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet') && !/^[_.]/.test(basename(name))).sort().map((name) => join(path, name));
  return files.filter((file) => !isBesideThePoint(file, verbs));
}
