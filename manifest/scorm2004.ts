/** Introduces a course to an LMS as SCORM 2004: one organization, and an activity and a SCO for the course or for each lesson (scorm.md 2, 4, 6, 7). Editions are data. */
import type { Course } from '../src/course/course.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { contentPackage, decimal, wholeCourse, type ListedFile, type Namespace } from './content-packaging.ts';
import { CONTENT_DECIDES, lessonUnits, NO_BUTTONS } from './lesson-units.ts';
import { element, type XmlElement } from './xml.ts';

export type Edition = '4th' | '3rd';

/** Letter by letter what Moodle compares with: any other text makes the course a SCORM 1.2 one. */
export const SCHEMA_VERSIONS: Readonly<Record<Edition, string>> = { '4th': '2004 4th Edition', '3rd': '2004 3rd Edition' };

/** The same in both editions; the control documents behind the names differ. */
export const NAMESPACES: readonly Namespace[] = [
  { prefix: 'xmlns', namespace: 'http://www.imsglobal.org/xsd/imscp_v1p1', file: 'imscp_v1p1.xsd' },
  { prefix: 'xmlns:adlcp', namespace: 'http://www.adlnet.org/xsd/adlcp_v1p3', file: 'adlcp_v1p3.xsd' },
  { prefix: 'xmlns:adlseq', namespace: 'http://www.adlnet.org/xsd/adlseq_v1p3', file: 'adlseq_v1p3.xsd' },
  { prefix: 'xmlns:adlnav', namespace: 'http://www.adlnet.org/xsd/adlnav_v1p3', file: 'adlnav_v1p3.xsd' },
  { prefix: 'xmlns:imsss', namespace: 'http://www.imsglobal.org/xsd/imsss', file: 'imsss_v1p0.xsd' },
];

/** `files` as for `contentPackage`. */
export function scorm2004Manifest(course: Course, files: readonly ListedFile[], edition: Edition = '4th'): { xml: string; diagnostics: Diagnostic[] } {
  const units = course.units === undefined ? wholeCourse(course, activity(course)) : lessonUnits(course, course.units);
  return contentPackage(course, { units, files }, {
    namespaces: NAMESPACES,
    schemaversion: SCHEMA_VERSIONS[edition],
    scormType: 'adlcp:scormType',
    language: true,
    // "To system" is the default and would mix the results of different courses.
    organizationAttributes: { 'adlseq:objectivesGlobalToSystem': 'false' },
    organization: [element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: 'true', flow: 'true' })])],
  });
}

function activity(course: Course): XmlElement[] {
  return [element('imsss:sequencing', {}, [...(course.passMark === null ? [] : [objectives(course.passMark)]), CONTENT_DECIDES]), NO_BUTTONS];
}

/** Tells the LMS the pass mark. The objective has no id, so that the run-time list of objectives starts empty. */
function objectives(passMark: number): XmlElement {
  return element('imsss:objectives', {}, [
    element('imsss:primaryObjective', { satisfiedByMeasure: 'true' }, [element('imsss:minNormalizedMeasure', {}, decimal(passMark))]),
  ]);
}
