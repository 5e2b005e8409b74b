/**
 * One course open in two windows of a browser: the newer one goes on, the older one closes its record and gives its work
 * away, because an LMS page keeps the whole record in memory and the last one to save would overwrite the other. A window
 * that may only look neither takes nor gives, and learns of those that write.
 */
import type { Handed } from './recorder.ts';

/** Two windows opened within this time hear each other; then the names decide, so that one of them stays. */
const AT_ONCE_MS = 1000;

type Message =
  | { kind: 'opened'; from: string; since: number; stored: boolean }
  | { kind: 'handed'; to: string; work: Handed }
  /** Whoever looks on asks who writes. */
  | { kind: 'looks' | 'writes' };

/** As much of a BroadcastChannel as is used. */
export interface Channel {
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  postMessage(message: Message): void;
}

export interface Share {
  /** Who else hears: windows of this course and learner. null = nobody. */
  channel: Channel | null;
  /** False: the course was opened to look at. */
  writes: boolean;
  /** Submissions this window knows of. */
  since: number;
  /** This window has made its LMS page store something already. */
  stored: boolean;
  /** A newer window was opened; it knows the submissions before `since`. `overtaken`: the LMS holds more by it than this one's page knows. */
  giveAway: (since: number, overtaken: boolean) => Handed;
  /** An older window gave way. */
  take: (work: Handed) => void;
  /** To one that looks on: another one writes. */
  fallBehind: () => void;
}

/** `name`: of course and learner. Null where there is no such thing, or storage is denied and this with it. */
export function openChannel(name: string): Channel | null {
  try {
    return new BroadcastChannel(`lectern ${name}`);
  } catch {
    // Windows stay strangers.
    return null;
  }
}

/** Waits for nobody: where no other window answers, nothing happens. */
export function shareCourse({ channel, writes, since, stored, giveAway, take, fallBehind }: Share): void {
  if (channel === null) return;
  if (!writes) {
    channel.onmessage = ({ data }) => {
      if (data.kind === 'opened' || data.kind === 'writes') fallBehind();
    };
    return channel.postMessage({ kind: 'looks' });
  }
  const own = `${Date.now()} ${Math.random()}`;
  const opened = performance.now();
  const announce = (): void => channel.postMessage({ kind: 'opened', from: own, since, stored });
  channel.onmessage = ({ data }) => {
    if (data.kind === 'looks') return channel.postMessage({ kind: 'writes' });
    if (data.kind === 'handed' && data.to === own) return take(data.work);
    if (data.kind !== 'opened') return;
    // The other one may have come too late to hear us.
    if (performance.now() - opened < AT_ONCE_MS && own > data.from) return announce();
    const work = giveAway(data.since, data.stored);
    channel.postMessage({ kind: 'handed', to: data.from, work });
    channel.onmessage = null;
  };
  announce();
}
