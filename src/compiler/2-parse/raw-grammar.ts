/** Code and HTML inside a paragraph, found in time linear in its length, with no pattern that could run out of stack. */
import type { InlineContext, InlineParser } from '@lezer/markdown';

export const rawParsers: readonly InlineParser[] = [
  { name: 'InlineCode', parse: (cx, next, at) => (next === 96 ? code(cx, at) : -1) },
  { name: 'HTMLTag', parse: (cx, next, at) => (next === 60 ? html(cx, at) : -1) },
];

/** Where runs of backticks begin, by their length, last one first. */
const ticks = new WeakMap<InlineContext, Map<number, number[]>>();

function ticksOf(cx: InlineContext): Map<number, number[]> {
  const known = ticks.get(cx);
  if (known !== undefined) return known;
  const found = new Map<number, number[]>();
  for (const { 0: run, index } of cx.text.matchAll(/`+/g)) {
    const same = found.get(run.length);
    if (same === undefined) found.set(run.length, [index]);
    else same.push(index);
  }
  for (const same of found.values()) same.reverse();
  ticks.set(cx, found);
  return found;
}

/** A run of backticks opens code that the next run of the same length closes; behind a backslash it is one shorter. */
function code(cx: InlineContext, at: number): number {
  if (cx.char(at - 1) === 96 && cx.char(at - 2) !== 92) return -1;
  let size = 1;
  while (cx.char(at + size) === 96) size++;
  const same = ticksOf(cx).get(size) ?? [];
  const inside = at + size - cx.offset;
  while (same.length > 0 && (same.at(-1) ?? 0) < inside) same.pop();
  const close = same.at(-1);
  return close === undefined ? -1 : cx.addElement(cx.elt('InlineCode', at, close + size + cx.offset));
}

const address = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\u0000-\u0020\u007f<>]*|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)>/iy;
const closing = /<\/[a-z][a-z0-9-]*\s*>/iy;
const opening = /<[a-z][a-z0-9-]*/iy;
const attribute = /\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?/iy;
const end = /\s*\/?>/y;

function html(cx: InlineContext, at: number): number {
  const { text, offset } = cx;
  const from = at - offset;
  const link = behind(address, text, from);
  if (link !== null) return cx.addElement(cx.elt('Autolink', at, link + offset));
  const to = text[from + 1] === '!' || text[from + 1] === '?' ? instructionEnd(text, from) : (behind(closing, text, from) ?? tagEnd(text, from));
  return to === null ? -1 : cx.addElement(cx.elt('HTMLTag', at, to + offset));
}

export function behind(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function tagEnd(text: string, from: number): number | null {
  let at = behind(opening, text, from);
  for (let next = at; next !== null; next = behind(attribute, text, next)) at = next;
  return at === null ? null : behind(end, text, at);
}

/** Comments, instructions, CDATA and declarations. */
function instructionEnd(text: string, from: number): number | null {
  const kinds = [
    ['<!--', '-->', 2],
    ['<?', '?>', 2],
    ['<![CDATA[', ']]>', 9],
  ] as const;
  for (const [begin, close, least] of kinds) {
    if (!text.startsWith(begin, from)) continue;
    const found = text.indexOf(close, from + least);
    return found < 0 ? null : found + close.length;
  }
  const found = /[a-z]/i.test(text.charAt(from + 2)) ? text.indexOf('>', from) : -1;
  return found < 0 ? null : found + 1;
}
