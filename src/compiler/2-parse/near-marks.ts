/** Lines that lack one sign to be Markdown: found on the raw lines, because a tree does not say what is absent (authoring 1.4). */
import { calloutKinds } from '../../course/prose-nodes.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { blockNames } from './containers.ts';
import { cells } from './guard-blocks.ts';
import { findLabel } from './label-names.ts';
import { placeOn, type View } from './line-view.ts';
import { isBlank, listMarker, type Line } from './lines.ts';
import { displayAt, environmentAt, formulasOn } from './near-formulas.ts';
import { findHeadingSection } from './section-names.ts';

/** Linear in the text. `isOut`: lines on which nothing is recognised. */
export function findNearMarks(file: string, lines: readonly Line[], isOut: (line: number) => boolean): Diagnostic[] {
  const view: View = { file, lines, text: (index) => (isOut(index) ? '' : (lines[index]?.text ?? '')) };
  const out: Diagnostic[] = [];
  let passed = -1;
  for (let index = 0; index < lines.length; index++) {
    const text = view.text(index);
    const first = text.trimStart()[0];
    if (first === undefined) continue;
    if (first === '#' || first === '＃') push(out, headingAt(index, view));
    else if (first === ':') push(out, blockAt(index, view));
    else if (first === '>' || first === '[' || first === '!') push(out, calloutAt(index, view));
    else if (first === '|') push(out, tableAt(index, view));
    if (index > passed && mayList.test(text)) {
      const run = listAt(index, view);
      passed = run.last;
      push(out, run.diagnostic);
    }
    if (first === '\\') push(out, environmentAt(index, view) ?? displayAt(index, view));
    if (text.includes('$') || text.includes('\\')) for (const one of formulasOn(index, view)) out.push(one);
  }
  return out;
}

function push(out: Diagnostic[], found: Diagnostic | null): void {
  if (found !== null) out.push(found);
}

const nearHeading = /^( {0,3})([#＃]{1,6})(?![#＃])([ \t\u3000]*)([\p{L}\p{N}*_“"].*)$/u;

/** `##Key terms`, `＃ クイズ`. One sign before a word is a hashtag, unless the word names a section. */
function headingAt(line: number, view: View): Diagnostic | null {
  const match = nearHeading.exec(view.text(line));
  if (match === null) return null;
  const [, indent = '', marks = '', space = '', rest = ''] = match;
  const wide = marks.includes('＃');
  if ((!wide && space !== '') || (wide && space === '' && marks.length === 1 && findHeadingSection(rest) === null)) return null;
  if (marks.length === 1 && !wide && findHeadingSection(rest) === null) return null;
  const words = rest.trim().slice(0, 80);
  return diagnose('syntax/heading-space', placeOn(view, line, indent.length, indent.length + marks.length + (wide ? space.length : 0)), { marks, words });
}

const nearBlock = new RegExp(`^(\\s{0,3})(:{1,2})(${blockNames.join('|')})(?=[[{]|\\s*$)`, 'i');

function blockAt(line: number, view: View): Diagnostic | null {
  const match = nearBlock.exec(view.text(line));
  if (match === null) return null;
  const [whole, indent = '', colons = '', name = ''] = match;
  return diagnose('syntax/block-colons', placeOn(view, line, indent.length, whole.length), { name: name.toLowerCase(), colons });
}

const kindNames = calloutKinds.join('|');
/** `> [NOTE]`, `> [!NOTE`, `> [! NOTE ]`, `> !NOTE`, `> [!NOTE]:`. */
const nearMark = new RegExp(`^(\\s*(?:>\\s*)+)((?:\\[\\s*!?|!)\\s*(${kindNames})\\s*(?:\\]:?)?)\\s*$`, 'i');
const rightMark = /^\[![A-Za-z]+\]$/;
/** `[!NOTE]` without a quotation, `!!! note` of other tools. */
const outsideMark = new RegExp(`^( {0,3})(\\[!\\s*(${kindNames})\\s*\\]|!!!\\s*(${kindNames})\\b)`, 'i');

function calloutAt(line: number, view: View): Diagnostic | null {
  const text = view.text(line);
  if (text.length > 400 || view.text(line - 1).trimStart().startsWith('>')) return null;
  const quoted = nearMark.exec(text);
  if (quoted !== null) {
    const [, before = '', written = '', kind = ''] = quoted;
    if (rightMark.test(written)) return null;
    return diagnose('syntax/broken-callout', placeOn(view, line, before.length, before.length + written.length), { written, kind: kind.toUpperCase(), problem: 'mark' });
  }
  const outside = outsideMark.exec(text);
  if (outside === null) return null;
  const [whole, indent = '', written = '', kind, other] = outside;
  return diagnose('syntax/broken-callout', placeOn(view, line, indent.length, whole.length), { written, kind: (kind ?? other ?? '').toUpperCase(), problem: 'outside' });
}

const barred = /^\s*\|.*\|\s*$/;
const dashes = /^[\s|:-]*-[\s|:-]*$/;

/** Two lines between bars and no line of dashes that fits the first. */
function tableAt(line: number, view: View): Diagnostic | null {
  const text = view.text(line);
  const next = view.text(line + 1);
  if (text.length > 2000 || !barred.test(text) || !barred.test(next) || view.text(line - 1).trimStart().startsWith('|') || dashes.test(text)) return null;
  const count = cells(text);
  const found = dashes.test(next) ? cells(next) : 0;
  if (count < 2 || found === count) return null;
  const from = text.length - text.trimStart().length;
  return diagnose('table/not-a-table', placeOn(view, line, from, text.trimEnd().length), { cells: count, found });
}

const mayList = /^\s*(?:\d{1,3}[.)]|[-+*]|\d{1,3} (?=\p{Lu}))(?=["“«(]?\p{L})/u;
const numberedEntry = /^(\s*)((\d{1,3})[.)])((?=["“«(]?(?:\p{L}{2}|\p{Lo})).*)$/u;
const bulletEntry = /^(\s*)([-+]|\*(?![\p{L}][.)．）]))((?=["“«(]?\p{L})(?!.*\*).*)$/u;

interface Entry {
  indent: number;
  mark: string;
  words: string;
  number: number | null;
}

function entryOn(text: string): Entry | null {
  if (text.length > 2000) return null;
  const [, indent = '', mark = '', number, words = ''] = numberedEntry.exec(text) ?? [];
  if (number !== undefined) return { indent: indent.length, mark, words, number: Number(number) };
  const bullet = bulletEntry.exec(text);
  return bullet === null ? null : { indent: (bullet[1] ?? '').length, mark: bullet[2] ?? '', words: bullet[3] ?? '', number: null };
}

/** `1.Collect` beside its neighbours `2.` or `0.`; alone it may be a name, such as “1.FC”. */
function listAt(line: number, view: View): { diagnostic: Diagnostic | null; last: number } {
  const entry = entryOn(view.text(line));
  if (entry === null) return { diagnostic: dotless(line, view), last: line };
  let last = line;
  let more = 0;
  let previous = entry;
  for (let next = nextLine(line, view); next > 0; next = nextLine(next, view)) {
    const other = entryOn(view.text(next));
    if (other === null || !follows(previous, other.mark, other.number)) break;
    [previous, last] = [other, next];
    more++;
  }
  const beside = more > 0 || neighbour(entry, before(line, view), -1, view) || neighbour(previous, nextLine(last, view), 1, view);
  if (!beside || isLabel(entry.words)) return { diagnostic: null, last };
  const words = entry.words.trim().slice(0, 60);
  return { diagnostic: diagnose('syntax/list-space', placeOn(view, line, entry.indent, entry.indent + entry.mark.length), { mark: entry.mark, written: entry.mark, words, more }), last };
}

/** `4 Update` right below `3. Step`: the dot is missing. */
function dotless(line: number, view: View): Diagnostic | null {
  const match = /^(\s*)(\d{1,3})( )(\p{Lu}.*)$/u.exec(view.text(line).slice(0, 400));
  const marker = match === null ? null : listMarker(view.text(line - 1));
  if (match === null || marker?.kind !== 'number' || Number(marker.mark.slice(0, -1)) !== Number(match[2]) - 1) return null;
  const [, indent = '', digits = '', , words = ''] = match;
  const mark = `${digits}${marker.mark.at(-1) ?? '.'}`;
  return diagnose('syntax/list-space', placeOn(view, line, indent.length, indent.length + digits.length), { mark, written: digits, words: words.trim().slice(0, 60), more: 0 });
}

function follows(entry: Entry, mark: string, number: number | null): boolean {
  return entry.number === null ? number === null && mark === entry.mark : number === entry.number + 1;
}

/** The next line with words, over one empty line at most; -1 when there is none. */
function nextLine(line: number, view: View): number {
  if (!isBlank(view.text(line + 1))) return line + 1;
  return isBlank(view.text(line + 2)) ? -1 : line + 2;
}

function before(line: number, view: View): number {
  return isBlank(view.text(line - 1)) ? line - 2 : line - 1;
}

/** A proper list entry that the line continues. */
function neighbour({ mark, number }: Entry, line: number, step: number, view: View): boolean {
  const marker = line < 0 ? null : listMarker(view.text(line));
  if (marker === null) return false;
  return number === null ? marker.mark === mark : marker.kind === 'number' && Number(marker.mark.slice(0, -1)) === number + step;
}

/** `1.Q: …` is a question, and read as one. */
function isLabel(words: string): boolean {
  const name = /^(\p{L}[\p{L}\p{M}]{0,15})\s?\p{Nd}{0,4}\s?[:：]/u.exec(words)?.[1];
  return name !== undefined && findLabel(name) === 'q';
}
