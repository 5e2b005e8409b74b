/** How far a learner has come, worked out from the session: the course, one lesson, one objective. Pure. */
import type { ItemPayload, LessonOutline, LessonPayload } from '../../course/payload.ts';
import { completion, scaled, success } from '../../grading/mastery.ts';
import type { Progress, Tally } from '../../grading/mastery.ts';
import type { ObjectiveStanding } from '../tracking/tracker.ts';
import { asked } from './asked.ts';
import type { ItemState, Session } from './state.ts';

export interface Standing {
  points: number;
  of: number;
  /** points / of; null while nothing graded was answered or when the course has no graded item. */
  scaled: number | null;
  /** Share needed to pass (the LMS's own, else the course's); null = not passed or failed. */
  passMark: number | null;
  /** Towards completion, 0..1; 1 exactly when completed. */
  progress: number;
  completed: boolean;
  success: 'unknown' | 'passed' | 'failed';
  partsSeen: number;
  parts: number;
  itemsAnswered: number;
  items: number;
}

export function standing(session: Session): Standing {
  const { course, passMark } = session;
  const tally: Tally = { points: 0, of: 0, answered: 0, open: 0 };
  const done: Progress = { parts: 0, partsSeen: 0, items: 0, itemsAnswered: 0 };
  for (const lesson of course.lessons) {
    const state = session.lessons.get(lesson.key);
    done.parts += lesson.parts.length;
    if (state) for (const part of lesson.parts) if (state.seen.has(part)) done.partsSeen++;
    for (const [key, points] of asked(session, lesson)) {
      const item = state?.items.get(key);
      done.items++;
      if (item) done.itemsAnswered++;
      if (points > 0) count(tally, points, item);
    }
  }
  const reached = session.passed ? 'passed' : success(tally, passMark);
  const canPass = passMark !== null && tally.of > 0;
  const way = completion(course.completion, done, { passed: reached === 'passed', canPass });
  return {
    points: shownPoints(tally),
    of: tally.of,
    scaled: scaled(tally),
    passMark,
    success: reached,
    ...(session.completed ? { completed: true, progress: 1 } : way),
    ...done,
  };
}

export interface LessonStanding {
  state: 'new' | 'begun' | 'done';
  partsSeen: number;
  parts: number;
  points: number;
  of: number;
  itemsAnswered: number;
  items: number;
}

/** Of one lesson, from its outline alone: its chunk need not be here. Done: everything seen and every item answered. */
export function lessonStanding(session: Session, lesson: LessonOutline): LessonStanding {
  const state = session.lessons.get(lesson.key);
  const tally: Tally = { points: 0, of: 0, answered: 0, open: 0 };
  const items = asked(session, lesson);
  for (const [key, points] of items) if (points > 0) count(tally, points, state?.items.get(key));
  const partsSeen = lesson.parts.filter((part) => state?.seen.has(part)).length;
  const itemsAnswered = items.filter(([key]) => state?.items.has(key)).length;
  const done = partsSeen === lesson.parts.length && itemsAnswered === items.length;
  const begun = partsSeen > 0 || itemsAnswered > 0;
  return { state: done ? 'done' : begun ? 'begun' : 'new', partsSeen, parts: lesson.parts.length, points: shownPoints(tally), of: tally.of, itemsAnswered, items: items.length };
}

/** Adds one graded item to a tally: its best attempt counts. */
function count(tally: Tally, points: number, item: ItemState | undefined): void {
  tally.of += points;
  tally.points += points * (item?.best ?? 0);
  if (item) tally.answered++;
  if (!item?.closed) tally.open++;
}

/** A third of three points is 1, although scores are kept in millionths. */
const shownPoints = (tally: Tally): number => Math.round(tally.points * 1e4) / 1e4;

export function objectiveStandings(
  session: Session,
  lesson: Pick<LessonPayload, 'id' | 'objectives' | 'items'>,
): ObjectiveStanding[] {
  const key = session.course.lessons.find((outline) => outline.id === lesson.id)?.key ?? -1;
  return lesson.objectives.map((objective) => objectiveStanding(session, key, objective, lesson.items));
}

export function objectiveStanding(
  session: Session,
  lessonKey: number,
  objective: { id: string; text: string },
  items: readonly ItemPayload[],
): ObjectiveStanding {
  const states = session.lessons.get(lessonKey)?.items;
  const own = items.filter((item) => item.objectives.includes(objective.id));
  const graded = own.filter((item) => item.points > 0);
  const counted = graded.length > 0 ? graded : own;
  const tally: Tally = { points: 0, of: 0, answered: 0, open: 0 };
  for (const item of graded) count(tally, item.points, states?.get(item.key));
  const answered = counted.filter((item) => states?.has(item.key)).length;
  return {
    id: objective.id,
    text: objective.text,
    points: shownPoints(tally),
    of: tally.of,
    complete: counted.length > 0 && answered === counted.length,
    progress: counted.length > 0 ? answered / counted.length : 0,
    success: success(tally, session.passMark),
  };
}
