/** The script: what is spoken on each slide, and what nearly was a marker or a cue (authoring R14, 1.6 (8)). */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { Visual } from '../../course/visual.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import type { Report } from './report.ts';
import { brokenCues, brokenMarker, leadingMarker, markerOf, type Marker } from './slide-markers.ts';
import { short } from './slide-outline.ts';
import { linesOf, paragraphOf, plainText, rememberOffsets, slice, span, walk, type Offsets, type Span, type Spot } from './tree.ts';
import type { Fences } from './visuals/fences.ts';

export interface Spoken {
  number: number;
  title: string | null;
  at: Span;
  narration: Prose;
  /** From fences in the script; they take the place of the outline's brief. */
  visuals: Visual[];
}

interface Script {
  slides: Spoken[];
  /** The first words that stand before any slide. */
  loose: RootContent | null;
  /** Offsets of markers that have their message. */
  reported: Set<number>;
  offsets: Offsets;
  fences: Fences;
  document: LessonDocument;
  report: Report;
}

/** Words before the first marker belong to no slide and are not spoken, which is said. */
export function readScript(section: SectionNode, fences: Fences, document: LessonDocument, report: Report): Spoken[] {
  const script: Script = { slides: [], loose: null, reported: new Set(), offsets: rememberOffsets(document.source), fences, document, report };
  for (const block of section.blocks) {
    const marker = block.type === 'heading' ? markerOf(plainText(block.children), true) : null;
    if (marker !== null) script.slides.push({ number: marker.number, title: marker.title, at: span(block), narration: [], visuals: [] });
    else if (block.type === 'paragraph') readParagraph(block, script);
    else speak(block, script);
  }
  if (script.loose !== null) {
    const { start, end } = span(script.loose);
    report.add('slide/unused-text', document.source.place(start, end), { words: short(plainText([script.loose])), where: 'script' });
  }
  checkCues(script);
  return script.slides;
}

function speak(block: RootContent, script: Script): void {
  const last = script.slides.at(-1);
  const visual = block.type === 'code' ? script.fences.get(block) : undefined;
  if (last !== undefined && visual !== undefined) last.visuals.push(visual);
  else if (last !== undefined) last.narration.push(block);
  else if (plainText([block]) !== '') script.loose ??= block;
}

/** A marker may be followed by its narration on the very next line, or on its own. */
function readParagraph({ children }: Paragraph, script: Script): void {
  const lines = linesOf(children);
  let from: Spot | null = null;
  let passed: Spot = { child: 0, index: 0 };
  const spoken = (to: Spot): void => {
    const words = from === null ? null : paragraphOf(slice(children, from, to, script.offsets));
    if (words !== null) speak(words, script);
  };
  for (let i = 0; i + 1 < lines.length; i++) {
    const [start, end] = [lines[i], lines[i + 1]];
    // A marker that began on the line before may end on this one.
    if (start === undefined || end === undefined || isBefore(start, passed)) continue;
    const found = markerBetween(children, { start, end, alone: lines.length === 2 }, script.offsets);
    if (found === null) {
      from ??= start;
      checkMarker(slice(children, start, end, script.offsets), i === 0, script);
      continue;
    }
    spoken(start);
    script.slides.push({ number: found.marker.number, title: found.marker.title, at: found.at, narration: [], visuals: [] });
    passed = found.after;
    from = found.after;
  }
  spoken({ child: children.length, index: 0 });
}

function isBefore(a: Spot, b: Spot): boolean {
  return a.child < b.child || (a.child === b.child && a.index < b.index);
}

interface LineOf {
  start: Spot;
  end: Spot;
  /** Nothing else stands in the paragraph. */
  alone: boolean;
}

/** The marker that begins a line: the line itself, or a bracket that closes within the next two lines. */
function markerBetween(children: readonly PhrasingContent[], { start, end, alone }: LineOf, offsets: Offsets): { marker: Marker; at: Span; after: Spot } | null {
  const nodes = slice(children, start, end, offsets);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = markerOf(plainText(nodes), alone);
  if (whole !== null) return { marker: whole, at: { start: span(first).start, end: span(last).end }, after: end };
  const text = children[start.child];
  const marker = text?.type === 'text' ? leadingMarker(text.value.slice(start.index, start.index + 300)) : null;
  if (text?.type !== 'text' || marker === null) return null;
  const index = start.index + marker.length;
  const written = text.value.slice(start.index, index);
  const offset = offsets(text);
  const at = { start: offset(start.index + written.length - written.trimStart().length), end: offset(start.index + written.trimEnd().length) };
  return { marker, at, after: { child: start.child, index } };
}

function checkMarker(nodes: readonly PhrasingContent[], opens: boolean, { slides, reported, document, report }: Script): void {
  const first = nodes[0];
  const broken = first === undefined ? null : brokenMarker(plainText(nodes), (slides.at(-1)?.number ?? 0) + 1, opens);
  if (first === undefined || broken === null) return;
  const { source } = document;
  const line = span(first).start;
  const start = Math.max(line, source.text.indexOf(broken.written.slice(0, 8), line));
  reported.add(start);
  const length = broken.written.endsWith('…') ? broken.written.length - 1 : broken.written.length;
  report.add('slide/marker', source.place(start, start + length), { written: broken.written, problem: broken.problem, meant: broken.meant });
}

function checkCues({ slides, reported, offsets, document, report }: Script): void {
  walk(slides.flatMap((slide) => slide.narration), (node) => {
    if (node.type !== 'text') return;
    const offset = offsets(node);
    for (const { from, written, meant } of brokenCues(node.value)) {
      if (reported.has(offset(from))) continue;
      report.add('slide/cue', document.source.place(offset(from), offset(from + written.length)), { written, meant });
    }
  });
}
