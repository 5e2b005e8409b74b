/** Counts the seconds a learner really spends here: not while the page is hidden, not while nothing was touched for long. */

/** After this long without a key, a pointer or a scroll, the learner is taken to be away. */
const IDLE_SECONDS = 300;

export interface ActiveTime {
  /** The learner did something at `now` (seconds). */
  touch(now: number): void;
  hide(now: number): void;
  seconds(now: number): number;
}

/** Pure: the clock is the caller's. The stretch of idleness itself does not count beyond its first five minutes. */
export function activeTime(start: number): ActiveTime {
  let counted = 0;
  let since = start;
  let touched = start;
  let hidden = false;
  const settle = (now: number): void => {
    if (!hidden) counted += Math.max(0, Math.min(now, touched + IDLE_SECONDS) - since);
    since = now;
  };
  return {
    touch(now) {
      settle(now);
      hidden = false;
      touched = now;
    },
    hide(now) {
      settle(now);
      hidden = true;
    },
    seconds(now) {
      settle(now);
      return counted;
    },
  };
}

/** Feeds the clock from the page's own events; `seconds` since the page opened, monotonic. */
export function watchActiveTime(): () => number {
  const now = (): number => performance.now() / 1000;
  const time = activeTime(0);
  const touch = (): void => {
    if (document.visibilityState !== 'hidden') time.touch(now());
  };
  for (const name of ['keydown', 'pointerdown', 'pointermove', 'scroll']) addEventListener(name, touch, { passive: true, capture: true });
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? time.hide(now()) : time.touch(now())));
  return () => time.seconds(now());
}
