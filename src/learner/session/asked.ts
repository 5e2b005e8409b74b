/** Which of a lesson's items this learner is asked, and in which order: banks give each learner some of theirs. Pure. */
import type { ItemOutline, ItemPayload, LessonOutline } from '../../course/payload.ts';
import type { QuizRules } from '../../course/quiz.ts';
import { fnv } from '../../grading/fnv.ts';
import { shuffled } from './shuffle.ts';
import type { Session } from './state.ts';

/**
 * The author's order, the items left out that were not drawn. What was answered once stays drawn, also when the bank has
 * grown since; the rest is drawn by the learner's seed, so that every visit asks the same.
 */
export function asked(session: Pick<Session, 'seed' | 'lessons'>, lesson: Pick<LessonOutline, 'key' | 'id' | 'items' | 'draws'>): readonly ItemOutline[] {
  if (lesson.draws === undefined) return lesson.items;
  const answered = session.lessons.get(lesson.key)?.items;
  const banks = lesson.draws.map((): number[] => []);
  for (const [key, , bank] of lesson.items) if (bank !== undefined) banks[bank]?.push(key);
  const drawn = new Set(
    banks.flatMap((keys, bank) => {
      const rank = new Map(keys.map((key) => [key, answered?.has(key) === true ? -1 : fnv(`${key}\n${session.seed}\n${lesson.id}`)]));
      const count = lesson.draws?.[bank] ?? 0;
      return keys.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)).slice(0, count);
    }),
  );
  return lesson.items.filter(([key, , bank]) => bank === undefined || drawn.has(key));
}

/** Those of the quiz, without what stands in the text. */
export const questionsOf = (items: readonly ItemPayload[]): ItemPayload[] => items.filter(({ part }) => part === null);

/** The same as payload: first what stands in the text, then the questions of the quiz, in the learner's own order where the author wants it. */
export function askedItems(session: Pick<Session, 'seed' | 'lessons'>, lesson: LessonOutline, payload: { items: readonly ItemPayload[]; quiz?: QuizRules }): ItemPayload[] {
  const keys = new Set(asked(session, lesson).map(([key]) => key));
  const items = payload.items.filter(({ key }) => keys.has(key));
  const quiz = questionsOf(items);
  const order = payload.quiz?.shuffle === true ? shuffled(quiz, `${session.seed}\n${lesson.id}`) : quiz;
  return [...items.filter(({ part }) => part !== null), ...order];
}
