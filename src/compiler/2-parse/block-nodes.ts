/** What Lezer found in a text, as the blocks of mdast. */
import type { TreeCursor } from '@lezer/common';
import type { BlockContent, Code, Definition, DefinitionContent, FootnoteDefinition, List, ListItem, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { address, association, phrasing, places, title, type Within } from './inline-nodes.ts';
import { contentStart, linesWithin, withoutPrefix, type Inset } from './insets.ts';

type Block = BlockContent | DefinitionContent;

/** The blocks inside the node at the cursor. */
export function blocks(cursor: TreeCursor, text: string, insets: readonly Inset[]): Block[] {
  const found: Block[] = [];
  if (!cursor.firstChild()) return found;
  do {
    const block = blockNode(cursor, text, insets);
    if (block !== null) found.push(block);
  } while (cursor.nextSibling());
  cursor.parent();
  return found;
}

function blockNode(cursor: TreeCursor, text: string, insets: readonly Inset[]): Block | null {
  const { name, from, to } = cursor;
  const within: Within = { text, insets, inTable: false };
  switch (name) {
    case 'Paragraph':
    case 'Task':
      return { type: 'paragraph', children: phrasing(cursor, { from, to, trimmed: true }, within), position: places(from, to) };
    case 'Blockquote': {
      const children = blocks(cursor, text, [...insets, { type: 'blockquote', from, mark: from + 1, columns: null }]);
      return { type: 'blockquote', children, position: places(from, Math.max(to, endOf(children.at(-1)))) };
    }
    case 'BulletList':
    case 'OrderedList':
      return listNode(cursor, text, insets);
    case 'FencedCode':
      return fencedCode(cursor, within);
    case 'CodeBlock':
      return indentedCode(from, to, within);
    case 'HTMLBlock':
    case 'CommentBlock':
    case 'ProcessingInstructionBlock': {
      const start = contentStart(text, from, insets);
      return { type: 'html', value: linesWithin(text, start, to, insets).join('\n'), position: places(start, to) };
    }
    case 'HorizontalRule':
      return { type: 'thematicBreak', position: places(from, to) };
    case 'LinkReference':
      return definition(cursor, within);
    case 'FootnoteDefinition':
      return footnote(cursor, text, insets);
    case 'Table':
      return table(cursor, { ...within, inTable: true });
    default:
      return headingNode(cursor, within);
  }
}

function endOf(node: Block | ListItem | undefined): number {
  return node?.position?.end.offset ?? 0;
}

function startOf(node: Block | ListItem | undefined): number {
  return node?.position?.start.offset ?? 0;
}

const depths = { ATXHeading1: 1, ATXHeading2: 2, ATXHeading3: 3, ATXHeading4: 4, ATXHeading5: 5, ATXHeading6: 6, SetextHeading1: 1, SetextHeading2: 2 } as const;

function headingNode(cursor: TreeCursor, within: Within): Block | null {
  const { name, from, to } = cursor;
  const depth = Object.hasOwn(depths, name) ? depths[name as keyof typeof depths] : null;
  if (depth === null) return null;
  const content = { from, to, trimmed: true };
  if (cursor.firstChild()) {
    do {
      if (cursor.name !== 'HeaderMark') continue;
      if (cursor.from === from) content.from = cursor.to;
      else content.to = name.startsWith('Setext') ? within.text.lastIndexOf('\n', cursor.from - 1) : cursor.from;
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { type: 'heading', depth, children: phrasing(cursor, content, within), position: places(from, to) };
}

function listNode(cursor: TreeCursor, text: string, insets: readonly Inset[]): List {
  const children: ListItem[] = [];
  const ordered = cursor.name === 'OrderedList';
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'ListItem') children.push(listItem(cursor, text, insets));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  const start = startOf(children[0]);
  const spread = children.some((item, index) => index > 0 && areApart(text, endOf(children[index - 1]), startOf(item)));
  return { type: 'list', ordered, start: ordered ? Number.parseInt(text.slice(start, start + 9), 10) : null, spread, children, position: places(start, endOf(children.at(-1))) };
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

/** Whether a blank line stands between two neighbours. */
function areApart(text: string, end: number, start: number): boolean {
  const line = text.indexOf('\n', end);
  const next = line < 0 ? -1 : text.indexOf('\n', line + 1);
  return next >= 0 && next < start;
}

function listItem(cursor: TreeCursor, text: string, insets: readonly Inset[]): ListItem {
  let mark = { from: cursor.from, to: cursor.from };
  let task: boolean | null = null;
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'ListMark') mark = { from: cursor.from, to: cursor.to };
      else {
        if (cursor.name === 'Task') task = text[cursor.from + 1] !== ' ' && text[cursor.from + 1] !== '\t';
        break;
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }
  const children = blocks(cursor, text, [...insets, { type: 'listItem', from: mark.from, mark: mark.to, columns: null }]);
  const first = children[0];
  if (task !== null && first?.type === 'paragraph') withoutTask(first.children, first.position);
  const spread = children.some((child, index) => index > 0 && areApart(text, endOf(children[index - 1]), startOf(child)));
  // Without content the blanks behind its mark are the item's.
  while (first === undefined && isBlank(text, mark.to)) mark.to++;
  return { type: 'listItem', spread, checked: task, children, position: places(mark.from, Math.max(mark.to, endOf(children.at(-1)))) };
}

/** `[x] ` is no word of the item. */
function withoutTask(children: PhrasingContent[], position: Block['position']): void {
  const text = children[0];
  if (text?.type !== 'text' || !text.position || !position) return;
  text.value = text.value.slice(4);
  if (text.value === '') children.shift();
  else position.start.offset = text.position.start.offset = (text.position.start.offset ?? 0) + 4;
}

function indentedCode(from: number, to: number, { text, insets }: Within): Code | null {
  const start = contentStart(text, from, insets);
  const inside: readonly Inset[] = [...insets, { type: 'code', from: start, mark: start, columns: 4 }];
  const first = text.lastIndexOf('\n', from - 1) + 1;
  const [line = '', ...rest] = linesWithin(text, from, to, inside);
  const value = [withoutPrefix(text, first, from + line.length, inside), ...rest].join('\n');
  // Blanks behind the mark of an empty item.
  if (!/\S/.test(value)) return null;
  return { type: 'code', lang: null, meta: null, value, position: places(start, to) };
}

function fencedCode(cursor: TreeCursor, { text, insets }: Within): Code {
  const { from, to } = cursor;
  const [marks, info] = [[0], { from: 0, to: 0 }];
  marks.length = 0;
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'CodeMark') marks.push(cursor.from);
      else if (cursor.name === 'CodeInfo') [info.from, info.to] = [cursor.from, cursor.to];
    } while (cursor.nextSibling());
    cursor.parent();
  }
  const [, lang = null, meta = null] = /^(\S+)(?:\s+([^]*))?$/.exec(text.slice(info.from, info.to)) ?? [];
  const columns = from - contentStart(text, from, insets);
  const lines = linesWithin(text, from, to, columns === 0 ? insets : [...insets, { type: 'code', from, mark: from, columns }]);
  // What is never closed loses its last line too, if that is empty.
  const value = lines.slice(1, marks.length > 1 || lines.at(-1) === '' ? -1 : undefined).join('\n');
  return { type: 'code', lang: lang === null ? null : association(lang).label, meta: meta === null ? null : association(meta).label, value, position: places(from, to) };
}

function definition(cursor: TreeCursor, { text, insets }: Within): Definition {
  const { from, to } = cursor;
  const node: Definition = { type: 'definition', identifier: '', label: null, title: null, url: '', position: places(from, to) };
  if (!cursor.firstChild()) return node;
  const raw = (): string => linesWithin(text, cursor.from, cursor.to, insets).join('\n');
  do {
    if (cursor.name === 'LinkLabel') Object.assign(node, association(raw().slice(1, -1)));
    else if (cursor.name === 'URL') node.url = address(raw());
    else if (cursor.name === 'LinkTitle') node.title = title(raw());
  } while (cursor.nextSibling());
  cursor.parent();
  return node;
}

function footnote(cursor: TreeCursor, text: string, insets: readonly Inset[]): FootnoteDefinition {
  const { from } = cursor;
  let label = { from, to: from };
  if (cursor.firstChild()) {
    do if (cursor.name === 'FootnoteLabel') label = { from: cursor.from, to: cursor.to };
    while (label.to === from && cursor.nextSibling());
    cursor.parent();
  }
  let mark = label.to + 2;
  const children = blocks(cursor, text, [...insets, { type: 'footnoteDefinition', from, mark, columns: 4 }]);
  while (children.length === 0 && isBlank(text, mark)) mark++;
  return { type: 'footnoteDefinition', ...association(text.slice(label.from, label.to)), children, position: places(label.from - 2, Math.max(mark, endOf(children.at(-1)))) };
}

function table(cursor: TreeCursor, within: Within): Table {
  const { from, to } = cursor;
  const children: TableRow[] = [];
  let align: Table['align'] = [];
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'TableHeader' || cursor.name === 'TableRow') children.push(row(cursor, within));
      else if (cursor.name === 'TableDelimiter') align = alignments(within.text.slice(cursor.from, cursor.to));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { type: 'table', align, children, position: places(from, to) };
}

function alignments(dashes: string): NonNullable<Table['align']> {
  return [...dashes.matchAll(/(:?)-+(:?)/g)].map(([, left, right]) => (left === '' ? (right === '' ? null : 'right') : right === '' ? 'left' : 'center'));
}

/** A cell goes from its bar to the next, the last one to the end of the row. */
function row(cursor: TreeCursor, within: Within): TableRow {
  const { from, to } = cursor;
  const cells: TableCell[] = [];
  let begin = from;
  let children: PhrasingContent[] | null = null;
  let closed = false;
  const finish = (end: number): void => {
    if (children !== null) cells.push({ type: 'tableCell', children, position: places(begin, end) });
    [begin, children] = [end, []];
  };
  if (cursor.firstChild()) {
    do {
      closed = cursor.name === 'TableDelimiter';
      if (closed) finish(cursor.from);
      else if (cursor.name === 'TableCell') children = phrasing(cursor, { from: cursor.from, to: cursor.to, trimmed: false }, within);
    } while (cursor.nextSibling());
    cursor.parent();
  }
  const last = cells.at(-1);
  if (closed && last !== undefined) last.position = places(last.position?.start.offset ?? from, to);
  else finish(to);
  return { type: 'tableRow', children: cells, position: places(from, to) };
}
