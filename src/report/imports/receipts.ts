/** Receipts that learners saved in their browsers, as rows of a report: only those that were not changed. */
import { readReceipt } from '../../receipt/read-receipt.ts';
import { RECEIPT_FORMAT, type Receipt } from '../../receipt/receipt.ts';
import { verifyReceipt } from '../../receipt/verify.ts';
import type { LmsRecord } from './records.ts';

/** Of this version or another: that is told by reading it. */
export function isReceipt(value: unknown): boolean {
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : null;
  return typeof format === 'string' && format.startsWith(RECEIPT_FORMAT.replace(/\d+$/, ''));
}

export function receiptRecord(text: string): { record: LmsRecord } | { reason: string } {
  const read = readReceipt(text);
  if ('problem' in read) return { reason: read.problem };
  const [against] = verifyReceipt(read.receipt, null).filter(({ kind }) => kind === 'broken' || kind === 'wrong');
  return against === undefined ? { record: recordOf(read.receipt) } : { reason: `it is not as it was made: ${against.text.replace(/\.$/, '')}` };
}

function recordOf({ course, learner, events, standing, made }: Receipt): LmsRecord {
  const { success, completed, points, of } = standing;
  const decided = events.findLast(({ what }) => what === 'passed' || what === 'completed')?.at;
  const time = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));
  return {
    learner: /^[^\s@]+@[^\s@]+$/.test(learner.id) ? `mailto:${learner.id.toLowerCase()}` : learner.id,
    course: course.iri,
    title: course.title,
    attempt: 'receipt',
    started: time(events[0]?.at),
    ended: Date.parse(made),
    completed: completed || success === 'passed' ? time(decided) : null,
    standing: success !== 'unknown' ? success : completed ? 'completed' : 'in progress',
    alsoCompleted: completed && success !== 'unknown',
    score: of > 0 ? Math.round((points / of) * 1e4) / 1e4 : null,
    durationMs: null,
  };
}
