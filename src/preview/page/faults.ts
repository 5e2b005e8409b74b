/** What an LMS, a browser or a network can do wrong, one switch each; and the LMS's functions with the chosen faults in them. */
import type { LrsFault } from '../lrs/faults.ts';
import type { ServerFault } from '../server-faults.ts';

export type ApiFault =
  | 'no-api'
  | 'api-late'
  | 'other-origin'
  | 'initialize-false'
  | 'already-initialized'
  | 'set-false'
  | 'commit-once'
  | 'commit-minute'
  | 'commit-always'
  | 'returns-boolean'
  | 'returns-one'
  | 'returns-null'
  | 'returns-undefined'
  | 'expired'
  | 'limit-4096'
  | 'truncates'
  | 'cut-later'
  | 'mode-unset'
  | 'wrong-mode'
  | 'killed'
  | 'sandboxed'
  | 'no-beacon'
  | 'sync-refused';

export type Fault = ApiFault | ServerFault | LrsFault;

/** What a fault concerns: an API in the LMS's window, a record store, or both. */
export type Concerns = 'api' | 'store' | 'both';

export interface FaultEntry {
  id: Fault;
  label: string;
  /** What happens, in one sentence. */
  says: string;
}

/** In groups, as the panel shows them. */
export const FAULTS: readonly { title: string; concerns: Concerns; faults: readonly FaultEntry[] }[] = [
  {
    title: 'Finding the LMS',
    concerns: 'api',
    faults: [
      { id: 'no-api', label: 'No API', says: 'The LMS offers no API at all.' },
      { id: 'api-late', label: 'API comes late', says: 'The API appears three seconds after the course was opened.' },
      { id: 'other-origin', label: 'Course on another origin', says: 'The course may not look into the LMS’s window.' },
      { id: 'sandboxed', label: 'Sandboxed frame', says: 'The frame allows scripts only: no LMS, no storage.' },
    ],
  },
  {
    title: 'What the API answers',
    concerns: 'api',
    faults: [
      { id: 'initialize-false', label: 'Initialize is refused', says: 'Initialize answers false with error 102.' },
      { id: 'already-initialized', label: 'Already initialised', says: 'Initialize answers false with error 103, and everything else works.' },
      { id: 'set-false', label: 'SetValue is refused', says: 'Every SetValue answers false, with the error code below.' },
      { id: 'expired', label: 'Session expires', says: 'From the thirtieth call on, everything answers false with error 101.' },
      { id: 'mode-unset', label: 'No mode', says: 'The LMS does not tell in which mode it opens the course.' },
      { id: 'wrong-mode', label: 'Wrong mode', says: 'The LMS says “review” to a learner who is not done.' },
      { id: 'returns-boolean', label: 'Answers true, not "true"', says: 'The API answers with booleans.' },
      { id: 'returns-one', label: 'Answers 1 and 0', says: 'The API answers with numbers.' },
      { id: 'returns-null', label: 'Answers null', says: 'What succeeds is answered with null.' },
      { id: 'returns-undefined', label: 'Answers nothing', says: 'What succeeds is answered with undefined.' },
    ],
  },
  {
    title: 'Saving',
    concerns: 'api',
    faults: [
      { id: 'commit-once', label: 'Commit fails once', says: 'The first Commit answers false with error 391.' },
      { id: 'commit-minute', label: 'Commit fails for a minute', says: 'Commit answers false with error 391 during the first minute.' },
      { id: 'commit-always', label: 'Commit fails for ever', says: 'Every Commit answers false with error 391.' },
      { id: 'limit-4096', label: 'Progress is refused past 4,096', says: 'A longer suspend_data is refused with error 405 (406 in 2004).' },
      { id: 'truncates', label: 'Progress is cut at 4,096', says: 'A longer suspend_data is accepted and cut without a word.' },
      { id: 'cut-later', label: 'Progress is stored cut', says: 'A longer suspend_data is kept whole until the course is closed, and cut at 4,096 for the next launch.' },
      { id: 'no-beacon', label: 'No beacons', says: 'What is sent while the page closes is lost.' },
      { id: 'sync-refused', label: 'Synchronous requests only', says: 'The LMS saves by synchronous requests, which browsers refuse while a page closes.' },
      { id: 'killed', label: 'Killed while answering', says: 'The course stops dead in the middle of telling an answer, without any event.' },
    ],
  },
  {
    title: 'The record store',
    concerns: 'store',
    faults: [
      { id: 'lrs-401', label: 'Token expired', says: 'The store answers 401 to everything.' },
      { id: 'lrs-409', label: 'Conflict', says: 'The store takes the first statement of a batch and answers 409.' },
      { id: 'lrs-429', label: 'Too many requests', says: 'The store answers 429 and asks for a pause.' },
      { id: 'lrs-500', label: 'Out of order', says: 'The store answers 500 to whatever is sent.' },
      { id: 'lrs-timeout', label: 'No answer', says: 'The store never answers, and takes nothing.' },
      { id: 'lrs-lost', label: 'Answer lost', says: 'The store takes everything, and its answer is lost.' },
      { id: 'lrs-half', label: 'Half a batch', says: 'The store takes half of a batch and answers 500.' },
    ],
  },
  {
    title: 'Network and computer',
    concerns: 'both',
    faults: [
      { id: 'slow', label: 'Slow 3G', says: 'Every file and every save takes almost a second longer.' },
      { id: 'offline', label: 'Offline', says: 'Three seconds after the start nothing comes or goes any more.' },
      { id: 'storage', label: 'Storage denied', says: 'localStorage, sessionStorage and IndexedDB throw.' },
      { id: 'clock', label: 'Clock behind', says: 'The computer’s clock is two days behind.' },
      { id: 'clock-ahead', label: 'Clock ahead', says: 'The computer’s clock is two days ahead.' },
      { id: 'no-events', label: 'No events at the end', says: 'The frame goes away without telling the course.' },
    ],
  },
];

const ALL = FAULTS.flatMap(({ faults }) => faults.map(({ id }) => id));

/** Names that are no faults are left out: they come from an address that anyone can write. */
export function readFaults(names: readonly string[]): Fault[] {
  return ALL.filter((id) => names.includes(id));
}

/** The functions of an API by their names. */
export type ApiFunctions = Record<string, (...args: string[]) => unknown>;

/** What differs between the standards' function names. */
export interface ApiNames {
  initialize: string;
  get: string;
  set: string;
  commit: string;
  terminate: string;
  lastError: string;
  /** Element that says in which mode the course is opened. */
  mode: string;
  /** Element that carries the progress. */
  suspendData: string;
  /** Error for a value that is too long. */
  tooLong: string;
}

export interface FaultOptions {
  /** Milliseconds. */
  now(): number;
  /** Error of a refused SetValue. */
  code?: string;
  /** The course was killed; nothing that it still calls arrives. */
  killed?(): void;
}

const LIMIT = 4096;
const MINUTE = 60_000;
/** Calls until a session that expires is over. */
const EXPIRES = 30;
/** Values of an answer until the course is killed. */
const LAST_WORDS = 3;
/** Milliseconds until an API that comes late is there. */
export const API_LATE = 3_000;
export const USUAL_CODE = '351';

/**
 * The same functions, with faults, which may be switched while they are used. An error of ours is what the last-error function then
 * tells. A fault that changes how answers look (`returns-…`) comes on top of the others.
 */
export function withFaults(api: ApiFunctions, names: ApiNames, faults: ReadonlySet<Fault>, options: FaultOptions): ApiFunctions {
  const refusal = refusals(names, faults, options);
  let ownError: string | null = null;
  let words = 0;
  let dead = false;
  /** Progress that the page holds whole and the LMS does not. */
  let shown: string | null = null;
  const dies = (method: string, args: string[]): boolean => {
    if (!faults.has('killed') || method !== names.set || !(args[0] ?? '').startsWith('cmi.interactions.')) return false;
    words += 1;
    return words > LAST_WORDS;
  };
  const call = (method: string, inner: (...args: string[]) => unknown, args: string[]): unknown => {
    if (!dead && dies(method, args)) {
      dead = true;
      options.killed?.();
    }
    if (dead) return '';
    if (method === names.lastError) return ownError ?? inner(...args);
    const code = refusal(method, args);
    ownError = code;
    // An API that says it was initialised before really is: the calls after it work.
    if (code === '103') inner(...args);
    if (code !== null) return looks('false', faults);
    if (method === names.get && args[0] === names.mode && faults.has('mode-unset')) return '';
    if (method === names.get && args[0] === names.mode && faults.has('wrong-mode')) return 'review';
    const progress = args[0] === names.suspendData;
    if (method === names.get && progress && shown !== null) return shown;
    const cut = method === names.set && progress && (faults.has('truncates') || faults.has('cut-later'));
    if (method === names.set && progress) shown = cut && !faults.has('truncates') ? (args[1] ?? '') : null;
    const answer = inner(...(cut ? [args[0] ?? '', (args[1] ?? '').slice(0, LIMIT)] : args));
    return answer === 'true' || answer === 'false' ? looks(answer, faults) : answer;
  };
  return Object.fromEntries(Object.entries(api).map(([method, inner]) => [method, (...args: string[]) => call(method, inner, args)]));
}

/** The error code of a call that is refused; null for one that goes through. */
function refusals(names: ApiNames, faults: ReadonlySet<Fault>, { now, code = USUAL_CODE }: FaultOptions): (method: string, args: string[]) => string | null {
  let started = now();
  let calls = 0;
  let failedOnce = false;
  let failing = true;
  const commitFails = (): boolean => {
    if (!faults.has('commit-once')) failedOnce = false;
    if (!faults.has('commit-minute')) failing = false;
    else if (!failing) [started, failing] = [now(), true];
    if (faults.has('commit-always') || (faults.has('commit-minute') && now() - started < MINUTE)) return true;
    const once = faults.has('commit-once') && !failedOnce;
    failedOnce ||= once;
    return once;
  };
  return (method, args) => {
    calls = faults.has('expired') ? calls + 1 : 0;
    if (calls > EXPIRES) return '101';
    if (method === names.initialize && faults.has('initialize-false')) return '102';
    if (method === names.initialize && faults.has('already-initialized')) return '103';
    if (method === names.set && faults.has('set-false')) return code;
    if (method === names.set && faults.has('limit-4096') && args[0] === names.suspendData && (args[1] ?? '').length > LIMIT) return names.tooLong;
    return method === names.commit && commitFails() ? '391' : null;
  };
}

function looks(answer: 'true' | 'false', faults: ReadonlySet<Fault>): unknown {
  const good = answer === 'true';
  if (faults.has('returns-boolean')) return good;
  if (faults.has('returns-one')) return good ? 1 : 0;
  if (good && faults.has('returns-null')) return null;
  if (good && faults.has('returns-undefined')) return undefined;
  return answer;
}
