/** `lectern verify` from the outside: what it says of a receipt, of one that was changed, and of what is none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeReceipt, RECEIPT_FORMAT } from '../../src/receipt/receipt.ts';
import { run } from './run.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lectern-verify-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const receipt = makeReceipt({ format: RECEIPT_FORMAT, course: { id: 'nets', iri: 'https://example.org/nets', title: 'Nets', version: '1.0', build: '0123456789ab' }, learner: { id: 'ada', name: 'Ada\u001b[2J' }, target: 'scorm2004', lectern: '0.1.0' }, [{ at: '2026-01-02T03:04:05.678Z', what: 'answered', about: 'bias', result: 'correct', share: null }], {
  made: '2026-01-02T04:00:00.000Z',
  confirmed: null,
  standing: { points: 1, of: 2, passMark: null, success: 'unknown', completed: false, sections: [0, 2], items: [['l1', 1, 1, 1]] },
});

const write = (name: string, text: string): string => (writeFileSync(join(folder, name), text), join(folder, name));

it('says what the receipt claims, that it holds, and what that does not show', async () => {
  const { code, stdout } = await run(folder, 'verify', write('receipt.json', JSON.stringify(receipt)));
  expect(code).toBe(0);
  expect(stdout).toContain('All 1 events are there');
  expect(stdout).toContain('who sat at the keyboard');
  expect(stdout).not.toContain('\u001b[2J');
});

it('exits with 1 for one that was changed, with the findings as JSON', async () => {
  const { code, stdout } = await run(folder, 'verify', write('receipt.json', JSON.stringify({ ...receipt, learner: { id: 'bob', name: 'Bob' } })), '--json');
  expect(code).toBe(1);
  expect((JSON.parse(stdout) as { findings: { kind: string }[] }).findings.map(({ kind }) => kind)).toContain('broken');
});

it.each([['no-such.json', null], ['lesson.md', '# A lesson'], ['half.json', JSON.stringify(receipt).slice(0, 200)]])('says of %s why it is no receipt (receipt/unreadable)', async (name, text) => {
  const { code, stdout } = await run(folder, 'verify', text === null ? join(folder, name) : write(name, text));
  expect(code).toBe(1);
  expect(stdout).toContain('cannot be verified');
});

it('says of a package that cannot be read what is wrong with it', async () => {
  const { code, stdout } = await run(folder, 'verify', write('receipt.json', JSON.stringify(receipt)), '--package', write('course.zip', 'no zip'));
  expect(code).toBe(1);
  expect(stdout).toContain('not a zip file');
});
