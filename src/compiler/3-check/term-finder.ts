/** Finds the key terms in a text, in the forms their language gives them; the longest name wins (authoring 1.2.6). */
import { withUmlaut } from './words.ts';

export interface TermUse {
  start: number;
  end: number;
  /** Index of the term. */
  term: number;
}

interface Name {
  term: number;
  /** Words in small letters, and what stands before, between and after them. */
  words: string[];
  between: string[];
  before: string;
  after: string;
  /** As written: `AND`, `SAT` are other words in small letters. */
  exact: string | null;
}

/** Endings that a name may gain and still mean the same; German also has its cases, French its `x`. */
const endings: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:s|es|['’]s)$/],
  ['de', /^(?:s|es|e|n|en|er|ern|em|nen)$/],
  ['fr', /^(?:s|x|e|es)$/],
  ['es', /^(?:s|es)$/],
  ['pt', /^(?:s|es)$/],
]);
const noEnding = /^$/;

const word = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export type FindTerms = (text: string) => TermUse[];

/** Uses do not overlap and come in the order of the text. Linear in the text. */
export function termFinder(terms: readonly { names: readonly string[] }[], language: string): FindTerms {
  const ending = endings.get(language.toLowerCase().split('-')[0] ?? '') ?? noEnding;
  const german = language.toLowerCase().split('-')[0] === 'de';
  const byWord = new Map<string, Name[]>();
  const byCharacter = new Map<string, { term: number; text: string }[]>();
  terms.forEach(({ names }, term) => {
    for (const name of names) {
      if (unspaced.test(name)) append(byCharacter, name.trim()[0] ?? '', { term, text: name.trim() });
      else {
        const read = nameOf(name, term);
        if (read === null) continue;
        append(byWord, stem(read.words[0] ?? ''), read);
        const plural = german ? withUmlaut(read.words.at(-1) ?? '') : null;
        if (plural === null || read.exact !== null) continue;
        const words = [...read.words.slice(0, -1), plural];
        append(byWord, stem(words[0] ?? ''), { ...read, words });
      }
    }
  });
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  for (const list of byCharacter.values()) list.sort((a, b) => b.text.length - a.text.length);
  return (text) => {
    const uses = byWord.size === 0 ? [] : spaced(text, byWord, ending);
    return byCharacter.size === 0 ? uses : merged(uses, dense(text, byCharacter));
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Names are looked up by the beginning of their first word, which endings leave alone. */
function stem(first: string): string {
  return first.slice(0, 3);
}

function nameOf(name: string, term: number): Name | null {
  const found = [...name.trim().matchAll(word)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || name.trim().length < 2) return null;
  const text = name.trim();
  const between = found.slice(1).map((match, i) => gap(text.slice((found[i]?.index ?? 0) + (found[i]?.[0].length ?? 0), match.index)));
  const capitals = /^[\p{Lu}\p{N}\s\p{P}]+$/u.test(text) && text.length <= 5;
  return {
    term,
    words: found.map(([each]) => each.toLowerCase()),
    between,
    before: text.slice(0, first.index),
    after: text.slice(last.index + last[0].length),
    exact: capitals ? text : null,
  };
}

function gap(between: string): string {
  return between.replace(/\s+/g, ' ');
}

function spaced(text: string, byWord: ReadonlyMap<string, Name[]>, ending: RegExp): TermUse[] {
  const uses: TermUse[] = [];
  const words = [...text.matchAll(word)];
  for (let i = 0; i < words.length; ) {
    const use = useAt(text, words, i, { byWord, ending });
    if (use === null) i++;
    else {
      uses.push({ start: use.start, end: use.end, term: use.term });
      i += use.words;
    }
  }
  return uses;
}

function useAt(text: string, words: readonly RegExpExecArray[], i: number, { byWord, ending }: { byWord: ReadonlyMap<string, Name[]>; ending: RegExp }): (TermUse & { words: number }) | null {
  const first = words[i];
  if (first === undefined) return null;
  for (const name of byWord.get(stem(first[0].toLowerCase())) ?? []) {
    const last = words[i + name.words.length - 1];
    if (last === undefined) continue;
    const same = name.words.every((each, j) => {
      const here = words[i + j];
      if (here === undefined) return false;
      const plain = here[0].toLowerCase();
      const isLast = j === name.words.length - 1;
      if (plain !== each && !(isLast && name.after === '' && plain.startsWith(each) && ending.test(plain.slice(each.length)))) return false;
      return isLast || gap(text.slice(here.index + here[0].length, words[i + j + 1]?.index)) === name.between[j];
    });
    const start = first.index - name.before.length;
    const end = last.index + last[0].length + name.after.length;
    if (!same || start < 0 || !text.startsWith(name.before, start) || !text.startsWith(name.after, end - name.after.length)) continue;
    if (name.exact !== null && !text.slice(start, end).startsWith(name.exact)) continue;
    // A part of a longer word, such as `non-linear` or `x.weights`, is another word.
    if (/[-‐.@/\\_]$/.test(text.slice(0, start)) && name.before === '') continue;
    if (/^(?:[-‐_@/\\]|\.\p{L})/u.test(text.slice(end, end + 2))) continue;
    return { start, end, term: name.term, words: name.words.length };
  }
  return null;
}

function dense(text: string, byCharacter: ReadonlyMap<string, { term: number; text: string }[]>): TermUse[] {
  const uses: TermUse[] = [];
  for (let at = 0; at < text.length; ) {
    const name = byCharacter.get(text[at] ?? '')?.find((each) => text.startsWith(each.text, at));
    if (name === undefined) at++;
    else {
      uses.push({ start: at, end: at + name.text.length, term: name.term });
      at += name.text.length;
    }
  }
  return uses;
}

function merged(a: readonly TermUse[], b: readonly TermUse[]): TermUse[] {
  const all = [...a, ...b].sort((x, y) => x.start - y.start || y.end - x.end);
  let end = 0;
  return all.filter((use) => {
    if (use.start < end) return false;
    end = use.end;
    return true;
  });
}
