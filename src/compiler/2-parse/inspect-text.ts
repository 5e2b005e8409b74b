/** Looks for what text should not contain: lines without end, control characters, direction controls (authoring 1.6, safety). */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { Line } from './lines.ts';

export const longestLine = 1_000_000;
/** A million words: a lesson of that size is no lesson, and would take a minute to parse. */
export const longestText = 6_000_000;

/** More of one kind are not reported: such a file is damaged, and the first ones say so. */
const mostReports = 100;

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
// Marks (U+200E, U+200F, U+061C) are common in Arabic and Hebrew and turn nothing; only embeddings, overrides and isolates do.
const bidi = /[\u202a-\u202e\u2066-\u2069]/g;
const bidiNames: Readonly<Record<string, string>> = {
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
};

/** A diagnostic when the whole text is too long to be parsed. */
export function refuseLength(file: string, length: number): Diagnostic | null {
  const place: Place = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return length <= longestText ? null : diagnose('text/too-long', place, { length, limit: longestText });
}

/** Reports once per line and kind. Returns the indexes of lines that are too long to be parsed. Linear. */
export function inspectText(file: string, lines: readonly Line[], diagnostics: Diagnostic[]): Set<number> {
  const dropped = new Set<number>();
  const counts = { control: 0, bidi: 0, long: 0 };
  lines.forEach(({ text }, index) => {
    const place = (column: number): Place => ({ file, start: { line: index + 1, column: column + 1 }, end: { line: index + 1, column: column + 2 } });
    if (text.length > longestLine) {
      dropped.add(index);
      if (counts.long++ < mostReports) diagnostics.push(diagnose('text/line-too-long', place(0), { length: text.length, limit: longestLine }));
      return;
    }
    const controls = found(text, control);
    if (controls !== null && counts.control++ < mostReports) {
      diagnostics.push(diagnose('text/control', place(controls.index), { code: codePoint(controls.character), more: controls.more }));
    }
    const turns = found(text, bidi);
    if (turns !== null && counts.bidi++ < mostReports) {
      const name = bidiNames[turns.character] ?? 'direction control';
      diagnostics.push(diagnose('text/bidi', place(turns.index), { code: codePoint(turns.character), name, more: turns.more }));
    }
  });
  return dropped;
}

function found(text: string, pattern: RegExp): { index: number; character: string; more: number } | null {
  const index = text.search(pattern);
  return index < 0 ? null : { index, character: text[index] ?? '', more: (text.match(pattern)?.length ?? 1) - 1 };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
