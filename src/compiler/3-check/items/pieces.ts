/** Lays a quiz section out as a flat row of pieces, whatever mixture of lists, headings and loose lines it is written in. */
import type { Blockquote, Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findLabel, type Label } from '../../2-parse/label-names.ts';
import { plainText, span, type Span } from '../tree.ts';
import { liftLabels } from './lifted-labels.ts';
import { numberedWords } from './numbered-words.ts';
import { firstLetters, lettersAfter } from './option-letters.ts';
import { isOptionList, optionOfRun, readOptions } from './options.ts';
import type { RawOption } from './raw-item.ts';
import { cutRuns, type Run, type RunOptions } from './runs.ts';

export type Piece =
  /** A numbered entry or a heading with a number begins a question. */
  | { kind: 'start'; at: Span; number: string | null }
  /** A heading that may be the prompt of a question, or the title of a group. */
  | { kind: 'heading'; at: Span; depth: number; nodes: PhrasingContent[] }
  | { kind: 'label'; at: Span; run: Run; label: Label; swallowed: boolean }
  | { kind: 'words'; at: Span; nodes: PhrasingContent[] }
  | { kind: 'option'; at: Span; option: RawOption }
  | { kind: 'block'; at: Span; node: RootContent }
  /** A divider: what follows without a label belongs to nothing before it. */
  | { kind: 'divider'; at: Span };

export interface PieceOptions extends RunOptions {
  text: string;
}

/** Labels whose value is a list of its own, which is then not a list of questions. */
export const listLabels: ReadonlySet<Label> = new Set<Label>(['order', 'match', 'sort', 'check', 'options', 'hotspot', 'rate']);

export function piecesOf(blocks: readonly RootContent[], options: PieceOptions): Piece[] {
  const out: Piece[] = [];
  readBlocks(blocks, true, out, options);
  return out;
}

function readBlocks(blocks: readonly RootContent[], top: boolean, out: Piece[], options: PieceOptions): void {
  blocks.forEach((block, i) => {
    const follower = blocks[i + 1];
    readBlock(block, top, out, { ...options, next: follower?.type === 'paragraph' ? plainText(follower.children.slice(0, 2)).slice(0, 8) : '' });
  });
}

function readBlock(block: RootContent, top: boolean, out: Piece[], options: PieceOptions): void {
  if (block.type === 'paragraph') readParagraph(block, top, out, options);
  else if (block.type === 'heading') readHeading(block, out, options);
  else if (block.type === 'list') readList(block, top, out, options);
  else if (block.type === 'blockquote' && beginsWithLabel(block, options)) for (const child of block.children) readBlock(child, false, out, options);
  else if (block.type === 'thematicBreak') out.push({ kind: 'divider', at: span(block) });
  else pushBlock(block, out, options);
}

function readParagraph(paragraph: Paragraph, top: boolean, out: Piece[], options: PieceOptions): void {
  const [only] = paragraph.children;
  // `**Explanation**` alone on its line is a heading by other means (authoring 1.6 (1)).
  if (top && paragraph.children.length === 1 && only?.type === 'strong' && !/[:：]$/.test(plainText([only])) && labelOfHeading(only.children, options.language) !== null) {
    readHeading({ type: 'heading', depth: 6, children: only.children, ...(paragraph.position ? { position: paragraph.position } : {}) }, out, options);
    return;
  }
  const numbered = top ? numberedWords(paragraph.children, options.language, options.offsets) : null;
  if (numbered !== null) out.push({ kind: 'start', at: span(paragraph), number: numbered.number });
  for (const run of cutRuns(numbered?.rest ?? paragraph.children, { ...options, letters: lettersBelow(out.at(-1)) })) out.push(pieceOfRun(run, false));
}

/** Lettered options may stand in paragraphs of their own. */
function lettersBelow(last: Piece | undefined): readonly string[] {
  const letter = last?.kind === 'option' ? last.option.letter : null;
  return letter === null ? firstLetters : lettersAfter(letter);
}

/** `> **Why:** because.` below the options is an explanation in a box, not a remark on one of them. */
function beginsWithLabel(quote: Blockquote, options: PieceOptions): boolean {
  const first = quote.children[0];
  return first?.type === 'paragraph' && cutRuns(first.children, options, 'labels')[0]?.kind === 'label';
}

/** A block that belongs to what stands before it, followed by the labels that Markdown drew into it. */
function pushBlock(block: RootContent, out: Piece[], options: PieceOptions): void {
  const { node, lifted } = liftLabels(block, options, options.text);
  if (node !== null) out.push({ kind: 'block', at: span(node), node });
  for (const { run, swallowed } of lifted) out.push(pieceOfRun(run, swallowed));
}

function pieceOfRun(run: Run, swallowed: boolean): Piece {
  if (run.kind === 'label' && run.label !== null) return { kind: 'label', at: run.at, run, label: run.label, swallowed };
  if (run.kind === 'letter' || run.kind === 'mark') return { kind: 'option', at: run.at, option: optionOfRun(run) };
  return { kind: 'words', at: run.value, nodes: run.nodes };
}

/** `### Q1 Why does depth matter?`, `### 1. …`, `### Question 1`: a number makes it a question for certain. */
const headingNumber = /^(?:(\p{L}{1,12})[ \u00a0]?)?(\p{Nd}{1,4})(?:[.:)：]|[ \u00a0]?[—–-])?(?:\s+|$)/u;

function readHeading(heading: Heading, out: Piece[], options: PieceOptions): void {
  const children = wordsOfHeading(heading);
  const runs = cutRuns(children, options);
  const at = span(heading);
  const first = runs[0];
  if (first?.kind === 'label' && first.label === 'q') {
    out.push({ kind: 'start', at, number: first.number });
    for (const run of runs) out.push(pieceOfRun(run, false));
    return;
  }
  const label = labelOfHeading(children, options.language);
  if (label !== null) {
    const { start, end } = at;
    const run: Run = { kind: 'label', at, value: { start: end, end }, nodes: [], label, written: plainText(children), number: null, meant: null, rivals: 0 };
    out.push({ kind: 'label', at: { start, end }, run, label, swallowed: false });
    return;
  }
  const lead = children[0];
  const match = lead?.type === 'text' ? headingNumber.exec(lead.value) : null;
  if (lead?.type !== 'text' || match === null || !namesQuestion(match[1], options)) {
    out.push({ kind: 'heading', at, depth: heading.depth, nodes: heading.children });
    return;
  }
  const rest: PhrasingContent[] = [{ ...lead, value: lead.value.slice(match[0].length) }, ...children.slice(1)];
  out.push({ kind: 'start', at, number: match[2] ?? null });
  if (plainText(rest) !== '') out.push({ kind: 'heading', at, depth: heading.depth, nodes: rest });
}

const headingLabels = new Set<Label>(['a', 'why', 'hint', 'feedback', 'check', 'options']);

/** `#### Explanation` with the words below it. A single letter is no such heading. */
function labelOfHeading(children: readonly PhrasingContent[], language: string | null): Label | null {
  const words = plainText(children).replace(/\s?[:：]$/, '');
  const label = words.length < 2 || words.length > 40 ? null : findLabel(words, language);
  return label !== null && headingLabels.has(label) ? label : null;
}

/** Word processors make whole headings bold. */
function wordsOfHeading({ children }: Heading): PhrasingContent[] {
  const only = children[0];
  return children.length === 1 && only?.type === 'strong' ? only.children : children;
}

function namesQuestion(word: string | undefined, options: PieceOptions): boolean {
  if (word === undefined) return true;
  const runs = cutRuns([{ type: 'text', value: `${word}:` }], options);
  return runs[0]?.label === 'q';
}

function readList(list: List, top: boolean, out: Piece[], options: PieceOptions): void {
  const last = out.at(-1);
  const underOptions = last?.kind === 'label' && last.label === 'options' && last.run.nodes.length === 0;
  // Ideas to tick off may be written as a check list.
  const ideas = last?.kind === 'label' && last.label === 'check' && belongsToLabel(last);
  if (underOptions || (!ideas && isOptionList(list))) {
    const { options: read, lifted } = readOptions(list, options, options.text);
    for (const option of read) out.push({ kind: 'option', at: option.at, option });
    for (const { run, swallowed } of lifted) out.push(pieceOfRun(run, swallowed));
    return;
  }
  let rest: ListItem[] = [];
  list.children.forEach((entry, i) => {
    // In pasted text the steps of `Order:` and the questions may be entries of one list.
    const role = belongsToLabel(out.at(-1)) && startLabel(entry, options) === null ? 'block' : roleOf(entry, list, top, options);
    if (role === 'block') {
      rest.push(entry);
      return;
    }
    rest = flush(list, rest, out, options);
    if (role === 'question') out.push({ kind: 'start', at: span(entry), number: list.ordered === true ? numberOf(entry, list, i, options.text) : null });
    readBlocks(entry.children, false, out, options);
  });
  flush(list, rest, out, options);
}

function belongsToLabel(last: Piece | undefined): boolean {
  return last?.kind === 'label' && listLabels.has(last.label) && last.run.nodes.length === 0;
}

/** Entries that are neither questions nor labels stay together as a list of their own. */
function flush(list: List, entries: ListItem[], out: Piece[], options: PieceOptions): ListItem[] {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  const position = first.position && last.position ? { position: { start: first.position.start, end: last.position.end } } : {};
  pushBlock({ ...list, children: entries, ...position }, out, options);
  return [];
}

function roleOf(entry: ListItem, list: List, top: boolean, options: PieceOptions): 'question' | 'labels' | 'block' {
  const label = startLabel(entry, options);
  if (label === 'q') return 'question';
  if (label !== null) return 'labels';
  if (!top) return 'block';
  const hasOptions = entry.children.some((child) => child.type === 'list' && isOptionList(child));
  return list.ordered === true || hasOptions ? 'question' : 'block';
}

function startLabel(entry: ListItem, options: PieceOptions): Label | null {
  const first = entry.children[0];
  if (first?.type !== 'paragraph') return null;
  const run = cutRuns(first.children.slice(0, 2), options)[0];
  // `Wrong: 80` in a list is told from its words by itself.
  return run?.kind === 'label' && (run.meant === null || run.label === 'options') ? run.label : null;
}

/** The number as written: Markdown keeps only the first one of a list (authoring 1.6, 6). */
function numberOf(entry: ListItem, list: List, index: number, text: string): string {
  const { start } = span(entry);
  return /^\s*(\p{Nd}{1,9})/u.exec(text.slice(start, start + 20))?.[1] ?? String((list.start ?? 1) + index);
}
