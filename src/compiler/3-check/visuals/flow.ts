/** `flow`: boxes joined by arrows, some of them framed together by square brackets. */
import type { FlowNode, FlowVisual } from '../../../course/visual.ts';
import { entryOf, type Fence } from './fence-lines.ts';
import { checkCount, checkLabel } from './limits.ts';
import type { Reading } from './read-visual.ts';
import type { Report } from '../report.ts';

export const FLOW_COUNT = { what: 'boxes', least: 2, most: 16 } as const;

/** A bracket or the words between two arrows; `start` is its offset in the source. */
interface Piece {
  text: string;
  start: number;
}

const arrow = /→|⟶|➔|➜|⇒|=>|-+>/g;
const ellipsis = /^(?:…|\.{3}|⋯)$/;
const groupName = /^label\s+(\S.*?)\s*:\s*\[\s*\]$/i;

export function readFlow({ fence, lines, settings, frame, report }: Reading): FlowVisual | null {
  let groupLabel = settings.get('groups')?.value || null;
  const pieces: Piece[] = [];
  for (const line of lines) {
    const named = groupName.exec(line.text);
    if (named === null) for (const piece of cut(line.text, line.start)) pieces.push(piece);
    else groupLabel = named[1] ?? null;
  }
  const nodes = nodesOf(pieces, fence, report);
  if (nodes === null) return null;
  const boxes = pieces.filter(({ text }) => text !== '[' && text !== ']');
  return checkCount(boxes, FLOW_COUNT, fence, report) ? { kind: 'flow', ...frame, nodes, groupLabel } : null;
}

/** The chain `a → [b → c] → … → d` as nodes; null when its brackets do not match. For briefs. */
export function flowNodes(chain: string): FlowNode[] | null {
  return nodesOf(cut(chain, 0), null, null);
}

/** At arrows and around brackets; pieces of white space alone are dropped. Linear. */
function cut(text: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number): void => {
    const words = text.slice(from, to);
    const bare = words.trim();
    if (bare !== '') pieces.push({ text: bare, start: start + from + words.length - words.trimStart().length });
  };
  let from = 0;
  for (const match of text.matchAll(new RegExp(`${arrow.source}|[[\\]]`, 'g'))) {
    add(from, match.index);
    if (match[0] === '[' || match[0] === ']') pieces.push({ text: match[0], start: start + match.index });
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return pieces;
}

function nodesOf(pieces: readonly Piece[], fence: Fence | null, report: Report | null): FlowNode[] | null {
  const nodes: FlowNode[] = [];
  let open: { at: Piece; group: Extract<FlowNode, { type: 'group' }> } | null = null;
  const broken = (piece: Piece, problem: 'unclosed' | 'unopened' | 'nested' | 'empty'): null => {
    if (fence !== null) report?.add('visual/bracket', fence.place(piece.start, piece.start + 1), { problem });
    return null;
  };
  for (const piece of pieces) {
    if (piece.text === '[') {
      if (open !== null) return broken(piece, 'nested');
      open = { at: piece, group: { type: 'group', entries: [] } };
    } else if (piece.text === ']') {
      if (open === null) return broken(piece, 'unopened');
      if (open.group.entries.length === 0) return broken(open.at, 'empty');
      nodes.push(open.group);
      open = null;
    } else if (ellipsis.test(piece.text)) {
      if (open === null) nodes.push({ type: 'more' });
    } else {
      const entry = entryOf(piece.text);
      if (fence !== null && report !== null) checkLabel(entry.label, piece.start, fence, report);
      if (open === null) nodes.push({ type: 'box', entry });
      else open.group.entries.push(entry);
    }
  }
  return open === null ? nodes : broken(open.at, 'unclosed');
}
