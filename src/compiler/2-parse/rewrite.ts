/** The changes that turn the author's lines into Markdown of the same meaning, as edits that keep every place (authoring R0, R8, R9, 1.6 (1)). */
import { findBoldHeads } from './bold-heads.ts';
import { isBlank, listMarker, width, type Line, type ListMarker } from './lines.ts';
import { isUnderline, type Landmarks } from './landmarks.ts';
import type { Edit } from './source.ts';
import { findStarredNumbers, type StarredOption } from './starred-numbers.ts';

/** An open list item: where the author put it, and where it stands in the rewritten text. */
interface OpenItem {
  mark: string;
  /** Column of its marker as written. */
  column: number;
  /** Column of its text as rewritten: the indentation of what belongs to it. */
  inset: number;
}

export interface Rewriting {
  edits: Map<number, Edit[]>;
  /** Lines that begin a list item, also to a Markdown parser. */
  items: Set<number>;
  /** Lines that nest too deeply; they are left out. */
  tooDeep: number[];
}

/** Readers lose track at three levels; parsers slow down at a hundred. */
export const deepestNesting = 30;

/** `dropped` lines are left out; opaque ones stay as they are. Linear in the text. */
export function rewriteLines(lines: readonly Line[], opaque: readonly boolean[], dropped: ReadonlySet<number>, landmarks: Landmarks): Rewriting {
  const edits = new Map<number, Edit[]>();
  const rewriting: Rewriting = { edits, items: new Set(), tooDeep: [] };
  const headings = new Set(landmarks.headings.map((heading) => heading.line));
  const starred = findStarredNumbers(lines, opaque);
  const boldHeads = findBoldHeads(lines, opaque, landmarks);
  const items: OpenItem[] = [];
  lines.forEach(({ text }, index) => {
    if (dropped.has(index)) {
      edits.set(index, [{ from: 0, to: text.length, insert: '' }]);
      return;
    }
    if (isBlank(text)) return;
    const before = index === 0 || dropped.has(index - 1) || isBlank(lines[index - 1]?.text ?? '');
    const option = starred.get(index);
    const marker = opaque[index] ? null : option === undefined ? listMarker(text) : markerOf(option);
    const sibling = leaveItems(text, marker, before, items);
    if (items.length + nestingOf(text) > deepestNesting) {
      rewriting.tooDeep.push(index);
      edits.set(index, [{ from: 0, to: text.length, insert: '' }]);
      return;
    }
    if (opaque[index]) return;
    if (boldHeads.has(index)) {
      edits.set(index, [{ from: text.length, to: text.length, insert: '\n' }]);
      return;
    }
    const made = option !== undefined ? starredItem(option, index, items, rewriting) : rewriteLine(text, index, { before, marker, sibling, items, landmarks, headings, rewriting });
    if (made.length > 0) edits.set(index, made);
  });
  return rewriting;
}

function markerOf({ edit }: StarredOption): ListMarker {
  return { indent: edit.from, kind: 'bullet', mark: '-', gap: 1, length: edit.to };
}

function starredItem({ column, edit }: StarredOption, index: number, items: OpenItem[], { items: starts }: Rewriting): Edit[] {
  const indent = Math.max(items.at(-1)?.inset ?? 0, Math.min(column, 3));
  starts.add(index);
  items.push({ mark: '-', column, inset: indent + 2 });
  return [{ from: 0, to: edit.from, insert: ' '.repeat(indent) }, edit];
}

/** Closes the list items that a line does not belong to; returns the last one closed, beside which a marker stands. */
function leaveItems(text: string, marker: ListMarker | null, before: boolean, items: OpenItem[]): OpenItem | undefined {
  const column = width(/^(?:\s|&nbsp;|\u200b)*/u.exec(text)?.[0] ?? '');
  let closed: OpenItem | undefined;
  if (marker !== null) while (items.length > 0 && !belongsTo(column, marker.mark, items.at(-1))) closed = items.pop();
  else if (before) while (items.length > 0 && column < (items.at(-1)?.column ?? 0) + 2) closed = items.pop();
  return closed;
}

/** How many quotations and list items a line opens one inside the other; stops counting once there are too many. */
function nestingOf(text: string): number {
  const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let count = 0;
  while (count <= deepestNesting && mark.test(text)) count++;
  // A row of the same mark is a divider, however long.
  return count > 2 && /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(text) ? 0 : count;
}

interface Surroundings {
  /** Whether the line before is blank. */
  before: boolean;
  marker: ListMarker | null;
  /** The item just closed by this line's marker. */
  sibling: OpenItem | undefined;
  items: OpenItem[];
  landmarks: Landmarks;
  headings: ReadonlySet<number>;
  rewriting: Rewriting;
}

function rewriteLine(text: string, index: number, around: Surroundings): Edit[] {
  const { landmarks, items, before, headings, marker } = around;
  const pasted = landmarks.mode === 'pasted';
  if (index === landmarks.title || landmarks.sections.has(index) || landmarks.markers.has(index)) {
    items.length = 0;
    return standAlone(text, headings.has(index));
  }
  if (headings.has(index)) {
    items.length = 0;
    return text.trimStart().startsWith('\\#') ? [remove(text.indexOf('\\'), 1)] : [];
  }
  if (pasted && isUnderline(text) && !headings.has(index - 1)) return rule(text, before);
  if (marker !== null) return item(text, marker, index, around);
  return pasted ? continuation(text, before, items) : taskMark(text, text.length - text.trimStart().length).filter(({ insert }) => insert === 'x');
}

function remove(from: number, length: number): Edit {
  return { from, to: from + length, insert: '' };
}

/** A line that must become a paragraph of its own, whatever stands before and after it, and no list item. */
function standAlone(text: string, isHeading: boolean): Edit[] {
  if (isHeading) return text.trimStart().startsWith('\\#') ? [remove(text.indexOf('\\'), 1)] : [];
  const edits: Edit[] = [];
  const indent = text.length - text.trimStart().length;
  edits.push({ from: 0, to: indent, insert: '\n' });
  const bracket = /^(\s*(?:\*\*|__)?)\\\[/u.exec(text);
  if (bracket !== null) edits.push(remove(bracket[1]?.length ?? 0, 1));
  const number = /^\s*(?:\d{1,9}|[-+*])(?=[.)\s])/.exec(text);
  if (number !== null) edits.push({ from: number[0].length, to: number[0].length, insert: '\\' });
  const end = /\\\](?:\*\*|__)?\s*$/u.exec(text);
  if (bracket !== null && end !== null) edits.push(remove(end.index, 1));
  edits.push({ from: text.length, to: text.length, insert: '\n' });
  return edits;
}

/** A line of dashes or equals signs in pasted text is a divider; right under a paragraph Markdown would make that a heading. */
function rule(text: string, before: boolean): Edit[] {
  const edits: Edit[] = before ? [] : [{ from: 0, to: 0, insert: '\n' }];
  const marks = /=+/.exec(text);
  if (marks !== null) edits.push({ from: marks.index, to: marks.index + marks[0].length, insert: '-'.repeat(marks[0].length) });
  return edits;
}

function item(text: string, marker: ListMarker, index: number, { before, sibling, landmarks, items, rewriting }: Surroundings): Edit[] {
  const pasted = landmarks.mode === 'pasted';
  const column = width(text.slice(0, marker.indent));
  const plainMark = markdownMark(marker);
  const exotic = plainMark !== marker.mark || text.slice(0, marker.length).includes('&nbsp;') || /[^\S \t]/.test(text.slice(0, marker.length));
  const outside = items.at(-1)?.inset ?? 0;
  const own = !pasted && !exotic;
  // Markdown as the author wrote it is left alone; only what Markdown would not understand is put right.
  const indent = own ? column : outside;
  const interrupts = marker.kind === 'bullet' || /^[01]?1\D/.test(plainMark) || (sibling !== undefined && /^\d/.test(sibling.mark));
  if (indent - outside < 4 && (before || interrupts)) rewriting.items.add(index);
  const gap = own ? marker.gap : 1;
  items.push({ mark: marker.mark, column, inset: indent + plainMark.length + (own && gap > 4 ? 1 : gap) });
  const edits: Edit[] = [];
  if (!own) {
    const markStart = marker.indent;
    const markEnd = marker.length - marker.gap;
    const space = ' '.repeat(indent);
    if (text.slice(0, markStart) !== space) edits.push({ from: 0, to: markStart, insert: space });
    if (plainMark !== marker.mark) edits.push({ from: markStart, to: markEnd, insert: plainMark });
    if (text.slice(markEnd, marker.length) !== ' ') edits.push({ from: markEnd, to: marker.length, insert: ' ' });
  }
  return [...edits, ...taskMark(text, marker.length)];
}

/** Whether a marker at `column` opens an item inside `item`: further in by two columns, or by one with another mark. */
function belongsTo(column: number, mark: string, item: OpenItem | undefined): boolean {
  if (item === undefined) return true;
  const further = column - item.column;
  return further >= 2 || (further === 1 && mark.length === 1 && item.mark.length === 1 && mark !== item.mark);
}

/** `•` as `-`, `１．` as `1.`, `\-` as `-`; Markdown's own marks as they are. */
function markdownMark(marker: ListMarker): string {
  const plain = marker.mark.replace(/^\\|\\(?=[.)]$)/, '');
  if (marker.kind === 'bullet') return /^[-*+]$/.test(plain) ? plain : '-';
  return plain
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace('．', '.')
    .replace('）', ')');
}

/** `\[x\]` and `\(x\)` after a list mark as what they escape. */
function taskMark(text: string, from: number): Edit[] {
  // Two of `[*]` would make everything between them slanted.
  if (/^[[(]\*[\])]\s/.test(text.slice(from, from + 4))) return [{ from: from + 1, to: from + 2, insert: 'x' }];
  const match = /^\\([[(])([ xX]?|&nbsp;)\\?([\])])(?=\s|$)/.exec(text.slice(from, from + 16));
  if (match === null) return [];
  const [whole, open = '', mark = '', close = ''] = match;
  return [{ from, to: from + whole.length, insert: open + (mark === '&nbsp;' || mark === '' ? ' ' : mark) + close }];
}

/** Text inside or after a list, or a paragraph; in pasted text its indentation never means code. */
function continuation(text: string, before: boolean, items: readonly OpenItem[]): Edit[] {
  const space = /^(?:\s|&nbsp;|\u200b)*/u.exec(text)?.[0] ?? '';
  const inset = items.at(-1)?.inset ?? 0;
  const indent = ' '.repeat(before ? inset : Math.min(width(space), inset));
  return space === indent ? [] : [{ from: 0, to: space.length, insert: indent }];
}
