/** The author's lines, as editors count them, and what stands on them before any Markdown is read (authoring R0, R4, R8, R9). */

export interface Line {
  /** Offset in the author's text, after a byte order mark. */
  start: number;
  text: string;
}

/** Splits at LF, CRLF and lone CR. A byte order mark belongs to no line. Linear. */
export function splitLines(original: string): Line[] {
  const lines: Line[] = [];
  let start = original.startsWith('\uFEFF') ? 1 : 0;
  const end = /\r\n|\n|\r/g;
  for (let match = end.exec(original); match !== null; match = end.exec(original)) {
    lines.push({ start, text: original.slice(start, match.index) });
    start = end.lastIndex;
  }
  lines.push({ start, text: original.slice(start) });
  return lines;
}

/** Spaces of every width and the tab: what an author sees as nothing. */
export const SPACE = '[\\s\\u200b\\u2060]';

export function isBlank(text: string): boolean {
  return !/[^\s\u200b\u2060\ufeff]/u.test(text);
}

/** Marks that word processors, browsers and Japanese writers put before list items, beside Markdown's `-`, `*` and `+`. */
export const exoticBullets = '•◦▪▫‣·–∙●○■□◆◇►▶➢➤➔✓✔⁃\uf0b7\uf0a7\uf0d8\uf076\uf02d・';

/** What may open a list item: a bullet or a number, possibly escaped by a word processor, then space, then text. */
const opening = new RegExp(
  `^((?:${SPACE}|&nbsp;)*)` +
    `(?:(\\\\?[-*+]|[${exoticBullets}]|[o§](?=\\t))((?:${SPACE}|&nbsp;)+|(?<=[・•◦▪●■‣]))` +
    `|([0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19]{1,9})(\\\\?[.)．）])((?:${SPACE}|&nbsp;)+|(?<=[．）])))` +
    `(?=\\S)`,
  'u',
);

export interface ListMarker {
  /** Length of the white space before it. */
  indent: number;
  kind: 'bullet' | 'number';
  /** As written, without the spaces around. */
  mark: string;
  /** Length of the white space after it. */
  gap: number;
  /** Length of everything before the item's text. */
  length: number;
}

/** The list marker at the start of a line, or null. A row of marks (`- - -`, `***`) is a divider, not an item. */
export function listMarker(text: string): ListMarker | null {
  const match = opening.exec(text);
  if (match === null || /^\s*([-*_])(?:[ \t]*\1){2,}\s*$/.test(text)) return null;
  const [whole, space = '', bullet, gapOfBullet, digits, stop, gapOfNumber] = match;
  const gap = (gapOfBullet ?? gapOfNumber ?? '').length;
  return {
    indent: space.length,
    kind: bullet === undefined ? 'number' : 'bullet',
    mark: bullet ?? `${digits}${stop}`,
    gap,
    length: whole.length,
  };
}

/** Width of white space in columns: tabs reach to the next multiple of four, `&nbsp;` is one, the wide space of Chinese and Japanese two. */
export function width(space: string): number {
  let columns = 0;
  for (let i = 0; i < space.length; i++) {
    if (space.startsWith('&nbsp;', i)) i += 5;
    columns = space[i] === '\t' ? (Math.floor(columns / 4) + 1) * 4 : columns + (space[i] === '\u3000' ? 2 : 1);
  }
  return columns;
}
