/** What a question is: one member of the union per item type, as the compiler hands it on. */
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Prose } from './prose.ts';

export type ItemType = 'true-false' | 'single' | 'multiple' | 'short-answer';

interface ItemBase {
  /** Unique in the course, `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`; results are stored under it. */
  id: string;
  /** Never reused number within the lesson, from the lock file; names the item in suspend data. */
  key: number;
  prompt: Prose;
  /** The prompt as one line of plain text. */
  promptText: string;
  why: Prose | null;
  /** In the order they are revealed. */
  hints: Prose[];
  feedbackRight: Prose | null;
  feedbackWrong: Prose | null;
  /** Counts for the score. Self-marked items do not. */
  graded: boolean;
  /** 0 for an item that is not graded. */
  points: number;
  /** Numbers of the lesson's objectives. */
  objectives: number[];
  tags: string[];
  /** Tries allowed; 0 = unlimited. */
  attempts: number;
  shuffle: boolean;
  place: Place;
}

export interface Option {
  /** Slug of its text, `[A-Za-z0-9_.]{1,250}`, unique in the item, stable under shuffling (scorm.md 3.1). */
  id: string;
  prose: Prose;
  text: string;
  correct: boolean;
  feedback: Prose | null;
  /** Stays at the end when options are shuffled. */
  last: boolean;
}

export interface TrueFalseItem extends ItemBase {
  type: 'true-false';
  answer: boolean;
}

export interface SingleItem extends ItemBase {
  type: 'single';
  options: Option[];
}

export interface MultipleItem extends ItemBase {
  type: 'multiple';
  options: Option[];
  /** `Select: exactly 2` tells the learner how many; null = "all that apply". */
  select: number | null;
  scoring: 'all-or-nothing' | 'partial' | 'right-minus-wrong';
}

export interface ShortAnswerItem extends ItemBase {
  type: 'short-answer';
  model: Prose;
  modelText: string;
  /** Ideas the learner ticks off against the model answer. */
  check: Prose[];
}

export type Item = TrueFalseItem | SingleItem | MultipleItem | ShortAnswerItem;
