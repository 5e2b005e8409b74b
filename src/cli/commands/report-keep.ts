/** `lectern report verify` and `lectern report forget`: what was kept is as it was, and what must go is gone. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readDate } from '../../report/imports/dates.ts';
import { verifyEvidence } from '../../report/evidence/verify.ts';
import { StoreUnusable } from '../../report/engine/database.ts';
import { forgetBefore } from '../../report/store/forget.ts';
import { DEFAULT_STORE, openStore } from '../../report/store/store.ts';
import type { Io } from '../io.ts';
import type { ReportRequest } from '../report-arguments.ts';
import { type Told, WrongWords } from './report-told.ts';

export async function verify({ words: [folder = ''] }: ReportRequest, io: Io): Promise<Told> {
  const { output, diagnostics } = await verifyEvidence(resolve(io.cwd, folder));
  const seal = output.seal === null ? '' : `Seal (SHA-256 of the manifest): ${output.seal}\n`;
  const text = diagnostics.length === 0 ? `${output.files} files are as they were written, and the records give the same report again.\n${seal}` : seal;
  return { text, json: { folder, ...output }, diagnostics };
}

/** Asks before it deletes, unless told that it may. */
export async function forget({ values, flags }: ReportRequest, io: Io): Promise<Told> {
  const text = values.get('before')?.at(-1) ?? '';
  const reading = readDate(text, { order: 'ymd', zone: 'UTC' });
  if (typeof reading === 'string') throw new WrongWords(text === '' ? '“lectern report forget” needs a date.' : `“${text}” is no date.`, 'Write --before 2020-01-01.');
  const store = resolve(io.cwd, values.get('store')?.at(-1) ?? DEFAULT_STORE);
  if (!existsSync(store)) throw new StoreUnusable(store, 'it does not exist');
  const day = new Date(reading.at).toISOString().slice(0, 10);
  const agreed = flags.has('yes') || /^y(?:es)?$/i.test((await io.ask?.(`Delete all that happened before ${day} from ${relative(io.cwd, store) || store}, for ever? [y/N] `, false)) ?? '');
  if (!agreed) throw new WrongWords('Nothing was deleted.', 'Add --yes where nobody can be asked.');
  const database = await openStore(store);
  try {
    const deleted = await forgetBefore(database, reading.at);
    return { text: `${deleted} statements from before ${day} were deleted. Copies in evidence folders and exports are not touched.\n`, json: { store, before: day, deleted }, diagnostics: [] };
  } finally {
    database.close();
  }
}
