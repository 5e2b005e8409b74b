/** A second processor for long courses: it takes over lessons from their text to their compressed files, beside the thread that does the rest. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unpack } from './3-check/carried-lesson.ts';
import type { CheckedLesson } from './3-check/check-lesson.ts';
import type { Surroundings } from './4-render/write-lesson.ts';
import type { Answers, CourseSetting, JobName, Jobs } from './second-thread-jobs.ts';

/** A lesson's trees stay with the thread that checked it, which writes it too. The results are the same wherever they come from. */
export interface SecondThread {
  /** Whether a thread is worth while, which then begins. Run from source there is no file for one, and with one processor no use. */
  begin(setting: CourseSetting): void;
  /** Lets the thread's answers in: they are heard only between our own doings. */
  turn(): Promise<unknown>;
  /** Null when there is no thread or it has enough to do; the answer is null for a lesson that it cannot check. */
  check(lesson: Jobs['check']): Promise<{ checked: CheckedLesson; diagnostics: Diagnostic[] } | null> | null;
  /** Lessons that it has checked; the answer is null when the thread has ended, and its trees with it. */
  writer(around: Omit<Surroundings, 'readBytes'>): (lessons: Jobs['write']['lessons']) => Promise<Answers['write'] | null>;
  close(): Promise<void>;
}

/** A thread takes a moment to start, which fewer lessons do not repay. */
const FEWEST = 40;
/** Enough that it never runs out of work while this thread is busy with one lesson. */
const QUEUED = 3;
/** For the trees of its share of a course of thousands of lessons. A thread that needs more ends, and its work is done without it. */
const ROOM = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 2048 };

export function newSecondThread(): SecondThread {
  let thread: Running | null = null;
  return {
    begin(setting) {
      const bundled = !import.meta.url.endsWith('.ts');
      if (!bundled || setting.lessons.size < FEWEST || availableParallelism() < 2) return;
      thread = run(new URL('./second-thread.js', import.meta.url));
      void thread.ask('begin', { setting });
    },
    turn: () => (thread === null ? Promise.resolve() : setImmediate()),
    check(lesson) {
      // What is too much for the thread is done here, so that both are busy to the end.
      if (thread === null || thread.waiting() >= QUEUED) return null;
      return thread.ask('check', lesson).then((done) => (done === null ? null : { checked: unpack(done.lesson), diagnostics: done.diagnostics }));
    },
    writer(around) {
      void thread?.ask('surroundings', { around });
      return async (lessons) => (await thread?.ask('write', { lessons })) ?? null;
    },
    async close() {
      await thread?.close();
    },
  };
}

interface Running {
  /** null when the thread ended before its work: then it is done without. */
  ask<K extends JobName>(kind: K, job: Jobs[K]): Promise<Answers[K] | null>;
  /** Jobs not answered yet. */
  waiting(): number;
  close(): Promise<unknown>;
}

/** Answers come in the order of the jobs. */
function run(entry: URL): Running {
  const worker = new Worker(entry, { resourceLimits: ROOM });
  const waiting: ((result: Answers[JobName] | null) => void)[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(null);
  };
  worker.on('message', (result: Answers[JobName]) => waiting.shift()?.(result));
  // A fault of ours shows itself again where the job is done without the thread.
  worker.on('error', end);
  worker.on('exit', end);
  return {
    ask: (kind, job) =>
      new Promise((answer) => {
        if (ended) return answer(null);
        waiting.push((result) => answer(result as Answers[typeof kind] | null));
        worker.postMessage({ kind, ...job });
      }),
    waiting: () => waiting.length,
    close: () => worker.terminate(),
  };
}
