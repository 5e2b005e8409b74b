/** From a response to a score: one answer held against its key. Pure and total. */
import type { PartScoring } from '../course/item.ts';
import type { AnswerKey, Response } from '../course/payload.ts';
import { isWithin, partsRight } from './parts.ts';

export interface Grade {
  /** 0..1; always 0 for what cannot be right or wrong. */
  score: number;
  /** `correct` only for the whole right answer; part of it scores but stays `incorrect`. */
  result: 'correct' | 'incorrect' | 'neutral';
}

const WRONG: Grade = { score: 0, result: 'incorrect' };
const RIGHT: Grade = { score: 1, result: 'correct' };
const NEUTRAL: Grade = { score: 0, result: 'neutral' };

/**
 * `multiple` scores by its key (authoring, item label `Scoring`), with r right and w wrong options chosen out of R and W:
 * all-or-nothing: 1 for exactly the right set, else 0;
 * partial: (r − w) / R, so each wrong choice undoes a right one;
 * right-minus-wrong: r / R − w / W, so ticking everything always scores 0.
 * None goes below 0. Blanks, pairs and places share an item equally (see `partsRight`), unless all or nothing. A short
 * answer is marked by the learner and an opinion by nobody: neutral, no score. A response of another type is wrong.
 */
export function grade(key: AnswerKey, response: Response): Grade {
  switch (key.type) {
    case 'short-answer':
    case 'likert':
      return NEUTRAL;
    case 'true-false':
      return verdict(response.type === 'true-false' && response.value === key.answer);
    case 'single':
      return verdict(response.type === 'single' && response.choice === key.correct);
    case 'hotspot':
      return verdict(response.type === 'hotspot' && response.choice === key.correct);
    case 'numeric':
      return verdict(response.type === 'numeric' && isWithin(response.text, key.target, key.decimal));
    case 'multiple':
      return response.type === 'multiple' ? gradeMultiple(key, response.choices) : WRONG;
    case 'fill-in':
    case 'matching':
    case 'categorise':
    case 'ordering':
      return gradeParts(Object.values(partsRight(key, response) ?? {}), key.scoring);
  }
}

function verdict(right: boolean): Grade {
  return right ? RIGHT : WRONG;
}

function gradeParts(parts: boolean[], scoring: PartScoring): Grade {
  const hits = parts.filter(Boolean).length;
  if (parts.length > 0 && hits === parts.length) return RIGHT;
  return scoring === 'partial' && parts.length > 0 ? { score: hits / parts.length, result: 'incorrect' } : WRONG;
}

function gradeMultiple(key: AnswerKey & { type: 'multiple' }, choices: string[]): Grade {
  const right = new Set(key.correct);
  const chosen = new Set(choices);
  let hits = 0;
  for (const id of chosen) if (right.has(id)) hits++;
  const misses = chosen.size - hits;
  if (hits === right.size && misses === 0) return RIGHT;
  if (key.scoring === 'all-or-nothing' || right.size === 0) return WRONG;
  const wrongOptions = Math.max(1, new Set(key.options).size - right.size);
  const lost = key.scoring === 'partial' ? misses / right.size : misses / wrongOptions;
  return { score: Math.max(0, hits / right.size - lost), result: 'incorrect' };
}
