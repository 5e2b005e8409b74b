/** Help in the author's own labels: whoever writes `Frage:` and `Dauer:` is not told to add `Why:` and `Duration:`. */
import type { LessonDocument } from '../2-parse/document.ts';
import { headerNames } from '../2-parse/header-names.ts';
import { type Label, labelNames } from '../2-parse/label-names.ts';
import { fold, type TableLanguage, tableLanguages, type Words } from '../2-parse/table-language.ts';

/** The language whose words stand in the header, and before questions; null where they are English. */
export interface LabelLanguages {
  header: TableLanguage | null;
  questions: TableLanguage | null;
}

/** Labels that nearly every question has. */
const usual: readonly Label[] = ['q', 'a', 'why'];

/** What help may call a label, in English. */
const ofQuestions = named([...Object.values(labelNames).map((words) => ({ name: words.en[0] ?? '', words, at: 0 })), { name: 'Answer', words: labelNames.a, at: labelNames.a.en.indexOf('Answer') }]);
const ofHeader = named(Object.values(headerNames).map((words) => ({ name: words.en[0] ?? '', words, at: 0 })));

interface Name {
  name: string;
  words: Words;
  /** Which of the words it is: `Answer` is the long one of two that are usual. */
  at: number;
}

interface Names {
  known: ReadonlyMap<string, Name>;
  pattern: RegExp;
}

function named(entries: readonly Name[]): Names {
  const known = new Map(entries.filter(({ name }) => name !== '').map((each) => [each.name, each]));
  const names = [...known.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
  return { known, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?=:)`, 'gu') };
}

export function labelLanguages({ language, source }: LessonDocument): LabelLanguages {
  const primary = language?.split('-')[0]?.toLowerCase();
  const own = tableLanguages.find((code) => code === primary);
  if (own === undefined || own === 'en') return { header: null, questions: null };
  const header = stands(own, Object.values(headerNames), '(?:^|\\n|[·|;,、])[\\s>*_]{0,12}', source.original.slice(0, longestHead));
  return { header: header ? own : null, questions: stands(own, usual.map((label) => labelNames[label]), '(?:^|\\n)[\\s>*_\\d.)-]{0,12}', source.text) ? own : null };
}

/** A header stands within so many letters of the beginning. */
const longestHead = 2000;

export function ownLabels({ header, questions }: LabelLanguages): (help: string) => string {
  const inOwn = (help: string, { known, pattern }: Names, own: TableLanguage | null): string => {
    const wordOf = (name: string, language: TableLanguage): string => known.get(name)?.words[language][known.get(name)?.at ?? 0] ?? name;
    return own === null ? help : help.replace(pattern, (name: string) => wordOf(name, own));
  };
  return (help) => (header === null && questions === null ? help : inOwn(inOwn(help, ofQuestions, questions), ofHeader, header));
}

/** True when a label stands there that is none in English. */
function stands(language: TableLanguage, labels: readonly Words[], before: string, text: string): boolean {
  const foreign = new Set(labels.flatMap((words) => words.en.map(fold)));
  const names = labels.flatMap((words) => words[language]).filter((name) => !foreign.has(fold(name)));
  return new RegExp(`${before}(?:${names.join('|')})[*_]{0,2}\\s?[:：]`, 'iu').test(text);
}
