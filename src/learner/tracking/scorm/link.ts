/** The state of one connection to the LMS, and the sending of values: no value twice, no answer with too many calls. */
import type { ResumeRoom } from '../../../grading/resume-budget.ts';
import type { SaveOutcome } from '../tracker.ts';
import type { Line } from './call.ts';
import type { ObjectiveIndex } from './objective-index.ts';

/** Calls up to the first save, and up to the save after an answer; some LMSs turn each into a request. */
export const LAUNCH_CALLS = 16;
export const ANSWER_CALLS = 20;

/**
 * What can wait for room: the earlier in this list, the sooner it is sent. An answer's own data, scores and statuses do not
 * wait. Anything left goes out at the next save that follows no answer, at the latest when the course is closed.
 */
const WAITING = ['progress_measure', 'score.scaled', 'score.raw', 'success_status', 'completion_status', 'status', 'location', 'core.lesson_location', 'description'];

/** How a version of the standard keeps time and text, and how it ends. */
export interface Habits {
  room: ResumeRoom;
  /** Below `cmi.` */
  sessionTime: string;
  duration(seconds: number): string;
  /** False for SCORM 2004: Terminate saves by itself, and a Commit right before it fails in some LMSs while the page goes away. */
  commitBeforeEnd: boolean;
}

interface Waiting {
  /** Id of the objective the element belongs to; null = the course itself. */
  objective: string | null;
  /** '' = only the objective's entry. */
  element: string;
  value: string;
}

export interface Link {
  habits: Habits;
  line: Line;
  objectives: ObjectiveIndex;
  /** What the LMS already holds, by element. */
  sent: Map<string, string>;
  waiting: Map<string, Waiting>;
  /** Index of the next interaction; null when the LMS does not tell. */
  interactions: number | null;
  /** Something was set since the last Commit. */
  dirty: boolean;
  /** Calls made before the answer that is being told; 0 at launch. */
  since: number;
  phase: 'launch' | 'reading' | 'answered';
}

/** False only when the LMS refused; a value it already holds is not sent again. */
export function set(link: Link, element: string, value: string): boolean {
  if (link.sent.get(element) === value) return true;
  const taken = link.line.set(element, value);
  if (taken) {
    link.sent.set(element, value);
    link.dirty = true;
  }
  return taken;
}

export function wait(link: Link, element: string, value: string, objective: string | null = null): void {
  link.waiting.set(`${objective ?? ''} ${element}`, { objective, element, value });
}

const rank = ({ objective, element }: Waiting): number => {
  const last = WAITING.length;
  if (objective !== null && element === 'progress_measure') return last;
  const at = WAITING.indexOf(element);
  return at < 0 ? last : at;
};

/** Sends what waited, as far as `room` calls go. */
function sendWaiting(link: Link, room: number): void {
  const end = link.line.calls + room;
  const queue = [...link.waiting].sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [key, { objective, element, value }] of queue) {
    const cost = (objective === null ? 0 : link.objectives.cost(objective)) + (element === '' ? 0 : 1);
    if (link.line.calls + cost > end) continue;
    link.waiting.delete(key);
    const parent = objective === null ? 'cmi' : objectiveEntry(link, objective);
    if (parent !== null && element !== '') set(link, `${parent}.${element}`, value);
  }
}

function objectiveEntry(link: Link, id: string): string | null {
  const index = link.objectives.indexOf(id);
  return index === null ? null : `cmi.objectives.${index}`;
}

export function save(link: Link, resume: string, activeSeconds: number): SaveOutcome {
  // A resumed visit may save for the first time long after its launch.
  const phase = link.phase === 'launch' && activeSeconds > 0 ? 'reading' : link.phase;
  const limit = { launch: LAUNCH_CALLS, answered: ANSWER_CALLS, reading: Infinity }[phase];
  if (phase !== 'launch') wait(link, link.habits.sessionTime, link.habits.duration(activeSeconds));
  // Suspend data and Commit come last and always have their place.
  sendWaiting(link, limit - (link.line.calls - link.since) - 2);
  const kept = suspend(link, resume);
  const committed = commit(link);
  link.phase = 'reading';
  return kept && committed ? 'confirmed' : 'refused';
}

/** False when the text is over the limit or refused. The notes on objectives give way first. */
function suspend(link: Link, resume: string): boolean {
  const { max, unit } = link.habits.room;
  const fits = (text: string): boolean => (unit === 'bytes' ? new TextEncoder().encode(text).length : text.length) <= max;
  const full = resume + link.objectives.notes;
  const text = fits(full) ? full : resume;
  return fits(text) && set(link, 'cmi.suspend_data', text);
}

export function commit(link: Link): boolean {
  if (!link.dirty) return true;
  const kept = link.line.commit();
  if (kept) link.dirty = false;
  return kept;
}

/** Everything that still waits goes out, then the session is over. */
export function finish(link: Link, resume: string, activeSeconds: number): SaveOutcome {
  wait(link, link.habits.sessionTime, link.habits.duration(activeSeconds));
  sendWaiting(link, Infinity);
  const kept = suspend(link, resume);
  const committed = !link.habits.commitBeforeEnd || commit(link);
  return link.line.terminate() && kept && committed ? 'confirmed' : 'refused';
}
