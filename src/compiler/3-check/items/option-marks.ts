/** Brackets before an option: `(x)`, `[ ]`, the full-width ones of Chinese and Japanese keyboards, with or without the usual spaces. */
import type { RawOption } from './raw-item.ts';

const space = '[ \\u00a0\\u3000]';
const tick = '[xX✓✔*ｘＸ○〇●]';
/** Words may follow a bracket at once; signs may not: `(x)² + 1` is a formula. */
const glued = '(?=[\\p{L}\\p{N}"“‘«$€])';
const plainBracket = `[(\\[]${space}?${tick}?${space}?[)\\]](?:(?=\\s|$)|(?<=${space}[)\\]]|${tick}[)\\]])${glued})`;
const wideBracket = `[（［]${space}?${tick}?${space}?[）］]`;

/** At the start of a line, also behind a bullet that lacks its space (`-(x) …`), with the spaces after it. */
export const lineMark = new RegExp(`(?:[-+•–]${space}?)?(${plainBracket}|${wideBracket})[ \\t\\u00a0\\u3000]*`, 'uy');

const entryMark = new RegExp(`^(?:${plainBracket}|${wideBracket})`, 'u');

/** True when the words of a list entry begin with brackets. */
export function hasOptionMark(words: string): boolean {
  return entryMark.test(words);
}

export function markOf(written: string): Pick<RawOption, 'marker' | 'marked'> {
  return { marker: /^[(（]/.test(written) ? 'round' : 'square', marked: new RegExp(tick, 'u').test(written) };
}
