/** A cmi5 launch and everything that can go wrong on its way, held against a store that refuses what ADL's player refuses. */
import { describe, expect, test } from 'vitest';
import { actor, begin, lms, terms, verbs } from '../../../../test/traces/cmi5.ts';
import { course } from '../../../../test/traces/course.ts';
import { ENDPOINT, memoryDrawer, storeWindow } from '../../../../test/traces/store.ts';
import { child } from '../../../preview/lrs/statement-rules.ts';
import type { Tracker } from '../tracker.ts';
import { cmi5 } from './cmi5.ts';
import { tincan } from './tincan.ts';

describe('the launch', () => {
  test('8.1.2.0-4, 8.2.3.0-1: the token is fetched once, also when the page is loaded anew, and "initialized" is not repeated', async () => {
    const { lrs, lines, setting, launch } = lms();
    const search = launch();
    const tab = new Map<string, string>();
    await begin(storeWindow(lrs, search, { ...setting, tab }));
    const again = await begin(storeWindow(lrs, search, { ...setting, tab }));
    expect(again.opening.connected).toBe(true);
    expect(lines.filter((line) => line.startsWith('POST fetch'))).toHaveLength(1);
    expect(verbs(lrs)).toEqual(['initialized']);
    expect(lrs.complaints).toEqual([]);
  });

  test('9.3.0.0-2: what was on its way when the page was loaded anew is asked for, and not sent twice', async () => {
    const { lrs, setting, launch } = lms();
    const search = launch();
    const tab = new Map<string, string>();
    const lost = (method: string, path: string, _: unknown, body: string): 'after' | 'before' | null => (path !== 'statements' ? null : method === 'GET' ? 'before' : body.includes('/completed') ? 'after' : null);
    const window = storeWindow(lrs, search, { ...setting, tab, fault: lost });
    const { tracker } = await begin(window);
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    tracker.save('x', 5);
    await window.idle();
    const asked: string[] = [];
    const again = await begin(storeWindow(lrs, search, { ...setting, tab, asked: ({ method, path, query }) => void (path === 'statements' && asked.push(`${method} ${query.has('statementId') ? 'by id' : ''}`)) }));
    expect([asked, again.heard.at(-1)]).toEqual([['GET by id', 'GET by id'], 'confirmed']);
    expect([verbs(lrs), lrs.complaints]).toEqual([['initialized', 'completed'], []]);
  });

  test('a page that is loaded anew after leaving says that it is closed', async () => {
    const { lrs, setting, launch } = lms();
    const search = launch();
    const tab = new Map<string, string>();
    const window = storeWindow(lrs, search, { ...setting, tab });
    const { tracker } = await begin(window);
    tracker.close('x', 5);
    await window.idle();
    expect((await begin(storeWindow(lrs, search, { ...setting, tab }))).opening).toMatchObject({ connected: false, reason: 'after-termination' });
  });

  test('8.2.3: an error comes with status 200, and is none the less one', async () => {
    const { lrs, setting, launch } = lms();
    const search = launch();
    await begin(storeWindow(lrs, search, setting));
    expect((await begin(storeWindow(lrs, search, setting))).opening).toMatchObject({ connected: false, reason: 'refused' });
  });

  test('without the parameters of a launch there is no LMS; the order of parameters does not matter', async () => {
    const { lrs, setting, launch } = lms();
    expect((await begin(storeWindow(lrs, new URLSearchParams(), setting))).opening.reason).toBe('none-found');
    const turned = new URLSearchParams([...launch()].reverse().concat([['theme', 'dark']]));
    expect((await begin(storeWindow(lrs, turned, setting))).opening.connected).toBe(true);
  });

  test('10.2.4.0-2: the mastery score of the launch is the mark; the way back and the preferences are read', async () => {
    const { lrs, setting, launch } = lms();
    lrs.documents.set(['agent', 'cmi5LearnerPreferences', '', JSON.stringify(actor), ''].join('\n'), JSON.stringify({ languagePreference: 'de-AT,en', audioPreference: 'off' }));
    const { opening } = await begin(storeWindow(lrs, launch({ mastery: 0.625, returnUrl: 'https://lms.example/back' }), setting));
    expect(opening).toMatchObject({ passMark: 0.625, returnUrl: 'https://lms.example/back', preferences: { languages: ['de-AT', 'en'], audio: 'off' }, learner: { id: 'u-17' } });
  });

  test('a way back that is no web address is not taken', async () => {
    const { lrs, setting, launch } = lms();
    const { opening } = await begin(storeWindow(lrs, launch({ returnUrl: 'javascript:alert(1)' }), setting));
    expect(opening.returnUrl).toBeNull();
  });
});

describe('the verdict', () => {
  test('9.3.4.0-2: a score rounded at the mark is not below it', async () => {
    const { lrs, setting, launch } = lms();
    const window = storeWindow(lrs, launch({ mastery: 0.6667 }), setting);
    const { tracker } = await begin(window);
    tracker.record([{ kind: 'scored', points: 2, of: 3, judged: true }, { kind: 'passed', completed: false }]);
    tracker.save('x', 1);
    await window.idle();
    expect(child(child(lrs.statements.at(-1)?.['result'], 'score'), 'scaled')).toBe(0.6667);
    expect(lrs.complaints).toEqual([]);
  });

  test('9.3.0.0-3: passed after failed waits for the next session, and is told there', async () => {
    const { lrs, setting, launch } = lms();
    const first = storeWindow(lrs, launch(), setting);
    const { tracker } = await begin(first);
    tracker.record([{ kind: 'scored', points: 1, of: 4, judged: true }, { kind: 'failed' }]);
    tracker.save('x', 1);
    tracker.record([{ kind: 'scored', points: 4, of: 4, judged: true }, { kind: 'passed', completed: true }]);
    tracker.save('y', 2);
    tracker.close('y', 3);
    await first.idle();
    const second = storeWindow(lrs, launch(), setting);
    await begin(second);
    expect(verbs(lrs)).toEqual(['initialized', 'failed', 'terminated', 'initialized', 'passed']);
    expect(lrs.complaints).toEqual([]);
  });

  test('9.3.0.0-6, 9.3.0.0-7: told once per registration, however often the learner comes back', async () => {
    const { lrs, setting, launch } = lms();
    for (const visit of ['a', 'b', 'c']) {
      const window = storeWindow(lrs, launch(), setting);
      const { tracker } = await begin(window);
      tracker.record([{ kind: 'scored', points: 4, of: 4, judged: true }, { kind: 'passed', completed: true }, { kind: 'completed', verdict: 'passed' }]);
      tracker.close(visit, 3);
      await window.idle();
    }
    expect(verbs(lrs).filter((verb) => verb === 'completed' || verb === 'passed')).toEqual(['passed', 'completed']);
    expect(lrs.complaints).toEqual([]);
  });
});

describe('when the line breaks', () => {
  test('a place that the store cannot tell is asked for again; if it never comes, nothing is written over it', async () => {
    const { lrs, setting, launch } = lms();
    const first = storeWindow(lrs, launch(), setting);
    const { tracker } = await begin(first);
    tracker.close('kept', 3);
    await first.idle();
    let failing = 0;
    const opening = async (times: number): Promise<Awaited<ReturnType<Tracker['open']>>> => {
      const own = storeWindow(lrs, launch(), { ...setting, fault: (method, path, asked) => (method === 'GET' && path === 'activities/state' && asked.get('stateId') === 'lectern.progress' && failing-- > 0 ? 503 : null) });
      failing = times;
      const opened = cmi5(own, course).open();
      for (let turns = 0; turns < 4; turns++) {
        await own.idle();
        own.retries.splice(0).forEach((retry) => retry());
      }
      return opened;
    };
    expect(await opening(2)).toMatchObject({ connected: true, resume: 'kept' });
    expect(await opening(9)).toMatchObject({ connected: false, reason: 'refused' });
    expect(await opening(0)).toMatchObject({ connected: true, resume: 'kept' });
  });

  test('a statement that no store takes is not called saved, and its verdict is told again by the next session', async () => {
    const { lrs, setting, launch } = lms();
    let strict = true;
    const first = storeWindow(lrs, launch(), { ...setting, fault: (method, path, _, body) => (strict && method === 'POST' && path === 'statements' && body.includes('verbs/completed') ? 400 : null) });
    const { tracker, heard } = await begin(first);
    tracker.record([{ kind: 'seen', lesson: 'l1', part: 1, title: 'Opening' }, { kind: 'completed', verdict: 'none' }]);
    tracker.save('x', 1);
    await first.idle();
    expect(heard.at(-1)).toBe('refused');
    expect(verbs(lrs)).toEqual(['initialized', 'experienced']);
    tracker.close('x', 2);
    await first.idle();
    strict = false;
    await begin(storeWindow(lrs, launch(), setting));
    expect(verbs(lrs)).toEqual(['initialized', 'experienced', 'terminated', 'initialized', 'completed']);
  });

  test.each(['before', 'after'] as const)('a verdict whose request or answer was lost (%s) is told by the next session, once', async (fault) => {
    const { lrs, setting, launch } = lms();
    let broken = false;
    const first = storeWindow(lrs, launch(), { ...setting, fault: (method, path) => (broken && method === 'POST' && path === 'statements' ? fault : null) });
    const { tracker, heard } = await begin(first);
    broken = true;
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    expect(tracker.save('kept', 1)).toBe('pending');
    await first.idle();
    expect(heard.at(-1)).toBe('refused');
    const { opening } = await begin(storeWindow(lrs, launch(), setting));
    expect(opening.resume).toBe('kept');
    expect(verbs(lrs).filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(lrs.complaints).toEqual([]);
  });

  test('a retry in the same session asks before it sends again, and then says that all is well', async () => {
    const { lrs, setting, launch } = lms();
    const faults: ('after' | 503 | null)[] = [null, 'after', 503];
    const window = storeWindow(lrs, launch(), { ...setting, fault: (method, path) => (path === 'statements' && method === 'POST' ? (faults.shift() ?? null) : null) });
    const { tracker, heard } = await begin(window);
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    tracker.save('x', 1);
    for (let i = 0; i < 4; i++) {
      await window.idle();
      window.retries.splice(0).forEach((retry) => retry());
    }
    await window.idle();
    expect(heard.at(-1)).toBe('confirmed');
    expect(verbs(lrs)).toEqual(['initialized', 'completed']);
    expect(lrs.complaints).toEqual([]);
  });

  test('10.2.1.0-6: what an earlier session left behind is not sent under a new one; Tin Can sends it', async () => {
    const { lrs, setting, launch } = lms();
    let broken = false;
    const fault = (method: string, path: string): 'before' | null => (broken && method === 'POST' && path === 'statements' ? 'before' : null);
    const seen = { kind: 'seen', lesson: 'l1', part: 1, title: 'Opening' } as const;
    const window = storeWindow(lrs, launch(), { ...setting, fault });
    const { tracker } = await begin(window);
    broken = true;
    tracker.record([seen]);
    tracker.save('x', 1);
    await window.idle();
    broken = false;
    await begin(storeWindow(lrs, launch(), { ...setting, drawer: memoryDrawer() }));
    expect(verbs(lrs)).toEqual(['initialized', 'initialized']);
    const plain = new URLSearchParams({ endpoint: ENDPOINT, auth: `Basic ${lrs.plainToken()}`, actor: JSON.stringify(actor), registration: terms.registration });
    const drawer = memoryDrawer();
    for (const state of [true, false]) {
      const own = storeWindow(lrs, plain, { ...setting, drawer, fault });
      const second = tincan(own, course);
      await second.open();
      await own.idle();
      broken = state;
      second.record([seen]);
      second.save(`${String(state)}`, 1);
      await own.idle();
      broken = false;
    }
    expect(verbs(lrs).filter((verb) => verb === 'experienced')).toHaveLength(2);
    expect(lrs.complaints).toEqual([]);
  });

  test('a place that another window may have stored over is stored again, though it is the same', async () => {
    const { lrs, setting } = lms();
    const search = new URLSearchParams({ endpoint: ENDPOINT, auth: lrs.plainToken(), actor: JSON.stringify(actor), registration: terms.registration });
    const windows = [storeWindow(lrs, search, setting), storeWindow(lrs, search, setting)];
    const [first, second] = windows.map((window) => tincan(window, course));
    for (const [tracker, place] of [[first, 'both'], [second, 'less']] as const) {
      await tracker?.open();
      tracker?.save(place, 1);
      for (const window of windows) await window.idle();
    }
    first?.fellBehind?.();
    first?.save('both', 2);
    for (const window of windows) await window.idle();
    expect([...lrs.documents.values()].filter((text) => text.includes('"resume":"both"'))).toHaveLength(1);
  });

  test('a page that goes away sends its place and its end at once', async () => {
    const { lrs, lines, setting, launch } = lms();
    const window = storeWindow(lrs, launch(), setting);
    const { tracker } = await begin(window);
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    lines.length = 0;
    tracker.close('last', 7, true);
    // One turn for the requests to leave; nothing may depend on their answers.
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines[0]).toContain('PUT activities/state lectern.progress');
    expect(verbs(lrs)).toEqual(['initialized', 'completed', 'terminated']);
    expect(lrs.complaints).toEqual([]);
  });

  test('8.1.2.0-2: a session that was ended elsewhere is said, and nothing is tried any more', async () => {
    const { lrs, setting, launch } = lms();
    const window = storeWindow(lrs, launch(), setting);
    const { tracker, heard } = await begin(window);
    await begin(storeWindow(lrs, launch(), setting));
    tracker.record([{ kind: 'completed', verdict: 'none' }]);
    tracker.save('x', 1);
    await window.idle();
    expect(heard.at(-1)).toBe('refused');
  });
});

describe('an older Tin Can actor', () => {
  test('with a list in every field is read', async () => {
    const { lrs, setting } = lms();
    const old = { name: ['Lan'], mbox: ['mailto:lan@example.org'] };
    const plain = new URLSearchParams({ endpoint: ENDPOINT, auth: lrs.plainToken(), actor: JSON.stringify(old) });
    const window = storeWindow(lrs, plain, setting);
    const tracker = tincan(window, course);
    expect((await tracker.open()).learner).toEqual({ id: 'mailto:lan@example.org', name: 'Lan' });
    await window.idle();
    expect(lrs.complaints).toEqual([]);
  });
});
