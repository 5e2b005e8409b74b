/** CSV as RFC 4180 has it, made safe for spreadsheets that take cells for formulas. */
import type { Row } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';
import { cellText } from './cells.ts';

/** Tells Excel that the file is UTF-8. */
export const BOM = '\ufeff';

/** A cell that begins like this is run as a formula (OWASP “CSV injection”); numbers with a sign are none. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** Most cells: nothing in them has to be looked at twice. */
const HARMLESS = /^[\w.:%/ ][\w.:%/ |#@-]*$/;

export function csvCell(text: string): string {
  if (HARMLESS.test(text)) return text;
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvRows(rows: readonly Row[], columns: Readonly<Record<string, Kind>>): string {
  const kinds = Object.entries(columns);
  return rows.map((row) => csvLine(kinds.map(([name, kind]) => cellText(row[name] ?? null, kind)))).join('');
}
