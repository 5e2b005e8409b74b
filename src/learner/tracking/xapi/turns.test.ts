/** Two pages of one launch take turns, with locks and without; and neither waits for ever. */
import { describe, expect, test } from 'vitest';
import { takeTurns, type TurnsWindow } from './turns.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: (key) => void held.delete(key) };
}

/** Pages of one browser share storage and clock; waiting moves the clock. */
function browser(shelf: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): () => TurnsWindow {
  let now = 1_000_000;
  let pages = 0;
  return () => {
    const name = `page-${++pages}`;
    return { shelf, now: () => now, uuid: () => name, later: (seconds, act) => { now += seconds * 1000; setImmediate(act); } };
  };
}

/** Work that says when it begins and ends. */
function work(log: string[], name: string): { run(): Promise<string>; end(): void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => { end = resolve; });
  return { end: () => end(), run: async () => { log.push(`${name} begins`); await ended; log.push(`${name} ends`); return name; } };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('by a lease', () => {
  test('the second page waits until the first is done', async () => {
    const shelf = storage();
    const page = browser(() => shelf);
    const log: string[] = [];
    const [one, two] = [work(log, 'one'), work(log, 'two')];
    const first = takeTurns('box', page())(() => one.run());
    const second = takeTurns('box', page())(() => two.run());
    await soon();
    expect(log).toEqual(['one begins']);
    one.end();
    two.end();
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(await takeTurns('box', page())(() => Promise.resolve('free again'))).toBe('free again');
  });

  test('another box is another turn', async () => {
    const shelf = storage();
    const page = browser(() => shelf);
    const log: string[] = [];
    const [one, two] = [work(log, 'one'), work(log, 'two')];
    const both = [takeTurns('a', page())(() => one.run()), takeTurns('b', page())(() => two.run())];
    await soon();
    expect(log).toEqual(['one begins', 'two begins']);
    one.end();
    two.end();
    await Promise.all(both);
  });

  test('a page that died keeps nobody waiting for long', async () => {
    const shelf = storage();
    const page = browser(() => shelf);
    void takeTurns('box', page())(() => new Promise(() => undefined));
    expect(await takeTurns('box', page())(() => Promise.resolve('after all'))).toBe('after all');
  });

  test.each([
    ['denied storage', () => { throw new DOMException('denied', 'SecurityError'); }],
    ['damaged storage', () => ({ getItem: () => 'x NaN', setItem: () => undefined, removeItem: () => undefined })],
  ])('with %s the work is done all the same', async (_, shelf) => {
    expect(await takeTurns('box', browser(shelf)())(() => Promise.resolve('done'))).toBe('done');
  });
});

describe('by a lock', () => {
  const { locks } = navigatorLocks();
  const page = (own: TurnsWindow['locks']): TurnsWindow => ({ ...browser(storage)(), locks: own });

  test('the second page waits until the first is done', async () => {
    const log: string[] = [];
    const [one, two] = [work(log, 'one'), work(log, 'two')];
    const both = [takeTurns('box', page(locks))(() => one.run()), takeTurns('box', page(locks))(() => two.run())];
    await soon();
    expect(log).toEqual(['one begins']);
    one.end();
    two.end();
    expect(await Promise.all(both)).toEqual(['one', 'two']);
  });

  test('a browser that refuses locks does not keep the work from being done', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) };
    expect(await takeTurns('box', page(refusing))(() => Promise.resolve('done'))).toBe('done');
  });

  test('what fails in the work fails for whoever asked', async () => {
    await expect(takeTurns('box', page(locks))(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

/** As the standard has it, as far as it is used: one holder at a time, in order. */
function navigatorLocks(): { locks: Pick<LockManager, 'request'> } {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, _options: unknown, work: () => Promise<unknown>): Promise<unknown> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return { locks: { request } as unknown as Pick<LockManager, 'request'> };
}
