/** Names that the compiler writes into a page and the player finds there: our tags and the ids of fixed pieces. */
import type { ItemType } from '../course/item.ts';

/** The lesson's element; its light DOM is the whole lesson: title, tabs and the views. */
export const LESSON_TAG = 'lectern-lesson';

/** The package's first script. */
export const PLAYER_FILE = 'player.js';

/** The package's second script: everything about the learner's record. */
export const RECORD_FILE = 'record.js';

/** The script of slides: their player and what moves on them. It comes when they are opened, and only where a course has slides. */
export const SLIDES_FILE = 'slides.js';

/** The package's third script, which comes when a learner opens one of the tools: search, display, printing, practice of terms, certificate. */
export const TOOLS_FILE = 'tools.js';

/** The text of a course of several lessons, for the search; it comes when that is opened. A lone lesson is searched in its page. */
export const SEARCH_FILE = 'search.js';

/** What a button with `data-tool` opens. */
export type ToolName = 'search' | 'display' | 'print' | 'terms' | 'certificate' | 'reminders';

/** Interface words in another language, in packages whose launch tells which one the learner prefers. */
export const wordsFile = (code: string): string => `words-${code}.js`;

/** The page of results at the end of the Check view. */
export const RESULTS_TAG = 'lectern-results';

/** Time, handing in and attempts of a quiz that is taken as a whole; above its questions. */
export const QUIZ_TAG = 'lectern-quiz';

/** The element that plays an item, by item type. */
export const ITEM_TAGS = {
  'true-false': 'lectern-choice',
  single: 'lectern-choice',
  multiple: 'lectern-choice',
  likert: 'lectern-choice',
  'fill-in': 'lectern-fill-in',
  numeric: 'lectern-numeric',
  matching: 'lectern-matching',
  categorise: 'lectern-matching',
  ordering: 'lectern-ordering',
  hotspot: 'lectern-hotspot',
  'short-answer': 'lectern-short-answer',
} as const satisfies Record<ItemType, string>;

/** Groups of a categorise item up to which each thing gets its own radios; more are a list to choose from. */
export const RADIO_GROUPS_MAX = 4;

/** Steps of an ordering item from which a position can also be chosen from a list. */
export const POSITION_LIST_FROM = 8;

/** The attribute of an item's element that carries the item's id. */
export const ITEM_ATTRIBUTE = 'data-item';

/** On the root element, with the value `off`: the learner's LMS says that courses begin without sound. */
export const AUDIO_ATTRIBUTE = 'data-lectern-audio';

/** Ids of the page's fixed pieces. Reading parts have their own ids; an author's slug never starts with `lectern-`. */
export const PIECES = {
  /** JSON, CoursePayload. */
  payload: 'lectern-course',
  main: 'lectern-main',
  /** The page's one h1; the skip link leads to it. */
  title: 'lectern-title',
  home: 'lectern-home',
  /** Heading of the questions that are asked before the text. */
  before: 'lectern-before',
  outline: 'lectern-outline',
  outlineButton: 'lectern-outline-button',
  /** What an opened tool shows; behind the buttons that open it. */
  tool: 'lectern-tool',
  progressText: 'lectern-progress-text',
  progressBar: 'lectern-progress-bar',
  saveState: 'lectern-save-state',
  exit: 'lectern-exit',
  previous: 'lectern-previous',
  next: 'lectern-next',
  /** The strip under a lesson's title: facts at first, then the resume card or a note. */
  slot: 'lectern-slot',
  recorded: 'lectern-recorded',
  /** The link to the styles of figures that stand on slides only; it counts once slides are shown. */
  figures: 'lectern-figures',
} as const;

/** The views of a lesson; a view's panel has the id `lectern-view-<name>`, its tab `lectern-tab-<name>`. */
export type View = 'read' | 'slides' | 'check';

export function panelId(view: View): string {
  return `lectern-view-${view}`;
}

export function tabId(view: View): string {
  return `lectern-tab-${view}`;
}

/** Id of the block that holds question `number`, counted from 1. */
export function questionId(number: number): string {
  return `lectern-question-${number}`;
}

/** Id of a term's entry in the list of terms. */
export function termId(id: string): string {
  return `lectern-term-${id}`;
}

/** Id of the reference `number`, counted from 1. */
export function referenceId(number: number): string {
  return `lectern-reference-${number}`;
}
