/** Every word of the interface, typed: a language is a value of `Strings`, and a missing word does not compile. */
import type { HelpStrings } from './help-strings.ts';
import type { KeepingStrings } from './keeping-strings.ts';
import type { LandscapeWords } from '../course/landscape.ts';
import type { WatchStrings } from './watch-strings.ts';
import type { ToolWords } from './tool-strings.ts';

/** All words; the build has them together, each script of the player carries only its own. */
export type Strings = PlayerStrings & StaticStrings & ToolWords;

/** Words that change while the learner is here. */
export type PlayerStrings = PageWords & RecordWords;

/** Those that the first question needs. */
export interface PageWords {
  /** BCP 47 of these words; also the name of the modules that hold them. */
  code: string;
  frame: FrameStrings;
  item: ItemStrings;
}

/** Those that come with the record. */
export interface RecordWords {
  quiz: QuizStrings;
  results: ResultStrings;
  record: RecordStrings;
}

/** Words that stand in the page from the build on. */
export interface StaticStrings {
  /** After a link to another site. */
  opensInNewTab: string;
  /** Name of a scrolling region that holds a table. */
  table: string;
  /** What opens the long description of a picture. */
  pictureDescription: string;
  /** Above the footnotes of a part. */
  footnotes: string;
  /** On the link from a footnote back to the text; the note's number follows. */
  backToText: string;
  blocks: BlockStrings;
  /** What a callout is, in front of its title. */
  callouts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  /** Before the number of a reference, for screen readers. */
  reference: string;
  watch: WatchStrings;
  tools: ToolNames;
  page: PageStrings;
  visual: VisualStrings;
  lesson: LessonStrings;
  help: HelpStrings;
}

/** Blocks that the learner opens, copies or scrolls. */
export interface BlockStrings {
  /** On a block without a title of its own. */
  reveal: string;
  workedExample: string;
  step(number: number, of: number): string;
  /** On the button beside code, before and after it was pressed. */
  copy: string;
  copied: string;
  /** Name of a region that holds a formula. */
  formula: string;
  /** What is said in a recording, to be read. */
  transcript: string;
  /** A link to the version of a video that also says what is seen. */
  described: string;
}

/** On the buttons that open the tools. */
export interface ToolNames {
  /** Of the group of buttons. */
  tools: string;
  search: string;
  display: string;
  print: string;
  practise: string;
}

/** Places, as pager and document title say them. */
export interface FrameStrings {
  /** A lesson's file could not be loaded. */
  unavailable: string;
  /** The script that records could not be loaded; it is tried again. */
  noRecord: string;
  read: string;
  slides: string;
  /** In place of `slides` where one of them has a recorded voice. */
  watch: string;
  /** The page after the last question. */
  results: string;
  check: string;
  checkTitle: string;
  question(number: number, of: number): string;
  version: string;
  build: string;
}

/** The frame around a lesson, and the home of a course. */
export interface PageStrings {
  skip: string;
  contents: string;
  lessons: string;
  pager: string;
  previous: string;
  next: string;
  saveAndExit: string;
  draft: string;
  noScript: string;
  /** Link from the home of a course to its first lesson. */
  start: string;
  lessonCount(count: number): string;
  questionCount(count: number): string;
  sectionCount(count: number): string;
  minutes(low: number, high: number): string;
}

/** Headings and names inside a lesson. */
export interface LessonStrings {
  views: string;
  objectives: string;
  keyTerms: string;
  /** From the explanation of one term to the list of them. */
  allTerms: string;
  references: string;
  /** In front of what the header of a lesson asks to be known before. */
  prerequisites: string;
  slidesIntro: string;
  slide(number: number, of: number): string;
  questions: string;
  /** Above the text: questions of the quiz for a try, with their answers told at once or not, and the way past them. */
  before: { title: string; text(count: number, told: boolean): string; skip: string };
}

/** What figures say beside the author's own words: their names and their text versions. */
export interface VisualStrings {
  /** On what opens the list or table that says the same as the figure. */
  textVersion: string;
  card: Record<'title' | 'paper' | 'next', string>;
  flow: string;
  stages(count: number): string;
  loop(count: number): string;
  facts(count: number): string;
  quadrant(count: number): string;
  axis: Record<'log' | 'linear' | 'order', string>;
  filetree: string;
  landscape: string;
  /** `M4` is module 4; other codes stay. */
  reference(code: string): string;
  /** The second of several frames with one name: "Layer 2". */
  numbered(name: string, number: number): string;
  /** Between two operations of one frame. */
  then: string;
  /** For an ellipsis. */
  more: string;
  repeat: string;
  backTo(step: string): string;
  fromTo(from: string, to: string): string;
  logarithmic: string;
  optional: string;
  status: Record<'ok' | 'danger' | 'warn' | 'note', string>;
  /** Of a file: what whoever means harm can do with it. */
  risk(words: string): string;
  /** They go along with the page: the landscape that moves is in the lesson's language. */
  landscapeWords: LandscapeWords;
}

/** One question, before and after it is answered. */
export interface ItemStrings {
  true: string;
  false: string;
  /** Under the prompt of a question with several answers; null = any number. */
  choose(count: number | null): string;
  points(count: number): string;
  notGraded: string;
  attempts(count: number): string;
  hint(number: number, of: number): string;
  check: string;
  tryAgain: string;
  answered: string;
  next: string;
  toResults: string;
  /** On the last question of a quiz that is handed in as a whole. */
  toReview: string;
  unanswered: string;
  chooseFirst: string;
  chooseExactly(count: number): string;
  /** The one line a screen reader hears. */
  verdict(judged: Verdict): string;
  explanation: string;
  yourAnswer: string;
  correctAnswer: string;
  answerLabel: string;
  compare: string;
  unknown: string;
  writeFirst: string;
  modelAnswer: string;
  modelShown: string;
  ideas: string;
  /** Beside an idea the learner found in their own answer. */
  ticked: string;
  howDidYouDo: string;
  gotIt: string;
  partly: string;
  notYet: string;
  marked(verdict: string): string;
  /** An opinion is handed in, not checked. */
  submit: string;
  thanks: string;
  /** A quiz that says what was right at its end only. */
  save: string;
  saved: string;
  change: string;
  /** The first entry of every list to choose from. */
  choosePlaceholder: string;
  /** Beside one blank, pair or step. */
  partRight: string;
  partWrong: string;
  /** Name of a group of blanks. */
  fillIn: string;
  fillFirst: string;
  /** Name of one; the words around it are the author's, '' where there are none. */
  blank(number: number, of: number, after: string, before: string): string;
  blankNumber(number: number): string;
  readAs(number: string): string;
  notNumber(example: string): string;
  between(low: string, high: string): string;
  matchFirst: string;
  sortFirst: string;
  matched(count: number, of: number): string;
  sorted(count: number, of: number): string;
  usedTwice(target: string): string;
  moveUp(step: string): string;
  moveDown(step: string): string;
  positionOf(step: string): string;
  atPosition(step: string, position: number, of: number): string;
  moveFirst: string;
  orderHow: string;
  belongsAt(position: number): string;
  correctOrder: string;
  region(number: number): string;
  regionChosen(number: number, text: string): string;
  enlarge: string;
  howSure: string;
  /** From 1, the most certain. */
  sureness: readonly [sure: string, think: string, guess: string];
  saidSure(word: string): string;
}

export interface Verdict {
  right: boolean;
  /** Of an item with several blanks, pairs or steps. */
  parts: { right: number; of: number } | null;
  /** An explanation follows. */
  explained: boolean;
  /** 0: that was the last one; null when nothing has to be said of it, or tries are not limited. */
  left: number | null;
}

/** A quiz that is taken as a whole: its time, handing in, another attempt. */
export interface QuizStrings {
  attempt(number: number, of: number): string;
  checkedAtEnd: string;
  notShown: string;
  shownOncePassed: string;
  before: string;
  /** "10 minutes", "1 minute 30 seconds" */
  duration(seconds: number): string;
  /** What happens when the time is over; `duration` is in words. */
  intro(duration: string): string;
  strict: string;
  howLong: string;
  standard: string;
  /** More than the standard: 1.5, 2. */
  times(factor: number): string;
  noLimit: string;
  start: string;
  timeLeft: string;
  /** Said when half, five minutes, one minute and twenty seconds are left. */
  left(duration: string): string;
  hideClock: string;
  showClock: string;
  moreTime: string;
  added(duration: string): string;
  review: string;
  stillOpen(count: number): string;
  handIn: string;
  timeUp: string;
  /** null = as often as one likes. */
  again(left: number | null): string;
}

/** The page at the end of the Check view. */
export interface ResultStrings {
  /** `soFar`: questions are still open. */
  score(percent: number, soFar: boolean): string;
  /** Stands behind the score, dash included. */
  passMark(mark: number): string;
  points(points: number, of: number): string;
  unscored: string;
  passed: string;
  failed: string;
  remaining(count: number): string;
  objectives: string;
  abilities: string;
  objective(points: number, of: number): string;
  questions: string;
  right: string;
  wrong: string;
  reported: string;
  /** What the LMS was told, as a sentence. */
  recorded(facts: { status: 'passed' | 'failed' | 'completed' | 'incomplete'; percent: number | null }): string;
  /** The same, when the LMS itself says so. */
  confirmed(facts: { status: 'passed' | 'failed' | 'completed' | 'incomplete'; percent: number | null }): string;
  /** What the LMS says instead. */
  lmsSays(facts: { status: 'passed' | 'failed' | 'completed' | 'incomplete'; percent: number | null }): string;
  notRecorded: string;
  backToReading: string;
  course: string;
  /** Link to the section that teaches what was missed. */
  readAgain(title: string): string;
  practise: string;
  practiceNote: string;
  practiseEarlier: string;
  /** Above such a question. */
  fromLesson(title: string): string;
  /** Gives a calendar file. */
  reminders: string;
  /** Of the answers somebody was sure of, how many were right. */
  calibration(sure: number, right: number): string;
  wrongButSure: string;
  certificate: string;
}

/** Whether anything is stored, and where the learner left. */
export interface RecordStrings extends KeepingStrings {
  /** Of a lesson, on its card. */
  notStarted: string;
  inProgress: string;
  done: string;
  /** Said after the name of a section in the outline. */
  seen: string;
  /** In place of `help.recordedByLms` where no LMS was found. */
  recordedNowhere: string;
  /** Header: "3 of 7 sections", and behind it "2 of 4 questions". */
  sections(seen: number, of: number): string;
  questions(answered: number, of: number): string;
  saved: string;
  notSaved: string;
  noLms: string;
  /** On a plain web server: in this browser and nowhere else; as a state, and as a sentence. */
  kept: string;
  keptHere: string;
  preview: string;
  refused: string;
  review: string;
  /** Over what was answered before the text, for who looks at the course again. */
  guessed: string;
  closed: string;
  /** Earlier progress was stored and could not be read. */
  lost: string;
  /** The LMS has not kept all of what was typed. */
  cut: string;
  /** Another window of this course was opened: title, what to do, and the way back. */
  elsewhere: string;
  continueThere: string;
  continueHere: string;
  stoppedAt(title: string, number: number, of: number): string;
  stoppedAtQuestion(number: number, of: number): string;
  /** "Slides", "Watch", "Results" */
  stoppedIn(view: string): string;
  resume: string;
  startAgain: string;
  /** `title`: of the lesson that the LMS launches next. */
  nextLesson(title: string): string;
  nextComes: string;
  nextInMenu: string;
  /** Behind a question in the text, where the lesson waits for its answer. */
  gate: string;
  /** What a button should have opened did not come. */
  unavailable: string;
  goodbye: string;
  closeWindow: string;
  goodbyeSaved: string;
  goodbyeUnsaved: string;
  goodbyeNotRecorded: string;
  goodbyeKept: string;
  /** The last save is still on its way. */
  goodbyePending: string;
}
