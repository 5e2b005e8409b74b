/**
 * Statements on their way to a store: in order, one request at a time, each kept until the store has it (xapi.md 3). What
 * may have arrived is asked for before it is sent again, so that nothing is lost and nothing is doubled.
 */
import { BATCH } from '../../../vocabulary/xapi.ts';
import type { Answer, Client } from './client.ts';
import type { Turn } from './turns.ts';

export interface Entry {
  id: string;
  /** JSON. */
  statement: string;
  /** Goes in a request of its own: cmi5 wants "initialized" to have arrived before anything else. */
  alone: boolean;
  /** The store refused it in so many visits; each visit tries once more. */
  aside?: number;
}

/** Where entries outlive the page. */
export interface Drawer {
  load(): Promise<Entry[]>;
  put(entries: readonly Entry[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface Outbox {
  /** Takes over what is in the drawer, ahead of everything else. `fresh`: of this visit, and never sent. */
  restore(fresh?: ReadonlySet<string>): Promise<void>;
  /** `known`: ids that the store may have from another time; it is asked first. Resolves when they are in the drawer. */
  add(entries: readonly Entry[], known?: readonly string[]): Promise<void>;
  /** Resolves when all is delivered (`true`), or when it cannot go on for now. */
  deliver(): Promise<boolean>;
  /** The page goes away: what is not on its way yet goes out beside the request that is, and nobody waits for the answer. */
  flush(): void;
  /** Statements that the store does not take, by id: they are set aside for the next visit, so that the rest can go on. */
  readonly refused: readonly string[];
  /** As many of them are kept for the next visit; the others were refused too often. */
  readonly owed: number;
  /** The store accepts nothing more under this launch. */
  readonly stopped: boolean;
  readonly waiting: number;
  /** Seconds after which another try makes sense. */
  readonly pause: number;
}

const FIRST_PAUSE = 2;
const LAST_PAUSE = 120;
/** A statement that was refused in so many visits is given up. */
const ASIDE_MAX = 5;

/** How statements leave. */
export interface Sending {
  /** Lets one page at a time send. */
  turn?: Turn;
  /** The statement as it is sent, where something was not known when it was made. */
  dress?(entry: Entry): string;
  /** 0..1: a class that opens a course together does not come back together. */
  random?(): number;
  /**
   * Beside another outbox of the same launch, and after it: it stands back while this is false. That nothing more is accepted the other one finds
   * out; here it is a statement that was refused.
   */
  mayGoOn?(): boolean;
}

export function openOutbox(client: Client, drawer: Drawer, { turn = (work) => work(), dress = ({ statement }) => statement, random = Math.random, mayGoOn }: Sending = {}): Outbox {
  const queue: Entry[] = [];
  const refused: string[] = [];
  /** Sent once, and no answer came. */
  const doubtful = new Set<string>();
  let stopped = false;
  let owed = 0;
  let failures = 0;
  let pause = FIRST_PAUSE;
  let running: Promise<boolean> | null = null;
  let underWay: readonly Entry[] = [];
  /** Flushed, and not answered yet: nothing is asked about them meanwhile, for with the end of a session they are the last that may be said. */
  const flushed = new Set<string>();

  const done = async (entries: readonly Entry[]): Promise<void> => {
    const ids = new Set(entries.map(({ id }) => id));
    for (let i = queue.length - 1; i >= 0; i--) if (ids.has(queue[i]?.id ?? '')) queue.splice(i, 1);
    for (const id of ids) doubtful.delete(id);
    await drawer.remove([...ids]);
  };

  const setAside = async (entry: Entry): Promise<void> => {
    refused.push(entry.id);
    await done([entry]);
    const aside = (entry.aside ?? 0) + 1;
    if (aside === ASIDE_MAX) return;
    owed++;
    await drawer.put([{ ...entry, aside }]);
  };

  const post = (entries: readonly Entry[]): Promise<Answer> => client.call('POST', 'statements', {}, `[${entries.map(dress).join(',')}]`);

  /** True when the queue may go on. */
  const send = async (batch: readonly Entry[]): Promise<boolean> => {
    const unknown = await reconcile(batch);
    if (unknown === null) return false;
    if (unknown.length === 0) return true;
    underWay = unknown;
    const answer = await post(unknown);
    underWay = [];
    const [first, second] = unknown;
    switch (meaning(answer)) {
      case 'taken':
        failures = 0;
        await done(unknown);
        return true;
      case 'known':
        if (second === undefined) await done(unknown);
        return second === undefined || each(unknown);
      case 'unfit':
        if (second !== undefined) return halves(unknown);
        if (first !== undefined) await setAside(first);
        return true;
      case 'closed':
        if (mayGoOn !== undefined && second !== undefined) return each(unknown);
        if (mayGoOn !== undefined && first !== undefined) await setAside(first);
        stopped = mayGoOn === undefined;
        return !stopped;
      case 'doubtful':
        for (const { id } of unknown) doubtful.add(id);
        return later(answer);
      case 'later':
        return later(answer);
    }
  };

  const later = (answer: Answer): false => {
    failures++;
    pause = answer.retryAfter ?? Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.75 + random() / 2);
    return false;
  };

  /** What of it the store does not have yet; null when it cannot be asked. */
  const reconcile = async (batch: readonly Entry[]): Promise<Entry[] | null> => {
    const left: Entry[] = [];
    for (const entry of batch) {
      if (!doubtful.has(entry.id)) {
        left.push(entry);
        continue;
      }
      const answer = await client.call('GET', 'statements', { statementId: entry.id });
      if (answer.status === 200) await done([entry]);
      else if (answer.status === 404) {
        doubtful.delete(entry.id);
        left.push(entry);
      } else if (meaning(answer) === 'closed') {
        // A pass may allow to write and not to read: then the answer to the writing tells.
        left.push(entry);
      } else {
        later(answer);
        return null;
      }
    }
    return left;
  };

  const each = async (batch: readonly Entry[]): Promise<boolean> => {
    for (const entry of batch) if (!(await send([entry]))) return false;
    return true;
  };

  const halves = async (batch: readonly Entry[]): Promise<boolean> => {
    const middle = Math.ceil(batch.length / 2);
    return (await send(batch.slice(0, middle))) && send(batch.slice(middle));
  };

  const run = async (): Promise<boolean> => {
    for (;;) {
      const batch = nextBatch(queue.filter(({ id }) => !flushed.has(id)));
      if (batch.length === 0 || stopped || mayGoOn?.() === false) return queue.length === 0;
      if (!(await send(batch))) return false;
    }
  };

  const deliver = (): Promise<boolean> => {
    running ??= turn(run).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    async restore(fresh = new Set()) {
      const known = new Set(queue.map(({ id }) => id));
      queue.unshift(...(await drawer.load()).filter(({ id }) => !known.has(id)));
      // They may have been on their way when the page went.
      for (const { id } of queue) if (!fresh.has(id) && !known.has(id)) doubtful.add(id);
    },
    add(entries, known = []) {
      for (const id of known) doubtful.add(id);
      // What an earlier visit left may be told anew under the same id, and no batch may hold an id twice; nor is what was just refused new.
      const fresh = entries.filter(({ id }) => !refused.includes(id) && !queue.some((each) => each.id === id));
      queue.push(...fresh);
      return drawer.put(fresh);
    },
    deliver,
    flush() {
      // Neither a turn nor an answer can be waited for: a page that is going gets no further than this request.
      const rest = nextBatch(queue.filter((entry) => !underWay.includes(entry) && !doubtful.has(entry.id)));
      if (rest.length === 0 || stopped) return;
      for (const { id } of rest) {
        doubtful.add(id);
        flushed.add(id);
      }
      void post(rest).then((answer) => {
        for (const { id } of rest) flushed.delete(id);
        return meaning(answer) === 'taken' ? done(rest) : undefined;
      });
    },
    refused,
    get owed() {
      return owed;
    },
    get stopped() {
      return stopped;
    },
    get waiting() {
      return queue.length;
    },
    get pause() {
      return pause;
    },
  };
}

/** Up to the limits of a request; an entry that goes alone is a batch of its own. */
export function nextBatch(queue: readonly Entry[]): Entry[] {
  const batch: Entry[] = [];
  let bytes = 2;
  for (const entry of queue) {
    const size = new TextEncoder().encode(entry.statement).length + 1;
    const full = batch.length === BATCH.statements || bytes + size > BATCH.bytes || entry.alone;
    if (batch.length > 0 && full) break;
    batch.push(entry);
    bytes += size;
    if (entry.alone) break;
  }
  return batch;
}

export type Meaning = 'taken' | 'known' | 'unfit' | 'closed' | 'later' | 'doubtful';

/** What an answer to a POST of statements means for them. */
export function meaning({ status }: Pick<Answer, 'status'>): Meaning {
  if (status === 200 || status === 204) return 'taken';
  if (status === 409) return 'known';
  if (status === 400 || status === 413 || status === 422) return 'unfit';
  if (status === 401 || status === 403) return 'closed';
  // Nothing was looked at: the address is wrong for now, or there is too much traffic.
  if (status === 404 || status === 429) return 'later';
  return 'doubtful';
}
