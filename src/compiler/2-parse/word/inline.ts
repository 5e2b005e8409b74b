/** The inside of a paragraph of Word as Markdown: bold, italics, code, links, pictures, footnotes; what only looks like Markdown is escaped. */
import type { WordDocument, WordNode } from './read-word.ts';
import type { Piece } from './pieces.ts';
import { type Remark, remarkOf } from './review.ts';
import { LOST_CLOSE, LOST_OPEN } from './word-xml.ts';

/** What the words of a paragraph need from the document, and what they report to it. */
export interface InlineContext {
  document: WordDocument;
  /** Address of a picture, as Markdown writes it; null when it lies on another server, which is then reported. */
  picture(node: WordNode, at: number): string | null;
  /** Label of a footnote that is referred to here. */
  footnote(node: WordNode): string;
  lost(what: string, at: number): void;
  /** Somebody who reviewed the document left something here. */
  remark(what: Remark, at: number): void;
}

/** How a line break is written; `escape` are further marks that mean something here. */
export interface InlineStyle {
  lineBreak: 'line' | 'space' | 'html';
  /** In a table. */
  pipes: boolean;
  /** Headings are bold of themselves. */
  bold: boolean;
}

export interface InlineText {
  /** The words as the author sees them. */
  plain: string;
  pieces: Piece[];
  /** The only thing here is this picture. */
  onlyPicture: WordNode | null;
}

interface Marks {
  href: string | null;
  bold: boolean;
  italic: boolean;
  strike: boolean;
  code: boolean;
  raised: 'sup' | 'sub' | null;
}

interface Token extends Marks {
  /** Words `from` to `to` of the plain text, or something written as it stands. */
  kind: 'words' | 'space' | 'raw';
  from: number;
  to: number;
  raw: string;
}

const noMarks: Marks = { href: null, bold: false, italic: false, strike: false, code: false, raised: null };
const codeStyle = /^(?:html (?:code|typewriter|sample|keyboard)|(?:inline |source )?code(?: char)?|source text|verbatim char)$/i;
const codeFont = /^(?:consolas|courier(?: new)?|menlo|monaco|cascadia (?:code|mono)|lucida console|source code pro|jetbrains mono|(?:fira|roboto|dejavu sans|liberation|ubuntu|sf|ibm plex|noto sans) ?(?:code|mono)|inconsolata|andale mono)$/i;

export function isCode(run: WordNode): boolean {
  return codeStyle.test(run.styleName ?? '') || codeFont.test(run.font ?? '');
}

export function inlineText(nodes: readonly WordNode[], context: InlineContext, style: InlineStyle): InlineText {
  const reader = new Reader(context, style);
  reader.read(nodes, noMarks);
  const tokens = softened(reader.tokens);
  const pictures = reader.pictures;
  const words = tokens.some((token) => token.kind === 'words');
  const pieces: Piece[] = [];
  write(tokens, 0, { plain: reader.plain, pieces, style, after: ' ' });
  return { plain: reader.plain, pieces: pieces.filter((piece) => piece.text !== ''), onlyPicture: pictures.length === 1 && !words ? (pictures[0] ?? null) : null };
}

class Reader {
  plain = '';
  readonly tokens: Token[] = [];
  readonly pictures: WordNode[] = [];
  private readonly context: InlineContext;
  private readonly style: InlineStyle;

  constructor(context: InlineContext, style: InlineStyle) {
    this.context = context;
    this.style = style;
  }

  read(nodes: readonly WordNode[], marks: Marks): void {
    for (const node of nodes) this.readNode(node, marks);
  }

  private readNode(node: WordNode, marks: Marks): void {
    switch (node.type) {
      case 'run':
        return this.read(node.children ?? [], this.marksOf(node, marks));
      case 'hyperlink':
        return this.read(node.children ?? [], { ...marks, href: node.href ?? null });
      case 'text':
        return this.readText(node.value ?? '', marks);
      case 'tab':
        return this.words(' ', marks);
      case 'checkbox':
        return this.words(node.checked === true ? '☒' : '☐', marks);
      case 'break':
        if (node.breakType === 'line') this.lineBreak();
        return;
      case 'noteReference':
        return this.raw(`[^${this.context.footnote(node)}]`, '', { ...noMarks });
      case 'image':
        return this.readImage(node, marks);
      default:
        this.readOther(node, marks);
    }
  }

  private readOther(node: WordNode, marks: Marks): void {
    const remark = remarkOf(node);
    if (remark === null) this.read(node.children ?? [], marks);
    else this.context.remark(remark, this.plain.length);
  }

  private marksOf(run: WordNode, marks: Marks): Marks {
    const name = run.styleName ?? '';
    return {
      href: marks.href,
      bold: this.style.bold && (marks.bold || run.isBold === true || /^(?:strong|intense emphasis)$/i.test(name)),
      italic: marks.italic || run.isItalic === true || /^(?:emphasis|subtle emphasis)$/i.test(name),
      strike: marks.strike || run.isStrikethrough === true,
      code: marks.code || isCode(run),
      raised: run.verticalAlignment === 'superscript' ? 'sup' : run.verticalAlignment === 'subscript' ? 'sub' : marks.raised,
    };
  }

  private readText(text: string, marks: Marks): void {
    let from = 0;
    for (let open = text.indexOf(LOST_OPEN); open >= 0; open = text.indexOf(LOST_OPEN, from)) {
      const close = text.indexOf(LOST_CLOSE, open);
      if (close < 0) break;
      this.words(text.slice(from, open), marks);
      const what = text.slice(open + 1, close);
      this.context.lost(what, this.plain.length);
      this.raw('', `[${what}]`, noMarks);
      from = close + 1;
    }
    this.words(text.slice(from), marks);
  }

  /** White space at either end belongs to no mark. */
  private words(text: string, marks: Marks): void {
    const clean = text.replace(/[\r\n\t]/g, ' ');
    const lead = clean.length - clean.trimStart().length;
    const end = clean.trimEnd().length;
    const parts: [Token['kind'], string][] = end === 0 ? [['space', clean]] : [['space', clean.slice(0, lead)], ['words', clean.slice(lead, end)], ['space', clean.slice(end)]];
    for (const [kind, part] of parts) {
      if (part === '') continue;
      const from = this.plain.length;
      this.plain += part;
      this.tokens.push({ ...(kind === 'space' ? noMarks : marks), kind, from, to: this.plain.length, raw: '' });
    }
  }

  private raw(markdown: string, plain: string, marks: Marks): void {
    const from = this.plain.length;
    this.plain += plain;
    this.tokens.push({ ...marks, kind: 'raw', from, to: this.plain.length, raw: markdown });
  }

  private lineBreak(): void {
    const written = { line: '  \n', space: ' ', html: '<br>' }[this.style.lineBreak];
    this.raw(written, ' ', noMarks);
  }

  private readImage(node: WordNode, marks: Marks): void {
    const address = this.context.picture(node, this.plain.length);
    const alt = describe(node);
    const plain = `[picture${alt === '' ? '' : `: ${alt}`}]`;
    this.pictures.push(node);
    if (address === null) this.raw('', plain, noMarks);
    else this.raw(`![${alt.replace(/[\\[\]|]/g, '\\$&')}](${address})`, plain, { ...noMarks, href: marks.href });
  }
}

/** What machines add to a description they made themselves. */
const machineMade = /\s*(?:description automatically generated(?: with (?:low|medium|high) confidence)?|automatisch generierte beschreibung|ai-generated content may be incorrect|ki-generierte inhalte können fehlerhaft sein)\.?/gi;

/** The description of a picture on one line; what Word itself says about it left out. */
export function describe(image: WordNode): string {
  return (image.altText ?? '').replace(machineMade, '').replace(/\s+/g, ' ').trim();
}

export function isMachineMade(image: WordNode): boolean {
  return (image.altText ?? '').search(machineMade) >= 0;
}

/** White space between two words of the same mark takes it on, so that the mark is not closed and opened again. */
function softened(tokens: readonly Token[]): Token[] {
  const nextOf: (Token | undefined)[] = [];
  let next: Token | undefined;
  for (let index = tokens.length - 1; index >= 0; index--) {
    nextOf[index] = next;
    if (tokens[index]?.kind !== 'space') next = tokens[index];
  }
  let before: Token | undefined;
  return tokens.map((token, index) => {
    const after = nextOf[index];
    if (token.kind !== 'space') before = token;
    if (token.kind !== 'space' || before === undefined || after === undefined) return token;
    return {
      ...token,
      href: before.href === after.href ? before.href : null,
      bold: before.bold && after.bold,
      italic: before.italic && after.italic,
      strike: before.strike && after.strike,
      code: before.code && after.code,
      raised: before.raised === after.raised ? before.raised : null,
    };
  });
}

interface Writing {
  plain: string;
  pieces: Piece[];
  style: InlineStyle;
  /** The character that follows what is written. */
  after: string;
}

const levels = ['href', 'bold', 'italic', 'strike', 'raised', 'code'] as const;

/** Wraps stretches of the same mark, outermost first. */
function write(tokens: readonly Token[], level: number, writing: Writing): void {
  const key = levels[level];
  if (key === undefined) {
    for (const token of tokens) writeToken(token, writing);
    return;
  }
  for (let from = 0; from < tokens.length; ) {
    const value = tokens[from]?.[key];
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.[key] === value) to++;
    const group = tokens.slice(from, to);
    const after = firstCharacter(tokens[to], writing) ?? writing.after;
    if (value === null || value === false || value === undefined) write(group, level + 1, { ...writing, after });
    else writeTrimmed(group, level, value, { ...writing, after });
    from = to;
  }
}

function firstCharacter(token: Token | undefined, { plain }: Writing): string | null {
  if (token === undefined) return null;
  return token.kind === 'raw' ? (token.raw[0] ?? ' ') : (plain[token.from] ?? ' ');
}

/** A mark begins and ends at words: white space at its ends stands outside. */
function writeTrimmed(group: readonly Token[], level: number, value: string | true, writing: Writing): void {
  const first = group.findIndex((token) => token.kind !== 'space');
  const last = group.findLastIndex((token) => token.kind !== 'space');
  for (const token of first < 0 ? group : group.slice(0, first)) writeToken(token, writing);
  if (first < 0) return;
  const after = last < group.length - 1 ? ' ' : writing.after;
  writeMarked(group.slice(first, last + 1), level, value, { ...writing, after });
  for (const token of group.slice(last + 1)) writeToken(token, writing);
}

function writeMarked(group: readonly Token[], level: number, value: string | true, writing: Writing): void {
  const { plain, pieces, after } = writing;
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return;
  const key = levels[level] as (typeof levels)[number];
  const put = (text: string, at: number): void => void pieces.push({ text, plain: at, same: false });
  if (key === 'code') return writeCode(group, writing);
  const inner: Piece[] = [];
  const before = pieces.at(-1)?.text.at(-1) ?? ' ';
  if (key === 'href') {
    write(group, level + 1, { ...writing, pieces: inner, after: ']' });
    return writeLink(String(value), inner, first.from, pieces);
  }
  if (key === 'raised') {
    put(`<${value}>`, first.from);
    write(group, level + 1, { ...writing, after: '<' });
    return put(`</${value}>`, last.to);
  }
  const mark = key === 'bold' ? '**' : key === 'strike' ? '~~' : before === '*' ? '_' : '*';
  write(group, level + 1, { ...writing, pieces: inner, after: mark[0] ?? '*' });
  const written = inner.map((piece) => piece.text).join('');
  const opens = !isPunctuation(written[0] ?? ' ') || isEdge(before);
  const closes = mark === '_' ? isEdge(after) : !isPunctuation(written.at(-1) ?? ' ') || isEdge(after);
  const label = /[:：]$/.test(written);
  // What Markdown would not take for a mark is better plain than full of asterisks. Written anew, since what stands around it is other now.
  if (!opens || (!closes && !label)) return write(group, level + 1, writing);
  put(mark, first.from);
  for (const one of inner) pieces.push(one);
  put(closes ? mark : `${mark} `, last.kind === 'raw' ? last.to : Math.min(last.to, plain.length));
}

function writeLink(href: string, inner: readonly Piece[], at: number, pieces: Piece[]): void {
  const text = inner.map((piece) => piece.text).join('');
  const address = href.trim().replace(/[\s<>\\]/g, (character) => encodeURIComponent(character));
  // An address that is its own text is found as such later on.
  if (address === '' || text.trim().replace(/\\/g, '') === address) for (const one of inner) pieces.push(one);
  else pieces.push({ text: '[', plain: at, same: false }, ...inner, { text: `](<${address}>)`, plain: at, same: false });
}

function writeCode(group: readonly Token[], { plain, pieces, style }: Writing): void {
  const from = group[0]?.from ?? 0;
  const to = group.at(-1)?.to ?? from;
  const text = plain.slice(from, to);
  const longest = [...text.matchAll(/`+/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  pieces.push({ text: fence + space, plain: from, same: false });
  pieces.push(style.pipes ? { text: text.replace(/\|/g, '\\|'), plain: from, same: !text.includes('|') } : { text, plain: from, same: true });
  pieces.push({ text: space + fence, plain: to, same: false });
}

function writeToken(token: Token, { plain, pieces, style }: Writing): void {
  if (token.kind === 'raw') pieces.push({ text: token.raw, plain: token.from, same: false });
  else escapeInto(pieces, plain, token.from, token.to, style.pipes);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function isEdge(character: string): boolean {
  return character.trim() === '' || isPunctuation(character);
}

/** Backslashes before what Markdown would read as a mark, though the author only typed it. */
function escapeInto(pieces: Piece[], plain: string, from: number, to: number, pipes: boolean): void {
  let start = from;
  const special = /[\\*_<&~|]/g;
  special.lastIndex = from;
  for (let match = special.exec(plain); match !== null && match.index < to; match = special.exec(plain)) {
    const at = match.index;
    // At either end a mark of ours may follow, and join.
    const joins = at === to - 1 || (at === from && at > 0);
    if (!(joins && /[\\*_~]/.test(match[0])) && !isActive(plain, at, pipes)) continue;
    if (at > start) pieces.push({ text: plain.slice(start, at), plain: start, same: true });
    pieces.push({ text: '\\', plain: at, same: false });
    start = at;
  }
  if (to > start) pieces.push({ text: plain.slice(start, to), plain: start, same: true });
}

function isActive(plain: string, at: number, pipes: boolean): boolean {
  const character = plain[at] ?? '';
  const next = plain[at + 1] ?? ' ';
  const before = plain[at - 1] ?? ' ';
  if (character === '\\') return /[!-/:-@[-`{-~]/.test(next);
  if (character === '*') return before.trim() !== '' || (next.trim() !== '' && next !== '*') || next === '*';
  if (character === '_') return !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(next));
  if (character === '<') return /[A-Za-z/!?]/.test(next);
  if (character === '&') return /^&#?[A-Za-z0-9]{1,40};/.test(plain.slice(at, at + 44));
  if (character === '~') return next === '~' || before === '~';
  return pipes;
}
