/** What a cmi5 session that is over has left in the browser is told by the next one, and holds up nothing of its own. */
import { describe, expect, test } from 'vitest';
import { begin, lms, verbs } from '../../../../test/traces/cmi5.ts';
import { memoryDrawer, storeWindow } from '../../../../test/traces/store.ts';
import type { Cmi5Terms } from '../../../preview/lrs/lrs.ts';
import { child } from '../../../preview/lrs/statement-rules.ts';
import type { Fact, SaveOutcome } from '../tracker.ts';

describe('what an ended session left in this browser', () => {
  const seen = { kind: 'seen', lesson: 'l1', part: 1, title: 'Opening' } as const;

  /** A browser that keeps each box apart. */
  function sharing() {
    const { setting, ...rest } = lms();
    const drawers = new Map<string, ReturnType<typeof memoryDrawer>>();
    const open = (box: string): ReturnType<typeof memoryDrawer> => drawers.get(box) ?? drawers.set(box, memoryDrawer()).get(box) ?? memoryDrawer();
    return { ...rest, drawers, browser: { ...setting, drawers: open, boxes: () => [...drawers.keys()] } };
  }

  /** A session of which nothing more arrives than "initialized", or nothing more is heard of; then the next launch in the same browser. */
  async function two(fault: 'before' | 'after', second: Partial<Cmi5Terms> = {}) {
    const { lrs, launch, browser, drawers } = sharing();
    const left = async (): Promise<number[]> => (await Promise.all([...drawers.values()].map((each) => each.load()))).map((entries) => entries.length);
    let broken = false;
    const window = storeWindow(lrs, launch(), { ...browser, fault: (method, path) => (broken && method === 'POST' && path === 'statements' ? fault : null) });
    const { tracker } = await begin(window);
    broken = true;
    tracker.record([seen, { kind: 'completed', verdict: 'none' }]);
    tracker.close('kept', 1);
    await window.idle();
    const before = await left();
    const next = await begin(storeWindow(lrs, launch(second), browser));
    return { lrs, before, after: await left(), next };
  }

  test('is told once by the next session as its own, and then gone', async () => {
    const { lrs, before, after, next } = await two('before');
    expect(before).toEqual([2]);
    expect(verbs(lrs)).toEqual(['initialized', 'initialized', 'completed', 'experienced']);
    const [, second, , experienced] = lrs.statements;
    expect(experienced?.['context']).toMatchObject({ extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': child(child(second?.['context'], 'extensions'), 'https://w3id.org/xapi/cmi5/context/extensions/sessionid') } });
    expect(Number(new Date(String(experienced?.['timestamp'])))).toBeLessThan(Number(new Date(String(second?.['timestamp']))));
    expect(Math.max(...after)).toBe(0);
    expect(next.heard.at(-1)).toBe('confirmed');
    expect(lrs.complaints).toEqual([]);
  });

  test('is gone where only the answer was lost, and is not told twice', async () => {
    const { lrs, after } = await two('after');
    expect(verbs(lrs).filter((verb) => verb === 'experienced' || verb === 'completed')).toHaveLength(2);
    expect(Math.max(...after)).toBe(0);
    expect(lrs.complaints).toEqual([]);
  });

  describe('and that the store refuses from this one', () => {
    const own = { kind: 'seen', lesson: 'l1', part: 2, title: 'Close' } as const;

    /** Sessions one after the other in one browser, none of which may tell what the first one left. */
    async function refusing(status: number, sessions: number) {
      const { lrs, launch, browser, drawers } = sharing();
      const begun = await begin(storeWindow(lrs, launch(), { ...browser, fault: (method, path, _, body) => (method === 'POST' && path === 'statements' && !body.includes('initialized') ? 'before' : null) }));
      begun.tracker.record([seen]);
      begun.tracker.close('kept', 1);
      await new Promise((resolve) => setImmediate(resolve));
      const last: (SaveOutcome | undefined)[] = [];
      for (let session = 0; session < sessions; session++) {
        const window = storeWindow(lrs, launch(), { ...browser, fault: (method, path, _, body) => (method === 'POST' && path === 'statements' && body.includes('"Opening"') ? status : null) });
        const { tracker, heard } = await begin(window);
        tracker.record([{ ...own, part: session + 2 }]);
        tracker.save('more', 1);
        await window.idle();
        last.push(heard.at(-1));
        tracker.close('more', 1);
        await window.idle();
      }
      const kept = (await Promise.all([...drawers.values()].map((each) => each.load()))).flat().filter(({ statement }) => statement.includes('"Opening"'));
      return { lrs, last, kept, browser, launch };
    }

    test.each([400, 401, 403, 500])('with %d holds up nothing of its own, is not called saved, and is told by a later one', async (status) => {
      const { lrs, last, kept, browser, launch } = await refusing(status, 1);
      expect(verbs(lrs)).toEqual(['initialized', 'initialized', 'experienced', 'terminated']);
      expect([last, kept.length]).toEqual([['refused'], 1]);
      const { heard } = await begin(storeWindow(lrs, launch(), browser));
      expect([verbs(lrs).slice(4), heard.at(-1)]).toEqual([['initialized', 'experienced'], 'confirmed']);
      expect(lrs.complaints).toEqual([]);
    });

    test('holds up nothing either when it is an answer that the progress here remembers', async () => {
      const { lrs, launch, browser, drawers } = sharing();
      const item = { id: 'q1', type: 'true-false', text: 'Old', options: [], targets: [], objectives: [], points: 1, graded: true } as const;
      const given = { kind: 'answered', index: 0, item: { ...item, options: [], targets: [], objectives: [] }, key: { type: 'true-false', answer: true }, response: { type: 'true-false', value: true }, result: 'correct', latencySeconds: 3, at: 1 } satisfies Fact;
      const window = storeWindow(lrs, launch(), { ...browser, fault: (method, path, _, body) => (method === 'POST' && path === 'statements' && body.includes('"Old"') ? 403 : null) });
      const { tracker, heard } = await begin(window);
      tracker.record([{ ...given, retold: true }, { ...given, item: { ...given.item, text: 'New' }, at: 2 }]);
      tracker.save('more', 1);
      await window.idle();
      expect([verbs(lrs), heard.at(-1)]).toEqual([['initialized', 'answered'], 'refused']);
      expect((await Promise.all([...drawers.values()].map((each) => each.load()))).flat()).toMatchObject([{ aside: 1 }]);
    });

    test('is tried before the session ends, and once', async () => {
      const { lrs, launch, browser } = sharing();
      const begun = await begin(storeWindow(lrs, launch(), { ...browser, fault: (method, path, _, body) => (method === 'POST' && path === 'statements' && !body.includes('initialized') ? 'before' : null) }));
      begun.tracker.record([seen]);
      begun.tracker.close('kept', 1);
      await new Promise((resolve) => setImmediate(resolve));
      let down = true;
      const window = storeWindow(lrs, launch(), { ...browser, fault: (method, path) => (down && path === 'statements' && method === 'POST' ? 'before' : null) });
      const { tracker, heard } = await begin(window);
      down = false;
      tracker.record([own]);
      tracker.close('more', 1);
      await window.idle();
      expect([verbs(lrs), heard.at(-1)]).toEqual([['initialized', 'initialized', 'experienced', 'experienced', 'terminated'], 'confirmed']);
      expect(lrs.complaints).toEqual([]);
    });

    test('in five sessions is given up, and the sixth is saved', async () => {
      const { last, kept } = await refusing(403, 6);
      expect(last).toEqual(['refused', 'refused', 'refused', 'refused', 'confirmed', 'confirmed']);
      expect(kept).toEqual([]);
    });
  });

  test.each([
    ['another registration', { registration: '00000000-0000-4000-8000-0000000000bb' }],
    ['a launch in which nothing may be written', { mode: 'Review' as const }],
    ['another unit', { activityId: 'https://lms.example/a/2' }],
  ])('stays for its own learner, unit and mode: %s', async (_, terms) => {
    const { lrs, after } = await two('before', terms);
    expect(verbs(lrs)).not.toContain('experienced');
    expect(after[0]).toBe(2);
    expect(lrs.complaints).toEqual([]);
  });
});
