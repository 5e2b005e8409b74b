/** Which media files the prose uses, and the names they get in the package. */
import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { digestOf } from './rendered-file.ts';

export interface MediaFile {
  /** Path in the course folder, with `/`. */
  from: string;
  /** Path in the package: lower-case ASCII, so that every LMS and server keeps it (scorm.md 6). */
  path: string;
}

export interface Media {
  /** Notes that prose in `lessonFile` points at `target`; gives the path in the package. */
  use(lessonFile: string, target: string): string;
  /** Width and height in pixels, so that the page does not jump when the picture arrives; null when the file does not say. */
  size(lessonFile: string, target: string): { width: number; height: number } | null;
  /** All files noted so far, by path in the package. */
  files(): MediaFile[];
  /** Content hash of a file, for the build id. */
  digest(file: MediaFile): string;
}

/** A target as written in Markdown, made relative to the course root: `../img/a.png` seen from `lessons/l1.md` is `img/a.png`. */
export function resolveTarget(lessonFile: string, target: string): string {
  const segments = lessonFile.split('/').slice(0, -1);
  for (const segment of decode(target).replace(/[?#].*$/s, '').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** Percent-decoding that leaves text alone which is not percent-encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** `Bilder/Größe 1.PNG` → `media/groesse-1.3fa9c2.png`: readable, and unique through a hash of the whole path. */
export function packagePath(from: string): string {
  const name = from.slice(from.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot + 1).replace(/[^a-z0-9]/g, '') : '';
  const readable = stem
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(from).digest('hex').slice(0, 6);
  return `media/${readable === '' ? 'file' : readable}.${hash}${extension === '' ? '' : `.${extension}`}`;
}

/** `readBytes` takes a path in the course folder. */
export function collectMedia(readBytes: (from: string) => Uint8Array | null): Media {
  const byPath = new Map<string, MediaFile>();
  return {
    use(lessonFile, target) {
      const from = resolveTarget(lessonFile, target);
      const path = packagePath(from);
      byPath.set(path, { from, path });
      return path;
    },
    size(lessonFile, target) {
      const bytes = readBytes(resolveTarget(lessonFile, target));
      return bytes === null ? null : pixelSize(bytes);
    },
    digest: ({ from }) => digestOf(readBytes(from) ?? new Uint8Array()),
    files: () => [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** image-size throws on what is no picture; whether that is a mistake was decided by 3-check. */
function pixelSize(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF orientations 5 to 8 lie on their side: the browser turns the picture, so the page must reserve the turned box.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
