/** Reads a package as an LMS does at import: the files of the zip, and what its manifest says about launching and passing. */
import JSZip from 'jszip';
import { XmlDocument } from 'libxml2-wasm';
import type { XmlElement } from 'libxml2-wasm';
import { activityTree, type ActivitySettings } from './activity-tree.ts';

/** What the package asks the LMS for: a run-time in its window, a record store, or nothing. */
export type RunTime = 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan' | 'web';

/** What an LMS launches: the course, or one lesson of it. */
export interface Unit {
  /** Of its item in the manifest; '' elsewhere. */
  id: string;
  title: string;
  /** Path and query. */
  launch: string;
  /** 2004: `minNormalizedMeasure` of a primary objective that is satisfied by measure; 1.2: `masteryscore`. */
  passingScore: string | null;
  /** `minProgressMeasure` of a threshold that completes by measure. */
  completionThreshold: string | null;
  /** `dataFromLMS`. */
  launchData: string | null;
  /** Ids that the LMS puts into `cmi.objectives` before the first launch. */
  objectives: string[];
}

/** As a unit it is the first one that is launched, with the course's title. */
export interface ImportedPackage extends Unit {
  runTime: RunTime;
  /** By path inside the zip; paths are compared with case. */
  files: Map<string, Uint8Array>;
  /** cmi5 and Tin Can: id of the activity that is launched; '' elsewhere. */
  activity: string;
  /** cmi5: when the LMS lets the learner go on; '' elsewhere. */
  moveOn: string;
  /** In the manifest's order, where the LMS launches several. */
  units: Unit[];
  /** For the LMS's sequencer, where it launches several. */
  activities: ActivitySettings | null;
}

const NAMESPACES = {
  cp: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
  ss: 'http://www.imsglobal.org/xsd/imsss',
};
const NAMESPACES_12 = { cp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2' };

/** Throws a sentence when the zip could not be imported. */
export async function importPackage(zip: Uint8Array): Promise<ImportedPackage> {
  const opened = await JSZip.loadAsync(zip);
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(opened.files)) {
    if (!entry.dir) files.set(entry.name, await entry.async('uint8array'));
  }
  const manifest = files.get('imsmanifest.xml');
  const statements = files.get('cmi5.xml') ?? files.get('tincan.xml');
  if (manifest === undefined && statements !== undefined) return { files, ...readActivity(statements) };
  const home = files.get('index.html');
  if (manifest === undefined && home !== undefined) return { files, ...SITE, title: titleOf(home) };
  if (manifest === undefined) throw new Error('The package has no imsmanifest.xml at its root.');
  const document = XmlDocument.fromBuffer(manifest);
  try {
    const read = readManifest(document, files);
    return { files, ...read, activities: read.units.length === 0 ? null : await activityTree(new TextDecoder().decode(manifest)) };
  } finally {
    document.dispose();
  }
}

/** What no LMS reads: the page that a web server opens first. */
const SITE = { runTime: 'web', id: '', units: [], activities: null, title: '', launch: 'index.html', passingScore: null, completionThreshold: null, launchData: null, activity: '', moveOn: '', objectives: [] } satisfies Omit<ImportedPackage, 'files'>;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Of a page of ours: its title has no elements in it. */
function titleOf(page: Uint8Array): string {
  const title = /<title>([^<]*)<\/title>/.exec(new TextDecoder().decode(page))?.[1] ?? '';
  return title.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => NAMED[name] ?? '');
}

function readManifest(document: XmlDocument, files: Map<string, Uint8Array>): Omit<ImportedPackage, 'files'> {
  const version = document.root.find("//*[local-name()='schemaversion']").map((node) => (node as XmlElement).content)[0] ?? '';
  if (version === '1.2') return readOld(document, files);
  if (version !== '2004 4th Edition' && version !== '2004 3rd Edition') throw new Error(`The LMS knows no SCORM "${version}".`);
  const query = asker(document, NAMESPACES);
  const units = query.all(`${ITEMS}/@identifier`).map((id, index) => readUnit(query, files, { id, item: `(${ITEMS})[${index + 1}]` }));
  const [unit] = units;
  if (unit === undefined) throw new Error(NOTHING_LAUNCHED);
  return { ...SITE, ...unit, id: '', title: courseTitle(query), runTime: 'scorm2004', units: units.length === 1 ? [] : units };
}

/** `item`: the path that leads to it. */
function readUnit(query: Asker, files: Map<string, Uint8Array>, { id, item }: { id: string; item: string }): Unit {
  const primary = `${item}/ss:sequencing/ss:objectives/ss:primaryObjective`;
  return {
    id,
    title: query.first(`${item}/cp:title`) ?? '',
    launch: launchOf(query, files, item),
    passingScore: query.first(`${primary}[@satisfiedByMeasure='true']/ss:minNormalizedMeasure`),
    completionThreshold: query.first(`${item}/adlcp:completionThreshold[@completedByMeasure='true']/@minProgressMeasure`),
    launchData: query.first(`${item}/adlcp:dataFromLMS`),
    objectives: query.all(`${item}/ss:sequencing/ss:objectives/*/@objectiveID`),
  };
}

/** cmi5.xml has one unit, tincan.xml one activity that is launched. */
function readActivity(xml: Uint8Array): Omit<ImportedPackage, 'files'> {
  const document = XmlDocument.fromBuffer(xml);
  try {
    const { first } = asker(document, {});
    const unit = "//*[local-name()='au']";
    const launched = "//*[local-name()='activity'][*[local-name()='launch']]";
    const isUnit = first(`${unit}/@id`) !== null;
    return {
      ...SITE,
      runTime: isUnit ? 'cmi5' : 'tincan',
      title: first(isUnit ? `${unit}/*[local-name()='title']/*` : `${launched}/*[local-name()='name']`) ?? '',
      launch: first(isUnit ? `${unit}/*[local-name()='url']` : `${launched}/*[local-name()='launch']`) ?? 'index.html',
      passingScore: first(`${unit}/@masteryScore`),
      activity: first(isUnit ? `${unit}/@id` : `${launched}/@id`) ?? '',
      moveOn: first(`${unit}/@moveOn`) ?? '',
    };
  } finally {
    document.dispose();
  }
}

function readOld(document: XmlDocument, files: Map<string, Uint8Array>): Omit<ImportedPackage, 'files'> {
  const query = asker(document, NAMESPACES_12);
  const item = `(${ITEMS})[1]`;
  return {
    ...SITE,
    runTime: 'scorm12',
    title: courseTitle(query),
    launch: launchOf(query, files, item),
    passingScore: query.first(`${item}/adlcp:masteryscore`),
    launchData: query.first(`${item}/adlcp:datafromlms`),
  };
}

const ORGANIZATION = '//cp:organization[@identifier=//cp:organizations/@default]';
const ITEMS = `${ORGANIZATION}//cp:item[@identifierref]`;
const NOTHING_LAUNCHED = 'No item of the default organization leads to a resource with an href.';

const courseTitle = ({ first }: Asker): string => first(`${ORGANIZATION}/cp:title`) ?? '';

function launchOf({ first }: Asker, files: Map<string, Uint8Array>, item: string): string {
  const href = first(`//cp:resource[@identifier='${first(`${item}/@identifierref`) ?? ''}']/@href`);
  if (href === null) throw new Error(NOTHING_LAUNCHED);
  if (!files.has(href.split(/[?#]/, 1)[0] ?? '')) throw new Error(`The manifest launches ${href}, which is not in the zip.`);
  return withParameters(href, first(`${item}/@parameters`));
}

function withParameters(href: string, parameters: string | null): string {
  if (parameters === null) return href;
  return /^[?#]/.test(parameters) ? href + parameters : `${href}?${parameters}`;
}

interface Asker {
  all(path: string): string[];
  first(path: string): string | null;
}

function asker(document: XmlDocument, namespaces: Record<string, string>): Asker {
  const all = (path: string): string[] => document.root.find(path, namespaces).map((node) => (node as XmlElement).content);
  return { all, first: (path) => all(path)[0] ?? null };
}
