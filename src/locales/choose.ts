/** Finds the interface language for a course. */
import type { InterfaceLanguage } from '../course/interface-languages.ts';
import { strings as de } from './de.ts';
import { pageStrings as dePage } from './de-page.ts';
import { recordWords as deRecord } from './de-record.ts';
import { toolWords as deTools } from './de-tools.ts';
import { strings as en } from './en.ts';
import { pageStrings as enPage } from './en-page.ts';
import { recordWords as enRecord } from './en-record.ts';
import { toolWords as enTools } from './en-tools.ts';
import type { Strings } from './strings.ts';

export type { Strings } from './strings.ts';

const english: Strings = { ...en, ...enRecord, ...enTools, ...enPage };
const words: Record<InterfaceLanguage, Strings> = { de: { ...de, ...deRecord, ...deTools, ...dePage }, en: english };
const languages: Readonly<Record<string, Strings>> = words;

/** Primary subtags of the languages that there are. */
export const LOCALES: readonly string[] = Object.keys(languages);

/** By the primary subtag of a BCP 47 tag (`de-AT` finds German); English where we have no translation. */
export function stringsFor(language: string): Strings {
  return languages[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}
