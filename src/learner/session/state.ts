/** The shape of a session: what is kept between two events and, as text, between two visits. */
import type { CoursePayload } from '../../course/payload.ts';
import type { QuizRules } from '../../course/quiz.ts';

export interface Session {
  readonly course: CoursePayload;
  readonly mode: 'normal' | 'browse' | 'review';
  /** The LMS's own pass mark, else the course's; 0..1. */
  readonly passMark: number | null;
  /** Same learner and course, same seed: what is shuffled stays in its order from visit to visit. */
  readonly seed: string;
  /** Told by chance at the attempt's first launch, so that work of an attempt that was deleted is known by it; '' = nobody named it. */
  readonly attempt: string;
  /** Where the learner is; '' at the very start. */
  readonly place: string;
  /** Index of the next submission; each one is a new interaction (journaling). */
  readonly nextInteraction: number;
  /** Reached once, never taken back, even when the course grows afterwards. */
  readonly completed: boolean;
  readonly passed: boolean;
  /** By lesson key, of the lessons opened in this visit whose quiz has rules of its own. */
  readonly rules: ReadonlyMap<number, QuizRules>;
  /** By lesson key; a lesson nobody touched has no entry. */
  readonly lessons: ReadonlyMap<number, LessonState>;
}

export interface LessonState {
  /** Keys of the parts seen. */
  readonly seen: ReadonlySet<number>;
  /** By item key. */
  readonly items: ReadonlyMap<number, ItemState>;
  readonly quiz: QuizState;
}

/** Where a learner is in a quiz that is taken as a whole. A round is one go through its questions. */
export interface QuizState {
  /** Rounds handed in. */
  readonly ended: number;
  /** A round is under way: its answers may still change. */
  readonly open: boolean;
  /** Seconds for this round; 0 = no limit, null = the learner has not begun. */
  readonly allowed: number | null;
  /** Seconds of them gone. */
  readonly used: number;
}

export const UNBEGUN: QuizState = { ended: 0, open: true, allowed: null, used: 0 };

export interface ItemState {
  /** In this round; 0 = the answer belongs to an earlier one, or the quiz was handed in without it. */
  readonly tries: number;
  /** Best score in steps of a millionth, so that the stored text gives back exactly the same number; 0..1. */
  readonly best: number;
  readonly result: 'correct' | 'incorrect' | 'neutral';
  /** Right, or attempts spent: this item's score can no longer rise. */
  readonly closed: boolean;
  /** How sure the learner was of the last response: 0 sure, 1 think so, 2 guess; null where nobody asked. */
  readonly sureness: number | null;
  /** The last response in short form (see answer-code.ts); '' when it could not be kept. */
  readonly code: string;
  /** What the learner wrote in a short answer; '' elsewhere. */
  readonly text: string;
}
