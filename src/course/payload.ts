/** What the package carries for the player: the agreement between the compiler, which writes it, and the learner's page, which reads it. */
import type { Completion } from './course.ts';
import type { ItemType } from './item.ts';
import type { ProseData } from './prose.ts';

/** Bumped when an older player could not read it. */
export const PAYLOAD_FORMAT = 1;

/** JSON in `<script type="application/json" id="lectern-course">`. Grows by a short line per lesson, so launch stays cheap. */
export interface CoursePayload {
  format: number;
  id: string;
  title: string;
  language: string;
  version: string;
  /** Content hash, 12 hex digits: the same build id everywhere (page, objective `lectern.build.<hash>`, xAPI). */
  build: string;
  /** Version of Lectern that made the package. */
  lectern: string;
  target: string;
  draft: boolean;
  passMark: number | null;
  completion: Completion;
  lessons: LessonOutline[];
}

export interface LessonOutline {
  id: string;
  key: number;
  code: string | null;
  title: string;
  /** Path of its chunk in the package. */
  chunk: string;
  /** Keys of its reading parts. */
  parts: number[];
  items: ItemOutline[];
}

/** [key, points]; points 0 = not graded. */
export type ItemOutline = [key: number, points: number];

/** Handed by a lesson's chunk to `lectern.lesson(…)`. `template` is null for a lesson that stands static in index.html. */
export interface LessonPayload<Template = unknown> {
  id: string;
  language: string;
  direction: 'ltr' | 'rtl';
  parts: { id: string; key: number; title: string; level: 2 | 3 }[];
  objectives: { id: string; number: number; text: string }[];
  items: ItemPayload[];
  template: ((html: (strings: TemplateStringsArray, ...values: unknown[]) => Template) => Template) | null;
}

export interface ItemPayload {
  id: string;
  key: number;
  type: ItemType;
  graded: boolean;
  points: number;
  /** Ids, as in LessonPayload.objectives. */
  objectives: string[];
  /** 0 = unlimited. */
  attempts: number;
  shuffle: boolean;
  prompt: ProseData;
  /** One line of plain text, for the LMS. */
  text: string;
  /** true-false, single, multiple. True-false has the ids `true` and `false`; without prose the page words them in its own language. */
  options: OptionPayload[];
  /** multiple: how many to choose; null = all that apply. */
  select: number | null;
  hints: ProseData[];
  /** SealedItem as JSON, sealed with `seal()` of src/grading/seal.ts; opened when the item is answered. */
  sealed: string;
}

export interface OptionPayload {
  id: string;
  prose: ProseData;
  text: string;
  last: boolean;
}

/** Everything that would give an answer away. */
export interface SealedItem {
  key: AnswerKey;
  why: ProseData | null;
  feedbackRight: ProseData | null;
  feedbackWrong: ProseData | null;
  /** By option id. */
  optionFeedback: Record<string, ProseData>;
  /** short-answer */
  model: ProseData | null;
  modelText: string;
  check: ProseData[];
}

/** What is right, as data for grading and for correct-response patterns. */
export type AnswerKey =
  | { type: 'true-false'; answer: boolean }
  | { type: 'single'; correct: string }
  | { type: 'multiple'; correct: string[]; options: string[]; scoring: 'all-or-nothing' | 'partial' | 'right-minus-wrong' }
  | { type: 'short-answer'; modelText: string };

/** What the learner gave. */
export type Response =
  | { type: 'true-false'; value: boolean }
  | { type: 'single'; choice: string }
  | { type: 'multiple'; choices: string[] }
  | { type: 'short-answer'; text: string; unknown: boolean; verdict: 'got-it' | 'partly' | 'not-yet' | null; ideas: number[] };
