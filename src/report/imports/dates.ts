/** Dates as exports write them: ISO, numbers in three orders, and months by name in the languages that LMSs are used in. */
import { readTimestamp } from '../statement/time.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateRules {
  /** Null: told by dates that can be read in one way only. */
  order: DateOrder | null;
  /** IANA name, such as Europe/Berlin. */
  zone: string;
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'cs', 'fi', 'tr'];

/** Month names, long and short, of those languages, to 0…11. */
const MONTHS: ReadonlyMap<string, number> = new Map(LANGUAGES.flatMap((language) => (['long', 'short'] as const).flatMap((month) => Array.from({ length: 12 }, (_, index) => [monthName(language, month, index), index] as const))));

function monthName(language: string, month: 'long' | 'short', index: number): string {
  return fold(new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 1))));
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/[^\p{L}]/gu, '').toLowerCase();
}

interface Local {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** `ambiguous` when only the order can tell; `none` when it is no date. */
export type DateReading = { at: number } | 'ambiguous' | 'none';

/** `2026年 03月 3日(火曜日)`, in Japanese and Chinese, and the same in Korean. */
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일](?:\s*\([^)\d]*\))?,?/u;

const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?/i;

/** Milliseconds since 1970. A date without a time is midnight in the zone. */
export function readDate(text: string, rules: DateRules): DateReading {
  const words = text.trim().replace(EAST_ASIAN, '$1-$2-$3 ').replace(/^(\d{4})(\d\d)(\d\d)(?=$|[T\s])/, '$1-$2-$3');
  if (/T\d\d:\d\d:\d\d/.test(words) && /(?:Z|[+-]\d\d:?\d\d)$/i.test(words)) {
    const at = readTimestamp(words);
    return at === null ? 'none' : { at };
  }
  const clock = CLOCK.exec(words);
  const rest = clock === null ? words : words.slice(0, clock.index) + words.slice(clock.index + clock[0].length);
  const day = dayOf(rest.replace(/T\s*$/, ''), rules.order);
  if (typeof day === 'string') return day;
  const local = { ...day, ...clockOf(clock) };
  return valid(local) ? { at: instant(local, rules.zone) } : 'none';
}

type Day = Pick<Local, 'year' | 'month' | 'day'>;

function dayOf(text: string, order: DateOrder | null): Day | 'ambiguous' | 'none' {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  const named = [...text.matchAll(/\p{L}+\.?/gu)].map(([word]) => MONTHS.get(fold(word))).find((month) => month !== undefined);
  if (named !== undefined) {
    const [first = '', second = ''] = numbers;
    if (numbers.length !== 2) return 'none';
    return first.length === 4 ? { year: Number(first), month: named, day: Number(second) } : { year: fullYear(second), month: named, day: Number(first) };
  }
  const [a = '', b = '', c = ''] = numbers;
  if (numbers.length !== 3 || /\p{L}/u.test(text.replace(/^\p{L}+,?/u, ''))) return 'none';
  if (a.length === 4) return { year: Number(a), month: Number(b) - 1, day: Number(c) };
  // Dots are written where days come first.
  const known = order ?? (/^\D*\d+\.\s*\d+\./.test(text) ? 'dmy' : Number(a) > 12 ? 'dmy' : Number(b) > 12 ? 'mdy' : null);
  if (known === null) return a === b ? { year: fullYear(c), month: Number(a) - 1, day: Number(b) } : 'ambiguous';
  if (known === 'ymd') return { year: fullYear(a), month: Number(b) - 1, day: Number(c) };
  return known === 'dmy' ? { year: fullYear(c), month: Number(b) - 1, day: Number(a) } : { year: fullYear(c), month: Number(a) - 1, day: Number(b) };
}

function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}

function clockOf(clock: RegExpExecArray | null): Pick<Local, 'hour' | 'minute' | 'second'> {
  const [, hours = '0', minute = '0', second = '0', half] = clock ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return { hour, minute: Number(minute), second: Number(second) };
}

function valid({ year, month, day, hour, minute, second }: Local): boolean {
  const date = new Date(Date.UTC(year, month, day));
  return year >= 1980 && year < 2200 && date.getUTCMonth() === month && date.getUTCDate() === day && minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
}

/** A local time to an instant; where clocks go back, the earlier one. */
function instant({ year, month, day, hour, minute, second }: Local, zone: string): number {
  const wall = Date.UTC(year, month, day, hour, minute, second);
  const first = wall - offset(wall, zone);
  return wall - offset(first, zone);
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000;
}

/** Ends “… was set aside: …”. */
export function noDate(text: string): string {
  return /^[34]\d{4}(?:[.,]\d+)?$/.test(text) ? `“${text}” is a date as spreadsheets count the days; give the column the format of a date and save the sheet again` : `“${text}” is no date`;
}

/** The order that the file's own dates prove; null when none does. */
export function provenOrder(texts: Iterable<string>): DateOrder | null {
  for (const text of texts) {
    const [a = '', b = '', c] = [...text.replace(CLOCK, '').matchAll(/\d+/g)].map(([digits]) => digits);
    if (c === undefined || a.length === 4 || /\p{L}{3}/u.test(text)) continue;
    if (Number(a) > 12) return 'dmy';
    if (Number(b) > 12) return 'mdy';
  }
  return null;
}
