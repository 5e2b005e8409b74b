/** The compiler's table of contents: examine (read, parse, check), render, bundle, pack, in this order. */
import { type Examined, type ExaminedLessons, examineWith } from './examine.ts';
import { renderCourse } from './4-render/render.ts';
import { renderUnits } from './4-render/units.ts';
import { lessonWriter, type Surroundings, type WrittenLesson } from './4-render/write-lesson.ts';
import { bundle } from './5-bundle/bundle.ts';
import { provedBudget } from './6-pack/budget.ts';
import { allFinished, finished } from './finished.ts';
import { pack } from './6-pack/pack.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Course, Lesson } from '../course/course.ts';
import { endsWhenDone, type LmsName } from '../vocabulary/lms.ts';
import { TARGET_FACTS, targetOf, type Target, type TargetWord } from '../vocabulary/targets.ts';
import { controlOf, prebuilt } from './prebuilt.ts';
import { newSecondThread, type SecondThread } from './second-thread.ts';

export interface CompileOptions {
  /** A package each, from one reading of the lessons. */
  targets: readonly TargetWord[];
  /** Builds lessons with `status: draft` too, and says so on every page. */
  draft: boolean;
  /** What is known of this LMS goes into the packages; absent: they are for any. */
  lms?: LmsName;
  /** A credential for the course's record store that goes into SCORM packages, readable by everybody. The whole header. */
  authorization?: string;
  /** Folder with the prebuilt player and control documents. */
  dist: string;
  /** Lectern's own version. */
  version: string;
}

export interface Compiled extends Examined {
  build: string | null;
  packages: { target: TargetWord; name: string; bytes: Uint8Array; progress: ReturnType<typeof provedBudget> }[];
}

/** All six phases. With any error there is no package. */
export async function compile(path: string, options: CompileOptions): Promise<Compiled> {
  const second = newSecondThread();
  try {
    return await compileWith(second, path, options);
  } finally {
    await second.close();
  }
}

async function compileWith(second: SecondThread, path: string, options: CompileOptions): Promise<Compiled> {
  const examined = await examineWith(second, path, { draft: options.draft });
  const { sources } = examined;
  const { course } = examined;
  if (course === null || sources === null) return { ...examined, build: null, packages: [] };

  const assets = prebuilt(options.dist);
  const { lms } = options;
  const setting = { css: assets.css, early: assets.early, featureCss: assets.featureCss, version: options.version, readBytes: (from: string) => sources.readBytes(from), ...(options.authorization === undefined ? {} : { authorization: options.authorization }), ...(lms === undefined ? {} : { endsWhenDone: (target: Target) => endsWhenDone(lms, target) }) };
  const written = await renderCourse(course, { ...setting, writer: writerOf(course, examined, second) });
  // Packing needs the room that its trees took.
  await second.close();
  const rendered = { ...written, chunks: allFinished(written.chunks) };
  const divided = course.units !== undefined && options.targets.some((word) => hasUnits(course, targetOf(word))) ? await renderUnits(course, rendered, setting) : null;
  const packages: Compiled['packages'] = [];
  const diagnostics = [...examined.diagnostics];
  // One after the other: each holds the whole package in memory.
  for (const word of options.targets) {
    const target = targetOf(word);
    const units = divided !== null && hasUnits(course, target);
    const files = await bundle({ rendered: units ? divided : rendered, target, learner: assets.learner, thirdParty: assets.thirdParty, readBytes: sources.readBytes });
    const packed = await pack({ course, files, target, control: controlOf(options.dist, target), embedded: options.authorization ?? null });
    for (const one of packed.diagnostics.filter((found) => !diagnostics.some((known) => isSame(known, found)))) diagnostics.push(one);
    if (packed.output !== null) packages.push({ target: word, name: `${course.id}-${word}.zip`, bytes: packed.output, progress: provedBudget(course, target) });
  }
  const failed = packages.length < options.targets.length;
  return { ...examined, diagnostics, build: rendered.build, packages: failed ? [] : packages };
}

/** Lessons are written where their trees are, and finished as soon as they are written. */
function writerOf({ lessons }: Course, { elsewhere, again }: ExaminedLessons, second: SecondThread): (around: Surroundings) => (lesson: Lesson) => Promise<WrittenLesson> {
  return ({ readBytes, ...around }) => {
    const write = lessonWriter({ ...around, readBytes });
    const here = async (lesson: Lesson): Promise<WrittenLesson> => finished(await write(lesson));
    const writeThere = second.writer(around);
    const there = new Map<Lesson | undefined, Promise<WrittenLesson>>();
    for (const batch of inBatches([...elsewhere])) {
      const answer = writeThere(batch.map(([, lesson]) => lesson));
      batch.forEach(([place], i) => there.set(lessons[place], answer.then(async (done) => done?.[i] ?? here(await again(place)))));
    }
    return (lesson) => there.get(lesson) ?? here(lesson);
  };
}

/** Enough that handing them over costs little, and few enough that both threads are done at about the same time. */
const BATCH = 10;

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

function hasUnits({ units }: Course, target: Target): boolean {
  return units !== undefined && TARGET_FACTS[target].units;
}

/** What is wrong with the course is told once, not for each target. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.file === b.file && a.line === b.line && a.message === b.message;
}
