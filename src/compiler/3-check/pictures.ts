/** A picture that is there: whether it can be shown, how heavy it is, whether it moves, and whether its description describes. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import { motionSeconds } from './animation.ts';
import { endingOf, isShown, promisedKind, readPicture } from './picture-kind.ts';
import type { Report } from './report.ts';

/** Pixels: twice the width of the page's column, for dense screens. */
const widest = 2000;
const heaviestPicture = 500_000;
/** Of any file in the package. Many platforms refuse uploads not much larger. */
const heaviestFile = 20 * 1024 * 1024;
/** WCAG 2.2.2. */
const longestMotion = 5;
/** What a screen reader says in one breath; more belongs into a description that can be reread. */
const longestAlt = 250;

/** `written`: the path as the author wrote it. Several mistakes of one picture are all reported, except of what is no picture. */
export function checkPicture(bytes: Uint8Array, written: string, place: Place, report: Report): void {
  const picture = readPicture(bytes);
  const promised = promisedKind(written);
  if (picture === null || !isShown(picture.kind) || picture.kind !== promised) {
    report.add('media/not-a-picture', place, { path: written, bytes: bytes.length, found: picture?.kind ?? null, ending: picture === null ? null : endingOf(picture.kind), promised });
    return;
  }
  const seconds = motionSeconds(bytes);
  if (seconds !== null && seconds > longestMotion + 0.01) report.add('media/animated', place, { path: written, seconds });
  if (checkFileSize(bytes.length, written, place, report)) return;
  const wide = picture.width > widest && picture.kind !== 'SVG';
  if (wide || bytes.length > heaviestPicture) {
    const { width, height, kind } = picture;
    report.add('media/large', place, { path: written, width, height, kind, kilobytes: Math.ceil(bytes.length / 1000), widest, heaviest: heaviestPicture / 1000 });
  }
}

/** True when the file is too heavy for a package. */
export function checkFileSize(bytes: number, written: string, place: Place, report: Report): boolean {
  if (bytes <= heaviestFile) return false;
  report.add('media/too-large', place, { path: written, megabytes: Math.ceil(bytes / 1024 / 1024), limit: heaviestFile / 1024 / 1024 });
  return true;
}

/** Names that cameras and screenshot programs give, and any word with the ending of a picture. */
const fileName = /^\S*\.(?:png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|tiff?|heic)$|^(?:img|dsc[fn]?|pxl|image|picture|photo|bild|foto|grafik|imagen|captura|screen ?shot|screenshot|bildschirmfoto)[\s_-]*[\d\s_().:-]*$/i;

/** `alt` is not empty; a decorative picture has none that could be judged. */
export function checkAltWords(alt: string, path: string, place: Place, report: Report): void {
  const words = alt.trim();
  if (words === 'decorative') return;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const stem = file.replace(/\.[^.]*$/, '');
  const copied = words.toLowerCase() === file.toLowerCase() || (words.toLowerCase() === stem.toLowerCase() && /[\d_-]/.test(stem));
  if (copied || fileName.test(words)) report.add('media/alt-file-name', place, { alt: words, path });
  else if (words.length > longestAlt) report.add('media/alt-long', place, { length: words.length, limit: longestAlt });
}
