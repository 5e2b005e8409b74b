/** What a package may be called and how much it may hold, in the strictest reading of the checkers and LMSs seen (scorm.md 2, 6, 7). */

export const PACKAGE_LIMITS = {
  /** UTF-16 units; a title of 320 broke the import in two LMSs. */
  title: 200,
  version: 20,
  /** Characters of a path inside the package. */
  path: 100,
  /** Entries of a zip without the 64-bit extension, which some LMSs cannot read. */
  files: 65_535,
} as const;
