/** Reading the prose of a brief: where a word occurs, what stands in quotes, which words form a list or a chain of arrows. */
import { fold, type Words } from '../../2-parse/table-language.ts';

/** Index in `text` at which one of the words first occurs as a word of its own; -1 when none does. Both sides are folded. */
export function indexOfAny(text: string, words: Words): number {
  const folded = foldedWithSameLength(text);
  const hits = foldedWords(words).map((word) => wholeWord(folded, word)).filter((at) => at >= 0);
  return hits.length === 0 ? -1 : Math.min(...hits);
}

export function hasAny(text: string, words: Words): boolean {
  return indexOfAny(text, words) >= 0;
}

/** The tables are constants, and asked for with every slide: each is folded once. */
const tables = new WeakMap<Words, readonly string[]>();

function foldedWords(words: Words): readonly string[] {
  const known = tables.get(words) ?? Object.values(words).flat().map(foldedWithSameLength);
  tables.set(words, known);
  return known;
}

/** Like `fold`, but each character stays where it is. */
function foldedWithSameLength(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return [...text].map((c) => {
    const folded = fold(c);
    return folded.length === c.length ? folded : c.toLowerCase().length === c.length ? c.toLowerCase() : c;
  }).join('');
}

const letter = /[\p{L}\p{N}]/u;
/** Chinese and Japanese write no spaces, and Arabic grows articles onto words. */
const anywhere = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;

function wholeWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (anywhere.test(word)) return at;
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')) return at;
  }
  return -1;
}

export interface Quoted {
  text: string;
  /** Of the opening quotation mark, and behind the closing one. */
  start: number;
  end: number;
}

const quoted = /"([^"]{1,300})"|“([^“”]{1,300})”|„([^„“”]{1,300})[“”]|«\s?([^«»]{1,300}?)\s?»|「([^「」]{1,300})」|『([^『』]{1,300})』/g;

/** Texts in quotation marks, as they stand. */
export function quotedIn(text: string): Quoted[] {
  return [...text.matchAll(quoted)].map((match) => ({ text: (match.slice(1).find((each) => each !== undefined) ?? '').trim(), start: match.index, end: match.index + match[0].length }));
}

/** The first quoted text that follows one of the words, with few words between. */
export function quotedAfter(text: string, words: Words): Quoted | null {
  const at = indexOfAny(text, words);
  if (at < 0) return null;
  const next = quotedIn(text).find(({ start }) => start >= at);
  return next !== undefined && next.start - at < 60 ? next : null;
}

const arrows = /\s*(?:→|⟶|➔|➜|⇒|=>|-{1,2}>)\s*/;

/** The run of words joined by arrows, from the colon or sentence before it to its own end; null when there is none. */
export function chainIn(text: string): string | null {
  const first = arrows.exec(text);
  if (first === null) return null;
  const before = text.slice(0, first.index);
  const colon = Math.max(before.lastIndexOf(': '), before.lastIndexOf(':'), before.lastIndexOf('：'));
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(' — '));
  const start = Math.max(colon < 0 ? 0 : colon + 1, stop < 0 ? 0 : stop + 1);
  const pieces = text.slice(start).split(arrows);
  const last = pieces.at(-1) ?? '';
  const chain = text.slice(start, text.length - last.length);
  return `${chain}${endOfItem(last)}`.replace(/^[\s—–-]+/, '').trim();
}

/** The last item of a list ends at its quotation mark, else at a comma, a bracketless sentence end or words such as “with”. */
function endOfItem(text: string): string {
  const quote = quotedIn(text)[0];
  if (quote !== undefined && text.slice(0, quote.start).trim() === '') return text.slice(0, quote.end);
  const bracket = /^\s*\[[^\]]*\]/.exec(text)?.[0];
  if (bracket !== undefined) return bracket;
  return text.slice(0, /[,;、،。]|\.(?:\s|$)|\s(?:with|mit|avec|con|from|aus|—|–)\s/.exec(text)?.index ?? text.length);
}

/** Without quotation marks around the whole, and without a full stop at its end. */
export function bare(text: string): string {
  const [only] = quotedIn(text.trim());
  const words = only !== undefined && only.start === 0 && only.end === text.trim().length ? only.text : text.trim();
  return words.replace(/(?<![.…])[.,]$/, '');
}

/** The items listed behind the first colon at or after `from`; [] when there is no list. */
export function listAfter(text: string, from: number): string[] {
  const colon = /[:：]/g;
  colon.lastIndex = Math.max(0, from);
  const start = colon.exec(text)?.index;
  if (start === undefined) return [];
  const rest = firstSentence(text.slice(start + 1));
  const separator = [/\s+[/／]\s+/, /\s+\+\s+/, /[;；]\s*/, /(?<!\d)[,、،]\s*(?!\d)|,\s+|[、،]\s*/].find((each) => outside(rest, each).length > 1);
  const items = separator === undefined ? splitAnd(rest) : outside(rest, separator);
  return items.flatMap((item, i) => (i === items.length - 1 ? lastItems(item, separator?.source.includes('/') === true) : [item])).map((item) => bare(item)).filter((item) => item !== '');
}

/** `x and y` at the end of a list are two items; a slash list ends before “with …”. */
function lastItems(item: string, slashes: boolean): string[] {
  if (slashes) return [endOfItem(item)];
  const and = /^(?:and|und|et|y|e)\s+/iu;
  return splitAnd(item.trim().replace(and, '')).map((each) => each.trim());
}

function splitAnd(text: string): string[] {
  return outside(text.trim(), /\s+(?:and|und|et|y)\s+/iu);
}

/** Cut at a sign, but not inside quotes and brackets. */
function outside(text: string, sign: RegExp): string[] {
  const held = [...quotedIn(text).map(({ start, end }) => [start, end] as const), ...[...text.matchAll(/[(（][^()（）]{0,200}[)）]/g)].map((m) => [m.index, m.index + m[0].length] as const)];
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(sign.source, `${sign.flags.replace('g', '')}g`))) {
    if (held.some(([start, end]) => match.index > start && match.index < end)) continue;
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Up to a full stop that is followed by a space and a capital letter or sign, outside quotes. */
function firstSentence(text: string): string {
  const held = quotedIn(text);
  for (const match of text.matchAll(/(?:\.(?=\s+[^\p{Ll}\s])|\.\s*$|。)/gu)) {
    if (!held.some(({ start, end }) => match.index > start && match.index < end)) return text.slice(0, match.index);
  }
  return text;
}
