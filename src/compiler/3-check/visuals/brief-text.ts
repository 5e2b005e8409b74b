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

export interface Chain {
  /** Its words with the arrows between them. */
  words: string;
  /** What stands before its colon, if that is a name: `for language: syntax → semantics`. */
  name: string | null;
}

/** The first run of words joined by arrows; null when there is none. */
export function chainIn(text: string): string | null {
  return chainsIn(text)[0]?.words ?? null;
}

/** All of them: each goes from the colon or sentence before it to its own end. */
export function chainsIn(text: string): Chain[] {
  const chains: Chain[] = [];
  for (let rest = text; ; ) {
    const first = arrows.exec(rest);
    if (first === null) return chains;
    const before = rest.slice(0, first.index);
    const colon = Math.max(before.lastIndexOf(':'), before.lastIndexOf('：'));
    const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(' — '));
    const start = Math.max(colon + 1, stop < 0 ? 0 : stop + 1);
    const end = chainEnd(rest, start);
    chains.push({ words: rest.slice(start, end).replace(/^[\s—–-]+/, '').trim(), name: colon >= start - 1 ? nameBefore(before.slice(0, Math.max(0, colon))) : null });
    rest = rest.slice(Math.max(end, first.index + first[0].length));
  }
}

/** Behind the last of its items; an item that ends a sentence or a clause is the last. */
function chainEnd(text: string, start: number): number {
  const sign = new RegExp(arrows.source, 'g');
  sign.lastIndex = start;
  let from = start;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const item = text.slice(from, match.index);
    const over = from === start ? -1 : (/[;；。]|\.\s/.exec(quotedIn(item).length > 0 ? '' : item)?.index ?? -1);
    if (over >= 0) return from + over;
    from = match.index + match[0].length;
  }
  return from + endOfItem(text.slice(from)).length;
}

/** `language`, of “second row for language”; a long phrase is no name. */
function nameBefore(words: string): string | null {
  const clause = words.split(/[.;,—–。；]\s*/).at(-1)?.trim() ?? '';
  const behind = /(?:^|\s)(?:for|in|für|bei|pour|dans|para|en)\s+(?:(?:the|die|der|das|la|le|les|el|los|las)\s+)?([\p{L}][\p{L}\p{M} -]{1,28})$/iu.exec(clause)?.[1];
  return behind ?? (/^[\p{L}][\p{L}\p{M}-]{1,20}(?:\s[\p{L}\p{M}-]{1,20})?$/u.test(clause) ? clause : null);
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
  // “Plan, Do, Check, Act (cycle)”: the word for the kind may stand behind its list.
  const start = colon.exec(text)?.index ?? Math.max(text.indexOf(':'), -1);
  const counted = countedItems(text.slice(Math.max(0, start + 1)));
  if (counted.length > 1) return counted;
  // `three bullets – one – two – three`
  const dashed = text.slice(Math.max(0, from)).split(/\s+[–—-]\s+/).slice(1);
  if (start < 0) return dashed.length > 1 ? dashed.map(bare).filter((item) => item !== '') : [];
  const rest = firstSentence(text.slice(start + 1));
  const rows = outside(rest, /[;；]\s*/);
  // `acid / pH 2; water / pH 7`: the slashes are inside of rows.
  if (rows.length > 1 && rows.filter((row) => /\s[/／]\s|\s[—–]\s/.test(row)).length > 1) return rows.map(bare).filter((item) => item !== '');
  const separator = [/\s+[|｜]\s+/, /\s+[/／]\s+/, /\s+\+\s+/, /[;；]\s*/, /(?<!\d)[,、،]\s*(?!\d)|,\s+|[、،]\s*/].find((each) => outside(rest, each).length > 1);
  const items = separator === undefined ? splitAnd(rest) : outside(rest, separator);
  return items.flatMap((item, i) => (i === items.length - 1 ? lastItems(item, separator?.source.includes('/') === true) : [item])).map((item) => bare(item)).filter((item) => item !== '');
}

/** `1. collect 2. compare 3. report`: numbers that count from one. */
function countedItems(text: string): string[] {
  const marks = [...text.matchAll(/(?:^|\s)[(（]?(\d{1,2})[.)）](?=\s)/g)];
  if (marks.length < 2 || marks.some((mark, i) => Number(mark[1]) !== i + 1)) return [];
  return marks.map((mark, i) => bare(text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length).replace(/[,;]\s*$/, ''))).filter((item) => item !== '');
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
