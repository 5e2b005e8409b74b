/** Cuts a text where Markdown certainly begins anew, so that long lessons are parsed in time linear in their length. */

/** Parsing time grows with the square of a segment's length; below this the square is not felt. */
const WISHED = 6000;

export interface Segment {
  start: number;
  end: number;
  /**
   * It begins right below another line with what looks like one more item of a list. Whether that list is still open
   * there only the parser can tell; where it is not, the cut must be undone.
   */
  inList: boolean;
}

interface State {
  blank: boolean;
  /** A line since the last blank one begins with `<`: HTML may go on to the next blank line. */
  html: boolean;
  /** Mark of the last list item at the margin: `-`, `*`, `+`, `.` or `)`. */
  mark: string | null;
}

/**
 * Segments of about 6,000 characters or more that join to the whole text. A cut is made only before a line at the margin that
 * follows a blank line (or is a heading), or between the items of a list at the margin; never inside code or HTML that runs over blank lines.
 * `uncuttable` tells by offset of a line's start.
 */
export function cutSegments(text: string, uncuttable: (lineStart: number) => boolean): Segment[] {
  const segments: Segment[] = [];
  const state: State = { blank: true, html: false, mark: null };
  let [start, inList] = [0, false];
  for (let line = 0; line < text.length; ) {
    const end = text.indexOf('\n', line);
    const next = end < 0 ? text.length : end + 1;
    const head = text.slice(line, Math.min(next, line + 16));
    const anew = beginsAnew(head, state);
    if ((anew || (state.mark !== null && markOf(head) === state.mark)) && line - start >= WISHED && !uncuttable(line)) {
      segments.push({ start, end: line, inList });
      [start, inList] = [line, !anew];
    }
    advance(head, text.slice(line, next), state);
    line = next;
  }
  segments.push({ start, end: text.length, inList });
  return segments;
}

/** A list item after a blank line may go on with a list, but it needs nothing of it to be read; such lists are joined again. */
function beginsAnew(head: string, { blank, html }: State): boolean {
  if (/^\s/.test(head)) return false;
  return blank || (/^#{1,6}[ \t]/.test(head) && !html);
}

/** Mark of the list item that a line at the margin begins with. */
export function markOf(head: string): string | null {
  return /^(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/.exec(head)?.slice(1).find((mark) => mark !== undefined) ?? null;
}

function advance(head: string, line: string, state: State): void {
  const blank = !/\S/.test(line);
  if (blank) state.html = false;
  else if (/^[\s>*+\d.)-]*</.test(head)) state.html = true;
  if (!blank && !/^\s/.test(head)) {
    const mark = markOf(head);
    // A lazy line right under an item continues it; after a blank line it ends the list.
    if (mark !== null || state.blank) state.mark = mark;
  }
  state.blank = blank;
}
