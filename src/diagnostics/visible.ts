/** Author text made safe for a terminal: what would move the cursor or turn the text around is shown as a name instead. */

/** C0 but tab and line feed, DEL and C1; bidirectional controls; invisible format characters; line and paragraph separators; lone surrogates. */
const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\u200b\u2060\ufeff]|\p{Surrogate}/gu;

/** Keeps tabs and line feeds. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** One line: tabs and line ends become spaces too. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\r\n?|[\n\t]/g, ' '));
}
