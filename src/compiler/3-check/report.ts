/** Collects an author's mistakes while one file is checked. */
import type { Code, Params } from '../../diagnostics/catalogue.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place, Related } from '../../diagnostics/diagnostic.ts';

export interface Report {
  add<C extends Code>(code: C, place: Place, params: Params<C>, related?: Related[]): void;
  all(): Diagnostic[];
}

export function newReport(): Report {
  const found: Diagnostic[] = [];
  return {
    add: (code, place, params, related) => void found.push(diagnose(code, place, params, related)),
    all: () => found,
  };
}
