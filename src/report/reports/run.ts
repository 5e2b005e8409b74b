/** Makes a report: sets what was asked for, defines the views, runs the query. */
import type { Database, Row } from '../engine/database.ts';
import QUESTION from '../sql/question.sql?raw';
import type { Report } from './reports.ts';

/** What a report is asked for. Times are milliseconds since 1970 in UTC. */
export interface Question {
  /** The moment the report speaks of: due and expiry are judged by it, and what is later is not known yet. */
  asOf: number;
  /** How long a completion holds; null for ever. */
  validity: { months: number } | { days: number } | null;
  /** Each registration by itself, for training that recurs. */
  perRegistration: boolean;
  /** A later failure takes back an earlier pass. */
  latestDecides: boolean;
  /** Restrict to what was done (of attempts: ended, of answers: given, of overdue: due) from, inclusive, until, exclusive. */
  from: number | null;
  until: number | null;
  course: readonly string[];
  version: readonly string[];
  group: readonly string[];
  status: readonly string[];
  /** Figures about fewer people are left out. */
  smallestGroup: number;
}

export const STATUSES = ['not started', 'in progress', 'completed', 'passed', 'failed', 'waived', 'overdue', 'expired'] as const;
export const SMALLEST_GROUP = 5;

export function question(asOf: number, rest: Partial<Question> = {}): Question {
  return { validity: null, perRegistration: false, latestDecides: false, from: null, until: null, course: [], version: [], group: [], status: [], smallestGroup: SMALLEST_GROUP, ...rest, asOf };
}

/** The rows in lots, in the report's own order. */
export async function* runReport(database: Database, report: Report, asked: Question): AsyncGenerator<Row[]> {
  await prepare(database, report, asked);
  yield* database.chunks(report.query);
}

/** After it the report's query answers what is asked. */
export async function prepare(database: Database, report: Report, asked: Question): Promise<void> {
  await ask(database, asked);
  for (const view of report.views) await database.run(view);
}

async function ask(database: Database, asked: Question): Promise<void> {
  const { validity } = asked;
  await database.run(QUESTION);
  await database.run('DELETE FROM parameter;\nDELETE FROM wanted;');
  await database.run(`INSERT INTO parameter VALUES (make_timestamp($as_of::BIGINT * 1000), $months, $days, $registration, $latest, make_timestamp($from::BIGINT * 1000), make_timestamp($until::BIGINT * 1000), $smallest)`, {
    as_of: asked.asOf,
    months: validity !== null && 'months' in validity ? validity.months : null,
    days: validity !== null && 'days' in validity ? validity.days : null,
    registration: asked.perRegistration,
    latest: asked.latestDecides,
    from: asked.from,
    until: asked.until,
    smallest: asked.smallestGroup,
  });
  const wanted = (['course', 'version', 'group', 'status'] as const).flatMap((kind) => asked[kind].map((value) => [kind, value]));
  await database.append('wanted', wanted, []);
}
