/** A receipt becomes what it claims, and one that was changed becomes nothing. */
import { expect, it } from 'vitest';
import { makeReceipt, RECEIPT_FORMAT } from '../../receipt/receipt.ts';
import { isReceipt, receiptRecord } from './receipts.ts';

const receipt = makeReceipt({ format: RECEIPT_FORMAT, course: { id: 'nets', iri: 'https://example.org/nets', title: 'Nets', version: '1.0', build: '0123456789ab' }, learner: { id: 'Ada@example.org', name: 'Ada' }, target: 'scorm2004', lectern: '0.1.0' }, [{ at: '2026-01-02T03:04:05.678Z', what: 'passed', about: '', result: null, share: null }], {
  made: '2026-01-02T04:00:00.000Z',
  confirmed: null,
  standing: { points: 3, of: 4, passMark: 0.5, success: 'passed', completed: true, sections: [2, 2], items: [['l1', 1, 0.75, 1]] },
});

it('says who passed what, when, and with which score', () => {
  expect(isReceipt(receipt)).toBe(true);
  expect(receiptRecord(JSON.stringify(receipt))).toMatchObject({ record: { learner: 'mailto:ada@example.org', course: 'https://example.org/nets', standing: 'passed', alsoCompleted: true, score: 0.75, completed: Date.parse('2026-01-02T03:04:05.678Z') } });
});

it('one that was changed is set aside, with what was done to it', () => {
  expect(receiptRecord(JSON.stringify({ ...receipt, standing: { ...receipt.standing, points: 4 } }))).toEqual({ reason: expect.stringContaining('not as it was made') as string });
  expect(receiptRecord(JSON.stringify({ ...receipt, format: 'lectern-receipt/9' }))).toHaveProperty('reason');
});

it('statements are no receipts', () => {
  expect([isReceipt({ actor: {}, verb: {} }), isReceipt(null), isReceipt('lectern-receipt/1')]).toEqual([false, false, false]);
});
