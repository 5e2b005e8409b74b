/** A browser whose database did not open in time keeps work in its plain storage: a later visit finds it there. */
import { IDBDatabase as FakeDatabase, IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSlot, type Slot } from './slot.ts';
import { openDrawer } from './tracking/xapi/drawer.ts';
import type { Drawer, Entry } from './tracking/xapi/outbox.ts';

interface Browser {
  indexedDB: IDBFactory;
  localStorage: Storage;
}

const NAME = 'course learner';
let indexedDB: IDBFactory;
let localStorage: Storage;

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', FakeKeyRange);
  indexedDB = new FakeFactory();
  localStorage = memory();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    clear: () => map.clear(),
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** The database never answers. */
async function slow<T>(open: (name: string, browser: Browser) => Promise<T>): Promise<T> {
  vi.useFakeTimers();
  const silent = new FakeFactory();
  vi.spyOn(silent, 'open').mockReturnValue({} as IDBOpenDBRequest);
  const opening = open(NAME, { indexedDB: silent, localStorage });
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  return opening;
}

/** A full disk: what is there can be read. */
function full(): void {
  const transaction = FakeDatabase.prototype.transaction;
  vi.spyOn(FakeDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...of: Parameters<typeof transaction>) {
    if (of[1] === 'readwrite') throw new DOMException('The disk is full.', 'QuotaExceededError');
    return transaction.apply(this, of);
  });
}

describe('the work of a course', () => {
  const visit = (): Promise<Slot> => openSlot(NAME, { indexedDB, localStorage });

  it('is found by the next visit, and moves to the database', async () => {
    expect(await (await slow(openSlot)).put('work')).toBe(true);
    expect(await (await visit()).load()).toBe('work');
    expect(localStorage.length).toBe(0);
    const later = await visit();
    expect(await later.load()).toBe('work');
    await later.put(null);
    expect(await (await visit()).load()).toBeNull();
  });

  it('waits for its turn where the database holds older work', async () => {
    await (await visit()).put('older');
    await (await slow(openSlot)).put('newer');
    const next = await visit();
    expect(await next.load()).toBe('older');
    await next.put(null);
    expect(await (await visit()).load()).toBe('newer');
    expect(localStorage.length).toBe(0);
  });

  it('stays where it is until the database has it', async () => {
    await (await slow(openSlot)).put('work');
    full();
    expect(await (await visit()).load()).toBe('work');
    expect(localStorage.length).toBe(1);
  });
});

describe('statements on their way', () => {
  const visit = (): Promise<Drawer> => openDrawer(NAME, { indexedDB, localStorage });
  const entry = (id: string): Entry => ({ id, statement: `{"id":"${id}"}`, alone: false });

  it('of both places are found, the older ones first, and only once', async () => {
    await (await visit()).put([entry('a')]);
    await (await slow(openDrawer)).put([entry('b'), entry('c')]);
    expect(await (await visit()).load()).toEqual([entry('a'), entry('b'), entry('c')]);
    expect(localStorage.length).toBe(0);
    const later = await visit();
    await later.remove(['a', 'b']);
    expect(await (await visit()).load()).toEqual([entry('c')]);
  });

  it('stay where they are until the database has them', async () => {
    await (await slow(openDrawer)).put([entry('b')]);
    full();
    expect(await (await visit()).load()).toEqual([entry('b')]);
    expect(localStorage.length).toBe(1);
  });

  it('that were delivered are not found again, though the database could not take them', async () => {
    await (await slow(openDrawer)).put([entry('b'), entry('c')]);
    full();
    const drawer = await visit();
    await drawer.load();
    await drawer.remove(['b']);
    vi.restoreAllMocks();
    expect(await (await visit()).load()).toEqual([entry('c')]);
  });
});
