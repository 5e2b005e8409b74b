/** Which parts of an answer are right: gaps, pairs, places. Pure and total. */
import type { NumberTarget } from '../course/item.ts';
import type { AnswerKey, BlankKey, DecimalSign, Response } from '../course/payload.ts';
import { readWith } from './number.ts';
import { answerForm, fits } from './text.ts';

/** By the id of each blank, pair or step, in the order of the key; null for types without parts. */
export function partsRight(key: AnswerKey, response: Response): Record<string, boolean> | null {
  switch (key.type) {
    case 'fill-in': {
      const values = response.type === 'fill-in' ? response.values : [];
      return Object.fromEntries(key.blanks.map((blank, i) => [blank.id, isRight(blank, values[i] ?? '', key)]));
    }
    case 'matching':
    case 'categorise': {
      const pairs = response.type === key.type ? response.pairs : {};
      return Object.fromEntries(Object.entries(key.pairs).map(([id, target]) => [id, Object.hasOwn(pairs, id) && pairs[id] === target]));
    }
    case 'ordering': {
      const order = response.type === 'ordering' ? response.order : [];
      return Object.fromEntries(key.order.map((id, place) => [id, order[place] === id]));
    }
    case 'true-false':
    case 'single':
    case 'multiple':
    case 'numeric':
    case 'likert':
    case 'hotspot':
    case 'short-answer':
      return null;
  }
}

/** Bounds are inclusive; the last bit of a decimal fraction is not held against anybody. */
export function isWithin(text: string, { min, max }: NumberTarget, decimal: DecimalSign): boolean {
  const value = readWith(text, decimal);
  if (value === null) return false;
  const slack = Number.EPSILON * 4 * Math.max(Math.abs(value), Math.abs(min), Math.abs(max));
  return value >= min - slack && value <= max + slack;
}

function isRight(blank: BlankKey, value: string, { exactCase, decimal }: { exactCase: boolean; decimal: DecimalSign }): boolean {
  switch (blank.kind) {
    case 'choice':
      return value === blank.correct;
    case 'number':
      return isWithin(value, blank.target, decimal);
    case 'text': {
      const form = answerForm(value, exactCase);
      return form !== '' && (blank.accept.some((text) => answerForm(text, exactCase) === form) || blank.patterns.some((pattern) => fits(pattern, value)));
    }
  }
}
