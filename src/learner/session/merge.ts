/**
 * Two stretches of one learner's work on one course, joined: nothing that either of them holds is lost. Both grew from the
 * same beginning in two windows, so equal entries are the same work and are not added up.
 */
import type { ItemState, LessonState, QuizState, Session } from './state.ts';

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
  const ahead = roundOf(a.quiz) - roundOf(b.quiz);
  for (const [key, item] of b.items) {
    const own = items.get(key);
    items.set(key, own === undefined ? item : ahead === 0 ? mergeItem(own, item) : ahead > 0 ? withPoints(own, item) : withPoints(item, own));
  }
  return { seen: new Set([...a.seen, ...b.seen]), items, quiz: mergeQuiz(a.quiz, b.quiz) };
}

/** Counts the steps of a quiz: begun, handed in, begun again … */
const roundOf = ({ ended, open }: QuizState): number => 2 * ended - (open ? 0 : 1);

/** Answers of an earlier round are gone, their points are not. */
const withPoints = (later: ItemState, earlier: ItemState): ItemState => ({ ...later, best: Math.max(later.best, earlier.best), closed: later.closed || earlier.closed });

/** The later round; within one round the longer time, where none is the longest. */
function mergeQuiz(a: QuizState, b: QuizState): QuizState {
  const ahead = roundOf(a) - roundOf(b);
  if (ahead !== 0) return ahead > 0 ? a : b;
  const allowed = a.allowed === null ? b.allowed : b.allowed === null ? a.allowed : a.allowed === 0 || b.allowed === 0 ? 0 : Math.max(a.allowed, b.allowed);
  return { ...a, allowed, used: Math.max(a.used, b.used) };
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
