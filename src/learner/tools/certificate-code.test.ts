/** The code on a certificate is what the usual tools compute. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { certificateCode } from './certificate-code.ts';
import { sha256 } from './sha256.ts';

it('SHA-256 of any text is that of Node', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))));
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) expect(sha256('a'.repeat(length))).toBe(createHash('sha256').update('a'.repeat(length)).digest('hex'));
});

it('depends on course, build, learner and result', () => {
  const known = { course: 'passwords', build: '0123456789ab', learner: 'lan', share: 0.85 };
  expect(certificateCode(known)).toBe(createHash('sha256').update('passwords\n0123456789ab\nlan\npassed\n0.8500').digest('hex').slice(0, 16).replace(/(.{4})(?=.)/g, '$1-'));
  for (const other of [{ course: 'x' }, { build: 'x' }, { learner: 'x' }, { share: 0.86 }]) expect(certificateCode({ ...known, ...other })).not.toBe(certificateCode(known));
});
