/** What an evidence folder holds, and how its manifest is written: `sha256sum -c manifest.sha256` understands it too. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { once } from 'node:events';
import { z } from 'zod';
import { REPORT_NAMES } from '../reports/reports.ts';

export const MANIFEST = 'manifest.sha256';
export const FILES = { readme: 'README.txt', report: 'report.csv', audit: 'audit.csv', question: 'question.json', query: 'query.sql', records: 'records.ndjson', roster: 'roster.json', summary: 'summary.json' } as const;

/** Format of the folder; a later Lectern reads earlier ones. */
export const FOLDER_VERSION = 1;

const moment = z.number().nullable();

/** `question.json`: what was asked, exactly, so that it can be asked again. */
export const questionSchema = z.object({
  folder: z.literal(FOLDER_VERSION),
  report: z.enum(REPORT_NAMES),
  lectern: z.string(),
  made: z.string(),
  question: z.object({
    asOf: z.number(), validity: z.union([z.object({ months: z.number() }), z.object({ days: z.number() })]).nullable(), perRegistration: z.boolean(), latestDecides: z.boolean(),
    from: moment, until: moment, course: z.array(z.string()), version: z.array(z.string()), group: z.array(z.string()), status: z.array(z.string()), smallestGroup: z.number(),
  }),
  columns: z.array(z.string()),
});
export type AskedQuestion = z.infer<typeof questionSchema>;

/** 64 hex digits. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  return hash.digest('hex');
}

/** Writes texts one after the other without holding them all. */
export async function writeLines(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx' });
  for await (const line of lines) if (!file.write(line)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** The files of a folder but its manifest, sorted, and what is no file. */
export async function contentOf(folder: string): Promise<{ files: string[]; others: string[] }> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => name !== MANIFEST);
  const names = (file: boolean) => entries.filter((entry) => entry.isFile() === file).map(({ name }) => name).sort();
  return { files: names(true), others: names(false) };
}
