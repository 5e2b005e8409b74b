/** The files of a finished course, before its manifest and the zip: made by 5-bundle, read by 6-pack. */
import type { RenderedFile } from '../4-render/rendered-file.ts';

export interface PackageFile extends RenderedFile {
  /** For a file of the author's: its path relative to the course root, so that a mistake can name it. Absent for files we made. */
  source?: string;
}
