/** Keeps Markdown's hands off what stands in a gap: a star or a backslash in `[[/a.*b/]]` is part of the pattern. Gaps may be written in full width. */
import { blankEnd } from './blank-end.ts';
import type { Line } from './lines.ts';
import type { Edit } from './source.ts';

const wideGap = /［［([^［］\n]{1,200})］］/gu;

const wideRow = /^\s*｜.*｜\s*$/u;

/**
 * `［［答え｜こたえ］］` and the rows of a table as Japanese keyboards write them: the same marks in their usual width, sign
 * for sign, so that every place stays.
 */
export function withPlainSigns(lines: readonly Line[], opaque: readonly boolean[]): readonly Line[] {
  if (!lines.some(({ text }) => /［［|^\s*｜/u.test(text))) return lines;
  return lines.map((line, index) => {
    const { text } = line;
    if (opaque[index] || text.length > longestLine || text.includes('`')) return line;
    if (wideRow.test(text)) return { ...line, text: text.replace(/｜/g, '|') };
    return text.includes('［［') ? { ...line, text: text.replace(wideGap, (_, inside: string) => `[[${inside.replace(/｜/g, '|').replace(/＝/g, '=')}]]`) } : line;
  });
}

/** What is longer is data. */
const longestLine = 4000;

const special = /[\\*_<&~|]/g;
const specialInRow = /\\\||[\\*_<&~|]/g;
/** Formulas are code too: rows of a matrix may begin with two brackets. */
const codeSpan = /\$\$.*?\$\$|(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** Adds a backslash before each sign in a gap that Markdown would read. `[[1]](https://…)` is a link and stays one. */
export function escapeBlanks(lines: readonly Line[], opaque: readonly boolean[], dropped: ReadonlySet<number>, edits: Map<number, Edit[]>): void {
  lines.forEach(({ text }, index) => {
    if (opaque[index] || dropped.has(index) || !text.includes('[[')) return;
    const made = insertions(text);
    if (made.length === 0) return;
    const before = edits.get(index) ?? [];
    const free = made.filter(({ from }) => !before.some((edit) => edit.from <= from && from < edit.to));
    edits.set(index, [...before, ...free].sort((a, b) => a.from - b.from || a.to - b.to));
  });
}

function insertions(text: string): Edit[] {
  const code = /`|\$\$/.test(text) ? [...text.matchAll(codeSpan)].map(({ index, 0: { length } }) => ({ from: index, to: index + length })) : [];
  const edits: Edit[] = [];
  const row = /^\s*\|/.test(text);
  for (let open = text.indexOf('[['); open >= 0; open = text.indexOf('[[', open)) {
    const end = blankEnd(text, open + 2);
    const inside = end < 0 ? '' : text.slice(open + 2, end);
    const inCode = (at: number): boolean => code.some(({ from, to }) => from <= at && at < to);
    if (!inCode(open) && end >= 0 && !/[([:]/.test(text[end + 2] ?? '')) {
      for (const { index, 0: sign } of inside.matchAll(row ? specialInRow : special)) {
        const at = open + 2 + index;
        // In a table a bar has its backslash already, for the sake of other viewers.
        if (!inCode(at) && sign.length === 1) edits.push({ from: at, to: at, insert: '\\' });
      }
    }
    open = end < 0 ? open + 2 : end + 2;
  }
  return edits;
}
