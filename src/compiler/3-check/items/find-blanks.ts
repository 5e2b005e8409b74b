/** Finds gaps in prose: `The activation is [[ReLU]].`, and puts a node of its own in the place of each. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Prose } from '../../../course/prose.ts';
import { blankEnd } from '../../2-parse/blank-end.ts';
import { plainText, sliceText, type Offsets, type Span, type Spot } from '../tree.ts';

/** A gap as written. */
export interface RawBlank {
  /** Between the brackets. */
  words: string;
  /** With the brackets. */
  at: Span;
}

export interface WithBlanks {
  /** The same prose, with a blank node for each gap. */
  blocks: Prose;
  blanks: RawBlank[];
  /** `[[` without an end. */
  unclosed: Span[];
}

interface Finding extends Pick<WithBlanks, 'blanks' | 'unclosed'> {
  first: number;
  offsets: Offsets;
}

/** Gaps get the ids `b<first>`, `b<first + 1>` … in reading order. Code holds none (authoring 1.6 (9)). */
export function withBlanks(blocks: Prose, first: number, offsets: Offsets): WithBlanks {
  const finding: Finding = { blanks: [], unclosed: [], first, offsets };
  return { blocks: blocks.map((block) => inNode(block, finding)), blanks: finding.blanks, unclosed: finding.unclosed };
}

const holdsBlocks = new Set(['list', 'listItem', 'blockquote', 'table', 'tableRow', 'container']);

function inNode(node: RootContent, finding: Finding): RootContent {
  if (!('children' in node)) return node;
  const children = node.children as RootContent[];
  const made = holdsBlocks.has(node.type) ? children.map((child) => inNode(child, finding)) : inWords(children as PhrasingContent[], finding);
  return { ...node, children: made } as RootContent;
}

function inWords(children: readonly PhrasingContent[], finding: Finding): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let done: Spot = { child: 0, index: 0 };
  const copyTo = (spot: Spot): void => {
    for (const node of between(children, done, spot, finding.offsets)) out.push(node.type === 'text' ? node : (inNode(node, finding) as PhrasingContent));
  };
  for (let open = nextOpening(children, done); open !== null; ) {
    const { child, index } = open;
    const start = offsetOf(children[child], index, finding.offsets);
    const closed = closing(children, open);
    if (closed === null) {
      finding.unclosed.push({ start, end: start + 2 });
      open = nextOpening(children, { child, index: index + 2 });
      continue;
    }
    copyTo(open);
    done = closed.end;
    finding.blanks.push({ words: closed.words, at: { start, end: offsetOf(children[done.child], done.index - 1, finding.offsets) + 1 } });
    out.push({ type: 'blank', id: `b${finding.first + finding.blanks.length - 1}` });
    open = nextOpening(children, done);
  }
  copyTo({ child: children.length, index: 0 });
  return out;
}

function nextOpening(children: readonly PhrasingContent[], from: Spot): Spot | null {
  for (let child = from.child; child < children.length; child++) {
    const node = children[child];
    const index = node?.type === 'text' ? node.value.indexOf('[[', child === from.child ? from.index : 0) : -1;
    if (index >= 0) return { child, index };
  }
  return null;
}

/** Longer than any gap, so that a long text is not copied for each bracket in it. */
const longestGap = 600;

/** Words in a gap may be bold or code; the brackets themselves are plain. */
function closing(children: readonly PhrasingContent[], open: Spot): { words: string; end: Spot } | null {
  let words = '';
  for (let child = open.child; child < children.length && child < open.child + 20; child++) {
    const node = children[child];
    if (node === undefined || node.type === 'break') return null;
    const from = child === open.child ? open.index + 2 : 0;
    if (node.type !== 'text') {
      words += plainText([node]);
      continue;
    }
    const text = node.value.slice(from, from + longestGap);
    // Square brackets that code or bold words hold are not seen.
    const end = blankEnd(words.replace(/[[\]/\\]/g, ' ') + text, 0) - words.length;
    if (words.length > longestGap) return null;
    if (end >= 0) return { words: words + text.slice(0, end), end: { child, index: from + end + 2 } };
    if (text.includes('\n')) return null;
    words += text;
  }
  return null;
}

/** As `slice`, but with outer white space: the words around a gap keep their distance. */
function between(children: readonly PhrasingContent[], from: Spot, to: Spot, offsets: Offsets): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let child = from.child; child <= Math.min(to.child, children.length - 1); child++) {
    const node = children[child];
    if (node === undefined) continue;
    const start = child === from.child ? from.index : 0;
    const piece = node.type === 'text' ? sliceText(node, start, child === to.child ? to.index : node.value.length, offsets) : child < to.child ? node : null;
    if (piece !== null) out.push(piece);
  }
  return out;
}

function offsetOf(node: PhrasingContent | undefined, index: number, offsets: Offsets): number {
  return node?.type === 'text' ? offsets(node)(index) : 0;
}
