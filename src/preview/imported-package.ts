/** Reads a package as an LMS does at import: the files of the zip, and what its manifest says about launching and passing. */
import JSZip from 'jszip';
import { XmlDocument } from 'libxml2-wasm';
import type { XmlElement } from 'libxml2-wasm';

export interface ImportedPackage {
  /** By path inside the zip; paths are compared with case. */
  files: Map<string, Uint8Array>;
  title: string;
  /** Path and query of the first launchable item. */
  launch: string;
  /** `minNormalizedMeasure` of a primary objective that is satisfied by measure. */
  passingScore: string | null;
  /** `minProgressMeasure` of a threshold that completes by measure. */
  completionThreshold: string | null;
  /** `dataFromLMS`. */
  launchData: string | null;
  /** Ids that the LMS puts into `cmi.objectives` before the first launch. */
  objectives: string[];
}

const NAMESPACES = {
  cp: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
  ss: 'http://www.imsglobal.org/xsd/imsss',
};

/** Throws a sentence when the zip could not be imported. */
export async function importPackage(zip: Uint8Array): Promise<ImportedPackage> {
  const opened = await JSZip.loadAsync(zip);
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(opened.files)) {
    if (!entry.dir) files.set(entry.name, await entry.async('uint8array'));
  }
  const manifest = files.get('imsmanifest.xml');
  if (manifest === undefined && files.has('index.html')) return { files, ...SITE };
  if (manifest === undefined) throw new Error('The package has no imsmanifest.xml at its root.');
  const document = XmlDocument.fromBuffer(manifest);
  try {
    return { files, ...readManifest(document, files) };
  } finally {
    document.dispose();
  }
}

/** What no LMS reads: the page that a web server opens first. */
const SITE = { title: '', launch: 'index.html', passingScore: null, completionThreshold: null, launchData: null, objectives: [] } satisfies Omit<ImportedPackage, 'files'>;

function readManifest(document: XmlDocument, files: Map<string, Uint8Array>): Omit<ImportedPackage, 'files'> {
  const version = text(document, '/cp:manifest/cp:metadata/cp:schemaversion');
  if (version !== '2004 4th Edition' && version !== '2004 3rd Edition') {
    throw new Error(`The LMS would not take "${version ?? ''}" for SCORM 2004.`);
  }
  const item = "(//cp:organization[@identifier=//cp:organizations/@default]//cp:item[@identifierref])[1]";
  const reference = text(document, `${item}/@identifierref`);
  const href = text(document, `//cp:resource[@identifier='${reference ?? ''}']/@href`);
  if (href === null) throw new Error('No item of the default organization leads to a resource with an href.');
  if (!files.has(href.split(/[?#]/, 1)[0] ?? '')) throw new Error(`The manifest launches ${href}, which is not in the zip.`);
  const primary = `${item}/ss:sequencing/ss:objectives/ss:primaryObjective`;
  const threshold = `${item}/adlcp:completionThreshold[@completedByMeasure='true']/@minProgressMeasure`;
  return {
    title: text(document, "//cp:organization[@identifier=//cp:organizations/@default]/cp:title") ?? '',
    launch: withParameters(href, text(document, `${item}/@parameters`)),
    passingScore: text(document, `${primary}[@satisfiedByMeasure='true']/ss:minNormalizedMeasure`),
    completionThreshold: text(document, threshold),
    launchData: text(document, `${item}/adlcp:dataFromLMS`),
    objectives: texts(document, `${item}/ss:sequencing/ss:objectives/*/@objectiveID`),
  };
}

function withParameters(href: string, parameters: string | null): string {
  if (parameters === null) return href;
  return /^[?#]/.test(parameters) ? href + parameters : `${href}?${parameters}`;
}

function texts(document: XmlDocument, path: string): string[] {
  return document.root.find(path, NAMESPACES).map((node) => (node as XmlElement).content);
}

function text(document: XmlDocument, path: string): string | null {
  return texts(document, path)[0] ?? null;
}
