/** `lectern report import`: files of LMSs, rosters and statements into the local store. */
import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { FORMATS, type Imported, importFile, type ImportRules } from '../../report/imports/import.ts';
import { FIELDS, isField } from '../../report/imports/fields.ts';
import { forgetRoster, resolveTitles } from '../../report/imports/roster.ts';
import { DEFAULT_STORE, openStore } from '../../report/store/store.ts';
import { writeParquet } from '../../report/store/parquet.ts';
import type { Io } from '../io.ts';
import type { ReportRequest } from '../report-arguments.ts';
import { fillFolder } from '../write-files.ts';
import { type Told, WrongWords } from './report-told.ts';

export async function importFiles({ words, values, flags }: ReportRequest, io: Io): Promise<Told> {
  const rules = rulesOf(values);
  const store = resolve(io.cwd, values.get('store')?.at(-1) ?? DEFAULT_STORE);
  const database = await openStore(store);
  const files: Imported[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    if (flags.has('replace-roster')) await forgetRoster(database);
    for (const word of words) {
      const { output, diagnostics: found } = await importFile(database, resolve(io.cwd, word), word, rules);
      files.push(output);
      diagnostics.push(...found);
    }
    await resolveTitles(database);
    const parquet = values.get('parquet')?.at(-1);
    if (parquet !== undefined) await fillFolder(resolve(io.cwd, parquet), 'statements', () => writeParquet(database, resolve(io.cwd, parquet)));
  } finally {
    database.close();
  }
  return { text: `${files.map(line).join('')}${files.some(({ format }) => format !== null) ? `Kept in ${relative(io.cwd, store) || store}\n` : ''}`, json: { store, files }, diagnostics };
}

function line({ file, format, added, known, setAside }: Imported): string {
  if (format === null) return `${file}: not taken in\n`;
  const what = format === 'roster' ? 'people and assignments' : 'records';
  return `${file} (${format}): ${added} new ${what}, ${known} known already, ${setAside} set aside\n`;
}

function rulesOf(values: ReportRequest['values']): ImportRules {
  const one = (name: string) => values.get(name)?.at(-1) ?? null;
  const as = one('as');
  const known = FORMATS.find((format) => format === as) ?? null;
  if (as !== null && known === null) throw new WrongWords(`There is no kind of file “${as}”.`, `Kinds: ${FORMATS.join(', ')}.`);
  const order = one('dates');
  if (order !== null && order !== 'dmy' && order !== 'mdy' && order !== 'ymd') throw new WrongWords(`“${order}” is no order of day, month and year.`, 'Write --dates dmy, --dates mdy or --dates ymd.');
  const zone = one('time-zone') ?? 'UTC';
  if (!isZone(zone)) throw new WrongWords(`There is no time zone “${zone}”.`, 'Write it as continent and city, such as --time-zone Europe/Berlin.');
  return { as: known, course: one('course'), title: one('title'), mapped: mapOf(values.get('map') ?? []), order, zone, passMark: numberOf(one('pass-mark'), 'pass-mark'), maxScore: numberOf(one('max-score'), 'max-score') ?? 100, received: Date.now() };
}

function numberOf(text: string | null, option: string): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (!(number > 0)) throw new WrongWords(`“--${option} ${text}” is no number above 0.`, `Write --${option} 80.`);
  return number;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function mapOf(texts: readonly string[]): Map<string, string> {
  const mapped = new Map<string, string>();
  for (const pair of texts.flatMap((text) => text.split(','))) {
    const [field = '', ...column] = pair.split('=');
    const name = field.trim().toLowerCase().replaceAll('-', '_');
    if (column.length === 0 || !isField(name)) {
      const near = nearest(name, [...FIELDS]);
      throw new WrongWords(`“${pair}” does not say which column is which.`, `Write --map learner=Email,course=Course${near === null ? '' : `; did you mean ${near}?`}. What can be named: ${FIELDS.join(', ')}.`);
    }
    mapped.set(name, column.join('=').trim().replace(/^"(.*)"$/, '$1'));
  }
  return mapped;
}
