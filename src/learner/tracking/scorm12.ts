/** Tells a SCORM 1.2 LMS what a learner does: one status for everything, percentages, answers that can be written and never read. */
import { API_NAME, GENERAL_EXCEPTION, LOCATION_MAX, RESUME_ROOM } from '../../vocabulary/scorm12.ts';
import { openLine } from './scorm/call.ts';
import type { Dialect, Line, Refusal } from './scorm/call.ts';
import { awaitApi } from './scorm/await-api.ts';
import type { WindowLike } from './scorm/find-api.ts';
import { decimal, percent } from './scorm/format.ts';
import { correctPattern, identifier, interactionType, studentResponse, timeOfDay, timespan } from './scorm/format12.ts';
import { commit, finish, must, outdone, save, set, takesLess, tellOrOwe, wait } from './scorm/link.ts';
import type { Entry, Habits, Link } from './scorm/link.ts';
import { ObjectiveIndex, splitNotes } from './scorm/objective-index.ts';
import type { Fact, ObjectiveStanding, Opening, ResultHeld, Tracker } from './tracker.ts';

export const NAMES: Dialect = {
  initialize: 'LMSInitialize',
  terminate: 'LMSFinish',
  get: 'LMSGetValue',
  set: 'LMSSetValue',
  commit: 'LMSCommit',
  lastError: 'LMSGetLastError',
  alreadyInitialized: GENERAL_EXCEPTION,
  probe: 'cmi.core.lesson_status',
  afterTermination: null,
};

const HABITS: Habits = { room: RESUME_ROOM, sessionTime: 'core.session_time', duration: timespan, commitBeforeEnd: true };

const STATUS = 'cmi.core.lesson_status';
const UNTOUCHED = ['', 'not attempted', 'unknown', 'browsed'];
const ENDED = ['passed', 'completed'];

export interface Scorm12Tracker extends Tracker {
  /** Everything the LMS did not take so far, for the page's help and for tests. */
  readonly refusals: readonly Refusal[];
}

/** What this version has to remember beside the connection itself. */
interface Link12 extends Link {
  /** Whether the LMS keeps answers and objectives at all: both are optional. null = not asked yet. */
  keeps: { interactions: boolean | null; objectives: boolean };
  endsWhenDone: boolean;
  /** The LMS judges by a mark of its own as soon as it sees points, so these wait for the verdict. */
  judgedByLms: boolean;
}

/** `endsWhenDone`: leaving a course that is done ends the attempt. */
export function scorm12(own: WindowLike, endsWhenDone = false): Scorm12Tracker {
  let opening: Opening | null = null;
  let line: Line | null = null;
  let link: Link12 | null = null;
  let closed = false;
  let behind = false;
  let overtaken = false;
  let opens: Promise<Opening> | null = null;

  const begin = async (): Promise<Opening> => {
    const api = await awaitApi(own, API_NAME);
    line = api && openLine(api, NAMES);
    opening = line ? readOpening(line) : closedOpening('none-found');
    if (line && opening.connected && opening.mode === 'normal') link = startWriting(line, opening, endsWhenDone);
    if (opening.resume !== null) opening = { ...opening, resume: splitNotes(opening.resume).resume };
    else if (line && link?.score === null) opening.answers = countOf(line.get('cmi.interactions._count')) ?? 0;
    return opening;
  };

  return {
    standard: 'scorm12',
    get room() {
      return link?.room ?? RESUME_ROOM;
    },
    get readBack() {
      return link?.readBack ?? false;
    },
    fellBehind() {
      behind = true;
      if (link) link.behind = true;
    },
    giveWay(byNow) {
      overtaken = byNow;
    },
    answersHeld: () => (line === null ? null : countOf(line.get('cmi.interactions._count'))),
    get refusals() {
      return line?.refusals ?? [];
    },
    open: () => (opens ??= begin()),
    record(facts) {
      if (link && !closed) for (const fact of facts) tell(link, fact);
    },
    save(resume, activeSeconds) {
      if (closed) return 'refused';
      return link ? save(link, resume, activeSeconds) : 'not-recorded';
    },
    resultHeld: () => (link && !closed && !link.dirty ? askBack(link) : null),
    cutsProgress() {
      if (link) takesLess(link);
    },
    close(resume, activeSeconds, _, shorter) {
      if (closed) return 'refused';
      closed = true;
      if (overtaken) return 'pending';
      if (link) return finish(link, resume, activeSeconds, shorter);
      if (line && opening?.connected && !behind) line.terminate();
      return 'not-recorded';
    },
  };
}

/** An LMS may judge by a mark of its own, so it is asked, not believed to have taken what it was told. */
function askBack({ line, sent }: Link12): ResultHeld {
  const status = line.get(STATUS).trim().toLowerCase();
  const raw = sent.has('cmi.core.score.raw') ? line.get('cmi.core.score.raw').trim() : '';
  return { status: status === 'passed' || status === 'failed' || status === 'completed' ? status : 'incomplete', share: raw === '' || !Number.isFinite(Number(raw)) ? null : Number(raw) / 100 };
}

function closedOpening(reason: NonNullable<Opening['reason']>): Opening {
  return { connected: false, reason, resume: null, mode: 'normal', learner: null, passMark: null };
}

function readOpening(line: Line): Opening {
  const outcome = line.initialize();
  if (outcome !== 'ok') return closedOpening(outcome);
  const mode = line.get('cmi.core.lesson_mode').trim().toLowerCase();
  const resume = line.get('cmi.suspend_data');
  const id = line.get('cmi.core.student_id');
  const name = line.get('cmi.core.student_name');
  const mark = line.get('cmi.student_data.mastery_score').trim();
  return {
    connected: true,
    reason: null,
    resume: resume === '' ? null : resume,
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    learner: id === '' && name === '' ? null : { id, name },
    passMark: /^\d{1,3}(?:\.\d+)?$/.test(mark) && Number(mark) <= 100 ? Number(mark) / 100 : null,
  };
}

/** Null when the LMS does not tell. */
function countOf(answer: string): number | null {
  return /^\d{1,6}$/.test(answer.trim()) ? Number(answer) : null;
}

/** Reads what must not be undone. `suspend` from the start: whatever happens to the page, the attempt stays open. */
function startWriting(line: Line, opening: Opening, endsWhenDone: boolean): Link12 {
  const status = line.get(STATUS).trim().toLowerCase();
  const kept = line.get('cmi.objectives._children') !== '';
  const count = kept ? countOf(line.get('cmi.objectives._count')) : null;
  const link: Link12 = {
    habits: HABITS,
    line,
    objectives: new ObjectiveIndex(line, splitNotes(opening.resume ?? '').notes, count ?? 0),
    sent: new Map([['cmi.suspend_data', opening.resume ?? ''], [STATUS, status]]),
    waiting: new Map(),
    interactions: null,
    dirty: false,
    refused: false,
    behind: false,
    since: 0,
    phase: 'launch',
    readBack: false,
    room: RESUME_ROOM,
    unsaid: new Map(),
    untold: [],
    score: UNTOUCHED.includes(status) ? -1 : null,
    keeps: { interactions: null, objectives: kept },
    endsWhenDone,
    judgedByLms: opening.passMark !== null,
  };
  set(link, 'cmi.core.exit', endsWhenDone && ENDED.includes(status) ? '' : 'suspend');
  return link;
}

function tell(link: Link12, fact: Fact): void {
  switch (fact.kind) {
    case 'started':
      return begin(link, fact.build);
    case 'moved':
      return moveTo(link, fact.place.replace(/[^\x20-\x7e]/g, '').slice(0, LOCATION_MAX));
    case 'seen':
    case 'progressed':
      return;
    case 'answered': {
      const entry: Entry = { index: null };
      return tellOrOwe(link, () => tellAnswer(link, fact, entry));
    }
    case 'objective':
      return tellObjective(link, fact.standing);
    case 'scored':
      return tellScore(link, fact);
    case 'completed':
      return fact.verdict === 'open' ? undefined : setStatus(link, fact.verdict === 'none' ? 'completed' : fact.verdict);
    case 'passed':
      return fact.completed ? setStatus(link, 'passed') : undefined;
    case 'failed':
      return setStatus(link, 'failed');
    case 'reached':
      return tellReached(link, fact);
  }
}

/** The very top of the course has no name, and an empty one is refused by some. */
function moveTo(link: Link12, place: string): void {
  if (place !== '') wait(link, 'core.lesson_location', place);
}

/** Only when the LMS shows less: most often it shows the same. */
function tellReached(link: Link12, { facts }: Fact & { kind: 'reached' }): void {
  const before = link.sent.get(STATUS);
  for (const fact of facts) if (fact.kind !== 'scored') tell(link, fact);
  if (link.sent.get(STATUS) === before && !link.unsaid.has(STATUS)) return;
  for (const fact of facts) if (fact.kind === 'scored') tell(link, fact);
  commit(link);
}

/**
 * One field for two questions: "passed" and "completed" end the course in an LMS, so neither is said while something is
 * left to do, and neither is ever taken back.
 */
function setStatus(link: Link12, status: 'completed' | 'passed' | 'failed'): void {
  const before = link.sent.get(STATUS);
  if (before === 'passed' || (before === 'completed' && status === 'failed')) return;
  must(link, STATUS, status);
  if (link.endsWhenDone && ENDED.includes(status)) set(link, 'cmi.core.exit', '');
}

/** An LMS that hears nothing at launch completes the course by itself, so "incomplete" is saved at once. */
function begin(link: Link12, build: string): void {
  if (UNTOUCHED.includes(link.sent.get(STATUS) ?? '')) set(link, STATUS, 'incomplete');
  if (link.keeps.objectives) wait(link, '', '', identifier(`lectern-build-${build}`));
  commit(link);
}

function tellScore(link: Link12, { points, of, judged }: Fact & { kind: 'scored' }): void {
  if (of <= 0 || (link.judgedByLms && !judged) || outdone(link, 'cmi.core.score.raw', Number(percent(points / of)))) return;
  must(link, 'cmi.core.score.raw', percent(points / of));
  if (link.score !== -1) return;
  set(link, 'cmi.core.score.min', '0');
  set(link, 'cmi.core.score.max', '100');
}

/** What was written cannot be read again, so the session's own count names the entry. */
function tellAnswer(link: Link12, fact: Fact & { kind: 'answered' }, entry: Entry): boolean {
  if (link.phase !== 'answered') link.since = link.line.calls;
  link.phase = 'answered';
  link.keeps.interactions ??= link.line.get('cmi.interactions._children') !== '';
  if (!link.keeps.interactions) return true;
  const { item, key, response } = fact;
  entry.index ??= openEntry(link, fact.index, identifier(item.id));
  if (entry.index === null) return false;
  const at = `cmi.interactions.${entry.index}.`;
  let whole = true;
  const put = (element: string, value: string): void => {
    if (value !== '') whole = set(link, at + element, value) && whole;
  };
  const [objective] = item.objectives;
  put('type', interactionType(key));
  if (objective !== undefined) put('objectives.0.id', identifier(objective));
  put('time', timeOfDay(fact.at));
  put('correct_responses.0.pattern', correctPattern(key, item));
  put('student_response', studentResponse(response, key, item));
  put('result', fact.result === 'incorrect' ? 'wrong' : fact.result);
  put('weighting', decimal(Math.min(100, item.points), 4));
  put('latency', timespan(fact.latencySeconds));
  return whole;
}

/** An LMS that forgot the earlier entries counts from its own start, never from before what this visit wrote; an entry without an id takes nothing else. */
function openEntry(link: Link12, own: number, id: string): number | null {
  const wanted = link.interactions ?? own;
  if (set(link, `cmi.interactions.${wanted}.id`, id)) {
    link.interactions = wanted + 1;
    return wanted;
  }
  const next = countOf(link.line.get('cmi.interactions._count')) ?? wanted;
  if (next === wanted || next < (link.interactions ?? 0) || !set(link, `cmi.interactions.${next}.id`, id)) return null;
  link.interactions = next + 1;
  return next;
}

function tellObjective(link: Link12, { id, points, of, complete, progress, success }: ObjectiveStanding): void {
  if (!link.keeps.objectives) return;
  const put = (element: string, value: string): void => wait(link, element, value, identifier(id));
  if (of > 0) put('score.raw', percent(points / of));
  const done = complete ? 'completed' : progress > 0 ? 'incomplete' : 'not attempted';
  put('status', success === 'unknown' ? done : success);
}
