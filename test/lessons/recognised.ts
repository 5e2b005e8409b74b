/** What was recognised in a lesson, in the few words in which a human would note it down. */
import type { SectionNode, LessonDocument } from '../../src/compiler/2-parse/document.ts';
import type { Course, Lesson, SectionRole } from '../../src/course/course.ts';
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

export interface Recognised {
  mode: 'pasted' | 'markdown';
  language: string | null;
  title: string;
  code: string | null;
  direction: 'ltr' | 'rtl';
  sections: { title: string | null; role: SectionRole }[];
  subheadings: string[];
  objectives: string[];
  slides: { number: number; title: string }[];
  items: { type: string; graded: boolean; points: number }[];
  terms: string[][];
  references: number;
}

/** A sidecar may leave out what its lesson does not decide. */
export type Expected = Partial<Recognised> & Pick<Recognised, 'mode' | 'sections'>;

export function recognised(document: LessonDocument, course: Course): Recognised {
  const lesson = onlyLesson(course);
  return {
    mode: document.mode,
    language: document.language,
    title: lesson.title,
    code: lesson.code,
    direction: lesson.direction,
    sections: document.sections.filter((section) => !isEmptyOpening(section)).map(({ title, role }) => ({ title, role })),
    subheadings: document.sections
      .filter(({ role }) => role === 'content')
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'heading' ? [toString(block)] : [])),
    objectives: lesson.objectives.map(({ text }) => text),
    slides: lesson.slides.map(({ number, title }) => ({ number, title })),
    items: lesson.items.map(({ type, graded, points }) => ({ type, graded, points })),
    terms: lesson.terms.map(({ names }) => names),
    references: lesson.references.length,
  };
}

function onlyLesson(course: Course): Lesson {
  const [lesson, ...others] = course.lessons;
  if (lesson === undefined || others.length > 0) throw new Error(`Expected one lesson, found ${course.lessons.length}.`);
  return lesson;
}

/** The stretch before the first heading is a section only when something stands there. */
function isEmptyOpening(section: SectionNode): boolean {
  return section.title === null && section.blocks.every((block: RootContent) => toString(block).trim() === '');
}
