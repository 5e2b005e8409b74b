/** Lengths and counts that the standards fix, in the strictest reading of the checkers and LMSs seen (scorm.md 2, 3, 6, 7). */

/** SCORM 2004 4th Edition, run-time data. Lengths in UTF-16 units. */
export const SCORM2004_LIMITS = {
  suspendData: 64_000,
  location: 1_000,
  interactions: 250,
  objectives: 100,
  objectivesOfInteraction: 10,
  /** Ids of interactions, objectives and options. */
  identifier: 250,
  description: 250,
  /** Ids in a choice, matching or sequencing response. */
  responseParts: 36,
  fillInParts: 10,
  fillInPart: 250,
  longFillIn: 4_000,
  comment: 4_000,
  decimals: 7,
  secondsDecimals: 2,
} as const;

/** SCORM 1.2, run-time data. */
export const SCORM12_LIMITS = {
  suspendData: 4_096,
  location: 255,
  identifier: 255,
  fillIn: 255,
} as const;

/** The package itself: manifest and file names. */
export const PACKAGE_LIMITS = {
  title: 200,
  version: 20,
  /** Characters of a path inside the package. */
  path: 100,
  /** Entries of a zip without the 64-bit extension, which some LMSs cannot read. */
  files: 65_535,
} as const;
