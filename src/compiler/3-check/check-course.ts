/** Phase 3: from the lessons' trees to the course, or to the list of everything that is wrong with it. */
import { defaultCompletion, readCompletion } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import type { Completion, Course, Lesson } from '../../course/course.ts';
import { byPlace, wholeFile, type Diagnostic, type PhaseResult, type Place } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument } from '../2-parse/document.ts';
import { settleDistant } from './anchors.ts';
import { checkForCourse, type CheckedLesson } from './check-lesson.ts';
import { checkMentions, knownTargets } from './cross-references.ts';
import { checkGradable } from './didactics/gradability.ts';
import { courseSlug, lessonCourseSlug } from './ids.ts';
import { checkLeftOut } from './left-out.ts';
import { named, namesOf, type LessonNames } from './lesson-names.ts';
import { claimEntry, livingElsewhere } from './lone-lessons.ts';
import { emptyLock, nextKey, readLock, writeLock, type Lock, type LockedLesson } from './lock-file.ts';
import { checkAgainstCourse, checkCertificate, headerCertificate, checkEarlier, checkPackaging, headerReminders } from './marks-and-rules.ts';
import { hashOf, nameItems } from './name-items.ts';
import { type LessonOverview, overviewOf } from './overview.ts';
import { renamedLessons, type FindRenamed } from './renamed-lessons.ts';
import { tellInterface } from './interface-language.ts';
import { newReport, type Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';

export interface CourseInput {
  /** Null for a lone lesson. */
  courseFile: CourseFile | null;
  sources: CourseFiles;
  /** Reads a file that a lesson draws questions from, each time anew; null when it cannot be read, which is then reported. */
  open?(path: string, written: Place): LessonDocument | null;
}

export interface CheckInput extends CourseInput {
  documents: LessonDocument[];
  lock: LockText | null;
}

interface LockText {
  file: string;
  text: string;
}

type CourseResult = PhaseResult<{ course: Course | null; names: LessonNames[]; lock: string; overview: LessonOverview[] }>;

/** Checks a course lesson by lesson, so that no more than one lesson's tree has to be held with its positions. */
export interface CourseCheck {
  /** The tree is taken over: it loses its positions. */
  check(document: LessonDocument): CheckedLesson;
  /**
   * `checked` is in the order of the course. `course` is null when any diagnostic is an error; `names` are those of its lessons. `lock` is the
   * new text of lectern.lock.json; with an unreadable lock file it is the old text, unchanged. `overview` has every lesson, with mistakes or without.
   */
  finish(checked: readonly CheckedLesson[], lock: LockText | null): CourseResult;
}

/** Where reports point when nobody has said: a domain reserved for examples, which never leads anywhere. */
const defaultBase = 'https://lectern.example';

export function beginCheck(input: CourseInput, options: { draft: boolean }): CourseCheck {
  const language = input.courseFile?.language ?? null;
  const lessons = new Set(input.courseFile?.lessons.map(({ path }) => path));
  return {
    check(document) {
      lessons.add(document.source.file);
      return checkForCourse(document, { files: input.sources, lessons, draft: options.draft, language, ...(input.open === undefined ? {} : { open: input.open }) });
    },
    finish: (checked, lock) => finish(input, checked, lock, options),
  };
}

/** All lessons at once. */
export function checkCourse({ documents, lock, ...input }: CheckInput, options: { draft: boolean }): CourseResult {
  const { check, finish } = beginCheck(input, options);
  return finish(documents.map(check), lock);
}

function finish(input: CourseInput, checked: readonly CheckedLesson[], lockText: LockText | null, options: { draft: boolean }): CourseResult {
  const shared = newReport();
  const lock = openLock(lockText, shared);
  const known = knownTargets(checked.map(({ lesson, document }) => ({ code: lesson.code, module: document.fields.get('module')?.value ?? null })));
  for (const { mentions, report } of checked) checkMentions(mentions, known, report);
  settleLinks(checked);
  const lone = input.courseFile === null ? checked[0]?.lesson.file ?? null : null;
  const renamed = renamedLessons(lock, new Set([...checked.map(({ lesson }) => lesson.id), ...livingElsewhere(lock, lone, input.sources)]));
  for (const lesson of checked) checkRenamed(lesson, renamed);
  const lessons = completed(checked, lock, input);
  checkUnique(checked, lessons);
  checkBanks(checked);
  const head = input.courseFile === null ? headOfLesson(checked[0]) : headOfCourse(input.courseFile, checked, options.draft, shared);
  const course: Course = { ...head, draft: head.draft || checked.some((lesson) => lesson.draft), lessons };
  const names = checked.flatMap((lesson, i) => (lessons[i] === undefined ? [] : [namesOf(lesson, lessons[i])]));
  if (input.courseFile !== null) checkAgainstCourse(input.courseFile, checked);
  if (input.courseFile !== null) checkLeftOut(input.courseFile, checked, input.sources, shared);
  checkCertificate(course, input.courseFile, checked[0], shared);
  checkGradable(course, input.courseFile, checked, shared);
  const diagnostics = once([...shared.all(), ...checked.flatMap((lesson) => lesson.report.all().sort(byPlace))]);
  const failed = checked.length === 0 || diagnostics.some((d) => d.severity === 'error');
  const text = lock === null ? (lockText?.text ?? '') : writeLock(lock);
  return { output: { course: failed ? null : course, names, lock: text, overview: checked.map(overviewOf) }, diagnostics: inOrder(diagnostics, input.courseFile, checked) };
}

/** Links between lessons lead to the parts that they name. */
function settleLinks(checked: readonly CheckedLesson[]): void {
  const byFile = new Map(checked.map((lesson) => [lesson.lesson.file, lesson]));
  for (const { distant, report } of checked) {
    for (const file of new Set(distant.map((link) => link.file))) {
      const target = byFile.get(file);
      if (target !== undefined) settleDistant(distant.filter((link) => link.file === file), target.anchors, report);
    }
  }
}

function openLock(lock: LockText | null, report: Report): Lock | null {
  if (lock === null) return emptyLock();
  const read = readLock(lock.text);
  if ('lock' in read) return read.lock;
  report.add('lock/unreadable', wholeFile(lock.file), { reason: read.reason });
  return null;
}

function checkRenamed({ lesson, items, document, report }: CheckedLesson, find: FindRenamed): void {
  const renamed = find(lesson.id, items.map(hashOf));
  if (renamed === null) return;
  report.add('id/lesson-renamed', document.title?.place ?? wholeFile(lesson.file), { id: lesson.id, before: renamed.before, questions: renamed.questions });
}

/** Adds the lock file's ids and numbers. Without a readable lock they are provisional: the build fails anyway. */
function completed(checked: readonly CheckedLesson[], lock: Lock | null, input: CourseInput): Lesson[] {
  const lessons = lock?.lessons ?? new Map<string, LockedLesson>();
  let next = nextKey([...lessons.values()].map((lesson) => lesson.key));
  return checked.map((lesson) => complete(lesson, lockedLesson(lesson, lessons, () => next++, input)));
}

/** What the lock file knows of a lesson; a new entry where that is nothing. */
function lockedLesson({ lesson: { id, file }, document, report }: CheckedLesson, lessons: Map<string, LockedLesson>, newKey: () => number, { courseFile, sources }: CourseInput): LockedLesson {
  const known = lessons.get(id);
  if (known !== undefined) {
    if (courseFile === null) claimEntry(known, { id, file, document }, sources, report);
    return known;
  }
  const made: LockedLesson = { key: newKey(), file: courseFile === null ? file : null, parts: new Map(), items: new Map() };
  lessons.set(id, made);
  return made;
}

function complete(checked: CheckedLesson, locked: LockedLesson): Lesson {
  const { id } = checked.lesson;
  nameItems(checked.items, { lessonId: id, locked, report: checked.report });
  let next = nextKey(locked.parts.values());
  const keyFor = (part: string): number => {
    const key = locked.parts.get(part) ?? next++;
    locked.parts.set(part, key);
    return key;
  };
  return named(checked, {
    key: locked.key,
    parts: checked.sections.flatMap(({ parts }) => parts.map((part) => keyFor(part.id))),
    items: checked.items.map(({ item }) => ({ id: item.id, key: item.key })),
    links: [],
  });
}

/** A bank that no lesson of the course draws from. */
function checkBanks(checked: readonly CheckedLesson[]): void {
  const drawn = new Set(checked.flatMap((lesson) => lesson.drawnBanks));
  for (const { banks, report } of checked) for (const { id, name, place } of banks) if (!drawn.has(id)) report.add('quiz/bank-unused', place, { bank: name });
}

/** Lesson ids and item ids are unique in the course, and not by capital letters alone. */
function checkUnique(checked: readonly CheckedLesson[], lessons: readonly Lesson[]): void {
  const lessonIds = new Map<string, Place>();
  const itemIds = new Map<string, Place>();
  checked.forEach((lesson, i) => {
    const place = lesson.document.title?.place ?? wholeFile(lesson.lesson.file);
    claim(lessonIds, lessons[i]?.id ?? '', place, { what: 'lesson', report: lesson.report });
    for (const { item, meta } of lesson.items) {
      claim(itemIds, item.id, meta.idPlace, { what: 'question', report: lesson.report });
    }
  });
}

function claim(taken: Map<string, Place>, id: string, place: Place, { what, report }: { what: string; report: Report }): void {
  const first = taken.get(id.toLowerCase());
  if (first === undefined) {
    taken.set(id.toLowerCase(), place);
    return;
  }
  const at = first.file === place.file ? `line ${first.start.line}` : `${first.file}, line ${first.start.line}`;
  report.add('id/duplicate', place, { id, first: at, what }, [{ message: 'first used here', file: first.file, ...first.start }]);
}

type Head = Omit<Course, 'lessons'>;

function headOfCourse(file: CourseFile, checked: readonly CheckedLesson[], draftAllowed: boolean, report: Report): Head {
  const id = file.id ?? courseSlug(file.title);
  const draft = file.status === 'draft';
  checkPackaging(file, report);
  if (file.language !== null) tellInterface(file.language, file.places.get('language') ?? wholeFile(file.file), report);
  checkEarlier(file, report);
  if (draft && !draftAllowed) report.add('lesson/draft', file.places.get('status') ?? wholeFile(file.file), { title: file.title });
  return {
    id,
    iri: file.iri ?? `${defaultBase}/${id}`,
    title: file.title,
    language: file.language ?? checked[0]?.lesson.language ?? 'en',
    version: file.version,
    passMark: file.passMark,
    ...(file.certificate ? { certificate: true } : {}),
    completion: file.completion,
    ...(file.reminders === undefined ? {} : { reminders: file.reminders }),
    ...(file.earlier === undefined ? {} : { earlier: file.earlier }),
    draft,
    ...(file.xapi === null ? {} : { xapi: file.xapi }),
    ...(file.packaging === 'sco-per-lesson' && file.lessons.length > 1 ? { units: { order: file.lessonOrder ?? 'one-by-one', place: file.places.get('packaging') ?? wholeFile(file.file) } } : {}),
  };
}

/** A lone lesson is a course of its own, named by code and title. */
function headOfLesson(checked: CheckedLesson | undefined): Head {
  const lesson = checked?.lesson;
  const id = lessonCourseSlug(lesson?.code ?? null, lesson?.title ?? '');
  const fields = checked?.document.fields;
  const reminders = checked === undefined ? undefined : headerReminders(checked.document, checked.report);
  return {
    id,
    iri: `${defaultBase}/${id}`,
    title: lesson?.title ?? '',
    language: lesson?.language ?? 'en',
    version: fields?.get('version')?.value ?? '1',
    passMark: checked?.passMark?.share ?? null,
    ...(checked !== undefined && headerCertificate(checked.document, checked.report) ? { certificate: true } : {}),
    completion: completionOf(checked),
    ...(reminders === undefined ? {} : { reminders }),
    draft: false,
  };
}

function completionOf(checked: CheckedLesson | undefined): Completion {
  const field = checked?.document.fields.get('completion');
  if (field === undefined || checked === undefined) return defaultCompletion;
  const completion = readCompletion(field.value);
  if (completion !== null) return completion;
  checked.report.add('lesson/value', field.place, { field: 'completion', value: field.value, choices: 'for example: viewed 90% + quiz attempted' });
  return defaultCompletion;
}

/** Two lessons may draw from one bank, and what is wrong in it is said once. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, file, line, column, message }) => {
    const key = `${code}\n${file}\n${line}:${column}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Files in the order of the course, each from top to bottom. */
function inOrder(diagnostics: readonly Diagnostic[], courseFile: CourseFile | null, checked: readonly CheckedLesson[]): Diagnostic[] {
  const files = [courseFile?.file, ...checked.map(({ lesson }) => lesson.file)];
  const rank = new Map(files.map((file, i) => [file ?? '', i]));
  const of = (d: Diagnostic): number => rank.get(d.file) ?? files.length;
  return [...diagnostics].sort((a, b) => of(a) - of(b) || byPlace(a, b));
}
