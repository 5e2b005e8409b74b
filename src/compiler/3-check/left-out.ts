/** Lessons that stand in the folders of a course and that its course file does not name. */
import type { CourseFile } from '../../course/course-file.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import type { CheckedLesson } from './check-lesson.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';

/** What is written as Markdown or in Word; text files may be anything. A transcript belongs to a recording. */
const lessonFile = /(?<!\.transcript)\.(?:md|markdown|docx)$/i;
const noLesson = /^(?:readme|changelog|licen[cs]e|contributing)\b|^[.~]/i;
/** Nobody reads more names. */
const most = 5;

export function checkLeftOut(file: CourseFile, checked: readonly CheckedLesson[], files: Pick<CourseFiles, 'list' | 'look'>, report: Report): void {
  const known = new Set([...file.lessons.map(({ path }) => withoutExtension(path)), ...checked.flatMap(({ drawnBanks }) => drawnBanks.map((bank) => withoutExtension(bank.split('#')[0] ?? '')))]);
  const folders = new Set(file.lessons.map(({ path }) => path.split('/').slice(0, -1).join('/')));
  const found = [...folders].flatMap((folder) => files.list(folder).filter((name) => lessonFile.test(name) && !noLesson.test(name)).map((name) => (folder === '' ? name : `${folder}/${name}`)));
  const out = found.filter((path) => !known.has(withoutExtension(path)) && files.look(path) === 'file').sort();
  if (out.length > 0) report.add('course/lesson-left-out', file.places.get('lessons') ?? wholeFile(file.file), { files: out.length > most ? [...out.slice(0, most), `${out.length - most} more`] : out });
}

/** `talk.docx` and the `talk.md` that was made of it are one lesson. */
function withoutExtension(path: string): string {
  return path.replace(/\.[a-z]+$/i, '');
}
