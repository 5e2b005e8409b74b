/** From the flat tree to sections: headings in either form get their role, sub-headings their level (authoring R6, R7). */
import type { Definition, FootnoteDefinition, Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SectionRole } from '../../course/course.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { namesKey, readKey } from './answer-keys.ts';
import type { SectionNode } from './document.ts';
import { isSlideMarker, type Landmarks } from './landmarks.ts';
import { findNearSections } from './near-sections.ts';
import { commonLanguage, findHeadingSection, findSection, type SectionMatch } from './section-names.ts';
import type { SourceText } from './source.ts';

export interface Outline {
  title: Heading | Paragraph | null;
  sections: SectionNode[];
  definitions: (Definition | FootnoteDefinition)[];
  /** Of each known section, for guessing the lesson's language. */
  matches: SectionMatch[];
  diagnostics: Diagnostic[];
}

/** Roles whose sub-headings R7 finds in pasted text. */
const contentLike: ReadonlySet<SectionRole> = new Set<SectionRole>(['content', 'primer', 'example']);

/** A heading of either form, before it is known what it opens. */
interface Mark {
  node: Heading | Paragraph;
  /** Null for a stand-alone line. */
  depth: number | null;
  match: SectionMatch | null;
}

/** `language`: what the lesson says of itself, or null. */
export function outlineSections(tree: Root, source: SourceText, landmarks: Landmarks, language: string | null): Outline {
  const lineOf = (node: RootContent): number => source.point(node.position?.start.offset ?? 0).line - 1;
  const definitions = collectDefinitions(tree);
  const blocks = tree.children.filter((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition');
  const title = blocks.find((node): node is Heading | Paragraph => (node.type === 'heading' || node.type === 'paragraph') && lineOf(node) === landmarks.title) ?? null;
  const body = title === null ? blocks : blocks.filter((node) => node !== title);
  const marks = new Map<RootContent, Mark>();
  for (const node of body) {
    if (node.type === 'heading') marks.set(node, { node, depth: node.depth, match: findHeadingSection(toString(node)) });
    const match = node.type === 'paragraph' ? landmarks.sections.get(lineOf(node)) : undefined;
    if (node.type === 'paragraph' && match !== undefined && isWholeLine(node, source)) marks.set(node, { node, depth: null, match });
  }
  const level = sectionLevel([...marks.values()]);
  const builder = new SectionBuilder(source, level);
  for (const node of body) builder.add(node, marks.get(node));
  const sections = builder.finish();
  withholdKeys(sections, source);
  const unknown = builder.unknown;
  for (const section of landmarks.mode === 'pasted' ? sections : []) {
    for (const one of section.blocks.filter((block): block is Paragraph => block.type === 'paragraph' && readsAsHeading(block, source))) unknown.push(one);
    if (contentLike.has(section.role)) findSubheadings(section, source);
  }
  const lone = landmarks.mode === 'pasted' ? [] : sections.flatMap(({ blocks }) => blocks.filter((block): block is Paragraph => block.type === 'paragraph' && (readsAsHeading(block, source) || readsAsLeadIn(block, source))));
  const matches = [...marks.values()].flatMap((mark) => (mark.match === null ? [] : [mark.match]));
  const near = findNearSections(
    [...unknown.map((node) => ({ node, heading: true })), ...lone.map((node) => ({ node, heading: false }))].map(({ node, heading }) => ({ words: toString(node), place: placeOf(node, source), heading, below: below(node, source) })),
    new Set(sections.map((section) => section.role)),
    (language ?? commonLanguage(matches))?.split('-')[0]?.toLowerCase() ?? null,
  );
  const bold = sections.flatMap((section) => (landmarks.mode === 'pasted' || !contentLike.has(section.role) ? [] : boldHeadings(section, source)));
  const all = title === null ? [...marks.values()] : [{ node: title, depth: title.type === 'heading' ? title.depth : null, match: null }, ...marks.values()];
  return { title, sections, definitions, matches, diagnostics: [...headingJumps(all, source), ...near, ...reportBold(bold.filter((node) => !near.some(({ line }) => line === placeOf(node, source).start.line)), source)] };
}

/** “Answers” below a quiz may be the subject of the lesson; a row of numbered answers is for nobody's eyes. */
function withholdKeys(sections: readonly SectionNode[], source: SourceText): void {
  const quiz = sections.findIndex(({ role }) => role === 'quiz');
  for (const section of quiz < 0 ? [] : sections.slice(quiz)) {
    const [first, last] = [section.blocks[0], section.blocks.at(-1)];
    if (section.known || section.role !== 'content' || first === undefined || !namesKey(section.title ?? '')) continue;
    if (readKey(source.text.slice(first.position?.start.offset, last?.position?.end.offset)) !== null) section.role = 'notes';
  }
}

/** The depth at which sections stand: the least at which two known ones do, else the least there is. */
function sectionLevel(marks: readonly Mark[]): number {
  const depths = marks.flatMap(({ depth }) => (depth === null ? [] : [depth]));
  const known = marks.flatMap(({ depth, match }) => (depth === null || match === null ? [] : [depth]));
  const shared = known.filter((depth, index) => known.indexOf(depth) < index);
  return (shared.length > 0 ? shared : depths).reduce((least, depth) => Math.min(least, depth), 6);
}

/** Roles that are sections wherever their heading stands; an “Example” below a content heading is a sub-heading. */
function opensAnywhere(role: SectionRole): boolean {
  return !contentLike.has(role);
}

class SectionBuilder {
  readonly source: SourceText;
  readonly level: number;
  /** Headings that name no known section. */
  readonly unknown: (Heading | Paragraph)[] = [];
  private readonly sections: SectionNode[] = [];
  private current: SectionNode | null = null;
  /** A known section below the section level: it ends at the next heading of its depth, and what follows belongs to the section around it. */
  private inner: { around: SectionNode | null; depth: number } | null = null;

  constructor(source: SourceText, level: number) {
    this.source = source;
    this.level = level;
  }

  add(node: RootContent, mark: Mark | undefined): void {
    if (mark === undefined) {
      this.target(node).blocks.push(node);
      return;
    }
    const { depth, match } = mark;
    if (this.inner !== null && depth !== null && depth <= this.inner.depth) {
      this.current = this.inner.around;
      this.inner = null;
    }
    if (depth === null || depth <= this.level) {
      this.inner = null;
      this.open(mark);
    } else if (match !== null && opensAnywhere(match.role) && match.role !== this.current?.role) {
      const around = this.current;
      this.open(mark);
      this.inner = { around, depth };
    } else if (mark.node.type === 'heading') {
      if (match === null) this.unknown.push(mark.node);
      const relative = Math.min(6, Math.max(3, depth - this.level + 2)) as 3 | 4 | 5 | 6;
      this.target(node).blocks.push({ ...mark.node, depth: relative });
    }
  }

  private open(mark: Mark): void {
    const { node } = mark;
    // `Example: the stolen laptop` is an example; only a section heading may have such a tail.
    const match = mark.match ?? findSection(toString(node).split(/\s*[:：]\s|\s[—–-]\s/u)[0] ?? '');
    if (match === null) this.unknown.push(node);
    this.current = {
      role: match?.role ?? 'content',
      known: match !== null,
      title: titleOf(node),
      place: placeOf(node, this.source),
      blocks: [],
    };
    this.sections.push(this.current);
  }

  private target(node: RootContent): SectionNode {
    if (this.current === null) {
      this.current = { role: 'content', known: false, title: null, place: placeOf(node, this.source), blocks: [] };
      this.sections.push(this.current);
    }
    return this.current;
  }

  finish(): SectionNode[] {
    return this.sections;
  }
}

/** A heading's words without the colon some authors end it with. */
function titleOf(node: Heading | Paragraph): string {
  return toString(node).trim().replace(/\s*[:：]$/, '');
}

function placeOf(node: RootContent, source: SourceText): SectionNode['place'] {
  return source.place(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Enough to see what a section is about, and little enough to look at below each heading. */
const longestGlance = 1000;

/** What stands below a heading, up to the next one of its depth that is written with #. */
function below(node: RootContent, source: SourceText): string {
  const end = node.position?.end.offset ?? 0;
  const depth = node.type === 'heading' ? node.depth : 6;
  return source.text.slice(end, end + longestGlance).split(new RegExp(`\\n#{1,${depth}}(?!#)`), 1)[0] ?? '';
}

function isWholeLine(node: Paragraph, source: SourceText): boolean {
  const { start, end } = placeOf(node, source);
  return start.line === end.line;
}

function collectDefinitions(tree: Root): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') visit(node.children);
    }
  };
  visit(tree.children);
  return found;
}

const longestHeading = 90;
const mostWords = 14;

/** R7: short lines that stand alone and end like a title become headings of level 3. */
function findSubheadings(section: SectionNode, source: SourceText): void {
  const candidate = section.blocks.map((block) => block.type === 'paragraph' && readsAsHeading(block, source));
  section.blocks = section.blocks.map((block, index) => {
    if (block.type !== 'paragraph' || !candidate[index] || candidate[index + 1] || index === section.blocks.length - 1) return block;
    const [only] = block.children;
    const children = block.children.length === 1 && only?.type === 'strong' ? only.children : block.children;
    return { type: 'heading', depth: 3, children, ...(block.position ? { position: block.position } : {}) };
  });
}

/** In Markdown such a line is a paragraph, and stays one. */
function boldHeadings({ blocks }: SectionNode, source: SourceText): Paragraph[] {
  const candidate = blocks.map((block) => block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'strong' && readsAsHeading(block, source));
  return blocks.filter((block, i): block is Paragraph => block.type === 'paragraph' && candidate[i] === true && i < blocks.length - 1 && candidate[i + 1] !== true && blocks[i + 1]?.type !== 'heading');
}

function reportBold([first, ...others]: readonly Paragraph[], source: SourceText): Diagnostic[] {
  return first === undefined ? [] : [diagnose('syntax/bold-heading', placeOf(first, source), { words: toString(first).trim(), more: others.length })];
}

/** `Key terns:` with a list below it, perhaps at once. */
function readsAsLeadIn(node: Paragraph, source: SourceText): boolean {
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  // Nearly all paragraphs are longer, and need not be put together first.
  if (to - from > 60) return false;
  const words = toString(node).trim();
  return /^[\p{L}][^.:;,!?]{3,39}[:：]$/u.test(words) && isWholeLine(node, source) && isEdgeBefore(node, source);
}

function readsAsHeading(node: Paragraph, source: SourceText): boolean {
  const words = toString(node).trim();
  if (words === '' || words.length > longestHeading || words.split(/\s+/).length > mostWords) return false;
  if (!isWholeLine(node, source) || !standsAlone(node, source)) return false;
  if (node.children.some((child) => child.type === 'image' || child.type === 'html' || child.type === 'break')) return false;
  if (/[.:;,!…。：；，、！؛،][\s"'”’»)\]」』）]*$/u.test(words)) return false;
  return !isSlideMarker(words) && !/^(?:https?:\/\/|\[|!\[)/i.test(words) && !/^(?:sources?|quellen?|fuentes?|fontes?|出典|المصدر|المصادر)\s*[:：]/iu.test(words);
}

/** R4: nothing but a blank line, or the edge of the text, before and after. */
function standsAlone(node: Paragraph, source: SourceText): boolean {
  const end = node.position?.end.offset ?? 0;
  return isEdgeBefore(node, source) && /^[^\S\n]*(?:$|\n[^\S\n]*(?:\n|$))/.test(source.text.slice(end, end + 80));
}

function isEdgeBefore(node: Paragraph, source: SourceText): boolean {
  const start = node.position?.start.offset ?? 0;
  return /(?:^|\n)[^\S\n]*\n[^\S\n]*$|^[^\S\n]*$/.test(source.text.slice(Math.max(0, start - 80), start));
}

function headingJumps(marks: readonly { node: Heading | Paragraph; depth: number | null }[], source: SourceText): Diagnostic[] {
  const found: Diagnostic[] = [];
  let before: number | null = null;
  for (const { node, depth } of marks) {
    if (depth === null) continue;
    if (before !== null && depth > before + 1) found.push(diagnose('syntax/heading-jump', placeOf(node, source), { from: before, to: depth }));
    before = depth;
  }
  return found;
}
