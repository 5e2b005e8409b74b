/** The words of what a learner opens now and then: search, display, practice of terms, paper. */

/** Those that come with the tools a learner opens. */
export interface ToolWords {
  search: SearchStrings;
  display: DisplayStrings;
  practice: TermPracticeStrings;
  print: PrintStrings;
  certificate: CertificateStrings;
  reminders: ReminderStrings;
}

/** Search within the course. */
export interface SearchStrings {
  label: string;
  close: string;
  found(count: number): string;
  /** Beyond those that are listed. */
  more(count: number): string;
  nothing(words: string): string;
  /** The file with the course's text did not come. */
  unavailable: string;
  /** Beside what was found on a slide. */
  slide: string;
}

/** How the page looks to this learner. */
export interface DisplayStrings {
  theme: string;
  themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  size: string;
  sizes: readonly [usual: string, large: string, larger: string, largest: string];
  spacing: string;
  spacings: Readonly<Record<'usual' | 'wide', string>>;
  still: string;
  captions: string;
  usual: string;
}

/** Terms on cards, for practice. */
export interface TermPracticeStrings {
  title: string;
  note: string;
  /** What is shown of a card first. */
  first: string;
  ways: Readonly<Record<'term' | 'meaning' | 'choice', string>>;
  card(number: number, of: number): string;
  /** Before a meaning of which the term is asked. */
  which: string;
  turn: string;
  knew: string;
  notYet: string;
  right: string;
  /** The term is the author's. */
  wrong(term: string): string;
  next: string;
  /** How many were known at first sight. */
  done(known: number, of: number): string;
  missed: string;
  all: string;
  close: string;
}

/** What stands on paper only. */
export interface PrintStrings {
  /** Heading over the answers, which are printed after the course has been passed. */
  answers: string;
  /** In their place before. */
  later: string;
  model: string;
  explanation: string;
}

/** Days for the learner's calendar. */
export interface ReminderStrings {
  /** Name of an entry in the calendar. */
  entry(course: string): string;
  /** What to do on that day. */
  text(course: string): string;
  /** First word of the file's name: plain letters. */
  file: string;
  /** `days`: a list of dates. */
  saved(days: string): string;
}

/** What a learner prints after passing. */
export interface CertificateStrings {
  title: string;
  /** Above the learner's name. */
  that: string;
  /** Between the name and the title of the course. */
  passed: string;
  result(share: number, mark: number | null): string;
  version: string;
  build: string;
  printed(date: string): string;
  code: string;
  /** What the code proves, and what it does not. */
  proves: string;
  /** Who holds the record. */
  record: string;
  print: string;
  back: string;
}
