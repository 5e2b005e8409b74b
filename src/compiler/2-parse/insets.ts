/** What quotations and list items put before each line of what stands in them, and how it is taken away again. */

/** A quotation, list item or note that is open at a place of the text, or the indentation that makes code of a line. */
export interface Inset {
  type: 'blockquote' | 'listItem' | 'footnoteDefinition' | 'code';
  /** Where its mark begins. */
  from: number;
  /** Behind the mark. */
  mark: number;
  /** Columns that it takes of each line; of list items they follow from the mark, and are reckoned when first needed. */
  columns: number | null;
}

/** Columns that a list item takes of each of its lines. */
function widthOf(text: string, { from, mark }: Inset, outer: readonly Inset[]): number {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', mark);
  const rest = text.slice(mark, end < 0 ? text.length : end);
  const begin = columnAt(text, line, mark);
  const words = mark + (rest.length - rest.trimStart().length);
  const gap = columnAt(text, line, words) - begin;
  const content = rest.trim() === '' || gap > 4 ? begin + 1 : begin + gap;
  return content - columnAt(text, line, prefixEnd(text, line, from, outer).at);
}

function columnAt(text: string, line: number, at: number): number {
  let column = 0;
  for (let index = line; index < at; index++) column += text[index] === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** Where a line's own content begins, and the blanks that are left of a tab. */
function prefixEnd(text: string, line: number, end: number, insets: readonly Inset[]): { at: number; left: number } {
  let [at, column, left] = [line, 0, 0];
  const step = (): void => {
    const wide = text[at] === '\t' ? 4 - (column % 4) : 1;
    column += wide;
    at++;
  };
  for (const [depth, inset] of insets.entries()) {
    if (inset.type === 'blockquote') {
      let mark = at;
      while (mark < end && mark - at < 4 && text[mark] === ' ') mark++;
      if (mark >= end || text[mark] !== '>') break;
      left = 0;
      while (at <= mark) step();
      if (at < end && (text[at] === ' ' || text[at] === '\t')) step();
    } else {
      // On the line that opens it, the mark itself is what is passed.
      const opening = inset.type !== 'code' && inset.from >= line;
      inset.columns ??= widthOf(text, inset, insets.slice(0, depth));
      const goal = opening && inset.type === 'footnoteDefinition' ? end : column - left + inset.columns;
      while (at < end && column < goal && (opening || text[at] === ' ' || text[at] === '\t')) step();
      left = Math.max(0, column - goal);
    }
  }
  return { at, left };
}

/** Where the content of a line begins in which something begins at `from`. */
export function contentStart(text: string, from: number, insets: readonly Inset[]): number {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  return line === from ? from : prefixEnd(text, line, from, insets).at;
}

/** The lines between two places, without what their insets put before them. */
export function linesWithin(text: string, from: number, to: number, insets: readonly Inset[]): string[] {
  const lines = text.slice(from, to).split('\n');
  if (insets.length === 0) return lines;
  let at = from;
  return lines.map((line, index) => {
    const begin = at;
    at += line.length + 1;
    return index === 0 ? line : withoutPrefix(text, begin, begin + line.length, insets);
  });
}

export function withoutPrefix(text: string, line: number, end: number, insets: readonly Inset[]): string {
  const { at, left } = prefixEnd(text, line, end, insets);
  return ' '.repeat(left) + text.slice(at, end);
}
