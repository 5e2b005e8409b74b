/** The address of the preview and back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MODES, placeNow, readAddress, SIZES, writeAddress } from './address.ts';
import { FAULTS } from './faults.ts';

it('an empty address is the usual learner, and is written as nothing', () => {
  expect(writeAddress(readAddress(''))).toBe('');
  expect(readAddress('')).toEqual({ learner: 'learner-1', mode: 'normal', size: 'full', faults: [], code: '351', at: '' });
});

it('whatever is written is read again', () => {
  const setting = fc.record({
    learner: fc.string({ minLength: 1, maxLength: 60 }),
    mode: fc.constantFrom(...MODES),
    size: fc.constantFrom(...Object.keys(SIZES)),
    faults: fc.subarray(FAULTS.flatMap((group) => group.faults.map(({ id }) => id))),
    code: fc.nat(9999).map(String),
    at: fc.string(),
  });
  fc.assert(fc.property(setting, (given) => void expect(readAddress(writeAddress(given))).toEqual(given)));
});

it('anything at all is read as something', () => {
  fc.assert(fc.property(fc.string(), (text) => void expect(Object.keys(SIZES)).toContain(readAddress(text).size)));
});

it.each([
  ['', { location: 'b1/check/gas' }, '/b1/check/gas'],
  ['/l1', { core: { lesson_location: 'l1/check/q2' } }, '/l1/check/q2'],
  ['/l1/check/q1', { location: 'l1/check/q2' }, '/l1/check/q2'],
  ['/l1/salt', { location: 'l1/read/pepper' }, '/l1/salt'],
  ['/l2', { location: 'l1/check/q2' }, '/l2'],
  ['opening', {}, 'opening'],
])('at %j, with %j told last, the place is %j', (fragment, model, place) => {
  expect(placeNow(fragment, model)).toBe(place);
});
