/** Whatever happens on the way, each statement reaches the store once and in its turn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryDrawer } from '../../../../test/traces/store.ts';
import type { Answer, Client } from './client.ts';
import { meaning, nextBatch, openOutbox, type Entry } from './outbox.ts';

const entry = (id: string, size = 10): Entry => ({ id, statement: JSON.stringify({ id, pad: 'x'.repeat(size) }), alone: id === 'initialized' });

type Weather = 'fine' | 'lost' | 'answer lost' | 'kept, 500' | 500 | 503 | 429 | 404;

/** A store in which a known statement spoils the batch it comes in, as ADL_LRS has it; `poison` is refused. */
function store(weather: Weather[], poison: ReadonlySet<string> = new Set()) {
  const held: string[] = [];
  const requests: string[][] = [];
  const take = (ids: string[]): number => {
    if (ids.some((id) => poison.has(id))) return 400;
    if (ids.some((id) => held.includes(id))) return 409;
    held.push(...ids);
    return 200;
  };
  const answer = (status: number): Answer => ({ status, body: '', retryAfter: null });
  const client: Client = {
    skew: 0,
    call(method, _path, query, body) {
      const now = weather.shift() ?? 'fine';
      if (typeof now === 'number') return Promise.resolve(answer(now));
      if (now === 'lost') return Promise.resolve(answer(0));
      const status = method === 'GET' ? (held.includes(query['statementId'] ?? '') ? 200 : 404) : send(body ?? '[]');
      return Promise.resolve(answer(now === 'answer lost' ? 0 : now === 'kept, 500' ? 500 : status));
    },
  };
  const send = (body: string): number => {
    const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id);
    requests.push(ids);
    return take(ids);
  };
  return { held, requests, client };
}

const weathers = fc.array(fc.constantFrom<Weather>('fine', 'lost', 'answer lost', 'kept, 500', 500, 503, 429, 404), { maxLength: 40 });

test('nothing is lost, nothing is doubled, nothing overtakes, in any weather', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), weathers, fc.uniqueArray(fc.nat(60)), fc.nat(20), async (count, weather, bad, restart) => {
      const all = ['initialized', ...Array.from({ length: count }, (_, i) => `s${i}`), 'terminated'];
      const poison = new Set(bad.map((n) => `s${n}`));
      const { held, requests, client } = store(weather, poison);
      const drawer = memoryDrawer();
      let outbox = openOutbox(client, drawer);
      outbox.add(all.map((id) => entry(id)));
      for (let tries = 0; tries < 200 && !(await outbox.deliver()); tries++) {
        if (tries !== restart) continue;
        // The page is gone, and the next one finds what was left.
        outbox = openOutbox(client, drawer);
        await outbox.restore();
      }
      expect(held).toEqual(all.filter((id) => !poison.has(id)));
      expect(requests[0]).toEqual(['initialized']);
      // What no store takes is all that is left, for the next visit.
      expect((await drawer.load()).map(({ id }) => id).toSorted()).toEqual(all.filter((id) => poison.has(id)).toSorted());
    }),
    { numRuns: 400 },
  );
});

describe('one request at a time', () => {
  test('holds at most 25 statements and 48 kB; what is larger goes alone', () => {
    const sizes = Array.from({ length: 60 }, (_, i) => entry(`s${i}`));
    expect(nextBatch(sizes)).toHaveLength(25);
    expect(nextBatch([entry('a', 30_000), entry('b', 30_000)])).toHaveLength(1);
    expect(nextBatch([entry('a', 90_000), entry('b')])).toHaveLength(1);
    expect(nextBatch([entry('a'), entry('initialized')])).toHaveLength(1);
  });

  test('asking twice sends once', async () => {
    const { requests, client } = store([]);
    const outbox = openOutbox(client, memoryDrawer());
    outbox.add([entry('a')]);
    await Promise.all([outbox.deliver(), outbox.deliver()]);
    expect(requests).toEqual([['a']]);
  });

  test('but a page that goes sends the rest beside it', async () => {
    const { held, client } = store([]);
    const outbox = openOutbox(client, memoryDrawer());
    outbox.add([entry('a')]);
    const first = outbox.deliver();
    outbox.add([entry('b'), entry('terminated')]);
    await Promise.resolve();
    outbox.flush();
    await first;
    expect(held.toSorted()).toEqual(['a', 'b', 'terminated']);
  });

  test('while the last of a session is under way nothing is asked about it', async () => {
    const calls: string[] = [];
    const answers: ((answer: Answer) => void)[] = [];
    const client: Client = {
      skew: 0,
      call(method) {
        calls.push(method);
        return new Promise((resolve) => answers.push(resolve));
      },
    };
    const outbox = openOutbox(client, memoryDrawer());
    outbox.add([entry('a')]);
    const first = outbox.deliver();
    await Promise.resolve();
    outbox.add([entry('terminated')]);
    outbox.flush();
    answers[0]?.({ status: 200, body: '', retryAfter: null });
    expect([await first, calls]).toEqual([false, ['POST', 'POST']]);
    answers[1]?.({ status: 200, body: '', retryAfter: null });
    await expect.poll(() => outbox.waiting).toBe(0);
    expect(await outbox.deliver()).toBe(true);
  });
});

test.each([
  [200, 'taken'], [204, 'taken'], [409, 'known'], [400, 'unfit'], [413, 'unfit'], [401, 'closed'], [403, 'closed'],
  [404, 'later'], [429, 'later'], [500, 'doubtful'], [502, 'doubtful'], [0, 'doubtful'],
] as const)('an answer of %d means %s', (status, what) => expect(meaning({ status })).toBe(what));

test('a closed session stops everything', async () => {
  const client: Client = { skew: 0, call: () => Promise.resolve({ status: 403, body: '', retryAfter: null }) };
  const outbox = openOutbox(client, memoryDrawer());
  outbox.add([entry('a')]);
  expect([await outbox.deliver(), outbox.stopped, outbox.waiting]).toEqual([false, true, 1]);
});

test('a store that is busy says for how long; otherwise the pauses grow', async () => {
  const answers: Answer[] = [{ status: 429, body: '', retryAfter: 30 }, ...Array.from({ length: 9 }, () => ({ status: 503, body: '', retryAfter: null }))];
  const client: Client = { skew: 0, call: () => Promise.resolve(answers.shift() ?? { status: 404, body: '', retryAfter: null }) };
  const outbox = openOutbox(client, memoryDrawer(), { random: () => 0.5 });
  outbox.add([entry('a')]);
  const pauses: number[] = [];
  for (let i = 0; i < 9; i++) {
    await outbox.deliver();
    pauses.push(outbox.pause);
  }
  expect(pauses[0]).toBe(30);
  expect(pauses.slice(1)).toEqual(pauses.slice(1).toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(120);
});
