/** What the second thread does when it is asked: the entry of its own file in `dist/cli`. It keeps the trees of the lessons that it has checked. */
import { parentPort } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { openSources } from './1-read/open-sources.ts';
import type { Sources } from './1-read/sources.ts';
import { drawnFiles } from './2-parse/drawn-files.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import { type CarriedLesson, carry } from './3-check/carried-lesson.ts';
import { checkForCourse, type CheckedLesson } from './3-check/check-lesson.ts';
import { type LessonNames, named } from './3-check/lesson-names.ts';
import { newTypesetter } from './3-check/typeset/typeset.ts';
import { lessonWriter, type Surroundings, type WrittenLesson } from './4-render/write-lesson.ts';
import { finished } from './finished.ts';

/** What is the same for all lessons of a course. */
export interface CourseSetting {
  /** As the first thread opened it. */
  path: string;
  lessons: ReadonlySet<string>;
  language: string | null;
  draft: boolean;
}

/** A lesson is known by its number in the course file. */
export interface Jobs {
  begin: { setting: CourseSetting };
  check: { index: number; file: string; text: string };
  surroundings: { around: Omit<Surroundings, 'readBytes'> };
  write: { lessons: { index: number; names: LessonNames }[] };
}

export interface Answers {
  begin: null;
  /** Null: it has to be checked where files are read for it. */
  check: { lesson: CarriedLesson; diagnostics: Diagnostic[] } | null;
  surroundings: null;
  write: WrittenLesson[];
}

export type JobName = keyof Jobs;
export type Job = { [K in JobName]: { kind: K } & Jobs[K] }[JobName];

const typesetter = newTypesetter();
const kept = new Map<number, CheckedLesson>();
let course: CourseSetting & { sources: Sources } | null = null;
let write: ReturnType<typeof lessonWriter> | null = null;

async function done(job: Job): Promise<Answers[JobName]> {
  switch (job.kind) {
    case 'begin': {
      const sources = openSources(job.setting.path).output;
      course = sources === null ? null : { ...job.setting, sources };
      return null;
    }
    case 'check':
      return check(job);
    case 'surroundings':
      write = lessonWriter({ ...job.around, readBytes: (from) => course?.sources.readBytes(from) ?? null });
      return null;
    case 'write':
      return writeAll(job);
  }
}

async function check({ index, file, text }: Jobs['check']): Promise<Answers['check']> {
  const { output: document, diagnostics } = parseLesson(file, text);
  if (course === null || drawnFiles(document).length > 0) return null;
  const typeset = await typesetter.typeset(document);
  const { sources: files, lessons, draft, language } = course;
  const checked = checkForCourse(document, { files, lessons, draft, language });
  kept.set(index, checked);
  return { lesson: carry(checked), diagnostics: [...diagnostics, ...typeset] };
}

async function writeAll({ lessons }: Jobs['write']): Promise<Answers['write']> {
  const written: WrittenLesson[] = [];
  for (const { index, names } of lessons) {
    const checked = kept.get(index);
    if (checked === undefined || write === null) throw new Error(`lesson ${index} was not checked here`);
    written.push(finished(await write(named(checked, names))));
    kept.delete(index);
  }
  return written;
}

/** What has been written is the other thread's from then on, and need not be there twice. */
function handedOver(answer: Answers[JobName]): ArrayBuffer[] {
  if (!Array.isArray(answer)) return [];
  const all = answer.flatMap(({ search, files }) => [search, ...files.map(({ content }) => (content instanceof Uint8Array ? content : content.deflated))]);
  return all.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** One after the other, because answers are told apart by their order. A fault ends this thread, and its work is done without it. */
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  last = last.then(() => done(job)).then((result) => parentPort?.postMessage(result, handedOver(result)));
});
