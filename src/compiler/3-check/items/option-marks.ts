/** Brackets before an option: `(x)`, `[ ]`, the boxes of word processors (☐ ☑), the full-width brackets of Chinese and Japanese keyboards, with or without the usual spaces. */
import type { RawOption } from './raw-item.ts';

const space = '[ \\u00a0\\u3000]';
const tick = '[xX✓✔*ｘＸ○〇●]';
/** Words may follow a bracket at once; signs may not: `(x)² + 1` is a formula. */
const glued = '(?=[\\p{L}\\p{N}"“‘«$€])';
const plainBracket = `[(\\[]${space}?${tick}?${space}?[)\\]](?:(?=\\s|$)|(?<=${space}[)\\]]|${tick}[)\\]]|\\(\\))${glued})`;
const wideBracket = `[（［]${space}?${tick}?${space}?[）］]`;
const box = '[☐☑☒✅]\\ufe0f?(?=\\s)';

/** At the start of a line, also behind a bullet that lacks its space (`-(x) …`), with the spaces after it. */
export const lineMark = new RegExp(`(?:[-+*•–—−·▪◦●○‣]${space}?)?(${plainBracket}|${wideBracket}|${box})[ \\t\\u00a0\\u3000]*`, 'uy');

const entryMark = new RegExp(`^(?:${plainBracket}|${wideBracket}|${box})`, 'u');

/** True when the words of a list entry begin with brackets. */
export function hasOptionMark(words: string): boolean {
  return entryMark.test(words);
}

export function markOf(written: string): Pick<RawOption, 'marker' | 'marked'> {
  return { marker: /^[(（]/.test(written) ? 'round' : 'square', marked: /[xX✓✔*ｘＸ○〇●☑☒✅]/u.test(written) };
}

const anyMark = /(?:^|(?<=\s))[([](?: |[xX])[)\]](?=\s)/g;
/** A line with more than this is data. */
export const longestLine = 2000;

/** Brackets of several options on one line, in order; [] unless some are empty and some are not, as only options have them. */
export function inlineMarks(line: string): { written: string; at: number; to: number }[] {
  if (line.length > longestLine || !/[([] [)\]]/.test(line)) return [];
  const found = [...line.matchAll(anyMark)].map((match) => ({ written: match[0], at: match.index, to: match.index + match[0].length }));
  const empty = found.filter(({ written }) => written[1] === ' ').length;
  return empty === 0 || empty === found.length ? [] : found;
}
