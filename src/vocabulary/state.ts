/** What may be kept where a standard sets no limit: an xAPI state document, or this browser's own storage. */

/** Small enough to go out while a page closes (64 KiB are all that a closing page may have on its way). */
export const STATE_ROOM = { max: 48_000, unit: 'bytes', notes: 0 } as const;

/** What a course for a plain web server is called in the browser's own storage, before its id. */
export const SHELF_NAME = 'lectern course ';
