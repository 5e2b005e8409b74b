/** No LMS: the course teaches, nothing is kept, and the page can say so. */
import { STATE_ROOM } from '../../vocabulary/state.ts';
import type { Tracker } from './tracker.ts';

export function none(): Tracker {
  return {
    standard: 'none',
    room: STATE_ROOM,
    open: () =>
      Promise.resolve({
        connected: false,
        reason: 'none-found',
        resume: null,
        mode: 'normal',
        learner: null,
        passMark: null,
      }),
    record: () => undefined,
    save: () => 'not-recorded',
    close: () => 'not-recorded',
  };
}
