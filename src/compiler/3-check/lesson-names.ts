/** The ids and numbers that a lesson has got beside the others of its course, apart from the lesson: whoever keeps its trees is told these. */
import type { Lesson } from '../../course/course.ts';
import type { CheckedLesson } from './check-lesson.ts';

export interface LessonNames {
  key: number;
  /** Numbers of its parts, in their order. */
  parts: number[];
  items: { id: string; key: number }[];
  /** Where its links to parts of other lessons lead. */
  links: string[];
}

export function namesOf({ distant }: CheckedLesson, { key, sections, items }: Lesson): LessonNames {
  return {
    key,
    parts: sections.flatMap(({ parts }) => parts.map((part) => part.key)),
    items: items.map((item) => ({ id: item.id, key: item.key })),
    links: distant.map(({ node }) => node.url),
  };
}

/** What was checked becomes the course's lesson; its trees are taken over. */
export function named({ lesson, sections, items, distant }: CheckedLesson, { key, parts, items: names, links }: LessonNames): Lesson {
  distant.forEach(({ node }, index) => (node.url = links[index] ?? node.url));
  let next = 0;
  return {
    ...lesson,
    key,
    sections: sections.map((section) => ({ ...section, parts: section.parts.map((part) => ({ ...part, key: parts[next++] ?? 0 })) })),
    items: items.map(({ item }, index) => ({ ...item, ...names[index] })),
  };
}
