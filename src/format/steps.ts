/** The steps to the canonical form, in their order; each proposes changes of lines and knows nothing of the others. */
import { findLabel, type Label, labelNames } from '../compiler/2-parse/label-names.ts';
import { listMarker } from '../compiler/2-parse/lines.ts';
import { rewriteLines } from '../compiler/2-parse/rewrite.ts';
import type { Edit } from '../compiler/2-parse/source.ts';
import { fold, type TableLanguage, tableLanguages } from '../compiler/2-parse/table-language.ts';
import { readItems } from '../compiler/3-check/items/read-items.ts';
import { newReport } from '../compiler/3-check/report.ts';
import type { LineEdit } from './line-edits.ts';
import { quizLines, type View } from './view.ts';

export type Step = (view: View) => LineEdit[];

/** What Markdown would not understand is written as Markdown: exotic bullets, marks that a word processor escaped (authoring R8, 1.6 (1)). */
export const plainMarkdown: Step = ({ lines, opaque, landmarks }) => {
  const { edits } = rewriteLines(lines, opaque, new Set(), landmarks);
  return [...edits].map(([line, own]) => ({ line, with: edited(lines[line]?.text ?? '', own).split('\n'), group: line }));
};

export function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const edit of edits) {
    out += text.slice(from, edit.from) + edit.insert;
    from = edit.to;
  }
  return out + text.slice(from);
}

/** `# Title` for every way to write a heading. */
export const headings: Step = ({ landmarks, text }) =>
  landmarks.headings.flatMap(({ line, depth, text: words, underlined }): LineEdit[] => {
    const now = `${'#'.repeat(depth)} ${words.trim()}`;
    if (underlined) return [{ line, with: [now], group: line }, { line: line + 1, with: [], group: line }];
    return text(line) === now ? [] : [{ line, with: [now], group: line }];
  });

/** `-` for bullets, `1.` for numbers, a small x in brackets. A list is changed as a whole. */
export const listMarks: Step = ({ lines, opaque, blank }) => {
  const found: LineEdit[] = [];
  let list = 0;
  lines.forEach(({ text }, line) => {
    if (opaque[line] || blank(line)) return;
    const marker = listMarker(text);
    if (marker === null && !/^\s/.test(text) && blank(line - 1)) list = line;
    if (marker === null) return;
    const mark = marker.mark.replace(/^[*+]$/, '-').replace(/^(\d+)\)$/, '$1.');
    const rest = text.slice(marker.length).replace(/^\[X\](?=\s)/, '[x]').replace(/^\(X\)(?=\s)/, '(x)');
    const now = text.slice(0, marker.indent) + mark + text.slice(marker.indent + marker.mark.length, marker.length) + rest;
    if (now !== text) found.push({ line, with: [now], group: list });
  });
  return found;
};

const labelLine = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?)(\*\*|__)?(\p{L}[\p{L}\p{M}'’ -]{0,39}?)(\*\*|__)?(\s?[:：])(\*\*|__)?([ \t]*)(?=(\S)|$)/u;

/** `Q:` for `Question:` and `**Q:**`. Words of other languages stay, for among them none is usual everywhere. */
export const labels: Step = (view) => {
  const { document, opaque, text } = view;
  return quizLines(view).flatMap((line): LineEdit[] => {
    const match = opaque[line] === true ? null : labelLine.exec(text(line));
    if (match === null) return [];
    const [whole, before = '', open, word = '', closedInside, colon = ':', closedAfter, gap = '', next] = match;
    const label = findLabel(word.trim(), document.language);
    // Bold marks that run on to the end of the line are more than a label.
    if (label === null || (open !== undefined) !== (closedInside !== undefined || closedAfter !== undefined)) return [];
    const space = next === undefined ? '' : colon === '：' ? gap : ' ';
    const now = `${before}${usualName(word.trim(), label, document.language)}${colon}${space}${text(line).slice(whole.length)}`;
    return now === text(line) ? [] : [{ line, with: [now], group: line }];
  });
};

function usualName(word: string, label: Label, language: string | null): string {
  const primary = language?.split('-')[0]?.toLowerCase() ?? 'en';
  const isOf = (code: TableLanguage) => labelNames[label][code].find((name) => fold(name) === fold(word));
  const english = isOf('en') !== undefined && (primary === 'en' || !tableLanguages.some((code) => code === primary && isOf(code) !== undefined));
  if (english) return labelNames[label].en[0] ?? word;
  // “frage” as the tables have it: “Frage”.
  return tableLanguages.flatMap((code) => isOf(code) ?? [])[0] ?? word;
}

/** A backslash that a word processor put before a mark that means nothing there: `year\\.` (authoring 1.6, 1). */
export const needlessEscapes: Step = ({ lines, opaque }) =>
  lines.flatMap(({ text }, line): LineEdit[] => {
    if (opaque[line] || !text.includes('\\')) return [];
    const now = text.replace(/\\([.,!?:;()'"%–—-])/g, '$1');
    return now === text ? [] : [{ line, with: [now], group: line }];
  });

/** An empty line around headings, before each question, and before the labels that follow a list of options. */
export const emptyLines: Step = (view) => {
  const { document, landmarks, opaque, text, blank } = view;
  const before = new Set<number>();
  const after = new Set<number>();
  for (const { line, underlined } of landmarks.headings) {
    before.add(line);
    after.add(underlined ? line + 1 : line);
  }
  const report = newReport();
  const lineOf = (offset: number): number => document.source.point(offset).line - 1;
  for (const section of document.sections.filter(({ role }) => role === 'quiz')) {
    for (const item of readItems(section, document, report).items) before.add(lineOf(item.at.start));
  }
  // Other programs show such a label inside the last option.
  for (const { code, line } of report.all()) if (code === 'quiz/swallowed-label') before.add(line - 1);
  const lines = new Set([...before, ...after]);
  return [...lines].sort((a, b) => a - b).flatMap((line): LineEdit[] => {
    const above = before.has(line) && line > 0 && !blank(line - 1) && !after.has(line - 1);
    const below = after.has(line) && line < view.lines.length - 1 && !blank(line + 1);
    return opaque[line] === true || (!above && !below) ? [] : [{ line, with: [...(above ? [''] : []), text(line), ...(below ? [''] : [])], group: line }];
  });
};

/** No blanks at the ends of lines but those that break a line on purpose, one empty line at a time, one line end at the end. */
export const blanks: Step = ({ lines, opaque, blank }) => {
  const last = lines.findLastIndex((_, line) => !blank(line));
  return lines.flatMap(({ text }, line): LineEdit[] => {
    if (opaque[line]) return line === lines.length - 1 && text !== '' ? [{ line, with: [text, ''], group: line }] : [];
    if (line > last + 1 || (blank(line) && (line === 0 || (blank(line - 1) && line <= last)))) return [{ line, with: [], group: line }];
    const breaks = / {2,}$/.test(text) && !blank(line) && !blank(line + 1);
    const now = blank(line) ? '' : text.replace(/[^\S\n]+$/u, '') + (breaks ? '  ' : '');
    const ended = line === last && line === lines.length - 1 ? [now, ''] : [now];
    return now === text && ended.length === 1 ? [] : [{ line, with: ended, group: line }];
  });
};
