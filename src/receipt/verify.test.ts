/** Whatever is done to a receipt shows, and it is told what was done; what was not touched holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceipt } from './read-receipt.ts';
import { makeReceipt, type Noted, RECEIPT_FORMAT, type Receipt } from './receipt.ts';
import { type Finding, type ReceiptCourse, verifyReceipt } from './verify.ts';

const course: ReceiptCourse = { id: 'nets', build: '0123456789ab', version: '1.0', passMark: 0.5, completion: { viewed: 0.9, items: 'attempted' }, lessons: [{ id: 'l1', parts: 2, items: [[1, 1], [2, 3]] }] };

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 2, 3, 4, seconds)).toISOString();
const events: Noted[] = [
  { at: at(0), what: 'opened', about: '0123456789ab', result: null, share: null },
  { at: at(30), what: 'read', about: 'l1/1', result: null, share: null },
  { at: at(60), what: 'answered', about: 'bias', result: 'incorrect', share: null },
  { at: at(90), what: 'answered', about: 'act', result: 'correct', share: null },
  { at: at(90), what: 'scored', about: '', result: null, share: 0.75 },
  { at: at(90), what: 'passed', about: '', result: null, share: null },
];

function receipt(noted: readonly Noted[] = events): Receipt {
  return makeReceipt({ format: RECEIPT_FORMAT, course: { id: 'nets', iri: 'https://example.org/nets', title: 'Nets', version: '1.0', build: '0123456789ab' }, learner: { id: 'ada', name: 'Lovelace, Ada' }, target: 'scorm2004', lectern: '0.1.0' }, noted, {
    made: at(300),
    confirmed: null,
    standing: { points: 3, of: 4, passMark: 0.5, success: 'passed', completed: false, sections: [1, 2], items: [['l1', 1, 0, 1], ['l1', 2, 1, 1]] },
  });
}

const said = (findings: readonly Finding[], kind: Finding['kind']): string => findings.flatMap((each) => (each.kind === kind ? [each.text] : [])).join(' ');
const broken = (changed: Receipt): string => said(verifyReceipt(changed, null), 'broken');

describe('an untouched receipt', () => {
  it('holds, alone and against its package, also after a journey through text', () => {
    const read = readReceipt(JSON.stringify(receipt(), null, 2));
    const findings = 'receipt' in read ? verifyReceipt(read.receipt, course) : [];
    expect(findings.map(({ kind }) => kind)).toEqual(['holds', 'holds', 'holds']);
  });
});

describe('what was done to it is told apart', () => {
  it('words of an event', () => {
    const changed = receipt();
    changed.events = changed.events.map((event) => (event.n === 3 ? { ...event, result: 'correct' } : event));
    expect(broken(changed)).toContain('Event 3 (answered');
  });
  it('another order', () => {
    const changed = receipt();
    const [a, b, c, ...rest] = changed.events;
    if (a && b && c) changed.events = [a, c, b, ...rest];
    expect(broken(changed)).toContain('another order');
  });
  it('events taken out of the middle', () => {
    const changed = receipt();
    changed.events = changed.events.filter(({ n }) => n !== 3);
    expect(broken(changed)).toContain('number 3 is missing');
  });
  it('an end that was cut off', () => {
    const changed = receipt();
    changed.events = changed.events.slice(0, -2);
    expect(broken(changed)).toContain('cut off at the end');
  });
  it('another learner', () => {
    expect(broken({ ...receipt(), learner: { id: 'bob', name: 'Bob' } })).toContain('learner');
  });
  it('another result', () => {
    const changed = receipt();
    expect(broken({ ...changed, standing: { ...changed.standing, completed: true } })).toContain('result');
  });
  it('another build of the course', () => {
    expect(said(verifyReceipt(receipt(), { ...course, build: 'ffffffffffff' }), 'wrong')).toContain('build ffffffffffff');
  });
  it('points that its questions do not make', () => {
    expect(said(verifyReceipt(receipt(), { ...course, lessons: [{ id: 'l1', parts: 2, items: [[1, 1], [2, 1]] }] }), 'wrong')).toContain('add up to 1 points');
  });
  it('answers faster than anybody reads', () => {
    const quick = events.map((event) => ({ ...event, at: at(60) }));
    expect(said(verifyReceipt(receipt(quick), null), 'odd')).toContain('less than a second');
  });
});

it('no change of one value goes unnoticed', () => {
  const whole = JSON.stringify(receipt());
  const leaves = [...whole.matchAll(/:("[^"]*"|-?\d[\d.]*|true|false|null)/g)];
  fc.assert(
    fc.property(fc.nat(leaves.length - 1), fc.constantFrom('"x"', '7', 'null', 'true', '"2030-01-01T00:00:00.000Z"'), (index, put) => {
      const leaf = leaves[index];
      if (leaf === undefined || leaf[1] === put) return;
      const read = readReceipt(`${whole.slice(0, leaf.index + 1)}${put}${whole.slice(leaf.index + leaf[0].length)}`);
      expect('problem' in read || broken(read.receipt) !== '').toBe(true);
    }),
  );
});

it('what is no receipt is said in words, whatever it is', () => {
  for (const text of ['', '{', '[]', '{"format":"lectern-receipt/9"}', '{"format":"lectern-receipt/1","events":{}}', 'null', '"x"']) expect(readReceipt(text)).toHaveProperty('problem');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      readReceipt(text);
    }),
  );
});
