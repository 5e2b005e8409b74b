/** Looks at the first bytes of a picture: what it is, how large, and whether that is what its name says. */
import { imageSize } from 'image-size';
import { resolvePath } from './course-path.ts';

export interface Picture {
  /** `PNG`, `JPEG` …, as authors call it. */
  kind: string;
  /** Pixels; for a drawing its own units. */
  width: number;
  height: number;
}

/** Kinds that every supported browser shows, with the names they may end in. */
const shownKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['PNG', ['png', 'apng']],
  ['JPEG', ['jpg', 'jpeg', 'jpe', 'jfif']],
  ['GIF', ['gif']],
  ['WebP', ['webp']],
  ['AVIF', ['avif']],
  ['SVG', ['svg']],
]);

const names: Readonly<Record<string, string>> = { png: 'PNG', jpg: 'JPEG', gif: 'GIF', webp: 'WebP', avif: 'AVIF', svg: 'SVG', heif: 'HEIC', heic: 'HEIC', tiff: 'TIFF', bmp: 'BMP', jp2: 'JPEG 2000', jxl: 'JPEG XL', ico: 'ICO', psd: 'Photoshop' };

/** Null when the bytes are no picture that is known. */
export function readPicture(bytes: Uint8Array): Picture | null {
  try {
    const { width, height, type = '' } = imageSize(bytes);
    return { kind: names[type] ?? type.toUpperCase(), width, height };
  } catch (error) {
    // Whatever it stumbles over, the bytes are not a picture that a browser would show.
    if (error instanceof Error) return drawing(bytes);
    throw error;
  }
}

/** In pixels, as browsers show it; null when the file is not there or does not say. `written`: as in the lesson. */
export function pictureSize(lessonFile: string, written: string, { readBytes }: { readBytes?: (path: string) => Uint8Array | null }): { width: number; height: number } | null {
  const path = resolvePath(lessonFile, written);
  const bytes = path === null ? null : (readBytes?.(path) ?? null);
  const picture = bytes === null ? null : readPicture(bytes);
  if (bytes === null || picture === null || picture.width === 0) return null;
  const { width, height } = picture;
  return isTurned(bytes) ? { width: height, height: width } : { width, height };
}

/** EXIF orientations 5 to 8 lie on their side. */
function isTurned(bytes: Uint8Array): boolean {
  try {
    return (imageSize(bytes).orientation ?? 1) >= 5;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** A drawing that says no size of its own, or says it after long comments. */
function drawing(bytes: Uint8Array): Picture | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  return /^\uFEFF?\s*<[?!s]/.test(head) && /<svg[\s>]/.test(head) ? { kind: 'SVG', width: 0, height: 0 } : null;
}

export function isShown(kind: string): boolean {
  return shownKinds.has(kind);
}

/** The ending such a picture should have. */
export function endingOf(kind: string): string | null {
  return shownKinds.get(kind)?.[0] ?? null;
}

/** The kind that a file name promises; null for a name that no shown picture has. */
export function promisedKind(path: string): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  for (const [kind, endings] of shownKinds) if (endings.includes(ending)) return kind;
  return null;
}
