/** A second processor for long courses: it parses lessons beside the thread that checks them, and compresses its share of the files. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PhaseResult } from '../diagnostics/diagnostic.ts';
import { unpack } from './2-parse/carried-lesson.ts';
import type { LessonDocument } from './2-parse/document.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import type { Packed } from './6-pack/zip.ts';
import type { Done, Job } from './second-thread-jobs.ts';

type Parsed = PhaseResult<LessonDocument>;

/** Does everything itself until `begin` finds that a thread is worth while. The results are the same wherever they come from. */
export interface SecondThread {
  /** `lessons`: how many there will be. Run from source there is no file for a thread, and with one processor no use. */
  begin(lessons: number): void;
  /** How many lessons should be under way at once. */
  ahead(): number;
  /** Lets the thread's answers in: they are heard only between our own doings. */
  turn(): Promise<unknown>;
  parse(file: string, text: string): Promise<Parsed>;
  /** A zip of files that another zip takes over; null where there is no other thread to make it. */
  zip(files: readonly Packed[]): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** A thread takes a moment to start, which fewer lessons do not repay. */
const FEWEST = 40;
/** Enough that it never runs out of work while this thread is busy with one lesson. */
const QUEUED = 3;
/** What is parsed leaves at once. A lesson that needs more than this is parsed by the first thread. */
const ROOM = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 };

export function newSecondThread(): SecondThread {
  let thread: Running | null = null;
  return {
    begin(lessons) {
      const bundled = !import.meta.url.endsWith('.ts');
      if (bundled && lessons >= FEWEST && availableParallelism() > 1) thread ??= run(new URL('./second-thread.js', import.meta.url));
    },
    ahead: () => (thread === null ? 1 : 2 * QUEUED),
    turn: () => (thread === null ? Promise.resolve() : setImmediate()),
    async parse(file, text) {
      // What is too much for the thread is parsed here, so that both are busy to the end.
      const done = thread === null || thread.waiting() >= QUEUED ? null : await thread.ask({ kind: 'parse', file, text });
      return done?.kind === 'parse' ? unpack(done.lesson) : parseLesson(file, text);
    },
    async zip(files) {
      const done = (await thread?.ask({ kind: 'zip', files })) ?? null;
      return done?.kind === 'zip' ? done.bytes : null;
    },
    async close() {
      await thread?.close();
    },
  };
}

interface Running {
  /** null when the thread ended before its work: then it is done without. */
  ask(job: Job): Promise<Done | null>;
  /** Jobs not answered yet. */
  waiting(): number;
  close(): Promise<unknown>;
}

/** Answers come in the order of the jobs. */
function run(entry: URL): Running {
  const worker = new Worker(entry, { resourceLimits: ROOM });
  const waiting: ((result: Done | null) => void)[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(null);
  };
  worker.on('message', (result: Done) => waiting.shift()?.(result));
  // A fault of ours shows itself again where the job is done without the thread.
  worker.on('error', end);
  worker.on('exit', end);
  return {
    ask: (job) =>
      new Promise((answer) => {
        if (ended) return answer(null);
        waiting.push(answer);
        worker.postMessage(job);
      }),
    waiting: () => waiting.length,
    close: () => worker.terminate(),
  };
}
