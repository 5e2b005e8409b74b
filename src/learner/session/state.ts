/** The shape of a session: what is kept between two events and, as text, between two visits. */
import type { CoursePayload } from '../../course/payload.ts';

export interface Session {
  readonly course: CoursePayload;
  readonly mode: 'normal' | 'browse' | 'review';
  /** The LMS's own pass mark, else the course's; 0..1. */
  readonly passMark: number | null;
  /** Same learner and course, same seed: what is shuffled stays in its order from visit to visit. */
  readonly seed: string;
  /** Where the learner is; '' at the very start. */
  readonly place: string;
  /** Index of the next submission; each one is a new interaction (journaling). */
  readonly nextInteraction: number;
  /** Reached once, never taken back, even when the course grows afterwards. */
  readonly completed: boolean;
  readonly passed: boolean;
  /** By lesson key; a lesson nobody touched has no entry. */
  readonly lessons: ReadonlyMap<number, LessonState>;
}

export interface LessonState {
  /** Keys of the parts seen. */
  readonly seen: ReadonlySet<number>;
  /** By item key. */
  readonly items: ReadonlyMap<number, ItemState>;
}

export interface ItemState {
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
