/** A written lesson with its files as they will lie in the package: no thread keeps or hands over their texts. */
import type { WrittenLesson } from './4-render/write-lesson.ts';
import { finish } from './6-pack/finish.ts';

export function finished(lesson: WrittenLesson): WrittenLesson {
  return { ...lesson, files: lesson.files.map((file) => ({ ...file, content: finish(file) })) };
}
