/** Retention: what happened before a day leaves the store, and the file does not keep it either. */
import type { Database } from '../engine/database.ts';

/** `before` is milliseconds since 1970. Returns how many statements went. Voids stay, since they hold for statements that may come again. */
export async function forgetBefore(database: Database, before: number): Promise<number> {
  const [row] = await database.all("SELECT COUNT(*) AS n FROM statement WHERE happened < make_timestamp($before::BIGINT * 1000) AND verb <> 'voided'", { before });
  await database.transaction(async () => {
    await database.run("CREATE OR REPLACE TEMP TABLE leaving AS SELECT id FROM statement WHERE happened < make_timestamp($before::BIGINT * 1000) AND verb <> 'voided'", { before });
    for (const table of ['original', 'statement_objective', 'statement']) await database.run(`DELETE FROM ${table} WHERE id IN (SELECT id FROM leaving)`);
  });
  // Rows that are deleted stay in the file until it is written anew.
  await database.run('CHECKPOINT');
  return Number(row?.['n'] ?? 0);
}
