/** Where mentions of lessons and modules lead, and links to lessons' files. */
import type { Course, Lesson } from '../../course/course.ts';
import { termId } from '../../vocabulary/tags.ts';
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

/** `here`: the lessons that the page holds. */
export function destinationsIn({ lessons }: Pick<Course, 'lessons'>, here: readonly Lesson[] = lessons): Destinations {
  const there = new Set(here.map(({ id }) => id));
  const byFile = new Map(lessons.map((lesson) => [lesson.file, lesson]));
  const byName = new Map<string, string>();
  // A module means its first lesson.
  for (const { id, code, details } of [...lessons].reverse()) {
    if (code !== null) byName.set(code.toUpperCase(), id);
    const module = moduleName(details.module);
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

/** Id on the page of what stands behind `#` in a link: a part, else a term. */
function spotIn({ sections, terms }: Lesson, target: string): string | null {
  const id = /#(.+)$/s.exec(target)?.[1];
  if (id === undefined) return null;
  if (sections.some(({ parts }) => parts.some((part) => part.id === id))) return id;
  return terms.some((term) => term.id === id) ? termId(id) : null;
}

/** `Module 4`, in the language of mentions, of whatever the header calls it. */
function moduleName(written: string | null): string | null {
  const number = /\p{Nd}{1,3}/u.exec(written ?? '')?.[0];
  return number === undefined ? null : `Module ${Number(number.normalize('NFKC'))}`;
}
