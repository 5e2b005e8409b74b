/** What was recognised in a lesson, in the few words in which a human would note it down. */
import type { SectionNode, LessonDocument } from '../../src/compiler/2-parse/document.ts';
import type { Course, Lesson, SectionRole } from '../../src/course/course.ts';
import type { Item } from '../../src/course/item.ts';
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
  items: RecognisedItem[];
  terms: string[][];
  references: number;
}

export interface RecognisedItem {
  type: string;
  graded: boolean;
  points: number;
  prompt: string;
  /** The right option or options, or the model answer. */
  answer: boolean | string | string[];
  why: string | null;
  /** Options that say something of their own when they are chosen. */
  answered: number;
}

/** A sidecar may leave out what its lesson does not decide. */
export type Expected = Partial<Recognised> & Pick<Recognised, 'mode' | 'sections'>;

/** `reports`: every diagnostic of the lesson as it stands, `line:column severity code`, from top to bottom. */
export type Sidecar = Expected & { reports: string[] };

export function recognised(document: LessonDocument, course: Course | null): Recognised {
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
    items: lesson.items.map(recognisedItem),
    terms: lesson.terms.map(({ names }) => names),
    references: lesson.references.length,
  };
}

function recognisedItem(item: Item): RecognisedItem {
  const { type, graded, points } = item;
  const prompt = spaced(item.promptText);
  const answered = 'options' in item ? item.options.filter(({ feedback }) => feedback !== null).length : 0;
  return { type, graded, points, prompt, answer: answerOf(item), why: item.why && plain(item.why), answered };
}

function answerOf(item: Item): RecognisedItem['answer'] {
  if (item.type === 'true-false') return item.answer;
  if (item.type === 'short-answer') return spaced(item.modelText);
  const right = 'options' in item ? item.options.filter(({ correct }) => correct).map(({ text }) => spaced(text)) : [];
  return item.type === 'multiple' ? right : (right[0] ?? '');
}

const plain = (prose: RootContent[]): string => spaced(toString({ type: 'root', children: prose }));

/** No-break spaces and line ends are spaces to a reader. */
const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function onlyLesson(course: Course | null): Lesson {
  const [lesson, ...others] = course?.lessons ?? [];
  if (lesson === undefined || others.length > 0) throw new Error('The course does not consist of one lesson.');
  return lesson;
}

/** The stretch before the first heading is a section only when something stands there. */
function isEmptyOpening(section: SectionNode): boolean {
  return section.title === null && section.blocks.every((block: RootContent) => toString(block).trim() === '');
}
