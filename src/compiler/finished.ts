/** Written files as they will lie in the package, once for all targets: no thread keeps or hands over their texts. */
import type { RenderedFile } from './4-render/rendered-file.ts';
import type { WrittenLesson } from './4-render/write-lesson.ts';
import { finish } from './6-pack/finish.ts';

export function finished(lesson: WrittenLesson): WrittenLesson {
  return { ...lesson, files: allFinished(lesson.files) };
}

export function allFinished(files: readonly RenderedFile[]): RenderedFile[] {
  return files.map((file) => ({ ...file, content: finish(file) }));
}
