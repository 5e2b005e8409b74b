/** Introduces a course to an LMS as SCORM 2004 4th Edition: one organization, one activity, one SCO (scorm.md 2, 4, 6, 7). */
import type { Course } from '../src/course/course.ts';
import { diagnose } from '../src/diagnostics/diagnose.ts';
import { wholeFile, type Diagnostic, type Place } from '../src/diagnostics/diagnostic.ts';
import { PACKAGE_LIMITS } from '../src/vocabulary/limits.ts';
import { shorten } from './title.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/** The page that an LMS launches. */
const LAUNCH = 'index.html';

/** Every namespace of the manifest with the control document that describes it. Prefixes are fixed words: Moodle looks for them literally, and for content-packaging elements without any. */
export const NAMESPACES: readonly { prefix: string; namespace: string; file: string }[] = [
  { prefix: 'xmlns', namespace: 'http://www.imsglobal.org/xsd/imscp_v1p1', file: 'imscp_v1p1.xsd' },
  { prefix: 'xmlns:adlcp', namespace: 'http://www.adlnet.org/xsd/adlcp_v1p3', file: 'adlcp_v1p3.xsd' },
  { prefix: 'xmlns:adlseq', namespace: 'http://www.adlnet.org/xsd/adlseq_v1p3', file: 'adlseq_v1p3.xsd' },
  { prefix: 'xmlns:adlnav', namespace: 'http://www.adlnet.org/xsd/adlnav_v1p3', file: 'adlnav_v1p3.xsd' },
  { prefix: 'xmlns:imsss', namespace: 'http://www.imsglobal.org/xsd/imsss', file: 'imsss_v1p0.xsd' },
];

/**
 * `files` is everything in the package but the manifest itself and the control documents (XSD, DTD); their order does
 * not matter. Ids come from the course id alone, so that a new version of a course is recognised as the same course.
 */
export function scorm2004Manifest(
  course: Course,
  files: readonly { readonly path: string }[],
): { xml: string; diagnostics: Diagnostic[] } {
  const { title, version, diagnostics } = fit(course);
  const root = element('manifest', rootAttributes(course, version), [
    element('metadata', {}, [element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '2004 4th Edition')]),
    element('organizations', { default: `organization-${course.id}` }, [organization(course, title)]),
    element('resources', {}, [resource(course, files)]),
  ]);
  return { xml: writeXml(root), diagnostics };
}

function rootAttributes(course: Course, version: string): Record<string, string> {
  return {
    ...Object.fromEntries(NAMESPACES.map(({ prefix, namespace }) => [prefix, namespace])),
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': NAMESPACES.map(({ namespace, file }) => `${namespace} ${file}`).join(' '),
    identifier: `course-${course.id}`,
    ...(version === '' ? {} : { version }),
    'xml:lang': course.language,
  };
}

function organization(course: Course, title: string): XmlElement {
  // "To system" is the default and would mix the results of different courses.
  const attributes = { identifier: `organization-${course.id}`, 'adlseq:objectivesGlobalToSystem': 'false' };
  return element('organization', attributes, [
    element('title', {}, title),
    item(course, title),
    element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: 'true', flow: 'true' })]),
  ]);
}

function item(course: Course, title: string): XmlElement {
  const attributes = { identifier: `item-${course.id}`, identifierref: `resource-${course.id}`, isvisible: 'true' };
  return element('item', attributes, [
    element('title', {}, title),
    element('imsss:sequencing', {}, [
      ...(course.passMark === null ? [] : [objectives(course.passMark)]),
      // Without these two, an LMS marks the course completed and passed as soon as it has been looked at.
      element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
    ]),
    element('adlnav:presentation', {}, [
      element(
        'adlnav:navigationInterface',
        {},
        // There is nothing to continue to: in some LMSs these buttons end the session.
        ['continue', 'previous'].map((control) => element('adlnav:hideLMSUI', {}, control)),
      ),
    ]),
  ]);
}

/** Tells the LMS the pass mark. The objective has no id, so that the run-time list of objectives starts empty. */
function objectives(passMark: number): XmlElement {
  return element('imsss:objectives', {}, [
    element('imsss:primaryObjective', { satisfiedByMeasure: 'true' }, [
      element('imsss:minNormalizedMeasure', {}, decimal(passMark)),
    ]),
  ]);
}

function resource(course: Course, files: readonly { readonly path: string }[]): XmlElement {
  const attributes = {
    identifier: `resource-${course.id}`,
    type: 'webcontent',
    'adlcp:scormType': 'sco',
    href: LAUNCH,
  };
  const paths = files.map((file) => file.path).sort();
  return element('resource', attributes, paths.map((href) => element('file', { href })));
}

/** Plain decimal with at most four places: an exponent is not a decimal to XML Schema. */
function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** Title and version within what every LMS takes; a longer title broke the import in two LMSs tried. */
function fit(course: Course): { title: string; version: string; diagnostics: Diagnostic[] } {
  const place = placeOf(course);
  const diagnostics: Diagnostic[] = [];
  const title = shorten(course.title, PACKAGE_LIMITS.title);
  if (title.cut) {
    const params = { length: course.title.length, limit: PACKAGE_LIMITS.title, shown: title.text };
    diagnostics.push(diagnose('package/title-long', place, params));
  }
  const version = shorten(course.version, PACKAGE_LIMITS.version);
  if (version.cut) {
    const params = { version: course.version, limit: PACKAGE_LIMITS.version, shown: version.text };
    diagnostics.push(diagnose('package/version-long', place, params));
  }
  return { title: title.text, version: version.text, diagnostics };
}

/** Where title and version are written: in the lesson itself when the course is that lesson. */
export function placeOf(course: Course): Place {
  const [only, second] = course.lessons;
  const lone = only !== undefined && second === undefined && only.title === course.title;
  return wholeFile(lone ? only.file : 'course.yaml');
}
