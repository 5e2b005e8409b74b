/** Words of “Help and accessibility”, which stands at the end of every page. */

export interface HelpStrings {
  title: string;
  passMark: string;
  percent(share: number): string;
  noPassMark: string;
  completion: string;
  completionRule(viewed: number, items: 'attempted' | 'passed' | 'none'): string;
  recorded: string;
  recordedByLms: string;
  /** cmi5 and Tin Can: the store that the launch named. */
  recordedByStore: string;
  /** An LMS, and beside it a record store that the course names. */
  recordedByBoth(store: string): string;
  /** A plain web server. */
  recordedInBrowser: string;
  target: string;
  keyboard: string;
  keyboardText: string;
  accessibility: string;
  accessibilityText: string;
  /** What was not tried, and what is not ours. */
  limits: string;
  limitsText: string;
  /** Whom to tell. */
  barrier: string;
  barrierText: string;
}
