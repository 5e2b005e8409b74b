/** Each fault does what its label says, and nothing else is touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApiFunctions, type ApiNames, type Fault, FAULTS, readFaults, withFaults } from './faults.ts';

const NAMES: ApiNames = { initialize: 'Initialize', get: 'GetValue', mode: 'cmi.mode', set: 'SetValue', commit: 'Commit', terminate: 'Terminate', lastError: 'GetLastError', suspendData: 'cmi.suspend_data', tooLong: '406' };

/** An LMS that takes everything. */
function lms(): { api: ApiFunctions; values: Map<string, string>; commits: string[] } {
  const values = new Map<string, string>();
  const commits: string[] = [];
  const api: ApiFunctions = {
    Initialize: () => 'true',
    SetValue: (element = '', value = '') => (values.set(element, value), 'true'),
    GetValue: (element = '') => values.get(element) ?? '',
    Commit: () => (commits.push('commit'), 'true'),
    GetLastError: () => '0',
  };
  return { api, values, commits };
}

function broken(faults: Fault[], now: () => number = () => 0): ReturnType<typeof lms> & { call(method: string, ...args: string[]): unknown } {
  const inner = lms();
  const api = withFaults(inner.api, NAMES, new Set(faults), { now });
  return { ...inner, call: (method, ...args) => api[method]?.(...args) };
}

describe('an LMS with faults', () => {
  it('is the LMS itself when none is chosen', () => {
    const { call, values, commits } = broken([]);
    expect([call('Initialize', ''), call('SetValue', 'cmi.exit', 'suspend'), call('Commit', ''), call('GetLastError')]).toEqual(['true', 'true', 'true', '0']);
    expect([values.get('cmi.exit'), commits.length]).toEqual(['suspend', 1]);
  });

  it('refuses with the error that it then tells', () => {
    const { call, values } = broken(['set-false']);
    expect([call('SetValue', 'cmi.exit', 'suspend'), call('GetLastError')]).toEqual(['false', '351']);
    expect(values.size).toBe(0);
    expect([call('Commit', ''), call('GetLastError')]).toEqual(['true', '0']);
  });

  it('fails the first Commit, or all of the first minute', () => {
    const once = broken(['commit-once']);
    expect([once.call('Commit', ''), once.call('Commit', '')]).toEqual(['false', 'true']);
    let clock = 0;
    const minute = broken(['commit-minute'], () => clock);
    expect(minute.call('Commit', '')).toBe('false');
    clock = 59_999;
    expect(minute.call('Commit', '')).toBe('false');
    clock = 60_000;
    expect(minute.call('Commit', '')).toBe('true');
    expect(minute.commits).toHaveLength(1);
  });

  it('says it was initialised before, and works', () => {
    const { call } = broken(['already-initialized']);
    expect([call('Initialize', ''), call('GetLastError'), call('SetValue', 'cmi.exit', 'suspend')]).toEqual(['false', '103', 'true']);
  });

  it('refuses or cuts long progress, but nothing else', () => {
    const long = 'x'.repeat(5000);
    const refusing = broken(['limit-4096']);
    expect([refusing.call('SetValue', 'cmi.suspend_data', long), refusing.call('GetLastError')]).toEqual(['false', '406']);
    expect(refusing.call('SetValue', 'cmi.location', long)).toBe('true');
    const cutting = broken(['truncates']);
    expect(cutting.call('SetValue', 'cmi.suspend_data', long)).toBe('true');
    expect(cutting.values.get('cmi.suspend_data')).toHaveLength(4096);
    const later = broken(['cut-later']);
    expect(later.call('SetValue', 'cmi.suspend_data', long)).toBe('true');
    expect([later.call('GetValue', 'cmi.suspend_data'), later.values.get('cmi.suspend_data')?.length]).toEqual([long, 4096]);
  });

  it('answers in other types, but values stay as they are', () => {
    for (const [fault, good, bad] of [['returns-boolean', true, false], ['returns-one', 1, 0], ['returns-null', null, 'false'], ['returns-undefined', undefined, 'false']] as const) {
      const { call } = broken([fault, 'commit-always']);
      expect(call('SetValue', 'cmi.location', 'x')).toBe(good);
      expect(call('GetValue', 'cmi.location')).toBe('x');
      expect(call('Commit', '')).toBe(bad);
    }
  });

  it('never throws, whatever is combined and called', () => {
    const method = fc.constantFrom(...Object.keys(lms().api));
    const faults = fc.subarray(FAULTS.flatMap((group) => group.faults.map(({ id }) => id)));
    fc.assert(
      fc.property(faults, fc.array(fc.tuple(method, fc.string(), fc.string()), { maxLength: 60 }), (chosen, calls) => {
        const { call } = broken(chosen);
        for (const [name, ...args] of calls) call(name, ...args);
      }),
    );
  });

  it('expires at the thirty-first call', () => {
    const { call } = broken(['expired']);
    const answers = Array.from({ length: 32 }, () => call('SetValue', 'cmi.location', 'x'));
    expect(answers.indexOf('false')).toBe(30);
  });
});

it('only known faults are read from an address', () => {
  expect(readFaults(['slow', 'rm -rf', 'no-api'])).toEqual(['no-api', 'slow']);
});
