/** What a question's element knows of its own past. */
import type { ItemPayload, Response } from '../../course/payload.ts';

/** What the page shows of an item. */
export interface ItemRecord {
  tries: number;
  /** null = unlimited. */
  attemptsLeft: number | null;
  /** Best score so far, 0..1; null before the first answer and for an item that is not graded. */
  best: number | null;
  /** The last response; null before the first answer, or when a changed item no longer has the chosen options. */
  last: Response | null;
  /** Of the last response. */
  result: 'correct' | 'incorrect' | 'neutral' | null;
  /** How sure the learner was of it, as in the event. */
  sureness: number | null;
  /** Nobody is to be told yet, or at all, whether the answer is right. */
  withheld: boolean;
  /** What would have been right, and why, is not to be shown; whether the answer is right may be told all the same. */
  keptBack: boolean;
  /** No further answer is taken or needed: right, attempts spent, or self-marked and answered. */
  done: boolean;
}

/** Of an item that was never answered. */
export function freshRecord({ attempts }: Pick<ItemPayload, 'attempts'>): ItemRecord {
  return { tries: 0, attemptsLeft: attempts > 0 ? attempts : null, best: null, last: null, result: null, sureness: null, withheld: false, keptBack: false, done: false };
}
