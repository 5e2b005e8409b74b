/** Calls the LMS's API without ever throwing: LMSs answer with strings, booleans, numbers or nothing, and some throw. */
import { AFTER_TERMINATION, ALREADY_INITIALIZED } from '../../../vocabulary/scorm2004.ts';

/** A value or call that the LMS did not take; `code` is null when the call itself failed. */
export interface Refusal {
  element: string;
  code: number | null;
}

export interface Line {
  initialize(): 'ok' | 'refused' | 'after-termination';
  /** '' for a value that is not set (403) or cannot be read. */
  get(element: string): string;
  set(element: string, value: string): boolean;
  commit(): boolean;
  terminate(): boolean;
  /** Calls so far, GetLastError not counted. */
  readonly calls: number;
  readonly refusals: readonly Refusal[];
}

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

export function openLine(api: object): Line {
  let calls = 0;
  const refusals: Refusal[] = [];
  const call = (method: string, ...args: string[]): unknown => {
    calls++;
    return invoke(api, method, args);
  };
  const lastError = (): number | null => {
    const code = invoke(api, 'GetLastError', []);
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
  return {
    initialize() {
      const answer = call('Initialize', '');
      if (isTrue(answer)) return 'ok';
      const code = lastError();
      if (code === ALREADY_INITIALIZED || (saysNothing(answer) && code === 0)) return 'ok';
      refusals.push({ element: 'Initialize', code });
      return code === AFTER_TERMINATION ? 'after-termination' : 'refused';
    },
    get(element) {
      const answer = call('GetValue', element);
      return typeof answer === 'symbol' || saysNothing(answer) ? '' : String(answer);
    },
    set: (element, value) => accepted(element, call('SetValue', element, value)),
    commit: () => accepted('Commit', call('Commit', '')),
    terminate: () => accepted('Terminate', call('Terminate', '')),
    get calls() {
      return calls;
    },
    refusals,
  };
}
