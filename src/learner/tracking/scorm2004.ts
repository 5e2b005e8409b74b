/** Tells a SCORM 2004 LMS what a learner does: facts in, `cmi` calls out, in legal order and within a fixed number of calls. */
import { AFTER_TERMINATION, ALREADY_INITIALIZED, API_NAME, DESCRIPTION_MAX, LOCATION_MAX, RESUME_ROOM } from '../../vocabulary/scorm2004.ts';
import type { Fact, ObjectiveStanding, Opening, ResultHeld, Tracker } from './tracker.ts';
import { openLine } from './scorm/call.ts';
import type { Dialect, Line, Refusal } from './scorm/call.ts';
import { awaitApi } from './scorm/await-api.ts';
import type { WindowLike } from './scorm/find-api.ts';
import {
  acceptedPattern,
  decimal,
  duration,
  interactionType,
  learnerResponse,
  line as oneLine,
  longId,
  percent,
  share,
  timestamp,
} from './scorm/format.ts';
import { commit, finish, must, outdone, save, set, takesLess, tellOrOwe, wait } from './scorm/link.ts';
import type { Entry, Habits, Link } from './scorm/link.ts';
import { ObjectiveIndex, splitNotes } from './scorm/objective-index.ts';

/** Objectives named in one interaction before the answer is saved; more would not fit into its calls. */
const OBJECTIVES_AT_ONCE = 2;

export const NAMES: Dialect = {
  initialize: 'Initialize',
  terminate: 'Terminate',
  get: 'GetValue',
  set: 'SetValue',
  commit: 'Commit',
  lastError: 'GetLastError',
  alreadyInitialized: ALREADY_INITIALIZED,
  probe: null,
  afterTermination: AFTER_TERMINATION,
};

const HABITS: Habits = { room: RESUME_ROOM, sessionTime: 'session_time', duration, commitBeforeEnd: false };

const UNTOUCHED = ['', 'unknown', 'not attempted'];

export interface Scorm2004Tracker extends Tracker {
  /** Everything the LMS did not take so far, for the page's help and for tests. */
  readonly refusals: readonly Refusal[];
}

interface Link2004 extends Link {
  /** The page is one activity among others, which open by its result. */
  unit: boolean;
}

/** `unit`: the page plays one lesson of a course whose lessons the LMS launches one by one. */
export function scorm2004(own: WindowLike, unit = false): Scorm2004Tracker {
  let opening: Opening | null = null;
  let line: Line | null = null;
  let link: Link2004 | null = null;
  let closed = false;
  let behind = false;
  let overtaken = false;
  let opens: Promise<Opening> | null = null;

  const begin = async (): Promise<Opening> => {
    const api = await awaitApi(own, API_NAME);
    line = api && openLine(api, NAMES);
    opening = line ? readOpening(line) : closedOpening('none-found');
    if (line && opening.connected && opening.mode === 'normal') link = { ...startWriting(line, opening), unit };
    if (opening.resume !== null) opening = { ...opening, resume: splitNotes(opening.resume).resume };
    else if (link?.interactions) opening.answers = link.interactions;
    return opening;
  };

  return {
    standard: 'scorm2004',
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
    answersHeld: () => link?.interactions ?? null,
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
    // Some LMSs send it with every Commit and cannot take it back: what follows has to be the end.
    goOn() {
      if (unit && line && !closed) line.set('adl.nav.request', 'continue');
    },
  };
}

/** An LMS may judge by rules of its own, so it is asked, not believed to have taken what it was told. */
function askBack({ line, sent }: Link): ResultHeld {
  const success = line.get('cmi.success_status').trim().toLowerCase();
  const completed = line.get('cmi.completion_status').trim().toLowerCase() === 'completed';
  // What was never set is an error to ask for.
  const scaled = sent.has('cmi.score.scaled') ? line.get('cmi.score.scaled').trim() : '';
  return { status: success === 'passed' || success === 'failed' ? success : completed ? 'completed' : 'incomplete', share: scaled === '' || !Number.isFinite(Number(scaled)) ? null : Number(scaled) };
}

function closedOpening(reason: NonNullable<Opening['reason']>): Opening {
  return { connected: false, reason, resume: null, mode: 'normal', learner: null, passMark: null };
}

function readOpening(line: Line): Opening {
  const outcome = line.initialize();
  if (outcome !== 'ok') return closedOpening(outcome);
  const mode = line.get('cmi.mode').trim().toLowerCase();
  const resume = line.get('cmi.suspend_data');
  const id = line.get('cmi.learner_id');
  const name = line.get('cmi.learner_name');
  const mark = line.get('cmi.scaled_passing_score').trim();
  const passMark = Number(mark);
  return {
    connected: true,
    reason: null,
    resume: resume === '' ? null : resume,
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    learner: id === '' && name === '' ? null : { id, name },
    passMark: mark !== '' && Math.abs(passMark) <= 1 ? Math.max(0, passMark) : null,
  };
}

/** Reads what must not be undone. `suspend` from the start: whatever happens to the page, the attempt stays open. */
function startWriting(line: Line, opening: Opening): Link {
  const stored = opening.resume ?? '';
  const sent = new Map([['cmi.suspend_data', stored]]);
  const completion = line.get('cmi.completion_status').trim().toLowerCase();
  sent.set('cmi.completion_status', completion);
  if (!UNTOUCHED.includes(completion)) {
    sent.set('cmi.success_status', line.get('cmi.success_status').trim().toLowerCase());
  }
  const objectives = new ObjectiveIndex(line, splitNotes(stored).notes, count(line, 'objectives') ?? 0);
  const link: Link = {
    habits: HABITS,
    line,
    objectives,
    sent,
    waiting: new Map(),
    interactions: count(line, 'interactions'),
    dirty: false,
    refused: false,
    behind: false,
    since: 0,
    phase: 'launch',
    readBack: false,
    room: RESUME_ROOM,
    unsaid: new Map(),
    untold: [],
    score: UNTOUCHED.includes(completion) ? -1 : null,
  };
  set(link, 'cmi.exit', 'suspend');
  return link;
}

/** The LMS's own count decides: its indexes must have no gap, whatever our text remembers. null when it does not say. */
function count(line: Line, collection: string): number | null {
  const answer = line.get(`cmi.${collection}._count`).trim();
  return /^\d{1,6}$/.test(answer) ? Number(answer) : null;
}

function tell(link: Link2004, fact: Fact): void {
  switch (fact.kind) {
    case 'started':
      return begin(link, fact.build);
    case 'moved':
      return moveTo(link, oneLine(fact.place, LOCATION_MAX));
    case 'seen':
      return;
    case 'progressed':
      return wait(link, 'progress_measure', share(fact.measure));
    case 'answered': {
      const entry: Entry = { index: null };
      return tellOrOwe(link, () => tellAnswer(link, fact, entry));
    }
    case 'objective':
      return tellObjective(link, fact.standing);
    case 'scored':
      return tellScore(link, fact);
    case 'completed':
      must(link, 'cmi.completion_status', 'completed');
      // The next lesson opens by this one's success, also where there was nothing to pass.
      if (link.unit && fact.verdict === 'none') must(link, 'cmi.success_status', 'passed');
      return;
    case 'passed':
      must(link, 'cmi.success_status', 'passed');
      if (link.unit) set(link, 'cmi.exit', 'suspend');
      return;
    case 'failed':
      if (link.sent.get('cmi.success_status') === 'passed') return;
      must(link, 'cmi.success_status', 'failed');
      // The next launch is a new attempt: otherwise nobody who failed once could ever go on.
      if (link.unit) set(link, 'cmi.exit', 'normal');
      return;
    case 'reached':
      return tellReached(link, fact);
  }
}

/** The very top of the course has no name, and an empty one is refused by some. */
function moveTo(link: Link, place: string): void {
  if (place !== '') wait(link, 'location', place);
}

/** Only what the LMS does not show: most often nothing. */
function tellReached(link: Link2004, { facts }: Fact & { kind: 'reached' }): void {
  const shown = (fact: Fact): boolean =>
    fact.kind === 'scored' || (fact.kind === 'completed' ? link.sent.get('cmi.completion_status') === 'completed' : ['passed', fact.kind].includes(link.sent.get('cmi.success_status') ?? ''));
  if (facts.every(shown)) return;
  for (const fact of facts) tell(link, fact);
  commit(link);
}

/** An LMS that hears nothing at launch may complete the course by itself, so "incomplete" is saved at once. */
function begin(link: Link, build: string): void {
  if (UNTOUCHED.includes(link.sent.get('cmi.completion_status') ?? '')) {
    set(link, 'cmi.completion_status', 'incomplete');
    set(link, 'cmi.success_status', 'unknown');
  }
  wait(link, '', '', longId(`lectern.build.${build}`));
  commit(link);
}

/**
 * `scaled` waits for the verdict: with a pass mark in the manifest an LMS turns every lower value into "failed" by itself
 * (RTE 4.2.22), also for someone who has answered one question and left. `raw` shows the score all along.
 */
function tellScore(link: Link, { points, of, judged }: Fact & { kind: 'scored' }): void {
  if (of <= 0 || outdone(link, 'cmi.score.raw', Number(percent(points / of)))) return;
  must(link, 'cmi.score.raw', percent(points / of));
  if (link.score === -1) {
    set(link, 'cmi.score.min', '0');
    set(link, 'cmi.score.max', '100');
  }
  if (judged) must(link, 'cmi.score.scaled', share(points / of));
}

/** Every submission is an entry of its own under the item's id (journaling), written in the order the data model asks for. */
function tellAnswer(link: Link, fact: Fact & { kind: 'answered' }, entry: Entry): boolean {
  if (link.phase !== 'answered') link.since = link.line.calls;
  link.phase = 'answered';
  link.interactions ??= fact.index;
  const index = entry.index ?? link.interactions;
  const at = `cmi.interactions.${index}.`;
  // An entry without an id takes nothing else, and the next index would leave a gap.
  if (!set(link, at + 'id', longId(fact.item.id))) return false;
  if (entry.index === null) link.interactions = index + 1;
  entry.index = index;
  let whole = true;
  const put = (element: string, value: string): void => {
    if (value !== '') whole = set(link, at + element, value) && whole;
  };
  put('type', interactionType(fact.key));
  fact.item.objectives.forEach((objective, i) => {
    const element = `interactions.${index}.objectives.${i}.id`;
    if (i < OBJECTIVES_AT_ONCE) put(`objectives.${i}.id`, longId(objective));
    else wait(link, element, longId(objective));
  });
  put('timestamp', timestamp(fact.at));
  put('weighting', decimal(fact.item.points, 4));
  put('description', oneLine(fact.item.text, DESCRIPTION_MAX));
  put('correct_responses.0.pattern', acceptedPattern(fact.key));
  put('learner_response', learnerResponse(fact.response, fact.key));
  put('result', fact.result);
  put('latency', duration(fact.latencySeconds));
  return whole;
}

function tellObjective(link: Link, standing: ObjectiveStanding): void {
  const put = (element: string, value: string): void => wait(link, element, value, longId(standing.id));
  const answered = standing.complete || standing.progress > 0;
  if (standing.of > 0) put('score.scaled', share(standing.points / standing.of));
  if (standing.success !== 'unknown') put('success_status', standing.success);
  put('completion_status', standing.complete ? 'completed' : answered ? 'incomplete' : 'not attempted');
  put('description', oneLine(standing.text, DESCRIPTION_MAX));
  put('progress_measure', share(standing.progress));
}
