/** What the LMS keeps of each learner, and what of it the next launch gets (SCORM 2004 RTE 4.2.8: exit, entry, total_time). */
import type { ImportedPackage } from './imported-package.ts';

/** JSON of the data model as scorm-again commits it. */
export type Cmi = Record<string, unknown>;

export interface LearnerRecord {
  readonly cmi: Cmi;
  /** The last session ended with Terminate. */
  readonly terminated: boolean;
  /** The last session's time is in `totalSeconds`. */
  readonly counted: boolean;
  /** Seconds of all sessions that are over. */
  readonly totalSeconds: number;
  /** Commits that arrived, Terminate's included. */
  readonly commits: number;
  /** SCORM 1.2: answers of this attempt's earlier sessions. The LMS keeps them, and no course can read them. */
  readonly earlier: readonly Cmi[];
}

export interface LaunchTerms {
  learner: string;
  mode: 'normal' | 'review' | 'browse';
}

/** Set by the LMS at every launch, or of one session only. */
const NOT_KEPT = new Set([
  'completion_threshold',
  'credit',
  'entry',
  'exit',
  'launch_data',
  'learner_id',
  'learner_name',
  'max_time_allowed',
  'mode',
  'scaled_passing_score',
  'session_time',
  'time_limit_action',
  'total_time',
]);

/** The data model a launch starts with. `kept` is null at the first launch. */
export function cmiAtLaunch(course: ImportedPackage, terms: LaunchTerms, kept: LearnerRecord | null): Cmi {
  return course.runTime === 'scorm12' ? oldCmiAtLaunch(course, terms, kept) : newCmiAtLaunch(course, terms, kept);
}

/** SCORM 1.2 (RTE 3.4): status, place and score stay whatever the exit; only progress tells whether the attempt goes on. */
function oldCmiAtLaunch(course: ImportedPackage, terms: LaunchTerms, kept: LearnerRecord | null): Cmi {
  const core = coreOf(kept?.cmi);
  const goesOn = kept !== null && resumes(kept);
  const status = core['lesson_status'] ?? 'not attempted';
  return {
    core: {
      student_id: terms.learner,
      student_name: `${terms.learner}, Test`,
      lesson_mode: terms.mode,
      credit: terms.mode === 'normal' ? 'credit' : 'no-credit',
      entry: goesOn ? 'resume' : kept === null ? 'ab-initio' : '',
      lesson_status: status,
      lesson_location: goesOn ? (core['lesson_location'] ?? '') : '',
      total_time: oldDuration(kept?.totalSeconds ?? 0),
      ...(kept === null ? {} : { score: inLoadingOrder(core['score']) }),
    },
    student_data: { mastery_score: course.passingScore ?? '' },
    launch_data: course.launchData ?? '',
    ...(goesOn ? { suspend_data: kept.cmi['suspend_data'] ?? '', objectives: inLoadingOrder(kept.cmi['objectives']) ?? [] } : {}),
  };
}

function coreOf(cmi: Cmi | undefined): Cmi {
  const core = cmi?.['core'];
  return typeof core === 'object' && core !== null ? { ...core } : {};
}

function newCmiAtLaunch(course: ImportedPackage, terms: LaunchTerms, kept: LearnerRecord | null): Cmi {
  const goesOn = kept !== null && resumes(kept);
  const cmi: Cmi = {
    learner_id: terms.learner,
    learner_name: `${terms.learner}, Test`,
    mode: terms.mode,
    credit: terms.mode === 'normal' ? 'credit' : 'no-credit',
    entry: goesOn ? 'resume' : 'ab-initio',
    total_time: duration(kept?.totalSeconds ?? 0),
  };
  if (course.passingScore !== null) cmi['scaled_passing_score'] = course.passingScore;
  if (course.completionThreshold !== null) cmi['completion_threshold'] = course.completionThreshold;
  if (course.launchData !== null) cmi['launch_data'] = course.launchData;
  if (goesOn) return { ...cmi, ...restorable(kept.cmi) };
  return { ...cmi, objectives: course.objectives.map((id) => ({ id })) };
}

function restorable(stored: Cmi): Cmi {
  const entries = Object.entries(stored).filter(([key]) => !NOT_KEPT.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, inLoadingOrder(value)]));
}

/** A collection becomes an array, and ids and types come before what depends on them. */
function inLoadingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLoadingOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('_'));
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, entry]) => inLoadingOrder(entry));
  const rank = (key: string): number => ['id', 'type', 'objectives', 'correct_responses'].indexOf(key) + 1 || 9;
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b)).map(([key, entry]) => [key, inLoadingOrder(entry)]));
}

/** A commit arrived: the whole data model as the API sends it. */
export function committed(before: LearnerRecord | null, cmi: Cmi, terminated: boolean): LearnerRecord {
  const record: LearnerRecord = { cmi, terminated, counted: false, totalSeconds: before?.totalSeconds ?? 0, commits: (before?.commits ?? 0) + 1, earlier: before?.earlier ?? [] };
  return terminated ? sessionEnded(record) : record;
}

/** A session begins with what it was given: answers that it was not given are kept beside it. */
export function sessionBegun(record: LearnerRecord, given: Cmi): LearnerRecord {
  if (!resumes(record)) return { ...record, earlier: [] };
  if (given['interactions'] !== undefined) return record;
  const { interactions, ...cmi } = record.cmi;
  return { ...record, cmi, earlier: [...record.earlier, ...listOf(interactions)] };
}

/** Entries of a collection, which comes as an array or as an object with numbers for names. */
export function listOf(value: unknown): Cmi[] {
  const isObject = (entry: unknown): entry is object => typeof entry === 'object' && entry !== null;
  const found: unknown[] = Array.isArray(value) ? value : isObject(value) ? Object.entries(value).flatMap(([key, entry]: [string, unknown]) => (/^\d+$/.test(key) ? [entry] : [])) : [];
  return found.map((entry) => (isObject(entry) ? { ...entry } : {}));
}

/** The attempt goes on. */
function resumes({ terminated, cmi }: LearnerRecord): boolean {
  return !terminated || (cmi['exit'] ?? coreOf(cmi)['exit']) === 'suspend';
}

/** A session's time is added once, when the session is over: at Terminate, or at the next launch when there was none. */
export function sessionEnded(record: LearnerRecord): LearnerRecord {
  if (record.counted) return record;
  return { ...record, counted: true, totalSeconds: record.totalSeconds + seconds(record.cmi['session_time'] ?? coreOf(record.cmi)['session_time']) };
}

/** `PT1H2M3.4S`, or `0001:02:03.4` as SCORM 1.2 writes it, in seconds; 0 for anything else. */
export function seconds(text: unknown): number {
  const old = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(typeof text === 'string' ? text : '');
  if (old !== null) return Number(old[1]) * 3600 + Number(old[2]) * 60 + Number(old[3]);
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(typeof text === 'string' ? text : '');
  if (match === null) return 0;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

function duration(total: number): string {
  return `PT${Math.floor(total / 3600)}H${Math.floor((total % 3600) / 60)}M${Math.round((total % 60) * 100) / 100}S`;
}

function oldDuration(total: number): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${String(Math.floor(total / 3600)).padStart(4, '0')}:${two((total % 3600) / 60)}:${two(total % 60)}`;
}

/** The stored data model by the standard's names: `interactions.0.id` and so on, without `cmi.` in front. */
export function byElement(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null) return prefix === '' ? {} : { [prefix]: String(value) };
  const entries = Object.entries(value).flatMap(([key, inner]) => Object.entries(byElement(inner, prefix === '' ? key : `${prefix}.${key}`)));
  return Object.fromEntries(entries);
}
