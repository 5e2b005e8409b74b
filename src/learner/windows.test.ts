import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Handed } from './recorder.ts';
import { openChannel, shareCourse } from './windows.ts';

/** Delivers as browsers do: to every other channel of the name, later. */
class FakeChannel {
  static open: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    FakeChannel.open.push(this);
  }
  postMessage(data: unknown): void {
    const others = FakeChannel.open.filter((channel) => channel !== this && channel.name === this.name);
    for (const other of others) queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) }));
  }
}

const delivered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
let now = 0;

function open(name: string, label: string, log: string[], writes = true): void {
  const work = (since: number): Handed => ({ build: 'b', resume: `${label} ${since}`, facts: [] });
  shareCourse({
    channel: openChannel(name),
    writes,
    since: 7,
    stored: label === 'telling',
    giveAway: (since, overtaken) => {
      log.push(`${label} gives${overtaken ? ', overtaken' : ''}`);
      return work(since);
    },
    take: ({ resume }) => log.push(`${label} takes ${resume}`),
    fallBehind: () => log.push(`${label} falls behind`),
  });
}

function browser(): string[] {
  FakeChannel.open = [];
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return [];
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('the older window gives way to the newer one, which takes what it did not know', async () => {
  const log = browser();
  open('c a', 'old', log);
  await delivered();
  now += 60_000;
  open('c a', 'new', log);
  await delivered();
  expect(log).toEqual(['old gives', 'new takes old 7']);
});

it('the older window hears that the newer one has told the LMS something already', async () => {
  const log = browser();
  for (const label of ['old', 'telling']) {
    open('c a', label, log);
    await delivered();
    now += 60_000;
  }
  expect(log).toEqual(['old gives, overtaken', 'telling takes old 7']);
});

it('a window gives way once, and the third takes from the second alone', async () => {
  const log = browser();
  for (const label of ['one', 'two', 'three']) {
    open('c a', label, log);
    await delivered();
    now += 60_000;
  }
  expect(log).toEqual(['one gives', 'two takes one 7', 'two gives', 'three takes two 7']);
});

it('of two windows opened at once exactly one gives way', async () => {
  const log = browser();
  open('c a', 'left', log);
  open('c a', 'right', log);
  await delivered();
  expect(log.filter((line) => line.endsWith('gives'))).toHaveLength(1);
});

it('other courses and other learners are not heard', async () => {
  const log = browser();
  open('c a', 'one', log);
  await delivered();
  now += 60_000;
  open('c b', 'two', log);
  open('d a', 'three', log);
  await delivered();
  expect(log).toEqual([]);
});

describe('a window that may only look', () => {
  it.each([['first', ['looks', 'writes']], ['last', ['writes', 'looks']]] as const)('and came %s takes and gives nothing, and learns that another one writes', async (_, order) => {
    const log = browser();
    for (const label of order) {
      open('c a', label, log, label === 'writes');
      await delivered();
      now += 60_000;
    }
    expect(log).toEqual(['looks falls behind']);
  });

  it('hears nothing of another one', async () => {
    const log = browser();
    for (const label of ['one', 'two']) {
      open('c a', label, log, false);
      await delivered();
    }
    expect(log).toEqual([]);
  });
});

it.each([
  ['missing', undefined],
  ['denied', class Denied { constructor() { throw new DOMException('The operation is insecure.', 'SecurityError'); } }],
])('where BroadcastChannel is %s nothing happens', (_, replacement) => {
  vi.stubGlobal('BroadcastChannel', replacement);
  const log: string[] = [];
  open('c a', 'one', log);
  expect(log).toEqual([]);
});
