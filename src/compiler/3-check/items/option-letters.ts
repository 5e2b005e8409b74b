/** The letters before options, in the scripts of the label tables and their neighbours: `B)`, `ب)`, `イ）`, `б)`. */

/** Arabic counts by its old order (أ ب ج) or by that of the dictionary (أ ب ت). */
const ALPHABETS = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'أبجدهوزح', 'أبتثجحخد', 'アイウエオカキク', 'АБВГДЕЖЗ', 'ΑΒΓΔΕΖΗΘ'];
const OTHERS = [...new Set(ALPHABETS.slice(1).join(''))].join('');

/** What may stand for one of them, for use in a class of a regular expression. */
export const letterClass = `A-Za-zＡ-Ｚａ-ｚ${OTHERS}${OTHERS.toLowerCase()}ا`;

/** Capital, of usual width, with the hamza that many leave out. */
export function optionLetter(written: string): string {
  return written.normalize('NFKC').toUpperCase().replace('ا', 'أ');
}

/** The letters with which options begin. */
export const firstLetters = [...new Set(ALPHABETS.map((letters) => letters.charAt(0)))].join('');

/** The letters that may follow one: two in Arabic, after `ب`. */
export function lettersAfter(letter: string): string {
  return [...new Set(ALPHABETS.map((letters) => letters.charAt(letters.includes(letter) ? letters.indexOf(letter) + 1 : letters.length)))].join('');
}

/** True when the letters are the first ones of an alphabet, in order. */
export function areInOrder(letters: readonly string[]): boolean {
  return ALPHABETS.some((alphabet) => letters.length <= alphabet.length && letters.every((letter, i) => letter === alphabet.charAt(i)));
}
