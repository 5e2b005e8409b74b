/** Receipts that learners were given by a package, as records: what their own browser noted, kept apart as such, and only where nothing in it was changed. */
import { readReceipt } from '../../receipt/read-receipt.ts';
import { RECEIPT_FORMAT, type Receipt, type ReceiptEvent } from '../../receipt/receipt.ts';
import { verifyReceipt } from '../../receipt/verify.ts';
import { questionId } from '../../vocabulary/xapi.ts';
import type { StatementRow } from '../statement/row.ts';
import type { Incoming } from '../store/store.ts';
import type { JsonEntry } from './json.ts';
import { idOf } from './records.ts';

/** Of this version or another: that is told by reading it. */
export function isReceipt(value: unknown): boolean {
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : null;
  return typeof format === 'string' && format.startsWith(RECEIPT_FORMAT.replace(/\d+$/, ''));
}

/** What an event is called in a statement; the rest of them decides nothing. */
const VERBS: Partial<Record<ReceiptEvent['what'], string>> = { opened: 'initialized', answered: 'answered', passed: 'passed', failed: 'failed', completed: 'completed' };

/** `course` is what the caller calls it, where the course's own address is not meant. A reason ends “… was set aside: <reason>.” */
export function receiptRows({ text }: JsonEntry, source: string, course: string | null, received: number): { rows: Incoming[] } | { reason: string } {
  if (text === null) return { reason: 'something in it is nested too deeply to be read' };
  const read = readReceipt(text);
  if ('problem' in read) return { reason: read.problem };
  const { receipt } = read;
  const found = verifyReceipt(receipt, null).find(({ kind }) => kind === 'broken' || kind === 'wrong');
  if (found !== undefined) return { reason: `it is not as it was made: ${found.text.replace(/\.$/, '')}` };
  const taking = { receipt, source, received, course: course ?? (receipt.target === 'cmi5' ? `${receipt.course.iri}/unit` : receipt.course.iri) };
  const rows = receipt.events.flatMap((event) => {
    const verb = VERBS[event.what];
    return verb === undefined ? [] : [incoming(taking, verb, event.hash, event)];
  });
  return { rows: [...rows, ...brought(taking)].map((one, index) => (index === 0 ? { ...one, original: JSON.stringify({ source, receipt: text }) } : one)) };
}

interface Taking {
  receipt: Receipt;
  source: string;
  received: number;
  course: string;
}

/** What earlier visits led to: the receipt says that it was so when it was made, and no more. */
function brought(taking: Taking): Incoming[] {
  const { events, standing, made, seal } = taking.receipt;
  const share = standing.of > 0 ? standing.points / standing.of : null;
  const told = (what: string) => events.some((event) => event.what === what);
  const claims = [...(standing.success !== 'unknown' && !told(standing.success) ? [standing.success] : []), ...(standing.completed && !told('completed') ? ['completed'] : [])];
  return claims.map((verb) => incoming(taking, verb, `${seal} ${verb}`, { at: made, about: '', result: null, share: verb === 'completed' ? null : share }));
}

function incoming({ receipt, source, received, course }: Taking, verb: string, mark: string, event: Pick<ReceiptEvent, 'at' | 'about' | 'result' | 'share'>): Incoming {
  const answered = verb === 'answered';
  const activity = answered ? questionId(course, event.about) : course;
  const { learner } = receipt;
  const row: StatementRow = {
    id: idOf(['receipt', mark]), stored: received, happened: Date.parse(event.at), actor: /^[^\s@]+@[^\s@]+$/.test(learner.id) ? `mailto:${learner.id.toLowerCase()}` : learner.id,
    verb, activity, course, registration: idOf(['receipt', learner.id, course, receipt.events[0]?.hash ?? receipt.seal]), session: null, cmi5: false, moveon: false, move_on: null,
    success: answered && event.result !== null && event.result !== 'neutral' ? event.result === 'correct' : null, completion: null,
    score_scaled: verb === 'passed' || verb === 'failed' ? event.share : null, score_raw: null, score_max: null, duration_ms: null, response: null,
    version: receipt.course.version || null, content: receipt.course.build || null, voids: null, authority: 'export:receipts', source,
  };
  return { row, original: JSON.stringify({ source, seal: receipt.seal, event }), title: answered ? null : { of: course, text: receipt.course.title }, objectives: [] };
}
