/** `[SLIDE n — title]` lines and cues in a script: those that are right, and those that nearly are (authoring R14, 1.6 (8)). */
import { typingDistance } from '../../diagnostics/nearest.ts';

export interface Marker {
  number: number;
  title: string | null;
}

/** The word for a slide, as it may stand in a marker. */
export const slideWord = '(?:slide|folie|diapositive|diapo|diapositiva|lámina|スライド|الشريحة|شريحة)';
const open = '[\\[［【]';
const close = '[\\]］】]';
const number = '(\\p{Nd}{1,4})';
const dash = '[—–−:：.-]+';

const inBrackets = new RegExp(`^${open}\\s*${slideWord}\\s*${number}\\s*(?:${dash}\\s*(.+?))?\\s*${close}$`, 'iu');
/** Alone on its line, with its opening bracket lost or with none at all. */
const bare = new RegExp(`^${slideWord}\\s*${number}\\s*(?:${dash}\\s*(.+?))?\\s*${close}?$`, 'iu');
/** The title may run over the end of a line, and words may follow the bracket. */
const leading = new RegExp(`^\\s*${open}\\s*${slideWord}\\s*${number}\\s*(?:${dash}\\s*([^\\]］】]{1,200}?))?\\s*${close}[^\\S\\n]*`, 'iu');

/** A marker is a title, not a paragraph. */
const longestMarker = 200;

/** A whole line as a marker. Without brackets only a heading or a paragraph of its own is one. */
export function markerOf(line: string, alone: boolean): Marker | null {
  if (line.length > longestMarker) return null;
  const match = inBrackets.exec(line) ?? (alone ? bare.exec(line) : null);
  return match === null ? null : { number: Number((match[1] ?? '').normalize('NFKC')), title: match[2]?.trim() ?? null };
}

/** The marker that some text begins with; `length` of it up to the words that follow. */
export function leadingMarker(text: string): (Marker & { length: number }) | null {
  const match = leading.exec(text.slice(0, longestMarker + 60));
  if (match === null || match[0].split('\n').length > 3) return null;
  const title = match[2]?.replace(/\s+/g, ' ').trim() ?? null;
  return { number: Number((match[1] ?? '').normalize('NFKC')), title, length: match[0].length };
}

export interface BrokenMarker {
  problem: 'unclosed' | 'brackets' | 'number' | 'inside' | 'word';
  /** Where in the line it begins, and how much of it to quote. */
  from: number;
  written: string;
  /** As it should be. */
  meant: string;
}

const unclosed = new RegExp(`^${open}\\s*${slideWord}\\s*${number}(?!\\p{L})\\s*(?:${dash}\\s*)?([^\\]］】]*)$`, 'iu');
const numberless = new RegExp(`^${open}\\s*${slideWord}\\s*(?:${dash}\\s*([^\\]］】]*?)\\s*)?${close}`, 'iu');
const otherBrackets = new RegExp(`^(?:[(（{<]\\s*${slideWord}\\s*${number}\\s*(?:${dash}\\s*(.*?))?\\s*[)）}>]|${slideWord}\\s*${number}\\s*(?:${dash}\\s*(.*?))?\\s*${close})$`, 'iu');
/** With its title and no brackets, right above its words: `Slide 4 — Families`. */
const unbracketed = new RegExp(`^(?:\\*\\*)?${slideWord}\\s*${number}\\s*[—–:：-]+\\s*(\\S.{0,78}[^.。!?,;])$`, 'iu');
/** `[SLIDE four — Families]` */
const inWords = new RegExp(`^${open}\\s*${slideWord}\\s+\\p{L}{2,12}\\s*(?:${dash}\\s*([^\\]］】]*?)\\s*)?${close}`, 'iu');
const inside = new RegExp(`\\S.*?(${open}\\s*${slideWord}\\s*${number}\\s*(?:${dash}\\s*([^\\]］】]*?))?\\s*${close})`, 'iu');
const anyWord = new RegExp(`^${open}\\s*(\\p{L}{3,12})\\s*${number}\\s*(?:${dash}\\s*([^\\]］】]*?))?\\s*${close}`, 'u');

/** What is nearly a marker on a line that is none. `next` is the number a slide here would have; `first`: the line begins its paragraph. */
export function brokenMarker(line: string, next: number, first = false): BrokenMarker | null {
  const text = line.slice(0, longestMarker);
  const made = (problem: BrokenMarker['problem'], written: string, which: string | undefined, title: string | undefined, from = 0): BrokenMarker => {
    const words = title?.trim() ?? '';
    return { problem, from, written: written.length > 60 ? `${written.slice(0, 60).trimEnd()}…` : written, meant: `[SLIDE ${which?.normalize('NFKC') ?? next}${words === '' ? '' : ` — ${words}`}]` };
  };
  const open_ = unclosed.exec(text);
  if (open_ !== null) return made('unclosed', text, open_[1], open_[2]);
  const none = numberless.exec(text);
  if (none !== null) return made('number', none[0], undefined, none[1]);
  const spelt = inWords.exec(text);
  if (spelt !== null) return made('number', spelt[0], undefined, spelt[1]);
  const bareLine = first ? unbracketed.exec(text) : null;
  if (bareLine !== null) return made('brackets', text, bareLine[1], bareLine[2]);
  const other = otherBrackets.exec(text);
  if (other !== null) return made('brackets', text, other[1] ?? other[3], other[2] ?? other[4]);
  const misspelt = anyWord.exec(text);
  const word = misspelt?.[1] ?? '';
  const capitals = word === word.toUpperCase();
  if (misspelt !== null && (capitals || misspelt[3] !== undefined) && !cues.some(({ name }) => name === word) && typingDistance(word.toLowerCase(), 'slide', 2) <= 2) {
    return made('word', misspelt[0], misspelt[2], misspelt[3]);
  }
  const later = inside.exec(text);
  return later === null ? null : made('inside', later[1] ?? '', later[2], later[3], text.indexOf(later[1] ?? ''));
}

/** What may stand in capital letters between square brackets, and how many typing mistakes leave it recognisable. */
const cues: readonly { name: string; slips: number }[] = [
  { name: 'SHOW', slips: 2 },
  { name: 'HIDE', slips: 2 },
  { name: 'PAUSE', slips: 2 },
  { name: 'AUDIO', slips: 2 },
  { name: 'VIDEO', slips: 2 },
  // Two slips would make it any word of three letters.
  { name: 'SAY', slips: 1 },
];

const bracketed = /\[(\p{Lu}{2,12})((?:\s[^\]\n]{0,60})?)\]/gu;

/** `[show 2]`, `[Pause 1s]`, `[ SHOW 2 ]`, `[SHOW2]`, `(SHOW 2)`: cues but for their capitals, spaces or brackets. */
const loose = /[[(]\s*(show|hide|pause|say|audio|video)\s*((?:\d{1,2}\s?s?|as\s[^\])\n]{1,40}|[\w./-]{1,80}\.\w{2,4}))\s*[\])]/gi;

/** Bracketed words that are nearly a cue. */
export function brokenCues(text: string): { from: number; written: string; meant: string }[] {
  const spaced = [...text.matchAll(loose)].flatMap((match) => {
    const [written, name = '', rest = ''] = match;
    const meant = `[${name.toUpperCase()} ${rest.trim()}]`;
    return written === meant || new RegExp(`^\\[${name.toUpperCase()}\\s`).test(written) ? [] : [{ from: match.index, written, meant }];
  });
  const misspelt = [...text.matchAll(bracketed)].flatMap((match) => {
    const [written, word = '', rest = ''] = match;
    if (word === 'SLIDE' || cues.some(({ name }) => name === word)) return [];
    const near = cues.find(({ name, slips }) => typingDistance(word, name, slips) <= slips);
    return near === undefined ? [] : [{ from: match.index, written, meant: `[${near.name}${rest}]` }];
  });
  return [...spaced, ...misspelt.filter(({ from }) => !spaced.some((each) => each.from === from))];
}
