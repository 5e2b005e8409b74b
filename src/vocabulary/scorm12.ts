/** Names and limits that SCORM 1.2 fixes for the run-time, in their strictest reading (scorm.md 3.3 and 7). */

/** The object an LMS puts into a window for content to find. */
export const API_NAME = 'API';

/** Many LMSs count bytes, and drop all of a text that is longer. What the driver notes gives way to the learner's own. */
export const RESUME_ROOM = { max: 4_096, unit: 'bytes', notes: 0 } as const;

export const LOCATION_MAX = 255;
/** Responses, patterns and ids. */
export const TEXT_MAX = 255;
export const ID_MAX = 255;
/** Options are told by one character each, in the order of this list. */
export const OPTION_MARKS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** What is placed in a matching question, beside the marks of where. */
export const SOURCE_MARKS = '1234567890abcdefghijklmnopqrstuvwxyz';

/** Says next to nothing: also a second Initialize, and one after Finish. */
export const GENERAL_EXCEPTION = 101;
