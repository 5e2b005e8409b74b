/** Why a package cannot be looked into: thrown inside this room, a diagnostic to everybody else. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export class Refused extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
