/** Where a gap in double brackets ends: `[[ReLU | /a[x]]b/ | c\]\]d]]` (authoring 1.6 (10)). Read while parsing and while checking, so that both agree. */

/** A gap is on one line and not longer than this. */
const longest = 500;

/** Index of the `]]` of the gap whose `[[` stands right before `from`; -1 when it is not closed. */
export function blankEnd(text: string, from: number): number {
  const found = scan(text, from, true);
  // A slash that never ends is no pattern; the check says what is wrong with it.
  return found >= 0 ? found : scan(text, from, false);
}

function scan(text: string, from: number, patterns: boolean): number {
  const end = Math.min(text.length, from + longest);
  let start = true;
  for (let at = from; at < end; at++) {
    const sign = text[at];
    if (sign === '\n') return -1;
    if (sign === '\\') at++;
    else if (sign === '/' && start && patterns) {
      at = patternEnd(text, at + 1, end);
      if (at < 0) return -1;
    } else if (sign === ']' && text[at + 1] === ']') return at;
    start = sign === '|' || (start && /\s/.test(sign ?? ''));
  }
  return -1;
}

/** Index of the slash that ends a pattern; one inside square brackets does not. */
export function patternEnd(text: string, from: number, end: number = text.length): number {
  let inClass = false;
  for (let at = from; at < end; at++) {
    const sign = text[at];
    if (sign === '\n') return -1;
    if (sign === '\\') at++;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass) return at;
  }
  return -1;
}
