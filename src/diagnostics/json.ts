/** Diagnostics for programs: exactly the fields that were promised, in a text that is safe to print. */
import type { Diagnostic } from './diagnostic.ts';

export interface DiagnosticJson extends Omit<Diagnostic, 'related' | 'fix'> {
  /** Only where the mistake can be mended by putting `text` in the place of a stretch of the file; the end is exclusive. */
  fix?: { range: { line: number; column: number; endLine: number; endColumn: number }; text: string };
}

export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, severity, message, file, line, column, endLine, endColumn, help, fix } = diagnostic;
  const told = { code, severity, message, file, line, column, endLine, endColumn, help };
  // A Word document has paragraphs, in which no program could replace anything.
  return fix === undefined || /\.docx$/i.test(file) ? told : { ...told, fix: { range: { line, column, endLine, endColumn }, text: fix } };
}

/** JSON leaves these as they are, but a terminal or a script parser does not. */
const UNSAFE = /[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The same value as `JSON.stringify` writes, with control characters escaped and a line feed at the end. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
