/** From a line of an LMS's export to rows of statements, so that one set of rules judges everything. */
import { createHash } from 'node:crypto';
import type { StatementRow } from '../statement/row.ts';
import { LONGEST_MS } from '../statement/time.ts';
import type { Incoming } from '../store/store.ts';
import type { Standing } from './words.ts';

/** What one line of an export says about one learner and one course. Times are milliseconds since 1970. */
export interface LmsRecord {
  /** As the actor of a statement would be: an e-mail address as mailto:, else the bare name or id. */
  learner: string;
  course: string;
  title: string | null;
  attempt: string;
  started: number | null;
  ended: number | null;
  standing: Standing | null;
  /** When it was completed, where the export says so. */
  completed: number | null;
  /** A completion beside a result, such as “completed” and “failed”. */
  alsoCompleted: boolean;
  /** -1 to 1. */
  score: number | null;
  durationMs: number | null;
}

export interface AnswerRecord {
  question: string;
  text: string | null;
  response: string;
  correct: boolean | null;
}

/** Where a row came from. */
export interface Origin {
  /** `moodle-scorm:report.csv`. */
  source: string;
  format: string;
  /** The cells by their columns: the copy that is kept as evidence. */
  cells: Readonly<Record<string, string>>;
  line: number;
  /** Time of the import. */
  received: number;
}

/** The same line gives the same ids, so that importing a file twice adds nothing. */
export function idOf(words: readonly (string | number | null)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** At least one row when the line says anything at all; none for “not started”. */
export function rowsOf(record: LmsRecord, origin: Origin): Incoming[] {
  const { standing } = record;
  const end = record.completed ?? record.ended ?? record.started ?? origin.received;
  const told: { verb: string; at: number }[] = [];
  if (record.started !== null && standing !== 'not started') told.push({ verb: 'initialized', at: record.started });
  if (standing === 'waived') told.push({ verb: 'waived', at: end });
  if (standing === 'completed' || record.alsoCompleted) told.push({ verb: 'completed', at: end });
  if (standing === 'passed' || standing === 'failed') told.push({ verb: standing, at: end });
  if (standing === 'in progress' || (standing === null && (record.started !== null || record.ended !== null))) told.push({ verb: 'suspended', at: record.ended ?? end });
  return told.map(({ verb, at }, index) => incoming(record, origin, { verb, happened: at, activity: record.course, measured: index === told.length - 1 }));
}

/** One row for an answer. */
export function answerRow(record: LmsRecord, answer: AnswerRecord, origin: Origin): Incoming {
  const activity = `${record.course}#${encodeURIComponent(answer.question)}`;
  const one = incoming(record, origin, { verb: 'answered', happened: record.ended ?? record.started ?? origin.received, activity, measured: false });
  one.row.success = answer.correct;
  one.row.response = answer.response;
  one.row.id = idOf([one.row.id, answer.response, String(answer.correct)]);
  return { ...one, title: answer.text === null ? null : { of: activity, text: answer.text } };
}

function incoming(record: LmsRecord, origin: Origin, told: { verb: string; happened: number; activity: string; measured: boolean }): Incoming {
  const registration = idOf(['registration', record.learner, record.course, record.attempt]);
  const id = idOf([origin.format, record.learner, told.activity, record.attempt, told.verb, told.happened === origin.received ? null : told.happened, told.measured ? record.score : null]);
  const row: StatementRow = {
    id, stored: origin.received, happened: told.happened, actor: record.learner, verb: told.verb, activity: told.activity, course: record.course, registration, session: null,
    cmi5: false, moveon: false, move_on: null, success: null, completion: null, score_scaled: told.measured ? record.score : null, score_raw: null, score_max: null,
    duration_ms: told.measured && record.durationMs !== null && record.durationMs <= LONGEST_MS ? record.durationMs : null, response: null, version: null, content: null, voids: null, authority: `export:${origin.format}`, source: origin.source,
  };
  return { row, original: JSON.stringify({ source: origin.source, line: origin.line, cells: origin.cells }), title: told.activity === record.course && record.title !== null ? { of: record.course, text: record.title } : null, objectives: [] };
}
