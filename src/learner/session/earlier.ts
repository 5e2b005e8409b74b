/** Which questions of earlier lessons are practised after a lesson's own: the same for a learner at every visit and in every window. Pure. */
import type { LessonOutline } from '../../course/payload.ts';
import { USUAL_EARLIER } from '../../course/later.ts';
import { fnv } from '../../grading/fnv.ts';
import { asked } from './asked.ts';
import type { Session } from './state.ts';

export interface Earlier {
  lesson: LessonOutline;
  /** Key of the item. */
  key: number;
}

/**
 * Graded questions that this learner is through with: practising one that can still be answered would give its answer away.
 * From as many lessons as possible, drawn by the learner's seed.
 */
export function earlierQuestions(session: Session, lesson: LessonOutline): Earlier[] {
  const { course, lessons, seed } = session;
  const before = course.lessons.slice(0, course.lessons.findIndex(({ key }) => key === lesson.key));
  const rank = ({ lesson: { id }, key }: Earlier): number => fnv(`${key}\n${id}\n${seed}\n${lesson.id}`);
  const piles = before.map((outline) => {
    const states = lessons.get(outline.key)?.items;
    if (outline.keeps === true || states === undefined) return [];
    const through = asked(session, outline).filter(([key, points]) => points > 0 && states.get(key)?.closed === true);
    return through.map(([key]): Earlier => ({ lesson: outline, key })).sort((a, b) => rank(a) - rank(b));
  });
  // The first of each lesson, then the second of each.
  const rounds = piles.flatMap((pile) => pile.map((question, round) => ({ question, round, place: rank(question) })));
  return rounds.sort((a, b) => a.round - b.round || a.place - b.place).slice(0, course.earlier ?? USUAL_EARLIER).map(({ question }) => question);
}
