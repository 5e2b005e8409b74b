/** Finds the interface language for a course. */
import { strings as de } from './de.ts';
import { strings as en } from './en.ts';
import type { Strings } from './strings.ts';

export type { Strings } from './strings.ts';

const languages: Record<string, Strings> = { de, en };

/** By the primary subtag of a BCP 47 tag (`de-AT` finds German); English where we have no translation. */
export function stringsFor(language: string): Strings {
  return languages[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
