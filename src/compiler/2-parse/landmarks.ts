/** What can be told of a lesson from its lines alone: pasted or Markdown, furniture, title, header, sections, slide markers (authoring R1 to R6, R14). */
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fieldName, hasHeaderKey, readHeaderLine, startsHeader } from './header-paragraph.ts';
import { isBlank, listMarker, type Line } from './lines.ts';
import { bareName, findHeadingSection, findSection, type SectionMatch } from './section-names.ts';
import { fold } from './table-language.ts';

export interface HeadingLine {
  line: number;
  depth: number;
  /** Without marks; inline Markdown is still in it. */
  text: string;
  underlined: boolean;
}

export interface Landmarks {
  mode: 'pasted' | 'markdown';
  furniture: number[];
  title: number | null;
  /** Lines of the header paragraph, each with its fields to be read. */
  header: number[];
  headings: HeadingLine[];
  /** Stand-alone lines that name a section. */
  sections: Map<number, SectionMatch>;
  /** `[SLIDE n — title]` lines. */
  markers: Set<number>;
}

const furniture: ReadonlySet<string> = new Set(
  [
    'Skip to content', 'Skip to main content', 'Skip to navigation', 'Skip navigation', 'Skip to main', 'Edit this page', 'Copy link', 'Copy page',
    'On this page', 'In this article', 'Table of contents', 'Toggle navigation', 'Print this page', 'Share',
    'Zum Inhalt springen', 'Zum Hauptinhalt springen', 'Direkt zum Inhalt', 'Seite bearbeiten', 'Link kopieren', 'Auf dieser Seite', 'Inhaltsverzeichnis',
    'Aller au contenu', 'Aller au contenu principal', 'Passer au contenu', 'Modifier cette page', 'Copier le lien', 'Sur cette page', 'Table des matières',
    'Pular para o conteúdo', 'Ir para o conteúdo', 'Ir para o conteúdo principal', 'Editar esta página', 'Copiar link', 'Nesta página', 'Sumário',
    'Saltar al contenido', 'Ir al contenido', 'Ir al contenido principal', 'Editar esta página', 'Copiar enlace', 'En esta página', 'Tabla de contenidos',
    '本文へスキップ', 'コンテンツへスキップ', 'メインコンテンツへスキップ', 'このページを編集', 'リンクをコピー', 'このページの内容', '目次',
    'تخطي إلى المحتوى', 'انتقل إلى المحتوى', 'تخطي إلى المحتوى الرئيسي', 'تعديل هذه الصفحة', 'نسخ الرابط', 'في هذه الصفحة', 'جدول المحتويات',
  ].map(fold),
);

const longestTitle = 400;
/** Code and title of a lesson's first line: `L1.2 — Passwords`, any dash or colon. */
const codedTitle = /^([A-Z]{1,4}\d+(?:\.\d+)*)(?:\s+[—–:-]|\s*[:：])\s+(.+)$/u;

/** `Lesson 4.1: Passwords`: the number alone is the code, whatever the language calls a lesson. */
const numberedTitle = /^(?:lesson|lektion|leçon|lección|aula|lição|レッスン|الدرس)\s*(\p{Nd}{1,4}(?:\.\p{Nd}{1,4})*)(?:\s+[—–:-]|\s*[:：])\s*(.+)$/iu;

function codeAndTitle(words: string): RegExpExecArray | null {
  return codedTitle.exec(words) ?? numberedTitle.exec(words);
}

/** `L1.2 — Passwords` as code and title; a title without a code has code null. */
export function splitTitle(words: string): { code: string | null; text: string } {
  const match = codeAndTitle(words.trim());
  return match === null ? { code: null, text: words.trim() } : { code: match[1] ?? null, text: (match[2] ?? '').trim() };
}

/** `[SLIDE 4 — Title]` alone on its line, wholly bold or escaped as word processors do it. */
const slideMarker = /^\s*(?:\*\*|__)?\\?\[\s*(?:slide|folie|diapositive|diapo|diapositiva|lámina|スライド|الشريحة|شريحة)\s*\p{Nd}{1,4}\s*(?:[—–:：.-].*)?\](?:\*\*|__)?\s*$/iu;

export function isSlideMarker(text: string): boolean {
  return text.length <= 300 && slideMarker.test(text);
}

/** The text of a line that is wholly bold, or the line itself. */
export function withoutBold(text: string): string {
  const trimmed = text.trim();
  return /^(?:\*\*|__)(?=\S)((?:(?!\*\*|__).)+)(?:\*\*|__)([:：]?)$/u.exec(trimmed)?.slice(1).join('') ?? trimmed;
}

interface View {
  lines: readonly Line[];
  opaque: readonly boolean[];
  text(index: number): string;
  /** True past either end of the file. */
  blank(index: number): boolean;
}

function viewOf(lines: readonly Line[], opaque: readonly boolean[]): View {
  const text = (index: number): string => lines[index]?.text ?? '';
  return { lines, opaque, text, blank: (index) => isBlank(text(index)) };
}

/** `titleKnown`: YAML has a title, so that none has to be guessed from the first line. */
export function findLandmarks(lines: readonly Line[], opaque: readonly boolean[], titleKnown: boolean): Landmarks {
  const view = viewOf(lines, opaque);
  const headings = findHeadings(view);
  const contents = findContents(view);
  const sections = findSectionLines(view, headings, contents);
  const marked = headings.filter((heading) => findHeadingSection(heading.text) !== null).length;
  const first = lines.findIndex((_, index) => !opaque[index] && !view.blank(index) && !isFurniture(view.text(index)));
  const titleOnly = headings.length === 0 || (headings.length === 1 && headings[0]?.line === first);
  const mode = titleOnly && marked === 0 && sections.size >= 3 ? 'pasted' : 'markdown';
  if (mode === 'markdown' && headings.length > 0) leaveLeadIns(view, sections);
  const title = findTitle(view, headings, sections, mode === 'pasted', titleKnown);
  const furnitureLines = contents.length > 0 ? contents : findFurniture(view, title, firstMarkOf(sections, headings, lines.length));
  const markers = new Set<number>();
  lines.forEach(({ text }, index) => {
    if (!opaque[index] && isSlideMarker(text)) markers.add(index);
  });
  return { mode, furniture: furnitureLines, title, header: findHeader(view, title, headings, sections), headings, sections, markers };
}

/** Lines stand in the map in their order. */
function firstMarkOf(sections: ReadonlyMap<number, SectionMatch>, headings: readonly HeadingLine[], end: number): number {
  const [first = Infinity] = sections.keys();
  return Math.min(first, headings[0]?.line ?? Infinity, end);
}

function isFurniture(text: string): boolean {
  return text.length < 60 && furniture.has(fold(bareName(text)));
}

function findHeadings({ lines, opaque, text, blank }: View): HeadingLine[] {
  const headings: HeadingLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (opaque[index]) continue;
    const atx = /^ {0,3}\\?(#{1,6})[ \t]+(?=[^ \t])/.exec(text(index));
    if (atx !== null) headings.push({ line: index, depth: atx[1]?.length ?? 1, text: withoutClosing(text(index).slice(atx[0].length)), underlined: false });
    else if (isUnderline(text(index + 1)) && !opaque[index + 1] && blank(index - 1) && !blank(index) && listMarker(text(index)) === null) {
      const depth = text(index + 1).trim().startsWith('=') ? 1 : 2;
      // A rule under a paragraph is common in pasted text: only what reads as a heading is one.
      if (depth === 1 || findHeadingSection(text(index)) !== null) headings.push({ line: index, depth, text: text(index).trim(), underlined: true });
    }
  }
  return headings;
}

/** `Quiz ##` without the closing marks. */
function withoutClosing(words: string): string {
  const trimmed = words.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === '#') end--;
  return end < trimmed.length && (end === 0 || /[ \t]/.test(trimmed[end - 1] ?? '')) ? trimmed.slice(0, end).trimEnd() : trimmed;
}

export function isUnderline(text: string): boolean {
  return /^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(text);
}

/** A copied table of contents: nothing but furniture and names of sections above a title with a code. [] when there is none. */
function findContents({ lines, opaque, text, blank }: View): number[] {
  const found: number[] = [];
  let names = 0;
  for (let index = 0; index < lines.length; index++) {
    if (opaque[index] || blank(index)) continue;
    const words = text(index).slice(listMarker(text(index))?.length ?? 0);
    const named = findSection(words) !== null;
    if (!named && !isFurniture(text(index))) return names > 0 && codeAndTitle(withoutBold(words)) !== null ? found : [];
    if (named) names++;
    found.push(index);
  }
  return [];
}

/** R6: lines that name a section and stand alone; the line after may follow at once where a heading is plain from its capital. */
function findSectionLines({ lines, opaque, text, blank }: View, headings: readonly HeadingLine[], contents: readonly number[]): Map<number, SectionMatch> {
  const sections = new Map<number, SectionMatch>();
  const taken = new Set(headings.flatMap(({ line, text: words }) => [line, findHeadingSection(words)?.role ?? '']));
  for (let index = (contents.at(-1) ?? -1) + 1; index < lines.length; index++) {
    const words = text(index);
    if (opaque[index] || words.length > 120 || blank(index) || !(blank(index - 1) || sections.has(index - 1))) continue;
    if (/^(?: {4}|\t)/.test(words) || /^ {0,3}\\?#/.test(words) || /^\s*(?:[-*+>|]\s|[•◦])/.test(words)) continue;
    const match = findSection(withoutBold(words));
    if (match === null || taken.has(index) || taken.has(match.role)) continue;
    if (!blank(index + 1) && /^\P{L}*\p{Ll}/u.test(words)) continue;
    if (inNumberedList(index, text, lines.length)) continue;
    sections.set(index, match);
  }
  return sections;
}

/** `Introduction:` as a plain line among Markdown headings leads in to what follows; what must not be lost or shown stays a section. */
function leaveLeadIns({ text }: View, sections: Map<number, SectionMatch>): void {
  for (const [index, { role }] of sections) {
    const words = text(index).trim();
    if (/[:：]$/.test(words) && withoutBold(words) === words && (role === 'primer' || role === 'content' || role === 'example')) sections.delete(index);
  }
}

/** `1. Objectives` beside `2. Quiz` is a list of names; `1. Objectives` followed by anything else is a numbered heading. */
function inNumberedList(index: number, text: (index: number) => string, count: number): boolean {
  const own = numberOf(text(index));
  if (own === null) return false;
  let next = index + 1;
  while (next < count && isBlank(text(next)) && next < index + 4) next++;
  const after = numberOf(text(next));
  if (after?.number === own.number + 1) return true;
  return [index - 1, index - 2].some((line) => {
    const before = numberOf(text(line));
    // The last item of the list above, such as a question, is no neighbour: it is longer, or set in another way.
    return before?.number === own.number - 1 && before.form === own.form && text(line).length <= 40 && !/[:：]/.test(text(line));
  });
}

/** The number that a line begins with, and its form: indentation and what stands after the digits. */
function numberOf(text: string): { number: number; form: string } | null {
  const match = /^(\s*)(\d{1,3})([.)])\s/.exec(text);
  return match === null ? null : { number: Number(match[2]), form: `${match[1]}${match[3]}` };
}

function findTitle(view: View, headings: readonly HeadingLine[], sections: ReadonlyMap<number, SectionMatch>, pasted: boolean, known: boolean): number | null {
  const { lines, opaque, text, blank } = view;
  const heading = titleHeading(headings, sections);
  const firstMark = firstMarkOf(sections, headings, lines.length);
  let first: number | null = null;
  for (let index = 0; index < firstMark; index++) {
    if (opaque[index] || blank(index) || !blank(index - 1) || isFurniture(text(index)) || /^\s/.test(text(index))) continue;
    if (!blank(index + 1) && !startsHeader(text(index + 1)) && index + 1 !== firstMark && !opensHeader(view, index + 1, firstMark)) continue;
    if (listMarker(text(index)) !== null || startsHeader(text(index))) continue;
    if (text(index).length > longestTitle) continue;
    if (codeAndTitle(withoutBold(text(index))) !== null) return index;
    first ??= index;
  }
  // A document whose title is only in bold type: of several headings alike, none is above the others.
  const alike = headings.filter(({ depth }) => depth === heading?.depth).length > 1;
  if (alike && first !== null && withoutBold(text(first)) !== text(first).trim()) return first;
  if (heading !== null && !pasted) return heading.line;
  if (heading !== null && first === null) return heading.line;
  return known ? null : first;
}

/** The heading that is the lesson's title: the first one, when it is no known section and stands above all others or before them. */
function titleHeading(headings: readonly HeadingLine[], sections: ReadonlyMap<number, SectionMatch>): HeadingLine | null {
  const [first, ...rest] = headings;
  if (first === undefined || findSection(first.text) !== null || firstMarkOf(sections, [], Infinity) < first.line) return null;
  if (first.depth === 1) return first;
  if (rest.some((heading) => heading.depth < first.depth)) return null;
  const deeperSection = rest.some((heading) => findHeadingSection(heading.text) !== null) || sections.size > 0;
  return deeperSection ? first : null;
}

function findFurniture({ opaque, text, blank }: View, title: number | null, end: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < (title ?? end); index++) {
    if (!opaque[index] && !blank(index) && isFurniture(text(index))) found.push(index);
  }
  return found;
}

/** R5: the lines right after the title that begin with a header key, and the lines that continue them. */
function findHeader(view: View, title: number | null, headings: readonly HeadingLine[], sections: ReadonlyMap<number, SectionMatch>): number[] {
  const { lines, opaque, text, blank } = view;
  const found: number[] = [];
  let index = title === null ? opaque.findIndex((inside) => !inside) : title + 1;
  if (index < 0) return found;
  if (headings.some((heading) => heading.line === title && heading.underlined)) index++;
  const isHeading = new Set(headings.map((heading) => heading.line));
  let end = index;
  while (end < lines.length && !isHeading.has(end) && !sections.has(end)) end++;
  for (; index < lines.length && !opaque[index]; index++) {
    if (blank(index)) continue;
    if (isHeading.has(index) || sections.has(index)) break;
    const begins = startsHeader(text(index)) && readHeaderLine(text(index)).length > 0;
    const below = found.at(-1) === index - 1;
    const continues = below && (listMarker(text(index)) === null || (listMarker(text(index - 1)) !== null && fieldName(text(index)) !== null));
    if (!begins && !continues && (below || !opensHeader(view, index, end))) break;
    found.push(index);
  }
  return found;
}

/** A header has no more lines than this before its first known key. */
const mostUnknown = 30;
const longestValue = 80;

/** True for lines such as `Owner: IT` that lead to a known key, in their own paragraph or, when they are short, in one after it. */
function opensHeader({ opaque, text, blank }: View, from: number, end: number): boolean {
  let known = false;
  for (let index = from; index < end && index < from + mostUnknown && !opaque[index]; index++) {
    if (blank(index)) {
      if (known) return true;
      continue;
    }
    const words = text(index);
    if (blank(index - 1) && startsHeader(words)) return true;
    if (fieldName(words) === null) return false;
    if (hasHeaderKey(words)) known = true;
    // A sentence of its own paragraph, such as `Note: bring a badge.`, is none of the header's fields.
    else if (!known && blank(index + 1) && (words.length > longestValue || /[.!?。！？؟]\s*$/u.test(words))) return false;
  }
  return known;
}

export function furnitureDiagnostics(file: string, landmarks: Landmarks, lines: readonly Line[]): Diagnostic[] {
  return landmarks.furniture.map((index) => {
    const words = lines[index]?.text ?? '';
    const column = words.length - words.trimStart().length + 1;
    const place = { file, start: { line: index + 1, column }, end: { line: index + 1, column: words.trimEnd().length + 1 } };
    return diagnose('text/page-furniture', place, { words: words.trim() });
  });
}
