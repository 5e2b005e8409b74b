/** Changes a document's XML before it is read: what the reader would drop without a word is marked or carried, what is hidden is cut. */

import { englishStyle } from './style-names.ts';

/** Brackets around the name of something that has no text; private use, so that no author's text holds them. */
export const LOST_OPEN = '\uE7F1';
export const LOST_CLOSE = '\uE7F2';

export type Lost = 'equation' | 'chart' | 'diagram' | 'embedded document';

/** Elements of tracked changes. What was moved is gone at one place and new at another. */
const changes: Readonly<Record<string, 'insertion' | 'deletion'>> = { 'w:ins': 'insertion', 'w:moveTo': 'insertion', 'w:del': 'deletion', 'w:moveFrom': 'deletion' };
const propertyTag = /^w:(?:r|tr|tc|tbl|sect)Pr$/;

/** Bookmarks are the one thing without words that the reader hands on; no author's begins so. */
const CHANGE = `${LOST_OPEN}change ${LOST_CLOSE}`;

/** Of a bookmark that `annotate` has made. */
export function changeOf(bookmark: string): 'insertion' | 'deletion' | null {
  if (!bookmark.startsWith(CHANGE)) return null;
  return bookmark.endsWith('insertion') ? 'insertion' : 'deletion';
}

interface OpenRun {
  start: number;
  hidden: boolean;
}

/**
 * One pass over the tags, linear. Hidden text goes (it is a common place for notes to oneself); pictures marked as decorative say so in
 * their description; equations, charts and the like leave a mark where they stood.
 */
export function annotate(xml: string): string {
  const pass = new Pass();
  let from = 0;
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', from)) {
    pass.text(xml.slice(from, open));
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    pass.tag(xml.slice(open, close + 1));
    from = close + 1;
  }
  pass.text(xml.slice(from));
  return pass.result();
}

class Pass {
  private readonly out: string[] = [];
  private readonly runs: OpenRun[] = [];
  private inParagraphProperties = 0;
  /** Depth inside an equation, whose content is left out. */
  private equation = 0;
  private picture = -1;
  private lost: Lost | null = null;
  /** Depth inside properties of a run, a row or a cell, where a change is one of its looks. */
  private properties = 0;
  /** The change that was closed by the last tag: one change may be torn into several elements. */
  private ended: string | null = null;

  text(text: string): void {
    if (text !== '' && this.equation === 0) this.out.push(text);
  }

  tag(tag: string): void {
    const name = /^<\/?([\w:.-]+)/.exec(tag)?.[1] ?? '';
    const closing = tag[1] === '/';
    const empty = tag.endsWith('/>');
    if (name === 'm:oMath' || name === 'm:oMathPara') return this.mathTag(closing, empty);
    if (this.equation > 0) return;
    if (name === 'w:r' && !closing && !empty) this.runs.push({ start: this.out.length, hidden: false });
    else if (propertyTag.test(name) && !empty) this.properties += closing ? -1 : 1;
    else if (name === 'w:pPr' && !empty) this.inParagraphProperties += closing ? -1 : 1;
    else if (name === 'w:vanish' && this.inParagraphProperties === 0 && !/w:val="(?:0|false|off)"/.test(tag)) this.hide();
    else if (name === 'wp:docPr' && !closing) this.picture = this.out.length;
    else if (name.endsWith(':decorative') && /\bval="(?:1|true)"/.test(tag)) this.decorate();
    else if (name === 'c:chart') this.lost = 'chart';
    else if (name === 'dgm:relIds') this.lost = 'diagram';
    else if (name === 'w:object' && !closing) this.lost = 'embedded document';
    const change = changes[name];
    if (change !== undefined && !closing && !empty && this.properties === 0 && this.inParagraphProperties === 0 && this.ended !== name) this.out.push(`<w:bookmarkStart w:id="0" w:name="${CHANGE}${change}"/>`);
    this.ended = closing && change !== undefined ? name : null;
    this.out.push(tag);
    if (closing && name === 'w:r') this.closeRun();
    else if (closing && (name === 'w:drawing' || name === 'w:object')) this.tell();
    else if (name === 'w:altChunk' && !closing) this.out.push(`<w:p><w:r>${mark('embedded document')}</w:r></w:p>`);
  }

  private mathTag(closing: boolean, empty: boolean): void {
    if (empty) return;
    this.equation += closing ? -1 : 1;
    if (this.equation === 0) this.out.push(`<w:r>${mark('equation')}</w:r>`);
    this.equation = Math.max(0, this.equation);
  }

  private hide(): void {
    const run = this.runs.at(-1);
    if (run !== undefined) run.hidden = true;
  }

  private closeRun(): void {
    const run = this.runs.pop();
    if (run?.hidden === true) this.out.length = run.start;
  }

  private decorate(): void {
    const tag = this.out[this.picture];
    if (tag === undefined) return;
    this.out[this.picture] = tag.replace(/\sdescr="[^"]*"/, '').replace(/^<wp:docPr/, '<wp:docPr descr="decorative"');
  }

  private tell(): void {
    if (this.lost !== null) this.out.push(mark(this.lost));
    this.lost = null;
  }

  result(): string {
    return this.out.join('');
  }
}

function mark(lost: Lost): string {
  return `<w:t>${LOST_OPEN}${lost}${LOST_CLOSE}</w:t>`;
}

/** How one level of one list is numbered. */
export interface ListLevel {
  /** Lists that count on together share it. */
  counter: string;
  level: number;
  /** `decimal`, `lowerLetter`, `bullet` … */
  format: string;
  start: number;
  /** This list begins anew, even when an earlier one with the same counter went further. */
  restart: { list: string; at: number } | null;
}

/** Lists are copied one by one up to here; a document with more has been through many hands, and its lists are read without. */
const mostLists = 2000;

/**
 * The reader tells of a list item only its depth and whether it has numbers. So each list gets levels of its own, each with a name by
 * which `levels` knows the rest. The names stand where the reader keeps the style of a level.
 */
export function nameListLevels(xml: string): { xml: string; levels: Map<string, ListLevel> } {
  const levels = new Map<string, ListLevel>();
  const abstracts = new Map(elements(xml, 'w:abstractNum').map((element) => [attribute(element, 'w:abstractNumId'), element]));
  const lists = elements(xml, 'w:num');
  if (lists.length === 0 || lists.length > mostLists) return { xml, levels };
  const out: string[] = [];
  for (const list of lists) {
    const id = attribute(list, 'w:numId');
    const abstractId = valueOf(list, 'w:abstractNumId');
    const abstract = abstracts.get(abstractId);
    if (abstract === undefined) continue;
    const overrides = new Map(elements(list, 'w:lvlOverride').map((element) => [attribute(element, 'w:ilvl'), valueOf(element, 'w:startOverride')]));
    const renamed = abstract.replace(/w:abstractNumId="[^"]*"/, `w:abstractNumId="${abstractId}.${id}"`);
    out.push(mapElements(renamed, 'w:lvl', (level) => {
      const depth = attribute(level, 'w:ilvl');
      const own = valueOf(level, 'w:pStyle');
      const name = own === '' ? `lectern.${id}.${depth}` : own;
      const override = overrides.get(depth) ?? '';
      levels.set(name, {
        counter: abstractId,
        level: Number(depth) || 0,
        format: formatOf(level),
        start: Number(valueOf(level, 'w:start') || 1),
        restart: override === '' ? null : { list: `${id}.${depth}`, at: Number(override) },
      });
      return own === '' ? level.replace(/^<w:lvl\b[^>]*>/, (opening) => `${opening}<w:pStyle w:val="${name}"/>`) : level;
    }));
    out.push(`<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}.${id}"/></w:num>`);
  }
  const root = /<w:numbering\b[^>]*>/.exec(xml)?.[0];
  return root === undefined ? { xml, levels: new Map() } : { xml: `${root}${out.join('')}</w:numbering>`, levels };
}

/** A bullet that is a blank numbers nothing: some programs set paragraphs of a list item in this way. */
function formatOf(level: string): string {
  const format = valueOf(level, 'w:numFmt') || 'decimal';
  return format === 'bullet' && /<w:lvlText\s[^>]*w:val="\s*"/.test(level) ? 'none' : format;
}

/** A style of the author's own that counts as a heading, or builds on one that does, is given the heading's name: the reader goes by names. */
export function nameHeadingStyles(xml: string): string {
  const styles = new Map(elements(xml, 'w:style').map((style) => [attribute(style, 'w:styleId'), style]));
  return mapElements(xml, 'w:style', (style) => {
    if (attribute(style, 'w:type') !== 'paragraph' || headingName.test(valueOf(style, 'w:name'))) return style;
    const depth = depthOf(style, styles);
    const name = depth === null ? englishStyle(valueOf(style, 'w:name')) : `heading ${depth}`;
    return name === null ? style : style.replace(/<w:name\b[^>]*>/, `<w:name w:val="${name}"/>`);
  });
}

/** Names of Word's own whose place in the outline says nothing about headings. */
const headingName = /^(?:heading ?[1-9]|title|subtitle|toc\b.*|normal)$/i;
/** A style that builds on more others than this builds on itself. */
const mostBases = 20;

/** 1 to 9, or null for a style that is no heading. */
function depthOf(style: string, styles: ReadonlyMap<string, string>): number | null {
  let current: string | undefined = style;
  for (let step = 0; current !== undefined && step < mostBases; step++) {
    const level = valueOf(current, 'w:outlineLvl');
    if (level !== '') return Number(level) < 9 ? Number(level) + 1 : null;
    const called = valueOf(current, 'w:name');
    const named = /^heading ?([1-9])$/i.exec(englishStyle(called) ?? called)?.[1];
    if (named !== undefined) return Number(named);
    current = styles.get(valueOf(current, 'w:basedOn'));
  }
  return null;
}

/** Elements of a name that do not nest, as text. */
function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  mapElements(xml, name, (element) => {
    found.push(element);
    return '';
  });
  return found;
}

/** Replaces elements of a name that do not nest. Linear: one that is never closed ends the search. */
function mapElements(xml: string, name: string, change: (element: string) => string): string {
  const opening = new RegExp(`<${name}[\\s>]`, 'g');
  const end = `</${name}>`;
  const out: string[] = [];
  let from = 0;
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const close = xml.indexOf(end, match.index);
    if (close < 0) break;
    out.push(xml.slice(from, match.index), change(xml.slice(match.index, close + end.length)));
    from = close + end.length;
    opening.lastIndex = from;
  }
  return out.join('') + xml.slice(from);
}

function attribute(element: string, name: string): string {
  return new RegExp(`^<[^>]*\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '';
}

function valueOf(element: string, name: string): string {
  return new RegExp(`<${name}\\b[^>]*\\sw:val="([^"]*)"`).exec(element)?.[1] ?? '';
}
