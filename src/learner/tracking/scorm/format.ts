/**
 * Values as text, each in the form that ADL's checker, Moodle, ILIAS and scorm-again all accept (scorm.md 3.1, 7). Total:
 * any number or text gives a legal value.
 */
import type { NumberTarget } from '../../../course/item.ts';
import type { AnswerKey, BlankKey, Response } from '../../../course/payload.ts';
import { readWith } from '../../../grading/number.ts';
import { AND, CHOICES_MAX, DESCRIPTION_MAX, FILL_IN_MAX, ID_MAX, LONG_FILL_IN_MAX, TO } from '../../../vocabulary/scorm2004.ts';

/** Last moment the data model can name: years go from 1970 to 2038. */
const LATEST = Date.UTC(2038, 11, 31, 23, 59, 59, 990);

/** UTC with exactly two decimals: none, one or three are each refused somewhere. `at` in milliseconds since 1970. */
export function timestamp(at: number): string {
  const safe = Number.isFinite(at) ? Math.min(LATEST, Math.max(0, at)) : 0;
  return new Date(safe).toISOString().slice(0, 22) + 'Z';
}

/** `PT1H2M3.45S`: hours as the largest unit, because Moodle loses days; zero is `PT0S`. */
export function duration(seconds: number): string {
  const hundredths = Number.isFinite(seconds) ? Math.round(Math.min(Math.max(0, seconds), 3.6e7) * 100) : 0;
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6_000);
  const rest = hundredths % 6_000;
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest ? `${decimal(rest / 100, 2)}S` : ''}`;
  return 'PT' + (text || '0S');
}

/** Plain digits, no exponent, no trailing point; what is not a number is 0, and ±99,999 is the limit (Moodle). */
export function decimal(value: number, places: number): string {
  const safe = Number.isFinite(value) ? Math.min(99_999, Math.max(-99_999, value)) : 0;
  const text = safe.toFixed(places);
  const short = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** 0..1. */
export const share = (value: number): string => decimal(Math.min(1, Math.max(0, value || 0)), 7);

/** 0..100: Moodle's grade is this number as it stands. */
export const percent = (value: number): string => decimal(Math.min(1, Math.max(0, value || 0)) * 100, 2);

/**
 * One line: controls and line breaks become blanks, braces become parentheses (a text with `{` is read as a language tag),
 * half characters are mended. Longer text ends with an ellipsis.
 */
export function line(text: string, limit: number = DESCRIPTION_MAX): string {
  const flat = text
    .replace(/[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
    .replace(/\{/g, '(')
    .replace(/\}/g, ')')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (c) => (c.length === 2 ? c : '\ufffd'))
    .trim();
  if (flat.length <= limit) return flat;
  return flat.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

/** For interactions and objectives: `[A-Za-z0-9_.-]`, 1 to 250. An id that had to change gets a fingerprint to stay unique. */
export const longId = (id: string): string => mend(id, /[^A-Za-z0-9_.-]/g);

/** For options: Moodle takes no hyphen here. */
export const shortId = (id: string): string => mend(id, /[^A-Za-z0-9_.]/g);

function mend(id: string, illegal: RegExp): string {
  const legal = id.replace(illegal, '_');
  // A name of nothing but signs is none to some readers.
  if (legal === id && /[A-Za-z0-9_]/.test(id) && id.length <= ID_MAX) return id;
  return `${legal.slice(0, ID_MAX - 8)}_${print(id)}`;
}

/** FNV-1a over UTF-16 units, seven digits in base 36. */
export function print(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(7, '0');
}

export type InteractionType = 'choice' | 'true-false' | 'fill-in' | 'long-fill-in' | 'matching' | 'sequencing' | 'likert' | 'numeric';

/** Every item type by name, so that a new one cannot be reported as something it is not. */
export function interactionType(key: AnswerKey): InteractionType {
  switch (key.type) {
    case 'true-false':
      return 'true-false';
    case 'single':
    case 'multiple':
    case 'hotspot':
      return 'choice';
    case 'fill-in': {
      const [only, ...others] = key.blanks;
      return only?.kind === 'number' && others.length === 0 && isPlain(only.target) ? 'numeric' : 'fill-in';
    }
    case 'numeric':
      return isPlain(key.target) ? 'numeric' : 'fill-in';
    case 'matching':
    case 'categorise':
      return 'matching';
    case 'ordering':
      return 'sequencing';
    case 'likert':
      return 'likert';
    case 'short-answer':
      return 'long-fill-in';
  }
}

/** '' = leave the element unset: an empty choice and an empty text are refused. In the form of `interactionType(key)`. */
export function learnerResponse(response: Response, key: AnswerKey): string {
  switch (response.type) {
    case 'true-false':
      return String(response.value);
    case 'single':
    case 'hotspot':
    case 'likert':
      return choices([response.choice]);
    case 'multiple':
      return choices(response.choices);
    case 'fill-in':
      return interactionType(key) === 'numeric' ? plainNumber(response.values[0] ?? '', key) : texts(response.values);
    case 'numeric':
      return interactionType(key) === 'numeric' ? plainNumber(response.text, key) : texts([response.text]);
    case 'matching':
    case 'categorise':
      return pairs(response.pairs);
    case 'ordering':
      return choices(response.order);
    case 'short-answer':
      return oneText(response.text, LONG_FILL_IN_MAX);
  }
}

/** '' = leave the pattern unset. */
export function correctPattern(key: AnswerKey): string {
  switch (key.type) {
    case 'true-false':
      return String(key.answer);
    case 'single':
    case 'hotspot':
      return choices([key.correct]);
    case 'multiple':
      return choices(key.correct);
    case 'fill-in': {
      const [only] = key.blanks;
      if (interactionType(key) === 'numeric' && only?.kind === 'number') return range(only.target);
      return wordsPattern(key);
    }
    case 'numeric':
      return interactionType(key) === 'numeric' ? range(key.target) : texts([span(key.target)]);
    case 'matching':
    case 'categorise':
      return pairs(key.pairs);
    case 'ordering':
      return choices(key.order);
    case 'likert':
      return '';
    case 'short-answer':
      return oneText(key.modelText, LONG_FILL_IN_MAX);
  }
}

/**
 * For `correct_responses`: scorm-again takes a comma in a text for the end of a part, and refuses the text. There it is written with a
 * sign that looks the same. Where parts are joined by `[,]`, it takes commas as they are.
 */
export function acceptedPattern(key: AnswerKey): string {
  const pattern = correctPattern(key);
  const words = interactionType(key) === 'long-fill-in' || interactionType(key) === 'fill-in';
  return words && !pattern.includes(AND) ? pattern.replace(/,/g, '\u201a') : pattern;
}

/** A set or a sequence: no member twice; one that is longer than the data model allows is not reported at all. */
function choices(ids: string[]): string {
  const members = [...new Set(ids.filter((id) => id !== '').map(shortId))];
  return members.length <= CHOICES_MAX ? members.join(AND) : '';
}

function pairs(placed: Record<string, string>): string {
  const members = Object.entries(placed).map(([id, target]) => shortId(id) + TO + shortId(target));
  return members.length <= CHOICES_MAX ? members.join(AND) : '';
}

/** One text for each blank; the last of those allowed takes what is beyond. A blank left empty shows as a dash. */
function texts(values: string[], room = DESCRIPTION_MAX): string {
  if (values.every((value) => value.trim() === '')) return '';
  const kept = values.slice(0, FILL_IN_MAX - 1);
  const rest = values.slice(FILL_IN_MAX - 1);
  const all = rest.length === 0 ? kept : [...kept, rest.join('; ')];
  return all.map((value, index) => oneText(value, index === 0 ? room : DESCRIPTION_MAX) || '—').join(AND);
}

/** Brackets around a sign separate parts, so somebody's own ones are opened up. */
const oneText = (value: string, limit: number): string => line(value.replace(/\[([,.:])\]/g, '[ $1 ]'), limit);

/** Of an answer that two gaps share, scorm-again takes no pattern; then there is none. */
function wordsPattern({ blanks, exactCase }: AnswerKey & { type: 'fill-in' }): string {
  const flags = `{case_matters=${exactCase}}{order_matters=true}`;
  // The flags count as a part of the first text.
  const parts = texts(blanks.map(worded), DESCRIPTION_MAX - flags.length).split(AND);
  return parts[0] === '' || new Set(parts).size < parts.length ? '' : flags + parts.join(AND);
}

function worded(blank: BlankKey): string {
  switch (blank.kind) {
    case 'choice':
      return blank.correct;
    case 'number':
      return span(blank.target);
    case 'text':
      return blank.accept[0] ?? `/${blank.patterns[0]?.source ?? ''}/`;
  }
}

const DECIMALS = 7;

/** Whether the data model's plain decimals can carry the number: five digits before the point, and not all too small ones. */
function isPlain({ min, max }: NumberTarget): boolean {
  return [min, max].every((bound) => Math.abs(bound) <= 99_999 && (bound === 0 || Math.abs(bound) >= 1e-4));
}

const range = ({ min, max }: NumberTarget): string => `${decimal(min, DECIMALS)}[:]${decimal(max, DECIMALS)}`;

const span = ({ min, max }: NumberTarget): string => (min === max ? String(min) : `${min} – ${max}`);

/** As typed by the learner, written plainly; '' for what is no number or too large to be told. */
function plainNumber(text: string, key: AnswerKey): string {
  const value = readWith(text, 'decimal' in key ? key.decimal : '.');
  return value === null || Math.abs(value) > 99_999 ? '' : decimal(value, DECIMALS);
}
