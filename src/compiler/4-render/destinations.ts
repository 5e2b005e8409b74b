/** Where mentions of lessons and modules lead, and links to lessons' files. */
import type { Course, Lesson } from '../../course/course.ts';
import { panelId, termId } from '../../vocabulary/tags.ts';
import { resolveTarget } from './media.ts';

export interface Destinations {
  /**
   * The fragment that opens the lesson, or the part of it, that a relative link points to; null when it points to no lesson of the
   * course, and '' when that lesson is not on this page.
   */
  file(from: Lesson, target: string): string | null;
  /** The fragment of a lesson that is mentioned; null for one that is not in the course, and for the lesson itself. */
  mention(from: Lesson, kind: 'lesson' | 'module', target: string): string | null;
}

/** What others need to know of a lesson to lead to it: plain data, so that another thread can be told. */
export interface Landmarks extends Pick<Lesson, 'id' | 'code' | 'file'> {
  module: string | null;
  /** Whether the page holds the lesson. */
  here: boolean;
  parts: string[];
  terms: string[];
}

/** `here`: the lessons that the page holds. */
export function landmarksOf({ lessons }: Pick<Course, 'lessons'>, here: readonly Lesson[] = lessons): Landmarks[] {
  const there = new Set(here.map(({ id }) => id));
  return lessons.map(({ id, code, file, details, sections, terms }) => ({
    id,
    code,
    file,
    module: moduleName(details.module),
    here: there.has(id),
    parts: sections.flatMap(({ parts }) => parts.map((part) => part.id)),
    terms: terms.map((term) => term.id),
  }));
}

export function destinationsAmong(lessons: readonly Landmarks[]): Destinations {
  const there = new Set(lessons.flatMap(({ id, here }) => (here ? [id] : [])));
  const byFile = new Map(lessons.map((lesson) => [lesson.file, lesson]));
  const byName = new Map<string, string>();
  // A module means its first lesson.
  for (const { id, code, module } of [...lessons].reverse()) {
    if (code !== null) byName.set(code.toUpperCase(), id);
    if (module !== null) byName.set(module, id);
  }
  return {
    file(from, target) {
      const lesson = byFile.get(resolveTarget(from.file, target));
      if (lesson !== undefined && !there.has(lesson.id)) return '';
      const spot = lesson === undefined ? null : spotIn(lesson, target);
      if (lesson === undefined || spot === null) return lesson === undefined ? null : `#/${lesson.id}`;
      return lesson.id === from.id ? `#${spot}` : `#/${lesson.id}/${spot}`;
    },
    mention(from, kind, target) {
      const id = byName.get(target);
      const itself = id === from.id || (kind === 'module' && moduleName(from.details.module) === target);
      return id === undefined || itself || !there.has(id) ? null : `#/${id}`;
    },
  };
}

/** Id on the page of what stands behind `#` in a link: a part, a view, else a term. */
function spotIn({ parts, terms }: Landmarks, target: string): string | null {
  const id = /#(.+)$/s.exec(target)?.[1];
  if (id === undefined) return null;
  if (parts.includes(id) || id === panelId('check') || id === panelId('slides')) return id;
  return terms.includes(id) ? termId(id) : null;
}

/** `Module 4`, in the language of mentions, of whatever the header calls it. */
function moduleName(written: string | null): string | null {
  const number = /\p{Nd}{1,3}/u.exec(written ?? '')?.[0];
  return number === undefined ? null : `Module ${Number(number.normalize('NFKC'))}`;
}
