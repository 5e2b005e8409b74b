/**
 * Two stretches of one learner's work on one course, joined: nothing that either of them holds is lost. Both grew from the
 * same beginning in two windows, so equal entries are the same work and are not added up.
 */
import type { ItemState, LessonState, Session } from './state.ts';

export type Progress = Pick<Session, 'nextInteraction' | 'completed' | 'passed' | 'lessons'>;

/** Commutative and idempotent: which window is heard first, or twice, does not matter. */
export function merge(a: Progress, b: Progress): Progress {
  const lessons = new Map(a.lessons);
  for (const [key, lesson] of b.lessons) {
    const own = lessons.get(key);
    lessons.set(key, own === undefined ? lesson : mergeLesson(own, lesson));
  }
  return {
    nextInteraction: Math.max(a.nextInteraction, b.nextInteraction),
    completed: a.completed || b.completed,
    passed: a.passed || b.passed,
    lessons,
  };
}

function mergeLesson(a: LessonState, b: LessonState): LessonState {
  const items = new Map(a.items);
  for (const [key, item] of b.items) {
    const own = items.get(key);
    items.set(key, own === undefined ? item : mergeItem(own, item));
  }
  return { seen: new Set([...a.seen, ...b.seen]), items };
}

/** The answer shown is the right one, else the better, else the later; tries and points are the higher of both. */
function mergeItem(a: ItemState, b: ItemState): ItemState {
  const shown = comesBefore(a, b) ? b : a;
  return { ...shown, tries: Math.max(a.tries, b.tries), best: Math.max(a.best, b.best), closed: a.closed || b.closed };
}

function comesBefore(a: ItemState, b: ItemState): boolean {
  const left = rank(a);
  const right = rank(b);
  const at = left.findIndex((value, index) => value !== right[index]);
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0);
}

/** Ends with the answer itself, so that two different ones never rank the same. */
const rank = ({ result, best, tries, code, text, sureness }: ItemState): (number | string)[] => [result === 'correct' ? 1 : 0, best, tries, result, code, text, sureness ?? -1];
