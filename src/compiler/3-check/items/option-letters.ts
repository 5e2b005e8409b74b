/** The signs before options, in the scripts of the label tables and their neighbours: `B)`, `(b)`, `ii)`, `②`, `ب)`, `イ）`, `イ　`, `б)`. */

/** Arabic counts by its old order (أ ب ج) or by that of the dictionary (أ ب ت). */
const ALPHABETS = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'أبجدهوزح', 'أبتثجحخد', 'アイウエオカキク', 'АБВГДЕЖЗ', 'ΑΒΓΔΕΖΗΘ'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨';
/** What a row of options counts by; numbers only in circles. */
const ROWS: readonly (readonly string[])[] = [...ALPHABETS.map((letters) => [...letters]), ROMAN, [...CIRCLED].map((sign) => sign.normalize('NFKC'))];
const OTHERS = [...new Set(ALPHABETS.slice(1).join(''))].join('');

/** What may stand for one of them, for use in a class of a regular expression. */
export const letterClass = `A-Za-zＡ-Ｚａ-ｚ${OTHERS}${OTHERS.toLowerCase()}ا`;
const one = `(?:[Ii]{2,3}|[Ii][Vv]|[Vv][Ii]{1,3}|[${letterClass}])`;
const starred = '(?:[*✓✔][ \\u00a0]?)?';
const spaces = '[ \\t\\u00a0\\u3000]';

/** One of them with what stands around it, and the spaces after it. In a list entry a space has to follow, in a line the words may begin at once behind a wide bracket or a circle. */
const pattern = `${starred}(?:(${one})[.)]${spaces}+|\\((${one})\\)${spaces}+|[（(]?(${one})[．）]${spaces}*|([${CIRCLED}])${spaces}*|([ア-ク])\\u3000+)(?=\\S|$)`;
const anywhere = new RegExp(pattern, 'uy');

export interface OptionSign {
  /** As written, without star, brackets and dot. */
  written: string;
  /** As written, without star and spaces: `(b)`. */
  sign: string;
  starred: boolean;
  /** Where the sign begins, and where the words after it begin. */
  from: number;
  to: number;
}

export function optionSignAt(text: string, index: number): OptionSign | null {
  anywhere.lastIndex = index;
  const match = anywhere.exec(text);
  if (match === null) return null;
  const sign = match[0].trim().replace(/^[*✓✔]\s?/u, '');
  const written = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
  return { written, sign, starred: /^[*✓✔]/u.test(match[0]), from: index + match[0].indexOf(sign), to: anywhere.lastIndex };
}

/** Capital, of usual width, with the hamza that many leave out; a number out of its circle. */
export function optionLetter(written: string): string {
  return written.normalize('NFKC').toUpperCase().replace('ا', 'أ');
}

const single = new RegExp(`^[${letterClass}]$`, 'u');

/** True for one letter; roman numbers and those in circles are signs only where options have them. */
export function isOptionLetter(letter: string): boolean {
  return single.test(letter);
}

/** The letters with which options begin. */
export const firstLetters: readonly string[] = [...new Set(ROWS.map(([first = '']) => first))];

/** The letters that may follow one: two in Arabic, after `ب`, and in Latin after `I`, which also counts one. */
export function lettersAfter(letter: string): string[] {
  return [...new Set(ROWS.flatMap((row) => (row.includes(letter) ? (row[row.indexOf(letter) + 1] ?? []) : [])))];
}

/** How the options below one begin: `(b)` below `(a)`. */
export function signsAfter({ written, sign }: Pick<OptionSign, 'written' | 'sign'>): string[] {
  const small = written !== written.toUpperCase();
  const circled = CIRCLED.includes(written);
  return lettersAfter(optionLetter(written)).map((next) => sign.replace(written, circled ? (CIRCLED[Number(next) - 1] ?? '') : small ? next.toLowerCase() : next));
}

/** True when the letters are the first ones of an alphabet, in order. */
export function areInOrder(letters: readonly string[]): boolean {
  return ROWS.some((row) => letters.length <= row.length && letters.every((letter, i) => letter === row[i]));
}
