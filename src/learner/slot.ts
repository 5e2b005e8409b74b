/** A place for one text in this browser that outlives the page, and the computer's power: IndexedDB, else the browser's plain storage. */
import { forgetUnvisited } from './tracking/shelf-life.ts';

export interface Slot {
  /** Null when nothing was kept, or nothing may be. */
  load(): Promise<string | null>;
  /** True once it is kept; null empties the place. */
  put(text: string | null): Promise<boolean>;
}

const NAME = 'lectern work';
const STORE = 'work';
const OPENING_MS = 1_500;

/**
 * `key` names course and learner: many courses and learners share one browser. `durability`: strict is told only when it is on the disk,
 * because the next moment may be a power cut; relaxed outlives the browser and not the computer, and costs the disk less.
 */
export async function openSlot(key: string, window: { indexedDB?: IDBFactory; localStorage: Storage }, durability: IDBTransactionDurability = 'strict'): Promise<Slot> {
  const plain = inStorage(`${NAME} ${key}`, () => window.localStorage);
  // What a learner has done and what they have begun to write stand under names that end alike.
  forgetUnvisited(NAME, (other) => other.endsWith(key) || key.endsWith(other), () => window.localStorage);
  const database = await openDatabase(window);
  return database === null ? plain : takingOver(inDatabase(database, key, durability), plain);
}

/**
 * An earlier visit whose database was slow has kept its work in plain storage. Where the database holds work too, the older goes first,
 * and the other waits for the next launch: of two texts neither may overwrite the other.
 */
function takingOver(database: Slot, plain: Slot): Slot {
  /** What we were given lies in plain storage still: the database could not take it. */
  let there = false;
  return {
    async load() {
      const older = await database.load();
      if (older !== null) return older;
      const text = await plain.load();
      if (text === null) return null;
      there = !(await database.put(text));
      if (!there) await plain.put(null);
      return text;
    },
    async put(text) {
      const kept = await database.put(text);
      if (there && (kept || text === null)) there = !(await plain.put(null));
      return kept;
    },
  };
}

function openDatabase(window: { indexedDB?: IDBFactory }): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    // In some private windows no answer ever comes, and the course is not to wait for it.
    setTimeout(() => resolve(null), OPENING_MS);
    try {
      const request = window.indexedDB?.open(NAME, 1);
      if (!request) return resolve(null);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      // Forbidden in this frame.
      resolve(null);
    }
  });
}

function inDatabase(database: IDBDatabase, key: string, durability: IDBTransactionDurability): Slot {
  return {
    load: () =>
      new Promise((resolve) => {
        try {
          const request = database.transaction(STORE).objectStore(STORE).get(key) as IDBRequest<unknown>;
          request.onsuccess = () => resolve(typeof request.result === 'string' ? request.result : null);
          request.onerror = () => resolve(null);
        } catch {
          // Its data was cleared while we opened it: nothing is kept.
          resolve(null);
        }
      }),
    put: (text) =>
      new Promise((resolve) => {
        try {
          const transaction = database.transaction(STORE, 'readwrite', { durability });
          transaction.oncomplete = () => resolve(true);
          transaction.onabort = () => resolve(false);
          const store = transaction.objectStore(STORE);
          if (text === null) store.delete(key);
          else store.put(text, key);
          // At once, and not when this page comes to it: an LMS that lets it wait for an answer holds it, and the database with it.
          transaction.commit();
        } catch {
          // The database was closed under us: what is written is not kept.
          resolve(false);
        }
      }),
  };
}

function inStorage(key: string, shelf: () => Storage): Slot {
  return {
    load: () => Promise.resolve(attempt(() => shelf().getItem(key)) ?? null),
    put: (text) => Promise.resolve(attempt(() => (text === null ? shelf().removeItem(key) : shelf().setItem(key, text))) !== undefined),
  };
}

/** `undefined` where storage is forbidden or full. */
function attempt<T>(act: () => T): T | null | undefined {
  try {
    return act() ?? null;
  } catch {
    return undefined;
  }
}
