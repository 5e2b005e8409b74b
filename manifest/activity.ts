/** How a course is named in xAPI: the addresses under which results are found again, and its words in its own language. */
import type { Course } from '../src/course/course.ts';
import { shorten } from './title.ts';

/** Characters of a description that every LMS shows whole. */
const DESCRIPTION_MAX = 400;

/** Kind of activity, for reports that tell courses from questions. */
export const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';

/** One line: what the learner will be able to do, else the title. Never empty, since some LMSs refuse an activity without one. */
export function descriptionOf(course: Course): string {
  const objectives = course.lessons.flatMap((lesson) => lesson.objectives.map(({ text }) => text));
  return shorten(objectives.length === 0 ? course.title : objectives.join(' · '), DESCRIPTION_MAX).text;
}
