/** What a question is: one member of the union per item type, as the compiler hands it on. */
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Prose } from './prose.ts';

export type ItemType =
  | 'single'
  | 'multiple'
  | 'true-false'
  | 'fill-in'
  | 'numeric'
  | 'matching'
  | 'ordering'
  | 'categorise'
  | 'likert'
  | 'short-answer'
  | 'hotspot';

/** How an item of several parts (blanks, pairs, places) is scored: each part its equal share, or the whole or nothing. */
export type PartScoring = 'all-or-nothing' | 'partial';

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
  /** Asks "how sure are you?" with the answer. */
  confidence: boolean;
  /** The bank it is drawn from, as named by one of the lesson's draws; null = it always stands where it was written. */
  bank: string | null;
  /** Id of the reading part it stands in (an inline check); null = it stands in the Check view. */
  part: string | null;
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

/** One gap of a fill-in. `id` is `b1`, `b2` … in reading order. */
export type Blank =
  | { id: string; kind: 'text'; accept: string[]; patterns: { source: string; flags: string }[] }
  | { id: string; kind: 'number'; target: NumberTarget }
  | { id: string; kind: 'choice'; options: Option[] };

/** Bounds are inclusive; `value` is what is shown as the answer, null for a bare range. */
export interface NumberTarget {
  value: number | null;
  min: number;
  max: number;
}

export interface FillInItem extends ItemBase {
  type: 'fill-in';
  blanks: Blank[];
  /** The line with the blanks when they stand in the answer; null when they stand in the prompt. A blank is a node `{ type: 'blank', id }`. */
  body: Prose | null;
  exactCase: boolean;
  scoring: PartScoring;
}

export interface NumericItem extends ItemBase {
  type: 'numeric';
  target: NumberTarget;
  unit: string | null;
}

/** The right-hand side of a pair, or a category. `id` as in Option. */
export interface Target {
  id: string;
  prose: Prose;
  text: string;
}

/** What is placed on a target. `target` is the right one's id. */
export interface Placed {
  id: string;
  prose: Prose;
  text: string;
  target: string;
  feedback: Prose | null;
}

export interface MatchingItem extends ItemBase {
  type: 'matching';
  pairs: Placed[];
  /** Distractors included. */
  targets: Target[];
  /** A target may be chosen more than once (`Reuse: yes`). */
  reuse: boolean;
  scoring: PartScoring;
}

export interface OrderingItem extends ItemBase {
  type: 'ordering';
  /** In the right order. */
  steps: { id: string; prose: Prose; text: string }[];
  scoring: PartScoring;
}

export interface CategoriseItem extends ItemBase {
  type: 'categorise';
  pairs: Placed[];
  targets: Target[];
  scoring: PartScoring;
}

/** An opinion: never right or wrong. */
export interface LikertItem extends ItemBase {
  type: 'likert';
  steps: { id: string; prose: Prose; text: string }[];
}

export interface HotspotItem extends ItemBase {
  type: 'hotspot';
  image: { path: string; alt: string; width: number; height: number };
  /** Regions in percent of the picture. */
  options: (Option & { region: Region })[];
}

/** Percent of the picture's width and height, from its top left corner. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Item =
  | SingleItem
  | MultipleItem
  | TrueFalseItem
  | FillInItem
  | NumericItem
  | MatchingItem
  | OrderingItem
  | CategoriseItem
  | LikertItem
  | ShortAnswerItem
  | HotspotItem;
