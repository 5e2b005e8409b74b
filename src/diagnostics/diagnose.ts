/** Makes a diagnostic from the book of messages: the only way the compiler reports anything. */
import { catalogue, type Code, type Params } from './catalogue.ts';
import type { Entry } from './catalogue/entry.ts';
import type { Diagnostic, Place, Related } from './diagnostic.ts';

export function diagnose<C extends Code>(code: C, place: Place, params: Params<C>, related?: Related[]): Diagnostic {
  // The index loses the tie between code and parameters, which the signature has already checked.
  const page = catalogue[code] as unknown as Entry<Params<C>>;
  const fix = page.fix?.(params) ?? null;
  return {
    code,
    severity: page.severity,
    message: page.message(params),
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    help: page.help(params),
    ...(fix === null ? {} : { fix }),
    ...(related === undefined ? {} : { related }),
  };
}
