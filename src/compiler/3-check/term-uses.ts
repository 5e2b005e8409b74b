/** Finds out whether a term's name occurs in a text, in the forms that languages give their words. */
import { sameForm, withUmlaut } from './words.ts';

/** Nothing depends on more. */
const mostCounted = 1000;

/** Endings that a name may gain: Gradient, gradients, Gradienten. */
const mostEnding = 3;

/**
 * A function that tells whether a name is used in the lesson or in the definition of another term. A hyphen ends a
 * word only for the name exactly as written: `pickle-based` uses “pickle”, `parameter-efficient` does not use “parameters”.
 */
export function usesOf(lesson: string, definitions: readonly string[]): (name: string, own: number) => boolean {
  const index = new Index(lesson);
  const others = new Index(definitions.map((text) => sameForm(text)).join(' \u2029 '));
  const single = definitions.map((text) => new Index(text));
  // In all definitions together, but not only in the term's own: there it occurs as often as in all.
  return (name, own) => index.has(name) || others.count(name) > (single[own]?.count(name) ?? 0);
}

class Index {
  readonly text: string;
  /** Words with inner hyphens, in order. */
  readonly words: string[];
  readonly at = new Map<string, number[]>();
  readonly sorted: string[];
  /** How often a word stands between hyphens. */
  readonly parts: ReadonlyMap<string, number>;

  constructor(text: string) {
    this.text = sameForm(text);
    this.words = tokens(this.text);
    this.words.forEach((word, i) => {
      const places = this.at.get(word);
      if (places === undefined) this.at.set(word, [i]);
      else places.push(i);
    });
    this.sorted = [...this.at.keys()].sort();
    const parts = new Map<string, number>();
    for (const word of this.sorted) {
      if (!word.includes('-')) continue;
      for (const part of word.split('-')) parts.set(part, (parts.get(part) ?? 0) + (this.at.get(word)?.length ?? 0));
    }
    this.parts = parts;
  }

  has(name: string): boolean {
    return this.count(name) > 0;
  }

  /** How often a name occurs, in any form. */
  count(name: string): number {
    const form = sameForm(name);
    const words = tokens(form);
    const last = words.at(-1);
    if (last === undefined || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s\p{P}\p{S}\p{M}]+$/u.test(form)) return this.text.split(form, mostCounted).length - 1;
    if (words.length === 1) return (this.parts.get(last) ?? 0) + this.forms(last).reduce((sum, word) => sum + (this.at.get(word)?.length ?? 0), 0);
    const starts = this.forms(words[0] ?? '', 0).flatMap((first) => this.at.get(first) ?? []);
    return starts.filter((i) => this.follows(words, i)).length;
  }

  follows(words: readonly string[], from: number): boolean {
    return words.every((word, j) => {
      const here = this.words[from + j];
      return here !== undefined && (here === word || (j === words.length - 1 && sameStem(here, word)));
    });
  }

  /** Words of the text that are the given word or a form of it. */
  forms(word: string, ending = mostEnding): string[] {
    const found: string[] = [];
    for (let i = lowerBound(this.sorted, word); i < this.sorted.length && this.sorted[i]?.startsWith(word) === true; i++) {
      const candidate = this.sorted[i] ?? '';
      if (candidate === word || (ending > 0 && sameStem(candidate, word))) found.push(candidate);
    }
    for (const cut of ending > 0 ? [1, 2] : []) {
      const shorter = word.slice(0, -cut);
      if (shorter.length > 2 && this.at.has(shorter) && sameStem(word, shorter)) found.push(shorter);
    }
    const changed = ending > 0 ? withUmlaut(word) : null;
    if (changed !== null) for (let i = lowerBound(this.sorted, changed); this.sorted[i]?.startsWith(changed) === true; i++) if (sameStem(this.sorted[i] ?? '', changed)) found.push(this.sorted[i] ?? '');
    const plural = `${word.slice(0, -1)}ies`;
    if (ending > 0 && word.endsWith('y') && this.at.has(plural)) found.push(plural);
    return found;
  }
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:[-’'][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}

/** The longer word is the shorter one with an ending; short words gain fewer letters. */
function sameStem(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (!long.startsWith(short)) return false;
  const ending = long.slice(short.length);
  return ending.length <= (short.length < 4 ? 1 : mostEnding) && /^['’]?\p{L}*$/u.test(ending);
}

function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
