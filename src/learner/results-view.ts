/** Works out what the results of a lesson and of a course say from the session. Pure. */
import type { LessonOutline, LessonPayload } from '../course/payload.ts';
import { isWhole } from '../course/quiz.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import type { ItemSetting } from './components/item.ts';
import type { ResultsView, Score } from './components/lectern-results/lectern-results.ts';
import { saveStateText, type LessonState, type SaveState, type StepState } from './components/record-frame.ts';
import { earlierQuestions } from './session/earlier.ts';
import { quizOf, rulesOf, roundsLeft } from './session/quiz.ts';
import { record, type ItemRecord, type Session } from './session/session.ts';
import { lessonStanding, objectiveStandings, standing } from './session/standing.ts';
import type { QuizState } from './session/state.ts';
import type { TeachingPart } from './teaching.ts';
import type { ResultHeld } from './tracking/tracker.ts';

export interface Recorded {
  session: Session;
  strings: PlayerStrings;
  saved: SaveState | null;
  /** A certificate is to be had. */
  certificate: boolean;
  /** What the LMS itself says; null where it was not asked. */
  held: ResultHeld | null;
}

export interface LessonResults extends Recorded {
  payload: Pick<LessonPayload, 'id' | 'language' | 'objectives' | 'items'>;
  outline: LessonOutline;
  setting: ItemSetting;
  /** The part that teaches what a text is about. */
  teacher: (text: string) => TeachingPart | null;
}

/** The score of a lone lesson is the course's, and the pass mark applies to it. */
export function lessonResults(input: LessonResults): ResultsView {
  const { session, payload, outline, strings, setting } = input;
  const alone = session.course.lessons.length === 1;
  const records = payload.items.map((item) => ({ item, record: record(session, outline.key, item) }));
  const { points, of } = lessonStanding(session, outline);
  const begun = records.some((each) => each.item.points > 0 && each.record.tries > 0);
  const whole = courseScore(session);
  const own: Score = { scaled: begun && of > 0 ? points / of : null, points, of, passMark: null, success: 'unknown', remaining: records.filter((each) => each.record.tries === 0 && !each.record.done).length };
  return {
    // A quiz that was handed in leaves no question open.
    ...(alone ? { ...whole, remaining: own.remaining } : own),
    ...report(input),
    language: payload.language,
    lesson: {
      timeUp: isTimeUp(quizOf(session, outline.key)),
      objectives: objectiveStandings(session, payload).map(({ text, points: got, of: all, progress }) => {
        const short = progress > 0 && got < all ? input.teacher(text) : null;
        return { text, points: got, of: all, teacher: short };
      }),
      questions: records.filter(({ item }) => item.part === null).map((each) => ({ text: each.item.text, ...stepState(each.record, strings) })),
      // What somebody was sure of and had wrong is best mended first.
      missed: records.filter((each) => isMissed(each.record)).sort((a, b) => (a.record.sureness ?? 1) - (b.record.sureness ?? 1)).map((each) => each.item),
      setting,
      calibration: calibration(records.map((each) => each.record), strings),
      again: anotherRound(session, outline.key),
      earlier: earlierQuestions(session, outline).length > 0,
    },
    // One calendar for a course, not one for each of its lessons.
    ...(alone ? {} : { reminders: false }),
    course: alone ? null : { ...whole, title: session.course.title },
  };
}

/** null where nobody was sure of anything, or nobody asked. */
function calibration(records: readonly ItemRecord[], { results }: PlayerStrings): string | null {
  const sure = records.filter(({ sureness, withheld, tries }) => sureness === 0 && tries > 0 && !withheld);
  return sure.length === 0 ? null : results.calibration(sure.length, sure.filter(({ result }) => result === 'correct').length);
}

/** The clock handed in, not the learner. */
function isTimeUp({ open, allowed, used }: QuizState): boolean {
  return !open && allowed !== null && allowed > 0 && used >= allowed;
}

/** How many more times the quiz may be taken, null = as often as one likes; null altogether when it cannot. */
function anotherRound(session: Session, lesson: number): { left: number | null } | null {
  const rules = rulesOf(session, lesson);
  const quiz = quizOf(session, lesson);
  if (!isWhole(rules) || quiz.open) return null;
  const left = roundsLeft(rules, quiz);
  return left === 0 ? null : { left };
}

/** For the home of a course of several lessons; null while there is nothing to say. */
export function courseResults(input: Recorded): ResultsView | null {
  const { completed, success, itemsAnswered } = standing(input.session);
  if (itemsAnswered === 0 && !completed && success === 'unknown') return null;
  return { ...courseScore(input.session), ...report(input), language: input.session.course.language, lesson: null, course: null };
}

function courseScore(session: Session): Score {
  const { scaled, points, of, passMark, success, items, itemsAnswered } = standing(session);
  return { scaled, points, of, passMark: of > 0 ? passMark : null, success, remaining: items - itemsAnswered };
}

function report({ session, strings, saved, certificate, held }: Recorded): Pick<ResultsView, 'reported' | 'version' | 'build' | 'certificate' | 'reminders'> {
  const { version, build, reminders } = session.course;
  return { reported: reported({ session, strings, saved, held }), version, build, certificate, reminders: reminders?.length !== 0 && saved !== null };
}

function reported({ session, strings, saved, held }: Omit<Recorded, 'certificate'>): string {
  if (saved === null) return strings.record.review;
  if (saved === 'no-lms') return strings.results.notRecorded;
  if (saved === 'kept') return strings.record.keptHere;
  const result = resultSentence(session, strings, held);
  return held === null ? `${result} ${saveStateText(strings, saved)}.` : result;
}

/** What the LMS was told; confirmed where it says the same when it is asked, and what it says instead where it does not. */
export function resultSentence(session: Session, { results }: PlayerStrings, held: ResultHeld | null): string {
  const { success, completed, scaled } = standing(session);
  const facts = { status: success !== 'unknown' ? success : completed ? ('completed' as const) : ('incomplete' as const), percent: scaled };
  if (held === null) return results.recorded(facts);
  const near = held.share === null || scaled === null || Math.round(held.share * 100) === Math.round(scaled * 100);
  if (held.status === facts.status && near) return results.confirmed(facts);
  return `${results.recorded(facts)} ${results.lmsSays({ status: held.status, percent: held.share })}`;
}

/** What the cards of a course say, by the lessons' order; lessons nobody touched are left out. */
export function lessonStates(session: Session, { results, record: words }: PlayerStrings): Map<number, LessonState> {
  const states = new Map<number, LessonState>();
  if (session.lessons.size === 0) return states;
  session.course.lessons.forEach((lesson, index) => {
    if (!session.lessons.has(lesson.key)) return;
    const { state, partsSeen, parts, points, of, itemsAnswered, items } = lessonStanding(session, lesson);
    const done = state === 'done';
    // Short enough for one line on a phone, so that no card moves when the words come.
    const facts = done ? [words.done, ...(of > 0 ? [results.points(points, of)] : [])] : state === 'new' ? [words.notStarted] : [words.inProgress, parts > 0 ? words.sections(partsSeen, parts) : words.questions(itemsAnswered, items)];
    states.set(index, { done, words: facts, seen: partsSeen + itemsAnswered, of: parts + items });
  });
  return states;
}

/** Nothing more can be done about it in its own place. */
function isMissed({ done, result, last, withheld, keptBack }: ItemRecord): boolean {
  if (!done || withheld || keptBack || result === 'correct') return false;
  return last?.type === 'short-answer' ? last.verdict !== 'got-it' : result === 'incorrect';
}

/** A question's standing, as a word and as a mark. */
export function stepState(record: ItemRecord, { results, item }: PlayerStrings): StepState {
  if (record.tries === 0) return { state: 'open', word: item.unanswered };
  if (record.withheld) return { state: 'answered', word: item.answered };
  if (record.result === 'correct') return { state: 'right', word: results.right };
  if (record.result === 'incorrect') return { state: 'wrong', word: record.sureness === 0 ? results.wrongButSure : results.wrong };
  const words = { 'got-it': item.gotIt, partly: item.partly, 'not-yet': item.notYet };
  const verdict = record.last?.type === 'short-answer' ? record.last.verdict : null;
  return { state: 'answered', word: verdict === null ? item.answered : words[verdict] };
}
