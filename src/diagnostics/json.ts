/** Diagnostics for programs: exactly the fields that were promised, in a text that is safe to print. */
import type { Diagnostic } from './diagnostic.ts';

export type DiagnosticJson = Omit<Diagnostic, 'related'>;

export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, severity, message, file, line, column, endLine, endColumn, help } = diagnostic;
  return { code, severity, message, file, line, column, endLine, endColumn, help };
}

/** JSON leaves these as they are, but a terminal or a script parser does not. */
const UNSAFE = /[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The same value as `JSON.stringify` writes, with control characters escaped and a line feed at the end. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
