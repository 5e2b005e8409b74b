/** The lesson's raw lines as those checks see them that look for what a tree does not show. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Line } from './lines.ts';

export interface View {
  file: string;
  lines: readonly Line[];
  /** The text of a line that is the lesson's own language; '' past either end and for code, comments and what is left out. */
  text(index: number): string;
}

export function placeOn({ file }: View, line: number, from: number, to: number): Place {
  return { file, start: { line: line + 1, column: from + 1 }, end: { line: line + 1, column: to + 1 } };
}
