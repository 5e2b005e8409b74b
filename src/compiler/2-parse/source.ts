/** A lesson's text with the way back to the author's file: what every later phase quotes and points into. */
import type { Place, Point } from '../../diagnostics/diagnostic.ts';
import { splitLines, type Line } from './lines.ts';

/**
 * `text` is what is parsed: line ends are `\n`, no BOM, exotic bullets and escaped marks replaced; a line end may have
 * been added where Markdown would join what the author wrote on two lines. Offsets everywhere are offsets into `text`;
 * only `place` and `point` turn them into the author's lines and columns.
 */
export interface SourceText {
  file: string;
  original: string;
  text: string;
  point(offset: number): Point;
  /** `end` exclusive; defaults to `start + 1`. */
  place(start: number, end?: number): Place;
}

/** Replaces the columns `from` to `to` (0-based, exclusive) of one line by `insert`. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

/** From `text` to the author's file: a run of characters that were copied, or the replacement of some by others. */
export interface Run {
  start: number;
  line: number;
  /** 0-based. */
  column: number;
  /** For a replacement of different length: the column after what was replaced. */
  until: number | null;
}

/**
 * Makes the source of a lesson; without edits only R0's line ends and BOM are dealt with. Edits are given by 0-based
 * line index, in order and without overlap. Time and memory are linear in the text.
 */
export function makeSource(file: string, original: string, edits: ReadonlyMap<number, readonly Edit[]> = new Map(), lines: readonly Line[] = splitLines(original)): SourceText {
  const runs: Run[] = [];
  const parts: string[] = [];
  let length = 0;
  const copy = (text: string, line: number, column: number): void => {
    runs.push({ start: length, line, column, until: null });
    parts.push(text);
    length += text.length;
  };
  lines.forEach(({ text }, index) => {
    let column = 0;
    for (const edit of edits.get(index) ?? []) {
      if (edit.from > column) copy(text.slice(column, edit.from), index, column);
      if (edit.insert !== '') {
        const sameLength = edit.insert.length === edit.to - edit.from;
        runs.push({ start: length, line: index, column: edit.from, until: sameLength ? null : edit.to });
        parts.push(edit.insert);
        length += edit.insert.length;
      }
      column = edit.to;
    }
    copy(index < lines.length - 1 ? `${text.slice(column)}\n` : text.slice(column), index, column);
  });
  return sourceOf(file, original, parts.join(''), runs);
}

function sourceOf(file: string, original: string, text: string, runs: readonly Run[]): SourceText {
  const point = (offset: number): Point => {
    const run = runAt(runs, offset);
    return { line: run.line + 1, column: run.column + 1 + (run.until === null ? offset - run.start : 0) };
  };
  /** The point after the character before `offset`: differs from `point(offset)` where something was left out between them. */
  const pointAfter = (offset: number): Point => {
    if (offset === 0 || text[offset - 1] === '\n') return point(offset);
    const run = runAt(runs, offset - 1);
    return { line: run.line + 1, column: run.until === null ? run.column + 1 + offset - run.start : run.until + 1 };
  };
  return {
    file,
    original,
    text,
    point,
    place: (start, end = start + 1) => ({ file, start: point(start), end: end > start ? pointAfter(end) : point(start) }),
  };
}

/** The last run that starts at or before `offset`. */
function runAt(runs: readonly Run[], offset: number): Run {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? { start: 0, line: 0, column: 0, until: null };
}
