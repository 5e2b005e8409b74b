/** What an imsmanifest.xml says to an LMS, whoever wrote it: SCORM 1.2, any edition of 2004, or plain IMS content packaging. */
import { everyElement, readTree, type Tree } from '../compiler/6-pack/tree.ts';

export interface ManifestFacts {
  identifier: string | null;
  /** Of the organization that an LMS shows. */
  title: string | null;
  version: string | null;
  /** In words, `SCORM 2004 4th Edition`; null when the manifest does not say. */
  standard: string | null;
  language: string | null;
  /** Units that an LMS launches and tracks. */
  scos: number;
  /** Page that the first of them opens. */
  launch: string | null;
  /** Pages of all of them, in the order of the resources. */
  pages: string[];
  /** Share 0..1 that the LMS is told; null = none. */
  passMark: number | null;
}

/** Throws the parser's error for what is not well-formed XML. */
export async function readManifest(bytes: Uint8Array): Promise<ManifestFacts> {
  const { root, namespaces } = await readTree(decode(bytes));
  const all = everyElement(root);
  const organization = shownOrganization(root, all);
  const resources = all.filter((tree) => local(tree.name) === 'resource');
  const scos = resources.filter((resource) => attribute(resource, 'scormtype')?.toLowerCase() === 'sco');
  return {
    identifier: attribute(root, 'identifier'),
    title: organization === undefined ? null : textOf(organization, 'title'),
    version: attribute(root, 'version'),
    standard: standard(root, [...namespaces.values(), ...all.map((tree) => tree.namespace)]),
    language: attribute(root, 'lang'),
    scos: scos.length,
    launch: attribute(scos[0] ?? resources[0] ?? root, 'href'),
    pages: scos.flatMap((sco) => attribute(sco, 'href') ?? []),
    passMark: passMark(all),
  };
}

/** UTF-8 unless the first bytes or the declaration say otherwise; the declaration goes, since the text is decoded already. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  const label = wide ?? (declared !== undefined && known(declared) ? declared : 'utf-8');
  return new TextDecoder(label).decode(bytes).replace(/^<\?xml[^>]*\?>/, '');
}

function known(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Prefixes are each author's own choice. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** By the name without prefix, capitals aside: SCORM 1.2 writes `scormtype`, 2004 `scormType`. */
function attribute(tree: Tree, name: string): string | null {
  for (const [written, value] of tree.attributes) if (local(written).toLowerCase() === name) return value;
  return null;
}

function textOf(tree: Tree, name: string): string | null {
  const text = tree.children.find((child) => local(child.name) === name)?.text.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

function shownOrganization(root: Tree, all: readonly Tree[]): Tree | undefined {
  const chosen = root.children.find((child) => local(child.name) === 'organizations');
  const byDefault = chosen === undefined ? null : attribute(chosen, 'default');
  const organizations = all.filter((tree) => local(tree.name) === 'organization');
  return organizations.find((tree) => attribute(tree, 'identifier') === byDefault) ?? organizations[0];
}

function standard(root: Tree, namespaces: readonly string[]): string | null {
  const metadata = root.children.find((child) => local(child.name) === 'metadata');
  const written = metadata === undefined ? null : textOf(metadata, 'schemaversion');
  if (written === '1.2') return 'SCORM 1.2';
  if (written === 'CAM 1.3') return 'SCORM 2004 2nd Edition';
  if (written !== null && /^2004 \d\w\w Edition$/.test(written)) return `SCORM ${written}`;
  const named = (part: string): boolean => namespaces.some((namespace) => namespace.includes(part));
  if (named('adlcp_v1p3')) return 'SCORM 2004, edition not stated';
  if (named('adlcp_rootv1p2')) return 'SCORM 1.2, as its namespaces tell';
  return null;
}

/** SCORM 2004 gives a share, 1.2 points of a hundred. */
function passMark(all: readonly Tree[]): number | null {
  const numberIn = (name: string): number | null => {
    const text = all.find((tree) => local(tree.name) === name)?.text.trim() ?? '';
    return /^\d{1,3}(?:\.\d{1,7})?$/.test(text) ? Number(text) : null;
  };
  const points = numberIn('masteryscore');
  return numberIn('minNormalizedMeasure') ?? (points === null ? null : points / 100);
}
