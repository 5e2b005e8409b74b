/** The state of one connection to the LMS, and the sending of values: no value twice, no answer with too many calls. */
import type { ResumeRoom } from '../../../grading/resume-budget.ts';
import { waysBack } from '../../../vocabulary/stored-text.ts';
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

/** Limits that LMSs have begin here: longer progress is read back whenever it is set. */
const READ_BACK_OVER = 4_000;
/** What every LMS takes of progress. */
const SMALL_ROOM: ResumeRoom = { max: 4_096, unit: 'bytes', notes: 0 };

/** Where an answer stands in the LMS's list; null = nowhere yet. */
export interface Entry {
  index: number | null;
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
  /** The last Commit was refused. */
  refused: boolean;
  /** The LMS holds more than its page here, and would lose it if the page stored what it holds. */
  behind: boolean;
  /** The LMS gave back the progress that it was told last. */
  readBack: boolean;
  /** What this LMS has shown to take of progress: the standard's room, or less. */
  room: ResumeRoom;
  /** What decides the course and was refused, by element: a save without it is no save. */
  unsaid: Map<string, string>;
  /** Answers that were refused, wholly or in part: each is told again until the LMS takes anything. True = it has it. */
  untold: (() => boolean)[];
  /** The LMS's score before this visit; -1 = none, null = not asked for, or not told yet. */
  score: number | null;
  /** Calls made before the answer that is being told; 0 at launch. */
  since: number;
  phase: 'launch' | 'reading' | 'answered';
}

/** False only when the LMS refused; a value it already holds is not sent again. */
export function set(link: Link, element: string, value: string): boolean {
  if (!link.behind && link.sent.get(element) === value) return true;
  const taken = link.line.set(element, value);
  if (taken) {
    link.sent.set(element, value);
    link.dirty = true;
  }
  return taken;
}

/** What decides the course: refused, it is owed until the LMS takes it. */
export function must(link: Link, element: string, value: string): void {
  link.unsaid.delete(element);
  if (!set(link, element, value)) link.unsaid.set(element, value);
}

/** An answer: refused, it is told again with the next save. */
export function tellOrOwe(link: Link, tell: () => boolean): void {
  if (!tell()) link.untold.push(tell);
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

/** Sends what waited, as far as `room` calls go; gives back what was refused. */
function sendWaiting(link: Link, room: number): Waiting[] {
  const refused: Waiting[] = [];
  const end = link.line.calls + room;
  const queue = [...link.waiting].sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [key, { objective, element, value }] of queue) {
    const cost = (objective === null ? 0 : link.objectives.cost(objective)) + (element === '' ? 0 : 1);
    if (link.line.calls + cost > end) continue;
    link.waiting.delete(key);
    const parent = objective === null ? 'cmi' : objectiveEntry(link, objective);
    const taken = parent !== null && (element === '' || set(link, `${parent}.${element}`, value));
    if (!taken) refused.push({ objective, element, value });
  }
  return refused;
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
  sayAgain(link);
  const readBack = resume.length > READ_BACK_OVER || (phase === 'reading' && !link.readBack);
  // Suspend data and Commit come last and always have their place.
  const refused = sendWaiting(link, limit - (link.line.calls - link.since) - (readBack ? 3 : 2));
  const kept = suspend(link, resume, refused, readBack);
  const committed = !link.behind && commit(link);
  link.phase = 'reading';
  return kept && committed && nothingOwed(link) ? 'confirmed' : 'refused';
}

const nothingOwed = (link: Link): boolean => link.unsaid.size === 0 && link.untold.length === 0;

/** What was refused before; some LMSs take nothing for a while and then everything. */
function sayAgain(link: Link): void {
  link.untold = link.untold.filter((tell) => !tell());
  forgetOutdone(link);
  for (const [element, value] of [...link.unsaid]) must(link, element, value);
}

/** A score may be owed from when the LMS did not say which one it holds. */
function forgetOutdone(link: Link): void {
  const owed = [...link.unsaid].find(([element]) => element.endsWith('score.raw'));
  if (owed === undefined || !outdone(link, owed[0], Number(owed[1]))) return;
  for (const element of [...link.unsaid.keys()]) if (/\bscore\./.test(element)) link.unsaid.delete(element);
}

/** False when the text is over the limit, refused, or not what the LMS gives back. The notes on objectives give way first. */
function suspend(link: Link, resume: string, refused: readonly Waiting[], readBack: boolean): boolean {
  const full = resume + link.objectives.notes;
  const text = fits(full, link.room) ? full : resume;
  if (!fits(text, link.room)) return false;
  const known = !link.behind && link.sent.get('cmi.suspend_data') === text;
  const taken = known || set(link, 'cmi.suspend_data', text);
  const kept = taken && (known || !readBack || isHeld(link, text));
  if (kept) {
    // An LMS that takes progress takes everything it ever will: what it still refuses it does not want.
    link.untold.forEach((tell) => tell());
    link.untold = [];
    for (const element of [...link.unsaid.keys()]) if (!element.endsWith('status')) link.unsaid.delete(element);
  } else giveLess(link, text, refused);
  // It comes last: whatever else the page takes at all, it has by now.
  link.behind &&= !taken;
  return kept;
}

/** The LMS has shown that it takes less. */
export function takesLess(link: Link): void {
  link.room = SMALL_ROOM;
}

/** For the next time: what it takes is told again, and less of it. */
function giveLess(link: Link, text: string, refused: readonly Waiting[]): void {
  link.sent.delete('cmi.suspend_data');
  if (!fits(text, SMALL_ROOM)) takesLess(link);
  link.objectives.forgetRefused();
  for (const { objective, element, value } of refused) if (!link.waiting.has(`${objective ?? ''} ${element}`)) wait(link, element, value, objective);
}

const fits = (text: string, { max, unit }: ResumeRoom): boolean => text.length <= max && (unit === 'characters' || new TextEncoder().encode(text).length <= max);

/** Some LMSs cut what is too long and say nothing; what they only wrote in another way is read again all the same. One that does not let progress be read in the same visit has to be believed. */
function isHeld(link: Link, text: string): boolean {
  const held = link.line.get('cmi.suspend_data');
  link.readBack = held === text || waysBack(held).includes(text);
  return link.readBack || held === '';
}

export function commit(link: Link): boolean {
  if (!link.dirty) return true;
  const kept = link.line.commit();
  if (kept) link.dirty = false;
  link.refused = !kept;
  return kept;
}

/** Everything that still waits goes out, then the session is over. */
export function finish(link: Link, resume: string, activeSeconds: number, shorter?: (room: ResumeRoom) => string): SaveOutcome {
  // An LMS may end a session by a message that nobody answers: where the last Commit failed, only another one tells whether it listens now.
  const inDoubt = link.refused;
  wait(link, link.habits.sessionTime, link.habits.duration(activeSeconds));
  sayAgain(link);
  const refused = sendWaiting(link, Infinity);
  const { room } = link;
  const all = suspend(link, resume, refused, true);
  const kept = all || (shorter !== undefined && link.room !== room && suspend(link, shorter(link.room), refused, true));
  if (link.behind) return 'refused';
  const committed = !(link.habits.commitBeforeEnd || inDoubt) || commit(link);
  return link.line.terminate() && kept && committed && nothingOwed(link) ? 'confirmed' : 'refused';
}

/** True when the LMS has a better score than this one already: a score never falls, whatever of the progress was lost. */
export function outdone(link: Link, element: string, raw: number): boolean {
  link.score ??= heldScore(link, element);
  return link.score !== null && raw < link.score;
}

/** -1 = none; null while the LMS does not say: an expired session answers with an error, or with "false". */
function heldScore(link: Link, element: string): number | null {
  const held = link.line.ask(element)?.trim();
  if (held === undefined || Number.isNaN(Number(held))) return null;
  if (held === '' || Number(held) < 0) return -1;
  link.sent.set(element, held);
  return Number(held);
}
