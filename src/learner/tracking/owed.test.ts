/** What an LMS refuses is owed: told again when it takes values again, and never called saved before. */
import { describe, expect, test } from 'vitest';
import { answered, fakeLms, sets, valueOf } from '../../../test/traces/refusing-lms.ts';
import { scorm2004 } from './scorm2004.ts';

describe('what the LMS refuses', () => {
  test.each(['cmi.success_status', 'cmi.completion_status'])('as %s is owed: no save is confirmed until the LMS has it', async (status) => {
    let down = true;
    const { window, calls } = fakeLms({}, (_, element) => down && element === status);
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([{ kind: 'passed', completed: true }, { kind: 'completed', verdict: 'passed' }]);
    expect(tracker.save('x', 1)).toBe('refused');
    down = false;
    expect(tracker.save('x', 2)).toBe('confirmed');
    expect(valueOf(calls, status)).toBe(status === 'cmi.success_status' ? 'passed' : 'completed');
  });
  test('while it takes nothing at all is told again once it does: the answer, from where it broke off', async () => {
    let left = Infinity;
    const { window, calls } = fakeLms({}, (method) => method === 'SetValue' && --left < 0);
    const tracker = scorm2004(window);
    await tracker.open();
    left = 4;
    tracker.record([answered(0)]);
    expect(tracker.save('x', 1)).toBe('refused');
    left = Infinity;
    expect(tracker.save('x', 2)).toBe('confirmed');
    expect(valueOf(calls, 'cmi.interactions.0.result')).toBe('correct');
    expect(sets(calls).filter(([element]) => element === 'cmi.interactions.0.id')).toHaveLength(1);
    expect(calls.some(([, element]) => element?.startsWith('cmi.interactions.1.'))).toBe(false);
  });
  test('is told with the last call before the end at the latest', async () => {
    let down = true;
    const { window, calls } = fakeLms({}, (method, element) => down && method === 'SetValue' && (element === 'cmi.success_status' || element === 'cmi.interactions.0.result'));
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(0), { kind: 'passed', completed: true }]);
    down = false;
    expect(tracker.close('x', 2)).toBe('confirmed');
    expect([valueOf(calls, 'cmi.success_status'), valueOf(calls, 'cmi.interactions.0.result'), calls.at(-1)]).toEqual(['passed', 'correct', ['Terminate', '']]);
  });
  test('silently, by cutting progress, is noticed, and less is stored', async () => {
    const held: Record<string, string> = {};
    const { window, calls } = fakeLms(held);
    const api = window.API_1484_11;
    const honest = api.SetValue;
    api.SetValue = (element, value) => ((held[element] = value.slice(0, 4096)), honest(element, value));
    const tracker = scorm2004(window);
    await tracker.open();
    const { room } = tracker;
    expect(tracker.save('x'.repeat(5000), 1)).toBe('refused');
    expect([room.max, tracker.room.max]).toEqual([64_000, 4096]);
    expect(tracker.save('x'.repeat(4096), 2)).toBe('confirmed');
    expect(calls.at(-1)).toEqual(['Commit', '']);
  });
  test('at the last Commit is not taken for saved because Terminate says so: an LMS may end a session by a message that nobody answers', async () => {
    let down = true;
    const visit = async (): Promise<{ outcome: string; commits: number }> => {
      const { window, calls } = fakeLms({}, (method) => down && method === 'Commit');
      const tracker = scorm2004(window);
      await tracker.open();
      tracker.record([answered(0)]);
      tracker.save('x', 1);
      const before = calls.length;
      return { outcome: tracker.close('x', 2), commits: calls.slice(before).filter(([method]) => method === 'Commit').length };
    };
    expect(await visit()).toEqual({ outcome: 'refused', commits: 1 });
    down = false;
    expect(await visit()).toEqual({ outcome: 'confirmed', commits: 0 });
  });
  test('is not the answers that it lists: without progress new ones come after them', async () => {
    const opened = async (held: Record<string, string>) => (await scorm2004(fakeLms({ 'cmi.interactions._count': '3', ...held }).window).open()).answers;
    expect([await opened({}), await opened({ 'cmi.suspend_data': 'x' })]).toEqual([3, undefined]);
  });
  test('a better score that the LMS has is never lowered', async () => {
    const { window, calls } = fakeLms({ 'cmi.completion_status': 'incomplete', 'cmi.score.raw': '75' });
    const tracker = scorm2004(window);
    await tracker.open();
    tracker.record([answered(0), { kind: 'scored', points: 1, of: 2, judged: false }]);
    tracker.save('x', 1);
    expect(valueOf(calls, 'cmi.score.raw')).toBeUndefined();
    tracker.record([answered(1), { kind: 'scored', points: 2, of: 2, judged: false }]);
    expect(valueOf(calls, 'cmi.score.raw')).toBe('100');
  });
});
