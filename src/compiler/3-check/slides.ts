/** Slides: what is spoken, from the script, and what is shown, from the outline, joined by number (authoring R14, R15). */
import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Slide } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import { fold } from '../2-parse/table-language.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { splitAtDash } from './separator.ts';
import { linesOf, paragraphOf, plainText, rememberOffsets, slice, span, type Offsets, type Span, type Spot } from './tree.ts';

interface Spoken {
  number: number;
  title: string | null;
  at: Span;
  narration: Prose;
}

interface Shown {
  number: number;
  title: string;
  brief: string | null;
  at: Span;
}

const word = '(?:slide|folie|diapositive|diapo|diapositiva|lámina|スライド|الشريحة|شريحة)';
const inBrackets = new RegExp(`^\\[\\s*${word}\\s*(\\p{Nd}{1,4})\\s*(?:[—–:：.-]+\\s*(.+?))?\\s*\\]$`, 'iu');
const bare = new RegExp(`^${word}\\s*(\\p{Nd}{1,4})\\s*(?:[—–:：.-]+\\s*(.+?))?$`, 'iu');
/** A marker is a title, not a paragraph. */
const longestMarker = 200;

export function readSlides(sections: readonly SectionNode[], document: LessonDocument, report: Report): Slide[] {
  const offsets = rememberOffsets(document.source);
  const spoken = sections.filter((s) => s.role === 'script').flatMap((s) => readScript(s.blocks, offsets));
  const shown = sections.filter((s) => s.role === 'outline').flatMap((s) => readOutline(s.blocks, document.source.text, offsets));
  return join(spoken, shown, document, report);
}

/** Words before the first marker belong to no slide and are not spoken. */
function readScript(blocks: readonly RootContent[], offsets: Offsets): Spoken[] {
  const slides: Spoken[] = [];
  for (const block of blocks) {
    const marker = block.type === 'heading' ? markerOf(plainText(block.children), true) : null;
    if (marker !== null) slides.push({ ...marker, at: span(block), narration: [] });
    else if (block.type === 'paragraph') readParagraph(block, slides, offsets);
    else slides.at(-1)?.narration.push(block);
  }
  return slides;
}

function markerOf(line: string, heading: boolean): { number: number; title: string | null } | null {
  if (line.length > longestMarker) return null;
  const match = inBrackets.exec(line) ?? (heading ? bare.exec(line) : null);
  return match === null ? null : { number: Number((match[1] ?? '').normalize('NFKC')), title: match[2]?.trim() ?? null };
}

/** A marker may be followed by its narration on the very next line. */
function readParagraph(paragraph: Paragraph, slides: Spoken[], offsets: Offsets): void {
  const lines = linesOf(paragraph.children);
  const alone = lines.length === 2;
  let from: Spot | null = null;
  const spoken = (to: Spot): void => {
    const words = from === null ? null : paragraphOf(slice(paragraph.children, from, to, offsets));
    if (words !== null) slides.at(-1)?.narration.push(words);
    from = null;
  };
  for (let i = 0; i + 1 < lines.length; i++) {
    const [start, end] = [lines[i], lines[i + 1]];
    if (start === undefined || end === undefined) continue;
    const nodes = slice(paragraph.children, start, end, offsets);
    const marker = markerOf(plainText(nodes), alone);
    if (marker === null) {
      from ??= start;
      continue;
    }
    spoken(start);
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first !== undefined && last !== undefined) slides.push({ ...marker, at: { start: span(first).start, end: span(last).end }, narration: [] });
  }
  spoken({ child: paragraph.children.length, index: 0 });
}

function readOutline(blocks: readonly RootContent[], text: string, offsets: Offsets): Shown[] {
  const shown: Shown[] = [];
  for (const block of blocks) {
    if (block.type === 'list') block.children.forEach((entry, i) => shown.push(outlineEntry(entry, block, i, { text, offsets })));
    else if (block.type === 'heading') {
      const words = plainText(block.children);
      const marker = markerOf(words, true) ?? numberedTitle(words);
      if (marker !== null) shown.push({ number: marker.number, title: marker.title ?? words, brief: null, at: span(block) });
    } else addBrief(shown.at(-1), plainText([block]));
  }
  return shown;
}

function numberedTitle(words: string): { number: number; title: string } | null {
  const match = /^(\p{Nd}{1,4})[.)]?\s+(.+)$/u.exec(words.slice(0, longestMarker));
  return match === null ? null : { number: Number((match[1] ?? '').normalize('NFKC')), title: match[2] ?? '' };
}

function addBrief(last: Shown | undefined, words: string): void {
  if (last === undefined || words === '') return;
  last.brief = last.brief === null ? words : `${last.brief} ${words}`;
}

/** `3. Title — brief`; the number is the one the author typed. */
function outlineEntry(entry: ListItem, list: List, index: number, { text, offsets }: { text: string; offsets: Offsets }): Shown {
  const at = span(entry);
  const typed = /^\s*(\p{Nd}{1,4})[.)]/u.exec(text.slice(at.start, at.start + 20))?.[1];
  const first = entry.children[0];
  const words = first?.type === 'paragraph' ? first.children : [];
  const split = splitAtDash(words, offsets);
  const lead = plainText(split?.before ?? words);
  const named = markerOf(lead, true);
  const number = named?.number ?? (typed === undefined ? (list.start ?? 1) + index : Number(typed.normalize('NFKC')));
  const rest = plainText([...(split?.after ?? []), ...entry.children.slice(1)]);
  // `Slide 3 — Title — brief`: the first dash only ended the number.
  if (named !== null && named.title === null && split !== null) {
    const inner = splitAtDash(split.after, offsets);
    const title = plainText(inner?.before ?? split.after);
    return { number, title, brief: inner === null ? null : plainText(inner.after), at };
  }
  return { number, title: unquoted(named?.title ?? lead), brief: rest === '' ? null : rest, at };
}

function unquoted(title: string): string {
  return /^["“„«][^"“”„«»]*["”“»]$/.test(title) ? title.slice(1, -1).trim() : title;
}

function join(spoken: readonly Spoken[], shown: readonly Shown[], document: LessonDocument, report: Report): Slide[] {
  const heard = firstOfEach(spoken, document, report);
  const seen = firstOfEach(shown, document, report);
  const numbers = [...new Set([...heard.keys(), ...seen.keys()])].sort((a, b) => a - b);
  numbers.forEach((number, i) => {
    const before = numbers[i - 1];
    const at = heard.get(number)?.at ?? seen.get(number)?.at;
    if (before === undefined || number === before + 1 || at === undefined) return;
    report.add('slide/number', document.source.place(at.start, at.end), { number, line: null, missing: before + 1, before });
  });
  return numbers.map((number) => {
    const script = heard.get(number);
    const outline = seen.get(number);
    compare(script, outline, { both: heard.size > 0 && seen.size > 0, document, report });
    const title = outline?.title || script?.title || String(number);
    return { number, title, narration: script?.narration ?? [], brief: outline?.brief ?? null };
  });
}

function firstOfEach<T extends { number: number; at: Span }>(slides: readonly T[], document: LessonDocument, report: Report): Map<number, T> {
  const byNumber = new Map<number, T>();
  for (const slide of slides) {
    const first = byNumber.get(slide.number);
    if (first === undefined) byNumber.set(slide.number, slide);
    else {
      const line = document.source.point(first.at.start).line;
      report.add('slide/number', document.source.place(slide.at.start, slide.at.end), { number: slide.number, line, missing: null, before: null });
    }
  }
  return byNumber;
}

function compare(script: Spoken | undefined, outline: Shown | undefined, { both, document, report }: { both: boolean; document: LessonDocument; report: Report }): void {
  // A lesson without any outline, or without any script, does not need a message for every slide.
  if (!both) return;
  const place = (at: Span) => document.source.place(at.start, at.end);
  if (script !== undefined && outline === undefined) {
    report.add('slide/no-outline', place(script.at), { number: script.number, title: script.title ?? '' });
  } else if (outline !== undefined && script === undefined) {
    report.add('slide/no-script', place(outline.at), { number: outline.number, title: outline.title });
  } else if (script?.title != null && outline !== undefined && bareWords(script.title) !== bareWords(outline.title)) {
    const line = document.source.point(outline.at.start).line;
    report.add('slide/title-differs', place(script.at), { number: script.number, script: script.title, outline: outline.title, line });
  }
}

/** Titles are compared by their words: a dash more or a capital letter less is no difference. */
function bareWords(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
}
