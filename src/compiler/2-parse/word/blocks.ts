/** What each paragraph of Word is: heading, list item, option, code, quotation, caption or plain words. */
import type { WordDocument, WordNode } from './read-word.ts';
import { isCode } from './inline.ts';
import { englishStyle } from './style-names.ts';
import type { ListLevel } from './word-xml.ts';

export type Block =
  | { kind: 'heading'; depth: number; node: WordNode }
  /** A list item of Word's own. `format` as in Word: `decimal`, `bullet`, `lowerLetter` … */
  | { kind: 'item'; depth: number; ordered: boolean; number: number; format: string; node: WordNode }
  /** Belongs to the list item before it, by its indentation. */
  | { kind: 'continued'; node: WordNode }
  | { kind: 'code'; node: WordNode }
  /** `inList`: it stands in the list item before it by its own numbering, as some programs write it. */
  | { kind: 'quote'; inList: boolean; node: WordNode }
  | { kind: 'caption'; node: WordNode }
  | { kind: 'table'; node: WordNode }
  | { kind: 'words'; node: WordNode };

/** Blocks in order, with what is no lesson text (tables of contents) left out and one-cell tables opened. */
export function readBlocks(document: WordDocument): Block[] {
  const nodes = document.blocks.flatMap(opened);
  const shift = nodes.some((node) => styleOf(node) === 'title') ? 1 : 0;
  const counters = new Counters(document.levels);
  let inList = false;
  return nodes.flatMap((node): Block[] => {
    const block = readBlock(node, { shift, counters, inList });
    if (block === null) return [];
    if (hasSomething(node)) inList = block.kind === 'item' || block.kind === 'continued' || (block.kind === 'quote' && block.inList);
    return [block];
  });
}

/** Plain text that was opened and saved by a word processor: every line is a paragraph in a style of fixed width. */
export function isPlainText(blocks: readonly Block[]): boolean {
  return blocks.length >= 3 && blocks.every((block) => block.kind === 'code' || !hasSomething(block.node));
}

/** A table of one cell is a frame around text. */
function opened(node: WordNode): WordNode[] {
  const rows = node.type === 'table' ? (node.children ?? []) : [];
  const cells = rows.flatMap((row) => row.children ?? []);
  if (node.type === 'table' && cells.length === 1) return (cells[0]?.children ?? []).flatMap(opened);
  return [node];
}

function hasSomething(node: WordNode): boolean {
  if (node.type === 'text') return (node.value ?? '').trim() !== '';
  if (node.type === 'image' || node.type === 'checkbox') return true;
  return (node.children ?? []).some(hasSomething);
}

/** In small letters, in English. */
function styleOf(node: WordNode): string {
  const name = node.styleName ?? node.styleId ?? '';
  return (englishStyle(name) ?? name).toLowerCase();
}

interface Surroundings {
  /** 1 where the title has a style of its own, so that “Heading 1” is a section. */
  shift: number;
  counters: Counters;
  inList: boolean;
}

function readBlock(node: WordNode, { shift, counters, inList }: Surroundings): Block | null {
  if (node.type === 'table') return { kind: 'table', node };
  if (node.type !== 'paragraph') return null;
  const style = styleOf(node);
  if (/^toc(?: ?\d| heading|heading)/.test(style)) return null;
  if (style === 'title') return { kind: 'heading', depth: 1, node };
  const heading = /^heading ?([1-9])/.exec(style);
  if (heading !== null) return { kind: 'heading', depth: Math.min(6, Number(heading[1]) + shift), node };
  if (/^(?:quote|intense quote|block ?text|quotations?)$/.test(style)) return { kind: 'quote', inList: inList && node.numbering != null, node };
  const counted = node.numbering == null ? null : counters.count(node.numbering);
  if (counted !== null && counted.format !== 'none') return { kind: 'item', ...counted, node };
  if (style === 'caption') return { kind: 'caption', node };
  if (/^(?:html preformatted|(?:source )?code(?: block)?|preformatted text|macro text|plain text code)$/.test(style) || isAllCode(node)) return { kind: 'code', node };
  if (inList && counted !== null) return { kind: 'continued', node };
  if (inList && (/^list (?:paragraph|continue)/.test(style) || /^listparagraph/.test(style))) return { kind: 'continued', node };
  return { kind: 'words', node };
}

/** Every letter in a font of fixed width: a line of code. */
function isAllCode(node: WordNode): boolean {
  let code = false;
  for (const run of node.children ?? []) {
    if (!hasSomething(run)) continue;
    if (run.type !== 'run' || !isCode(run)) return false;
    code = true;
  }
  return code;
}

/** Numbers as Word counts them: a list goes on wherever it is taken up again. */
class Counters {
  private readonly levels: ReadonlyMap<string, ListLevel>;
  private readonly counts = new Map<string, number[]>();
  private readonly restarted = new Set<string>();
  private readonly unknown = new Map<object, number>();

  constructor(levels: ReadonlyMap<string, ListLevel>) {
    this.levels = levels;
  }

  count(numbering: NonNullable<WordNode['numbering']>): { depth: number; ordered: boolean; number: number; format: string } {
    const level = this.levels.get(numbering.paragraphStyleId ?? '');
    const depth = Math.min(8, Number(numbering.level) || 0);
    if (level === undefined) {
      const number = (this.unknown.get(numbering) ?? 0) + 1;
      this.unknown.set(numbering, number);
      return { depth, ordered: numbering.isOrdered, number, format: numbering.isOrdered ? 'decimal' : 'bullet' };
    }
    const counts = this.counts.get(level.counter) ?? [];
    this.counts.set(level.counter, counts);
    if (level.restart !== null && !this.restarted.has(level.restart.list)) {
      this.restarted.add(level.restart.list);
      counts[depth] = level.restart.at - 1;
    }
    const number = (counts[depth] ?? level.start - 1) + 1;
    counts[depth] = number;
    counts.length = depth + 1;
    return { depth, ordered: level.format !== 'bullet', number, format: level.format };
  }
}
