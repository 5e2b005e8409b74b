/** What an LMS, a browser or a network can do wrong, one switch each; and the LMS's functions with the chosen faults in them. */
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
  | 'sandboxed'
  | 'no-beacon';

export type Fault = ApiFault | ServerFault;

export interface FaultEntry {
  id: Fault;
  label: string;
  /** What happens, in one sentence. */
  says: string;
}

/** In groups, as the panel shows them. */
export const FAULTS: readonly { title: string; faults: readonly FaultEntry[] }[] = [
  {
    title: 'Finding the LMS',
    faults: [
      { id: 'no-api', label: 'No API', says: 'The LMS offers no API at all.' },
      { id: 'api-late', label: 'API comes late', says: 'The API appears three seconds after the course was opened.' },
      { id: 'other-origin', label: 'Course on another origin', says: 'The course may not look into the LMS’s window.' },
      { id: 'sandboxed', label: 'Sandboxed frame', says: 'The frame allows scripts only: no LMS, no storage.' },
    ],
  },
  {
    title: 'What the API answers',
    faults: [
      { id: 'initialize-false', label: 'Initialize is refused', says: 'Initialize answers false with error 102.' },
      { id: 'already-initialized', label: 'Already initialised', says: 'Initialize answers false with error 103, and everything else works.' },
      { id: 'set-false', label: 'SetValue is refused', says: 'Every SetValue answers false with error 351.' },
      { id: 'expired', label: 'Session expires', says: 'From the thirtieth call on, everything answers false with error 101.' },
      { id: 'returns-boolean', label: 'Answers true, not "true"', says: 'The API answers with booleans.' },
      { id: 'returns-one', label: 'Answers 1 and 0', says: 'The API answers with numbers.' },
      { id: 'returns-null', label: 'Answers null', says: 'What succeeds is answered with null.' },
      { id: 'returns-undefined', label: 'Answers nothing', says: 'What succeeds is answered with undefined.' },
    ],
  },
  {
    title: 'Saving',
    faults: [
      { id: 'commit-once', label: 'Commit fails once', says: 'The first Commit answers false with error 391.' },
      { id: 'commit-minute', label: 'Commit fails for a minute', says: 'Commit answers false with error 391 during the first minute.' },
      { id: 'commit-always', label: 'Commit fails for ever', says: 'Every Commit answers false with error 391.' },
      { id: 'limit-4096', label: 'Progress is refused past 4,096', says: 'A longer suspend_data is refused with error 405 (406 in 2004).' },
      { id: 'truncates', label: 'Progress is cut at 4,096', says: 'A longer suspend_data is accepted and cut without a word.' },
      { id: 'no-beacon', label: 'No beacons', says: 'What is sent while the page closes is lost.' },
    ],
  },
  {
    title: 'Network and computer',
    faults: [
      { id: 'slow', label: 'Slow line', says: 'Every file of the course takes almost a second longer.' },
      { id: 'offline', label: 'Line is lost', says: 'Three seconds after the start, no further file of the course arrives.' },
      { id: 'storage', label: 'Storage denied', says: 'localStorage, sessionStorage and IndexedDB throw.' },
      { id: 'clock', label: 'Wrong clock', says: 'The computer’s clock is two days behind.' },
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
  set: string;
  commit: string;
  terminate: string;
  lastError: string;
  /** Element that carries the progress. */
  suspendData: string;
  /** Error for a value that is too long. */
  tooLong: string;
}

const LIMIT = 4096;
const MINUTE = 60_000;
/** Calls until a session that expires is over. */
const EXPIRES = 30;

/**
 * The same functions, with faults. An error of ours is what the last-error function then tells. `now` in milliseconds. A fault that
 * changes how answers look (`returns-…`) comes on top of the others.
 */
export function withFaults(api: ApiFunctions, names: ApiNames, faults: ReadonlySet<Fault>, now: () => number): ApiFunctions {
  const started = now();
  let calls = 0;
  let commits = 0;
  let ownError: string | null = null;
  const refusal = (method: string, args: string[]): string | null => {
    if (faults.has('expired') && calls > EXPIRES) return '101';
    if (method === names.initialize && faults.has('initialize-false')) return '102';
    if (method === names.initialize && faults.has('already-initialized')) return '103';
    if (method === names.set && faults.has('set-false')) return '351';
    if (method === names.set && faults.has('limit-4096') && args[0] === names.suspendData && (args[1] ?? '').length > LIMIT) return names.tooLong;
    if (method !== names.commit) return null;
    commits += 1;
    const fails = faults.has('commit-always') || (faults.has('commit-once') && commits === 1) || (faults.has('commit-minute') && now() - started < MINUTE);
    return fails ? '391' : null;
  };
  const call = (method: string, inner: (...args: string[]) => unknown, args: string[]): unknown => {
    if (method === names.lastError) return ownError ?? inner(...args);
    calls += 1;
    const code = refusal(method, args);
    ownError = code;
    // An API that says it was initialised before really is: the calls after it work.
    if (code === '103') inner(...args);
    if (code !== null) return looks('false', faults);
    const cut = method === names.set && faults.has('truncates') && args[0] === names.suspendData ? [args[0] ?? '', (args[1] ?? '').slice(0, LIMIT)] : args;
    const answer = inner(...cut);
    return answer === 'true' || answer === 'false' ? looks(answer, faults) : answer;
  };
  return Object.fromEntries(Object.entries(api).map(([method, inner]) => [method, (...args: string[]) => call(method, inner, args)]));
}

function looks(answer: 'true' | 'false', faults: ReadonlySet<Fault>): unknown {
  const good = answer === 'true';
  if (faults.has('returns-boolean')) return good;
  if (faults.has('returns-one')) return good ? 1 : 0;
  if (good && faults.has('returns-null')) return null;
  if (good && faults.has('returns-undefined')) return undefined;
  return answer;
}
