/** How long a learner's stored progress can get: the codec's own limits, and their sum for a course, checked when it is built. */
import type { LessonOutline } from '../course/payload.ts';

/** Encoded characters of the place the learner was at. */
export const PLACE_MAX = 250;
/** Characters of one response in short form (answer-code.ts): a letter and up to eight choices of four. */
export const CODE_MAX = 33;
/** More tries than this are not told apart. */
export const TRIES_MAX = 1295;
/** Encoded characters kept of one written answer, and of all of them together. */
export const TEXT_EACH = 600;
export const TEXT_TOTAL = 10_000;

/** Version, checksum, build, flags, next interaction, separators. */
const HEADER = 1 + 7 + 1 + 16 + 1 + 1 + 1 + 7 + 1 + PLACE_MAX;
/** A driver may add its own notes behind the session's text: four characters for each of up to 100 objectives. */
export const DRIVER_NOTES = 1 + 4 * 101;
/** What all progress together may take; the driver's notes come on top and stay within 64,000 (scorm.md 3.1). */
export const RESUME_MAX = 64_000 - DRIVER_NOTES;
/** Separators, tries, best score and result; the item's key, code and text come on top. */
const ITEM = 1 + 1 + 2 + 1 + 4 + 1 + 1 + 1 + 1;

/** A quiz taken as a whole: rounds, open, seconds allowed and gone. */
const QUIZ = 1 + 2 + 1 + 1 + 1 + 4 + 1 + 4;

const digits36 = (n: number): number => Math.max(0, Math.trunc(n)).toString(36).length;

interface Outline {
  lessons: readonly Pick<LessonOutline, 'key' | 'parts' | 'items' | 'quiz'>[];
}

/**
 * Characters that `suspend_data` can reach when everything has been seen and answered at length. `textTotal` is the share
 * given to written answers; a target with a small budget passes a smaller one here and to the session alike.
 */
export function worstCase(course: Outline, textTotal: number = TEXT_TOTAL): number {
  const items = course.lessons.reduce((sum, lesson) => sum + lesson.items.length, 0);
  return bareWorstCase(course) + items * CODE_MAX + Math.min(textTotal, items * TEXT_EACH);
}

/** The same without the answers themselves: what must fit at all costs, since scores, tries and places rest on it. */
export function bareWorstCase(course: Outline): number {
  let structure = HEADER + DRIVER_NOTES;
  for (const lesson of course.lessons) {
    const highest = lesson.parts.reduce((a, b) => Math.max(a, b), -1);
    structure += 2 + digits36(lesson.key) + Math.ceil((highest + 1) / 6) + (lesson.quiz === true ? QUIZ : 0);
    for (const [key] of lesson.items) structure += ITEM + digits36(key);
  }
  return structure;
}
