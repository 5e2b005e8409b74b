/** From a response to a score: one answer held against its key. Pure and total. */
import type { AnswerKey, Response } from '../course/payload.ts';

export interface Grade {
  /** 0..1; always 0 for what cannot be right or wrong. */
  score: number;
  /** `correct` only for the whole right answer; part of it scores but stays `incorrect`. */
  result: 'correct' | 'incorrect' | 'neutral';
}

const WRONG: Grade = { score: 0, result: 'incorrect' };
const RIGHT: Grade = { score: 1, result: 'correct' };

/**
 * `multiple` scores by its key (authoring, item label `Scoring`), with r right and w wrong options chosen out of R and W:
 * all-or-nothing: 1 for exactly the right set, else 0;
 * partial: (r − w) / R, so each wrong choice undoes a right one;
 * right-minus-wrong: r / R − w / W, so ticking everything always scores 0.
 * None goes below 0. A short answer is marked by the learner: neutral, no score. A response of another type is wrong.
 */
export function grade(key: AnswerKey, response: Response): Grade {
  if (key.type === 'short-answer') return { score: 0, result: 'neutral' };
  if (key.type === 'true-false') return response.type === 'true-false' && response.value === key.answer ? RIGHT : WRONG;
  if (key.type === 'single') return response.type === 'single' && response.choice === key.correct ? RIGHT : WRONG;
  return response.type === 'multiple' ? gradeMultiple(key, response.choices) : WRONG;
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
