/** Looks through a table once before it is taken in: what only all of its rows together can tell. */
import { type DateOrder, provenOrder, readDate } from './dates.ts';
import { type Line, readDelimited } from './delimited.ts';
import { normal } from './fields.ts';
import type { Table } from './tables.ts';

export interface Survey {
  /** The order of day, month and year that a date with a day above 12 proves; null when none does. */
  order: DateOrder | null;
  /** A date that may be read in two ways, where nothing proves the order. */
  ambiguous: string | null;
  /** The column that names the part of the course, where rows speak of several parts. */
  part: number | null;
}

export async function survey(path: string, table: Table, known: DateOrder | null): Promise<Survey> {
  const dates = table.format === 'moodle-completion' ? table.header.map((_, index) => index) : (['started', 'ended', 'completed', 'due'] as const).flatMap((field) => table.columns.get(field) ?? []);
  const part = partColumn(table);
  const parts = new Set<string>();
  const found: Survey = { order: known, ambiguous: null, part: null };
  let first = true;
  for await (const { cells } of whatCanBeRead(path)) {
    const texts = first ? [] : dates.map((index) => cells[index] ?? '').filter((text) => /^\D*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(text));
    found.order ??= provenOrder(texts);
    found.ambiguous ??= texts.find((text) => readDate(text, { order: null, zone: 'UTC' }) === 'ambiguous') ?? null;
    if (!first && part !== null) parts.add(cells[part] ?? '');
    first = false;
    if (found.order !== null && (part === null || parts.size > 1)) break;
  }
  return { order: found.order, ambiguous: found.order === null ? found.ambiguous : null, part: parts.size > 1 ? part : null };
}

/** ILIAS writes a line for each part (SCO) of a learning module. */
function partColumn({ format, header }: Table): number | null {
  const at = format === 'ilias' ? header.findIndex((name) => normal(name) === 'sco title') : -1;
  return at < 0 ? null : at;
}

/** The lines before the one where the table breaks off; that it does is said when they are taken in. */
async function* whatCanBeRead(path: string): AsyncGenerator<Line> {
  try {
    yield* readDelimited(path);
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
}

export function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
