/** Finds what means the same to Markdown wherever it stands in a line: words, and simple marks that close where they must. */

/** Part of a line that can be left out, with the marks in it. Where it begins or ends with a word, that word's first or last character stays: marks beside it look at those. */
export interface Run {
  from: number;
  to: number;
  spans: Span[];
}

/** `code`, *emphasis* or **strong**, with its marks, in the text's offsets. */
export interface Span {
  type: 'inlineCode' | 'emphasis' | 'strong';
  from: number;
  to: number;
}

/** What came before in the same block. */
export interface BlockState {
  /** A bracket or angle has opened: what they enclose is compared, counted and split at blanks, and can go on to the end of the block. */
  brackets: boolean;
  /** Every mark so far had its partner in its line, so that none is waiting for one. */
  marks: boolean;
}

/** A stand-in for less would not be shorter. */
const SHORTEST = 4;

/** After a blank line, and where an item of a bulleted list begins, no bracket and no mark from before is open. */
export function opensBlock(text: string, line: number, end: number): boolean {
  let at = line;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (at === end) return true;
  const bullet = text[at] === '-' || text[at] === '*' || text[at] === '+';
  return bullet && at - line < 4 && text[at + 1] === ' ' && at + 2 < end && !isBlank(text.charCodeAt(at + 2));
}

/** Adds the runs of a line. */
export function findRuns(text: string, line: number, end: number, { runs, block }: { runs: Run[]; block: BlockState }): void {
  // An info string is split at its first blank, and the width of a tab depends on what is before it.
  const whole = text.slice(line, end);
  if (whole.includes('```') || whole.includes('~~~') || whole.includes('\t')) {
    block.marks = false;
    block.brackets = /[[<&]/.test(whole);
    return;
  }
  for (let at = line; at < end; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OPENS) {
      block.brackets = true;
      return;
    }
    const next = kind === WORD || kind === MARK ? runFrom(text, at, { line, end, block }) : null;
    if (next === null) {
      at++;
      continue;
    }
    if (next.run.to - next.run.from >= SHORTEST) runs.push(next.run);
    at = next.at;
  }
}

interface Line {
  line: number;
  end: number;
  block: BlockState;
}

/** The run that begins here, and where to go on; null where none does. */
function runFrom(text: string, begin: number, within: Line): { run: Run; at: number } | null {
  const spans: Span[] = [];
  // Behind the last word or mark.
  let last = begin;
  let at = begin;
  while (at < within.end) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OPENS) break;
    if (kind === MARK) {
      const span = spanAt(text, at, within);
      if (span === null) break;
      spans.push(span);
      last = at = span.to;
    } else {
      at++;
      if (kind === WORD) last = at;
    }
  }
  if (last === begin) return null;
  const from = spans[0]?.from === begin ? begin : begin + 1;
  const to = spans.at(-1)?.to === last ? last : last - 1;
  return { run: { from, to, spans }, at: last };
}

/** The simple span that opens with the mark at `at`. A mark that is anything else may have its partner anywhere in the block. */
function spanAt(text: string, at: number, { line, end, block }: Line): Span | null {
  if (!block.marks) return null;
  const mark = text[at];
  if (mark === '`') return codeAt(text, at, { line, end, block });
  if (mark === '*') return stressAt(text, at, { line, end, block });
  if (mark === '\\') block.marks = false;
  return null;
}

function codeAt(text: string, at: number, { line, end, block }: Line): Span | null {
  const close = text.indexOf('`', at + 1);
  block.marks = close > at + 1 && close < end && text[close + 1] !== '`';
  if (!block.marks) return null;
  const to = close + 1;
  const alone = (at === line || !/[*_~|\\]/.test(text.charAt(at - 1))) && (to === end || !/[*_~|\\]/.test(text.charAt(to))) && !text.slice(at, to).includes('|');
  if (!alone) block.marks = false;
  return alone ? { type: 'inlineCode', from: at, to } : null;
}

/** Of asterisks: opened at the beginning of a word, and nothing but words up to its partner, which no word follows. */
function stressAt(text: string, at: number, { line, end, block }: Line): Span | null {
  const width = text[at + 1] === '*' ? 2 : 1;
  const before = at === line ? ' ' : text.charAt(at - 1);
  // A bullet, or a sign of multiplication.
  if (width === 1 && before === ' ' && (at + 1 === end || text[at + 1] === ' ')) return null;
  block.marks = false;
  if (!isGap(before) || !/[\p{L}\p{N}]/u.test(text.charAt(at + width))) return null;
  let close = at + width;
  while (close < end && kindOf(text.charCodeAt(close)) >= BETWEEN) close++;
  const inside = text.charAt(close - 1);
  const to = close + width;
  const closes = to <= end && text.slice(close, to) === '*'.repeat(width) && /[\p{L}\p{N},.;:'"()/?!%]/u.test(inside) && (to === end || isGap(text.charAt(to)));
  if (!closes) return null;
  block.marks = true;
  return { type: width === 2 ? 'strong' : 'emphasis', from: at, to };
}

/** A blank, or ASCII punctuation that is no mark. */
function isGap(char: string): boolean {
  return /[ ,.;:'"()/?!%$@=+#-]/.test(char);
}

/** Marks end a run unless they are simple; brackets end it for the block; what is between words is no word's first or last character. */
const [MARK, OPENS, BETWEEN, WORD] = [0, 1, 2, 3] as const;
type Kind = typeof MARK | typeof OPENS | typeof BETWEEN | typeof WORD;

const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z]/.test(char)) return WORD;
  if (/[[<&]/.test(char)) return OPENS;
  // Digits too: a line can begin with the number of a list item.
  return /[ ,.;:'"()/?!%$@=+#0-9-]/.test(char) ? BETWEEN : MARK;
});

/** Half of a pair is no character. Marks are all ASCII; what other characters are is looked at beside marks only, where they stay. */
function kindOf(code: number): Kind {
  if (code < 128) return ASCII[code] ?? MARK;
  return code >= 0xd800 && code < 0xe000 ? BETWEEN : WORD;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
