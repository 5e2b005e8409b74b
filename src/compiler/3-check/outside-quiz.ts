/** Questions that stand where none is asked: they would be shown as prose, with their answers (authoring 1.6 (8)). */
import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { SectionRole } from '../../course/course.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { findLabel } from '../2-parse/label-names.ts';
import { hasOptionMark } from './items/option-marks.ts';
import { cutRuns, type Run, type RunOptions } from './items/runs.ts';
import type { Report } from './report.ts';
import { plainText, rememberOffsets, span, walk, type Span } from './tree.ts';
import { countWords } from './words.ts';

const elsewhere = new Set<SectionRole>(['objectives', 'primer', 'content', 'example', 'terms', 'references']);

/** One message for each section, at its first question. */
export function checkOutsideQuiz(sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  const offsets = rememberOffsets(document.source);
  for (const section of sections) {
    if (!elsewhere.has(section.role) || !asksSomething(section, document)) continue;
    const found = ticked(section) ?? questionsIn(section.blocks, { offsets, language: document.language, text: document.source.text });
    const first = found[0];
    if (first === undefined) continue;
    report.add('quiz/outside-quiz', document.source.place(first.at.start, first.at.end), { label: first.written, more: found.length - 1, asked: false });
  }
}

/** The start of a line that could be a question or an option; reading every paragraph for labels would cost too much. */
const lineStart = /(?:^|\n)[ \t\u00a0\u3000>*_+•\d.()-]{0,20}?(?:[(（][ xXｘＸ\u3000]?[)）]|(\p{L}[\p{L}\p{M}]{0,15})[ \u00a0*_]{0,3}\p{Nd}{0,4}[ \u00a0*_]{0,3}[:：.)])/gu;

const gap = /\[\[([^[\]\n]{1,200})\]\](?!\()/g;

/** `[[wiki links]]` and gaps in the reading text stay as they are written; one message for each section. */
export function checkGaps(sections: readonly SectionNode[], document: LessonDocument, report: Report): void {
  if (!document.source.text.includes('[[')) return;
  const offsets = rememberOffsets(document.source);
  for (const section of sections) {
    if (!elsewhere.has(section.role)) continue;
    const found: { at: Span; words: string }[] = [];
    walk(section.blocks, (node) => {
      if (node.type !== 'text') return;
      for (const match of node.value.matchAll(gap)) found.push({ at: { start: offsets(node)(match.index), end: offsets(node)(match.index + match[0].length - 1) + 1 }, words: match[0] });
    });
    const [first] = found;
    if (first !== undefined) report.add('quiz/gap-outside', document.source.place(first.at.start, first.at.end), { words: first.words, more: found.length - 1 });
  }
}

/** Whether it is worth looking for questions in the section at all. */
export function asksSomething({ title, blocks }: SectionNode, { source, language }: LessonDocument): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return false;
  const text = `${title ?? ''}\n${source.text.slice(span(first).start, span(last).end)}`;
  if (/[?？؟]/u.test(text) && /\[[xX]\]/.test(text)) return true;
  for (const match of text.matchAll(lineStart)) if (match[1] === undefined || findLabel(match[1], language) === 'q') return true;
  return false;
}

interface Found {
  at: Span;
  written: string;
}

interface Line {
  at: Span;
  run: Run | null;
  /** Brackets of an option, written as such. */
  option: string | null;
}

/** `### Which port?` above `- [ ] 80` and `- [x] 443`: a check list that nobody would write below a question. */
function ticked({ title, blocks }: SectionNode): Found[] | null {
  const found = blocks.flatMap((block, i): Found[] => {
    if (block.type !== 'list') return [];
    const ticks = block.children.map(({ checked }) => checked);
    const above = blocks.slice(0, i).findLast(({ type }) => type !== 'blockquote');
    const asks = above === undefined ? (title ?? '') : above.type === 'heading' || above.type === 'paragraph' ? plainText([above]) : '';
    return ticks.includes(true) && ticks.includes(false) && /[?？؟]["”»]?$/u.test(asks.trim()) ? [{ at: span(block.children[0] ?? block), written: '[ ] …' }] : [];
  });
  return found.length === 0 ? null : found;
}

function questionsIn(blocks: readonly RootContent[], cut: Parameters<typeof linesOf>[1]): Found[] {
  const lines = linesOf(blocks, cut);
  const found = lines.flatMap(({ at, run }, i): Found[] => {
    if (run === null || run.label !== 'q' || run.meant !== null) return [];
    return asksForCertain(run) || answersFollow(lines, i) ? [{ at, written: `${run.written} …` }] : [];
  });
  if (found.length > 0) return found;
  const options = lines.filter(({ option }) => option !== null);
  const [first] = options;
  return first === undefined || options.length < 2 ? [] : [{ at: first.at, written: `${first.option ?? ''} …` }];
}

/** `Q:` before a question or a sentence. In a formula's legend (`Q: heat`) it is a letter. */
function asksForCertain(run: Run): boolean {
  const words = plainText(run.nodes);
  return /^[QＱ]\s?\p{Nd}*\s?[:：.)]/iu.test(run.written) && (/[?？؟]/u.test(words) || countWords(words) > 4);
}

/** “Question: who decides?” is prose, unless an answer or options come next. */
function answersFollow(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && (next.run?.label === 'a' || next.option !== null);
}

/** Every line that begins with a label or an option's brackets, in the order in which they stand. */
function linesOf(blocks: readonly RootContent[], { offsets, language, text }: Required<Pick<RunOptions, 'offsets' | 'language' | 'text'>>): Line[] {
  const lines: Line[] = [];
  walk(blocks, (node) => {
    if (node.type === 'listItem' && startsWithMark(node)) lines.push({ at: span(node.children[0] ?? node), run: null, option: plainText(node.children).slice(0, 3) });
    if (node.type !== 'paragraph') return;
    for (const run of cutRuns((node as Paragraph).children, { offsets, language, text })) {
      if (run.kind === 'label') lines.push({ at: run.at, run, option: null });
      else if (run.kind === 'mark' && /^[(（]/.test(run.written)) lines.push({ at: run.at, run: null, option: run.written });
    }
    return 'skip';
  });
  return lines;
}

/** Round brackets only: a list with square ones may be a plain check list. */
function startsWithMark({ children: [first] }: ListItem): boolean {
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  const words = lead?.type === 'text' ? lead.value.slice(0, 40) : '';
  return /^[(（]/.test(words) && hasOptionMark(words);
}
