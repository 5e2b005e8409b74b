/** Finds words in the text of a course, whatever their case and accents. Pure. */
import type { SearchLesson, SearchSpot } from '../../course/payload.ts';

/** More words than this narrow nothing. */
const WORDS_MAX = 8;
/** Characters shown before and after what was found. */
const AROUND = 60;

export interface Indexed {
  lesson: string;
  language: string;
  view: SearchSpot[0];
  id: string;
  title: string;
  text: string;
  /** Folded once, because every key asks for them. */
  foldedTitle: string;
  foldedText: string;
}

export interface Found {
  spot: Indexed;
  /** The words around the first one found. */
  extract: Piece[];
}

export interface Piece {
  text: string;
  hit: boolean;
}

/** In the order of the course. */
export function indexed(lessons: readonly SearchLesson[]): Indexed[] {
  return lessons.flatMap(({ id: lesson, language, spots }) => spots.map(([view, id, title, text]) => ({ lesson, language, view, id, title, text, foldedTitle: fold(title), foldedText: fold(text) })));
}

/** Without case, accents and ligatures; `ß` is `ss`. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ς/g, 'σ');
}

export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/[\s"“”„«»]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))].slice(0, WORDS_MAX);
}

/** Places that have every word, the best first; places as good as each other in the order of the course. */
export function find(spots: readonly Indexed[], query: string): Indexed[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const ranked: { spot: Indexed; score: number }[] = [];
  for (const spot of spots) {
    let score = spot.foldedTitle.trim() === words.join(' ') ? 20 : 0;
    for (const word of words) {
      const here = weight(spot, word);
      score = here === 0 ? -Infinity : score + here;
    }
    if (score > 0) ranked.push({ spot, score });
  }
  return ranked.sort((a, b) => b.score - a.score).map(({ spot }) => spot);
}

/** A heading says more than the text, the beginning of a word more than its middle. */
function weight({ foldedTitle, foldedText }: Indexed, word: string): number {
  const inTitle = foldedTitle.indexOf(word);
  if (inTitle >= 0) return wordBegins(foldedTitle, inTitle) ? 12 : 6;
  const inText = foldedText.indexOf(word);
  if (inText < 0) return 0;
  return wordBegins(foldedText, inText) || foldedText.includes(` ${word}`) ? 3 : 1;
}

function wordBegins(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Stretches of a text that are the words asked for, in its own letters. */
export function hits(text: string, words: readonly string[]): [from: number, to: number][] {
  const { folded, from } = mapped(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) found.push([from[at] ?? 0, from[at + word.length] ?? text.length]);
  }
  return merged(found);
}

/** The text folded character by character, and where each of its characters comes from. */
function mapped(text: string): { folded: string; from: number[] } {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let i = 0; i < piece.length; i++) from.push(at);
    folded += piece;
    at += character.length;
  }
  return { folded, from };
}

function merged(stretches: [number, number][]): [number, number][] {
  const sorted = stretches.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The words around the first one found, cut between words, with every one of them marked. */
export function extractOf(text: string, words: readonly string[]): Piece[] {
  const all = hits(text, words);
  const first = all[0];
  const middle = first?.[0] ?? 0;
  let from = Math.max(0, middle - AROUND);
  let to = Math.min(text.length, (first?.[1] ?? 0) + AROUND * 1.5);
  if (from > 0) from += Math.max(0, text.slice(from, middle).search(/\s/u) + 1);
  if (to < text.length) to = Math.max(first?.[1] ?? 0, text.slice(0, to).search(/\s\S*$/u));
  const pieces: Piece[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let at = from;
  for (const [begin, end] of all) {
    if (begin < from || end > to) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin), hit: false });
    pieces.push({ text: text.slice(begin, end), hit: true });
    at = end;
  }
  if (to > at) pieces.push({ text: text.slice(at, to), hit: false });
  return to < text.length ? [...pieces, { text: ' …', hit: false }] : pieces;
}
