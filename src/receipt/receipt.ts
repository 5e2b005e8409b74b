/**
 * A receipt: what a learner did in a course, as a file for whoever keeps the record when the LMS did not. Each event carries the hash of
 * the one before, so that a file that was changed, cut or reordered shows it. No answers are in it, only how they were judged.
 */
import { sha256 } from './sha256.ts';

export const RECEIPT_FORMAT = 'lectern-receipt/1';

/** What is noted of an event, in the order in which it is hashed. */
export interface Noted {
  /** ISO 8601, UTC. */
  at: string;
  what: 'opened' | 'read' | 'answered' | 'scored' | 'passed' | 'failed' | 'completed' | 'confirmed';
  /** Section (`lesson/number`), question, or the build that was opened. */
  about: string;
  result: 'correct' | 'incorrect' | 'neutral' | null;
  /** 0..1, of everything that counts. */
  share: number | null;
}

export interface ReceiptEvent extends Noted {
  n: number;
  /** Hash of the event before; of the head for the first. */
  before: string;
  hash: string;
}

export interface ReceiptHead {
  format: typeof RECEIPT_FORMAT;
  course: { id: string; iri: string; title: string; version: string; build: string };
  learner: { id: string; name: string };
  target: string;
  lectern: string;
}

/** Where the learner stands: what the events led to, and what earlier visits brought. */
export interface ReceiptStanding {
  points: number;
  of: number;
  passMark: number | null;
  success: 'unknown' | 'passed' | 'failed';
  completed: boolean;
  sections: [seen: number, of: number];
  /** Lesson, key of the item in it, best share of its points, tries. */
  items: [lesson: string, item: number, best: number, tries: number][];
}

export interface Receipt extends ReceiptHead {
  /** When it was made. */
  made: string;
  /** When the LMS last confirmed everything; null = not in that visit. */
  confirmed: string | null;
  events: ReceiptEvent[];
  standing: ReceiptStanding;
  /** Hash over the last event, the number of events and everything that stands outside of them. */
  seal: string;
}

const hashOf = (...parts: unknown[]): string => sha256(JSON.stringify(parts));

export function headHash({ format, course, learner, target, lectern }: ReceiptHead): string {
  const { id, iri, title, version, build } = course;
  return hashOf(format, [id, iri, title, version, build], [learner.id, learner.name], target, lectern);
}

export function eventHash({ n, at, what, about, result, share, before }: Omit<ReceiptEvent, 'hash'>): string {
  return hashOf(before, n, at, what, about, result, share);
}

export function sealOf({ made, confirmed, events, standing }: Omit<Receipt, 'seal'>, head: string): string {
  const { points, of, passMark, success, completed, sections, items } = standing;
  return hashOf(events.at(-1)?.hash ?? head, events.length, made, confirmed, [points, of, passMark, success, completed, sections, items]);
}

export function makeReceipt(head: ReceiptHead, noted: readonly Noted[], rest: Pick<Receipt, 'made' | 'confirmed' | 'standing'>): Receipt {
  const beginning = headHash(head);
  const events: ReceiptEvent[] = [];
  for (const { at, what, about, result, share } of noted) {
    const open = { n: events.length + 1, at, what, about, result, share, before: events.at(-1)?.hash ?? beginning };
    events.push({ ...open, hash: eventHash(open) });
  }
  const receipt = { ...head, ...rest, events };
  return { ...receipt, seal: sealOf(receipt, beginning) };
}
