/** Lone lessons of one folder share its lock file: two with the same id would take each other's results for their own. */
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import type { DocumentHead } from './check-lesson.ts';
import type { Lock, LockedLesson } from './lock-file.ts';
import type { Report } from './report.ts';
import type { CourseFiles } from './safety-links.ts';

/** Ids of lessons that have a file of their own, which is still there: nobody has renamed them. */
export function livingElsewhere(lock: Lock | null, built: string | null, files: Pick<CourseFiles, 'look'>): string[] {
  return [...(lock?.lessons ?? [])].flatMap(([id, { file }]) => (file !== null && file !== built && files.look(file) === 'file' ? [id] : []));
}

/** Says so where the entry of a lone lesson belongs to another file; takes it over where that file is gone. */
export function claimEntry(locked: LockedLesson, lesson: { id: string; file: string; document: DocumentHead }, files: Pick<CourseFiles, 'look'>, report: Report): void {
  const { title, fields } = lesson.document;
  // Without a file it is an entry of a course, or of a build before files were kept.
  if (locked.file === null || isSameLesson(locked.file, lesson.file)) return;
  if (files.look(locked.file) === 'file') report.add('id/lesson-taken', fields.get('code')?.place ?? title?.place ?? wholeFile(lesson.file), { id: lesson.id, file: locked.file });
  else locked.file = lesson.file;
}

/** `talk.docx` and the `talk.md` that was made of it are one lesson. */
function isSameLesson(one: string, other: string): boolean {
  return withoutExtension(one) === withoutExtension(other);
}

function withoutExtension(file: string): string {
  return file.replace(/\.[a-z]+$/i, '');
}
