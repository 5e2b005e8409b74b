/** Keeps the outbox where it outlives the page: IndexedDB, else the browser's plain storage, else this page's memory. */
import { forgetUnvisited, KEPT_FOR } from '../shelf-life.ts';
import type { Drawer, Entry } from './outbox.ts';

const NAME = 'lectern outbox';
const STORE = 'entries';
/** Milliseconds. */
const OPENS_WITHIN = 3_000;

interface Row extends Entry {
  box: string;
  order: number;
}

/**
 * `box` names endpoint, learner, registration, activity and session: many courses share one origin, and nothing may go out
 * under another launch than its own. No credential is ever kept.
 */
export async function openDrawer(box: string, window: { localStorage: Storage; indexedDB?: IDBFactory }): Promise<Drawer> {
  const plain = inStorage(box, () => window.localStorage);
  forgetUnvisited(NAME, (other) => isKin(other, box), () => window.localStorage);
  const database = await openDatabase(window);
  if (database !== null) forgetOld(database, box);
  return database === null ? plain : takingOver(inDatabase(database, box), plain);
}

/** Names of all boxes that hold something. */
export async function listBoxes(window: { indexedDB?: IDBFactory; localStorage: Storage }): Promise<string[]> {
  const shelf = attempt(() => Array.from({ length: window.localStorage.length }, (_, index) => window.localStorage.key(index) ?? '')) ?? [];
  const plain = shelf.flatMap((key) => (key.startsWith(`${NAME} `) ? [key.slice(NAME.length + 1)] : []));
  const database = await openDatabase(window);
  const rows = database === null ? [] : await keysOf(database);
  return [...new Set([...rows, ...plain])];
}

function keysOf(database: IDBDatabase): Promise<string[]> {
  return new Promise((resolve) => {
    try {
      const request = database.transaction(STORE).objectStore(STORE).getAllKeys();
      request.onsuccess = () => resolve(request.result.flatMap((key) => (Array.isArray(key) && typeof key[0] === 'string' ? [key[0]] : [])));
      request.onerror = () => resolve([]);
    } catch {
      // As below: closed under us.
      resolve([]);
    }
  });
}

/** All sessions of one launch are: the last word names the session. What they left is about to be told, however old it is. */
const isKin = (one: string, other: string): boolean => one.slice(0, one.lastIndexOf(' ')) === other.slice(0, other.lastIndexOf(' '));

/** Of other boxes than this one and its kin. Nobody waits for it. */
function forgetOld(database: IDBDatabase, box: string): void {
  try {
    const request = database.transaction(STORE, 'readwrite').objectStore(STORE).openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return;
      const row = cursor.value as Row;
      if (!isKin(row.box, box) && row.order < Date.now() - KEPT_FOR) cursor.delete();
      cursor.continue();
    };
  } catch {
    // As below: closed under us.
  }
}

/** An earlier visit whose database was slow has kept its entries in plain storage. */
function takingOver(database: Drawer, plain: Drawer): Drawer {
  /** Those that lie there still: the database could not take them. */
  let there: Entry[] = [];
  return {
    async load() {
      const found = await plain.load();
      if (found.length > 0) await database.put(found);
      const held = await database.load();
      const moved = new Set(held.map(({ id }) => id));
      there = found.filter(({ id }) => !moved.has(id));
      if (there.length < found.length) await plain.remove([...moved]);
      return [...held, ...there];
    },
    put: (entries) => database.put(entries),
    async remove(ids) {
      await database.remove(ids);
      if (there.some(({ id }) => ids.includes(id))) await plain.remove(ids);
    },
  };
}

function openDatabase(window: { indexedDB?: IDBFactory }): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = window.indexedDB?.open(NAME, 1);
      if (!request) return resolve(null);
      // Some browsers never answer; nobody waits for them.
      setTimeout(() => resolve(null), OPENS_WITHIN);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['box', 'id'] });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      // Forbidden in this frame.
      resolve(null);
    }
  });
}

function inDatabase(database: IDBDatabase, box: string): Drawer {
  let order = Date.now();
  const change = (act: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve) => {
      try {
        const transaction = database.transaction(STORE, 'readwrite');
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => resolve();
        transaction.onabort = () => resolve();
        act(transaction.objectStore(STORE));
        transaction.commit();
      } catch {
        // The database was closed under us: the page's own copy goes on.
        resolve();
      }
    });
  return {
    load: () =>
      new Promise((resolve) => {
        try {
          const request = database.transaction(STORE).objectStore(STORE).getAll(IDBKeyRange.bound([box], [box, []]));
          request.onsuccess = () => resolve((request.result as Row[]).sort((a, b) => a.order - b.order).map(({ id, statement, alone, aside }) => ({ id, statement, alone, ...(aside === undefined ? {} : { aside }) })));
          request.onerror = () => resolve([]);
        } catch {
          // As above.
          resolve([]);
        }
      }),
    put: (entries) => change((store) => entries.forEach((entry) => store.put({ ...entry, box, order: order++ } satisfies Row))),
    remove: (ids) => change((store) => ids.forEach((id) => store.delete([box, id]))),
  };
}

/** As much of the browser's storage as is used; every access may throw. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function inStorage(box: string, shelf: () => Shelf): Drawer {
  const key = `${NAME} ${box}`;
  let memory: Entry[] = [];
  const keep = (): Promise<void> => {
    attempt(() => (memory.length === 0 ? shelf().removeItem(key) : shelf().setItem(key, JSON.stringify(memory))));
    return Promise.resolve();
  };
  return {
    load() {
      memory = readEntries(attempt(() => shelf().getItem(key)) ?? null);
      return Promise.resolve([...memory]);
    },
    put(entries) {
      memory.push(...entries);
      return keep();
    },
    remove(ids) {
      memory = memory.filter(({ id }) => !ids.includes(id));
      return keep();
    },
  };
}

/** Forbidden or full storage is an answer: the page's memory has to do. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Damaged text is nothing. */
export function readEntries(text: string | null): Entry[] {
  try {
    const all: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(all) ? all.filter(isEntry) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, statement, alone, aside } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof statement === 'string' && typeof alone === 'boolean' && (aside === undefined || typeof aside === 'number');
}
