/** What every IMS content package says, whatever standard stands on it: one organization, one item, one SCO with all its files. */
import type { Course } from '../src/course/course.ts';
import { diagnose } from '../src/diagnostics/diagnose.ts';
import { wholeFile, type Diagnostic, type Place } from '../src/diagnostics/diagnostic.ts';
import { PACKAGE_LIMITS } from '../src/vocabulary/limits.ts';
import { shorten } from './title.ts';
import { element, writeXml, type XmlElement } from './xml.ts';

/** The page that an LMS launches. */
export const LAUNCH = 'index.html';

/** Prefixes are fixed words: Moodle looks for them literally, and for content-packaging elements without any. */
export interface Namespace {
  prefix: string;
  namespace: string;
  /** Name of the control document that describes it. */
  file: string;
}

/** What a standard adds to a content package. */
export interface Dialect {
  namespaces: readonly Namespace[];
  /** Compared letter by letter by LMSs. */
  schemaversion: string;
  /** The attribute that makes a resource a SCO. */
  scormType: string;
  /** SCORM 1.2 knows no language of a manifest. */
  language: boolean;
  organizationAttributes: Readonly<Record<string, string>>;
  /** Behind the item in the organization, and behind the title in the item. */
  organization: readonly XmlElement[];
  item: readonly XmlElement[];
}

/**
 * `files` is everything in the package but the manifest itself and the control documents (XSD, DTD); their order does
 * not matter. Ids come from the course id alone, so that a new version of a course is recognised as the same course.
 */
export function contentPackage(
  course: Course,
  files: readonly { readonly path: string }[],
  dialect: Dialect,
): { xml: string; diagnostics: Diagnostic[] } {
  const { title, version, diagnostics } = fit(course);
  const root = element('manifest', rootAttributes(course, version, dialect), [
    element('metadata', {}, [element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, dialect.schemaversion)]),
    element('organizations', { default: `organization-${course.id}` }, [organization(course, title, dialect)]),
    element('resources', {}, [resource(course, files, dialect)]),
  ]);
  return { xml: writeXml(root), diagnostics };
}

function rootAttributes(course: Course, version: string, { namespaces, language }: Dialect): Record<string, string> {
  return {
    ...Object.fromEntries(namespaces.map(({ prefix, namespace }) => [prefix, namespace])),
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': namespaces.map(({ namespace, file }) => `${namespace} ${file}`).join(' '),
    identifier: `course-${course.id}`,
    ...(version === '' ? {} : { version }),
    ...(language ? { 'xml:lang': course.language } : {}),
  };
}

function organization(course: Course, title: string, dialect: Dialect): XmlElement {
  const item = { identifier: `item-${course.id}`, identifierref: `resource-${course.id}`, isvisible: 'true' };
  return element('organization', { identifier: `organization-${course.id}`, ...dialect.organizationAttributes }, [
    element('title', {}, title),
    element('item', item, [element('title', {}, title), ...dialect.item]),
    ...dialect.organization,
  ]);
}

function resource(course: Course, files: readonly { readonly path: string }[], { scormType }: Dialect): XmlElement {
  const attributes = { identifier: `resource-${course.id}`, type: 'webcontent', [scormType]: 'sco', href: LAUNCH };
  const paths = files.map((file) => file.path).sort();
  return element('resource', attributes, paths.map((href) => element('file', { href })));
}

/** Plain decimal with at most four places: an exponent is not a decimal to XML Schema. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** Title and version within what every LMS takes; a longer title broke the import in two LMSs tried. */
function fit(course: Course): { title: string; version: string; diagnostics: Diagnostic[] } {
  const place = placeOf(course);
  const { title, diagnostics } = fitTitle(course);
  const version = shorten(course.version, PACKAGE_LIMITS.version);
  if (version.cut) {
    const params = { version: course.version, limit: PACKAGE_LIMITS.version, shown: version.text };
    diagnostics.push(diagnose('package/version-long', place, params));
  }
  return { title, version: version.text, diagnostics };
}

export function fitTitle(course: Course): { title: string; diagnostics: Diagnostic[] } {
  const { text, cut } = shorten(course.title, PACKAGE_LIMITS.title);
  const params = { length: course.title.length, limit: PACKAGE_LIMITS.title, shown: text };
  return { title: text, diagnostics: cut ? [diagnose('package/title-long', placeOf(course), params)] : [] };
}

/** Where title and version are written: in the lesson itself when the course is that lesson. */
export function placeOf(course: Course): Place {
  const [only, second] = course.lessons;
  const lone = only !== undefined && second === undefined && only.title === course.title;
  return wholeFile(lone ? only.file : 'course.yaml');
}
