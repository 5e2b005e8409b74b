/** A quiz taken as a whole: time, handing in, another round. Pure. */
import type { ItemPayload } from '../../course/payload.ts';
import { PLAIN_QUIZ, type QuizRules } from '../../course/quiz.ts';
import { TRIES_MAX } from '../../grading/resume-budget.ts';
import { UNBEGUN, type ItemState, type LessonState, type QuizState, type Session } from './state.ts';

/** More seconds than this are not told apart; it is a day and a bit. */
export const SECONDS_MAX = 100_000;

/** Of a question's quiz; a question in the text belongs to none. */
export function rulesOf(session: Pick<Session, 'rules'>, lesson: number, item?: Pick<ItemPayload, 'part'>): QuizRules {
  return item !== undefined && item.part !== null ? PLAIN_QUIZ : (session.rules.get(lesson) ?? PLAIN_QUIZ);
}

export function quizOf(session: Pick<Session, 'lessons'>, lesson: number): QuizState {
  return session.lessons.get(lesson)?.quiz ?? UNBEGUN;
}

/** null = unlimited. The round under way counts as left. */
export function roundsLeft({ attempts }: QuizRules, { ended }: QuizState): number | null {
  return attempts === 0 ? null : Math.max(0, attempts - ended);
}

export function begun(lesson: LessonState, allowed: number): LessonState {
  return { ...lesson, quiz: { ...lesson.quiz, allowed: Math.min(SECONDS_MAX, Math.max(0, Math.round(allowed))), used: 0 } };
}

export function ticked(lesson: LessonState, used: number, allowed: number): LessonState {
  const within = (seconds: number): number => Math.min(SECONDS_MAX, Math.max(0, Math.round(seconds)));
  return { ...lesson, quiz: { ...lesson.quiz, used: within(used), allowed: within(allowed) } };
}

/** After the last round nothing can change any more, also where a question was left without an answer. */
export function handedIn(lesson: LessonState, rules: QuizRules, items: readonly Pick<ItemPayload, 'key' | 'graded'>[]): LessonState {
  const ended = Math.min(TRIES_MAX, lesson.quiz.ended + 1);
  const quiz: QuizState = { ...lesson.quiz, ended, open: false };
  if (rules.attempts === 0 || ended < rules.attempts) return { ...lesson, quiz };
  const states = new Map(lesson.items);
  for (const { key, graded } of items) {
    const empty: ItemState = { tries: 0, best: 0, result: graded ? 'incorrect' : 'neutral', closed: true, sureness: null, code: '', text: '' };
    states.set(key, { ...(states.get(key) ?? empty), closed: true });
  }
  return { ...lesson, items: states, quiz };
}

/** The points stay, the answers go. */
export function again(lesson: LessonState, items: readonly Pick<ItemPayload, 'key'>[]): LessonState {
  const states = new Map(lesson.items);
  for (const { key } of items) {
    const state = states.get(key);
    if (state !== undefined) states.set(key, { ...state, tries: 0, sureness: null, code: '', text: '' });
  }
  return { ...lesson, items: states, quiz: { ended: lesson.quiz.ended, open: true, allowed: null, used: 0 } };
}
