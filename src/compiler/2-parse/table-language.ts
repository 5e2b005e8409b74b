/** The languages whose section names, labels and header keys are understood, and how words are compared with the tables. */

export const tableLanguages = ['en', 'de', 'fr', 'es', 'ja', 'ar', 'pt'] as const;
export type TableLanguage = (typeof tableLanguages)[number];

/** Words per language; the first one is the name shown in the documentation. */
export type Words = Readonly<Record<TableLanguage, readonly string[]>>;

/**
 * The form in which words are compared: no case, no accents or vowel marks, one kind of space, quote and dash.
 * Applied to the tables and to the author's words alike, so that nothing depends on how a name is typed.
 */
export function fold(words: string): string {
  // Plain words, nearly all there are, have nothing to take apart.
  if (/^[\w ]*$/.test(words)) return words.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return words
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ′`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[\s\u200b-\u200f\u2060]+/g, ' ')
    .trim();
}
