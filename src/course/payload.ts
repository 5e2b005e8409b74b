/** What the package carries for the player: the agreement between the compiler, which writes it, and the learner's page, which reads it. */
import type { Completion } from './course.ts';
import type { ItemType, NumberTarget, PartScoring, Region } from './item.ts';
import type { ProseData } from './prose.ts';
import type { QuizRules } from './quiz.ts';

/** Bumped when an older player could not read it. */
export const PAYLOAD_FORMAT = 1;

/** JSON in `<script type="application/json" id="lectern-course">`. Grows by a short line per lesson, so launch stays cheap. */
export interface CoursePayload {
  format: number;
  id: string;
  /** Base of all addresses under which results are reported (xAPI); without a slash at the end. */
  iri: string;
  title: string;
  language: string;
  version: string;
  /** Content hash, 12 hex digits: the same build id everywhere (page, objective `lectern.build.<hash>`, xAPI). */
  build: string;
  /** Version of Lectern that made the package. */
  lectern: string;
  target: string;
  draft: boolean;
  /** A record store that hears everything beside the LMS; absent: there is none. */
  xapi?: RecordStore;
  passMark: number | null;
  /** Who passes may print a certificate; absent: nobody. */
  certificate?: true;
  completion: Completion;
  /** As in Course. */
  reminders?: readonly number[];
  earlier?: number;
  /** Languages of the interface that come along beside the page's own, where the launch tells what the learner prefers. */
  interfaces?: string[];
  /** Leaving the course once it is done ends the attempt, for an LMS that needs it. */
  endsWhenDone?: true;
  /** The page plays one lesson of a course whose lessons an LMS launches one by one; absent: the whole course. */
  unit?: UnitPayload;
  lessons: LessonOutline[];
}

export interface UnitPayload {
  /** The course that the lesson belongs to. */
  course: { id: string; title: string };
  /** Title of the lesson that comes next; null after the last. */
  next: string | null;
}

/** Where statements go, and who gives a pass for it. */
export interface RecordStore {
  endpoint: string;
  broker?: string;
  /** A credential that everybody can read: only where the author insists on it. The whole header. */
  authorization?: string;
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
  /** Candidates of draws included, where the draw stands. */
  items: ItemOutline[];
  /** How many questions stand before the text; their keys are those of the first items plus BEFORE_KEY. */
  before?: number;
  /** How many items each bank gives to a learner; absent where nothing is drawn. */
  draws?: number[];
  /** What would have been right is kept back, or shown to those who passed alone: nothing of it is practised elsewhere. */
  keeps?: true;
  /** Its quiz is taken as a whole (LessonPayload.quiz); absent where it is a row of questions. */
  quiz?: true;
}

/** Points 0 = not graded. `bank` is an index into `draws`; an item without one always stands where it was written. */
export type ItemOutline = [key: number, points: number, bank?: number];

/** What the search knows of a lesson; handed by `search.js` to `lectern.index(…)`. */
export interface SearchLesson {
  id: string;
  /** BCP 47 */
  language: string;
  spots: SearchSpot[];
}

/** A place in a lesson that can be found: the id of a part, a term or a slide; all its words. Questions are left out. */
export type SearchSpot = [view: 'read' | 'slides', id: string, title: string, text: string];

/** Handed by a lesson's chunk to `lectern.lesson(…)`. `template` is null for a lesson that stands static in index.html. */
export interface LessonPayload<Template = unknown> {
  id: string;
  language: string;
  direction: 'ltr' | 'rtl';
  parts: { id: string; key: number; title: string; level: 2 | 3 }[];
  objectives: { id: string; number: number; text: string }[];
  /** All of them, those of banks where they are drawn into the quiz. */
  items: ItemPayload[];
  /** One of its slides has a recorded voice: their view is called so. */
  watch?: true;
  /** Absent: PLAIN_QUIZ. */
  quiz?: QuizRules;
  /** What follows a question in the text waits until it was answered. */
  gated?: true;
  /** Questions of the quiz that stand before the text, each as an item of its own: not graded, and none of `items`. */
  before?: ItemPayload[];
  /** What is right is told there at once. */
  beforeTold?: true;
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
  /**
   * What is chosen or placed. single, multiple; true-false has the ids `true` and `false` (without prose the page words them in its own
   * language); hotspot: its regions; likert: its steps; ordering: its steps, in an order that does not give the answer away;
   * matching and categorise: what is placed on a target.
   */
  options: OptionPayload[];
  /** matching: right-hand sides; categorise: categories. In an order that does not give the answer away. */
  targets: OptionPayload[];
  /** fill-in, in reading order. In the prose a blank stands as `['span', { 'data-blank': id }]`. */
  blanks: BlankPayload[];
  /** fill-in: the line with the blanks when it is not the prompt. */
  body: ProseData | null;
  /** numeric: words after the field. */
  unit: string | null;
  /** matching: a target may be chosen more than once. */
  reuse: boolean;
  /** hotspot */
  image: { src: string; alt: string; width: number; height: number } | null;
  /** Asks how sure the learner is. */
  confidence: boolean;
  /** Id of the reading part it stands in; null = Check view. */
  part: string | null;
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
  /** hotspot */
  region?: Region;
}

export interface BlankPayload {
  id: string;
  kind: 'text' | 'number' | 'choice';
  /** choice */
  options: OptionPayload[];
  /** Characters of the longest answer, capped: how wide the field is drawn. */
  width: number;
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

/** How numbers are written in the lesson's language. */
export type DecimalSign = '.' | ',';

/** What is right, as data for grading and for correct-response patterns. */
export type AnswerKey =
  | { type: 'true-false'; answer: boolean }
  | { type: 'single'; correct: string }
  | { type: 'multiple'; correct: string[]; options: string[]; scoring: 'all-or-nothing' | 'partial' | 'right-minus-wrong' }
  | { type: 'fill-in'; blanks: BlankKey[]; exactCase: boolean; scoring: PartScoring; decimal: DecimalSign }
  | { type: 'numeric'; target: NumberTarget; decimal: DecimalSign }
  /** By option id: the id of its target. */
  | { type: 'matching' | 'categorise'; pairs: Record<string, string>; scoring: PartScoring }
  | { type: 'ordering'; order: string[]; scoring: PartScoring }
  | { type: 'likert' }
  | { type: 'hotspot'; correct: string }
  | { type: 'short-answer'; modelText: string };

export type BlankKey =
  | { id: string; kind: 'text'; accept: string[]; patterns: { source: string; flags: string }[] }
  | { id: string; kind: 'number'; target: NumberTarget }
  | { id: string; kind: 'choice'; correct: string };

/** What the learner gave. */
export type Response =
  | { type: 'true-false'; value: boolean }
  | { type: 'single'; choice: string }
  | { type: 'multiple'; choices: string[] }
  /** In the order of the blanks; '' = left empty; of a drop-down the option's id. Numbers as typed. */
  | { type: 'fill-in'; values: string[] }
  /** As typed; read in the lesson's language by `src/grading/number.ts`. */
  | { type: 'numeric'; text: string }
  /** By option id: the id of the target chosen. */
  | { type: 'matching' | 'categorise'; pairs: Record<string, string> }
  | { type: 'ordering'; order: string[] }
  | { type: 'likert' | 'hotspot'; choice: string }
  | { type: 'short-answer'; text: string; unknown: boolean; verdict: 'got-it' | 'partly' | 'not-yet' | null; ideas: number[] };
