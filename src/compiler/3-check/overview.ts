/** A lesson in the numbers that its owner asks for: how long, what is asked, what learners see and what they do not. */
import type { Minutes } from '../../course/course.ts';
import type { ItemType } from '../../course/item.ts';
import type { CheckedLesson } from './check-lesson.ts';
import type { Withheld } from './withheld.ts';

export interface LessonOverview {
  file: string;
  code: string | null;
  title: string;
  /** Words to read, and words spoken. */
  words: number;
  narration: number;
  minutes: Minutes;
  /** Questions that could be read, by type in order of first appearance. */
  questions: { type: ItemType; graded: number; ungraded: number }[];
  /** With the number of questions that name each. */
  objectives: { number: number; text: string; questions: number }[];
  /** Titles of the sections that learners read. */
  shown: string[];
  /** Private sections and blocks, and comments, which never reach the package. */
  withheld: Withheld[];
}

export function overviewOf({ lesson, sections, items, amounts, withheld }: CheckedLesson): LessonOverview {
  const questions = new Map<ItemType, { type: ItemType; graded: number; ungraded: number }>();
  const named = new Map<number, number>();
  for (const { item } of items) {
    const row = questions.get(item.type) ?? { type: item.type, graded: 0, ungraded: 0 };
    if (item.graded) row.graded++;
    else row.ungraded++;
    questions.set(item.type, row);
    for (const number of new Set(item.objectives)) named.set(number, (named.get(number) ?? 0) + 1);
  }
  return {
    file: lesson.file,
    code: lesson.code,
    title: lesson.title,
    words: amounts.words,
    narration: amounts.narration,
    minutes: lesson.minutes,
    questions: [...questions.values()],
    objectives: lesson.objectives.map(({ number, text }) => ({ number, text, questions: named.get(number) ?? 0 })),
    shown: sections.filter((section) => section.shown).map(({ title }) => title),
    withheld,
  };
}
