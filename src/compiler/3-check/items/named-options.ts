/** Which options an answer line names: `Answer: B`, `A, C`, `B) 443`, or an option's own words (authoring 1.2.4, rule 9). */
import { plainText } from '../tree.ts';
import { sameForm } from '../words.ts';
import { isOptionLetter, optionLetter } from './option-letters.ts';
import { labelOf, type RawItem } from './raw-item.ts';

const between = /[\s,;&+/、،]+(?:(?:and|und|et|y|e|و)\s+|و(?=\S$))?/u;

/** Letters named by `Answer: C` or `Answer: A, C`; [] when the answer is something else. */
export function letteredAnswers(item: RawItem): string[] {
  const answer = plainText(labelOf(item, 'a')?.blocks ?? []).normalize('NFKC');
  if (answer.length > 80) return [];
  const letters = answer.replace(/[.。]$/, '').split(between).map((word) => optionLetter(word.replace(/^\((.+)\)$|^(.+)[).]$/u, '$1$2')));
  return letters.every((letter) => isOptionLetter(letter) || item.options.some((option) => option.letter === letter)) ? letters : [];
}

/** Indices of the options that the answer names; null when it names none for certain. `texts` are the options' words. */
export function namedOptions(item: RawItem, texts: readonly string[]): Set<number> | null {
  const answer = form(plainText(labelOf(item, 'a')?.blocks ?? []));
  const whole = texts.findIndex((text) => form(text) === answer);
  if (whole >= 0 && answer !== '') return new Set([whole]);
  const letters = letteredAnswers(item).map((letter) => indexOf(letter, item));
  if (letters.length > 0) return letters.every((i) => i >= 0) ? new Set(letters) : null;
  const both = /^\(?(\p{L}{1,4}|\p{Nd})[).:]\s*(\S.*)$/u.exec(answer.slice(0, 500));
  const index = both === null ? -1 : indexOf(optionLetter(both[1] ?? ''), item);
  return both !== null && index >= 0 && form(texts[index] ?? '') === both[2] ? new Set([index]) : null;
}

/** By the letter before the option, else by its place: A is the first one. */
function indexOf(letter: string, { options }: RawItem): number {
  const written = options.findIndex((option) => option.letter === letter);
  if (written >= 0 || options.some((option) => option.letter !== null)) return written;
  const place = letter.charCodeAt(0) - 65;
  return place < options.length ? place : -1;
}

function form(words: string): string {
  return sameForm(words).replace(/[.。]$/, '');
}
