/** What comes after a quiz, for memory's sake: days on which to look at a course again, and questions of earlier lessons once more. */
import { asciiDigits } from './digits.ts';

/** Days after which a learner is offered to be reminded, where the author says nothing: wider and wider. */
export const USUAL_DAYS: readonly number[] = [2, 7, 21];
/** Questions of earlier lessons that are offered for practice, where the author says nothing. */
export const USUAL_EARLIER = 2;
/** More would be another quiz. */
export const EARLIER_MAX = 10;

const DAYS_MOST = 5;
const LONGEST = 730;
const none = /^(?:none|no|off|false|nein|keine?|non|aucune?|ninguna?|não|nenhuma?|なし|いいえ|لا)$/i;

/** `2, 7, 21 days`: one to five days from 1 to 730, the nearest first, each once; none: no days. Null when it is neither. */
export function readDays(text: string): number[] | null {
  const words = asciiDigits(text).trim().replace(/^\[(.*)\]$/s, '$1').trim();
  if (none.test(words)) return [];
  const list = /^((?:after|nach|in|après|después de|após)\s+)?(\d+(?:\s*(?:,|،|、|;|\+|&|\/|and|und|et|y|e|و)\s*\d+)*)\s*(?:days?|tagen?|jours?|d[ií]as?|日後?|يومًا|أيام)?\.?$/i.exec(words)?.[2];
  const days = [...new Set((list?.match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b);
  const fit = days.length > 0 && days.length <= DAYS_MOST && days.every((day) => day >= 1 && day <= LONGEST);
  return fit ? days : null;
}

/** A number of questions up to `most`, 0 for none; null when it is neither. */
export function readCount(text: string, most: number): number | null {
  const words = asciiDigits(text).trim();
  if (none.test(words)) return 0;
  const count = Number(/^\d{1,3}$/.test(words) ? words : NaN);
  return count <= most ? count : null;
}
