/** In plain words, what an LMS will know about each learner of a package. */
import { ASKED, FACTS, RECORDED, type RecordedFact } from '../vocabulary/recorded.ts';
import { readTarget, TARGET_FACTS } from '../vocabulary/targets.ts';
import type { CourseFacts } from './inspect.ts';

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
  if (driver !== 'scorm2004') return null;
  const words = wording(course);
  const set = FACTS.flatMap((fact) => {
    const text = words[fact];
    return text === null ? [] : [{ fact, words: text, elements: RECORDED[driver][fact] }];
  });
  return { set, asked: ASKED[driver] };
}

/** Null: never happens in this course. */
function wording(course: CourseFacts): Record<RecordedFact, string | null> {
  const items = course.lessons.flatMap((lesson) => lesson.items);
  const graded = items.some((item) => item.graded);
  const written = items.some((item) => item.type === 'short-answer');
  const marked = course.passMark === null ? 'There is no pass mark, so passed or failed stays unknown.' : 'Passed once the pass mark is reached, and never taken back; failed only when no attempt is left that could change it.';
  return {
    status: `Incomplete from the first moment, then completed. ${marked} The attempt is always left open, so that the learner can come back.`,
    score: graded ? `Points of the graded questions as 0 to 100 and as a share of 1, best attempt of each question. None before the first answer.` : null,
    answers:
      items.length === 0
        ? null
        : `Every try of every question as an entry of its own: the question’s text (250 characters), the answer given${written ? ' (written answers up to 4,000 characters)' : ''}, the right answer, right or wrong${written ? ' (self-marked ones: neutral)' : ''}, points, time of day, seconds taken and the objectives it counts for.`,
    objectives: items.length === 0 ? null : 'Per learning objective with questions, from its first answer on: score, passed or failed, completed, progress and its text.',
    progress: 'Share of the course that is done.',
    place: 'The section where the learner stopped.',
    time: 'Active time of each visit; a stretch without any input counts for five minutes at most.',
    resume: `Sections seen, answers and tries, so that the learner continues where they left: at most ${Math.min(course.resume.most, course.resume.limit).toLocaleString('en')} of ${course.resume.limit.toLocaleString('en')} characters.`,
    version: `One objective named lectern.build.${course.build}, without a result: it says which build the learner had.`,
  };
}
