/** In plain words, what an LMS will know about each learner of a package. */
import { ASKED, FACTS, RECORDED, type RecordedFact, type Recorder } from '../vocabulary/recorded.ts';
import { readTarget, TARGET_FACTS } from '../vocabulary/targets.ts';
import type { CourseFacts, ItemFacts } from './inspect.ts';

export interface Recorded {
  fact: RecordedFact;
  words: string;
  /** The standard's own names; `n` stands for any index. */
  elements: readonly string[];
}

/** Null for a target whose driver this version does not know. */
export function recordedBy(course: CourseFacts): { set: Recorded[]; asked: readonly string[] } | null {
  const target = readTarget(course.target);
  const driver = target === null ? null : TARGET_FACTS[target].driver;
  if (driver === 'web') return { set: [], asked: [] };
  if (driver === null || !isRecorder(driver)) return null;
  const words = wording(course, driver);
  const set = FACTS.flatMap((fact) => {
    const text = words[fact];
    const elements = RECORDED[driver][fact];
    return text === null || elements.length === 0 ? [] : [{ fact, words: text, elements }];
  });
  return { set, asked: ASKED[driver] };
}

function isRecorder(driver: string): driver is Recorder {
  return Object.hasOwn(RECORDED, driver);
}

/** Null: never happens in this course. */
type Wording = Record<RecordedFact, string | null>;

const OPEN = 'The attempt is always left open, so that the learner can come back.';
const UNITS = 'A lesson without anything to pass is passed once it is done. The attempt is left open, so that the learner can come back, but for a failed one: the next launch is a new attempt.';
const JUDGED = 'Passed once the pass mark is reached, and never taken back; failed only when no attempt is left that could change it.';

function wording(course: CourseFacts, driver: Recorder): Wording {
  const items = course.lessons.flatMap((lesson) => lesson.items);
  const graded = items.some((item) => item.graded);
  const marked = course.passMark === null ? 'There is no pass mark, so passed or failed stays unknown.' : JUDGED;
  const shared: Wording = {
    status: `${course.divided ? 'Of each lesson by itself: incomplete' : 'Incomplete'} from the first moment, then completed. ${marked} ${course.divided ? UNITS : OPEN}`,
    score: graded ? 'Points of the graded questions as 0 to 100 and as a share of 1, best attempt of each question. None before the first answer.' : null,
    answers: items.length === 0 ? null : everyTry(items, 'the question’s text (250 characters), ', 4_000),
    objectives: items.length === 0 ? null : 'Per learning objective with questions, from its first answer on: score, passed or failed, completed, progress and its text.',
    progress: 'Share of the course that is done.',
    place: 'The section where the learner stopped.',
    time: 'Active time of each visit; a stretch without any input counts for five minutes at most.',
    resume: resumeWords(course),
    version: `One objective named lectern.build.${course.build}, without a result: it says which build the learner had.`,
  };
  if (driver === 'scorm12') return { ...shared, ...wording12(course, items, graded) };
  return driver === 'scorm2004' ? shared : { ...shared, ...wordingOfStatements(course, items, graded) };
}

/** The longest that stored progress can get, part by part, as the build has proved it. */
function resumeWords({ resume: { always, answers, most, limit, unit }, divided }: CourseFacts): string {
  const n = (value: number): string => value.toLocaleString('en');
  const rest = most > always + answers ? `, and written answers share up to ${n(most - always - answers)}` : '';
  return `Sections seen, answers and tries, so that the learner continues where they left${divided ? ', for each lesson by itself' : ''}: at most ${n(most)} of ${n(limit)} ${unit}. Scores, tries and the place always fit (at most ${n(always)}), chosen answers take at most ${n(answers)}${rest}.`;
}

/** SCORM 1.2 has one status for everything, and no place for words about a question. */
function wording12(course: CourseFacts, items: readonly ItemFacts[], graded: boolean): Partial<Wording> {
  const end = course.passMark === null || !graded ? 'then completed' : `then passed (when everything is done and the pass mark is reached) or failed. ${JUDGED}`;
  return {
    status: `One status: incomplete from the first moment, ${end}${end.endsWith('.') ? '' : '.'} ${OPEN}`,
    score: graded ? 'Points of the graded questions as 0 to 100, best attempt of each question. None before the first answer.' : null,
    answers: items.length === 0 ? null : everyTry(items, 'the question’s id, ', 255),
    objectives: items.length === 0 ? null : 'Per learning objective with questions, from its first answer on: score and one status.',
    version: `One objective named lectern-build-${course.build}, without a result: it says which build the learner had.`,
  };
}

/** cmi5 and Tin Can: statements in a record store (LRS). */
function wordingOfStatements(course: CourseFacts, items: readonly ItemFacts[], graded: boolean): Partial<Wording> {
  const marked = course.passMark === null ? 'Nothing is passed or failed, because there is no pass mark.' : JUDGED;
  return {
    status: `A statement when the course is opened, completed and left. ${marked} Each is told once.`,
    score: graded ? 'With passed or failed: points of the graded questions as 0 to 100 and as a share of 1, best attempt of each question.' : null,
    answers: items.length === 0 ? null : everyTry(items, 'the question’s text with everything that could be chosen, ', 4_000),
    progress: 'Each section when it has been seen to its end, and each tenth of the course.',
    time: 'Active time of each visit, and of each answer.',
    version: `Version and build (${course.build}) in the context of every statement.`,
  };
}

function everyTry(items: readonly ItemFacts[], named: string, most: number): string {
  const written = items.some((item) => item.type === 'short-answer');
  const long = written ? ` (written answers up to ${most.toLocaleString('en')} characters)` : '';
  return `Every try of every question as an entry of its own: ${named}the answer given${long}, the right answer, right or wrong${written ? ' (self-marked ones: neutral)' : ''}, points, time of day, seconds taken and the objectives it counts for.`;
}
