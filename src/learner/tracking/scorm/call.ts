/** Calls the LMS's API without ever throwing: LMSs answer with strings, booleans, numbers or nothing, and some throw. */

/** A value or call that the LMS did not take; `code` is null when the call itself failed. */
export interface Refusal {
  element: string;
  code: number | null;
}

export interface Line {
  initialize(): 'ok' | 'refused' | 'after-termination';
  /** '' for a value that is not set (403) or cannot be read. */
  get(element: string): string;
  /** The same, but null when the LMS answers nothing at the moment, so that the value may be there all the same. */
  ask(element: string): string | null;
  set(element: string, value: string): boolean;
  commit(): boolean;
  terminate(): boolean;
  /** Calls so far, GetLastError not counted. */
  readonly calls: number;
  readonly refusals: readonly Refusal[];
}

/** What a version of the standard calls its functions, and the error codes that change what happens next. */
export interface Dialect {
  initialize: string;
  terminate: string;
  get: string;
  set: string;
  commit: string;
  lastError: string;
  /** Codes of an Initialize that was refused though the session is open; whether it is, `probe` tells where the code says too little. */
  alreadyInitialized: number;
  /** Can be read in an open session only; null where the code alone is enough. */
  probe: string | null;
  /** Null where no code says it. */
  afterTermination: number | null;
}

/** Codes of a read that say nothing of the value: a general fault, or no session (in both standards, each with its own numbers). */
const NO_ANSWER = [101, 122, 123, 301];

/** The API lacks the method, or the method threw. */
const FAILED = Symbol('failed');

function invoke(api: object, method: string, args: string[]): unknown {
  try {
    const call: unknown = Reflect.get(api, method);
    return typeof call === 'function' ? Reflect.apply(call, api, args) : FAILED;
  } catch {
    return FAILED;
  }
}

const isTrue = (answer: unknown): boolean => answer === true || answer === 1 || (typeof answer === 'string' && /^(true|1)$/i.test(answer));
const saysNothing = (answer: unknown): boolean => answer === undefined || answer === null || answer === '';

export function openLine(api: object, names: Dialect): Line {
  let calls = 0;
  const refusals: Refusal[] = [];
  const call = (method: string, ...args: string[]): unknown => {
    calls++;
    return invoke(api, method, args);
  };
  const lastError = (): number | null => {
    const code = invoke(api, names.lastError, []);
    return typeof code === 'number' || (typeof code === 'string' && code !== '') ? Number(code) : null;
  };
  /** Some LMSs answer nothing on success: only then the error code decides. */
  const accepted = (what: string, answer: unknown): boolean => {
    if (isTrue(answer)) return true;
    const code = lastError();
    if (saysNothing(answer) && code === 0) return true;
    refusals.push({ element: what, code });
    return false;
  };
  const isOpen = (): boolean => {
    if (names.probe === null) return true;
    const answer = call(names.get, names.probe);
    return typeof answer !== 'symbol' && !saysNothing(answer) && lastError() === 0;
  };
  const get = (element: string): string => {
    const answer = call(names.get, element);
    if (typeof answer === 'symbol' || saysNothing(answer)) return '';
    // Some LMSs refuse with 0 or false, and a count of 0 looks the same.
    const value = typeof answer === 'string' || (lastError() ?? 0) === 0;
    return value ? String(answer) : '';
  };
  return {
    initialize() {
      const answer = call(names.initialize, '');
      if (isTrue(answer)) return 'ok';
      const code = lastError();
      if ((code === names.alreadyInitialized && isOpen()) || (saysNothing(answer) && code === 0)) return 'ok';
      refusals.push({ element: names.initialize, code });
      return code !== null && code === names.afterTermination ? 'after-termination' : 'refused';
    },
    get,
    ask(element) {
      const value = get(element);
      return value === '' && NO_ANSWER.includes(lastError() ?? 0) ? null : value;
    },
    set: (element, value) => accepted(element, call(names.set, element, value)),
    commit: () => accepted(names.commit, call(names.commit, '')),
    terminate: () => accepted(names.terminate, call(names.terminate, '')),
    get calls() {
      return calls;
    },
    refusals,
  };
}
