/** Counting and comparing words, fast enough for a thousand lessons and fair to scripts without spaces. */

/** Scripts written without spaces. Two Han, kana or Thai characters are read in about the time of one English word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const anyUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** Number of words as a reader meets them: runs between spaces, and pairs of characters where no spaces are written. */
export function countWords(text: string): number {
  if (!anyUnspaced.test(text)) return text.match(/\S+/g)?.length ?? 0;
  let dense = 0;
  const rest = text.replace(unspaced, () => {
    dense++;
    return ' ';
  });
  return Math.ceil(dense / 2) + (rest.match(/[^\s\p{P}]+/gu)?.length ?? 0);
}

/** The form in which two wordings are compared: NFKC, no case, single spaces. */
export function sameForm(text: string): string {
  return singleSpaced(text.normalize('NFKC').toLowerCase());
}

/** Any white space as one space, none at the ends. The single spaces between words, nearly all there are, stay untouched. */
export function singleSpaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** Words in lower case without punctuation; inner hyphens stay. */
export function wordList(text: string): string[] {
  return sameForm(text).match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A German word with the umlaut that its plural may take: Passwort, Passwörter; null where no vowel can change. */
export function withUmlaut(word: string): string | null {
  const match = /^(.*)(au|[aou])([^aouäöü]*)$/u.exec(word);
  const umlauts: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', au: 'äu' };
  return match === null || word.length < 3 || /[aeiouäöü]$/u.test(word) ? null : `${match[1] ?? ''}${umlauts[match[2] ?? ''] ?? ''}${match[3] ?? ''}`;
}
