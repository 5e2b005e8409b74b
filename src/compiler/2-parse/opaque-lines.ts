/** Which lines are not the lesson's own language: YAML at the top, code between fences, HTML comments (authoring 1.6 (9), (24)). */
import { isBlank, listMarker, width, type Line } from './lines.ts';

export interface OpaqueLines {
  /** True for each line that nothing may be recognised on; the lines of the fences and of the YAML included. */
  opaque: boolean[];
  /** Lines between `---` marks at the top: index of the first and of the last mark; `last` is null when it is missing. */
  frontMatter: { last: number | null } | null;
  /** Fences that are never closed. */
  unclosed: { line: number; column: number; fence: string }[];
}

const fenceOpening = /^(\s*(?:(?:>|[-*+•]|\d{1,9}[.)])\s*)*?)(`{3,}(?!`)|~{3,})/;

/** HTML that runs over blank lines until its own end, as CommonMark has it. */
const rawHtml: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, ends: /<\/(?:script|pre|style|textarea)>/i },
  { begins: /^ {0,3}<\?/, ends: /\?>/ },
  { begins: /^ {0,3}<!\[CDATA\[/, ends: /\]\]>/ },
  { begins: /^ {0,3}<![a-z]/i, ends: />/ },
];

interface Fence {
  line: number;
  /** Offset in the line of the fence marks, for messages. */
  column: number;
  mark: string;
  /** Least indentation of the lines inside; a line with less ends the list item and the fence with it. */
  inset: number;
  /** It stands in a quotation, which ends with its first line without a mark. */
  quoted: boolean;
}

/** Linear in the text. */
export function findOpaqueLines(lines: readonly Line[]): OpaqueLines {
  const opaque = lines.map(() => false);
  const unclosed: OpaqueLines['unclosed'] = [];
  const frontMatter = findFrontMatter(lines);
  let index = frontMatter === null ? 0 : (frontMatter.last ?? -1) + 1;
  opaque.fill(true, 0, index);
  let fence: Fence | null = null;
  let inset = 0;
  for (; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (fence !== null) {
      if (fence.quoted ? /^\s*>/.test(text) : isBlank(text) || width(/^\s*/.exec(text)?.[0] ?? '') >= fence.inset) {
        opaque[index] = true;
        if (closes(text, fence.mark)) fence = null;
        continue;
      }
      fence = null;
    }
    const opening = fenceOpening.exec(text);
    if (opening !== null && !(opening[2]?.startsWith('`') && text.includes('`', opening[0].length))) {
      const [, before = '', mark = ''] = opening;
      fence = { line: index, column: before.length, mark, inset: before.trim() === '' ? Math.min(inset, width(before)) : before.length, quoted: before.includes('>') };
      opaque[index] = true;
      continue;
    }
    if (/^\s{0,3}<!--/.test(text)) {
      index = passComment(lines, index, opaque);
      continue;
    }
    const html = rawHtml.find(({ begins }) => begins.test(text));
    if (html !== undefined) {
      index = passHtml(lines, index, html.ends, opaque);
      continue;
    }
    const marker = listMarker(text);
    if (marker !== null) inset = width(text.slice(0, marker.length).replace(/\S/g, ' '));
    else if (!isBlank(text) && !/^\s/.test(text)) inset = 0;
  }
  if (fence !== null) unclosed.push({ line: fence.line, column: fence.column, fence: fence.mark });
  return { opaque, frontMatter, unclosed };
}

function closes(text: string, mark: string): boolean {
  const end = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
  return end !== undefined && end[0] === mark[0] && end.length >= mark.length;
}

/** Marks the lines of a comment; returns the index of its last line. `<!-->` and `<!--->` are whole comments, as in browsers. */
function passComment(lines: readonly Line[], from: number, opaque: boolean[]): number {
  const first = lines[from]?.text ?? '';
  const start = first.indexOf('<!--');
  let at = first.startsWith('>', start + 4) || first.startsWith('->', start + 4) ? start + 4 : first.indexOf('-->', start + 4);
  let index = from;
  while (at < 0 && index < lines.length - 1) {
    opaque[index] = true;
    index++;
    at = lines[index]?.text.indexOf('-->') ?? -1;
  }
  opaque[index] = true;
  return index;
}

function passHtml(lines: readonly Line[], from: number, ends: RegExp, opaque: boolean[]): number {
  for (let index = from; index < lines.length; index++) {
    opaque[index] = true;
    if (ends.test(lines[index]?.text ?? '')) return index;
  }
  return lines.length;
}

/** A first line of `---` opens YAML when a line `---` or `...` closes it, or when the next line plainly is YAML. */
function findFrontMatter(lines: readonly Line[]): OpaqueLines['frontMatter'] {
  if (lines[0]?.text.trimEnd() !== '---') return null;
  for (let index = 1; index < lines.length; index++) {
    const text = lines[index]?.text.trimEnd();
    if (text === '---' || text === '...') return { last: index };
  }
  return /^[\w-]+:(?:\s|$)/.test(lines[1]?.text ?? '') ? { last: null } : null;
}
