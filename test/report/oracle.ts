/** The completion rules once more, as a plain program that reads statements one by one: reports must agree with it on every row. */
import type { StatementRow } from '../../src/report/statement/row.ts';
import { LIFECYCLE } from '../../src/report/statement/names.ts';

export interface Rules {
  asOf: number;
  validMonths: number | null;
  perRegistration: boolean;
  latestDecides: boolean;
}

interface Told {
  id: string;
  happened: number;
  stored: number;
  outcome: string;
  score: number | null;
}

interface Registration {
  moveOn: string | null;
  sittings: Map<string, number | null>;
  started: number;
  told: Told[];
  clockAhead: boolean;
}

export interface OracleRow {
  learner: string;
  course: string;
  registration: string | null;
  status: string;
  started: number;
  completed: number | null;
  passed: number | null;
  done: number | null;
  latestResult: string | null;
  latestAt: number | null;
  bestScore: number | null;
  latestScore: number | null;
  attempts: number;
  durationMs: number | null;
  expires: number | null;
  clockAhead: boolean;
  evidence: string;
}

/** Takes rows one after the other; `rows()` may be called when all are in. */
export function oracle(rules: Rules): { take: (row: StatementRow) => void; rows: () => OracleRow[] } {
  const seen = new Set<string>();
  const voided = new Set<string>();
  const kept: StatementRow[] = [];
  const take = (row: StatementRow): void => {
    if (row.verb === 'voided') {
      if (row.voids !== null) voided.add(row.voids);
      return;
    }
    if (!LIFECYCLE.some((verb) => verb === row.verb) || (row.happened > rules.asOf && row.stored > rules.asOf) || seen.has(row.id)) return;
    seen.add(row.id);
    kept.push(row);
  };
  return { take, rows: () => judge(kept.filter(({ id }) => !voided.has(id)), rules) };
}

function judge(rows: StatementRow[], rules: Rules): OracleRow[] {
  const people = new Map<string, Map<string, Registration>>();
  for (const row of rows) {
    const key = JSON.stringify([row.actor, row.course, rules.perRegistration ? (row.registration ?? '') : null]);
    const registrations = people.get(key) ?? new Map<string, Registration>();
    people.set(key, registrations);
    const registration = registrations.get(row.registration ?? '') ?? { moveOn: null, sittings: new Map<string, number | null>(), started: Infinity, told: [], clockAhead: false };
    registrations.set(row.registration ?? '', registration);
    note(row, registration);
  }
  return [...people].map(([key, registrations]) => report(key, [...registrations.values()], rules));
}

function note(row: StatementRow, registration: Registration): void {
  const sitting = row.session ?? '';
  const longest = registration.sittings.get(sitting) ?? null;
  registration.sittings.set(sitting, row.duration_ms === null ? longest : Math.max(longest ?? 0, row.duration_ms));
  registration.started = Math.min(registration.started, row.happened);
  if (row.happened > row.stored + 300_000) registration.clockAhead = true;
  if (row.verb === 'launched' && row.move_on !== null && (registration.moveOn === null || row.move_on > registration.moveOn)) registration.moveOn = row.move_on;
  const outcome = outcomeOf(row);
  if (outcome !== null) registration.told.push({ id: row.id, happened: row.happened, stored: row.stored, outcome, score: row.score_scaled });
}

function outcomeOf(row: StatementRow): string | null {
  if (row.verb === 'waived' || row.verb === 'satisfied') return row.verb;
  if (row.verb !== 'passed' && row.verb !== 'failed' && row.verb !== 'completed') return null;
  if (row.cmi5 || row.session !== null) return row.cmi5 && row.moveon ? row.verb : null;
  if (row.verb === 'passed') return row.success === false ? null : 'passed';
  if (row.verb === 'failed') return row.success === true ? null : 'failed';
  return row.completion === false ? null : 'completed';
}

function times(told: Told[], outcome: string): number[] {
  return told.filter((one) => one.outcome === outcome).map(({ happened }) => happened).sort((a, b) => a - b);
}

interface Judgement {
  done: number | null;
  renewed: number | null;
  earned: boolean;
  granted: boolean;
}

function judgeRegistration({ told, moveOn }: Registration): Judgement {
  const passed = times(told, 'passed');
  const completed = times(told, 'completed');
  const waived = times(told, 'waived')[0];
  const satisfied = times(told, 'satisfied')[0];
  const both = passed.length > 0 && completed.length > 0;
  // Without a rule of the course, who failed and never passed has not done it by completing it.
  const unmet = moveOn !== 'CompletedOrPassed' && passed.length === 0 && times(told, 'failed').length > 0;
  const either = unmet ? [] : [...passed, ...completed].sort((a, b) => a - b);
  const [earned, last] = moveOn === 'Passed' ? [passed[0], passed.at(-1)]
    : moveOn === 'Completed' ? [completed[0], completed.at(-1)]
    : moveOn === 'CompletedAndPassed' ? (both ? [Math.max(passed[0] ?? 0, completed[0] ?? 0), passed.at(-1)] : [undefined, undefined])
    : [either[0], unmet ? undefined : (passed.length > 0 ? passed : completed).at(-1)];
  const done = satisfied ?? (waived !== undefined && (earned === undefined || waived < earned) ? waived : earned);
  const renewed = done === undefined ? undefined : Math.max(done, last ?? done);
  return { done: done ?? null, renewed: renewed ?? null, earned: earned !== undefined || satisfied !== undefined, granted: waived !== undefined || satisfied !== undefined };
}

function least(values: (number | null)[]): number | null {
  return values.reduce((best, value) => (value === null ? best : best === null ? value : Math.min(best, value)), null);
}

function greatest(values: (number | null)[]): number | null {
  return values.reduce((best, value) => (value === null ? best : best === null ? value : Math.max(best, value)), null);
}

function report(key: string, registrations: Registration[], rules: Rules): OracleRow {
  const [learner, course, registration] = JSON.parse(key) as [string, string, string | null];
  const told = registrations.flatMap((one) => one.told).sort((a, b) => a.happened - b.happened || a.stored - b.stored || (a.id < b.id ? -1 : 1));
  const judged = registrations.map(judgeRegistration);
  const latest = told.findLast(({ outcome }) => outcome === 'passed' || outcome === 'failed');
  const revoked = rules.latestDecides && latest?.outcome === 'failed' && !judged.some(({ granted }) => granted);
  const done = revoked ? null : least(judged.map((one) => one.done));
  const renewed = revoked ? null : greatest(judged.map((one) => one.renewed));
  const expires = renewed === null || rules.validMonths === null ? null : addMonths(renewed, rules.validMonths);
  const durations = registrations.flatMap(({ sittings }) => [...sittings.values()]).filter((value) => value !== null);
  const row = {
    learner, course, registration: registration === '' ? null : registration,
    started: Math.min(...registrations.map(({ started }) => started)),
    completed: times(told, 'completed')[0] ?? null, passed: times(told, 'passed')[0] ?? null, done,
    latestResult: latest?.outcome ?? null, latestAt: latest?.happened ?? null, latestScore: latest?.score ?? null,
    bestScore: greatest(told.filter(({ outcome }) => ['passed', 'failed', 'completed'].includes(outcome)).map(({ score }) => score)),
    attempts: registrations.reduce((sum, { sittings }) => sum + sittings.size, 0),
    durationMs: durations.length === 0 ? null : durations.reduce((sum, value) => sum + value, 0),
    expires, clockAhead: registrations.some(({ clockAhead }) => clockAhead), evidence: evidenceOf(told),
  };
  return { ...row, status: statusOf(row, judged.some(({ earned }) => earned), rules) };
}

/** What decided the row: the first completion, pass, waiver and satisfaction, the last pass and the last failure. */
function evidenceOf(told: Told[]): string {
  const of = (outcome: string) => told.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const passed = of('passed');
  return [of('completed')[0], passed[0], of('waived')[0], of('satisfied')[0], passed.length > 1 ? passed.at(-1) : undefined, of('failed').at(-1)].filter((id) => id !== undefined).join(' ');
}

function statusOf(row: Omit<OracleRow, 'status'>, earned: boolean, rules: Rules): string {
  if (row.done === null) return row.latestResult === 'failed' ? 'failed' : 'in progress';
  if (row.expires !== null && row.expires <= rules.asOf) return 'expired';
  if (!earned) return 'waived';
  return row.passed === null ? 'completed' : 'passed';
}

/** The same day of a later month, or its last day. */
function addMonths(instant: number, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
