/** The author's line with a caret under the mistake: the excerpt that readable messages show. */
import type { Diagnostic } from './diagnostic.ts';
import { visible } from './visible.ts';

/** Lines of one file, found in one pass; handed out without splitting the file. */
export interface Lines {
  count: number;
  /** Counting from 1, without its line end; '' past the end. */
  line(number: number): string;
  /** Part of a line by UTF-16 columns counting from 1, `to` exclusive: a line may be 50 MB long. */
  slice(number: number, from: number, to: number): string;
  length(number: number): number;
}

/** CRLF, LF and CR each end a line, once. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  const start = (number: number) => starts[number - 1] ?? text.length;
  const end = (number: number) => {
    const next = starts[number];
    return next === undefined ? text.length : next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
  };
  return {
    count: starts.length,
    line: (number) => text.slice(start(number), end(number)),
    slice: (number, from, to) => text.slice(Math.min(end(number), start(number) + from - 1), Math.min(end(number), start(number) + to - 1)),
    length: (number) => end(number) - start(number),
  };
}

/** Printed columns of an excerpt, gutter excluded. */
const WIDTH = 96;
const TAB = 4;
/** Letters written from right to left: a terminal may turn the line round, so a caret cannot be trusted alone. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A line of the excerpt; `kind` lets the printer colour it. */
export interface FrameLine {
  kind: 'source' | 'caret';
  gutter: string;
  text: string;
}

type Spot = Pick<Diagnostic, 'file' | 'line' | 'column' | 'endLine' | 'endColumn' | 'related'>;

/** Empty when the place is not in the file. Lines of the same file that the message refers to are shown as well. */
export function frame(lines: Lines, spot: Spot): FrameLine[] {
  if (spot.line < 1 || spot.line > lines.count || lines.length(spot.line) === 0) return [];
  const others = (spot.related ?? []).filter((other) => other.file === spot.file && other.line >= 1 && other.line <= lines.count);
  const columns = new Map(others.map((other) => [other.line, other.column]));
  columns.set(spot.line, spot.column);
  const numbers = [...columns.keys()].sort((a, b) => a - b);
  const gutterWidth = String(numbers.at(-1)).length + 1;
  return numbers.flatMap((number): FrameLine[] => {
    const window = cut(lines, number, columns.get(number) ?? 1);
    const source: FrameLine = { kind: 'source', gutter: String(number).padStart(gutterWidth), text: window.text };
    if (number !== spot.line) return [source];
    const end = spot.endLine > spot.line ? lines.length(number) + 1 : spot.endColumn;
    return [source, { kind: 'caret', gutter: ' '.repeat(gutterWidth), text: caret(lines, window, spot, end) }];
  });
}

interface Window {
  text: string;
  /** Columns of the line, UTF-16 units from 1, `to` exclusive. */
  from: number;
  to: number;
  prefix: string;
}

/** As much of the line around `column` as fits; an ellipsis stands for what is cut away. */
function cut(lines: Lines, number: number, column: number): Window {
  const length = lines.length(number);
  const whole = length <= WIDTH;
  let from = whole ? 1 : Math.max(1, Math.min(column - WIDTH / 3, length - WIDTH + 1));
  from = Math.floor(from);
  let to = whole ? length + 1 : Math.min(length + 1, from + WIDTH);
  // A pair of surrogates is one character: never cut between its halves.
  if (from > 1 && isLowSurrogate(lines.slice(number, from, from + 1))) from--;
  if (to <= length && isLowSurrogate(lines.slice(number, to, to + 1))) to++;
  const prefix = from > 1 ? '…' : '';
  return { text: prefix + shown(lines.slice(number, from, to)) + (to <= length ? '…' : ''), from, to, prefix };
}

function caret(lines: Lines, window: Window, spot: Spot, end: number): string {
  const from = clamp(spot.column, window.from, window.to);
  const to = clamp(end, from, window.to);
  const before = lines.slice(spot.line, window.from, from);
  const marked = lines.slice(spot.line, from, to);
  const indent = displayWidth(window.prefix + shown(before));
  const width = displayWidth(shown(before + marked)) - displayWidth(shown(before));
  const word = RIGHT_TO_LEFT.test(window.text) && marked !== '' ? ` “${shown(marked)}”` : '';
  return ' '.repeat(indent) + '^'.repeat(Math.max(1, width)) + word;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function isLowSurrogate(unit: string): boolean {
  return /^[\udc00-\udfff]/.test(unit);
}

/** As printed: tabs run to the next stop, control characters are named. */
function shown(text: string): string {
  let out = '';
  for (const part of text.split(/(\t)/)) out += part === '\t' ? ' '.repeat(TAB - (displayWidth(out) % TAB)) : visible(part);
  return out;
}

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ufe00-\ufe0f]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;

/** Cells of a terminal: East Asian wide characters and emoji take two, marks none. A joined emoji takes two. */
export function displayWidth(text: string): number {
  let width = 0;
  let joined = false;
  for (const character of text) {
    if (character === '\u200d') joined = true;
    else if (joined) joined = false;
    else if (character < '\u0300') width += 1;
    else if (!ZERO.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
