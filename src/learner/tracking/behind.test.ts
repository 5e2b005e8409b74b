/** An LMS page that knows less than the LMS is not made to store what it holds: it stores all of it. */
import { describe, expect, test } from 'vitest';
import { answered, fakeLms, sets, valueOf } from '../../../test/traces/refusing-lms.ts';
import { scorm2004 } from './scorm2004.ts';
import type { Fact } from './tracker.ts';

const scored: Fact = { kind: 'scored', points: 1, of: 1, judged: false };

/** A course that was opened before, in a window whose LMS page refuses values for as long as `down` says. */
async function begin(mode = 'normal') {
  const lms = { down: false };
  const held = { 'cmi.mode': mode, 'cmi.completion_status': 'incomplete', 'cmi.score.raw': '0', 'cmi.suspend_data': 'x' };
  const { window, calls } = fakeLms(held, (method) => lms.down && method === 'SetValue');
  const tracker = scorm2004(window);
  await tracker.open();
  const stores = (): string[] => calls.map(([method]) => method).filter((method) => method === 'Commit' || method === 'Terminate');
  return { lms, held, calls, tracker, stores };
}

describe('a window whose LMS page fell behind', () => {
  test('stores nothing while the page refuses what another window told the LMS, and all of it once it takes that', async () => {
    const { lms, held, calls, tracker, stores } = await begin();
    tracker.fellBehind?.();
    lms.down = true;
    tracker.record([answered(0), scored]);
    expect([tracker.save('y', 1), stores()]).toEqual(['refused', []]);
    lms.down = false;
    // It is read back.
    held['cmi.suspend_data'] = 'y';
    expect([tracker.save('y', 2), stores()]).toEqual(['confirmed', ['Commit']]);
    expect([valueOf(calls, 'cmi.score.raw'), valueOf(calls, 'cmi.suspend_data')]).toEqual(['100', 'y']);
  });

  test('does not end its record either, which would store the older one', async () => {
    const { lms, tracker, stores } = await begin();
    tracker.fellBehind?.();
    lms.down = true;
    tracker.record([scored]);
    expect([tracker.close('y', 1), stores()]).toEqual(['refused', []]);
  });

  test('takes nothing for stored: what it found at its launch is told again, once', async () => {
    const { calls, tracker, stores } = await begin();
    tracker.save('x', 0);
    expect(stores()).toEqual(['Commit']);
    tracker.fellBehind?.();
    expect([tracker.save('x', 0), stores()]).toEqual(['confirmed', ['Commit', 'Commit']]);
    tracker.save('x', 0);
    expect([stores().length, sets(calls).filter(([element]) => element === 'cmi.suspend_data')]).toEqual([2, [['cmi.suspend_data', 'x']]]);
  });

  test.each([[false, ['Terminate']], [true, []]])('and may only look (another one writes: %s) ends with %j', async (behind, expected) => {
    const { tracker, stores } = await begin('review');
    if (behind) tracker.fellBehind?.();
    expect([tracker.close('x', 1), stores()]).toEqual(['not-recorded', expected]);
  });
});
