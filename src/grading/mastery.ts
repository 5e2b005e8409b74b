/** From scores and pages seen to completed, passed and failed: the one rule the whole product reports by. Pure. */
import type { Completion } from '../course/course.ts';

/** Best results of a set of graded items: a course's, or one objective's. */
export interface Tally {
  /** Best attempts only. */
  points: number;
  of: number;
  /** Graded items with at least one answer. */
  answered: number;
  /** Graded items whose score can still rise: not right yet and attempts left. */
  open: number;
}

export interface Progress {
  parts: number;
  partsSeen: number;
  items: number;
  itemsAnswered: number;
}

export type Success = 'unknown' | 'passed' | 'failed';

/** Scores are kept in millionths, so a share may miss its exact value by half of one. */
const ROUNDING = 1e-6;

/** points / of, 0..1; null while nothing graded was answered, so that an untouched course reports no score. */
export function scaled(tally: Tally): number | null {
  if (tally.of <= 0 || tally.answered === 0) return null;
  return Math.min(1, Math.max(0, tally.points / tally.of));
}

/**
 * Without a pass mark: always unknown. `passed` as soon as the mark is reached; `failed` only when no attempt is left
 * that could raise the score. Whoever keeps the result must not take `passed` back.
 */
export function success(tally: Tally, passMark: number | null): Success {
  const share = scaled(tally);
  if (passMark === null || share === null) return 'unknown';
  if (share >= passMark - ROUNDING) return 'passed';
  return tally.open === 0 ? 'failed' : 'unknown';
}

/**
 * Completed = the declared share of the parts was seen, and the items were attempted, or passed, or do not matter.
 * `canPass` false (no pass mark, or nothing graded) turns `passed` into `attempted`: nobody could complete otherwise.
 * `progress` is the share of that way already gone, 1 exactly when completed.
 */
export function completion(
  rule: Completion,
  done: Progress,
  outcome: { passed: boolean; canPass: boolean },
): { completed: boolean; progress: number } {
  const needed = Math.ceil(done.parts * rule.viewed - ROUNDING);
  const mustPass = rule.items === 'passed' && outcome.canPass;
  const items = rule.items === 'none' ? 0 : done.items;
  const answered = rule.items === 'none' ? 0 : done.itemsAnswered;
  const itemsDone = mustPass ? outcome.passed : answered >= items;
  if (done.partsSeen >= needed && itemsDone) return { completed: true, progress: 1 };
  const steps = needed + items + (mustPass ? 1 : 0);
  const gone = Math.min(done.partsSeen, needed) + answered;
  return { completed: false, progress: steps === 0 ? 0 : Math.min(0.99, gone / steps) };
}
