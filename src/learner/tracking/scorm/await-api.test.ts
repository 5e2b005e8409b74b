/** How long an API is looked for, and where nobody waits for one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitApi } from './await-api.ts';
import type { WindowLike } from './find-api.ts';

const api = { Initialize: () => 'true' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The course's own window, in a page that puts its API in place later. */
function framed(): { own: WindowLike; page: WindowLike & { API?: object } } {
  const page: WindowLike & { API?: object } = { parent: null, opener: null, top: null };
  return { own: { parent: page, opener: null, top: page }, page };
}

test.each([0, 1, 900, 3_000, 4_900])('an API that comes %i ms after the course is found', async (late) => {
  const { own, page } = framed();
  setTimeout(() => (page.API = api), late);
  const found = awaitApi(own, 'API');
  await vi.runAllTimersAsync();
  expect(await found).toBe(api);
});

test('one that is there is found without a timer', async () => {
  const { own, page } = framed();
  page.API = api;
  expect(await awaitApi(own, 'API')).toBe(api);
  expect(vi.getTimerCount()).toBe(0);
});

test('after five seconds there is none', async () => {
  const since = Date.now();
  const found = awaitApi(framed().own, 'API');
  await vi.runAllTimersAsync();
  expect(await found).toBeNull();
  expect(Date.now() - since).toBe(5_000);
});

test('a page in no frame that nobody opened waits for none', async () => {
  const alone: { parent: WindowLike | null; opener: null; top: null } = { parent: null, opener: null, top: null };
  alone.parent = alone;
  expect(await awaitApi(alone, 'API')).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test('a window that was opened by another one waits for it', async () => {
  const opener: WindowLike & { API?: object } = { parent: null, opener: null, top: null };
  setTimeout(() => (opener.API = api), 2_000);
  const found = awaitApi({ parent: null, opener, top: null }, 'API');
  await vi.runAllTimersAsync();
  expect(await found).toBe(api);
});
