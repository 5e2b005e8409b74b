/**
 * Values as text for SCORM 1.2, each in the form that its strictest readers accept (scorm.md 3.3 and 7): single characters
 * for options, hours and hundredths for time, ids of letters, digits, hyphens and underscores. Total, like its elder brother.
 */
import type { AnswerKey, Response } from '../../../course/payload.ts';
import { readWith } from '../../../grading/number.ts';
import { ID_MAX, OPTION_MARKS, SOURCE_MARKS, TEXT_MAX } from '../../../vocabulary/scorm12.ts';
import type { AnsweredItem } from '../tracker.ts';
import { decimal, line, print } from './format.ts';

/** `HHHH:MM:SS.SS`: four digits of hours, the most that any LMS reads. */
export function timespan(seconds: number): string {
  const hundredths = Number.isFinite(seconds) ? Math.round(Math.min(Math.max(0, seconds), 35_999_999) * 100) : 0;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = hundredths % 6_000;
  return `${String(Math.floor(hundredths / 360_000)).padStart(4, '0')}:${two((hundredths % 360_000) / 6_000)}:${two(rest / 100)}.${two(rest % 100)}`;
}

/** The last moment that is written with a year of four digits. */
const LATEST = Date.UTC(9999, 11, 31);

/** `HH:MM:SS`, UTC. `at` in milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return new Date(Number.isFinite(at) ? Math.min(LATEST, Math.max(0, at)) : 0).toISOString().slice(11, 19);
}

/** `[A-Za-z0-9_-]`, 1 to 255. An id that had to change gets a fingerprint to stay unique. */
export function identifier(id: string): string {
  const legal = id.replace(/[^A-Za-z0-9_-]/g, '_');
  if (legal === id && /[A-Za-z0-9_]/.test(id) && id.length <= ID_MAX) return id;
  return `${legal.slice(0, ID_MAX - 8)}_${print(id)}`;
}

export type InteractionType = 'true-false' | 'choice' | 'fill-in' | 'matching' | 'sequencing' | 'likert' | 'numeric';

/** Every item type by name. A number within a range is told as text, because a pattern can name only one number. */
export function interactionType(key: AnswerKey): InteractionType {
  switch (key.type) {
    case 'true-false':
      return 'true-false';
    case 'single':
    case 'multiple':
    case 'hotspot':
      return 'choice';
    case 'numeric':
      return key.target.min === key.target.max && Math.abs(key.target.min) <= 99_999 ? 'numeric' : 'fill-in';
    case 'matching':
    case 'categorise':
      return 'matching';
    case 'ordering':
      return 'sequencing';
    case 'likert':
      return 'likert';
    case 'fill-in':
    case 'short-answer':
      return 'fill-in';
  }
}

/** '' = leave the element unset. In the form of `interactionType(key)`. */
export function studentResponse(response: Response, key: AnswerKey, item: AnsweredItem): string {
  switch (response.type) {
    case 'true-false':
      return response.value ? 't' : 'f';
    case 'single':
    case 'hotspot':
    case 'likert':
      return options([response.choice], item);
    case 'multiple':
      return options(inOrder(response.choices, item), item);
    case 'ordering':
      return options(response.order, item);
    case 'matching':
    case 'categorise':
      return pairs(response.pairs, item);
    case 'numeric':
      return interactionType(key) === 'numeric' ? plainNumber(response.text, key) : text(response.text);
    case 'fill-in':
      return text(response.values.map((value) => (value.trim() === '' ? '—' : value)).join('; '));
    case 'short-answer':
      return text(response.text);
  }
}

/** '' = leave the pattern unset. */
export function correctPattern(key: AnswerKey, item: AnsweredItem): string {
  switch (key.type) {
    case 'true-false':
      return key.answer ? 't' : 'f';
    case 'single':
    case 'hotspot':
      return options([key.correct], item);
    case 'multiple':
      return options(inOrder(key.correct, item), item);
    case 'ordering':
      return options(key.order, item);
    case 'matching':
    case 'categorise':
      return pairs(key.pairs, item);
    case 'numeric':
      return interactionType(key) === 'numeric' ? decimal(key.target.min, 4) : text(`${key.target.min} – ${key.target.max}`);
    case 'fill-in':
      return text(key.blanks.map(worded).join('; '));
    case 'likert':
      return '';
    case 'short-answer':
      return text(key.modelText);
  }
}

function worded(blank: Extract<AnswerKey, { type: 'fill-in' }>['blanks'][number]): string {
  switch (blank.kind) {
    case 'choice':
      return blank.correct;
    case 'number':
      return blank.target.min === blank.target.max ? String(blank.target.min) : `${blank.target.min} – ${blank.target.max}`;
    case 'text':
      return blank.accept[0] ?? `/${blank.patterns[0]?.source ?? ''}/`;
  }
}

const text = (value: string): string => line(value, TEXT_MAX);

/** The character of an id's place; null past the last character, or for an id that is not there. */
function mark(id: string, among: AnsweredItem['options'], marks: string): string | null {
  const at = among.findIndex((each) => each.id === id);
  return at < 0 ? null : (marks[at] ?? null);
}

/** An answer that cannot be told whole is not told. */
function options(ids: readonly string[], item: AnsweredItem): string {
  const marks = [...new Set(ids)].map((id) => mark(id, item.options, OPTION_MARKS));
  return marks.includes(null) ? '' : marks.join(',');
}

const inOrder = (ids: readonly string[], item: AnsweredItem): string[] => item.options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));

function pairs(placed: Record<string, string>, item: AnsweredItem): string {
  const told = item.options.flatMap(({ id }) => {
    const target = Object.hasOwn(placed, id) ? placed[id] : undefined;
    return target === undefined ? [] : [[mark(id, item.options, SOURCE_MARKS), mark(target, item.targets, OPTION_MARKS)]];
  });
  return told.flat().includes(null) ? '' : told.map((pair) => pair.join('.')).join(',');
}

/** As typed by the learner, written plainly; '' for what is no number or too large to be told. */
function plainNumber(typed: string, key: AnswerKey): string {
  const value = readWith(typed, 'decimal' in key ? key.decimal : '.');
  return value === null || Math.abs(value) > 99_999 ? '' : decimal(value, 4);
}
