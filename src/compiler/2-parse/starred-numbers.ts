/** Options that are numbered, the right one behind a star: `1) …`, `*2) …`. Markdown sees half a list in them; they are read as what they mean. */
import { isBlank, width, type Line } from './lines.ts';
import type { Edit } from './source.ts';

export interface StarredOption {
  /** Column of the number. */
  column: number;
  edit: Edit;
}

interface Entry {
  line: number;
  starred: boolean;
  number: number;
  sign: string;
  /** Of the star or the number, and where the words begin. */
  from: number;
  to: number;
}

const numbered = /^(\s*)(\\?[*✓✔] ?)?(\d{1,2})(\\?[.)])[ \t\u00a0]+(?=\S)/;

/** By line. A row counts from 1 without a gap, and some of its numbers have a star, but not all. Linear in the text. */
export function findStarredNumbers(lines: readonly Line[], opaque: readonly boolean[]): Map<number, StarredOption> {
  const found = new Map<number, StarredOption>();
  let row: Entry[] = [];
  const close = (): void => {
    const right = row.filter(({ starred }) => starred).length;
    if (row.length > 1 && right > 0 && right < row.length) for (const entry of row) found.set(entry.line, optionOf(entry, right > 1, lines));
    row = [];
  };
  lines.forEach(({ text }, line) => {
    const entry = opaque[line] ? null : entryAt(text, line);
    const last = row.at(-1);
    if (entry !== null && last !== undefined && entry.number === last.number + 1 && entry.sign === last.sign) row.push(entry);
    else if (entry !== null) {
      close();
      if (entry.number === 1) row = [entry];
    } else if (!isBlank(text)) close();
  });
  close();
  return found;
}

function entryAt(text: string, line: number): Entry | null {
  const [whole, indent = '', star, digits = '', sign = ''] = numbered.exec(text.slice(0, 200)) ?? [];
  return whole === undefined ? null : { line, starred: star !== undefined, number: Number(digits), sign, from: indent.length, to: whole.length };
}

function optionOf({ line, starred, from, to }: Entry, several: boolean, lines: readonly Line[]): StarredOption {
  const mark = starred ? 'x' : ' ';
  return { column: width((lines[line]?.text ?? '').slice(0, from)), edit: { from, to, insert: several ? `- [${mark}] ` : `- (${mark}) ` } };
}
