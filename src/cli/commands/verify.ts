/** `lectern verify`: says what a learner's receipt proves, and what it cannot. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../../diagnostics/diagnostic.ts';
import { diagnosticJson, jsonText } from '../../diagnostics/json.ts';
import { print } from '../../diagnostics/print.ts';
import { visible } from '../../diagnostics/visible.ts';
import { courseIn } from '../../inspect/inspect.ts';
import { readReceipt } from '../../receipt/read-receipt.ts';
import type { Receipt } from '../../receipt/receipt.ts';
import { type Finding, type ReceiptCourse, verifyReceipt } from '../../receipt/verify.ts';
import type { VerifyRequest } from '../arguments.ts';
import { type Io, wantsColour } from '../io.ts';
import { readZip } from './read-zip.ts';

/** Bytes; a receipt of a whole course has some hundred thousand. */
const RECEIPT_MAX = 64 * 2 ** 20;

const SIGNS: Readonly<Record<Finding['kind'], string>> = { holds: '✓', broken: '✗', wrong: '✗', odd: '?' };

/** The exit code: 0 nothing speaks against it, 1 something does, or there is nothing to verify. */
export function verify(request: VerifyRequest, io: Io): 0 | 1 {
  const diagnostics: Diagnostic[] = [];
  const receipt = receiptAt(resolve(io.cwd, request.path), request.path, diagnostics);
  const course = request.package === null ? null : courseAt(resolve(io.cwd, request.package), request.package, diagnostics);
  const findings = receipt === null || diagnostics.length > 0 ? [] : verifyReceipt(receipt, course);
  const proven = diagnostics.length === 0 && findings.every(({ kind }) => kind === 'holds' || kind === 'odd');
  if (request.json) io.stdout.write(jsonText({ receipt: receipt === null ? null : summaryOf(receipt), findings, diagnostics: diagnostics.map(diagnosticJson) }));
  else if (receipt === null || diagnostics.length > 0) io.stdout.write(print(diagnostics, { sourceText: () => null, colour: wantsColour(io), display: (file) => file }));
  else io.stdout.write(visible(`${request.path}\n\n${told(receipt)}\n\n${findings.map(({ kind, text }) => `${SIGNS[kind]} ${text}`).join('\n')}\n\n${limits(request.package !== null)}\n`));
  return proven ? 0 : 1;
}

function receiptAt(path: string, name: string, diagnostics: Diagnostic[]): Receipt | null {
  const refuse = (reason: string): null => {
    diagnostics.push(diagnose('receipt/unreadable', wholeFile(name), { name, reason }));
    return null;
  };
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return refuse('there is no such file');
  if (!found.isFile()) return refuse('it is a folder, a device or a pipe');
  if (found.size > RECEIPT_MAX) return refuse(`it has ${found.size} bytes, which no receipt has`);
  const read = readReceipt(readFileSync(path, 'utf8'));
  return 'receipt' in read ? read.receipt : refuse(read.problem);
}

function courseAt(path: string, name: string, diagnostics: Diagnostic[]): ReceiptCourse | null {
  const bytes = readZip(path, name);
  const { output, diagnostics: refused } = bytes instanceof Uint8Array ? courseIn(bytes, name) : { output: null, diagnostics: [bytes] };
  diagnostics.push(...refused);
  if (output === null) {
    if (refused.length === 0) diagnostics.push(diagnose('receipt/unreadable', wholeFile(name), { name, reason: 'it is no package that Lectern made as one course, so there is nothing to hold the receipt against' }));
    return null;
  }
  const lessons = output.lessons.map(({ id, parts, items }) => ({ id, parts: parts.length, items: items.map(([key, points]) => [key, points] as const) }));
  return { id: output.id, build: output.build, version: output.version, passMark: output.passMark, completion: output.completion, lessons };
}

function summaryOf({ course, learner, made, confirmed, events, standing }: Receipt): object {
  return { course, learner, made, confirmed, events: events.length, standing };
}

function told({ course, learner, made, confirmed, events, standing }: Receipt): string {
  const { points, of, success, completed, sections } = standing;
  const rows = [
    ['Course', `${course.title} (${course.id}), version ${course.version}, build ${course.build}`],
    ['Learner', learner.name === '' ? learner.id : `${learner.name} (${learner.id})`],
    ['Made', made],
    ['LMS', confirmed === null ? 'confirmed nothing in that visit' : `confirmed everything up to ${confirmed}`],
    ['Claims', `${completed ? 'completed' : 'not completed'}, ${success === 'unknown' ? 'neither passed nor failed' : success}, ${points} of ${of} points, ${sections[0]} of ${sections[1]} sections, ${events.length} events`],
  ];
  return rows.map(([name = '', text = '']) => `${name.padEnd(9)}${text}`).join('\n');
}

function limits(compared: boolean): string {
  return [
    'What this cannot show: who sat at the keyboard, whether the clock was right, and whether the file came from a browser at all.',
    'Somebody who can program can write a receipt that contradicts nothing. Ask for it beside what the LMS does have: visits, times, earlier results.',
    ...(compared ? [] : ['With --package FILE.zip it is also held against the course.']),
  ].join('\n');
}
