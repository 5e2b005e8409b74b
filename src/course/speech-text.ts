/** Narration as it is spoken and captioned: how long a sentence takes, how it is cut for a voice and for the caption line. Pure. */

/** Characters that a voice gets at once: longer ones stop in the middle in some browsers (player.md 2.4). */
const UTTERANCE_MAX = 160;
/** Characters of a caption line, and lines shown at once. */
const LINE_MAX = 42;
const LINES = 2;

const WORDS_A_MINUTE = 150;
/** Scripts without spaces are counted by their characters. */
const LETTERS_A_MINUTE = 300;
/** Between two sentences. Seconds. */
const BREATH = 0.25;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Seconds that a sentence takes to be read aloud at `rate` times the usual speed. */
export function secondsOf(text: string, rate: number): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return ((words / WORDS_A_MINUTE + unspaced / LETTERS_A_MINUTE) * 60) / rate + BREATH;
}

/** The sentence in pieces that a voice can take, cut after a mark if there is one, else at a space, else anywhere. Joined they are the sentence. */
export function utterancesOf(sentence: string): string[] {
  return cut(sentence, UTTERANCE_MAX, /^[\s\S]*[,;:.!?…—–、。，；：！？؛،؟)\]»”]\s*/u);
}

/** What the caption shows one after the other: at most two lines each. Spaces at the cuts are left out. */
export function captionsOf(sentence: string): string[][] {
  const lines = cut(sentence, LINE_MAX, null).map((line) => line.trim()).filter((line) => line !== '');
  const screens: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES) screens.push(lines.slice(at, at + LINES));
  return screens;
}

function cut(text: string, most: number, better: RegExp | null): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const window = wholeCharacters(rest.slice(0, most));
    const marked = better?.exec(window)?.[0].length ?? 0;
    const spaced = window.search(/\s\S*$/u) + 1;
    // A mark near the beginning would leave a piece of two words.
    const at = marked > most / 3 ? marked : spaced > 0 ? spaced : window.length;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Without the first half of a character at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

/** Which caption is shown after a share (0..1) of its sentence was spoken: each takes time by its letters. */
export function captionAt(captions: readonly (readonly string[])[], share: number): number {
  const lengths = captions.map((lines) => lines.join(' ').length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let sum = 0;
  for (const [index, length] of lengths.entries()) {
    sum += length;
    if (share * total < sum) return index;
  }
  return Math.max(0, captions.length - 1);
}
