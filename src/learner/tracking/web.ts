/** No LMS, on purpose: place and answers stay in this browser's own storage, and nobody is told. */
import { SHELF_NAME, STATE_ROOM } from '../../vocabulary/state.ts';
import type { Opening, SaveOutcome, Tracker } from './tracker.ts';

/** As much of the browser's storage as is used; every access may throw where it is forbidden. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** `shelf` is asked for each time: in a forbidden frame already that throws. One course has one place per browser. */
export function web(courseId: string, shelf: () => Shelf): Tracker {
  const key = SHELF_NAME + courseId;
  let open = true;
  const keep = (resume: string): SaveOutcome => (open && attempt(() => shelf().setItem(key, resume)) ? 'kept' : 'not-recorded');
  return {
    standard: 'web',
    room: STATE_ROOM,
    open() {
      const opening: Opening = { connected: true, keeper: 'browser', reason: null, resume: null, mode: 'normal', learner: { id: 'this browser', name: '' }, passMark: null };
      const allowed = attempt(() => {
        opening.resume = shelf().getItem(key);
        shelf().setItem(key, opening.resume ?? '');
      });
      if (opening.resume === '') opening.resume = null;
      return Promise.resolve(allowed ? opening : { ...opening, connected: false, reason: 'none-found', learner: null });
    },
    record: () => undefined,
    save: keep,
    close(resume) {
      const outcome = keep(resume);
      open = false;
      return outcome;
    },
  };
}

/** Storage that is full or forbidden is an answer: nothing is kept, and the page says so. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
