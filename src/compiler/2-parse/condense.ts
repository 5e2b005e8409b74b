/**
 * Shortens what a Markdown parser need not look into, and restores it in the tree: words, and marks that can mean one thing only.
 * The parser's time goes character by character and mark by mark; a lesson is a tenth as long without them.
 */
import type { Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { findRuns, opensBlock, type Run, type Span } from './runs.ts';

export interface Condensed {
  text: string;
  /** What the nodes hold and where they stand, as if the whole text had been parsed. */
  restore(children: readonly RootContent[]): void;
}

/** Private characters, by which a run is numbered. A text that has some of its own is left as it is. */
const FIRST_PRIVATE = 0xe000;
const PRIVATE = 0xf900 - FIRST_PRIVATE;
const standIn = /[\ue000-\uf8ff]{2}/g;

/** Two private characters stand for each run. Nothing in a run begins or ends a construct outside of it, so that no node has its border there. */
export function condense(text: string): Condensed {
  if (/[\ue000-\uf8ff]/.test(text)) return { text, restore: () => undefined };
  const runs: Run[] = [];
  const block = { brackets: false, marks: true };
  for (let line = 0; line < text.length; ) {
    const found = text.indexOf('\n', line);
    const end = found < 0 ? text.length : found;
    if (opensBlock(text, line, end)) [block.brackets, block.marks] = [false, true];
    if (!block.brackets) findRuns(text, line, end, { runs, block });
    line = end + 1;
  }
  return { text: shortened(text, runs), restore: (children) => restore(children, { text, runs, lengthened: lengthener(runs) }) };
}

function shortened(text: string, runs: readonly Run[]): string {
  let [short, at] = ['', 0];
  for (const [index, { from, to }] of runs.entries()) {
    short += text.slice(at, from) + String.fromCharCode(FIRST_PRIVATE + Math.floor(index / PRIVATE), FIRST_PRIVATE + (index % PRIVATE));
    at = to;
  }
  return short + text.slice(at);
}

interface Whole {
  text: string;
  runs: readonly Run[];
  /** From a place in the short text to the same in the whole. */
  lengthened(offset: number): number;
}

function restore(nodes: readonly Nodes[], whole: Whole): void {
  for (const node of nodes) {
    if (node.position) {
      node.position.start.offset = whole.lengthened(node.position.start.offset ?? 0);
      node.position.end.offset = whole.lengthened(node.position.end.offset ?? 0);
    }
    if ('value' in node && node.type !== 'text') node.value = node.value.replace(standIn, (pair) => wordsOf(pair, whole));
    if (!('children' in node)) continue;
    restore(node.children, whole);
    const children: Nodes[] = node.children;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child?.type !== 'text') continue;
      const pieces = piecesOf(child, whole);
      children.splice(index, 1, ...pieces);
      index += pieces.length - 1;
    }
  }
}

function runOf(pair: string, { runs }: Whole): Run | undefined {
  return runs[(pair.charCodeAt(0) - FIRST_PRIVATE) * PRIVATE + pair.charCodeAt(1) - FIRST_PRIVATE];
}

function wordsOf(pair: string, whole: Whole): string {
  const run = runOf(pair, whole);
  return run === undefined ? pair : whole.text.slice(run.from, run.to);
}

/** A text of the short tree as it is in the whole one: with its words, cut where spans stand in its runs. */
function piecesOf(node: Text, whole: Whole): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  let [value, from, at] = ['', start, 0];
  const cut = (to: number): void => {
    // The indentation of a line, or its mark of a quote, belongs to no node.
    const border = value.endsWith('\n') ? whole.text.lastIndexOf('\n', to - 1) + 1 : to;
    if (value !== '') pieces.push({ type: 'text', value, position: places(from, border) });
    value = '';
  };
  for (const { 0: pair, index } of node.value.matchAll(standIn)) {
    const run = runOf(pair, whole);
    value += node.value.slice(at, index);
    at = index + pair.length;
    let word = run?.from ?? 0;
    for (const span of run?.spans ?? []) {
      value += whole.text.slice(word, span.from);
      cut(span.from);
      pieces.push(spanNode(span, whole.text));
      word = from = span.to;
    }
    value += run === undefined ? pair : whole.text.slice(word, run.to);
  }
  value += node.value.slice(at);
  cut(end);
  return pieces;
}

function spanNode({ type, from, to }: Span, text: string): PhrasingContent {
  const position = places(from, to);
  if (type === 'inlineCode') {
    const inside = text.slice(from + 1, to - 1);
    return { type, value: /^ [^]* $/.test(inside) && /[^ ]/.test(inside) ? inside.slice(1, -1) : inside, position };
  }
  const width = type === 'strong' ? 2 : 1;
  const inside: Text = { type: 'text', value: text.slice(from + width, to - width), position: places(from + width, to - width) };
  return { type, children: [inside], position };
}

/** Only offsets are kept up. */
function places(from: number, to: number): NonNullable<Text['position']> {
  return { start: { line: 0, column: 0, offset: from }, end: { line: 0, column: 0, offset: to } };
}

function lengthener(runs: readonly Run[]): (offset: number) => number {
  // Where the text goes on after each run, in the short text, and by how much the whole is ahead there.
  const after: number[] = [];
  const ahead: number[] = [];
  let more = 0;
  for (const { from, to } of runs) {
    after.push(from - more + 2);
    more += to - from - 2;
    ahead.push(more);
  }
  return (offset) => {
    let [low, high] = [0, after.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((after[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (ahead[low - 1] ?? 0);
  };
}
