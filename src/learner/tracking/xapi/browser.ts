/** What a launch needs of the browser, gathered in one place so that tests can bring their own. */
import { uuid } from './client.ts';
import type { Cmi5Window } from './cmi5.ts';
import { openDrawer } from './drawer.ts';

export function browser(window: Window): Cmi5Window {
  return {
    search: window.location.search,
    fetch: (input, init) => window.fetch(input, init),
    now: () => Date.now(),
    uuid,
    later: (seconds, act) => void window.setTimeout(act, seconds * 1000),
    // Read when needed: in a forbidden frame the access itself throws.
    session: { getItem: (key) => window.sessionStorage.getItem(key), setItem: (key, value) => window.sessionStorage.setItem(key, value) },
    drawer: (box) => openDrawer(box, window),
  };
}
