/** What a course is once it has been checked: the one model that rendering, manifests and reports read. */
import type { Place } from '../diagnostics/diagnostic.ts';
import type { PreQuestions } from './before.ts';
import type { Item } from './item.ts';
import type { Sentence } from './narration.ts';
import type { Prose } from './prose.ts';
import type { QuizRules } from './quiz.ts';
import type { Visual } from './visual.ts';

export type SectionRole =
  | 'objectives'
  | 'primer'
  | 'content'
  | 'example'
  | 'terms'
  | 'references'
  | 'quiz'
  | 'script'
  | 'outline'
  | 'notes';

/** When the course counts as completed. */
export interface Completion {
  /** Share of the reading parts that must have been seen, 0..1. */
  viewed: number;
  items: 'attempted' | 'passed' | 'none';
}

export interface Course {
  /** Slug, `[a-z0-9][a-z0-9-]*`; names the package. */
  id: string;
  /** Base IRI of everything the course reports; ends without a slash. */
  iri: string;
  title: string;
  /** BCP 47. */
  language: string;
  version: string;
  /** Share of the points needed to pass, 0..1; null = not scored as passed or failed. */
  passMark: number | null;
  /** Who passes may print a certificate; absent: nobody. */
  certificate?: true;
  completion: Completion;
  /** Days after which learners may have themselves reminded; none: nobody is. Absent: USUAL_DAYS. */
  reminders?: readonly number[];
  /** Questions of earlier lessons that a lesson's results offer for practice. Absent: USUAL_EARLIER. */
  earlier?: number;
  draft: boolean;
  /** Absent: nothing is told beside the LMS. */
  xapi?: { endpoint: string; broker?: string };
  /** Each lesson is launched and tracked by itself where the standard can; absent: the course as one. */
  units?: Units;
  lessons: Lesson[];
}

export interface Units {
  /** `one-by-one`: a lesson opens once the one before it is done and, where there is something to pass, passed. */
  order: 'one-by-one' | 'free';
  /** Where that is asked for. */
  place: Place;
}

export interface Lesson {
  /** Slug, unique in the course: of the code when there is one (`l1.2`), else of the title. Names files and ids. */
  id: string;
  /** Never reused number within the course, from the lock file. */
  key: number;
  /** As the author wrote it, `L1.2`; null when the lesson has none. */
  code: string | null;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Path of the source, relative to the course root. */
  file: string;
  details: LessonDetails;
  objectives: Objective[];
  sections: Section[];
  slides: Slide[];
  /** Times the usual speed of speaking, where the author asks for another one. */
  rate?: number;
  /** What follows a question in the text waits until it was answered. */
  gated?: true;
  /** Questions of the quiz that are asked before the text. */
  before?: PreQuestions;
  /** In the order in which they are asked; what a bank holds stands where its draw stands. */
  items: Item[];
  draws: Draw[];
  quiz: QuizRules;
  terms: Term[];
  references: Reference[];
  /** Footnote and link definitions that learner-visible prose uses. */
  definitions: Prose;
  minutes: Minutes;
}

/** `Draw: 3 from #gradients`: each learner is asked `count` of the items whose `bank` it is, a choice of their own. */
export interface Draw {
  bank: string;
  count: number;
}

/** The header of a lesson, as written; null where the author was silent. */
export interface LessonDetails {
  type: string | null;
  status: 'mandatory' | 'optional' | 'draft' | null;
  module: string | null;
  frameworks: string[];
  duration: string | null;
  /** In the author's words, with links to lessons of the course; left out where the header names none. */
  prerequisites?: Prose;
}

/** Whole minutes. `low` and `high` are computed from words, narration and items (authoring 1.6, 21). */
export interface Minutes {
  declared: number | null;
  low: number;
  high: number;
}

export interface Objective {
  /** `<lesson id>.o<number>`, `[A-Za-z0-9_.-]`. */
  id: string;
  number: number;
  prose: Prose;
  text: string;
}

export interface Section {
  role: SectionRole;
  title: string;
  place: Place;
  /** Private sections (production notes) never reach the package; script, outline and quiz are shown elsewhere. */
  shown: boolean;
  /** A section with sub-headings has a part for each; one without has a single part. Empty when not shown in the reader. */
  parts: Part[];
}

/** The smallest stretch of reading that is tracked as seen. */
export interface Part {
  /** Slug, unique in the lesson; the anchor in the page and the location reported to the LMS. */
  id: string;
  /** Never reused number within the lesson, from the lock file; the bit in the seen set. */
  key: number;
  title: string;
  /** 2 for the section's own opening, 3 for a sub-heading. */
  level: 2 | 3;
  /** Without the heading itself. */
  blocks: Prose;
}

export interface Slide {
  number: number;
  /** What is shown: the outline's title where there is one. */
  title: string;
  /** As it is shown, without cues. */
  narration: Prose;
  /** As it is spoken, with what happens meanwhile. */
  sentences: Sentence[];
  /** The author's instruction for the picture; never shown to learners as it stands. */
  brief: string | null;
  /** Drawn one after the other; a loop and a landscape side by side move together. Steps count through all of them. */
  visuals: Visual[];
  /** Path of the recorded narration as seen from the lesson; left out where there is none. */
  voice?: string;
}

export interface Term {
  /** Slug of its first name, unique among the lesson's terms. */
  id: string;
  names: string[];
  definition: Prose;
  text: string;
}

export interface Reference {
  /** What the author numbers it by, with its brackets: `[1]`, `[Qi24]`; null when the page numbers it. */
  label: string | null;
  prose: Prose;
  text: string;
}
