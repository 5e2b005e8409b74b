/** Reading an author's tree: where a piece stands, what it says, and how a run of words is cut in two without losing its place. */
import type { Html, Node, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { SourceText } from '../2-parse/source.ts';
import { singleSpaced } from './words.ts';

export interface Span {
  start: number;
  end: number;
}

/** Offsets of a node in `source.text`; a node without a place (none is expected) counts as the file's beginning. */
export function span(node: Node): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

const inlineTypes = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference', 'image', 'imageReference', 'footnoteReference', 'inlineMath', 'wordLink']);

/** Children of any node, [] for a leaf. */
export function childrenOf(node: RootContent): RootContent[] {
  return 'children' in node ? (node.children as RootContent[]) : [];
}

/** The text of leaves in reading order, block after block with a space between; without comments and HTML marks. */
export function plainText(nodes: readonly RootContent[]): string {
  const parts: string[] = [];
  // An explicit stack: quotes nested a thousand deep must not end the program.
  const stack: RootContent[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath' || node.type === 'code') parts.push(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') parts.push(node.alt ?? '');
    else if (node.type === 'blank') parts.push('___');
    else {
      if (!inlineTypes.has(node.type) && node.type !== 'html') parts.push(' ');
      const children = childrenOf(node);
      for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as RootContent);
    }
  }
  return singleSpaced(parts.join(''));
}

/** Calls `see` for every node, parents first, in reading order. */
export function walk(nodes: readonly RootContent[], see: (node: RootContent) => 'skip' | void): void {
  const stack: RootContent[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (see(node) === 'skip') continue;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as RootContent);
  }
}

/**
 * For each UTF-16 unit of a text node its offset in the source, with one more for the end. The two differ where the
 * source has what the text has not: indentation of continued lines, backslashes, `&amp;`.
 */
export function offsetsOf(node: Text | Html, source: SourceText): (index: number) => number {
  const { start, end } = span(node);
  const { value } = node;
  if (end - start === value.length) return (index) => start + index;
  const map = new Uint32Array(value.length + 1);
  let at = start;
  for (let i = 0; i < value.length; i++) {
    at = nextMatch(source.text, at, end, value.charCodeAt(i));
    map[i] = Math.min(at, end);
    at += source.text.charCodeAt(at) === 38 /* & */ && value.charCodeAt(i) !== 38 ? entityLength(source.text, at) : 1;
  }
  map[value.length] = Math.min(at, end);
  return (index) => map[index] ?? end;
}

/** Longest named character reference, with room. */
const longestEntity = 40;

function entityLength(text: string, at: number): number {
  const close = text.slice(at, at + longestEntity).indexOf(';');
  return close < 0 ? 1 : close + 1;
}

function nextMatch(text: string, from: number, end: number, unit: number): number {
  for (let at = from; at < end; at++) {
    const here = text.charCodeAt(at);
    if (here === unit || here === 38) return at;
  }
  return from;
}

/** Finds offsets in text nodes; each node is mapped once, however often it is cut. */
export type Offsets = (node: Text) => (index: number) => number;

export function rememberOffsets(source: SourceText): Offsets {
  const known = new WeakMap<Text, (index: number) => number>();
  return (node) => {
    const map = known.get(node) ?? offsetsOf(node, source);
    known.set(node, map);
    return map;
  };
}

/** A place between two characters of a paragraph: before character `index` of its child `child`. */
export interface Spot {
  child: number;
  index: number;
}

/** The children of a paragraph between two spots, as new nodes; outer white space is left out. */
export function slice(children: readonly PhrasingContent[], from: Spot, to: Spot, offsets: Offsets): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let i = from.child; i <= Math.min(to.child, children.length - 1); i++) {
    const node = children[i];
    if (node === undefined) continue;
    if (node.type !== 'text') {
      if (i < to.child) out.push(node);
      continue;
    }
    const piece = sliceText(node, i === from.child ? from.index : 0, i === to.child ? to.index : node.value.length, offsets);
    if (piece !== null) out.push(piece);
  }
  return trimEnds(out, offsets);
}

export function sliceText(node: Text, from: number, to: number, offsets: Offsets): Text | null {
  if (from >= to) return null;
  if (from === 0 && to === node.value.length) return node;
  const offset = offsets(node);
  return textNode(node.value.slice(from, to), offset(from), offset(to), node);
}

function textNode(value: string, start: number, end: number, like: Text): Text {
  const position = like.position;
  if (position === undefined) return { type: 'text', value };
  return { type: 'text', value, position: { start: { ...position.start, offset: start }, end: { ...position.end, offset: end } } };
}

/** Without white space and line breaks at both ends. */
export function trimEnds(nodes: readonly PhrasingContent[], offsets: Offsets): PhrasingContent[] {
  const out = [...nodes];
  for (let first = out[0]; first !== undefined; first = out[0]) {
    if (first.type === 'break') out.shift();
    else if (first.type === 'text') {
      const lead = first.value.length - first.value.trimStart().length;
      const rest = sliceText(first, lead, first.value.length, offsets);
      if (rest === null) out.shift();
      else {
        out[0] = rest;
        break;
      }
    } else break;
  }
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (last.type === 'break') out.pop();
    else if (last.type === 'text') {
      const rest = sliceText(last, 0, last.value.trimEnd().length, offsets);
      if (rest === null) out.pop();
      else {
        out[out.length - 1] = rest;
        break;
      }
    } else break;
  }
  return out;
}

/** Where each line begins, and the paragraph's end. */
export function linesOf(children: readonly PhrasingContent[]): Spot[] {
  const spots: Spot[] = [{ child: 0, index: 0 }];
  children.forEach((node, child) => {
    if (node.type === 'break') spots.push({ child: child + 1, index: 0 });
    if (node.type !== 'text') return;
    for (let at = node.value.indexOf('\n'); at >= 0; at = node.value.indexOf('\n', at + 1)) spots.push({ child, index: at + 1 });
  });
  return [...spots, { child: children.length, index: 0 }];
}

/** A paragraph of the given words; null when there are none. */
export function paragraphOf(children: PhrasingContent[]): Paragraph | null {
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return null;
  const paragraph: Paragraph = { type: 'paragraph', children };
  if (first.position !== undefined && last.position !== undefined) {
    paragraph.position = { start: first.position.start, end: last.position.end };
  }
  return paragraph;
}

/** A single paragraph is handed on as its words, so that it can stand in a label, a legend or a list item. */
export function unwrapped(blocks: Prose): Prose {
  const only = blocks[0];
  return blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
}

/** The engine copies shorter pieces of a text; longer ones hold on to the whole text. */
const SHORTEST_PIECE = 13;

/** Frees the positions of all nodes anywhere below `value`, and the lesson's text, of which the nodes hold pieces. */
export function forgetSource(value: unknown): void {
  if (Array.isArray(value)) for (const below of value) forgetSource(below);
  else if (typeof value === 'object' && value !== null) {
    if ('position' in value) value.position = undefined;
    // Every node of every lesson: an array of its values would be garbage at once.
    for (const name in value) {
      const holder = value as Record<string, unknown>;
      const below = holder[name];
      if (typeof below === 'object') forgetSource(below);
      else if (typeof below === 'string' && below.length >= SHORTEST_PIECE && name !== 'file') holder[name] = JSON.parse(JSON.stringify(below));
    }
  }
}
