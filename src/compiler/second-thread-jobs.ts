/** What the second thread does when it is asked: the entry of its own file in `dist/cli`. */
import { parentPort } from 'node:worker_threads';
import { type CarriedLesson, carry } from './2-parse/carried-lesson.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import { type Packed, zip } from './6-pack/zip.ts';

export type Job = { kind: 'parse'; file: string; text: string } | { kind: 'zip'; files: readonly Packed[] };
export type Done = { kind: 'parse'; lesson: CarriedLesson } | { kind: 'zip'; bytes: Uint8Array };

async function done(job: Job): Promise<Done> {
  if (job.kind === 'zip') return { kind: 'zip', bytes: await zip(null, job.files, []) };
  return { kind: 'parse', lesson: carry(parseLesson(job.file, job.text)) };
}

/** One after the other, because answers are told apart by their order. A fault ends this thread, and its work is done without it. */
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  last = last.then(() => done(job)).then((result) => parentPort?.postMessage(result));
});
