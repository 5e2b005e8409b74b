/** What went wrong in an author's text, where, and how to mend it: a value, never an exception. */

export type Severity = 'error' | 'warning' | 'info';

/** A point in the author's file. Both count from 1; columns are UTF-16 units, as editors count them. */
export interface Point {
  line: number;
  column: number;
}

/** A stretch of the author's file; `end` is exclusive. `file` is relative to the course root, with `/`. */
export interface Place {
  file: string;
  start: Point;
  end: Point;
}

export interface Related {
  message: string;
  file: string;
  line: number;
  column: number;
}

export interface Diagnostic {
  code: string;
  severity: Severity;
  /** One or two sentences that quote the author's own words. */
  message: string;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** How to mend it, as text that can be pasted where possible. */
  help: string | null;
  /** What to write in the stretch's place, where that certainly mends it. */
  fix?: string;
  related?: Related[];
}

/** What every phase of the compiler gives back. `output` is null only when nothing sensible could be made. */
export interface PhaseResult<T> {
  output: T;
  diagnostics: Diagnostic[];
}

/** The place of a whole file, for mistakes that have no better one. */
export function wholeFile(file: string): Place {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** Order for printing: by file as first met is kept by the caller; inside a file by line, column, code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
