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

/** What a driver's target keeps of a session's text. */
export interface ResumeRoom {
  max: number;
  /** `bytes` of UTF-8 where an LMS counts them; `characters` are UTF-16 units. */
  unit: 'characters' | 'bytes';
  /** Of `max`, what the driver keeps for itself. */
  notes: number;
}

/** Version, checksum, build, flags, next interaction, place, attempt, separators; the mark between the halves and the second checksum. */
const HEADER = 1 + 7 + 1 + 16 + 1 + 1 + 1 + 7 + 1 + PLACE_MAX + 1 + 4 + 2 + 7;
/** Separators, tries, best score and result; the item's key, code and text come on top. */
const ITEM = 1 + 1 + 2 + 1 + 4 + 1 + 1 + 1 + 1;

/** A quiz taken as a whole: rounds, open, seconds allowed and gone. */
const QUIZ = 1 + 2 + 1 + 1 + 1 + 4 + 1 + 4;

/** An answer before the text has a key of five digits. */
const BEFORE_DIGITS = 5;

const digits36 = (n: number): number => Math.max(0, Math.trunc(n)).toString(36).length;

interface Outline {
  lessons: readonly Pick<LessonOutline, 'key' | 'parts' | 'items' | 'quiz' | 'before'>[];
}

/** What stored progress can reach when everything has been seen and answered at length, in the room's own unit. */
export interface WorstCase {
  /** Without the answers themselves: must fit at all costs, since scores, tries and places rest on it. */
  bare: number;
  /** With every answer; written ones take what is left of the room. Above the room, old answers are given up. */
  full: number;
}

export function worstCase(course: Outline, room: ResumeRoom): WorstCase {
  const items = course.lessons.reduce((sum, lesson) => sum + lesson.items.length + (lesson.before ?? 0), 0);
  const bare = structureOf(course) + room.notes;
  const answered = bare + items * CODE_MAX;
  return { bare, full: answered + Math.min(TEXT_TOTAL, items * TEXT_EACH, Math.max(0, room.max - answered)) };
}

/** The same for people: what is always kept, what chosen answers add, and the most that there can be. */
export interface Budget {
  always: number;
  answers: number;
  most: number;
  limit: number;
  unit: ResumeRoom['unit'];
}

export function budgetOf(course: Outline, room: ResumeRoom): Budget {
  const { bare, full } = worstCase(course, room);
  const items = course.lessons.reduce((sum, lesson) => sum + lesson.items.length + (lesson.before ?? 0), 0);
  return { always: bare, answers: Math.min(items * CODE_MAX, Math.max(0, room.max - bare)), most: Math.min(full, room.max), limit: room.max, unit: room.unit };
}

function structureOf(course: Outline): number {
  let structure = HEADER;
  for (const lesson of course.lessons) {
    const highest = lesson.parts.reduce((a, b) => Math.max(a, b), -1);
    structure += 2 + digits36(lesson.key) + Math.ceil((highest + 1) / 6) + (lesson.quiz === true ? QUIZ : 0);
    for (const [key] of lesson.items) structure += ITEM + digits36(key);
    structure += (lesson.before ?? 0) * (ITEM + BEFORE_DIGITS);
  }
  return structure;
}
