/** Introduces a course to an LMS as a Tin Can package: one activity that can be launched (xapi.md 4). */
import type { Course } from '../src/course/course.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { COURSE_TYPE, descriptionOf } from './activity.ts';
import { fitTitle, LAUNCH } from './content-packaging.ts';
import { element, writeXml } from './xml.ts';

export const TINCAN_NAMESPACE = 'http://projecttincan.com/tincan.xsd';

/** Only the course itself stands here: LMSs differ in what they make of a second activity, and the statements define the rest. */
export function tincanActivities(course: Course): { xml: string; diagnostics: Diagnostic[] } {
  const { title, diagnostics } = fitTitle(course);
  const lang = course.language;
  const root = element('tincan', { xmlns: TINCAN_NAMESPACE }, [
    element('activities', {}, [
      element('activity', { id: course.iri, type: COURSE_TYPE }, [
        element('name', { lang }, title),
        element('description', { lang }, descriptionOf(course)),
        element('launch', { lang }, LAUNCH),
      ]),
    ]),
  ]);
  return { xml: writeXml(root), diagnostics };
}
