/** Counts behind the charts, from the rows that are shown. Pure, and one pass each. */
import { cellAt, type Column, type PageData } from './data.ts';

/** Rows that match, by their numbers. */
export type Rows = Int32Array;

export function columnOf(data: PageData, name: string): Column | null {
  return data.columns.find((column) => column.name === name) ?? null;
}

/** The order in which statuses stand in charts and lists: good news first. */
export const STATUS_ORDER = ['passed', 'completed', 'waived', 'satisfied', 'in progress', 'not started', 'abandoned', 'failed', 'overdue', 'expired'];

export interface Bar {
  label: string;
  /** Parts in the order of STATUS_ORDER, by status. */
  parts: { status: string; count: number }[];
  total: number;
}

export function countsOf(column: Column, rows: Rows): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = cellAt(column, row);
    const key = value === null ? '' : String(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What stands for the groups beyond those that are drawn. No group of a roster is called so: cells are trimmed. */
export const REST = ' … ';

/** Groups with most people first; what is beyond `most` becomes one bar called REST. */
export function statusByGroup(group: Column, status: Column, rows: Rows, most = 12): Bar[] {
  const groups = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const name = cellAt(group, row);
    const counts = groups.get(name === null ? '' : String(name)) ?? new Map<string, number>();
    groups.set(name === null ? '' : String(name), counts);
    const key = String(cellAt(status, row) ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const bars = [...groups].map(([label, counts]) => bar(label, counts)).sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1));
  if (bars.length <= most) return bars;
  const rest = new Map<string, number>();
  for (const { parts } of bars.slice(most)) for (const { status: key, count } of parts) rest.set(key, (rest.get(key) ?? 0) + count);
  return [...bars.slice(0, most), bar(REST, rest)];
}

function bar(label: string, counts: ReadonlyMap<string, number>): Bar {
  const parts = STATUS_ORDER.flatMap((status) => (counts.has(status) ? [{ status, count: counts.get(status) ?? 0 }] : []));
  return { label, parts, total: parts.reduce((sum, { count }) => sum + count, 0) };
}

export interface Month {
  /** 2026-03. */
  month: string;
  done: number;
  sum: number;
}

/** Each month from the first to the last, the empty ones too; at most ten years of them. */
export function doneByMonth(done: Column, rows: Rows): Month[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const at = done.values[row];
    if (typeof at !== 'number') continue;
    const month = new Date(at).toISOString().slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const known = [...counts.keys()].filter((month) => /^\d{4}-/.test(month)).sort();
  const last = known.at(-1);
  const months: Month[] = [];
  let sum = 0;
  for (let month = known[0]; month !== undefined && last !== undefined && month <= last && months.length < 120; month = next(month)) {
    sum += counts.get(month) ?? 0;
    months.push({ month, done: counts.get(month) ?? 0, sum });
  }
  return months;
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Ten equal steps from 0 to 1; a full score is in the last one. */
export function scoreSteps(score: Column, rows: Rows): number[] {
  const steps = Array.from({ length: 10 }, () => 0);
  for (const row of rows) {
    const value = score.values[row];
    if (typeof value === 'number' && value >= 0) steps[Math.min(9, Math.floor(value * 10))] = (steps[Math.min(9, Math.floor(value * 10))] ?? 0) + 1;
  }
  return steps;
}
