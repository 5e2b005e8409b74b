/** Takes labels out of lists, quotations and tables, where Markdown has drawn the line that follows them (lazy continuation, authoring 1.4). */
import type { Blockquote, List, ListItem, Paragraph, RootContent, Table, TableRow } from 'mdast';
import { paragraphOf, plainText, slice, span, type Offsets } from '../tree.ts';
import { cutRuns, type Run, type RunOptions } from './runs.ts';

export interface Lifted {
  run: Run;
  /** Other Markdown viewers show it as part of what stands before it. */
  swallowed: boolean;
}

export interface LiftedBlock {
  /** What is left of the block; null when nothing is. */
  node: RootContent | null;
  lifted: Lifted[];
}

interface Lifting {
  options: RunOptions;
  text: string;
  lifted: Lifted[];
}

/** Labels that begin a line inside the block, in the order in which they stand; the rest of the block stays as it is. */
export function liftLabels(block: RootContent, options: RunOptions, text: string): LiftedBlock {
  const lifting: Lifting = { options, text, lifted: [] };
  const node = rest(block, { quoted: false, first: false }, lifting);
  return { node, lifted: lifting.lifted };
}

interface Around {
  quoted: boolean;
  /** The words right behind a bullet: a label there was looked for already. */
  first: boolean;
}

function rest(block: RootContent, around: Around, lifting: Lifting): RootContent | null {
  if (block.type === 'paragraph') return restOfParagraph(block, around, lifting);
  if (block.type === 'table') return restOfTable(block, lifting);
  if (block.type !== 'list' && block.type !== 'listItem' && block.type !== 'blockquote') return block;
  const before = lifting.lifted.length;
  const quoted = around.quoted || block.type === 'blockquote';
  const children = (block.children as RootContent[]).flatMap((child, i) => rest(child, { quoted, first: block.type === 'listItem' && i === 0 }, lifting) ?? []);
  if (lifting.lifted.length === before) return block;
  return children.length === 0 && block.type !== 'listItem' ? null : withChildren(block, children);
}

function withChildren(block: List | ListItem | Blockquote, children: RootContent[]): RootContent {
  return { ...block, children } as RootContent;
}

function restOfParagraph(paragraph: Paragraph, { quoted, first }: Around, lifting: Lifting): Paragraph | null {
  const runs = cutRuns(paragraph.children, lifting.options, 'labels');
  const from = runs.findIndex((run, i) => run.kind === 'label' && !(i === 0 && first) && !(quoted && isQuoted(run.at.start, lifting.text)));
  if (from < 0) return paragraph;
  for (const one of runs.slice(from).map((run, i) => ({ run, swallowed: from > 0 && i === 0 }))) lifting.lifted.push(one);
  return from === 0 ? null : paragraphOf(wordsBefore(paragraph, runs[from]?.at.start ?? 0, lifting.options.offsets));
}

/** The words of a paragraph that stand before an offset of the source. */
function wordsBefore(paragraph: Paragraph, end: number, offsets: Offsets): Paragraph['children'] {
  const child = paragraph.children.findIndex((node) => span(node).end > end);
  const node = paragraph.children[child];
  if (node === undefined) return paragraph.children;
  let index = 0;
  if (node.type === 'text') {
    const offset = offsets(node);
    while (index < node.value.length && offset(index) < end) index++;
  }
  // What is bold from the label on stays with the label.
  return slice(paragraph.children.slice(0, node.type === 'text' ? child + 1 : child), { child: 0, index: 0 }, { child, index }, offsets);
}

/** True when the line has the quotation's own mark: then the author wrote it there. */
function isQuoted(at: number, text: string): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).includes('>');
}

/** A line right under a table becomes a row of one cell. */
function restOfTable(table: Table, { options, text, lifted }: Lifting): Table {
  const from = table.children.findIndex((row, i) => i > 0 && labelsOfRow(row, options, text) !== null);
  if (from < 0) return table;
  for (const row of table.children.slice(from)) {
    const runs = labelsOfRow(row, options, text);
    // A line that goes on with the label's words.
    if (runs === null) lifted.at(-1)?.run.nodes.push({ type: 'text', value: ' ' }, ...row.children.flatMap((cell) => cell.children));
    else for (const run of runs) lifted.push({ run, swallowed: lifted.length === 0 });
  }
  return { ...table, children: table.children.slice(0, from) };
}

function labelsOfRow(row: TableRow, options: RunOptions, text: string): Run[] | null {
  const { start, end } = span(row);
  const cell = row.children[0];
  if (cell === undefined || text.slice(start, end).includes('|') || plainText([row]) === '') return null;
  const runs = cutRuns(cell.children, options, 'labels');
  return runs[0]?.kind === 'label' ? runs : null;
}
