/**
 * Finds the LMS's API object: this window, its parents, the opener and its parents, the top window's opener. Each step
 * stands alone, because reading a window of another origin throws; the search then goes on with the next one.
 */
import { PARENTS_MAX } from '../../../vocabulary/scorm2004.ts';

/** What is read of a window; everything in it may throw. */
export interface WindowLike {
  readonly parent: WindowLike | null;
  readonly opener: unknown;
  readonly top: WindowLike | null;
}

export function findApi(own: WindowLike, name: string): object | null {
  return (
    climb(own, name) ??
    climb(attempt(() => own.opener), name) ??
    // Last, and only its opener: touching `top` of another origin first has broken content in portals.
    climb(attempt(() => own.top?.opener), name)
  );
}

function climb(start: unknown, name: string): object | null {
  let current = start;
  for (let step = 0; step <= PARENTS_MAX && isObject(current); step++) {
    const here: object = current;
    const api = attempt<unknown>(() => Reflect.get(here, name));
    if (isObject(api)) return api;
    const parent = attempt<unknown>(() => Reflect.get(here, 'parent'));
    if (parent === here) return null;
    current = parent;
  }
  return null;
}

/** Some LMSs hand out functions or host objects. */
const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A window of another origin refuses to be read: that is an answer, "nothing here". */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
