/** Collects an author's mistakes while one file is checked. */
import type { Code, Params } from '../../diagnostics/catalogue.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place, Related } from '../../diagnostics/diagnostic.ts';

export interface Report {
  add<C extends Code>(code: C, place: Place, params: Params<C>, related?: Related[]): void;
  all(): Diagnostic[];
}

/** `tell` puts the words of a help into those that the author knows; `found` was found before. */
export function newReport(tell: (help: string) => string = (help) => help, found: Diagnostic[] = []): Report {
  return {
    add(code, place, params, related) {
      const made = diagnose(code, place, params, related);
      found.push(made.help === null ? made : { ...made, help: tell(made.help) });
    },
    all: () => found,
  };
}
