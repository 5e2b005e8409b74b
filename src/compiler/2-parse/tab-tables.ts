/** Tables as pages and spreadsheets paste them: cells between tabs, line below line. Read as tables, because Markdown would run them together. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isBlank, listMarker, type Line } from './lines.ts';
import type { Edit } from './source.ts';

export interface TabTables {
  edits: Map<number, Edit[]>;
  diagnostics: Diagnostic[];
}

const longestRow = 4000;

/** `isOut`: lines that are code, headings, header or left out. Linear in the text. */
export function findTabTables(file: string, lines: readonly Line[], isOut: (line: number) => boolean): TabTables {
  const found: TabTables = { edits: new Map(), diagnostics: [] };
  const cellsOn = (line: number): number => (line < lines.length && !isOut(line) ? countCells(lines[line]?.text ?? '') : 0);
  for (let line = 0; line < lines.length; line++) {
    const cells = cellsOn(line);
    if (cells < 2) continue;
    let end = line + 1;
    while (cellsOn(end) === cells) end++;
    if (end - line > 1 && cellsOn(end) === 0) add({ from: line, to: end, cells }, { file, lines, found });
    while (cellsOn(end) > 0) end++;
    line = end;
  }
  return found;
}

/** 0 for a line that is no row: without a tab between words, a list entry, or with bars of its own. */
function countCells(text: string): number {
  if (text.length > longestRow || !/\S\t/.test(text) || text.includes('|') || /^\s/.test(text) || listMarker(text) !== null || /^(?:\d{1,3}[.)]|[•◦▪‣·*+>#-])\t/u.test(text)) return 0;
  return text.split('\t').length;
}

function add({ from, to, cells }: { from: number; to: number; cells: number }, { file, lines, found }: { file: string; lines: readonly Line[]; found: TabTables }): void {
  const text = (line: number): string => lines[line]?.text ?? '';
  for (let line = from; line < to; line++) {
    const words = text(line);
    const before = line === from && from > 0 && !isBlank(text(from - 1)) ? '\n| ' : '| ';
    const rule = line === from ? `\n|${' --- |'.repeat(cells)}` : '';
    const after = line === to - 1 && to < lines.length && !isBlank(text(to)) ? '\n' : '';
    const tabs = [...words.matchAll(/\t/g)].map(({ index }): Edit => ({ from: index, to: index + 1, insert: ' | ' }));
    found.edits.set(line, [{ from: 0, to: 0, insert: before }, ...tabs, { from: words.length, to: words.length, insert: ` |${rule}${after}` }]);
  }
  const place = { file, start: { line: from + 1, column: 1 }, end: { line: from + 1, column: text(from).length + 1 } };
  found.diagnostics.push(diagnose('table/tabs', place, { rows: to - from, head: text(from).split('\t').map((cell) => cell.trim()) }));
}
