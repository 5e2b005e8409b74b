/** Phases 1 to 3: read, parse, check. What a course is and what is wrong with it, without building anything. */
import type { Course } from '../course/course.ts';
import type { CourseFile } from '../course/course-file.ts';
import { type Diagnostic, type Place, wholeFile } from '../diagnostics/diagnostic.ts';
import { openSources } from './1-read/open-sources.ts';
import { type Sources, withFiles } from './1-read/sources.ts';
import { wordParts } from './1-read/word-parts.ts';
import type { LessonDocument } from './2-parse/document.ts';
import { drawnFiles } from './2-parse/drawn-files.ts';
import { parseWord } from './2-parse/word/parse-word.ts';
import { inParagraphs } from './2-parse/word/in-paragraphs.ts';
import { beginCheck } from './3-check/check-course.ts';
import { resolvePath } from './3-check/course-path.ts';
import { newTypesetter } from './3-check/typeset/typeset.ts';
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

/** The same for who goes on to use the second thread. */
export async function examineWith(second: SecondThread, path: string, options: { draft: boolean }): Promise<Examined> {
  const opened = await openSources(path);
  const diagnostics = [...opened.diagnostics];
  const pictures = new Map<string, Uint8Array>();
  const sources = opened.output === null ? null : withFiles(opened.output, pictures);
  const texts = heldTexts();
  const sourceText = texts.get;
  const failed = (): Examined => ({ course: null, diagnostics, lock: null, sources, overview: [], sourceText });
  if (sources === null) return failed();

  const read: Read = (file, written) => {
    const result = sources.readText(file, written);
    diagnostics.push(...result.diagnostics);
    if (result.text !== null) texts.set(file, result.text);
    return result.text;
  };
  const courseFile = await readCourseFile(sources, read, diagnostics);
  if (courseFile === undefined) return failed();

  const typesetter = newTypesetter();
  const banks = newBankFiles(sources, { read, texts, pictures, diagnostics }, { typesetter, second });
  const check = beginCheck({ courseFile, sources, open: banks.open }, options);
  second.begin(courseFile?.lessons.length ?? 1);
  for await (const document of readLessons(courseFile, sources, { read, texts, pictures, diagnostics }, second)) {
    diagnostics.push(...(await typesetter.typeset(document)));
    await banks.readFor(document);
    check.add(document);
  }
  const lockText = sources.look(LOCK_FILE) === 'file' ? read(LOCK_FILE) : null;
  const checked = check.finish(lockText === null ? null : { file: LOCK_FILE, text: lockText });
  diagnostics.push(...checked.diagnostics);
  return {
    course: diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? null : checked.output.course,
    diagnostics: inReadingOrder(diagnostics.map(inParagraphs), texts.files()),
    lock: { path: `${sources.root}/${LOCK_FILE}`, text: checked.output.lock, changed: checked.output.lock !== lockText },
    sources,
    overview: checked.output.overview,
    sourceText,
  };
}

/** Files that lessons draw questions from. A lesson takes its trees over, so they are parsed anew for each. */
function newBankFiles(sources: Sources, reading: Reading, { typesetter, second }: { typesetter: ReturnType<typeof newTypesetter>; second: SecondThread }): { readFor(lesson: LessonDocument): Promise<void>; open(path: string, written: Place): LessonDocument | null } {
  const reported = new Set<string>();
  const ready = new Map<string, LessonDocument>();
  const parse = async (path: string): Promise<void> => {
    // What is wrong with a file is said once.
    const first = !reported.has(path) && !reading.texts.has(path);
    reported.add(path);
    const document = await readTextLesson(path, wholeFile(path), { ...reading, diagnostics: first ? reading.diagnostics : [] }, second);
    if (document === null) return;
    const found = await typesetter.typeset(document);
    if (first) reading.diagnostics.push(...found);
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
  diagnostics.push(...parsed.diagnostics);
  return parsed.output ?? undefined;
}

interface Reading {
  read: Read;
  texts: HeldTexts;
  /** Files that exist only inside a Word document, by their path. */
  pictures: Map<string, Uint8Array>;
  diagnostics: Diagnostic[];
}

/** In their order, and few at a time: a long course would fill the memory if all its trees were held at once. */
async function* readLessons(courseFile: CourseFile | null, sources: Sources, reading: Reading, second: SecondThread): AsyncGenerator<LessonDocument> {
  const lessons = courseFile === null ? [{ path: sources.entry, place: wholeFile(sources.entry) }] : courseFile.lessons;
  const underWay: Promise<LessonDocument | null>[] = [];
  const next = async (): Promise<LessonDocument[]> => {
    await second.turn();
    const document = await underWay.shift();
    return document ? [document] : [];
  };
  for (const { path, place } of lessons) {
    const isWord = /\.docx$/i.test(path);
    // What is read out of a Word document is noted while it is read, and notes have to be in the lessons' order.
    while (underWay.length >= (isWord ? 1 : second.ahead())) yield* await next();
    const reads = isWord ? readWordLesson(path, place, sources, reading) : readTextLesson(path, place, reading, second);
    // A fault is met when its turn comes.
    reads.catch(() => undefined);
    underWay.push(reads);
    if (isWord) yield* await next();
  }
  while (underWay.length > 0) yield* await next();
}

async function readTextLesson(path: string, place: Place, { read, diagnostics }: Reading, second: SecondThread): Promise<LessonDocument | null> {
  const text = read(path, place);
  if (text === null) return null;
  const parsed = await second.parse(path, text);
  diagnostics.push(...parsed.diagnostics);
  return parsed.output;
}

async function readWordLesson(path: string, place: Place, sources: Sources, { read, texts, pictures, diagnostics }: Reading): Promise<LessonDocument | null> {
  const bytes = sources.look(path) === 'file' ? sources.readBytes(path) : null;
  if (bytes === null) {
    // What cannot be read is said in the same words as for a text.
    read(path, place);
    return null;
  }
  const opened = await wordParts(path, bytes);
  diagnostics.push(...opened.diagnostics);
  if (opened.parts === null) return null;
  const parsed = await parseWord(path, opened.parts);
  diagnostics.push(...parsed.diagnostics);
  if (parsed.output === null) return null;
  texts.set(path, parsed.output.text);
  for (const [name, picture] of parsed.output.pictures) pictures.set(name, picture);
  return parsed.output.document;
}

/** By file in the order of reading, inside a file from top to bottom. */
function inReadingOrder(diagnostics: Diagnostic[], files: string[]): Diagnostic[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  const of = (diagnostic: Diagnostic): number => rank.get(diagnostic.file) ?? files.length;
  return [...diagnostics].sort((a, b) => of(a) - of(b) || a.line - b.line || a.column - b.column);
}
