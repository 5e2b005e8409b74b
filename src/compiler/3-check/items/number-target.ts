/** Numbers that count as right: `16`, `0.693 ± 0.005`, `20 ± 5%`, `3..5`, in the lesson's way of writing (authoring 1.2.4, 1.6 (16), (18)). */
import type { NumberTarget } from '../../../course/item.ts';
import type { DecimalSign } from '../../../course/payload.ts';
import { readAs } from '../../../grading/number.ts';
import type { Span } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';

interface Written {
  target: NumberTarget;
  /** Without a tolerance and not a range. */
  exact: boolean;
}

const tolerance = /^(.{1,60}?)\s*(?:±|\+\s?\/\s?[-−–]|\+\s?[-−–])\s*(.{1,60}?)\s*(%?)$/u;
const range = /^(.{1,60}?)\s*(?:\.{2,3}|…)\s*(.{1,60})$/u;

function readTarget(words: string, decimal: DecimalSign): Written | null {
  const within = tolerance.exec(words);
  if (within !== null) {
    const value = readAs(within[1] ?? '', decimal);
    const give = readAs(within[2] ?? '', decimal);
    if (value === null || give === null || give < 0) return null;
    const most = within[3] === '%' ? clean(Math.abs(value) * (give / 100)) : give;
    return { target: { value, min: clean(value - most), max: clean(value + most) }, exact: most === 0 };
  }
  const between = range.exec(words);
  if (between !== null) {
    const min = readAs(between[1] ?? '', decimal);
    const max = readAs(between[2] ?? '', decimal);
    return min === null || max === null || min > max ? null : { target: { value: null, min, max }, exact: false };
  }
  const value = readAs(words, decimal);
  return value === null ? null : { target: { value, min: value, max: value }, exact: true };
}

/** 0.693 + 0.005 is 0.698, not 0.6980000000000001. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** `unit`: a measured value. `sign`: what stands before the number where it is written; `labelled`: that is a label, so a unit can have one too. Null when a diagnostic says why. */
export function readNumberTarget(words: string, at: Span, { unit, sign, labelled }: { unit: boolean; sign: string; labelled: boolean }, context: ItemContext): NumberTarget | null {
  const decimal = context.decimal();
  const bare = words.replace(/(?<=\d)\s*[.。]$/u, '');
  const written = readTarget(bare, decimal);
  if (written === null) {
    context.report.add('quiz/numeric-syntax', context.place(at), { value: words, suggestion: sign + suggested(bare, decimal, labelled) });
    return null;
  }
  const { value } = written.target;
  const places = decimalsOf(bare, decimal);
  if (written.exact && value !== null && (places > 0 || unit)) {
    context.report.add('quiz/zero-tolerance', context.place(at), { value: bare, suggestion: `${bare} ± ${inWords(5 / 10 ** Math.max(places, 1), decimal)}` });
  }
  return written.target;
}

function decimalsOf(words: string, decimal: DecimalSign): number {
  const at = words.lastIndexOf(decimal);
  return at < 0 ? 0 : (/^\d*/.exec(words.slice(at + 1))?.[0].length ?? 0);
}

/** The same number with its unit behind a label, or in the lesson's own writing where another language's was used; else an example. */
function suggested(words: string, decimal: DecimalSign, unit: boolean): string {
  const other = decimal === '.' ? ',' : '.';
  const measured = /^(.{0,58}?[\p{Nd}%])\s{0,3}([\p{L}°µ][\p{L}°µ²³/·]{0,14})$/u.exec(words);
  const bare = measured === null ? null : readTarget(measured[1] ?? '', decimal);
  const meant = otherwise(words, decimal);
  if (meant !== null) return meant;
  if (bare !== null && unit) return `${measured?.[1] ?? ''} · Unit: ${measured?.[2] ?? ''}`;
  const found = readTarget(words, other) ?? readTarget(words.replace(/,/g, '.'), '.');
  const example: NumberTarget = { value: 3.14, min: 3.04, max: 3.24 };
  const { value, min, max } = found?.target ?? example;
  if (value === null) return `${inWords(min, decimal)}..${inWords(max, decimal)}`;
  return max === value ? inWords(value, decimal) : `${inWords(value, decimal)} ± ${inWords(clean(max - value), decimal)}`;
}

const between = /^[[(]?\s*(-?[\d.,]{1,20})\s*(?:to|bis|à|a|hasta|and|und|–|—|-|,\s|;)\s*(-?[\d.,]{1,20})\s*[\])]?$/iu;
const fraction = /^(-?\d{1,9})\s*\/\s*(\d{1,9})$/;

/** `3 to 5`, `[1, 2]`, `1/2`, `about 0.7`, `10 \pm 2`: what was meant, in the way it is written. */
function otherwise(words: string, decimal: DecimalSign): string | null {
  const [, from, to] = between.exec(words) ?? [];
  if (from !== undefined && to !== undefined && readTarget(`${from}..${to}`, decimal) !== null) return `${from}..${to}`;
  const [, top, bottom] = fraction.exec(words) ?? [];
  if (top !== undefined && Number(bottom) !== 0) return inWords(Number(top) / Number(bottom), decimal);
  const plain = words.replace(/\s*(?:\\pm|\+\/?-)\s*/u, ' ± ').replace(/^(?:about|around|approx\.?|circa|ca\.?|etwa|rund|environ|unos|~|≈)\s*/iu, '').trim();
  return plain !== words && readTarget(plain, decimal) !== null ? plain : null;
}

function inWords(value: number, decimal: DecimalSign): string {
  return String(clean(value)).replace('.', decimal);
}
