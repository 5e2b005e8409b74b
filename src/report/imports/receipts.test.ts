/** A receipt becomes what it claims, and one that was changed becomes nothing. */
import { expect, it } from 'vitest';
import { makeReceipt, RECEIPT_FORMAT, type Receipt } from '../../receipt/receipt.ts';
import { isReceipt, receiptRows } from './receipts.ts';

const receipt = makeReceipt({ format: RECEIPT_FORMAT, course: { id: 'nets', iri: 'https://example.org/nets', title: 'Nets', version: '1.0', build: '0123456789ab' }, learner: { id: 'Ada@example.org', name: 'Ada' }, target: 'scorm2004', lectern: '0.1.0' }, [{ at: '2026-01-02T03:04:05.678Z', what: 'passed', about: '', result: null, share: 0.75 }], {
  made: '2026-01-02T04:00:00.000Z',
  confirmed: null,
  standing: { points: 3, of: 4, passMark: 0.5, success: 'passed', completed: true, sections: [2, 2], items: [['l1', 1, 0.75, 1]] },
});
const rows = (value: object) => receiptRows({ where: 'Entry 1', line: 1, value, text: JSON.stringify(value) }, 'receipts:r.json', null, Date.UTC(2026, 1, 1));

it('says who passed what, when, with which score and which build, and what earlier visits had led to', () => {
  expect(isReceipt(receipt)).toBe(true);
  const read = rows(receipt);
  expect('rows' in read && read.rows.map(({ row }) => [row.verb, row.actor, row.course, new Date(row.happened).toISOString(), row.score_scaled, row.content])).toEqual([
    ['passed', 'mailto:ada@example.org', 'https://example.org/nets', '2026-01-02T03:04:05.678Z', 0.75, '0123456789ab'],
    ['completed', 'mailto:ada@example.org', 'https://example.org/nets', '2026-01-02T04:00:00.000Z', null, '0123456789ab'],
  ]);
});

it('one that was changed is set aside, with what was done to it', () => {
  expect(rows({ ...receipt, standing: { ...receipt.standing, points: 4 } })).toEqual({ reason: expect.stringContaining('not as it was made') as string });
  expect(rows({ ...receipt, format: 'lectern-receipt/9' } as unknown as Receipt)).toHaveProperty('reason');
});

it('statements are no receipts', () => {
  expect([isReceipt({ actor: {}, verb: {} }), isReceipt(null), isReceipt('lectern-receipt/1')]).toEqual([false, false, false]);
});
