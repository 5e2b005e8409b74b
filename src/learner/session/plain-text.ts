/** Free text inside stored progress: no blanks, no separators, nothing that an LMS's database or filter is known to alter. */

/**
 * Escaped: our separators, markup that request filters refuse, controls, and surrogates (three-byte databases drop emoji).
 * U+FFFD upwards and byte order marks are escaped because some stores normalise them away.
 */
const UNSAFE = /[%;|*~_<&\x00-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ud800-\udfff\ufeff\ufffd-\uffff]/g;

/** A blank becomes `_`, an unsafe UTF-16 unit `%` and four hexadecimal digits. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, (c) => '%' + c.charCodeAt(0).toString(16).padStart(4, '0')).replace(/ /g, '_');
}

export function unescapeText(text: string): string {
  return text.replace(/_/g, ' ').replace(/%([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const ASCII = /^[\x00-\x7f]*$/;
const ENCODER = new TextEncoder();

/** How long a text is to whoever keeps it. */
export type Size = (text: string) => number;

export const unitsOf: Size = (text) => text.length;
/** In UTF-8; nearly all of it is ASCII, and it is asked for character by character. */
export const bytesOf: Size = (text) => (ASCII.test(text) ? text.length : ENCODER.encode(text).length);

/** The beginning of escaped text, at most `limit` long, never cut inside an escape or a surrogate pair. */
export function cutEscaped(text: string, limit: number, size: Size = unitsOf): string {
  if (limit <= 0) return '';
  if (size(text) <= limit) return text;
  let end = limit;
  // Most of it is, and need not be looked at sign by sign.
  if (!ASCII.test(text)) {
    end = 0;
    let used = 0;
    for (const character of text) {
      used += size(character);
      if (used > limit) break;
      end += character.length;
    }
  }
  const cut = text.slice(0, end).replace(/%[0-9a-f]{0,3}$/, '');
  return cut.replace(/%d[89ab][0-9a-f]{2}$/, '');
}
