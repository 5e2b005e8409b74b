/** A browser whose database did not open in time keeps work in its plain storage: a later visit finds it there. */
import { IDBDatabase as FakeDatabase, IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSlot, type Slot } from './slot.ts';
import { listBoxes, openDrawer } from './tracking/xapi/drawer.ts';
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

  it('is named among the boxes that hold something, wherever it lies', async () => {
    await (await visit()).put([entry('a')]);
    await (await slow((_, browser) => openDrawer('plain', browser))).put([entry('b')]);
    expect((await listBoxes({ indexedDB, localStorage })).sort()).toEqual([NAME, 'plain']);
    await (await visit()).remove(['a']);
    expect(await listBoxes({ indexedDB, localStorage })).toEqual(['plain']);
    expect(await slow((_, browser) => listBoxes(browser))).toEqual(['plain']);
  });

  it('is dropped after half a year in which nobody came for it, and never before its own visit has tried it', async () => {
    await (await visit()).put([entry('a')]);
    const today = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(today + 179 * 86_400_000);
    await (await openDrawer('other', { indexedDB, localStorage })).load();
    expect(await listBoxes({ indexedDB, localStorage })).toEqual([NAME]);
    vi.mocked(Date.now).mockReturnValue(today + 181 * 86_400_000);
    expect(await (await visit()).load()).toHaveLength(1);
    await (await openDrawer('other', { indexedDB, localStorage })).load();
    expect(await listBoxes({ indexedDB, localStorage })).toEqual([]);
  });
});

describe('plain storage', () => {
  const DAY = 86_400_000;
  const SHELVED = '[{"id":"a","statement":"{}","alone":false}]';

  beforeEach(() => {
    for (const key of ['lectern outbox lms reg unit session', 'lectern work course learner', 'lectern work drafts\ncourse learner', 'lectern course open']) localStorage.setItem(key, SHELVED);
  });

  /** Somebody else opens a course here after so many days. */
  async function another(days: number): Promise<string[]> {
    vi.spyOn(Date, 'now').mockReturnValue(days * DAY);
    await openDrawer('lms other unit session', { indexedDB, localStorage });
    await openSlot('course other', { indexedDB, localStorage });
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) => !key.endsWith(': seen'));
  }

  it('gives up what nobody came for in half a year, and what a course without an LMS keeps never', async () => {
    expect(await another(1_000)).toHaveLength(4);
    expect(await another(1_179)).toHaveLength(4);
    expect(await another(1_181)).toEqual(['lectern course open']);
    await another(1_182);
    expect(localStorage.length).toBe(1);
  });

  it('counts anew after a visit of its own, which finds everything however late it is', async () => {
    await another(1_000);
    vi.mocked(Date.now).mockReturnValue(1_400 * DAY);
    // Another session of the same launch.
    await openDrawer('lms reg unit later', { indexedDB: new FakeFactory(), localStorage });
    await openSlot('course learner', { indexedDB: new FakeFactory(), localStorage });
    expect(localStorage.getItem('lectern outbox lms reg unit session')).toBe(SHELVED);
    expect(await another(1_500)).toHaveLength(4);
    expect(await another(1_679)).toHaveLength(4);
    expect(await another(1_681)).toHaveLength(1);
  });

  it('with a damaged note counts from today', async () => {
    for (const note of ['{', '[["lms reg unit session"]]', '5', '[["lms reg unit session",1e300]]']) {
      localStorage.setItem('lectern outbox: seen', note);
      expect(await another(2_000)).toHaveLength(4);
    }
    expect(await another(2_181)).toEqual(['lectern course open']);
  });
});

describe('what a session left in the database', () => {
  it('is there for the next session of its launch, however late that is', async () => {
    const entry: Entry = { id: 'a', statement: '{}', alone: false };
    await (await openDrawer('lms reg unit one', { indexedDB, localStorage })).put([entry]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 400 * 86_400_000);
    await (await openDrawer('lms reg unit two', { indexedDB, localStorage })).load();
    expect(await listBoxes({ indexedDB, localStorage })).toEqual(['lms reg unit one']);
  });
});
