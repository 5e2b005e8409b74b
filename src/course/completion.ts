/** Shares and completion rules as authors write them, in course.yaml and in a lesson's header. Apart from the schema, which brings zod along. */
import { asciiDigits } from './digits.ts';
import type { Completion } from './course.ts';

/** Completion where the author says nothing: nearly all read, every question tried. */
export const defaultCompletion: Completion = { viewed: 0.9, items: 'attempted' };

/**
 * Reads `viewed 90% + quiz passed`: parts joined by `+`, `,`, `&` or `and`, each one of `viewed`, `viewed N%`, `quiz attempted`,
 * `quiz passed`, `all` (authoring 1.2.1). Null when it is none of these. `viewed` alone means everything.
 */
export function readCompletion(text: string): Completion | null {
  const completion: Completion = { viewed: 0, items: 'none' };
  for (const part of text.toLowerCase().split(/\+|,|&|\band\b/)) {
    const words = part.trim().replace(/\s+/g, ' ');
    const viewed = /^viewed(?: (.+))?$/.exec(words);
    const items = /^(?:quiz|items|questions) (attempted|passed)$/.exec(words)?.[1];
    if (words === 'all') Object.assign(completion, { viewed: 1, items: 'attempted' });
    else if (items === 'attempted' || items === 'passed') completion.items = items;
    else if (viewed !== null) {
      const share = viewed[1] === undefined ? 1 : readShare(viewed[1]);
      if (share === null) return null;
      completion.viewed = share;
    } else return null;
  }
  return completion;
}

/** A share of 0..1 written as `80%`, `80 %` or `0.8` (a comma and the digits of other scripts will do); null when it is neither. `80` is refused: it could be either. */
export function readShare(value: string | number): number | null {
  const match = /^(\d{1,3}(?:[.,٫]\d{1,6})?)\s*([%٪]?)$/.exec(asciiDigits(String(value)).trim());
  if (match === null) return null;
  const number = Number((match[1] ?? '').replace(/[,٫]/, '.'));
  // Percentages are divided as text would be, so that 80% is 0.8 and not 0.8000000000000002.
  const share = match[2] === '' ? number : Number((number / 100).toPrecision(12));
  return share >= 0 && share <= 1 ? share : null;
}

/** A switch in a header or in course.yaml, in the languages of the tables of names; null for anything else. */
export function readYesOrNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (/^(?:yes|true|on|ja|oui|s[ií]|はい|نعم)$/.test(word)) return true;
  return /^(?:no|false|off|none|nein|non|いいえ|لا)$/.test(word) ? false : null;
}
