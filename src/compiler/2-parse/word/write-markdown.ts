/** A Word document as the Markdown its author would have written, and the paragraph behind each line. */
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts';
import { type Block, isPlainText, readBlocks } from './blocks.ts';
import { describe, inlineText, type InlineContext, type InlineStyle, type InlineText, isMachineMade } from './inline.ts';
import { linesOfPieces, type Piece, type WrittenLine } from './pieces.ts';
import { remarksIn, Review } from './review.ts';
import type { WordDocument, WordNode, WordPicture } from './read-word.ts';

export interface WordMarkdown {
  lines: WrittenLine[];
  /** The visible words of each paragraph, heading, list item and table row, empty ones not counted. */
  paragraphs: string[];
  pictures: WordPicture[];
  diagnostics: Diagnostic[];
}

const inText: InlineStyle = { lineBreak: 'line', pipes: false, bold: true };
const inHeading: InlineStyle = { lineBreak: 'space', pipes: false, bold: false };
const inTable: InlineStyle = { lineBreak: 'html', pipes: true, bold: true };

/** Widest table that is written; nobody reads more columns on a page. */
const mostColumns = 60;

export function writeMarkdown(file: string, document: WordDocument): WordMarkdown {
  const writer = new Writer(file, document);
  writer.writeAll(readBlocks(document));
  writer.writeNotes();
  for (const one of writer.review.diagnostics()) writer.diagnostics.push(one);
  return { lines: writer.lines, paragraphs: writer.paragraphs, pictures: [...writer.pictures], diagnostics: writer.diagnostics };
}

/** An option typed by hand, or made with a box of Word's: `( )`, `(x)`, `[x]`, `☐`. */
const typedOption = /^(?:[([][ \u00a0]?[xX✓✔*]?[ \u00a0]?[)\]]|[☐☑☒✓✔✅])(?=[\s\u00a0])/u;
/** A list item typed by hand. */
const typedItem = /^(?:[-*+•◦▪▫‣·–∙●○■□]|\d{1,3}[.)])[\s\u00a0]+\S/u;
/** `Answer: B`, in any language: the letters of the list before it matter. */
const letterAnswer = /^\p{L}[\p{L} ]{0,30}\s?[:：]\s*\(?[A-Ha-h](?:[).]|\s*$|\s*,)/u;

interface OpenItem {
  depth: number;
  /** Column at which its words begin. */
  inset: number;
}

class Writer {
  readonly lines: WrittenLine[] = [];
  readonly paragraphs: string[] = [];
  readonly pictures = new Set<WordPicture>();
  readonly diagnostics: Diagnostic[] = [];
  readonly review = new Review();
  private readonly file: string;
  private readonly document: WordDocument;
  private readonly context: InlineContext;
  private readonly items: OpenItem[] = [];
  private readonly notes: WordNode[] = [];
  /** What stands on the last line, to know what may follow without an empty line. */
  private last: 'item' | 'typed' | 'code' | 'other' = 'other';
  /** How far the words of the option that was written last are set in: a quotation after it is what is said to who chooses it. */
  private optionInset: string | null = null;
  /** Inside ``` typed by hand. */
  private fence: string | null = null;
  /** Letters of lists whose answer is given by letter. */
  private lettered = new Set<WordNode>();

  constructor(file: string, document: WordDocument) {
    this.file = file;
    this.document = document;
    this.context = {
      document,
      picture: (node, at) => this.picture(node, at),
      footnote: (node) => this.footnote(node),
      lost: (what, at) => void this.diagnostics.push(diagnose('word/not-carried', this.placeAt(at), { what })),
      remark: (what, at) => this.review.note(what, this.placeAt(at)),
    };
  }

  writeAll(blocks: readonly Block[]): void {
    if (isPlainText(blocks)) return this.writePlainText(blocks);
    this.lettered = findLettered(blocks);
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      if (block.kind === 'table') this.writeTable(block.node);
      else if (block.kind === 'code') index = this.writeCode(blocks, index);
      else if (this.writeParagraph(block, blocks[index + 1])) index++;
    }
  }

  /** Each paragraph is a line as it was typed, an empty one an empty line. */
  private writePlainText(blocks: readonly Block[]): void {
    for (const { node } of blocks) {
      this.remarksOf(node);
      const line = visibleCode(node).replaceAll('\n', ' ');
      if (line.trim() !== '') this.paragraphs.push(line);
      for (const one of linesOfPieces([{ text: line, plain: 0, same: true }], Math.max(1, this.paragraphs.length), '', '')) this.lines.push(one);
    }
  }

  /** True when the block after it, a caption, was used as well. */
  private writeParagraph(block: Exclude<Block, { kind: 'table' | 'code' }>, next: Block | undefined): boolean {
    const text = inlineText(block.node.children ?? [], this.context, block.kind === 'heading' ? inHeading : inText);
    if (text.pieces.every((piece) => piece.text.trim() === '')) {
      // An equation or a picture from elsewhere has words to point at, though nothing is written.
      if (text.plain.trim() !== '') this.paragraphs.push(text.plain);
      return false;
    }
    if (this.inFence(text)) return false;
    const pieces = trimmed(text.pieces);
    this.paragraphs.push(text.plain);
    if (block.kind === 'item') this.writeItem(block, pieces);
    else if (block.kind === 'continued' && !typedOption.test(text.plain.trim())) this.put(pieces, this.indent(), this.indent());
    else this.writeWords(block, text, pieces);
    return text.onlyPicture !== null && next?.kind === 'caption' && this.addCaption(next.node);
  }

  private writeWords(block: Exclude<Block, { kind: 'table' | 'code' }>, text: InlineText, pieces: Piece[]): void {
    const words = text.plain.trim();
    const option = typedOption.exec(words)?.[0];
    if (block.kind === 'heading') {
      this.items.length = 0;
      this.put(pieces, `${'#'.repeat(block.depth)} `, '');
    } else if (option !== undefined) {
      const indent = block.kind === 'continued' ? this.indent() : '';
      const boxed = /^[☐☑☒✓✔✅]/u.test(option) ? option === '☐' ? '[ ]' : '[x]' : null;
      this.put(boxed === null ? pieces : withoutBox(pieces, boxed), `${indent}- `, `${indent}  `, 'item', `${indent}  `);
    } else if (block.kind === 'quote') {
      const inside = this.optionInset ?? (block.inList ? this.indent() : null);
      if (inside === null) this.put(pieces, '> ', '> ');
      else this.put(pieces, `${inside}> `, `${inside}> `, 'item', this.optionInset);
    } else {
      this.items.length = 0;
      this.put(pieces, '', '', typedItem.test(words) ? 'typed' : 'other');
    }
  }

  private writeItem(item: Extract<Block, { kind: 'item' }>, pieces: Piece[]): void {
    while ((this.items.at(-1)?.depth ?? -1) >= item.depth) this.items.pop();
    const indent = this.indent();
    const letter = this.lettered.has(item.node) ? String.fromCharCode(64 + item.number) : null;
    const marker = letter !== null ? `- ${letter}) ` : item.ordered ? `${item.number}. ` : '- ';
    const inset = indent.length + (letter !== null ? 2 : marker.length);
    this.items.push({ depth: item.depth, inset });
    const box = /^[☐☑☒]/u.exec(pieces[0]?.text ?? '')?.[0];
    const option = box === undefined ? pieces : withoutBox(pieces, box === '☐' ? '[ ]' : '[x]');
    const isOption = box !== undefined || letter !== null || typedOption.test(pieces[0]?.text ?? '');
    this.put(option, indent + marker, ' '.repeat(inset), 'item', isOption ? ' '.repeat(inset) : null);
  }

  private indent(): string {
    return ' '.repeat(this.items.at(-1)?.inset ?? 0);
  }

  /** Lines of the paragraph counted last; list items that follow each other stay together. */
  private put(pieces: readonly Piece[], first: string, rest: string, kind: Writer['last'] = 'other', optionInset: string | null = null): void {
    const together = (kind === 'item' || kind === 'typed') && this.last === kind;
    if (!together) this.separate();
    for (const line of linesOfPieces(pieces, this.paragraphs.length, first, rest)) this.lines.push(line);
    this.last = kind;
    this.optionInset = optionInset;
  }

  private separate(): void {
    if (this.lines.length > 0) this.lines.push({ text: '', paragraph: Math.max(1, this.paragraphs.length - 1), runs: [] });
  }

  /** Code typed between ``` is kept to the letter. */
  private inFence(text: InlineText): boolean {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text.plain)?.[1];
    if (this.fence === null && mark === undefined) return false;
    this.paragraphs.push(text.plain);
    const closes = this.fence !== null && text.plain.trim() === this.fence;
    if (this.fence === null) {
      this.separate();
      this.fence = mark ?? null;
    } else if (closes) this.fence = null;
    for (const one of linesOfPieces([{ text: text.plain.replaceAll('\n', ' '), plain: 0, same: true }], this.paragraphs.length, '', '')) this.lines.push(one);
    this.last = 'other';
    return true;
  }

  /** Neighbouring lines of code become one block. Returns the index of its last line. */
  private writeCode(blocks: readonly Block[], from: number): number {
    const code: string[] = [];
    let index = from;
    for (; blocks[index]?.kind === 'code'; index++) {
      const { node } = blocks[index] as Block;
      this.remarksOf(node);
      code.push(visibleCode(node));
    }
    const longest = code.flatMap((line) => [...line.matchAll(/`+/g)]).reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
    const fence = '`'.repeat(longest + 1);
    const first = this.paragraphs.length + 1;
    this.separate();
    this.lines.push({ text: fence, paragraph: first, runs: [] });
    for (const line of code) {
      if (line.trim() !== '') this.paragraphs.push(line.replaceAll('\n', ' '));
      for (const one of linesOfPieces([{ text: line, plain: 0, same: true }], Math.max(first, this.paragraphs.length), '', '')) this.lines.push(one);
    }
    this.lines.push({ text: fence, paragraph: Math.max(first, this.paragraphs.length), runs: [] });
    this.last = 'code';
    this.items.length = 0;
    return index - 1;
  }

  private writeTable(table: WordNode): void {
    const rows = gridOf(table);
    const columns = Math.min(mostColumns, rows.reduce((most, row) => Math.max(most, row.length), 0));
    if (columns === 0) return;
    this.items.length = 0;
    this.separate();
    rows.forEach((row, index) => {
      let plain = '';
      const pieces: Piece[] = [];
      for (let column = 0; column < columns; column++) {
        pieces.push({ text: column === 0 ? '| ' : ' | ', plain: plain.length, same: false });
        if (column > 0) plain += ' | ';
        const cell = row[column];
        const start = plain.length;
        const text = cell === undefined || cell === null ? null : this.cellText(cell);
        if (text === null) continue;
        plain += text.plain;
        for (const one of trimmed(text.pieces).map((piece) => ({ ...piece, plain: piece.plain + start }))) pieces.push(one);
      }
      pieces.push({ text: ' |', plain: plain.length, same: false });
      this.paragraphs.push(plain);
      for (const one of linesOfPieces(pieces, this.paragraphs.length, '', '')) this.lines.push(one);
      if (index === 0) this.lines.push({ text: `|${' --- |'.repeat(columns)}`, paragraph: this.paragraphs.length, runs: [] });
    });
    this.last = 'other';
  }

  /** Paragraphs of a cell follow each other on lines of their own. */
  private cellText(cell: WordNode): InlineText {
    const paragraphs = paragraphsOf(cell);
    const nodes = paragraphs.flatMap((paragraph, index): WordNode[] => [...(index === 0 ? [] : [{ type: 'break', breakType: 'line' }]), ...bulletOf(paragraph), ...(paragraph.children ?? [])]);
    return inlineText(nodes, this.context, inTable);
  }

  private picture(node: WordNode, at: number): string | null {
    const picture = this.document.pictures.get(node);
    if (picture === undefined) return null;
    if ('address' in picture) {
      this.diagnostics.push(diagnose('media/remote', this.placeAt(at), { url: picture.address, word: true }));
      return null;
    }
    this.pictures.add(picture);
    if (isMachineMade(node)) this.diagnostics.push(diagnose('word/machine-alt', this.placeAt(at), { alt: describe(node) }));
    return pictureAddress(this.file, picture);
  }

  /** Where words are taken to the letter, the line has to do for a place. */
  private remarksOf(node: WordNode): void {
    for (const remark of remarksIn(node)) this.review.note(remark, this.placeAt(0));
  }

  /** In the paragraph that is being read, which will be counted next. */
  private placeAt(column: number): Place {
    const line = this.paragraphs.length + 1;
    return { file: this.file, start: { line, column: column + 1 }, end: { line, column: column + 2 } };
  }

  private footnote(node: WordNode): string {
    const same = (other: WordNode): boolean => other.noteId === node.noteId && other.noteType === node.noteType;
    const known = this.notes.findIndex(same);
    return String(known >= 0 ? known + 1 : this.notes.push(node));
  }

  /** Footnotes and endnotes, after everything else. A note may refer to another one. */
  writeNotes(): void {
    for (let index = 0; index < this.notes.length; index++) {
      const node = this.notes[index] as WordNode;
      const body = this.document.note(node.noteType ?? '', node.noteId ?? '')?.body ?? [];
      let first = true;
      for (const paragraph of body.flatMap(paragraphsOf)) {
        const text = inlineText(paragraph.children ?? [], this.context, inText);
        const pieces = trimmed(text.pieces);
        if (pieces.length === 0) continue;
        this.paragraphs.push(text.plain);
        this.put(pieces, first ? `[^${index + 1}]: ` : '    ', '    ');
        first = false;
      }
      if (first) this.put([{ text: '—', plain: 0, same: false }], `[^${index + 1}]: `, '');
    }
  }

  /** Into the picture that was written last. */
  private addCaption(node: WordNode): boolean {
    const { plain } = inlineText(node.children ?? [], this.context, inHeading);
    const line = this.lines.at(-1);
    const words = plain.trim();
    const closing = line === undefined ? null : /\/picture-\d+\.[a-z0-9]+(?=\))/.exec(line.text);
    if (line === undefined || closing === null || words === '') return false;
    this.paragraphs.push(plain);
    const at = closing.index + closing[0].length;
    line.text = `${line.text.slice(0, at)} "${words.replace(/[\\"]/g, '\\$&')}"${line.text.slice(at)}`;
    return true;
  }
}

/** `lesson.docx/picture-1.png`, seen from the lesson's folder; brackets and spaces as a link may hold them. */
function pictureAddress(file: string, picture: WordPicture): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return `${encodeURIComponent(name).replace(/[()']/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}/${picture.name}`;
}

/** Items of lettered lists after which an answer is given by letter: their letters must stay. */
function findLettered(blocks: readonly Block[]): Set<WordNode> {
  const found = new Set<WordNode>();
  let open: WordNode[] = [];
  let since = 0;
  for (const block of blocks) {
    if (block.kind === 'item' && /Letter$/.test(block.format)) {
      open.push(block.node);
      since = 0;
    } else if (open.length > 0) {
      if (letterAnswer.test(plainOf(block.node).trim())) for (const node of open) found.add(node);
      else if (++since < 3 && block.kind !== 'heading') continue;
      open = [];
    }
  }
  return found;
}

function plainOf(node: WordNode): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(plainOf).join('');
}

/** A line of code as typed: spaces, tabs and line breaks count. */
function visibleCode(node: WordNode): string {
  if (node.type === 'text') return (node.value ?? '').replaceAll('\u00a0', ' ');
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(visibleCode).join('');
}

function paragraphsOf(node: WordNode): WordNode[] {
  return node.type === 'paragraph' ? [node] : (node.children ?? []).flatMap(paragraphsOf);
}

function bulletOf(paragraph: WordNode): WordNode[] {
  return paragraph.numbering == null ? [] : [{ type: 'text', value: '• ' }];
}

/** Cells by row and column; null where a merged cell reaches in. */
function gridOf(table: WordNode): (WordNode | null)[][] {
  const reach: number[] = [];
  return (table.children ?? []).filter((row) => row.type === 'tableRow').map((row) => {
    const cells: (WordNode | null)[] = [];
    const fill = (): void => {
      while ((reach[cells.length] ?? 0) > 0) {
        reach[cells.length] = (reach[cells.length] ?? 0) - 1;
        cells.push(null);
      }
    };
    for (const cell of row.children ?? []) {
      fill();
      const width = Math.max(1, Math.min(cell.colSpan ?? 1, mostColumns));
      for (let k = 0; k < width && cells.length < mostColumns; k++) {
        reach[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push(k === 0 ? cell : null);
      }
    }
    fill();
    return cells;
  });
}

/** Without white space at both ends, which Markdown would read as indentation or as a line break. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  for (let first = out[0]; first !== undefined && /^\s/.test(first.text); first = out[0]) {
    const text = first.text.trimStart();
    if (text === '') out.shift();
    else out[0] = { ...first, text, plain: first.same ? first.plain + first.text.length - text.length : first.plain };
  }
  for (let last = out.at(-1); last !== undefined && /\s$/.test(last.text); last = out.at(-1)) {
    const text = last.text.trimEnd();
    if (text === '') out.pop();
    else out[out.length - 1] = { ...last, text };
  }
  return out;
}

function withoutBox(pieces: readonly Piece[], written: string): Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  const box = [...first.text][0] ?? '';
  return [{ text: written, plain: first.plain, same: false }, { ...first, text: first.text.slice(box.length), plain: first.plain + box.length }, ...rest];
}
