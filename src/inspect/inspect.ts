/** What a finished package is, from the zip alone: anybody's as far as its manifest tells, Lectern's to the last question. */
import { diagnose } from '../diagnostics/diagnose.ts';
import { type Diagnostic, wholeFile } from '../diagnostics/diagnostic.ts';
import { budgetOf, type Budget } from '../grading/resume-budget.ts';
import { readTarget, TARGET_FACTS } from '../vocabulary/targets.ts';
import { type Archive, openArchive } from './archive.ts';
import { type ManifestFacts, readManifest } from './manifest.ts';
import { allowedHosts, type CourseData, type Found, type LessonData, readCourse, readLesson } from './payload.ts';
import { Refused } from './refused.ts';

export interface Inspection {
  size: PackageSize;
  /** Null for packages of another kind than SCORM, such as cmi5. */
  manifest: ManifestFacts | null;
  /** `cmi5.xml`, `tincan.xml`: introductions to an LMS beside or instead of the manifest. */
  others: string[];
  /** Null when Lectern did not make it, or a version did whose data this one cannot read: `newer`. */
  course: CourseFacts | null;
  newer: boolean;
  /** Hosts that the page is allowed to talk to beside the LMS; null when it sets no limit. */
  hosts: string[] | null;
}

export interface PackageSize {
  zip: number;
  unpacked: number;
  files: number;
  /** At most five, largest first. */
  largest: { path: string; bytes: number }[];
}

export interface CourseFacts {
  id: string;
  title: string;
  version: string;
  build: string;
  /** Null when the package does not say. */
  lectern: string | null;
  target: string;
  draft: boolean;
  passMark: number | null;
  completion: CourseData['completion'];
  /** Of the course first, then of its lessons; BCP 47. */
  languages: string[];
  lessons: LessonFacts[];
  /** A credential for a record store stands in the page, for everybody to read. */
  credential: boolean;
  /** The LMS launches each lesson by itself. */
  divided: boolean;
  /** What stored progress can reach, and how much of it is kept; of the lesson that needs most where each has its own. */
  resume: Budget;
}

export interface LessonFacts {
  id: string;
  code: string | null;
  title: string;
  language: string | null;
  sections: number;
  objectives: { number: number; text: string }[];
  items: ItemFacts[];
  /** What each learner is asked: less than all where questions are drawn from banks. */
  asked: { questions: number; points: number };
}

export interface ItemFacts {
  id: string;
  type: string;
  graded: boolean;
  points: number;
  text: string;
}

/** `name` is only for messages. Never throws for what is in the file. */
export async function inspectPackage(bytes: Uint8Array, name: string): Promise<{ output: Inspection | null; diagnostics: Diagnostic[] }> {
  try {
    return { output: await look(bytes, name), diagnostics: [] };
  } catch (error) {
    if (error instanceof Refused) return { output: null, diagnostics: [error.diagnostic] };
    throw error;
  }
}

/** The course data alone; null for a package that is not ours, or of a newer form. Never throws for what is in the file. */
export function courseIn(bytes: Uint8Array, name: string): { output: CourseData | null; diagnostics: Diagnostic[] } {
  try {
    const index = textOf(openArchive(bytes, name), 'index.html');
    const found = index === null ? 'none' : readCourse(index);
    return { output: typeof found === 'string' ? null : found, diagnostics: [] };
  } catch (error) {
    if (error instanceof Refused) return { output: null, diagnostics: [error.diagnostic] };
    throw error;
  }
}

async function look(bytes: Uint8Array, name: string): Promise<Inspection> {
  const archive = openArchive(bytes, name);
  const others = ['cmi5.xml', 'tincan.xml'].filter((path) => archive.files.some((file) => file.path === path));
  const index = textOf(archive, 'index.html');
  const whole = index === null ? 'none' : readCourse(index);
  // A course for the web says nothing to any LMS.
  const manifest = await manifestOf(archive, name, others.length > 0 || (typeof whole !== 'string' && whole.target === 'web'));
  const page = index ?? textOf(archive, manifest?.launch ?? '');
  const found = index === null ? readUnits(manifest?.pages ?? [], archive) : whole;
  return {
    size: sizeOf(archive, bytes.length),
    manifest,
    others,
    course: typeof found === 'string' ? null : courseFacts(found, archive),
    newer: found === 'unreadable',
    hosts: typeof found === 'string' || page === null ? null : allowedHosts(page),
  };
}

async function manifestOf(archive: Archive, name: string, optional: boolean): Promise<ManifestFacts | null> {
  const bytes = archive.read('imsmanifest.xml');
  if (bytes !== null) {
    return readManifest(bytes).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message.trim().split('\n')[0] ?? '' : String(error);
      throw new Refused(diagnose('zip/manifest-unreadable', wholeFile(name), { name, reason: reason.replace(/\.$/, '') }));
    });
  }
  if (optional) return null;
  const deeper = archive.files.find((file) => /(?:^|[/\\])imsmanifest\.xml$/.test(file.path));
  const below = deeper === undefined ? null : deeper.path.replace(/[/\\]imsmanifest\.xml$/, '');
  throw new Refused(diagnose('zip/no-manifest', wholeFile(name), { name, below }));
}

/** A package whose lessons are launched one by one has a page for each, and each page has the data of its lesson. */
function readUnits(paths: readonly string[], archive: Archive): Found {
  const pages = [...new Set(paths)].map((path) => readCourse(textOf(archive, path) ?? ''));
  const read = pages.filter((page) => typeof page !== 'string');
  const [first] = read;
  if (first?.unit === undefined) return pages.includes('unreadable') ? 'unreadable' : 'none';
  if (read.length < pages.length || read.some(({ unit }) => unit?.course.id !== first.unit?.course.id)) return 'unreadable';
  const passMark = read.find((page) => page.passMark !== null)?.passMark ?? null;
  return { ...first, ...first.unit.course, passMark, lessons: read.flatMap(({ lessons }) => lessons) };
}

function textOf(archive: Archive, path: string): string | null {
  const bytes = archive.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function sizeOf(archive: Archive, zip: number): PackageSize {
  const largest = [...archive.files].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, 5);
  return { zip, unpacked: archive.files.reduce((sum, file) => sum + file.bytes, 0), files: archive.files.length, largest: largest.map(({ path, bytes }) => ({ path, bytes })) };
}

function courseFacts(course: CourseData, archive: Archive): CourseFacts {
  const chunks = new Map<string, LessonData | null>();
  const lessons = course.lessons.map((outline): LessonFacts => {
    // A path is read once, so that hostile data cannot make one chunk cost as much as thousands.
    if (!chunks.has(outline.chunk)) chunks.set(outline.chunk, readLesson(textOf(archive, outline.chunk) ?? ''));
    return lessonFacts(outline, chunks.get(outline.chunk) ?? null);
  });
  const { id, title, version, build, lectern, target, draft, passMark, completion } = course;
  const languages = [...new Set([course.language, ...lessons.flatMap(({ language }) => language ?? [])])];
  return { id, title, version, build, lectern, target, draft, passMark, completion, languages, lessons, credential: course.xapi?.authorization !== undefined, divided: course.unit !== undefined, resume: resumeOf(course) };
}

/** A target that this version does not know is taken for the first one there was. */
function resumeOf(course: CourseData): CourseFacts['resume'] {
  const room = TARGET_FACTS[readTarget(course.target) ?? 'scorm2004-4th'].resume;
  const stored = course.unit === undefined ? [course] : course.lessons.map((lesson) => ({ lessons: [lesson] }));
  const budgets = stored.map((part) => budgetOf(part, room));
  return budgets.reduce((a, b) => (b.most > a.most ? b : a), budgets[0] ?? budgetOf({ lessons: [] }, room));
}

/** Without a readable chunk, what the outline tells: numbers and points, no words. */
function lessonFacts({ id, code, title, parts, items, draws = [] }: CourseData['lessons'][number], lesson: LessonData | null): LessonFacts {
  return {
    id,
    code,
    title,
    language: lesson?.language ?? null,
    sections: parts.length,
    objectives: lesson?.objectives.map(({ number, text }) => ({ number, text })) ?? [],
    asked: asked(items, draws),
    items:
      lesson?.items.map((item) => ({ id: item.id, type: item.type, graded: item.graded, points: item.graded ? item.points : 0, text: item.text })) ??
      items.map(([key, points]) => ({ id: String(key), type: 'unknown', graded: points > 0, points, text: '' })),
  };
}

/** All questions of a bank have the same points. */
function asked(items: CourseData['lessons'][number]['items'], draws: readonly number[]): LessonFacts['asked'] {
  const standing = items.filter(([, , bank]) => bank === undefined);
  const drawn = draws.map((count, bank) => ({ count, points: items.find((item) => item[2] === bank)?.[1] ?? 0 }));
  return {
    questions: standing.length + drawn.reduce((sum, { count }) => sum + count, 0),
    points: standing.reduce((sum, [, points]) => sum + points, 0) + drawn.reduce((sum, { count, points }) => sum + count * points, 0),
  };
}
