/** The files of one course folder or lone lesson, read safely: the only way the compiler reaches the disk. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';

/** Reading never throws for an author's mistake; `text` is null when a diagnostic says why. Paths are relative to the root, with `/`. */
export interface Sources {
  /** Absolute path of the course root: the folder of `course.yaml`, or of the lone lesson. */
  root: string;
  kind: 'course' | 'lesson';
  /** `course.yaml`, or the lone lesson's file name. */
  entry: string;
  /** Text of a UTF-8 file. `written`: where the author wrote the path; a missing file or one outside is reported there. */
  readText(path: string, written?: Place): { text: string | null; diagnostics: Diagnostic[] };
  /** Bytes of a media file; null when it is missing or leaves the root. */
  readBytes(path: string): Uint8Array | null;
  /** `outside`: the path, or a symbolic link on it, leaves the root. */
  look(path: string): 'file' | 'folder' | 'missing' | 'outside';
  /** Names in a folder of the course, for did-you-mean and wrong-case hints; [] when there is none. */
  list(folder: string): string[];
}

/** The same sources with files that exist only inside another one, such as the pictures of a Word document (`lesson.docx/picture-1.png`). */
export function withFiles(sources: Sources, files: ReadonlyMap<string, Uint8Array>): Sources {
  const inside = (folder: string): string[] => [...files.keys()].flatMap((path) => (path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/') ? [path.slice(folder.length + 1)] : []));
  return {
    ...sources,
    readBytes: (path) => files.get(path) ?? sources.readBytes(path),
    look: (path) => (files.has(path) ? 'file' : sources.look(path)),
    list: (folder) => (/\.docx$/i.test(folder) && sources.look(folder) === 'file' ? inside(folder) : sources.list(folder)),
  };
}
