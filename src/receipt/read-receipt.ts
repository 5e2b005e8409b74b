/** Reads a receipt from text that anybody may have written. Total: what is not one is said in words, with the place. */
import { RECEIPT_FORMAT, type Receipt, type ReceiptEvent, type ReceiptStanding } from './receipt.ts';

export type ReadReceipt = { receipt: Receipt } | { problem: string };

class Wrong extends Error {}

/** More events than any course brings about. */
const EVENTS_MAX = 100_000;
const WHAT = ['opened', 'read', 'answered', 'scored', 'passed', 'failed', 'completed', 'confirmed'] as const;
const RESULTS = ['correct', 'incorrect', 'neutral', null] as const;
const SUCCESS = ['unknown', 'passed', 'failed'] as const;

export function readReceipt(text: string): ReadReceipt {
  try {
    return { receipt: receiptIn(JSON.parse(text.replace(/^\ufeff/, ''))) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'it is no JSON: a part may be missing at its end' };
    if (error instanceof Wrong) return { problem: error.message };
    throw error;
  }
}

function receiptIn(value: unknown): Receipt {
  const read = fields(value, 'the file');
  if (read['format'] !== RECEIPT_FORMAT) throw new Wrong(typeof read['format'] === 'string' ? `its format is “${read['format'].slice(0, 40)}”, and this version reads ${RECEIPT_FORMAT}` : 'it has no “format” as receipts have');
  const course = fields(read['course'], 'course');
  const learner = fields(read['learner'], 'learner');
  const { events } = read;
  if (!Array.isArray(events) || events.length > EVENTS_MAX) throw new Wrong('“events” is no list');
  return {
    format: RECEIPT_FORMAT,
    course: { id: words(course, 'id'), iri: words(course, 'iri'), title: words(course, 'title'), version: words(course, 'version'), build: words(course, 'build') },
    learner: { id: words(learner, 'id'), name: words(learner, 'name') },
    target: words(read, 'target'),
    lectern: words(read, 'lectern'),
    made: time(read, 'made'),
    confirmed: read['confirmed'] === null ? null : time(read, 'confirmed'),
    events: events.map((each: unknown, index) => eventIn(each, index + 1)),
    standing: standingIn(read['standing']),
    seal: words(read, 'seal'),
  };
}

function eventIn(value: unknown, place: number): ReceiptEvent {
  const name = `event ${place}`;
  const read = fields(value, name);
  return {
    n: number(read, 'n', name),
    at: time(read, 'at', name),
    what: oneOf(read, 'what', WHAT, name),
    about: words(read, 'about', name),
    result: oneOf(read, 'result', RESULTS, name),
    share: read['share'] === null ? null : number(read, 'share', name),
    before: words(read, 'before', name),
    hash: words(read, 'hash', name),
  };
}

function standingIn(value: unknown): ReceiptStanding {
  const read = fields(value, 'standing');
  const { sections, items, completed } = read;
  if (typeof completed !== 'boolean') throw new Wrong('“completed” in standing is neither true nor false');
  if (!Array.isArray(sections) || sections.length !== 2 || !sections.every(isNumber)) throw new Wrong('“sections” in standing is no pair of numbers');
  if (!Array.isArray(items) || !items.every(isItem)) throw new Wrong('“items” in standing is no list of items');
  return {
    points: number(read, 'points', 'standing'),
    of: number(read, 'of', 'standing'),
    passMark: read['passMark'] === null ? null : number(read, 'passMark', 'standing'),
    success: oneOf(read, 'success', SUCCESS, 'standing'),
    completed,
    sections: [sections[0] ?? 0, sections[1] ?? 0],
    items,
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isItem = (value: unknown): value is [string, number, number, number] => Array.isArray(value) && value.length === 4 && typeof value[0] === 'string' && value.slice(1).every(isNumber);

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(`“${name}” is not as in a receipt`);
  return { ...value };
}

function words(read: Fields, field: string, name = 'the receipt'): string {
  const value = read[field];
  if (typeof value !== 'string') throw new Wrong(`“${field}” is missing in ${name}`);
  return value;
}

function number(read: Fields, field: string, name: string): number {
  const value = read[field];
  if (!isNumber(value)) throw new Wrong(`“${field}” in ${name} is no number`);
  return value;
}

function time(read: Fields, field: string, name?: string): string {
  const value = words(read, field, name);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) || Number.isNaN(Date.parse(value))) throw new Wrong(`“${field}”${name === undefined ? '' : ` in ${name}`} is no time as in 2026-01-02T03:04:05.678Z`);
  return value;
}

function oneOf<T>(read: Fields, field: string, known: readonly T[], name: string): T {
  const found = known.find((each) => each === read[field]);
  if (found === undefined) throw new Wrong(`“${field}” in ${name} is none of ${known.join(', ')}`);
  return found;
}
