/** The files of a finished course, before its manifest and the zip: made by 5-bundle, read by 6-pack. */

export interface PackageFile {
  /** Path in the package: no leading slash, `/` between folders, lower-case ASCII. */
  path: string;
  bytes: Uint8Array;
  /** For a file of the author's: its path relative to the course root, so that a mistake can name it. Absent for files we made. */
  source?: string;
  /** Name of the one unit that it belongs to; absent: all of them use it. */
  unit?: string;
}
