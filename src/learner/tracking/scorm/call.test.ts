import { describe, expect, test } from 'vitest';
import { NAMES as NAMES_12 } from '../scorm12.ts';
import { NAMES } from '../scorm2004.ts';
import { openLine } from './call.ts';

const lms = (answer: unknown, code: unknown = '0') =>
  openLine({
    Initialize: () => answer,
    SetValue: () => answer,
    GetValue: () => answer,
    Commit: () => answer,
    Terminate: () => answer,
    GetLastError: () => code,
  }, NAMES);
const throwing = openLine({
  Initialize: () => {
    throw new Error('the session has ended');
  },
  SetValue: () => {
    throw new Error('the session has ended');
  },
  GetLastError: () => '0',
}, NAMES);

describe('Initialize', () => {
  test.each([['true'], [true], [1], ['1'], ['TRUE']])('answered with %j is accepted', (answer) => {
    expect(lms(answer).initialize()).toBe('ok');
  });
  test.each([[undefined], [null], ['']])('answered with %j is accepted when there is no error', (answer) => {
    expect(lms(answer, 0).initialize()).toBe('ok');
    expect(lms(answer, '101').initialize()).toBe('refused');
  });
  test('is fine when somebody initialized already (103)', () => expect(lms('false', '103').initialize()).toBe('ok'));
  test('after Terminate (104) says so', () => expect(lms(false, 104).initialize()).toBe('after-termination'));
  test('refused without a reason is refused', () => expect(lms('false', '0').initialize()).toBe('refused'));
  test('that throws, or is missing, is refused', () => {
    expect(throwing.initialize()).toBe('refused');
    expect(openLine({}, NAMES).initialize()).toBe('refused');
  });
});

describe('values', () => {
  test('refused ones are noted with element and code, and the next call goes on', () => {
    const line = lms('false', '406');
    expect(line.set('cmi.location', 'x')).toBe(false);
    expect(line.commit()).toBe(false);
    expect(line.refusals).toEqual([
      { element: 'cmi.location', code: 406 },
      { element: 'Commit', code: 406 },
    ]);
  });
  test.each([[0], [false], [1]])('an answer of %j with an error is no value: some LMSs refuse that way', (answer) => {
    expect(lms(answer, '101').get('cmi.interactions._count')).toBe('');
  });
  test('a call that throws is a refusal, not an exception', () => {
    expect(throwing.set('cmi.exit', 'suspend')).toBe(false);
    expect(throwing.terminate()).toBe(false);
    expect(throwing.get('cmi.mode')).toBe('');
  });
  test.each([
    [null, ''],
    [undefined, ''],
    [0.8, '0.8'],
    ['normal', 'normal'],
  ])('%j read from the LMS is %j', (answer, text) => expect(lms(answer).get('cmi.mode')).toBe(text));
});

test('calls are counted, questions about errors are not', () => {
  const line = lms('false', '406');
  line.initialize();
  line.get('cmi.mode');
  line.set('cmi.exit', 'suspend');
  expect(line.calls).toBe(3);
});

describe('SCORM 1.2, whose code 101 says next to nothing', () => {
  const old = (status: string | null) =>
    openLine({ LMSInitialize: () => 'false', LMSGetValue: () => status ?? '', LMSGetLastError: () => '101' }, NAMES_12);
  const open = openLine({ LMSInitialize: () => 'false', LMSGetValue: () => 'incomplete', LMSGetLastError: (() => { const codes = ['101', '0']; return () => codes.shift() ?? '0'; })() }, NAMES_12);
  test('an open session shows by what can be read in it', () => expect(open.initialize()).toBe('ok'));
  test('a closed one does not', () => expect([old('incomplete').initialize(), old(null).initialize()]).toEqual(['refused', 'refused']));
});
