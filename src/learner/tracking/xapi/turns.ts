/**
 * One page at a time sends what waits under one name: by Web Locks, else by a lease in the browser's storage (pages served over plain
 * http have no locks). Waiting has an end, because a statement's id keeps it from being stored twice anyway.
 */

/** Runs `work` when it is this page's turn. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export interface TurnsWindow {
  /** Absent where the browser has none, or gives none to this page. */
  locks?: Pick<LockManager, 'request'> | undefined;
  /** Every access may throw. */
  shelf: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): number;
  uuid(): string;
  later(seconds: number, act: () => void): void;
}

const PATIENCE = 30_000;
const LEASE = 60_000;
const LOOK_SECONDS = 0.5;

export function takeTurns(box: string, window: TurnsWindow): Turn {
  const name = `lectern sender ${box}`;
  return window.locks === undefined ? byLease(name, window) : byLock(name, window.locks);
}

function byLock(name: string, locks: Pick<LockManager, 'request'>): Turn {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    let begun: Promise<T> | null = null;
    const begin = (): Promise<T> => (begun = work());
    try {
      await locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, begin);
    } catch (error) {
      // Another page holds it for too long, or this one may have no lock at all.
      if (begun !== null && !isRefusal(error)) throw error;
    }
    return begun ?? work();
  };
}

const isRefusal = (error: unknown): boolean => error instanceof DOMException;

function byLease(name: string, { shelf, now, uuid, later }: TurnsWindow): Turn {
  const own = uuid();
  const read = (): { owner: string; until: number } | null => {
    const [owner = '', until = ''] = (shelf().getItem(name) ?? '').split(' ');
    return owner === '' ? null : { owner, until: Number(until) };
  };
  const claim = (): boolean => {
    try {
      const held = read();
      if (held !== null && held.owner !== own && held.until > now() && held.until <= now() + LEASE) return false;
      shelf().setItem(name, `${own} ${now() + LEASE}`);
      return read()?.owner === own;
    } catch {
      // No storage, no other page that could be told.
      return true;
    }
  };
  const release = (): void => {
    try {
      if (read()?.owner === own) shelf().removeItem(name);
    } catch {
      // As above.
    }
  };
  return async (work) => {
    const end = now() + PATIENCE;
    while (!claim() && now() < end) await new Promise<void>((resolve) => later(LOOK_SECONDS, resolve));
    try {
      return await work();
    } finally {
      release();
    }
  };
}
