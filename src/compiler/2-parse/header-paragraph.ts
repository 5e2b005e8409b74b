/** The header in prose: `Type: Theory · Duration: 30 min Module: …`, with or without separators (authoring R5). */
import { findHeaderKey, type HeaderKey } from './header-names.ts';
import type { TableLanguage } from './table-language.ts';

export interface HeaderPart {
  /** Null for words before the first key: they continue the value of the line above. */
  key: HeaderKey | null;
  /** The key as written. */
  name: string;
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

interface KeyAt {
  start: number;
  end: number;
  name: string;
  key: HeaderKey;
  languages: readonly TableLanguage[];
}

/** The fields on one line, in order. Linear: each colon looks back over at most four words. */
export function readHeaderLine(text: string): HeaderPart[] {
  const keys = findKeys(text);
  const parts: HeaderPart[] = [];
  const add = (key: KeyAt | null, from: number, to: number): void => {
    const value = trimValue(text, from, to);
    if (key !== null || value.to > value.from) {
      parts.push({ key: key?.key ?? null, name: key?.name ?? '', languages: key?.languages ?? [], value: text.slice(value.from, value.to), ...value });
    }
  };
  add(null, opening.exec(text)?.[0].length ?? 0, keys[0]?.start ?? text.length);
  keys.forEach((key, index) => add(key, key.end, keys[index + 1]?.start ?? text.length));
  return parts;
}

function findKeys(text: string): KeyAt[] {
  const keys: KeyAt[] = [];
  // In a table's row the bar after the first cell does the work of the colon.
  const colons = /^\s*\|/.test(text) ? /[:：|]/g : /[:：]/g;
  for (let colon = colons.exec(text); colon !== null; colon = colons.exec(text)) {
    const key = keyBefore(text, colon.index, keys.at(-1)?.end ?? 0);
    if (key !== null) keys.push(key);
  }
  return keys;
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
    while (start > first && /[^\s·•|*_]/.test(text[start - 1] ?? '')) start--;
    const match = findHeaderKey(text.slice(start, end));
    if (match !== null && !(start === first && first > least && /[^\s·•|*_]/.test(text[start - 1] ?? ''))) {
      const marks = /[*_]{0,2}$/.exec(text.slice(Math.max(least, start - 2), start))?.[0].length ?? 0;
      const after = /^(?:\*\*|__)/.exec(text.slice(colon + 1, colon + 3))?.[0].length ?? 0;
      found = { start: start - marks, end: colon + 1 + after, name: text.slice(start, end).trim(), ...match };
    }
    if (start <= first || !/\s/.test(text[start - 1] ?? '')) break;
  }
  return found;
}

function trimValue(text: string, from: number, to: number): { from: number; to: number } {
  let [start, end] = [from, to];
  while (start < end && /[\s·•|]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s·•|;,]/.test(text[end - 1] ?? '')) end--;
  return { from: start, to: end };
}
