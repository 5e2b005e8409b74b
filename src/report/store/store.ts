/** The local store: one DuckDB file that holds statements once, with the originals they came from. */
import { existsSync } from 'node:fs';
import { Database, StoreUnusable, type Value } from '../engine/database.ts';
import STATEMENT from '../sql/statement.sql?raw';
import SYNC from '../sql/sync.sql?raw';
import { COLUMNS, type StatementRow } from '../statement/row.ts';

/** Where reports look unless told otherwise. */
export const DEFAULT_STORE = 'lectern-report.duckdb';

export interface Incoming {
  row: StatementRow;
  /** The text it was made from: a statement's JSON, or a row of an export as JSON. */
  original: string;
  /** A name, and what it is the name of. */
  title: { of: string; text: string } | null;
  objectives: string[];
}

export interface Added {
  /** New ones. */
  added: number;
  /** Were there already. */
  known: number;
  /** Ids that are there with other content: the first one stays. */
  conflicts: string[];
}

const NAMES = Object.keys(COLUMNS) as (keyof StatementRow)[];
const TIMES = NAMES.map((name) => COLUMNS[name] === 'time');

/** Opens the file or makes it. */
export async function openStore(path: string): Promise<Database> {
  const isNew = !existsSync(path);
  const database = await Database.open({ path }).catch((error: unknown) => {
    // Of a file that was never there the engine can only say that it could not be read.
    throw isNew && error instanceof StoreUnusable ? new StoreUnusable(path, 'no file can be made there') : error;
  });
  await database.run(STATEMENT);
  await database.run(SYNC);
  return database;
}

/** Inside the caller's transaction. A statement that is known is not added again, whoever sends it. */
export async function addStatements(database: Database, incoming: Incoming[]): Promise<Added> {
  const first = new Map<string, Incoming>();
  for (const one of incoming) if (!first.has(one.row.id)) first.set(one.row.id, one);
  const repeated = incoming.filter((one) => first.get(one.row.id) !== one);
  const columns = NAMES.map((name) => `s.${name}`).join(', ');
  await database.run(`CREATE TEMP TABLE IF NOT EXISTS incoming AS SELECT ${columns}, CAST('' AS varchar) AS body FROM statement s LIMIT 0`);
  await database.run('DELETE FROM incoming');
  await database.append('incoming', [...first.values()].map(({ row, original }) => [...NAMES.map((name): Value => row[name]), original]), [...TIMES, false]);
  const conflicts = await database.all(`
    SELECT s.id FROM incoming s JOIN statement t ON t.id = s.id
    WHERE (s.actor, s.verb, s.activity) <> (t.actor, t.verb, t.activity) OR s.happened <> t.happened
      OR s.success IS DISTINCT FROM t.success OR s.completion IS DISTINCT FROM t.completion OR s.score_scaled IS DISTINCT FROM t.score_scaled OR s.voids IS DISTINCT FROM t.voids`);
  await database.run('DELETE FROM incoming WHERE id IN (SELECT id FROM statement)');
  const [count] = await database.all('SELECT COUNT(*) AS added FROM incoming');
  await database.run(`INSERT INTO statement SELECT ${columns} FROM incoming s`);
  await database.run('INSERT INTO original SELECT id, body FROM incoming');
  await addTitles(database, [...first.values()]);
  const added = Number(count?.['added'] ?? 0);
  const differing = repeated.filter((one) => JSON.stringify({ ...one.row, source: '' }) !== JSON.stringify({ ...first.get(one.row.id)?.row, source: '' }));
  return { added, known: incoming.length - added - conflicts.length - differing.length, conflicts: [...conflicts.map(({ id }) => String(id)), ...differing.map(({ row }) => row.id)] };
}

async function addTitles(database: Database, incoming: Incoming[]): Promise<void> {
  const fresh = new Set((await database.all('SELECT id FROM incoming')).map(({ id }) => id));
  const links = incoming.filter(({ row }) => fresh.has(row.id)).flatMap(({ row, objectives }) => objectives.map((objective) => [row.id, objective]));
  await database.append('statement_objective', links, []);
  const titles = new Map(incoming.flatMap(({ title }) => (title === null ? [] : [[title.of, title.text]])));
  await database.run('CREATE TEMP TABLE IF NOT EXISTS incoming_title (activity varchar, title varchar)');
  await database.run('DELETE FROM incoming_title');
  await database.append('incoming_title', [...titles].map(([activity, title]) => [activity ?? '', title ?? '']), []);
  await database.run('INSERT INTO title SELECT activity, title FROM incoming_title ON CONFLICT DO NOTHING');
}
