/** How long a lesson takes: what its author declares, and what its words add up to (authoring 1.6, 21). */
import type { Minutes } from '../../course/course.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { fold } from '../2-parse/table-language.ts';
import { asciiDigits } from '../../course/digits.ts';
import type { Report } from './report.ts';
import { plainText, rememberOffsets, walk } from './tree.ts';
import { countWords } from './words.ts';

/** Minutes; both ends the same where one number is given. */
export interface MinuteSpan {
  low: number;
  high: number;
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|時間|ساعة|ساعات)$/, 60],
  [/^(?:min|mins|minutes?|minuten?|minutos?|m|分|分間|دقيقة|دقائق|دقايق)$/, 1],
  [/^(?:s|sec|secs|seconds?|sek|sekunden?|secondes?|segundos?|秒)$/, 1 / 60],
];

function unitOf(word: string): number | null {
  return units.find(([names]) => names.test(word) || names.test(fold(word)))?.[1] ?? null;
}

const number = '\\p{Nd}{1,4}(?:[.,]\\p{Nd}{1,2})?';
const clock = new RegExp(`(${number})(?:\\s*(?:[–—−-]|to|bis|a|à|~|から|إلى)\\s*(${number}))?\\s*([\\p{L}]{1,12})`, 'giu');
const iso = /^PT(?:(\d{1,3}(?:\.\d+)?)H)?(?:(\d{1,4}(?:\.\d+)?)M)?(?:(\d{1,5})S)?$/i;

/** `~30 min`, `28–32 min`, `1 h 30 min`, `1,5 Std.`, `PT30M`, `30`; null when it is none of these. `length` = how much of the text was read. */
export function parseDuration(text: string): (MinuteSpan & { length: number }) | null {
  const short = text.slice(0, 120);
  const exact = iso.exec(short.trim());
  if (exact !== null) {
    const minutes = Number(exact[1] ?? 0) * 60 + Number(exact[2] ?? 0) + Number(exact[3] ?? 0) / 60;
    return minutes > 0 ? { low: minutes, high: minutes, length: short.length } : null;
  }
  const plain = /^[~≈]?\s*(\p{Nd}{1,4})$/u.exec(short.trim());
  if (plain !== null) return { low: digits(plain[1]), high: digits(plain[1]), length: short.length };
  return worded(short);
}

function worded(text: string): (MinuteSpan & { length: number }) | null {
  let [low, high, length] = [0, 0, 0];
  for (const match of text.matchAll(clock)) {
    const unit = unitOf((match[3] ?? '').toLowerCase());
    if (unit === null) continue;
    // “28–32 min raw, 25 min final” declares one duration, “1 h 30 min” is one too.
    if (length > 0 && !/^[\s,]*(?:and|und|et|y)?\s*$/.test(text.slice(length, match.index))) break;
    low += digits(match[1]) * unit;
    high += digits(match[2] ?? match[1]) * unit;
    length = match.index + match[0].length;
    if (unit < 60) break;
  }
  return high > 0 ? { low, high, length } : null;
}

function digits(text: string | undefined): number {
  return Number(asciiDigits(text ?? '0').replace(/[,٫]/, '.'));
}

export interface Amounts {
  /** Words to read, words spoken, questions. */
  words: number;
  narration: number;
  items: number;
}

const reading = new Set(['objectives', 'primer', 'content', 'example', 'terms']);

export function countAmounts(sections: readonly SectionNode[], narration: readonly string[], items: number): Amounts {
  let words = 0;
  for (const section of sections) if (reading.has(section.role)) words += countWords(plainText(section.blocks));
  return { words, narration: narration.reduce((sum, text) => sum + countWords(text), 0), items };
}

/** Unrounded. A quick reader takes 240 words a minute, a slow one 160; speakers 160 to 140. */
export function estimate({ words, narration, items }: Amounts): MinuteSpan {
  return { low: words / 240 + narration / 160 + items * 0.5, high: words / 160 + narration / 140 + items * 1.25 };
}

/** So many minutes more or less mislead nobody, however short the lesson or the recording. */
const slack = { lesson: 2, recording: 0.5 };

/** Lessons in which learners do something that no word of the text accounts for. */
const practical = /\b(?:labs?|laboratory|exercise|workshop|practical|hands-on|übung|labor|praktikum|travaux pratiques|atelier|taller|práctica|laboratorio)\b|実習|演習|تمرين|مختبر|عملي/iu;

function isFarOff(declared: MinuteSpan, estimated: MinuteSpan, near: number): boolean {
  if (declared.high > estimated.low - near && declared.low < estimated.high + near) return false;
  return declared.high < estimated.low * 0.75 || declared.low > estimated.high * 1.25;
}

/** The name that the author gave a field: `Dauer`, `duration`. */
function keyOf({ fields, source }: LessonDocument, name: string): string {
  const field = fields.get(name);
  const { line, column } = field?.place.start ?? { line: 1, column: 1 };
  const before = (source.original.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(Math.max(0, column - 60), column - 1);
  return /(\p{L}[\p{L}\p{M}’' -]{0,39}?)(?:\*\*|__)?\s?[:：|]\s*(?:\*\*|__)?["']?[~≈]?$/u.exec(before)?.[1] ?? 'Duration';
}

export function checkDuration(document: LessonDocument, amounts: Amounts, report: Report): Minutes {
  const span = estimate(amounts);
  const rounded = { low: Math.max(1, Math.ceil(span.low)), high: Math.max(1, Math.ceil(span.high)) };
  const field = document.fields.get('duration');
  if (field === undefined) return { declared: null, ...rounded };
  const declared = parseDuration(field.value);
  if (declared === null) {
    report.add('time/unreadable', field.place, { key: keyOf(document, 'duration'), value: field.value });
    return { declared: null, ...rounded };
  }
  const doing = practical.test(document.fields.get('type')?.value ?? '') && declared.low > span.high;
  // A lesson without text has a message of its own.
  if (amounts.words + amounts.narration > 0 && !doing && isFarOff(declared, span, slack.lesson) && !(declared.low <= rounded.high && declared.high >= rounded.low)) {
    report.add('time/far-off', field.place, { key: keyOf(document, 'duration'), declared: field.value, ...rounded, ...amounts });
  }
  return { declared: Math.round((declared.low + declared.high) / 2), ...rounded };
}

const recording = /(?:^|\n)\s*(?:recording|recording time|recording length|aufnahme|aufnahmezeit|enregistrement|durée d'enregistrement|grabación|duración de la grabación|収録|録音|التسجيل)\s*[:：]\s*/iu;

/** `Recording: ~28–32 min` in private notes, against the script. */
export function checkRecording(sections: readonly SectionNode[], narration: number, document: LessonDocument, report: Report): void {
  if (narration === 0) return;
  const offsets = rememberOffsets(document.source);
  for (const section of sections) {
    if (section.role !== 'notes') continue;
    walk(section.blocks, (node) => {
      const match = node.type === 'text' ? recording.exec(node.value) : null;
      if (node.type !== 'text' || match === null) return;
      const from = match.index + match[0].length;
      const declared = parseDuration(node.value.slice(from));
      const spoken = { low: narration / 160, high: narration / 140 };
      if (declared === null || !isFarOff(declared, spoken, slack.recording)) return;
      const offset = offsets(node);
      const place = document.source.place(offset(from), offset(Math.min(from + declared.length, node.value.length)));
      report.add('time/recording', place, { declared: node.value.slice(from, from + declared.length).trim(), words: narration, minutes: minutesText(spoken) });
    });
  }
}

/** `5–6 minutes`; `15 seconds` where minutes would be too coarse. */
function minutesText({ low, high }: MinuteSpan): string {
  if (high < 1) return `${Math.max(5, Math.round((high * 60) / 5) * 5)} seconds`;
  const [a, b] = [Math.max(1, Math.round(low)), Math.max(1, Math.round(high))];
  return a === b ? `${a} ${a === 1 ? 'minute' : 'minutes'}` : `${a}–${b} minutes`;
}
