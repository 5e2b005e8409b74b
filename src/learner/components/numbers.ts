/** Numbers as a learner reads them: in the lesson's language, with as many digits as they have. */
import type { NumberTarget } from '../../course/item.ts';
import type { PlayerStrings } from '../../locales/strings.ts';

/** What is shown when an entry is no number. */
export const example = 0.5;

export function shown(value: number, language: string): string {
  try {
    return new Intl.NumberFormat(language === '' ? undefined : language, { maximumSignificantDigits: 15 }).format(value);
  } catch {
    // A language tag that is not well formed; the author was told.
    return String(value);
  }
}

/** `0.693 (0.688 to 0.698)`, `16`, or the range alone where no single value is meant. */
export function targetText({ value, min, max }: NumberTarget, language: string, words: Pick<PlayerStrings['item'], 'between'>): string {
  const range = words.between(shown(min, language), shown(max, language));
  if (value === null) return range;
  return min === max ? shown(value, language) : `${shown(value, language)} (${range})`;
}
