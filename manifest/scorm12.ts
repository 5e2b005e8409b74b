/** Introduces a course to an LMS as SCORM 1.2: one organization, one item, one SCO (scorm.md 3.3, 6, 7). */
import type { Course } from '../src/course/course.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { contentPackage, wholeCourse, type ListedFile, type Namespace } from './content-packaging.ts';

export const SCHEMA_VERSION = '1.2';

export const NAMESPACES: readonly Namespace[] = [
  { prefix: 'xmlns', namespace: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', file: 'imscp_rootv1p1p2.xsd' },
  { prefix: 'xmlns:adlcp', namespace: 'http://www.adlnet.org/xsd/adlcp_rootv1p2', file: 'adlcp_rootv1p2.xsd' },
];

/**
 * `files` as for `contentPackage`. Without `adlcp:masteryscore`: an LMS that knows it turns any lower score into "failed"
 * at the end of a visit, also for someone who is half-way through (docs/decisions/0008).
 */
export function scorm12Manifest(course: Course, files: readonly ListedFile[]): { xml: string; diagnostics: Diagnostic[] } {
  return contentPackage(course, { units: wholeCourse(course, []), files }, {
    namespaces: NAMESPACES,
    schemaversion: SCHEMA_VERSION,
    scormType: 'adlcp:scormtype',
    language: false,
    organizationAttributes: {},
    organization: [],
  });
}
