/** Reads numbers as people write them: decimal comma or point, separated thousands, powers of ten, digits of other scripts. Total. */
import type { DecimalSign } from '../course/payload.ts';

/** Longer is no number that anybody meant. */
const LONGEST = 60;

/** Zero of each script whose digits learners type. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** The sign that a language puts before the decimals: `0,5` in German, `0.5` in English. */
export function decimalSign(language: string): DecimalSign {
  try {
    return new Intl.NumberFormat(language).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
  } catch (error) {
    // Not a language tag.
    if (error instanceof RangeError) return '.';
    throw error;
  }
}

/**
 * The number, or null. What only another language would write so is understood too: `0.5` where the comma is usual is no
 * thousands, so it is a half. `1.500` there is one thousand five hundred.
 */
export function readNumber(text: string, language: string): number | null {
  return readWith(text, decimalSign(language));
}

/** As `readNumber`, by the decimal sign instead of the language. */
export function readWith(text: string, decimal: DecimalSign): number | null {
  return readAs(text, decimal) ?? readAs(text, decimal === '.' ? ',' : '.');
}

/** The same in the language's own way of writing only; for what an author writes. */
export function readAs(text: string, decimal: DecimalSign): number | null {
  if (text.length > LONGEST) return null;
  const plain = asciiDigits(text).replace(/[\u2212\u2013\ufe63\uff0d]/g, '-').replace(/\u066b/g, decimal);
  const thousands = `[${decimal === '.' ? ',' : '.'}\u066c'’ \u00a0\u2009\u202f]`;
  const point = decimal === '.' ? '\\.' : ',';
  const whole = `\\d{1,3}(?:${thousands}\\d{3})+|\\d+`;
  const power = '(?:[eE]([+-]?\\d{1,3})|\\s?[×x*·⋅]\\s?10\\^?([+-]?\\d{1,3}))';
  const match = new RegExp(`^\\s*([+-]?)\\s?(?:(${whole})(?:${point}(\\d*))?|${point}(\\d+))${power}?\\s*$`).exec(plain);
  if (match === null) return null;
  const [, sign = '', digits = '0', decimals, bare, e, ten] = match;
  const grouped = /\D/.test(digits);
  // “0.500” and “01,000” are no thousands.
  if (grouped && digits.startsWith('0')) return null;
  const value = Number(`${sign}${digits.replace(/\D/g, '')}.${decimals ?? bare ?? ''}0e${e ?? ten ?? '0'}`);
  return Number.isFinite(value) ? value : null;
}

/** Digits of other scripts, full-width and raised ones as 0–9; everything else in its compatible form (NFKC). */
function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
