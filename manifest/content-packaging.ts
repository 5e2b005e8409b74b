/** What every IMS content package says, whatever standard stands on it: one organization, and an item and a SCO for each unit. */
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
  /** The attribute that makes a resource a SCO, or what SCOs have in common. */
  scormType: string;
  /** SCORM 1.2 knows no language of a manifest. */
  language: boolean;
  organizationAttributes: Readonly<Record<string, string>>;
  /** Behind the items in the organization. */
  organization: readonly XmlElement[];
}

/** What an LMS launches and tracks: the course, or one of its lessons. */
export interface Unit {
  /** Of its item and its resource; `[A-Za-z0-9_.-]`. */
  name: string;
  title: string;
  /** The page that is launched. */
  launch: string;
  /** Behind the title in the item. */
  elements: readonly XmlElement[];
}

/** `unit`: name of the one unit that a file belongs to; absent: all of them use it. */
export type ListedFile = { readonly path: string; readonly unit?: string };

/**
 * `files` is everything in the package but the manifest itself and the control documents (XSD, DTD); their order does
 * not matter. Ids come from the course id and the lessons' alone, so that a new version of a course is recognised as the same course.
 */
export function contentPackage(course: Course, { units, files }: { units: readonly Unit[]; files: readonly ListedFile[] }, dialect: Dialect): { xml: string; diagnostics: Diagnostic[] } {
  const { title, version, diagnostics } = fit(course);
  const root = element('manifest', rootAttributes(course, version, dialect), [
    element('metadata', {}, [element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, dialect.schemaversion)]),
    element('organizations', { default: `organization-${course.id}` }, [organization(course, title, units, dialect)]),
    element('resources', {}, resources(course, units, files, dialect)),
  ]);
  return { xml: writeXml(root), diagnostics };
}

/** The course as the one thing that is launched. */
export function wholeCourse(course: Course, elements: readonly XmlElement[]): Unit[] {
  return [{ name: course.id, title: course.title, launch: LAUNCH, elements }];
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

function organization(course: Course, title: string, units: readonly Unit[], dialect: Dialect): XmlElement {
  const items = units.map((unit) =>
    element('item', { identifier: `item-${unit.name}`, identifierref: `resource-${unit.name}`, isvisible: 'true' }, [
      element('title', {}, shorten(unit.title, PACKAGE_LIMITS.title).text),
      ...unit.elements,
    ]),
  );
  return element('organization', { identifier: `organization-${course.id}`, ...dialect.organizationAttributes }, [element('title', {}, title), ...items, ...dialect.organization]);
}

/** A lone unit lists everything; several have what they share in an asset that each depends on. */
function resources(course: Course, units: readonly Unit[], files: readonly ListedFile[], { scormType }: Dialect): XmlElement[] {
  const listed = (which: (file: ListedFile) => boolean): XmlElement[] => files.filter(which).map(({ path }) => path).sort().map((href) => element('file', { href }));
  const sco = ({ name, launch }: Unit, content: XmlElement[]): XmlElement =>
    element('resource', { identifier: `resource-${name}`, type: 'webcontent', [scormType]: 'sco', href: launch }, content);
  const [only, second] = units;
  if (only !== undefined && second === undefined) return [sco(only, listed(() => true))];
  const shared = `shared-${course.id}`;
  return [
    ...units.map((unit) => sco(unit, [...listed(({ unit: owner }) => owner === unit.name), element('dependency', { identifierref: shared })])),
    element('resource', { identifier: shared, type: 'webcontent', [scormType]: 'asset' }, listed(({ unit }) => unit === undefined)),
  ];
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
