/**
 * One course open in two windows of a browser: the newer one goes on, the older one closes its record and gives its work
 * away, because an LMS page keeps the whole record in memory and the last one to save would overwrite the other.
 */
import type { Handed } from './recorder.ts';

/** Two windows opened within this time hear each other; then the names decide, so that one of them stays. */
const AT_ONCE_MS = 1000;

type Message = { kind: 'opened'; from: string; since: number } | { kind: 'handed'; to: string; work: Handed };

export interface Share {
  /** Of course and learner: who else hears. */
  name: string;
  /** Submissions this window knows of. */
  since: number;
  /** A newer window was opened; it knows the submissions before `since`. */
  giveAway: (since: number) => Handed;
  /** An older window gave way. */
  take: (work: Handed) => void;
}

/** Waits for nobody: where no other window answers, nothing happens. Without BroadcastChannel windows stay strangers. */
export function shareCourse({ name, since, giveAway, take }: Share): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(`lectern ${name}`);
  const own = `${Date.now()} ${Math.random()}`;
  const opened = performance.now();
  const announce = (): void => channel.postMessage({ kind: 'opened', from: own, since } satisfies Message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'handed') {
      if (data.to === own) take(data.work);
      return;
    }
    // The other one may have come too late to hear us.
    if (performance.now() - opened < AT_ONCE_MS && own > data.from) return announce();
    const work = giveAway(data.since);
    channel.postMessage({ kind: 'handed', to: data.from, work } satisfies Message);
    channel.onmessage = null;
  };
  announce();
}
