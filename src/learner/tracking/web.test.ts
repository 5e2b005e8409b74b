/** A course on a plain web server keeps its place in the browser, and says when it cannot. */
import { expect, test } from 'vitest';
import { web } from './web.ts';

function shelf(limit = Infinity) {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
}

test('what was done is there again, for this course and no other', async () => {
  const storage = shelf();
  const first = web('a', () => storage);
  expect(await first.open()).toMatchObject({ connected: true, keeper: 'browser', resume: null });
  first.record([{ kind: 'passed', completed: true }]);
  expect(first.save('half', 1)).toBe('kept');
  expect(first.close('whole', 2)).toBe('kept');
  expect((await web('a', () => storage).open()).resume).toBe('whole');
  expect((await web('b', () => storage).open()).resume).toBeNull();
});

test('a closed course writes nothing over what a newer window keeps', async () => {
  const storage = shelf();
  const old = web('a', () => storage);
  await old.open();
  old.close('old', 1);
  const fresh = web('a', () => storage);
  await fresh.open();
  fresh.save('new', 1);
  expect(old.save('older', 2)).toBe('not-recorded');
  expect((await web('a', () => storage).open()).resume).toBe('new');
});

test('forbidden storage is said at once, full storage when it happens', async () => {
  const forbidden = web('a', () => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(await forbidden.open()).toMatchObject({ connected: false, reason: 'none-found' });
  expect(forbidden.save('x', 1)).toBe('not-recorded');
  const full = web('a', () => shelf(3));
  expect(await full.open()).toMatchObject({ connected: true });
  expect([full.save('abc', 1), full.save('abcd', 1)]).toEqual(['kept', 'not-recorded']);
});
