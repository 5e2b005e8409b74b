/** Reads JSON that LRSs, Lectern's receipts and SCORM Cloud give out: lists, answers of an LRS, or one object a line. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { flatten } from '../statement/flatten.ts';
import { type Statement, statementSchema } from '../statement/schema.ts';
import type { Incoming } from '../store/store.ts';
import type { LmsRecord } from './records.ts';

export interface JsonEntry {
  /** `line 12` or `entry 12`. */
  where: string;
  line: number;
  value: unknown;
  /** The text as it was, for the copy; null when it cannot be written again. */
  text: string | null;
}

/** Bytes; a file that is one JSON text has to fit into memory. One object a line has no limit. */
const WHOLE_MAX = 512 * 1024 * 1024;

export class NotJson extends Error {}

/** Entries of a file, one after the other; one that cannot be read has an `undefined` value. Throws NotJson when nothing can. */
export async function* jsonEntries(path: string): AsyncGenerator<JsonEntry> {
  if (await isLines(path)) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      line += 1;
      const trimmed = text.replace(/^\ufeff/, '').trim();
      if (trimmed !== '') yield { where: `Line ${line}`, line, value: parsed(trimmed), text: trimmed };
    }
    return;
  }
  const { size } = await stat(path);
  if (size > WHOLE_MAX) throw new NotJson(`it is one JSON text of ${Math.round(size / 1_048_576)} MB; export one statement a line (NDJSON) instead`);
  const whole = parsed((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  if (whole === undefined) throw new NotJson('its JSON is cut off or damaged');
  for (const [index, value] of listOf(whole).entries()) yield { where: `Entry ${index + 1}`, line: 1, value, text: jsonOf(value) };
}

/** Null where something is nested so deeply that Node cannot write it, although it could read it. */
export function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the list stands: the file itself, or under the name that LRSs, SCORM Cloud and receipts use. */
function listOf(whole: unknown): unknown[] {
  if (Array.isArray(whole)) return whole;
  if (typeof whole === 'object' && whole !== null) {
    for (const key of ['statements', 'registrations', 'receipts']) {
      const list: unknown = Reflect.get(whole, key);
      if (Array.isArray(list)) return list;
    }
  }
  return [whole];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One object a line: the first line is whole by itself, and there is a second one. */
async function isLines(path: string): Promise<boolean> {
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return true;
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  const first: string[] = [];
  for await (const line of lines) {
    if (line.trim() !== '') first.push(line);
    if (first.length === 2) break;
  }
  lines.close();
  return first.length === 2 && /^\s*\{/.test(first[0] ?? '') && parsed(first[0]?.replace(/^\ufeff/, '') ?? '') !== undefined;
}

/** The statement as it counts, or why it does not. */
export function statementOf({ value, text }: JsonEntry, source: string, received: number): Incoming | { reason: string } {
  if (value === undefined) return { reason: 'it is no complete JSON' };
  if (text === null) return { reason: 'something in it is nested too deeply to be kept' };
  const checked = statementSchema.safeParse(value);
  if (!checked.success) return { reason: issueText(checked.error) };
  const flattened = flatten(checked.data satisfies Statement, source, received);
  return 'reason' in flattened ? flattened : { ...flattened, original: text };
}

function issueText(error: z.ZodError): string {
  const [issue] = error.issues;
  const at = issue === undefined || issue.path.length === 0 ? 'it' : `“${issue.path.join('.')}”`;
  return `${at} is not as xAPI wants it (${issue?.message ?? 'unknown'})`;
}

const registration = z.object({
  id: z.string().optional(),
  instance: z.number().optional(),
  registrationCompletion: z.string().optional(),
  registrationSuccess: z.string().optional(),
  score: z.object({ scaled: z.number().nullish() }).nullish(),
  totalSecondsTracked: z.number().nullish(),
  firstAccessDate: z.string().nullish(),
  lastAccessDate: z.string().nullish(),
  completedDate: z.string().nullish(),
  createdDate: z.string().nullish(),
  updated: z.string().nullish(),
  course: z.object({ id: z.string().min(1), title: z.string().optional(), version: z.number().optional() }),
  learner: z.object({ id: z.string().min(1), email: z.string().nullish() }),
});

/** A registration of SCORM Cloud's API: scores there run from 0 to 100 although they are called scaled. */
export function registrationOf(value: unknown, time: (text: string) => number | null): { record: LmsRecord } | { reason: string } {
  const checked = registration.safeParse(value);
  if (!checked.success) return { reason: issueText(checked.error).replace('xAPI wants', 'SCORM Cloud writes') };
  const one = checked.data;
  const at = (text: string | null | undefined) => (text === null || text === undefined ? null : time(text));
  const success = one.registrationSuccess?.toUpperCase();
  const completed = one.registrationCompletion?.toUpperCase() === 'COMPLETED';
  const started = at(one.firstAccessDate);
  const standing = success === 'PASSED' ? 'passed' : success === 'FAILED' ? 'failed' : completed ? 'completed' : started === null ? 'not started' : 'in progress';
  const scaled = one.score?.scaled ?? null;
  return {
    record: {
      learner: /^[^\s@]+@[^\s@]+$/.test(one.learner.id) ? `mailto:${one.learner.id.toLowerCase()}` : one.learner.id,
      course: one.course.id, title: one.course.title ?? null, attempt: `${one.id ?? ''}/${one.instance ?? 0}`,
      started, ended: at(one.lastAccessDate) ?? at(one.updated), completed: at(one.completedDate), standing, alsoCompleted: completed && standing !== 'completed',
      score: scaled === null ? null : scaled / 100, durationMs: one.totalSecondsTracked === null || one.totalSecondsTracked === undefined ? null : Math.round(one.totalSecondsTracked * 1000),
    },
  };
}
