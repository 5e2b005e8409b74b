/** CSV as RFC 4180 has it, made safe for spreadsheets that take cells for formulas. The engine writes the lines: it has the rows, and several threads. */
import type { Database } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';

/** Tells Excel that the file is UTF-8. */
export const BOM = '\ufeff';

/** A cell that begins like this is run as a formula (OWASP “CSV injection”); numbers with a sign are none. */
const FORMULA = String.raw`^[=+\-@\t\r]`;
const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?%?`;
const QUOTED = String.raw`[",\r\n]`;
/** Most cells: nothing in them has to be looked at twice. */
const HARMLESS = String.raw`[\w.:%/ ][\w.:%/ |#@-]*`;

export function csvCell(text: string): string {
  const safe = new RegExp(FORMULA).test(text) && !new RegExp(`^(?:${NUMBER})$`).test(text) ? `'${text}` : text;
  return new RegExp(QUOTED).test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Where a column's value is not shown as it is: what stands in its place. */
export interface Disguise {
  column: string;
  of: (value: string) => string;
}

/** A query's rows in its order, in lots that say how many they are; the first has none and is the heading. */
export async function* csvTexts(database: Database, query: string, columns: Readonly<Record<string, Kind>>, disguise: Disguise | null): AsyncGenerator<{ text: string; rows: number }> {
  const names = Object.keys(columns);
  yield { text: csvLine(names), rows: 0 };
  const at = disguise === null ? -1 : names.indexOf(disguise.column);
  if (names.length === 0) return;
  for await (const some of database.chunks(csvQuery(query, columns, at))) {
    const cell = (value: unknown) => (disguise === null || typeof value !== 'string' ? '' : csvCell(disguise.of(value)));
    const text = some.map(({ line, before, apart, behind }) => (at < 0 ? line : `${String(before)}${cell(apart)}${String(behind)}`)).join('');
    yield { text, rows: some.length };
  }
}

/** For DuckDB. With the place of a column that stands apart, a row is three texts: what is before its cell, its value, and what is behind. */
function csvQuery(query: string, columns: Readonly<Record<string, Kind>>, apart: number): string {
  const names = Object.keys(columns);
  const between = (some: readonly string[]) => some.flatMap((name, index) => [...(index === 0 ? [] : [COMMA]), cellSql(`"${name}"`, columns[name] ?? 'text')]);
  const joined = (parts: readonly string[]) => `concat(${parts.join(', ')})`;
  const from = `FROM (${query.trim().replace(/;$/, '')}) report`;
  if (apart < 0) return `SELECT ${joined([...between(names), END])} AS line ${from}`;
  const before = apart === 0 ? ["''"] : [...between(names.slice(0, apart)), COMMA];
  const behind = apart === names.length - 1 ? [END] : [COMMA, ...between(names.slice(apart + 1)), END];
  return `SELECT ${joined(before)} AS before, "${names[apart] ?? ''}" AS apart, ${joined(behind)} AS behind ${from}`;
}

const COMMA = "','";
const END = `E'\\r\\n'`;

/** A cell as cellText (cells.ts) has it and csvCell makes it safe; a test holds them against each other. Nothing is an empty cell. */
function cellSql(value: string, kind: Kind): string {
  const matches = (how: 'full_match' | 'matches', pattern: string, text = value) => `regexp_${how}(${text}, '${pattern}')`;
  switch (kind) {
    case 'text': {
      const safe = `CASE WHEN ${matches('matches', FORMULA)} AND NOT ${matches('full_match', NUMBER)} THEN '''' || ${value} ELSE ${value} END`;
      return `CASE WHEN ${matches('full_match', HARMLESS)} THEN ${value} WHEN ${matches('matches', QUOTED)} THEN '"' || replace(${safe}, '"', '""') || '"' ELSE ${safe} END`;
    }
    case 'time':
      return `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
    case 'date':
      return `strftime(${value}, '%Y-%m-%d')`;
    case 'share':
    case 'score':
      return `${decimal(`${value} * 1000`, 10)} || '%'`;
    case 'number':
      return decimal(`${value} * 1000`, 1000);
    case 'duration': {
      const seconds = `CAST(${rounded(`${value} / 1000.0`)} AS bigint)`;
      return `format('{}:{:02d}:{:02d}', ${seconds} // 3600, ${seconds} // 60 % 60, ${seconds} % 60)`;
    }
    case 'flag':
      return `CASE ${value} WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END`;
    case 'count':
      return `CAST(${value} AS varchar)`;
  }
}

/** Half a step goes up, as Math.round has it; adding a half before would carry what is a hair below it. */
function rounded(number: string): string {
  return `(floor(${number}) + CASE WHEN ${number} - floor(${number}) >= 0.5 THEN 1 ELSE 0 END)`;
}

/** Without a fraction of nothing, and zero without a sign. */
function decimal(number: string, by: number): string {
  return `regexp_replace(CAST(${rounded(number)} / ${by}.0 + 0.0 AS varchar), '\\.0$', '')`;
}
