/** Where a number stands on an axis, and which numbers are written below it. */
import type { AxisVisual } from '../course/visual.ts';

export interface Ruler {
  low: number;
  high: number;
  scale: 'log' | 'linear';
  /** In percent from the beginning of the axis, 0..100. */
  place(value: number): number;
}

/** From the least to the greatest number of its stretches. */
export function rulerOf({ ranges, scale }: AxisVisual): Ruler {
  const numbers = ranges.flatMap(({ low, high }) => [low ?? 0, high ?? 0]);
  const measure = scale === 'log' ? Math.log10 : (value: number): number => value;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const span = measure(high) - measure(low);
  return { low, high, scale: scale === 'log' ? 'log' : 'linear', place: (value) => (span === 0 ? 50 : ((measure(value) - measure(low)) / span) * 100) };
}

export interface Tick {
  /** In percent. */
  share: number;
  text: string;
}

/** Short numbers, and words such as “Mio.” that some languages need. */
const mostTicks = { short: 6, long: 4 };

export function ticksOf(ruler: Ruler, { unit, ranges }: AxisVisual, language: string): Tick[] {
  const years = ranges.every(({ written }) => /^\d{4}\b/.test(written ?? ''));
  const ticks = (most: number): Tick[] => (ruler.scale === 'log' ? powers(ruler, most) : rounds(ruler, most)).map((value) => ({ share: ruler.place(value), text: years ? String(value) : worded(value, unit, language) }));
  const many = ticks(mostTicks.short);
  return many.every(({ text }) => text.length <= 6) ? many : ticks(mostTicks.long);
}

function powers({ low, high }: Ruler, most: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const by = Math.max(1, Math.ceil((last - first) / (most - 1)));
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, i) => 10 ** (first + i * by));
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function rounds({ low, high }: Ruler, most: number): number[] {
  if (low === high) return [low];
  const rough = (high - low) / (most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const by = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / by);
  return Array.from({ length: Math.floor(high / by) - first + 1 }, (_, i) => Number(((first + i) * by).toPrecision(12)));
}

/** As authors write them in English; other languages have marks of their own. */
const marks = [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']] as const;

function magnitude(value: number, language: string): string {
  const digits = { maximumSignificantDigits: 4 };
  if (!/^en(?:-|$)/i.test(language)) return new Intl.NumberFormat(language, { ...digits, notation: 'compact' }).format(value);
  const [size, mark] = marks.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return `${new Intl.NumberFormat(language, digits).format(value / size)}${mark}`;
}

/** `$10K`; only signs stand beside each number, words stand with the stretches. */
function worded(value: number, unit: string | null, language: string): string {
  const number = magnitude(value, language);
  return unit !== null && /^[$€£¥₹]$/.test(unit) ? `${unit}${number}` : unit === '%' || unit === '°C' || unit === '°F' || unit === '°' ? `${number}${unit === '%' ? '%' : ` ${unit}`}` : number;
}
