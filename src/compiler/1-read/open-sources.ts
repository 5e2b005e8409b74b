/** Opens a lesson file or a course folder: says what cannot be built, and hands out the files of what can. */
import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, posix, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Diagnostic, type PhaseResult, type Place, wholeFile } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type CourseFolder, courseFolder } from './course-folder.ts';
import { decode } from './decode.ts';
import type { Sources } from './sources.ts';

const COURSE_FILES = ['course.yaml', 'course.yml'];
/** The words of a recording, `talk.transcript.md`, are no lesson. */
const LESSON = /(?<!\.transcript)\.(md|markdown|txt|docx)$/i;
const MEGABYTE = 1024 * 1024;
/** Of one text file. Media may be larger: they are copied, not parsed. */
const LARGEST_TEXT = 64 * MEGABYTE;
const LESSONS_NAMED = 20;

/**
 * `path` is a lesson file (.md, .markdown, .txt, .docx), a course folder, or its course.yaml. The root is the folder of
 * course.yaml, or of the lone lesson (authoring 1.6, 23). Diagnostics name files relative to that root.
 */
export function openSources(path: string): PhaseResult<Sources | null> {
  const absolute = resolve(path);
  const name = basename(absolute);
  const stats = statOf(absolute);
  if (typeof stats === 'string') {
    return fail(stats === 'missing' ? missing(name, namesIn(dirname(absolute)), wholeFile(name)) : unreadable(name, stats));
  }
  if (stats.isDirectory()) return openCourse(absolute);
  if (!stats.isFile()) return fail(diagnose('file/not-a-file', wholeFile(name), { name }));
  if (COURSE_FILES.includes(name)) return openCourse(dirname(absolute), name);
  if (!LESSON.test(name)) return fail(diagnose('file/extension', wholeFile(name), { name, extension: extname(name) }));
  return open(dirname(absolute), 'lesson', name);
}

function openCourse(folder: string, named?: string): PhaseResult<Sources | null> {
  const names = namesIn(folder);
  if (names === null) return fail(unreadable(basename(folder), 'you have no permission to list it'));
  const entry = named ?? COURSE_FILES.find((candidate) => names.includes(candidate));
  if (entry !== undefined) return open(folder, 'course', entry);
  const near = names.find((name) => COURSE_FILES.includes(name.toLowerCase()));
  if (near !== undefined) return fail(diagnose('file/missing', wholeFile('course.yaml'), { name: 'course.yaml', near }));
  const lessons = names.filter((name) => LESSON.test(name)).sort();
  return fail(
    diagnose('file/no-course', wholeFile('course.yaml'), {
      folder: basename(folder),
      lessons: lessons.slice(0, LESSONS_NAMED),
      more: Math.max(0, lessons.length - LESSONS_NAMED),
    }),
  );
}

function open(folder: string, kind: Sources['kind'], named: string): PhaseResult<Sources | null> {
  const root = realpathSync.native(folder);
  const course = courseFolder(root);
  // Where the disk ignores case, the author's spelling on the command line need not be the file's.
  const names = course.list('');
  const entry = names.includes(named) ? named : (names.find((name) => name.toLowerCase() === named.toLowerCase()) ?? named);
  if (course.find(entry) === 'outside') return fail(diagnose('path/outside', wholeFile(entry), { path: entry }));
  return { output: sources(root, kind, entry, course), diagnostics: [] };
}

function sources(root: string, kind: Sources['kind'], entry: string, course: CourseFolder): Sources {
  return {
    root,
    kind,
    entry,
    readText: (path, written) => readText(path, course, written ?? wholeFile(path)),
    readBytes: (path) => {
      const found = course.find(path);
      if (typeof found === 'string' || found.kind === 'folder') return null;
      const bytes = bytesOf(found.real);
      return typeof bytes === 'string' ? null : bytes;
    },
    look: (path) => {
      const found = course.find(path);
      return typeof found === 'string' ? found : found.kind;
    },
    list: (folder) => course.list(folder),
  };
}

function readText(path: string, course: CourseFolder, written: Place): { text: string | null; diagnostics: Diagnostic[] } {
  const no = (diagnostic: Diagnostic) => ({ text: null, diagnostics: [diagnostic] });
  const found = course.find(path);
  if (found === 'outside') return no(diagnose('path/outside', written, { path }));
  if (found === 'missing') return no(missing(path, course.list(posix.dirname(path.replaceAll('\\', '/'))), written));
  if (found.kind === 'folder') return no(unreadable(path, 'it is a folder'));
  const stats = statOf(found.real);
  if (typeof stats === 'string') return no(stats === 'missing' ? missing(path, [], written) : unreadable(path, stats));
  if (stats.size > LARGEST_TEXT) {
    const params = { name: path, megabytes: Math.ceil(stats.size / MEGABYTE), limit: LARGEST_TEXT / MEGABYTE };
    return no(diagnose('file/too-large', wholeFile(path), params));
  }
  const bytes = bytesOf(found.real);
  return typeof bytes === 'string' ? no(unreadable(path, bytes)) : decode(path, bytes);
}

function missing(path: string, siblings: string[] | null, written: Place): Diagnostic {
  const slashed = path.replaceAll('\\', '/');
  const name = posix.basename(slashed);
  const names = siblings ?? [];
  const near = names.find((sibling) => sibling.startsWith(`${name}.`) && LESSON.test(sibling)) ?? nearest(name, names);
  const folder = posix.dirname(slashed);
  return diagnose('file/missing', written, { name: path, near: near === null || folder === '.' ? near : `${folder}/${near}` });
}

function unreadable(name: string, reason: string): Diagnostic {
  return diagnose('file/unreadable', wholeFile(name), { name, reason });
}

function fail(diagnostic: Diagnostic): PhaseResult<null> {
  return { output: null, diagnostics: [diagnostic] };
}

/** 'missing', or why it cannot be looked at. */
function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return reasonOf(error);
  }
}

function bytesOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Null when there is no such folder, or it may not be listed. */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch (error) {
    reasonOf(error);
    return null;
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ERR_INVALID_ARG_VALUE: 'missing',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
};

/** Faults of the disk in the author's words; anything else is ours and goes up. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `the disk reports ${error.code}`;
}
