/**
 * lectern.lock.json: which id and number each lesson, part and question has had, so that rewording and moving them does
 * not detach them from results. Nothing in it is a position; what is gone stays, so that no number is given twice.
 */
import { itemIdShape } from './ids.ts';

export interface LockedItem {
  /** Never reused within the lesson. */
  key: number;
  type: string;
  /** Hash of type and prompt, for exact recognition. */
  hash: string;
  /** The prompt as it was, for recognising a reworded one. */
  prompt: string;
  /** No longer in the lesson: recognised again only by its exact words. */
  retired: boolean;
}

export interface LockedLesson {
  /** Never reused within the course. */
  key: number;
  /** Of a lone lesson: the file that it was first read from, for the folder may hold others with the same title. */
  file: string | null;
  /** By slug. */
  parts: Map<string, number>;
  /** By id. */
  items: Map<string, LockedItem>;
}

export interface Lock {
  lessons: Map<string, LockedLesson>;
}

/** Bumped when an older Lectern could not read it. */
const format = 1;

export function emptyLock(): Lock {
  return { lessons: new Map() };
}

/** The lock, or in words why it cannot be used. */
export function readLock(text: string): { lock: Lock } | { reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { reason: /^[<>=]{7}/m.test(text) ? 'it holds the marks of an unfinished merge' : 'it is not valid JSON' };
  }
  const root = record(data);
  if (root === null || root.lectern !== format) return { reason: 'it was not written by this version of Lectern' };
  const lessons = entriesOf(root.lessons, slugShape, lessonOf);
  if (lessons === null) return { reason: 'an entry in it is damaged' };
  const keys = [...lessons.values()].map((lesson) => lesson.key);
  if (new Set(keys).size !== keys.length) return { reason: 'two lessons in it have the same number' };
  return { lock: { lessons } };
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** As `slug` makes them. */
const slugShape = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** All entries of an object, or null when one of them, or its name, is not as it should be. */
function entriesOf<T>(value: unknown, shape: RegExp, read: (entry: unknown) => T | null): Map<string, T> | null {
  const object = record(value);
  if (object === null) return null;
  const out = new Map<string, T>();
  for (const [name, entry] of Object.entries(object)) {
    const made = read(entry);
    if (made === null || !shape.test(name)) return null;
    out.set(name, made);
  }
  return out;
}

/** Numbers count up from 1, and the parts seen are stored as one bit each: a huge one would not be ours. */
const highestKey = 100_000;

function keyOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= highestKey ? value : null;
}

function lessonOf(value: unknown): LockedLesson | null {
  const object = record(value);
  const key = keyOf(object?.key);
  const parts = entriesOf(object?.parts, slugShape, keyOf);
  const items = entriesOf(object?.items, itemIdShape, itemOf);
  const file = object?.file ?? null;
  if (key === null || parts === null || items === null || (file !== null && typeof file !== 'string')) return null;
  return distinct([...parts.values()]) && distinct([...items.values()].map((item) => item.key)) ? { key, file, parts, items } : null;
}

function distinct(keys: readonly number[]): boolean {
  return new Set(keys).size === keys.length;
}

function itemOf(value: unknown): LockedItem | null {
  const object = record(value);
  const key = keyOf(object?.key);
  if (object === null || key === null) return null;
  const { type, hash, prompt, retired } = object;
  if (typeof type !== 'string' || !/^[a-z-]{1,30}$/.test(type) || typeof hash !== 'string' || !/^[0-9a-f]{1,64}$/.test(hash) || typeof prompt !== 'string') return null;
  if (retired !== undefined && typeof retired !== 'boolean') return null;
  return { key, type, hash, prompt, retired: retired === true };
}

/** Canonical JSON: names in code unit order, two spaces, a line end at the end. */
export function writeLock(lock: Lock): string {
  const lessons = sorted(lock.lessons, (lesson) => ({
    key: lesson.key,
    ...(lesson.file === null ? {} : { file: lesson.file }),
    parts: sorted(lesson.parts, (key) => key),
    items: sorted(lesson.items, ({ key, type, hash, prompt, retired }) => ({ key, type, hash, prompt, ...(retired ? { retired } : {}) })),
  }));
  return `${JSON.stringify({ lectern: format, lessons }, null, 2)}\n`;
}

function sorted<T, U>(entries: ReadonlyMap<string, T>, write: (entry: T) => U): Record<string, U> {
  const names = [...entries.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(names.map((name) => [name, write(entries.get(name) as T)]));
}

/** The next number that was never used. */
export function nextKey(used: Iterable<number>): number {
  let highest = 0;
  for (const key of used) highest = Math.max(highest, key);
  return highest + 1;
}
