/** What inside a paragraph is read otherwise than Lezer does: brackets mean what is defined, tildes come in twos, blanks are read once. */
import type { DelimiterType, InlineContext, InlineParser, MarkdownConfig } from '@lezer/markdown';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { behind, rawParsers } from './raw-grammar.ts';

/** What brackets can refer to, by normal form of the label. Brackets around anything else are brackets. */
export interface Labels {
  links: ReadonlySet<string>;
  notes: ReadonlySet<string>;
}

interface Opening {
  /** Of this bracket alone, by which its content is found. */
  type: DelimiterType;
  image: boolean;
  from: number;
  to: number;
  /** A link has closed since: links do not stand in links. */
  inactive: boolean;
}

const openings = new WeakMap<InlineContext, Opening[]>();

function open(cx: InlineContext, from: number, image: boolean): number {
  const opening: Opening = { type: {}, image, from, to: from + (image ? 2 : 1), inactive: false };
  const all = openings.get(cx);
  if (all === undefined) openings.set(cx, [opening]);
  else all.push(opening);
  return cx.addDelimiter(opening.type, from, opening.to, true, false);
}

export function inlineParsers({ links, notes }: Labels): MarkdownConfig {
  const noteAt = (cx: InlineContext, at: number): number | null => {
    if (notes.size === 0) return null;
    const found = footnoteAt(cx.text, at - cx.offset);
    return found !== null && notes.has(normalizeIdentifier(found.label)) ? found.end + cx.offset : null;
  };
  const parseInline: InlineParser[] = [
    ...rawParsers,
    {
      name: 'Link',
      parse(cx, next, at) {
        if (next !== 91) return -1;
        const end = noteAt(cx, at);
        return end === null ? open(cx, at, false) : cx.addElement(cx.elt('Footnote', at, end));
      },
    },
    {
      name: 'Image',
      parse: (cx, next, at) => (next === 33 && cx.char(at + 1) === 91 && noteAt(cx, at + 1) === null ? open(cx, at, true) : -1),
    },
    { name: 'LinkEnd', parse: (cx, next, at) => (next === 93 ? close(cx, at, links) : -1) },
    { name: 'HardBreak', parse: hardBreak },
    { name: 'Strikethrough', after: 'Emphasis', parse: strikethrough },
  ];
  return { defineNodes: ['Strikethrough', 'StrikethroughMark'], parseInline };
}

function close(cx: InlineContext, at: number, links: ReadonlySet<string>): number {
  const all = openings.get(cx);
  const opening = all?.pop();
  if (all === undefined || opening === undefined || opening.inactive) return -1;
  const after = at - cx.offset + 1;
  const target = resourceAt(cx.text, after) ?? referenceAt(cx.text, after, cx.slice(opening.to, at), links);
  const index = target === null ? null : cx.findOpeningDelimiter(opening.type);
  if (target === null || index === null) return -1;
  const content = cx.takeContent(index);
  const parts = target.parts.map(({ name, from, to }) => cx.elt(name, from + cx.offset, to + cx.offset));
  if (!opening.image) for (const before of all) if (!before.image) before.inactive = true;
  return cx.addElement(cx.elt(opening.image ? 'Image' : 'Link', opening.from, target.end + cx.offset, [...content, cx.elt('LinkMark', at, at + 1), ...parts]));
}

interface Target {
  end: number;
  parts: { name: 'URL' | 'LinkTitle' | 'LinkLabel'; from: number; to: number }[];
}

const blanks = /[ \t\n]*/y;
const bracketed = /\[(?:\\[^]|[^\\[\]]){0,999}\]/y;

/** Behind the next `close` that is not escaped; null where there is none, or where something stands that must not. */
function closingAt(text: string, from: number, close: string, stop: RegExp | null): number | null {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === close) return at + 1;
    if (stop?.test(char) === true) return null;
    if (char === '\\' && text[at + 1] !== '\n') at++;
  }
  return null;
}

function titleEnd(text: string, from: number): number | null {
  const opens = text.charAt(from);
  return opens === '"' || opens === "'" || opens === '(' ? closingAt(text, from, opens === '(' ? ')' : opens, null) : null;
}

/** `(address "title")`. */
function resourceAt(text: string, at: number): Target | null {
  if (text[at] !== '(') return null;
  const parts: Target['parts'] = [];
  let end = behind(blanks, text, at + 1) ?? at + 1;
  if (text[end] !== ')') {
    const to = text[end] === '<' ? closingAt(text, end, '>', /[<\n]/) : bareEnd(text, end);
    if (to === null) return null;
    parts.push({ name: 'URL', from: end, to });
    const title = behind(blanks, text, to) ?? to;
    const closed = title > to ? titleEnd(text, title) : null;
    if (closed !== null) parts.push({ name: 'LinkTitle', from: title, to: closed });
    end = closed === null ? title : (behind(blanks, text, closed) ?? closed);
  }
  return text[end] === ')' ? { end: end + 1, parts } : null;
}

/** Brackets in an address that nobody writes. */
const deepestBrackets = 32;

function bareEnd(text: string, from: number): number | null {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127) break;
    if (code === 92 && /[()\\]/.test(text.charAt(at + 1))) at++;
    else if (code === 40 && ++depth > deepestBrackets) return null;
    else if (code === 41 && depth-- === 0) break;
  }
  return depth > 0 ? null : at;
}

/** `[label]`, `[]` or nothing, after brackets that hold `own`. */
function referenceAt(text: string, at: number, own: string, links: ReadonlySet<string>): Target | null {
  if (links.size === 0) return null;
  const end = text[at] === '[' ? behind(bracketed, text, at) : null;
  if (end !== null && end > at + 2) {
    const full = links.has(normalizeIdentifier(text.slice(at + 1, end - 1)));
    if (full) return { end, parts: [{ name: 'LinkLabel', from: at, to: end }] };
    return null;
  }
  if (!links.has(normalizeIdentifier(own))) return null;
  return end === null ? { end: at, parts: [] } : { end, parts: [{ name: 'LinkLabel', from: at, to: end }] };
}

/** `[^label]` without blanks. */
export function footnoteAt(text: string, at: number): { label: string; end: number } | null {
  if (text[at] !== '[' || text[at + 1] !== '^') return null;
  const found = /^(?:\\[[\]\\]|[^\s[\]]){1,999}(?=\])/.exec(text.slice(at + 2, at + 1010));
  return found === null ? null : { label: found[0], end: at + found[0].length + 3 };
}

function hardBreak(cx: InlineContext, next: number, at: number): number {
  if (next === 92 && cx.char(at + 1) === 10) return cx.addElement(cx.elt('HardBreak', at, at + 2));
  // Only from the first of several blanks, so that each is looked at once.
  if (next !== 32 || isBlank(cx.char(at - 1))) return -1;
  let end = at + 1;
  while (cx.char(end) === 32) end++;
  return cx.char(end) === 10 && end >= at + 2 ? cx.addElement(cx.elt('HardBreak', at, end + 1)) : -1;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

const tildes: DelimiterType = { resolve: 'Strikethrough', mark: 'StrikethroughMark' };

/** A single tilde means “about”, three are no mark either. */
function strikethrough(cx: InlineContext, next: number, at: number): number {
  if (next !== 126) return -1;
  let end = at + 1;
  while (cx.char(end) === 126) end++;
  if (end - at !== 2 || cx.char(at - 1) === 126) return -1;
  const [before, after] = [cx.slice(at - 1, at), cx.slice(end, end + 1)];
  const [blankBefore, blankAfter] = [!/\S/.test(before), !/\S/.test(after)];
  const [markBefore, markAfter] = [isMark(before), isMark(after)];
  return cx.addDelimiter(tildes, at, end, !blankAfter && (!markAfter || blankBefore || markBefore), !blankBefore && (!markBefore || blankAfter || markAfter));
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
