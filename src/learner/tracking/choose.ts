/** Which driver speaks for a package: the one it was built for. */
import { none } from './none.ts';
import { scorm2004 } from './scorm2004.ts';
import type { Tracker } from './tracker.ts';

/** `target` as in the course payload; a target without an LMS, or an unknown one, records nothing. */
export function chooseTracker(target: string, window: Window): Tracker {
  return target === 'scorm2004' ? scorm2004(window) : none();
}
