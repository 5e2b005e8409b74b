/** When each sentence of a slide is heard, from the captions beside its recording: their times, led over to the script by the words of both. */
import type { Sentence } from '../../course/narration.ts';
import { alignWords, type Pair } from './align-words.ts';
import type { Cue } from './captions.ts';
import { wordsOf } from './match-words.ts';

export interface TimedNarration {
  sentences: Sentence[];
  /** The first place where captions and script say something quite different. */
  differs: { cue: number; captions: string; script: string } | null;
}

/** So many words in a row that only one of the two has are no slip of the tongue. */
const MANY = 5;
/** Captions stand until the next one when that comes within so many seconds. */
const HELD = 1;

interface Token {
  word: string;
  /** Of the sentence or caption, and the place in it. */
  of: number;
  at: number;
}

/** null when the two are not about the same. */
export function timedNarration(sentences: readonly Sentence[], cues: readonly Cue[]): TimedNarration | null {
  const script = tokensOf(sentences.map(({ text }) => text));
  const heard = tokensOf(cues.map(([, , text]) => text));
  const pairs = alignWords(script.map(({ word }) => word), heard.map(({ word }) => word));
  if (pairs.length === 0 || pairs.length * 4 < script.length + heard.length) return null;
  const seconds = secondsOfTokens(script.length, pairs, heard, cues);
  const firsts = firstTokens(script, sentences.length);
  const last = cues.at(-1)?.[1] ?? 0;
  // The recording is heard from its beginning and to its end, whatever comes before the first word.
  const begins = sentences.map((_, index) => (index === 0 ? 0 : (seconds[firsts[index] ?? script.length] ?? last)));
  const timed = sentences.map((sentence, index): Sentence => {
    const [from, to] = [round(begins[index] ?? 0), round(begins[index + 1] ?? last)];
    const shown = sentence.cues.map((cue) => (cue.do === 'show' || cue.do === 'hide' ? { ...cue, second: round(seconds[tokenAt(script, firsts, index, cue.at)] ?? to) } : cue));
    return { ...sentence, cues: shown, heard: { from, to, captions: captionsWithin(from, to, cues) } };
  });
  return { sentences: timed, differs: difference(pairs, script, heard, { sentences, cues }) };
}

/** Scripts without spaces are compared by their letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function tokensOf(texts: readonly string[]): Token[] {
  return texts.flatMap((text, of) => wordsOf(text).flatMap(({ text: word, at }): Token[] => (UNSPACED.test(word) ? [...word].map((letter, index) => ({ word: letter, of, at: at + index })) : [{ word, of, at }])));
}

/** Of each word of the script: that of its pair, else between its neighbours. Never falling. */
function secondsOfTokens(count: number, pairs: readonly Pair[], heard: readonly Token[], cues: readonly Cue[]): number[] {
  const last = cues.at(-1)?.[1] ?? 0;
  const known: (readonly [token: number, second: number])[] = [...pairs.map(([left, right]) => [left, secondOf(heard[right], cues)] as const), [count, last]];
  const out: number[] = [];
  let before: readonly [number, number] = [-1, cues[0]?.[0] ?? 0];
  for (const [token, second] of known) {
    const until = Math.max(second, before[1]);
    for (let each = out.length; each < token; each++) out.push(before[1] + ((until - before[1]) * (each - before[0])) / (token - before[0]));
    if (token < count) out.push(until);
    before = [token, until];
  }
  return out;
}

/** Within a caption time passes by its letters. */
function secondOf(token: Token | undefined, cues: readonly Cue[]): number {
  const [start, end, text] = cues[token?.of ?? 0] ?? [0, 0, ''];
  const first = wordsOf(text)[0]?.at ?? 0;
  return start + ((end - start) * Math.max(0, (token?.at ?? 0) - first)) / Math.max(1, text.length - first);
}

/** Of each sentence its first word, that of the next for one without any. */
function firstTokens(script: readonly Token[], count: number): number[] {
  const firsts: number[] = [];
  script.forEach(({ of }, index) => {
    while (firsts.length <= of) firsts.push(index);
  });
  while (firsts.length < count) firsts.push(script.length);
  return firsts;
}

/** The first word of the sentence at `at` or behind it; past the end for none. */
function tokenAt(script: readonly Token[], firsts: readonly number[], sentence: number, at: number): number {
  for (let index = firsts[sentence] ?? script.length; script[index]?.of === sentence; index++) if ((script[index]?.at ?? 0) >= at) return index;
  return -1;
}

/** `cues` in the order of their beginnings. */
function captionsWithin(from: number, to: number, cues: readonly Cue[]): [number, string][] {
  const captions: [number, string][] = [];
  for (let index = lastBefore(from, cues); index < cues.length; index++) {
    const [start, end, text] = cues[index] ?? [0, 0, ''];
    if (start >= to - 0.01) break;
    const next = cues[index + 1]?.[0] ?? to;
    const until = next - end <= HELD ? next : end;
    if (until <= from + 0.01) continue;
    captions.push([round(Math.max(from, start)), text]);
    if (until < Math.min(next, to) - 0.01) captions.push([round(until), '']);
  }
  return captions;
}

/** Index of the last caption that begins by then, or 0. */
function lastBefore(second: number, cues: readonly Cue[]): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.[0] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function difference(pairs: readonly Pair[], script: readonly Token[], heard: readonly Token[], texts: { sentences: readonly Sentence[]; cues: readonly Cue[] }): TimedNarration['differs'] {
  let before: Pair = [-1, -1];
  for (const pair of [...pairs, [script.length, heard.length] as const]) {
    const [left, right] = [pair[0] - before[0] - 1, pair[1] - before[1] - 1];
    if (Math.max(left, right) >= MANY) {
      const cue = heard[Math.min(before[1] + 1, heard.length - 1)]?.of ?? 0;
      const sentence = script[Math.min(before[0] + 1, script.length - 1)]?.of ?? 0;
      return { cue, captions: texts.cues[cue]?.[2].replace(/\s+/g, ' ') ?? '', script: texts.sentences[sentence]?.text ?? '' };
    }
    before = pair;
  }
  return null;
}
