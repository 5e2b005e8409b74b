/** Works out what the results page says from the session. Pure. */
import type { LessonOutline, LessonPayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import type { ResultsView } from './components/lectern-results/lectern-results.ts';
import { saveStateText, type SaveState, type StepState } from './components/frame.ts';
import { objectiveStandings, record, standing, type ItemRecord, type Session } from './session/session.ts';

export interface ResultsInput {
  session: Session;
  payload: Pick<LessonPayload, 'id' | 'objectives' | 'items'>;
  outline: LessonOutline;
  strings: PlayerStrings;
  saved: SaveState | null;
  /** The only lesson of its course: then its score is the course's, and the pass mark applies to it. */
  alone: boolean;
}

export function resultsView({ session, payload, outline, strings, saved, alone }: ResultsInput): ResultsView {
  const whole = standing(session);
  const records = payload.items.map((item) => ({ item, record: record(session, outline.key, item) }));
  const graded = records.filter(({ item }) => item.points > 0);
  const points = graded.reduce((sum, each) => sum + each.item.points * (each.record.best ?? 0), 0);
  const of = graded.reduce((sum, each) => sum + each.item.points, 0);
  const begun = graded.some((each) => each.record.tries > 0);
  const numbers = new Map(payload.objectives.map((objective) => [objective.id, objective.number]));
  return {
    scaled: begun && of > 0 ? points / of : null,
    points: Math.round(points * 100) / 100,
    of,
    passMark: alone ? whole.passMark : null,
    success: alone ? whole.success : 'unknown',
    remaining: records.filter((each) => each.record.tries === 0).length,
    objectives: objectiveStandings(session, payload).map((objective) => ({ ...objective, number: numbers.get(objective.id) ?? 0 })),
    questions: records.map((each) => ({ text: each.item.text, ...stepState(each.record, strings) })),
    reported: reported(session, strings, saved),
    version: session.course.version,
    build: session.course.build,
  };
}

function reported(session: Session, strings: PlayerStrings, saved: SaveState | null): string {
  if (saved === null) return strings.record.review;
  if (saved === 'no-lms') return strings.results.notRecorded;
  const { success, completed, scaled } = standing(session);
  const status = success !== 'unknown' ? success : completed ? 'completed' : 'incomplete';
  return `${strings.results.recorded({ status, percent: scaled })} ${saveStateText(strings, saved)}.`;
}

/** A question's standing, as a word and as a mark. */
export function stepState(record: ItemRecord, { results, item }: PlayerStrings): StepState {
  if (record.tries === 0) return { state: 'open', word: results.unanswered };
  if (record.result === 'correct') return { state: 'right', word: results.right };
  if (record.result === 'incorrect') return { state: 'wrong', word: results.wrong };
  const words = { 'got-it': item.gotIt, partly: item.partly, 'not-yet': item.notYet };
  const verdict = record.last?.type === 'short-answer' ? record.last.verdict : null;
  return { state: 'answered', word: verdict === null ? item.answered : words[verdict] };
}
