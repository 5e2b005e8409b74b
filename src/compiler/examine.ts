/** Phases 1 to 3: read, parse, check. What a course is and what is wrong with it, without building anything. */
import type { Course, Lesson } from '../course/course.ts';
import type { CourseFile } from '../course/course-file.ts';
import { type Diagnostic, type Place, wholeFile } from '../diagnostics/diagnostic.ts';
import { openSources } from './1-read/open-sources.ts';
import { type Sources, withFiles } from './1-read/sources.ts';
import { wordParts } from './1-read/word-parts.ts';
import type { LessonDocument } from './2-parse/document.ts';
import { drawnFiles, mayDraw } from './2-parse/drawn-files.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import { parseWord } from './2-parse/word/parse-word.ts';
import { inParagraphs } from './2-parse/word/in-paragraphs.ts';
import { beginCheck } from './3-check/check-course.ts';
import type { CheckedLesson } from './3-check/check-lesson.ts';
import { resolvePath } from './3-check/course-path.ts';
import { newTypesetter, type Typesetter } from './3-check/typeset/typeset.ts';
import { type LessonNames, named } from './3-check/lesson-names.ts';
import type { LessonOverview } from './3-check/overview.ts';
import { type HeldTexts, heldTexts } from './held-texts.ts';
import { newSecondThread, type SecondThread } from './second-thread.ts';

export interface Examined {
  course: Course | null;
  diagnostics: Diagnostic[];
  /** The lock file as it should be; null when there is no course. */
  lock: LockFile | null;
  sources: Sources | null;
  /** What each lesson has, as far as it could be read. */
  overview: LessonOverview[];
  /** The author's text of a file that was read, for excerpts. */
  sourceText(file: string): string | null;
}

export interface LockFile {
  /** Absolute path. */
  path: string;
  text: string;
  changed: boolean;
}

const LOCK_FILE = 'lectern.lock.json';

/** Reads, parses and checks; writes nothing. Expected failures are diagnostics, never exceptions. */
export async function examine(path: string, options: { draft: boolean }): Promise<Examined> {
  const second = newSecondThread();
  try {
    return await examineWith(second, path, options);
  } finally {
    await second.close();
  }
}

/** With what only those need who go on to write the lessons. */
export interface ExaminedLessons extends Examined {
  /** Those whose trees the second thread has: their number there and their names, by their place in the course. */
  elsewhere: ReadonlyMap<number, { index: number; names: LessonNames }>;
  /** Such a lesson with its trees, when the thread has ended. */
  again(place: number): Promise<Lesson>;
}

function decoded(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** The same for who goes on to use the second thread. */
export async function examineWith(second: SecondThread, path: string, options: { draft: boolean }): Promise<ExaminedLessons> {
  const opened = openSources(path);
  const diagnostics = [...opened.diagnostics];
  const pictures = new Map<string, Uint8Array>();
  const sources = opened.output === null ? null : withFiles(opened.output, pictures);
  const texts = heldTexts();
  // Captions are read by whoever needs them, and quoted only when something is wrong with them.
  const sourceText = (file: string): string | null => texts.get(file) ?? (/\.vtt$/i.test(file) ? decoded(sources?.readBytes(file) ?? null) : null);
  const again = (): never => {
    throw new Error('no lesson was checked elsewhere');
  };
  const failed = (): ExaminedLessons => ({ course: null, diagnostics, lock: null, sources, overview: [], sourceText, elsewhere: new Map(), again });
  if (sources === null) return failed();

  const read: Read = (file, written) => {
    const result = sources.readText(file, written);
    for (const one of result.diagnostics) diagnostics.push(one);
    if (result.text !== null) texts.set(file, result.text);
    return result.text;
  };
  const courseFile = await readCourseFile(sources, read, diagnostics);
  if (courseFile === undefined) return failed();

  const reading: Reading = { read, texts, pictures, diagnostics };
  const typesetter = newTypesetter();
  const banks = newBankFiles(sources, reading, typesetter);
  const check = beginCheck({ courseFile, sources, open: banks.open }, options);
  const here = async (document: LessonDocument): Promise<CheckedLesson> => {
    for (const one of (await typesetter.typeset(document))) diagnostics.push(one);
    await banks.readFor(document);
    return check.check(document);
  };
  beginSecond(second, path, courseFile, options.draft);
  const found = await checkLessons(lessonsOf(courseFile, sources), { sources, reading, here, second });
  const lockText = sources.look(LOCK_FILE) === 'file' ? read(LOCK_FILE) : null;
  const checked = check.finish(found.map(({ checked }) => checked), lockText === null ? null : { file: LOCK_FILE, text: lockText });
  for (const one of checked.diagnostics) diagnostics.push(one);
  return {
    course: diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? null : checked.output.course,
    diagnostics: inReadingOrder(diagnostics.map(inParagraphs), texts.files()),
    lock: { path: `${sources.root}/${LOCK_FILE}`, text: checked.output.lock, changed: checked.output.lock !== lockText },
    sources,
    overview: checked.output.overview,
    sourceText,
    elsewhere: new Map(found.flatMap(({ elsewhere }, place) => {
      const names = checked.output.names[place];
      return elsewhere === null || names === undefined ? [] : [[place, { index: elsewhere, names }]];
    })),
    async again(place) {
      const file = found[place]?.checked.lesson.file ?? '';
      const [document, names] = [parseLesson(file, texts.get(file) ?? '').output, checked.output.names[place]];
      await typesetter.typeset(document);
      if (names === undefined) throw new RangeError(`no lesson at ${place}`);
      return named(check.check(document), names);
    },
  };
}

type Lessons = CourseFile['lessons'];

function lessonsOf(courseFile: CourseFile | null, { entry }: Sources): Lessons {
  return courseFile === null ? [{ path: entry, place: wholeFile(entry) }] : courseFile.lessons;
}

/** Starts the second thread where it can help: it sees nothing of what is inside Word documents, and units are written from their trees twice. */
function beginSecond(second: SecondThread, path: string, courseFile: CourseFile | null, draft: boolean): void {
  if (courseFile === null || courseFile.packaging === 'sco-per-lesson' || courseFile.lessons.some((lesson) => isWord(lesson.path))) return;
  second.begin({ path, lessons: new Set(courseFile.lessons.map((lesson) => lesson.path)), language: courseFile.language, draft });
}

const isWord = (path: string): boolean => /\.docx$/i.test(path);

interface Found {
  checked: CheckedLesson;
  /** Number in the course file, where the second thread has its trees. */
  elsewhere: number | null;
}

interface Checking {
  sources: Sources;
  reading: Reading;
  here(document: LessonDocument): Promise<CheckedLesson>;
  second: SecondThread;
}

/** In the order of the course. What cannot be read is left out. */
async function checkLessons(lessons: Lessons, { sources, reading, here, second }: Checking): Promise<Found[]> {
  const found: (Found | null)[] = [];
  const checkHere = async (index: number, document: LessonDocument | null): Promise<void> => {
    found[index] = document === null ? null : { checked: await here(document), elsewhere: null };
  };
  const underWay: Promise<void>[] = [];
  for (const [index, { path, place }] of lessons.entries()) {
    await second.turn();
    found[index] = null;
    if (isWord(path)) {
      await checkHere(index, await readWordLesson(path, place, sources, reading));
      continue;
    }
    const text = reading.read(path, place);
    if (text === null) continue;
    const there = mayDraw(text) ? null : second.check({ index, file: path, text });
    if (there === null) await checkHere(index, parseHere(path, text, reading));
    else underWay.push(takeOver(there));
    async function takeOver(answer: NonNullable<typeof there>): Promise<void> {
      const done = await answer;
      if (done === null) return checkHere(index, parseHere(path, text ?? '', reading));
      for (const one of done.diagnostics) reading.diagnostics.push(one);
      found[index] = { checked: done.checked, elsewhere: index };
    }
  }
  await Promise.all(underWay);
  return found.filter((one) => one !== null);
}

function parseHere(path: string, text: string, { diagnostics }: Reading): LessonDocument {
  const parsed = parseLesson(path, text);
  for (const one of parsed.diagnostics) diagnostics.push(one);
  return parsed.output;
}

/** Files that lessons draw questions from. A lesson takes its trees over, so they are parsed anew for each. */
function newBankFiles(sources: Sources, reading: Reading, typesetter: Typesetter): { readFor(lesson: LessonDocument): Promise<void>; open(path: string, written: Place): LessonDocument | null } {
  const reported = new Set<string>();
  const ready = new Map<string, LessonDocument>();
  const parse = async (path: string): Promise<void> => {
    // What is wrong with a file is said once.
    const first = !reported.has(path) && !reading.texts.has(path);
    reported.add(path);
    const text = reading.read(path, wholeFile(path));
    if (text === null) return;
    const document = parseHere(path, text, { ...reading, diagnostics: first ? reading.diagnostics : [] });
    const found = await typesetter.typeset(document);
    if (first) for (const one of found) reading.diagnostics.push(one);
    ready.set(path, document);
  };
  return {
    async readFor(lesson) {
      ready.clear();
      for (const written of drawnFiles(lesson)) {
        const path = resolvePath(lesson.source.file, written);
        if (path !== null && path !== lesson.source.file && sources.look(path) === 'file') await parse(path);
      }
    },
    open(path, written) {
      const document = ready.get(path) ?? null;
      // Reports in the usual words what cannot be read.
      if (document === null) reading.read(path, written);
      return document;
    },
  };
}

/** Text of a file, its mistakes collected; `written` is where the author names it. */
type Read = (file: string, written?: Place) => string | null;

/** undefined: there should be one, but it cannot be used. null: a lone lesson. */
async function readCourseFile(
  sources: Sources,
  read: Read,
  diagnostics: Diagnostic[],
): Promise<CourseFile | null | undefined> {
  if (sources.kind === 'lesson') return null;
  const text = read(sources.entry);
  if (text === null) return undefined;
  // Its schema language is large, and a lone lesson has no need of it.
  const { parseCourseFile } = await import('./2-parse/parse-course-file.ts');
  const parsed = parseCourseFile(sources.entry, text);
  for (const one of parsed.diagnostics) diagnostics.push(one);
  return parsed.output ?? undefined;
}

interface Reading {
  read: Read;
  texts: HeldTexts;
  /** Files that exist only inside a Word document, by their path. */
  pictures: Map<string, Uint8Array>;
  diagnostics: Diagnostic[];
}

async function readWordLesson(path: string, place: Place, sources: Sources, { read, texts, pictures, diagnostics }: Reading): Promise<LessonDocument | null> {
  const bytes = sources.look(path) === 'file' ? sources.readBytes(path) : null;
  if (bytes === null) {
    // What cannot be read is said in the same words as for a text.
    read(path, place);
    return null;
  }
  const opened = await wordParts(path, bytes);
  for (const one of opened.diagnostics) diagnostics.push(one);
  if (opened.parts === null) return null;
  const parsed = await parseWord(path, opened.parts);
  for (const one of parsed.diagnostics) diagnostics.push(one);
  if (parsed.output === null) return null;
  texts.set(path, parsed.output.text);
  for (const [name, picture] of parsed.output.pictures) pictures.set(name, picture);
  return parsed.output.document;
}

/** By file in the order of reading, inside a file from top to bottom. */
function inReadingOrder(diagnostics: Diagnostic[], files: string[]): Diagnostic[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  const of = (diagnostic: Diagnostic): number => rank.get(diagnostic.file) ?? files.length;
  return [...diagnostics].sort((a, b) => of(a) - of(b) || byName(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** Files that were not read as text come last, by name. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
