/** The address of the preview and back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MODES, readAddress, SIZES, writeAddress } from './address.ts';
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
