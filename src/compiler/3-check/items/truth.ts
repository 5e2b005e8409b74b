/** Recognises true and false in the lesson's language, and the words that announce such a question (authoring R13). */
import { truthWords } from '../../2-parse/header-names.ts';
import { fold, tableLanguages } from '../../2-parse/table-language.ts';

/** `Yes` is true in every lesson, `F` only where the lesson's own language (or English) says so. */
function findTruth(word: string, language: string | null): boolean | null {
  const primary = language?.split('-')[0]?.toLowerCase() ?? 'en';
  const folded = fold(word);
  const own = tableLanguages.find((l) => l === primary) ?? 'en';
  for (const list of word.length > 1 ? [own, ...tableLanguages] : [own]) {
    if (truthWords.true[list].some((w) => fold(w) === folded)) return true;
    if (truthWords.false[list].some((w) => fold(w) === folded)) return false;
  }
  return null;
}

/** The answer when it is nothing but a word for true or false; null otherwise. */
export function truthOf(answer: string, language: string | null): boolean | null {
  if (answer.length > 40) return null;
  return findTruth(answer.replace(/^[\s"'“„«»]+|[\s"'”“«».!。！؟?]+$/gu, ''), language);
}

/** Length of “True or false: ” at the start of a prompt, 0 when it does not begin so. */
export function truthPrefix(prompt: string, language: string | null): number {
  const match = /^(\p{L}[\p{L}\p{M}]{0,15})(?:[\s,、]{1,3}\p{L}{1,4}\s{1,2}|\s?\/\s?|\s{1,2}|か|、)(\p{L}[\p{L}\p{M}]{0,15})\s{0,2}[:：?？.。–—-]\s*/u.exec(prompt.slice(0, 80));
  if (match === null) return 0;
  const first = findTruth(match[1] ?? '', language);
  const second = findTruth((match[2] ?? '').replace(/か$/u, ''), language);
  return first !== null && second !== null && first !== second ? match[0].length : 0;
}

const bracketed = /[(（[]((?:\p{L}|[○〇×✕])[\p{L}\p{M}]{0,15}?)(?:\s?[/・、]\s?|\s\p{L}{1,4}\s|か)((?:\p{L}|[○〇×✕])[\p{L}\p{M}]{0,15}?)か?[)）\]]\s*$/u;
const asking = /(?<=[.。!?？]\s{0,2})(\p{L}[\p{L}\p{M}]{0,15})\s\p{L}{1,4}\s(\p{L}[\p{L}\p{M}]{0,15})\s?[?？]\s*$/u;

/** “True or false: …” at the start, “(true/false)” or “… True or false?” at the end. */
export function asksTruth(prompt: string, language: string | null): boolean {
  if (truthPrefix(prompt, language) > 0) return true;
  const match = bracketed.exec(prompt.slice(-60)) ?? asking.exec(prompt.slice(-60));
  const [first, second] = [findTruth(match?.[1] ?? '', language), findTruth(match?.[2] ?? '', language)];
  return match !== null && first !== null && second !== null && first !== second;
}
