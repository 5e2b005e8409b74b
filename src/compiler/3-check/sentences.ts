/** Where sentences end, in prose of any language. */

const closers = new Set('"\'”’»）)]」』');
const abbreviations = /(?:^|[\s(])(?:\p{L}|etc|vs|approx|dr|mr|mrs|ms|prof|st|no|fig|ca|cf|resp|bzw|bspw|usw|inkl|nr|env|ej|sr|sra|al|z\.\s?b|e\.g|i\.e|a\.k\.a|u\.a|d\.h|p\.\s?ex)$/iu;

/** Nobody's opening sentence of a few words is longer. */
const searched = 300;

/** Index after the first sentence, outside brackets and abbreviations; 0 when there is none in the first `limit` characters. */
export function sentenceEnd(text: string, limit = searched): number {
  let depth = 0;
  const last = Math.min(text.length, limit);
  for (let i = 0; i < last; i++) {
    const c = text[i] ?? '';
    if (c === '(' || c === '（') depth++;
    else if (c === ')' || c === '）') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if ('。！？'.includes(c)) return i + 1;
    if (!'.!?؟…'.includes(c)) continue;
    let end = i + 1;
    while (end < text.length && closers.has(text[end] ?? '')) end++;
    if (end < text.length && !/\s/.test(text[end] ?? '')) continue;
    if (c === '.' && abbreviations.test(text.slice(Math.max(0, i - 12), i))) continue;
    return end;
  }
  return 0;
}

export interface Stretch {
  start: number;
  end: number;
}

/** No voice is asked to read more at once, even where somebody forgot every full stop. */
const longest = 2000;

/** The sentences of a paragraph, without the space around them. Linear: each one is looked for from the end of the one before. */
export function sentencesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + longest);
    const lead = piece.length - piece.trimStart().length;
    if (lead === piece.length) {
      at += lead;
      continue;
    }
    const length = lead + (sentenceEnd(piece.slice(lead), longest) || piece.length - lead);
    const before = found.at(-1);
    // “the paper by Lee et al. found”: a small letter goes on with the sentence.
    const goesOn = before !== undefined && text[before.end - 1] === '.' && /\p{Ll}/u.test(text[at + lead] ?? '');
    if (goesOn) before.end = at + length;
    else found.push({ start: at + lead, end: at + piece.slice(0, length).trimEnd().length });
    at += length;
  }
  return found;
}
