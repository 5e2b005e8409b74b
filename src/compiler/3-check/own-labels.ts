/** Help in the author's own labels: whoever writes `Frage:` and `Warum:` is not told to add `Why:`. */
import type { LessonDocument } from '../2-parse/document.ts';
import { type Label, labelNames } from '../2-parse/label-names.ts';
import { fold, type TableLanguage, tableLanguages } from '../2-parse/table-language.ts';

const english = new Map((Object.keys(labelNames) as Label[]).map((label) => [labelNames[label].en[0] ?? '', label]));
const named = new RegExp(`(?<![\\p{L}\\p{N}])(${[...english.keys()].filter((name) => name !== '').map((name) => name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')).join('|')})(?=:)`, 'gu');

/** Labels that nearly every question has. */
const usual: readonly Label[] = ['q', 'a', 'why'];

/** Null for a lesson whose questions have English labels, whatever its language. */
export function labelLanguage({ language, source }: LessonDocument): TableLanguage | null {
  const primary = language?.split('-')[0]?.toLowerCase();
  const own = tableLanguages.find((code) => code === primary);
  return own === undefined || own === 'en' || !uses(own, source.text) ? null : own;
}

export function ownLabels(own: TableLanguage | null): (help: string) => string {
  if (own === null) return (help) => help;
  return (help) => help.replace(named, (name: string) => labelNames[english.get(name) ?? 'q'][own][0] ?? name);
}

function uses(language: TableLanguage, text: string): boolean {
  const foreign = new Set(usual.flatMap((label) => labelNames[label].en.map(fold)));
  const names = usual.flatMap((label) => labelNames[label][language]).filter((name) => !foreign.has(fold(name)));
  return new RegExp(`(?:^|\\n)[\\s>*_\\d.)-]{0,12}(?:${names.join('|')})[*_]{0,2}\\s?[:：]`, 'iu').test(text);
}
