/** Introduces a course to an LMS as cmi5: one course with one assignable unit (xapi.md 4; cmi5 course structure, section 13 and 14). */
import type { Course } from '../src/course/course.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { CMI5_NAMESPACE, unitId, type MoveOn } from '../src/vocabulary/cmi5.ts';
import { COURSE_TYPE, descriptionOf } from './activity.ts';
import { decimal, fitTitle, LAUNCH } from './content-packaging.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/** Every id is an address below the course's own, so that it is the same in every build and in no other course. */
export function cmi5Structure(course: Course): { xml: string; diagnostics: Diagnostic[] } {
  const { title, diagnostics } = fitTitle(course);
  const words = (text: string): XmlElement[] => [element('langstring', { lang: course.language }, text)];
  const names = [element('title', {}, words(title)), element('description', {}, words(descriptionOf(course)))];
  const unit = {
    id: unitId(course.iri),
    moveOn: moveOn(course),
    ...(course.passMark === null ? {} : { masteryScore: decimal(course.passMark) }),
    launchMethod: 'AnyWindow',
    activityType: COURSE_TYPE,
  };
  const root = element('courseStructure', { xmlns: CMI5_NAMESPACE }, [
    element('course', { id: course.iri }, names),
    element('au', unit, [...names, element('url', {}, LAUNCH)]),
  ]);
  return { xml: writeXml(root), diagnostics };
}

/** When an LMS lets the learner go on: done with everything, and passed where there is something to pass. The default would be "at once". */
function moveOn({ passMark, lessons }: Course): MoveOn {
  const graded = lessons.some((lesson) => lesson.items.some((item) => item.graded && item.points > 0));
  return passMark !== null && graded ? 'CompletedAndPassed' : 'Completed';
}
