/** Keeps hostile or damaged text away from the Markdown parser, whose time grows with the square of some marks in one paragraph. */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isBlank, type Line } from './lines.ts';

/**
 * Characters of one kind in one paragraph, by measurement: at these numbers a paragraph takes tens of milliseconds,
 * at ten times as many half a minute.
 */
const limits: readonly { kind: 'emphasis' | 'brackets' | 'angles' | 'tildes'; mark: string; most: number }[] = [
  { kind: 'emphasis', mark: '* or _', most: 1500 },
  { kind: 'brackets', mark: '[ or ]', most: 1500 },
  { kind: 'angles', mark: '<', most: 500 },
  { kind: 'tildes', mark: '~', most: 1500 },
];
/** Lines of one paragraph; inside quotations and lists each line costs as much as all before it. */
const mostLines = 2000;

interface Counts {
  emphasis: number;
  brackets: number;
  angles: number;
  tildes: number;
}

interface Block {
  from: number;
  counts: Counts;
}

/** `beginsBlock` are lines that end the paragraph before them (list items, headings); lines that are `isOut` are not parsed as prose. */
export function guardBlocks(file: string, lines: readonly Line[], isOut: (line: number) => boolean, beginsBlock: ReadonlySet<number>): { dropped: Set<number>; diagnostics: Diagnostic[] } {
  const dropped = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  let block: Block | null = null;
  let table = false;
  const finish = (to: number): void => {
    if (block !== null) judge(block, to);
    block = null;
  };
  const judge = ({ from, counts }: Block, to: number): void => {
    const over = limits.find(({ kind, most }) => counts[kind] > most);
    if (over === undefined && to - from <= mostLines) return;
    const length = lines[from]?.text.length ?? 0;
    const place = { file, start: { line: from + 1, column: 1 }, end: { line: from + 1, column: length + 1 } };
    const params = over === undefined ? { mark: 'a new line', count: to - from, limit: mostLines } : { mark: over.mark, count: counts[over.kind], limit: over.most };
    diagnostics.push(diagnose('syntax/too-tangled', place, params));
    for (let index = from; index < to; index++) dropped.add(index);
  };
  lines.forEach(({ text }, index) => {
    if (isOut(index) || isBlank(text)) {
      finish(index);
      table = false;
      return;
    }
    table ||= opensTable(lines[index - 1]?.text ?? '', text);
    if (table || beginsBlock.has(index)) finish(index);
    block ??= { from: index, counts: { emphasis: 0, brackets: 0, angles: 0, tildes: 0 } };
    count(text, block.counts);
  });
  finish(lines.length);
  return { dropped, diagnostics };
}

function count(text: string, counts: Counts): void {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 42 || c === 95) counts.emphasis++;
    else if (c === 91 || c === 93) counts.brackets++;
    else if (c === 60) counts.angles++;
    else if (c === 126) counts.tildes++;
  }
}

/** A row of dashes with as many cells as the line above makes a table, whose rows are parsed one by one. */
function opensTable(above: string, text: string): boolean {
  if (text.length > 10_000 || !text.includes('-') || /[^\s|:-]/.test(text) || !text.includes('|')) return false;
  return cells(above) === cells(text);
}

/** How many cells a row between bars has. */
export function cells(row: string): number {
  const bars = row.trim().replace(/^\||(?<!\\)\|$/g, '').replace(/\\[\\|]/g, '');
  return bars.split('|').length;
}
