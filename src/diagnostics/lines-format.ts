/** Diagnostics one to a line, for editors and build machines that find places by pattern. */
import type { Diagnostic } from './diagnostic.ts';
import { inOrder } from './print.ts';
import { visibleLine } from './visible.ts';

/** `file:line:column: severity code message`, each line ended by a line feed; '' for none. Nothing is left out. */
export function linesFormat(diagnostics: Diagnostic[]): string {
  return inOrder(diagnostics)
    .map(({ file, line, column, severity, code, message }) => `${visibleLine(file)}:${line}:${column}: ${severity} ${code} ${visibleLine(message)}\n`)
    .join('');
}
