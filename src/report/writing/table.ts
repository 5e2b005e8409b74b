/** A table for the terminal: as wide as it must be, never wider than a cell of 40, counted as terminals show characters. */
import type { Row } from '../engine/database.ts';
import type { Kind } from '../reports/reports.ts';
import { cellText } from './cells.ts';

const WIDEST = 40;
const RIGHT: readonly Kind[] = ['count', 'number', 'share', 'score', 'duration'];

export function terminalTable(rows: readonly Row[], columns: Readonly<Record<string, Kind>>): string {
  const kinds = Object.entries(columns);
  // An empty column tells nothing.
  const shown = kinds.filter(([name]) => rows.length === 0 || rows.some((row) => (row[name] ?? null) !== null));
  const lines = [shown.map(([name]) => heading(name)), ...rows.map((row) => shown.map(([name, kind]) => cut(brief(cellText(row[name] ?? null, kind), kind))))];
  const widths = shown.map((_, index) => Math.max(...lines.map((line) => width(line[index] ?? ''))));
  const render = (line: string[]) => line.map((cell, index) => pad(cell, widths[index] ?? 0, RIGHT.includes(shown[index]?.[1] ?? 'text'))).join('  ').trimEnd();
  const [head = [], ...body] = lines;
  return [render(head), widths.map((columns) => '─'.repeat(columns)).join('  '), ...body.map(render), ''].join('\n');
}

/** `best_score` → `best score`. */
export function heading(name: string): string {
  return name.replace(/_ms$/, '').replace('group_name', 'group').replaceAll('_', ' ');
}

function brief(text: string, kind: Kind): string {
  return kind === 'time' ? text.slice(0, 16).replace('T', ' ') : text.replace(/[\r\n\t]+/g, ' ');
}

function cut(text: string): string {
  const characters = [...text];
  if (width(text) <= WIDEST) return text;
  // Ids differ at their end.
  return `…${characters.slice(-(WIDEST - 1)).join('')}`;
}

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{M}/u.test(character) ? 0 : /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(character) ? 2 : 1), 0);
}

function pad(text: string, columns: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, columns - width(text)));
  return right ? blank + text : text + blank;
}
