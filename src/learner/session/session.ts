/** What the learner has done, as one immutable value: events go in, a new session and facts for the tracker come out. Pure. */
import type { CoursePayload, ItemPayload, OptionPayload, Response, SealedItem } from '../../course/payload.ts';
import { isWhole, type QuizRules } from '../../course/quiz.ts';
import { grade } from '../../grading/grade.ts';
import { PLACE_MAX, TRIES_MAX } from '../../grading/resume-budget.ts';
import type { AnsweredItem, Decided, Fact, Opening } from '../tracking/tracker.ts';
import { decodeAnswer, encodeAnswer, writtenIn } from './answer-code.ts';
import { questionsOf } from './asked.ts';
import { guessed } from './guessed.ts';
import { merge } from './merge.ts';
import { again, begun, handedIn, quizOf, rulesOf, ticked } from './quiz.ts';
import type { ItemRecord } from './item-record.ts';
import { attemptIn, fromResume } from './resume.ts';
import { objectiveStanding, standing, type Standing } from './standing.ts';
import { UNBEGUN, type ItemState, type LessonState, type Session } from './state.ts';

export type { ItemRecord } from './item-record.ts';
export type { Session } from './state.ts';
export { toResume } from './resume.ts';
export { standing } from './standing.ts';

export type LearnerEvent =
  /** Lesson and part by their keys. */
  | { kind: 'part-seen'; lesson: number; part: number; title?: string }
  /** `place` is the page's own address of a spot; 250 characters are kept. */
  | { kind: 'moved'; place: string }
  /** A lesson whose quiz has rules of its own is on show; nothing is recorded. */
  | { kind: 'opened'; lesson: number; rules: QuizRules }
  /** A round of a quiz: seconds allowed (0 = no limit), seconds gone, handed in, once more. `items`: all of the lesson that the learner is asked. */
  | { kind: 'quiz-begun'; lesson: number; allowed: number }
  | { kind: 'quiz-ticked'; lesson: number; used: number; allowed: number }
  | { kind: 'quiz-ended'; lesson: number; items: readonly ItemPayload[]; objectives: readonly { id: string; text: string }[] }
  | { kind: 'quiz-again'; lesson: number; items: readonly ItemPayload[] }
  | {
      kind: 'answered';
      /** Key of the lesson. */
      lesson: number;
      item: ItemPayload;
      sealed: SealedItem;
      /** All objectives of the lesson. */
      objectives: readonly { id: string; text: string }[];
      /** All items of the lesson: an objective's standing needs its other items too. */
      items: readonly ItemPayload[];
      response: Response;
      /** How sure the learner was: 0 sure, 1 think so, 2 guess; null where nobody asked. */
      sureness: number | null;
      latencySeconds: number;
      /** Milliseconds since 1970. */
      at: number;
    }
  /** An answer before the text was read: kept, and told to nobody. */
  | { kind: 'guessed'; lesson: number; item: ItemPayload; sealed: SealedItem; response: Response; sureness: number | null }
  /** Another window of this course gave way: its work as text, and what it told its LMS page that ours may not know. `adopt`: it named the attempt first. */
  | { kind: 'joined'; resume: string; facts: readonly Fact[]; adopt?: boolean };

/**
 * Opens the course. `resumed`: earlier work was found; `cut`: without some of its answers; `lost`: something was stored but could not be
 * read, unless it is the name of the attempt, by which work is known that another computer still keeps. `attempt`: up to four of `0-9a-z`, the name of a new attempt.
 */
export function start(
  course: CoursePayload,
  opening: Opening,
  attempt = '',
): { session: Session; facts: Fact[]; resumed: boolean; lost: boolean; cut: boolean } {
  const stored = opening.resume ? fromResume(opening.resume, course) : null;
  const session: Session = {
    course,
    mode: opening.mode,
    passMark: opening.passMark ?? course.passMark,
    seed: `${course.id}\n${opening.learner?.id ?? ''}`,
    attempt: stored?.attempt ?? (attemptIn(opening.resume ?? '') || attempt),
    place: stored?.place ?? '',
    nextInteraction: stored?.nextInteraction ?? opening.answers ?? 0,
    completed: stored?.completed ?? false,
    passed: stored?.passed ?? false,
    rules: new Map(),
    lessons: stored?.lessons ?? new Map<number, LessonState>(),
  };
  // A rebuilt course says so in the record, even to a learner who is half-way through it.
  const facts: Fact[] = stored?.build === course.build ? [] : [{ kind: 'started', build: course.build }];
  const reached = stored === null ? [] : reachedBefore(session);
  if (reached.length > 0) facts.push({ kind: 'reached', facts: reached });
  return { session, facts, resumed: stored !== null, lost: Boolean(opening.resume) && stored === null, cut: stored?.cut ?? false };
}

/** What the progress says is reached: an LMS that took the progress may have refused the verdict that came with it. */
function reachedBefore(session: Session): Decided[] {
  const now = standing(session);
  const facts: Decided[] = [];
  if (session.passed) facts.push({ kind: 'passed', completed: session.completed });
  if (now.success === 'failed') facts.push({ kind: 'failed' });
  if (session.completed) facts.push({ kind: 'completed', verdict: verdictOf(now) });
  return facts.length > 0 && now.scaled !== null ? [scored(session), ...facts] : facts;
}

const verdictOf = ({ passMark, of, success }: Standing): (Fact & { kind: 'completed' })['verdict'] => (passMark === null || of === 0 ? 'none' : success === 'unknown' ? 'open' : success);

/** Takes one event. An answer to an item that takes no more answers changes nothing and yields no facts. */
export function advance(session: Session, event: LearnerEvent): { session: Session; facts: Fact[] } {
  switch (event.kind) {
    case 'moved': {
      const place = event.place.slice(0, PLACE_MAX);
      return place === session.place
        ? { session, facts: [] }
        : { session: { ...session, place }, facts: [{ kind: 'moved', place }] };
    }
    case 'part-seen': {
      const outline = session.course.lessons.find((lesson) => lesson.key === event.lesson);
      if (!outline?.parts.includes(event.part) || partSeen(session, event.lesson, event.part)) return { session, facts: [] };
      const lesson = lessonState(session, event.lesson);
      const after = withLesson(session, event.lesson, { ...lesson, seen: new Set(lesson.seen).add(event.part) });
      return settle(session, after, [{ kind: 'seen', lesson: outline.id, part: event.part, title: event.title ?? '' }]);
    }
    case 'opened':
      return { session: { ...session, rules: new Map(session.rules).set(event.lesson, event.rules) }, facts: [] };
    case 'quiz-begun':
      return { session: withLesson(session, event.lesson, begun(lessonState(session, event.lesson), event.allowed)), facts: [] };
    case 'quiz-ticked':
      return { session: withLesson(session, event.lesson, ticked(lessonState(session, event.lesson), event.used, event.allowed)), facts: [] };
    case 'quiz-ended':
      return endQuiz(session, event);
    case 'quiz-again':
      return { session: withLesson(session, event.lesson, again(lessonState(session, event.lesson), questionsOf(event.items))), facts: [] };
    case 'answered':
      return answer(session, event);
    case 'guessed': {
      const lesson = lessonState(session, event.lesson);
      if (lesson.items.has(event.item.key)) return { session, facts: [] };
      const items = new Map(lesson.items).set(event.item.key, guessed(event.item, event.sealed, event.response, event.sureness));
      return { session: withLesson(session, event.lesson, { ...lesson, items }), facts: [] };
    }
    case 'joined':
      return join(session, event);
  }
}

/** Answers that only the other window's LMS page has heard are told again under our next indexes: none of them is lost. */
function join(session: Session, { resume, facts: told, adopt = false }: LearnerEvent & { kind: 'joined' }): { session: Session; facts: Fact[] } {
  const stored = fromResume(resume, session.course);
  if (stored === null) return { session, facts: [] };
  let next = session.nextInteraction;
  const facts = told.map((fact) => (fact.kind === 'answered' ? { ...fact, index: next++, retold: true } : fact));
  const merged = merge(session, stored);
  const attempt = adopt && stored.attempt !== '' ? stored.attempt : session.attempt;
  const after: Session = { ...session, ...merged, attempt, nextInteraction: Math.max(next, merged.nextInteraction), place: session.place === '' ? stored.place : session.place };
  if (standing(after).scaled !== standing(session).scaled) facts.push(scored(after));
  const settled = settle(session, after, facts);
  // What the other window had reached it has told itself; what only both together reach is told here for the first time.
  const theirs = { completed: stored.completed, passed: stored.passed, failed: standing({ ...session, ...stored }).success === 'failed' };
  const toldBefore = ({ kind }: Fact): boolean => (kind === 'completed' || kind === 'passed' || kind === 'failed') && theirs[kind];
  return { ...settled, facts: settled.facts.map((fact) => (toldBefore(fact) ? { ...fact, again: true } : fact)) };
}

function scored(session: Session): Fact & { kind: 'scored' } {
  const { points, of, success } = standing(session);
  return { kind: 'scored', points, of, judged: success !== 'unknown' || session.passMark === null };
}

function endQuiz(session: Session, { lesson, items, objectives }: LearnerEvent & { kind: 'quiz-ended' }): { session: Session; facts: Fact[] } {
  if (!quizOf(session, lesson).open) return { session, facts: [] };
  const after = withLesson(session, lesson, handedIn(lessonState(session, lesson), rulesOf(session, lesson), questionsOf(items)));
  const facts: Fact[] = objectives.map((objective) => ({ kind: 'objective', standing: objectiveStanding(after, lesson, objective, items) }));
  if (standing(after).scaled !== null) facts.push(scored(after));
  return settle(session, after, facts);
}

function answer(session: Session, event: LearnerEvent & { kind: 'answered' }): { session: Session; facts: Fact[] } {
  const { item, response } = event;
  const outline = session.course.lessons.find((lesson) => lesson.key === event.lesson);
  const known = outline?.items.some(([key]) => key === item.key);
  const before = record(session, event.lesson, item);
  const rules = rulesOf(session, event.lesson, item);
  const quiz = quizOf(session, event.lesson);
  const late = rules.feedback !== 'immediate';
  const over = isWhole(rules) && !quiz.open;
  if (!known || over || (!late && (before.attemptsLeft === 0 || before.result === 'correct'))) return { session, facts: [] };

  const { score, result } = grade(event.sealed.key, response);
  const lesson = lessonState(session, event.lesson);
  // Nobody was told anything yet, so a changed answer replaces the one before.
  const kept = late && quiz.ended === 0 ? 0 : (before.best ?? 0);
  const lastRound = rules.attempts === 0 || quiz.ended + 1 >= rules.attempts;
  const tries = Math.min(TRIES_MAX, before.tries + 1);
  const state: ItemState = {
    tries,
    best: item.graded ? Math.max(kept, Math.round(score * 1e6) / 1e6) : 0,
    result,
    closed: !late && (result !== 'incorrect' || (lastRound && item.attempts > 0 && tries >= item.attempts)),
    sureness: event.sureness,
    code: encodeAnswer(response, item),
    text: writtenIn(response),
  };
  const changed = withLesson(session, event.lesson, { ...lesson, items: new Map(lesson.items).set(item.key, state) });
  const after = { ...changed, nextInteraction: session.nextInteraction + 1 };

  const facts: Fact[] = [
    {
      kind: 'answered',
      index: session.nextInteraction,
      item: answeredItem(item),
      key: event.sealed.key,
      response,
      result,
      latencySeconds: event.latencySeconds,
      at: event.at,
    },
  ];
  for (const objective of event.objectives) {
    if (!item.objectives.includes(objective.id)) continue;
    facts.push({ kind: 'objective', standing: objectiveStanding(after, event.lesson, objective, event.items) });
  }
  if (item.graded) facts.push(scored(after));
  return settle(session, after, facts);
}

/** Adds what follows from the change for the whole course, in the order an LMS must hear it: score, success, completion. */
function settle(before: Session, after: Session, facts: Fact[]): { session: Session; facts: Fact[] } {
  const old = standing(before);
  const now = standing(after);
  if (now.progress !== old.progress) facts.push({ kind: 'progressed', measure: now.progress });
  if (now.success === 'passed' && !before.passed) facts.push({ kind: 'passed', completed: now.completed });
  if (now.success === 'failed' && old.success !== 'failed') facts.push({ kind: 'failed' });
  if (now.completed && !before.completed) facts.push({ kind: 'completed', verdict: verdictOf(now) });
  return { session: { ...after, passed: now.success === 'passed', completed: now.completed }, facts };
}

function answeredItem(item: ItemPayload): AnsweredItem {
  const { id, type, text, objectives, points, graded } = item;
  const named = (all: readonly OptionPayload[]): AnsweredItem['options'] => all.map((each) => ({ id: each.id, text: each.text }));
  return { id, type, text, objectives, points, graded, options: named(item.options), targets: named(item.targets) };
}

const UNTOUCHED: LessonState = { seen: new Set(), items: new Map(), quiz: UNBEGUN };

const lessonState = (session: Session, key: number): LessonState => session.lessons.get(key) ?? UNTOUCHED;

function withLesson(session: Session, key: number, lesson: LessonState): Session {
  return { ...session, lessons: new Map(session.lessons).set(key, lesson) };
}

export function record(
  session: Session,
  lessonKey: number,
  item: Pick<ItemPayload, 'key' | 'type' | 'graded' | 'attempts' | 'options' | 'targets' | 'blanks' | 'part'>,
): ItemRecord {
  const state = session.lessons.get(lessonKey)?.items.get(item.key);
  const rules = rulesOf(session, lessonKey, item);
  const late = rules.feedback !== 'immediate';
  const over = isWhole(rules) && !quizOf(session, lessonKey).open;
  const tries = state?.tries ?? 0;
  const attemptsLeft = item.attempts > 0 && !late ? Math.max(0, item.attempts - tries) : null;
  const best = item.graded ? (state?.best ?? null) : null;
  const withheld = late && (!over || rules.feedback === 'never');
  const keptBack = item.graded && state?.result !== 'correct' && !mayReview(session, rules);
  const common = { tries, attemptsLeft, best, withheld, keptBack };
  if (!state || tries === 0) return { ...common, last: null, result: over ? (item.graded ? 'incorrect' : 'neutral') : null, sureness: null, done: over };
  return {
    ...common,
    last: decodeAnswer(state.code, state.text, item),
    result: state.result,
    sureness: state.sureness,
    done: over || (!late && (state.result !== 'incorrect' || attemptsLeft === 0)),
  };
}

/** Where nothing can be passed, whoever is done has passed. */
function mayReview({ passed, passMark, completed }: Session, { review }: QuizRules): boolean {
  return review === 'always' || (review === 'after-pass' && (passed || (passMark === null && completed)));
}

/** True once the part's end has been on screen. */
export function partSeen(session: Session, lessonKey: number, part: number): boolean {
  return session.lessons.get(lessonKey)?.seen.has(part) ?? false;
}
