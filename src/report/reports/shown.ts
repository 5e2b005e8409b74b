/** What of a report's rows is shown: columns asked for, names only where they may be, learners as hashes where they must. */
import { createHmac } from 'node:crypto';
import type { Row } from '../engine/database.ts';
import type { Kind, Report } from './reports.ts';

export interface Showing {
  /** Null: all of them. */
  columns: readonly string[] | null;
  /** Whether the roster's names and groups may be shown. */
  names: boolean;
  /** Key of the hash that stands for a learner; null: the account as it is. */
  pseudonymKey: string | null;
}

/** Columns of people beside the learner, which a pseudonym must not be undone by. */
const TELLING = ['name', 'group_name', 'authority', 'by_whom'];

export function shownColumns(report: Report, { columns, names, pseudonymKey }: Showing): Readonly<Record<string, Kind>> {
  const hidden = [...(names ? [] : report.personal), ...(pseudonymKey === null ? [] : TELLING)];
  const order = columns ?? Object.keys(report.columns);
  return Object.fromEntries(order.flatMap((name) => {
    const kind = report.columns[name];
    return kind === undefined || hidden.includes(name) ? [] : [[name, kind] as const];
  }));
}

/** The same learner has the same pseudonym wherever the same key is used; without the key nobody can tell who it is. */
export function pseudonym(learner: string, key: string): string {
  return createHmac('sha256', key).update(learner).digest('base64url').slice(0, 22);
}

/** Rows keep their other columns, which no writer looks at: copying hundreds of thousands of rows would cost more than writing them. */
export function shownRows(rows: Row[], columns: Readonly<Record<string, Kind>>, { pseudonymKey }: Showing): Row[] {
  if (pseudonymKey === null || !Object.hasOwn(columns, 'learner')) return rows;
  return rows.map((row) => (typeof row['learner'] === 'string' ? { ...row, learner: pseudonym(row['learner'], pseudonymKey) } : row));
}
