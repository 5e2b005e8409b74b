/** What a launch needs of the browser, gathered in one place so that tests can bring their own. */
import type { BesideWindow } from './beside.ts';
import { uuid } from './client.ts';
import type { Cmi5Window } from './cmi5.ts';
import { listBoxes, openDrawer } from './drawer.ts';
import { takeTurns } from './turns.ts';

export function browser(window: Window): Cmi5Window & BesideWindow {
  const world = {
    // Goes on evenly even when somebody sets the computer's clock meanwhile; how wrong it is, the store tells.
    now: () => performance.timeOrigin + performance.now(),
    uuid,
    later: (seconds: number, act: () => void) => void window.setTimeout(act, seconds * 1000),
  };
  return {
    ...world,
    origin: window.location.origin,
    search: window.location.search,
    fetch: (input, init) => window.fetch(input, init),
    // Read when needed: in a forbidden frame the access itself throws.
    session: { getItem: (key) => window.sessionStorage.getItem(key), setItem: (key, value) => window.sessionStorage.setItem(key, value) },
    drawer: (box) => openDrawer(box, window),
    boxes: () => listBoxes(window),
    turn: (box) => takeTurns(box, { ...world, locks: window.navigator.locks, shelf: () => window.localStorage }),
  };
}
