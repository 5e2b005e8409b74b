/** Markdown as it is written for a paragraph of Word, with the way back to the words the author sees there. */

/** Text that is written. `plain`: where in the paragraph's visible words it stands; `same`: letter by letter, not only as a whole. */
export interface Piece {
  text: string;
  plain: number;
  same: boolean;
}

/** From columns of one line (0-based) to columns in the visible words: at `from` begins a piece. */
export interface ColumnRun {
  from: number;
  plain: number;
  same: boolean;
}

/** One line of Markdown. */
export interface WrittenLine {
  text: string;
  /** Number of the paragraph, from 1; of the one before for a line that only separates. */
  paragraph: number;
  runs: ColumnRun[];
}

/** Cuts pieces into lines at their line feeds; `first` stands before the first line, `rest` before the others. */
export function linesOfPieces(pieces: readonly Piece[], paragraph: number, first: string, rest: string): WrittenLine[] {
  const lines: WrittenLine[] = [{ text: first, paragraph, runs: [{ from: 0, plain: 0, same: false }] }];
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push({ text: rest, paragraph, runs: [{ from: 0, plain: piece.plain, same: false }] });
      const line = lines.at(-1) as WrittenLine;
      line.runs.push({ from: line.text.length, plain: piece.plain, same: piece.same });
      line.text += text;
    });
  }
  return lines;
}

/** Where a column (0-based) stands in the visible words. */
export function plainColumn(line: WrittenLine, column: number): number {
  let low = 0;
  let high = line.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((line.runs[middle]?.from ?? Infinity) <= column) low = middle;
    else high = middle - 1;
  }
  const run = line.runs[low];
  return run === undefined ? 0 : run.plain + (run.same ? column - run.from : 0);
}
