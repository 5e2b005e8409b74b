/** Names and limits that SCORM 2004 4th Edition fixes for the run-time, in their strictest reading. */

/** The object an LMS puts into a window for content to find. */
export const API_NAME = 'API_1484_11';

/** Windows to climb before giving up (ADL's own limit). */
export const PARENTS_MAX = 500;

/** What the driver notes behind the session's text: four characters for each of up to 101 objectives, and a mark. */
export const RESUME_ROOM = { max: 64_000, unit: 'characters', notes: 1 + 4 * 101 } as const;
export const LOCATION_MAX = 1_000;
export const DESCRIPTION_MAX = 250;
export const LONG_FILL_IN_MAX = 4_000;
export const ID_MAX = 250;
/** Members of one choice response or pattern. */
export const CHOICES_MAX = 36;

/** Texts of one fill-in response or pattern. */
export const FILL_IN_MAX = 10;

/** Error codes that change what the driver does next. */
export const ALREADY_INITIALIZED = 103;
export const AFTER_TERMINATION = 104;

/** Between a set's members in responses and correct patterns. */
export const AND = '[,]';
/** Between the two sides of a pair. */
export const TO = '[.]';
