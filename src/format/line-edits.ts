/** Changes of a text line by line, so that everything that is not changed stays as its author wrote it. */

/** Puts other lines in the place of one; none takes it away. */
export interface LineEdit {
  /** 0-based. */
  line: number;
  with: string[];
  /** Edits of one group make sense only together. */
  group: number;
}

export interface TextLines {
  lines: string[];
  /** The line end that the file uses: the first one in it. */
  end: '\n' | '\r\n';
}

/** Without a byte order mark. Any line end is read; one kind is written. */
export function linesOf(text: string): TextLines {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const end = /\r\n|\n|\r/.exec(plain)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { lines: plain.split(/\r\n|\n|\r/), end };
}

export function joined({ lines, end }: TextLines): string {
  return lines.join(end);
}

/** At most one edit for a line. */
export function applied(lines: readonly string[], edits: readonly LineEdit[]): string[] {
  const by = new Map(edits.map((edit) => [edit.line, edit.with]));
  return lines.flatMap((text, line) => by.get(line) ?? [text]);
}

/** Halves of the edits, no group torn apart; null when there is but one group. */
export function halves(edits: readonly LineEdit[]): [LineEdit[], LineEdit[]] | null {
  const groups = [...new Set(edits.map(({ group }) => group))];
  if (groups.length < 2) return null;
  const first = new Set(groups.slice(0, groups.length >> 1));
  return [edits.filter(({ group }) => first.has(group)), edits.filter(({ group }) => !first.has(group))];
}
