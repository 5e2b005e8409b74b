/** The slide outline: what is to be seen on each slide (authoring R15). */
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Visual } from '../../course/visual.ts';
import type { SectionNode, LessonDocument } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { splitAtDash } from './separator.ts';
import { markerOf, slideWord } from './slide-markers.ts';
import { linesOf, plainText, rememberOffsets, slice, sliceText, span, type Offsets, type Span } from './tree.ts';
import type { Fences } from './visuals/fences.ts';

export interface Shown {
  number: number;
  title: string;
  brief: string | null;
  at: Span;
  /** From fences below the entry; they take the place of the brief. */
  visuals: Visual[];
  /** Entries of lists below it. */
  items: string[];
  /** As typed, with what stands below: lines matter in a tree of files. */
  typed: string;
}

interface Reading {
  text: string;
  offsets: Offsets;
  fences: Fences;
  shown: Shown[];
  /** Called for words that belong to no slide. */
  stray(block: RootContent): void;
}

export function readOutline(section: SectionNode, fences: Fences, document: LessonDocument, report: Report): Shown[] {
  const { source } = document;
  let reported = false;
  const stray = (block: RootContent): void => {
    const words = plainText([block]);
    const { start, end } = span(block);
    if (!reported && words !== '') report.add('slide/unused-text', source.place(start, end), { words: short(words), where: 'outline' });
    reported = true;
  };
  const reading: Reading = { text: source.text, offsets: rememberOffsets(source), fences, shown: [], stray };
  for (const block of section.blocks) readBlock(block, reading);
  return reading.shown;
}

/** Enough of the words to find them again. */
export function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
}

function readBlock(block: RootContent, reading: Reading): void {
  const { shown } = reading;
  if (block.type === 'list') block.children.forEach((entry, i) => shown.push(listEntry(entry, block, i, reading)));
  else if (block.type === 'heading') {
    const words = plainText(block.children);
    const marker = markerOf(words, true) ?? numberedTitle(words);
    if (marker === null) reading.stray(block);
    else shown.push({ number: marker.number, title: marker.title ?? words, brief: null, at: span(block), visuals: [], items: [], typed: '' });
  } else if (block.type === 'paragraph') readLines(block, reading);
  else addBrief(block, reading);
}

/** Lines such as `1 - Title - card` or `Slide 1: Title — card`; others go on with the slide above them. */
function readLines(paragraph: Paragraph, reading: Reading): void {
  const lines = linesOf(paragraph.children);
  for (let i = 0; i + 1 < lines.length; i++) {
    const [from, to] = [lines[i], lines[i + 1]];
    if (from === undefined || to === undefined) continue;
    const nodes = slice(paragraph.children, from, to, reading.offsets);
    const last = nodes.at(-1);
    if (nodes[0] === undefined || last === undefined) continue;
    const at = { start: span(nodes[0]).start, end: span(last).end };
    const entry = lineEntry(nodes, at, reading);
    if (entry !== null) reading.shown.push(entry);
    else addBrief({ ...paragraph, children: nodes }, reading);
  }
}

const lineNumber = new RegExp(`^(${slideWord}\\s*)?(\\p{Nd}{1,3})(?:[.):：]\\s*|\\s+[—–−-]\\s+)(?=\\S)`, 'iu');

function lineEntry(nodes: readonly PhrasingContent[], at: Span, { shown, offsets }: Reading): Shown | null {
  const [first, ...others] = nodes;
  const match = first?.type === 'text' ? lineNumber.exec(first.value.slice(0, 60)) : null;
  if (first?.type !== 'text' || match === null) return null;
  const number = Number((match[2] ?? '').normalize('NFKC'));
  const before = shown.at(-1)?.number;
  // “3 – 5 bullets” in the words about a slide is no slide.
  if (match[1] === undefined && before !== undefined && number !== before + 1) return null;
  const rest = sliceText(first, match[0].length, first.value.length, offsets);
  const words = rest === null ? others : [rest, ...others];
  const split = splitAtDash(words, offsets);
  return { number, title: unquoted(plainText(split?.before ?? words)), brief: split === null ? null : plainText(split.after), at, visuals: [], items: [], typed: '' };
}

function numberedTitle(words: string): { number: number; title: string } | null {
  const match = /^(\p{Nd}{1,4})[.)]?\s+(?:[—–-]\s+)?(.+)$/u.exec(words.slice(0, 200));
  return match === null ? null : { number: Number((match[1] ?? '').normalize('NFKC')), title: match[2] ?? '' };
}

function addBrief(block: RootContent, { text, shown, fences, stray }: Reading): void {
  const last = shown.at(-1);
  const visual = block.type === 'code' ? fences.get(block) : undefined;
  if (last !== undefined && visual !== undefined) return void last.visuals.push(visual);
  const words = plainText([block]);
  if (last === undefined) stray(block);
  else if (words === '') return;
  const { start, end } = span(block);
  if (last === undefined) return;
  last.items.push(...itemsOf([block]));
  last.typed = `${last.typed}${text.slice(start, end)}\n`;
  last.brief = last.brief === null ? words : `${last.brief} ${words}`;
}

function itemsOf(blocks: readonly RootContent[]): string[] {
  return blocks.flatMap((block) => (block.type === 'list' ? block.children.map((entry) => plainText([entry])) : []));
}

/** `3. Title — brief`; the number is the one the author typed. */
function listEntry(entry: ListItem, list: List, index: number, { text, offsets, fences, shown }: Reading): Shown {
  const at = span(entry);
  const typed = /^\s*(\p{Nd}{1,4})[.)]/u.exec(text.slice(at.start, at.start + 20))?.[1];
  const first = entry.children[0];
  const words = first?.type === 'paragraph' ? first.children : [];
  const split = splitAtDash(words, offsets);
  const lead = plainText(split?.before ?? words);
  const named = markerOf(lead, true) ?? bareNumber(lead, split !== null && typed === undefined);
  // Bullets below numbered entries go on counting.
  const number = named?.number ?? (typed === undefined ? (list.ordered === true ? (list.start ?? 1) + index : (shown.at(-1)?.number ?? 0) + 1) : Number(typed.normalize('NFKC')));
  const below = entry.children.slice(1);
  const visuals = below.flatMap((block) => (block.type === 'code' ? (fences.get(block) ?? []) : []));
  const rest = plainText([...(split?.after ?? []), ...below.filter((block) => block.type !== 'code' || !fences.has(block))]);
  const more = { at, visuals, items: itemsOf(below), typed: text.slice(at.start, at.end) };
  // `Slide 3 — Title — brief`: the first dash only ended the number.
  if (named !== null && named.title === null && split !== null) {
    const inner = splitAtDash(split.after, offsets);
    const title = plainText(inner?.before ?? split.after);
    return { number, title, brief: inner === null ? null : plainText(inner.after), ...more };
  }
  return { number, title: unquoted(named?.title ?? lead), brief: rest === '' ? null : rest, ...more };
}

/** `- 3 - Title - brief`: a bullet and a number. */
function bareNumber(lead: string, followed: boolean): { number: number; title: null } | null {
  return followed && /^\p{Nd}{1,4}$/u.test(lead) ? { number: Number(lead.normalize('NFKC')), title: null } : null;
}

function unquoted(title: string): string {
  return /^["“„«][^"“”„«»]*["”“»]$/.test(title) ? title.slice(1, -1).trim() : title;
}
