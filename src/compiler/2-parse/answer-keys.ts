/** Answer keys below all questions: `1. C`, `2) True`, `1-C, 2-B`, or a table of both. */
import { asciiDigits } from '../../course/digits.ts';

export interface KeyEntry {
  /** Of the question, in plain digits. */
  number: string;
  words: string;
  /** Where the words stand, as indices of the text. */
  from: number;
  to: number;
}

const named = /\b(?:answers?|solutions?|key|corrig[ée]s?|r[ée]ponses?|respuestas?|soluci[oó]n(?:es|ario)|clave|gabarito|respostas?|solu[cç](?:ão|ões)|chave)\b|lösung|antwort|解答|答え|正解|إجاب|الحلول|أجوبة/iu;

/** Whether a section's title may stand above a key. */
export function namesKey(title: string): boolean {
  return title.length <= 60 && named.test(title);
}

const longestKey = 20_000;
const longestAnswer = 400;
const numbered = /^([\s>*+•|_-]{0,12}(?:\p{L}{1,12}[. ]{0,2})?)(\p{Nd}{1,3})\s{0,3}(?:[.)：:=|–—-]{1,2}|\*\*[.)]?)?[*_]{0,2}\s{0,6}/u;
const short = /(?<=^|[\s,;、(])(\p{Nd}{1,3})\s?[.):：=–—-]?\s?(\p{L}{1,10})(?=[\s,;.、)]|$)/gu;
const divider = /^[\s|:_*=-]*$/;

/** The answers by number, counting up; null for a text that is no key. Not `whole`: something else may follow behind an empty line. Linear. */
export function readKey(text: string, whole = true): KeyEntry[] | null {
  if (text.length > longestKey) return null;
  const entries: KeyEntry[] = [];
  let start = 0;
  let blank = false;
  for (const line of text.split('\n')) {
    const at = start;
    start += line.length + 1;
    if (divider.test(line)) {
      blank ||= line.trim() === '';
      continue;
    }
    const several = onOneLine(line, at);
    const found = several ?? entryOf(line, at);
    if (found === null) {
      // Above the first answer stands a row of names, below it whatever explains it.
      const last = entries.at(-1);
      if (last === undefined && line.includes('|')) continue;
      if (last !== undefined && blank && !whole) break;
      if (last === undefined || blank || last.words.length > longestAnswer) return null;
      last.words = `${last.words} ${line.trim()}`;
      last.to = at + line.trimEnd().length;
      continue;
    }
    blank = false;
    for (const one of found) entries.push(one);
  }
  const rising = entries.every(({ number }, i) => i === 0 || Number(number) > Number(entries[i - 1]?.number));
  return entries.length > 1 && rising ? entries : null;
}

function entryOf(line: string, at: number): KeyEntry[] | null {
  const match = numbered.exec(line);
  if (match === null) return null;
  const from = match[0].length;
  const words = line.slice(from).replace(/[\s|*_]+$/u, '');
  return words === '' || words.length > longestAnswer ? null : [{ number: plain(match[2]), words, from: at + from, to: at + from + words.length }];
}

/** `1-C, 2-B` and nothing else. */
function onOneLine(line: string, at: number): KeyEntry[] | null {
  if (line.length > 2000) return null;
  const found = [...line.matchAll(short)];
  const rest = found.reduce((left, [whole]) => left.replace(whole, ''), line);
  if (found.length < 2 || /[^\s,;.、()|*_-]/u.test(rest)) return null;
  return found.map(({ index, 0: whole, 1: number, 2: words = '' }) => {
    const to = at + index + whole.length;
    return { number: plain(number), words, from: to - words.length, to };
  });
}

function plain(digits = ''): string {
  return String(Number(asciiDigits(digits)));
}
