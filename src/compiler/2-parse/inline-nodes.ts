/** What Lezer found in a paragraph, as nodes of mdast: words between marks become texts without escapes. */
import type { SyntaxNodeRef, TreeCursor } from '@lezer/common';
import type { Image, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { linesWithin, type Inset } from './insets.ts';

export interface Within {
  text: string;
  insets: readonly Inset[];
  /** In a cell a bar is escaped even in code. */
  inTable: boolean;
}

/** Where the content of a node lies, and whether its first and last blanks are none of it. */
export interface Content {
  from: number;
  to: number;
  trimmed: boolean;
}

/** Only offsets are kept up. */
export function places(from: number, to: number): NonNullable<Nodes['position']> {
  return { start: { line: 0, column: 0, offset: from }, end: { line: 0, column: 0, offset: to } };
}

/** The content of the node at the cursor. */
export function phrasing(cursor: TreeCursor, { from, to, trimmed }: Content, within: Within): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = from;
  let fresh = trimmed;
  if (cursor.firstChild()) {
    do {
      if (cursor.from < at || cursor.to > to) continue;
      const node = inlineNode(cursor, within);
      if (node === null) continue;
      addText(nodes, { from: at, to: cursor.from, begins: fresh, ends: false }, within);
      nodes.push(node);
      at = cursor.to;
      fresh = node.type === 'break';
    } while (cursor.nextSibling());
    cursor.parent();
  }
  addText(nodes, { from: at, to, begins: fresh, ends: trimmed }, within);
  return nodes;
}

interface Stretch {
  from: number;
  to: number;
  /** It begins a line, or ends the block: blanks there are nothing. */
  begins: boolean;
  ends: boolean;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function addText(nodes: PhrasingContent[], { from, to, begins, ends }: Stretch, { text, insets }: Within): void {
  let [start, end] = [from, to];
  if (begins) start = lineStart(text, start, end, insets);
  if (ends) while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start >= end) return;
  let value = text.slice(start, end);
  if (value.includes('\n')) {
    let joined = '';
    let line = start;
    for (let eol = text.indexOf('\n', line); eol >= 0 && eol < end; eol = text.indexOf('\n', line)) {
      let last = eol;
      while (last > line && isBlank(text.charCodeAt(last - 1))) last--;
      if (line === start && last === start) start = eol;
      joined += `${text.slice(Math.min(line, last), last)}\n`;
      line = lineStart(text, eol + 1, end, insets);
      if (line >= end) end = eol + 1;
    }
    value = joined + text.slice(line, Math.max(line, end));
  }
  if (value.includes('\\') || value.includes('&')) value = decodeString(value);
  nodes.push({ type: 'text', value, position: places(start, end) });
}

/** Behind the blanks and marks of quotations that a line begins with. */
function lineStart(text: string, from: number, end: number, insets: readonly Inset[]): number {
  let at = from;
  let quotes = 0;
  for (const { type } of insets) if (type === 'blockquote') quotes++;
  while (at < end && (isBlank(text.charCodeAt(at)) || (text[at] === '>' && from > 0 && text[from - 1] === '\n' && quotes-- > 0))) at++;
  return at;
}

function inlineNode(cursor: TreeCursor, within: Within): PhrasingContent | null {
  const { from, to, name } = cursor;
  const position = places(from, to);
  switch (name) {
    case 'Emphasis':
      return { type: 'emphasis', children: phrasing(cursor, { from: from + 1, to: to - 1, trimmed: false }, within), position };
    case 'StrongEmphasis':
      return { type: 'strong', children: phrasing(cursor, { from: from + 2, to: to - 2, trimmed: false }, within), position };
    case 'Strikethrough':
      return { type: 'delete', children: phrasing(cursor, { from: from + 2, to: to - 2, trimmed: false }, within), position };
    case 'InlineCode':
      return { type: 'inlineCode', value: codeValue(cursor, within), position };
    case 'HardBreak':
      return { type: 'break', position };
    case 'HTMLTag':
      return { type: 'html', value: raw(from, to, within), position };
    case 'Autolink': {
      const address = within.text.slice(from + 1, to - 1);
      const url = /^[a-z][a-z0-9+.-]{1,31}:/i.test(address) ? address : `mailto:${address}`;
      return { type: 'link', title: null, url, children: [{ type: 'text', value: address, position: places(from + 1, to - 1) }], position };
    }
    case 'Footnote': {
      const label = within.text.slice(from + 2, to - 1);
      return { type: 'footnoteReference', ...association(label), position };
    }
    case 'Link':
    case 'Image':
      return linkNode(cursor, within);
    default:
      return null;
  }
}

export function association(label: string): { identifier: string; label: string } {
  return { identifier: normalizeIdentifier(label).toLowerCase(), label: decodeString(label) };
}

function raw(from: number, to: number, { text, insets }: Within): string {
  return linesWithin(text, from, to, insets).join('\n');
}

/** Between the backticks, without one blank on both sides of what is more than blanks. */
function codeValue({ from, to }: SyntaxNodeRef, within: Within): string {
  let ticks = 1;
  while (within.text[from + ticks] === '`') ticks++;
  const inside = raw(from + ticks, to - ticks, within);
  const value = /^[ \n]/.test(inside) && /[ \n]$/.test(inside) && /[^ \n]/.test(inside) ? inside.slice(1, -1) : inside;
  return within.inTable ? value.replace(/\\\|/g, '|') : value;
}

interface Parts {
  /** Where the content ends. */
  close: number;
  url: string | null;
  title: string | null;
  label: string | null;
}

function partsOf(cursor: TreeCursor, within: Within): Parts {
  const parts: Parts = { close: cursor.to, url: null, title: null, label: null };
  if (!cursor.firstChild()) return parts;
  do {
    const { name, from, to } = cursor;
    if (name === 'LinkMark') parts.close = from;
    else if (name === 'URL') parts.url = address(within.text.slice(from, to));
    else if (name === 'LinkTitle') parts.title = title(raw(from, to, within));
    else if (name === 'LinkLabel') parts.label = raw(from + 1, to - 1, within);
  } while (cursor.nextSibling());
  cursor.parent();
  return parts;
}

export function address(written: string): string {
  return decodeString(written.startsWith('<') ? written.slice(1, -1) : written);
}

export function title(written: string): string {
  return decodeString(written.slice(1, -1));
}

function linkNode(cursor: TreeCursor, within: Within): Link | LinkReference | Image | ImageReference {
  const { from, to } = cursor;
  const image = cursor.name === 'Image';
  const parts = partsOf(cursor, within);
  const begin = from + (image ? 2 : 1);
  const children = phrasing(cursor, { from: begin, to: parts.close, trimmed: false }, within);
  const position = places(from, to);
  const alt = image ? toString(children) : '';
  if (within.text[parts.close + 1] === '(' && to > parts.close + 1) {
    const target = { title: parts.title, url: parts.url ?? '' };
    return image ? { type: 'image', ...target, alt, position } : { type: 'link', ...target, children, position };
  }
  const full = parts.label !== null && parts.label !== '';
  const own = association(full ? (parts.label ?? '') : raw(begin, parts.close, within));
  const reference = { ...own, referenceType: full ? ('full' as const) : parts.label === null ? ('shortcut' as const) : ('collapsed' as const) };
  return image ? { type: 'imageReference', alt, ...reference, position } : { type: 'linkReference', children, ...reference, position };
}
