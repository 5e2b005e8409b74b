/** Tells the author of a text in a language that has no interface words yet what learners will see. */
import { INTERFACE_LANGUAGES } from '../../course/interface-languages.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from './report.ts';

export function tellInterface(language: string, place: Place, report: Report): void {
  if (INTERFACE_LANGUAGES.some((known) => known === language.toLowerCase().split('-')[0])) return;
  report.add('lesson/interface-language', place, { language: nameOf(language), known: INTERFACE_LANGUAGES.map(nameOf).sort() });
}

function nameOf(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
