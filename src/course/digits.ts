/** Digits of other scripts, as authors and learners type them. */

/** Zero of each script whose digits are read. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** Arabic, Persian, Devanagari, Bengali and Thai digits, full-width and raised ones as 0–9; everything else in its compatible form (NFKC). */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
