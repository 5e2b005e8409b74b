/** The header in prose: `Type: Theory · Duration: 30 min Module: …`, with or without separators (authoring R5). */
import { findDelimitedKey, findHeaderKey, type HeaderKey } from './header-names.ts';
import { findLabel } from './label-names.ts';
import type { TableLanguage } from './table-language.ts';

export interface HeaderPart {
  /** Null for an unknown key, and for words before the first key: they continue the value of the line above. */
  key: HeaderKey | null;
  /** The key as written; empty for words before the first key. */
  name: string;
  /** 0-based column of the name. */
  nameFrom: number;
  /** Of an unknown key: the known one that it ends with. */
  near: string | null;
  languages: readonly TableLanguage[];
  value: string;
  /** 0-based columns of the value. */
  from: number;
  to: number;
}

/** Names of keys have at most this many words and characters. */
const MOST_WORDS = 4;
const LONGEST_NAME = 40;

/** Where a header line's words begin: after a list mark, a table's bar and bold marks. */
const opening = /^\s*(?:[-*+•·–]\s+|\|\s*)?(?:\*\*|__)?/u;

/** True when a line begins with a known header key and its colon. */
export function startsHeader(text: string): boolean {
  const from = opening.exec(text)?.[0].length ?? 0;
  const head = text.slice(from, from + 60);
  const colon = /[:：|]/.exec(head)?.index ?? -1;
  return colon > 0 && findHeaderKey(head.slice(0, colon).replace(/[*_\s]+$/u, '')) !== null;
}

/** A name, its colon and its value, at the start of a line or after a separator. */
const name = /^(\p{L}[\p{L}\p{M}'’/&.-]*(?:[^\S\n]+[\p{L}\p{M}'’/&.-]+){0,3})\s*$/u;

/** The name that a line like `Owner: IT Security` begins with, known or not; null for any other line. */
export function fieldName(text: string): string | null {
  const from = opening.exec(text)?.[0].length ?? 0;
  const head = text.slice(from, from + LONGEST_NAME + 20);
  const colon = head.search(/[:：]/);
  const found = colon < 0 ? null : wholeName(head, 0, colon);
  // What begins with a question or an answer is no header, whatever settings follow.
  const label = found === null ? null : findLabel(found);
  return label === 'q' || label === 'a' || !isColonOfName(head, colon) ? null : found;
}

/** True when a key that a header alone has stands at the start of a line or after a separator. */
export function hasHeaderKey(text: string): boolean {
  return readHeaderLine(text).some(({ key }) => key !== null && !proseLike.has(key));
}

/** Keys that begin many an ordinary sentence: they alone make no header. */
const proseLike: ReadonlySet<HeaderKey> = new Set<HeaderKey>(['code', 'title', 'feedback', 'review', 'narration', 'gate']);

interface KeyAt {
  start: number;
  end: number;
  name: string;
  /** Null for an unknown key. */
  key: HeaderKey | null;
  near: string | null;
  languages: readonly TableLanguage[];
}

/**
 * The fields on one line, in order. Linear: each colon looks back over at most four words.
 * `continues`: the line follows another of the header, whose value may have been broken in two.
 */
export function readHeaderLine(text: string, continues = false): HeaderPart[] {
  const keys = findKeys(text, continues);
  const parts: HeaderPart[] = [];
  const add = (key: KeyAt | null, from: number, to: number): void => {
    const value = trimValue(text, from, to);
    if (key !== null || value.to > value.from) {
      const { name: written = '', start = from, near = null, languages = [] } = key ?? {};
      parts.push({ key: key?.key ?? null, name: written, nameFrom: Math.max(start, text.indexOf(written, start)), near, languages, value: text.slice(value.from, value.to), ...value });
    }
  };
  add(null, opening.exec(text)?.[0].length ?? 0, keys[0]?.start ?? text.length);
  keys.forEach((key, index) => add(key, key.end, keys[index + 1]?.start ?? text.length));
  return parts;
}

function findKeys(text: string, continues: boolean): KeyAt[] {
  const keys: KeyAt[] = [];
  const first = opening.exec(text)?.[0].length ?? 0;
  // In a table's row the bar after the first cell does the work of the colon.
  const colons = /^\s*\|/.test(text) ? /[:：|]/g : /[:：]/g;
  for (let colon = colons.exec(text); colon !== null; colon = colons.exec(text)) {
    const known = keyBefore(text, colon.index, keys.at(-1)?.end ?? 0);
    const whole = colon[0] === '|' && keys.length > 0 ? null : delimited(text, first, colon.index, keys.at(-1)?.end ?? 0);
    const key = whole === null || (whole.key === null && known !== null && continues && whole.start === first) ? known : whole;
    if (key !== null) keys.push(key.key === null && known !== null ? { ...key, near: known.name } : key);
  }
  return keys;
}

/** The whole name between the start of the line, or the last separator, and a colon; null when there is too much for a name. */
function delimited(text: string, first: number, colon: number, least: number): KeyAt | null {
  const from = Math.max(least, colon - LONGEST_NAME - 8);
  const separator = /^.*(?:^|\s)[·•・|]\s+(?:\*\*|__)?(?=\S)/su.exec(text.slice(from, colon));
  const start = separator === null ? (least === 0 && from <= first && first < colon ? first : -1) : from + separator[0].length;
  const written = start < 0 ? null : wholeName(text, start, colon);
  const marks = separator !== null && /[*_]{2}$/.test(separator[0]) ? 2 : 0;
  if (written === null) return null;
  const match = findDelimitedKey(written);
  if (match === null && !isColonOfName(text, colon)) return null;
  const after = /^(?:\*\*|__)/.exec(text.slice(colon + 1, colon + 3))?.[0].length ?? 0;
  return { start: start - marks, end: colon + 1 + after, name: written, key: match?.key ?? null, near: null, languages: match?.languages ?? [] };
}

function wholeName(text: string, start: number, colon: number): string | null {
  const words = text.slice(start, colon).replace(/[*_]{1,2}\s*$/, '');
  return words.length > LONGEST_NAME ? null : name.exec(words)?.[1] ?? null;
}

/** `https://` and `10:30` have colons that end no name. */
function isColonOfName(text: string, colon: number): boolean {
  return text[colon] !== ':' || /^(?:\s|\*\*|__|$)/.test(text.slice(colon + 1, colon + 3));
}

/** The longest known key that ends at a colon and is preceded by the start, a separator or white space. */
function keyBefore(text: string, colon: number, least: number): KeyAt | null {
  const bold = /[*_]{0,2}\s*$/.exec(text.slice(Math.max(least, colon - 4), colon))?.[0].length ?? 0;
  const end = colon - bold;
  const first = Math.max(least, end - LONGEST_NAME);
  let found: KeyAt | null = null;
  let start = end;
  for (let count = 0; count < MOST_WORDS && start > first; count++) {
    while (start > first && /\s/.test(text[start - 1] ?? '')) start--;
    while (start > first && /[^\s·•・|*_]/.test(text[start - 1] ?? '')) start--;
    const match = findHeaderKey(text.slice(start, end));
    if (match !== null && !(start === first && first > least && /[^\s·•・|*_]/.test(text[start - 1] ?? ''))) {
      const marks = /[*_]{0,2}$/.exec(text.slice(Math.max(least, start - 2), start))?.[0].length ?? 0;
      const after = /^(?:\*\*|__)/.exec(text.slice(colon + 1, colon + 3))?.[0].length ?? 0;
      found = { start: start - marks, end: colon + 1 + after, name: text.slice(start, end).trim(), near: null, ...match };
    }
    if (start <= first || !/\s/.test(text[start - 1] ?? '')) break;
  }
  return found;
}

function trimValue(text: string, from: number, to: number): { from: number; to: number } {
  let [start, end] = [from, to];
  while (start < end && /[\s·•・|]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s·•・|;,]/.test(text[end - 1] ?? '')) end--;
  return { from: start, to: end };
}
