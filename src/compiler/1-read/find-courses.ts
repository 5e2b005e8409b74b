/** What there is to check in a folder: the courses below it, and its own lessons. */
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

const COURSE_FILES = ['course.yaml', 'course.yml'];
/** The words of a recording, `talk.transcript.md`, are no lesson. */
const LESSON = /(?<!\.transcript)\.(?:md|markdown|txt|docx)$/i;
/** Files that stand beside lessons and are none; the last are Word's own while a document is open. */
const NO_LESSON = /^(?:readme|changelog|licen[cs]e|contributing)\b|^~\$/i;
/** Never looked into: nobody keeps lessons there, and there may be very many files. */
const SKIPPED = new Set(['node_modules', 'packages', 'dist']);
const DEEPEST = 12;

/** Paths that `examine` takes, sorted. A file, a course folder, or a folder with nothing to find, is returned as it is. */
export function findCourses(path: string): string[] {
  const courses = coursesBelow(path, 0);
  // A course folder is one thing, and says itself what it leaves out.
  if (courses[0] === path) return courses;
  const lessons = listed(path).map(({ name }) => name).filter((name) => LESSON.test(name) && !NO_LESSON.test(name)).sort();
  return lessons.length + courses.length === 0 ? [path] : [...lessons.map((name) => join(path, name)), ...courses];
}

function coursesBelow(folder: string, depth: number): string[] {
  const entries = listed(folder);
  if (entries.some((entry) => COURSE_FILES.includes(entry.name))) return [folder];
  if (depth === DEEPEST) return [];
  // Links are not followed: they may lead in circles.
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name));
  return folders.map(({ name }) => name).sort().flatMap((name) => coursesBelow(join(folder, name), depth + 1));
}

/** Empty for what is no folder, or none that may be opened: opening it says why. */
function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
