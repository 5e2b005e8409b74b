/** One statement as one flat row: the table every report is written against, on any engine. */

/** Times are milliseconds since 1970 in UTC; null where the statement says nothing. */
export interface StatementRow {
  /** Statement id, lower case. The primary key. */
  id: string;
  /** When the LRS took it; for rows of an export, when it was imported. */
  stored: number;
  /** When it happened, as the statement says: `timestamp`, else `stored`. */
  happened: number;
  /** `mailto:…`, `sha1:…`, `openid:…` or `<homePage>|<name>`. */
  actor: string;
  /** Short name for known verbs (names.ts), else the whole address. */
  verb: string;
  /** Object id. */
  activity: string;
  /** What the row counts for: the publisher's id under cmi5, else the object, or the course in the context of a part. */
  course: string;
  registration: string | null;
  /** cmi5 session. */
  session: string | null;
  /** Defined by cmi5, and among those that decide moveOn. */
  cmi5: boolean;
  moveon: boolean;
  /** The launched statement's moveOn: Passed, Completed, CompletedAndPassed, CompletedOrPassed, NotApplicable. */
  move_on: string | null;
  success: boolean | null;
  completion: boolean | null;
  /** -1 to 1. */
  score_scaled: number | null;
  score_raw: number | null;
  score_max: number | null;
  duration_ms: number | null;
  response: string | null;
  /** Version and content hash of the package, where the statement carries them. */
  version: string | null;
  content: string | null;
  /** Of a voiding statement: the id it takes back. */
  voids: string | null;
  /** Who vouches for it: the authority in the form of an actor. */
  authority: string | null;
  /** Where it came from: an LRS, or a file. */
  source: string;
}

export type ColumnType = 'text' | 'time' | 'flag' | 'number' | 'integer';

/** The columns in their order. */
export const COLUMNS: Readonly<Record<keyof StatementRow, ColumnType>> = {
  id: 'text',
  stored: 'time',
  happened: 'time',
  actor: 'text',
  verb: 'text',
  activity: 'text',
  course: 'text',
  registration: 'text',
  session: 'text',
  cmi5: 'flag',
  moveon: 'flag',
  move_on: 'text',
  success: 'flag',
  completion: 'flag',
  score_scaled: 'number',
  score_raw: 'number',
  score_max: 'number',
  duration_ms: 'integer',
  response: 'text',
  version: 'text',
  content: 'text',
  voids: 'text',
  authority: 'text',
  source: 'text',
};
