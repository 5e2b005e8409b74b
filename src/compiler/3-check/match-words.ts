/** Finds the words of a label in a spoken sentence, in the forms that languages give them. */
import { fold } from '../2-parse/table-language.ts';

/** Words that carry no meaning of their own at the beginning or inside of a label. */
const light = new Set('a an the to of and or from in on for with our your der die das den dem ein eine einen und oder von zu im mit le la les un une et ou de des du à el los las una y o con para ال و في من'.split(' ').map(fold));

export interface Word {
  /** Folded. */
  text: string;
  /** Offset in the sentence. */
  at: number;
}

/** Words by letters and digits; hyphens, slashes and dots separate, so that “RNN/LSTM” meets “RNN-LSTM”. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ text: spelling(fold(match[0])), at: match.index }));
}

/** One form for words that are written in two ways: tokenise, tokenize. */
function spelling(word: string): string {
  return word.replace(/is(?=(?:e|ed|er|ers|es|ing|ation)$)/, 'iz');
}

/** The words of a label that have to be said; a file's ending counts only when there is nothing else. */
export function labelWords(label: string): string[] {
  const bare = label.replace(/[\\/]+$/, '').replace(/(?<=[\p{L}\p{N}_])\.[a-z0-9]{1,5}$/iu, '');
  const words = wordsOf(bare).map(({ text }) => text);
  const heavy = words.filter((word) => !light.has(word));
  return heavy.length > 0 ? heavy : words;
}

/** Whether two words are forms of one: “train” and “training”, “edge” and “edges”. */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const loss = short.length >= 7 ? 2 : short.length >= 4 ? 1 : 0;
  if (short.length >= 6 && long.startsWith(short)) return true;
  if (short.length < 3 || long.length - short.length > 4) return false;
  return long.startsWith(short.slice(0, short.length - loss));
}

/** Writing without spaces, or with an article grown onto the word: there it is enough that the letters occur. */
const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]/u;

function isForm(word: string, of: string): boolean {
  return sameStem(word, of) || (joined.test(of) && word.includes(of));
}

/** Offset of the first of the label's words when the sentence has them all, in any order; null when it has not. */
export function containsAll(sentence: readonly Word[], label: readonly string[]): number | null {
  const found = label.map((each) => sentence.find(({ text }) => isForm(text, each))?.at);
  const at = found.filter((each) => each !== undefined);
  return label.length > 0 && at.length === label.length ? Math.min(...at) : null;
}

/** How many of a label's words the sentence has, 0..1. */
export function shareOf(sentence: readonly Word[], label: readonly string[]): number {
  return label.filter((each) => sentence.some(({ text }) => isForm(text, each))).length / Math.max(1, label.length);
}

/** Whether the sentence begins with the label's words, light ones passed over on both sides. */
export function beginsWith(sentence: readonly Word[], label: readonly string[]): boolean {
  const heavy = sentence.filter(({ text }) => !light.has(text));
  return label.length > 0 && label.every((each, i) => isForm(heavy[i]?.text ?? '', each));
}

const ordinals: readonly (readonly string[])[] = [
  ['one', 'first', 'firstly', '1', 'eins', 'erstens', 'un', 'premierement', 'premier', 'uno', 'primero', 'اولا', '一つ目', '第一'],
  ['two', 'second', 'secondly', '2', 'zwei', 'zweitens', 'deux', 'deuxiemement', 'dos', 'segundo', 'ثانيا', '二つ目', '第二'],
  ['three', 'third', 'thirdly', '3', 'drei', 'drittens', 'trois', 'troisiemement', 'tres', 'tercero', 'ثالثا', '三つ目', '第三'],
  ['four', 'fourth', 'fourthly', '4', 'vier', 'viertens', 'quatre', 'quatriemement', 'cuatro', 'cuarto', 'رابعا', '四つ目', '第四'],
  ['five', 'fifth', '5', 'funf', 'funftens', 'cinq', 'cinquiemement', 'cinco', 'quinto', 'خامسا', '五つ目', '第五'],
  ['six', 'sixth', '6', 'sechs', 'sechstens', 'sixiemement', 'seis', 'sexto', 'سادسا', '六つ目', '第六'],
];

/** “One: …”, “Zweitens, …”, “First: …”: the number, from 1, and how long it is with its sign; null for other sentences. */
export function ordinalOf(sentence: string): { number: number; length: number } | null {
  const match = /^\s*([\p{L}\p{N}\p{M}]{1,16})\s*[:：,،、.]\s*/u.exec(sentence);
  if (match === null) return null;
  const word = fold(match[1] ?? '');
  const index = ordinals.findIndex((words) => words.map(fold).includes(word));
  return index < 0 ? null : { number: index + 1, length: match[0].length };
}
