/** Bare web addresses in prose become links (authoring 1.2.6). A pass of our own: gfm's extension doubles parsing time. */
import type { Link, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import type { SourceText } from './source.ts';
import { offsetsOf } from './text-places.ts';

export interface Address {
  start: number;
  end: number;
}

/** Marks that end a sentence or a quotation rather than an address, when they stand last. */
const trailing = /[.,;:!?'"*_~…。、，；：！？“”‘’»›]/u;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** The http and https addresses in a text, without trailing punctuation and without brackets that opened before them. Linear. */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  const scheme = /(?<![A-Za-z0-9])https?:\/\/(?=[\p{L}\p{N}[])/giu;
  for (let match = scheme.exec(text); match !== null; match = scheme.exec(text)) {
    const end = endOf(text, match.index + match[0].length);
    if (end > match.index + match[0].length) found.push({ start: match.index, end });
    scheme.lastIndex = Math.max(end, scheme.lastIndex);
  }
  return found;
}

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\s<>`。、，「」『』（）]/u.test(text[end] ?? '')) end++;
  const balance = new Map<string, number>();
  for (let i = from; i < end; i++) {
    const c = text[i] ?? '';
    const opener = closing[c];
    if (opener !== undefined) balance.set(opener, (balance.get(opener) ?? 0) - 1);
    else balance.set(c, (balance.get(c) ?? 0) + (c === '(' || c === '[' ? 1 : 0));
  }
  for (; end > from; end--) {
    const c = text[end - 1] ?? '';
    const opener = closing[c];
    if (opener !== undefined && (balance.get(opener) ?? 0) < 0) balance.set(opener, (balance.get(opener) ?? 0) + 1);
    else if (!trailing.test(c)) break;
  }
  return end;
}

/** Puts link nodes where addresses stand in text nodes; never inside links. The tree is changed in place. */
export function linkAddresses(tree: Parents, source: SourceText): void {
  for (const child of tree.children) {
    if ('children' in child && child.type !== 'link' && child.type !== 'linkReference') linkAddresses(child, source);
  }
  if (!tree.children.some((child) => child.type === 'text' && /https?:\/\//i.test(child.value))) return;
  const children: Nodes[] = tree.children.flatMap((child): Nodes[] => (child.type === 'text' ? split(child, source) : [child]));
  // A text node stands only where phrasing may stand, and is replaced by phrasing.
  (tree as { children: Nodes[] }).children = children;
}

function split(node: Text, source: SourceText): PhrasingContent[] {
  const addresses = findAddresses(node.value);
  if (addresses.length === 0) return [node];
  const offsets = offsetsOf(node, source.text);
  const pieces: PhrasingContent[] = [];
  const text = (from: number, to: number): Text => ({ type: 'text', value: node.value.slice(from, to), position: positionOf(offsets[from] ?? 0, offsets[to] ?? 0) });
  let at = 0;
  for (const { start, end } of addresses) {
    if (start > at) pieces.push(text(at, start));
    const label = text(start, end);
    const link: Link = { type: 'link', url: label.value, title: null, children: [label], ...(label.position ? { position: label.position } : {}) };
    pieces.push(link);
    at = end;
  }
  if (at < node.value.length) pieces.push(text(at, node.value.length));
  return pieces;

  function positionOf(from: number, to: number): NonNullable<Text['position']> {
    const start = source.point(from);
    const end = source.point(to);
    return { start: { ...start, offset: from }, end: { ...end, offset: to } };
  }
}
