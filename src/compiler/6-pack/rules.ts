/**
 * What a SCORM manifest must say beyond its schema: the rules of ADL's package test that XML Schema cannot express
 * (CP CAM 1.1 and CP RTE 1.1 of its conformance matrix; scorm.md 0 and 2), and what LMSs need (7). Versions are data.
 */
import { PACKAGE_LIMITS } from '../../vocabulary/limits.ts';
import { childrenOf, everyElement, type ManifestTree, type Tree } from './tree.ts';

export interface Contents {
  /** Paths of the course's files, each of which the manifest must list. */
  files: ReadonlySet<string>;
  /** Names of the control documents at the root of the package. */
  control: ReadonlySet<string>;
}

/** How a version of the standard writes what all of them say. */
export interface Dialect {
  schemaversion: string;
  /** The attribute that makes a resource a SCO; capitals count. */
  scormType: string;
  /** By namespace; Moodle looks for them literally (scorm.md 7). */
  prefixes: ReadonlyMap<string, string>;
  /** Knows sequencing, and with it everything an LMS may do unasked. */
  sequencing: boolean;
}

interface Rule {
  /** Short name, quoted in the fault and in the tests. */
  name: string;
  /** Only where there is sequencing. */
  sequencing?: true;
  /** One line per violation. */
  check(manifest: Manifest): string[];
}

/** The manifest with the parts that several rules ask for. */
interface Manifest extends ManifestTree, Contents {
  dialect: Dialect;
  organizations: Tree[];
  items: Tree[];
  resources: Tree[];
  all: Tree[];
}

const IN_2004 = {
  scormType: 'adlcp:scormType',
  prefixes: new Map([
    ['http://www.imsglobal.org/xsd/imscp_v1p1', ''],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp:'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq:'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav:'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss:'],
  ]),
  sequencing: true,
} as const;

/** By the name of the target. */
export const DIALECTS = {
  'scorm2004-4th': { ...IN_2004, schemaversion: '2004 4th Edition' },
  'scorm2004-3rd': { ...IN_2004, schemaversion: '2004 3rd Edition' },
  scorm12: {
    schemaversion: '1.2',
    scormType: 'adlcp:scormtype',
    prefixes: new Map([
      ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', ''],
      ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp:'],
    ]),
    sequencing: false,
  },
} as const satisfies Record<string, Dialect>;

const LEAF_ONLY = ['adlnav:presentation', 'adlcp:timeLimitAction', 'adlcp:dataFromLMS', 'adlcp:completionThreshold', 'adlcp:data'];

export const RULES: readonly Rule[] = [
  { name: 'prefixes are the customary ones', check: prefixes },
  { name: 'schemaLocation names a control document for every namespace', check: schemaLocations },
  { name: 'version is at most 20 characters', check: version },
  { name: 'metadata names the version letter by letter', check: metadata },
  { name: 'organizations has a default that exists', check: defaultOrganization },
  { name: 'organization and item have one title of at most 200 characters', check: titles },
  { name: 'objectives are not global to the system', sequencing: true, check: notGlobal },
  { name: 'a leaf item refers to a resource, another item to none', check: references },
  { name: 'presentation and run-time defaults stand on leaf items', sequencing: true, check: leafOnly },
  { name: 'an item with a SCO lets the content set completion and success', sequencing: true, check: deliveryControls },
  { name: 'objective ids are unique in an activity and present where mapped', sequencing: true, check: objectiveIds },
  { name: 'a condition refers to an objective of its activity', sequencing: true, check: conditions },
  { name: 'a shared objective is written by one activity', sequencing: true, check: writers },
  { name: 'identifiers are unique', check: identifiers },
  { name: 'a package has a SCO or an asset', check: hasResource },
  { name: 'a SCO has an href', check: scoHref },
  { name: 'an href is a file of its resource', check: hrefListed },
  { name: 'an href is a relative path', check: relativeHrefs },
  { name: 'a listed file is in the package', check: listedExists },
  { name: 'a file in the package is listed', check: existingListed },
  { name: 'a dependency refers to a resource', check: dependencies },
  { name: 'a resource is used', check: usedResources },
];

/** One line per violation of any rule, each beginning with the rule's name. */
export function ruleFaults(tree: ManifestTree, contents: Contents, dialect: Dialect): string[] {
  const all = everyElement(tree.root);
  const manifest: Manifest = {
    ...tree,
    ...contents,
    dialect,
    all,
    organizations: all.filter((element) => element.name === 'organization'),
    items: all.filter((element) => element.name === 'item'),
    resources: all.filter((element) => element.name === 'resource'),
  };
  const rules = RULES.filter(({ sequencing }) => sequencing !== true || dialect.sequencing);
  return rules.flatMap((rule) => rule.check(manifest).map((fault) => `${rule.name}: ${fault}`));
}

function at(element: Tree, say = ''): string {
  return `line ${element.line}, <${element.name}>${say === '' ? '' : ` ${say}`}`;
}

function prefixes({ all, dialect }: Manifest): string[] {
  return all
    .filter((element) => {
      const prefix = dialect.prefixes.get(element.namespace);
      return prefix === undefined || element.name.includes(':') !== (prefix !== '') || !element.name.startsWith(prefix);
    })
    .map((element) => at(element, `is in ${element.namespace || 'no namespace'}`));
}

function schemaLocations({ root, namespaces, control }: Manifest): string[] {
  const words = (root.attributes.get('xsi:schemaLocation') ?? '').split(/\s+/).filter(Boolean);
  const located = new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [])));
  return [...namespaces.values()]
    .filter((uri) => uri !== 'http://www.w3.org/2001/XMLSchema-instance')
    .filter((uri) => !control.has(located.get(uri) ?? ''));
}

function version({ root }: Manifest): string[] {
  const text = root.attributes.get('version') ?? '';
  return text.length > PACKAGE_LIMITS.version ? [text] : [];
}

/** White space around the version makes Moodle treat the package as SCORM 1.2, so it is compared exactly. */
function metadata({ root, dialect }: Manifest): string[] {
  const found = childrenOf(root, 'metadata').flatMap((each) => each.children.map((child) => `${child.name}=${child.text}`));
  const wanted = `schema=ADL SCORM, schemaversion=${dialect.schemaversion}`;
  return found.join(', ') === wanted ? [] : [`found “${found.join(', ')}”`];
}

function defaultOrganization({ root, organizations }: Manifest): string[] {
  return childrenOf(root, 'organizations')
    .filter((each) => !organizations.some(({ attributes }) => attributes.get('identifier') === each.attributes.get('default')))
    .map((each) => at(each));
}

function titles({ organizations, items }: Manifest): string[] {
  return [...organizations, ...items].flatMap((element) => {
    const [title, second] = childrenOf(element, 'title');
    if (title === undefined || second !== undefined) return [at(element, 'needs one title')];
    if (title.text.trim() === '') return [at(title, 'is empty')];
    return title.text.length > PACKAGE_LIMITS.title ? [at(title, `has ${title.text.length} characters`)] : [];
  });
}

function notGlobal({ organizations }: Manifest): string[] {
  return organizations
    .filter(({ attributes }) => attributes.get('adlseq:objectivesGlobalToSystem') !== 'false')
    .map((element) => at(element));
}

function isLeaf(item: Tree): boolean {
  return childrenOf(item, 'item').length === 0;
}

function references({ items, resources }: Manifest): string[] {
  const ids = new Set(resources.map(({ attributes }) => attributes.get('identifier')));
  return items
    .filter((item) => {
      const reference = item.attributes.get('identifierref');
      return isLeaf(item) ? reference === undefined || !ids.has(reference) : reference !== undefined;
    })
    .map((item) => at(item, item.attributes.get('identifierref')));
}

function leafOnly({ items, organizations }: Manifest): string[] {
  return [...organizations, ...items.filter((item) => !isLeaf(item))]
    .flatMap((element) => element.children)
    .filter((child) => LEAF_ONLY.includes(child.name))
    .map((child) => at(child));
}

/** Without these, merely opening a SCO makes it completed and passed (scorm.md 4). */
function deliveryControls({ items, resources, dialect }: Manifest): string[] {
  const scos = new Set(resources.filter((each) => isSco(each, dialect)).map(({ attributes }) => attributes.get('identifier')));
  return items
    .filter((item) => scos.has(item.attributes.get('identifierref')))
    .filter((item) => {
      const controls = everyElement(item).find((element) => element.name === 'imsss:deliveryControls')?.attributes;
      return controls?.get('completionSetByContent') !== 'true' || controls.get('objectiveSetByContent') !== 'true';
    })
    .map((item) => at(item));
}

function objectiveIds({ all }: Manifest): string[] {
  return all
    .filter((element) => element.name === 'imsss:objectives')
    .flatMap(({ children }) => {
      const ids = children.flatMap((objective) => objective.attributes.get('objectiveID') ?? []);
      const twins = children.length > 0 && new Set(ids).size < ids.length ? [at(children[0] as Tree, 'shares its id')] : [];
      const nameless = children.filter(
        (objective) => !objective.attributes.has('objectiveID') && childrenOf(objective, 'imsss:mapInfo').length > 0,
      );
      return [...twins, ...nameless.map((objective) => at(objective, 'is mapped without an id'))];
    });
}

function conditions({ all }: Manifest): string[] {
  return all
    .filter(({ name }) => name === 'imsss:sequencing')
    .flatMap((sequencing) => {
      const parts = everyElement(sequencing);
      const known = new Set(parts.map(({ attributes }) => attributes.get('objectiveID')));
      return parts.filter(({ attributes }) => attributes.has('referencedObjective') && !known.has(attributes.get('referencedObjective')));
    })
    .map((condition) => at(condition, condition.attributes.get('referencedObjective')));
}

/** Two writers would overwrite each other, in whatever order the learner goes. */
function writers({ all }: Manifest): string[] {
  const seen = new Set<string>();
  return all
    .filter(({ name, attributes }) => name === 'imsss:mapInfo' && ['writeSatisfiedStatus', 'writeNormalizedMeasure'].some((write) => attributes.get(write) === 'true'))
    .filter(({ attributes }) => {
      const target = attributes.get('targetObjectiveID') ?? '';
      return seen.has(target) || !seen.add(target);
    })
    .map((map) => at(map, map.attributes.get('targetObjectiveID')));
}

function identifiers({ all }: Manifest): string[] {
  const seen = new Set<string>();
  return all.filter((element) => {
    const id = element.attributes.get('identifier');
    if (id === undefined) return false;
    const twice = seen.has(id);
    seen.add(id);
    return twice;
  }).map((element) => at(element, element.attributes.get('identifier')));
}

function hasResource({ resources, dialect }: Manifest): string[] {
  return resources.some(({ attributes }) => attributes.has(dialect.scormType)) ? [] : ['there is none'];
}

function isSco(resource: Tree, { scormType }: Dialect): boolean {
  return resource.attributes.get(scormType) === 'sco';
}

function scoHref({ resources, dialect }: Manifest): string[] {
  return resources.filter((each) => isSco(each, dialect) && !each.attributes.has('href')).map((each) => at(each));
}

function listedIn(resource: Tree): Set<string> {
  return new Set(childrenOf(resource, 'file').map((file) => file.attributes.get('href') ?? ''));
}

function hrefListed({ resources }: Manifest): string[] {
  return resources
    .filter((each) => each.attributes.has('href') && !listedIn(each).has(each.attributes.get('href') ?? ''))
    .map((each) => at(each, each.attributes.get('href')));
}

/** Everything comes along in the package: no site, no root of a server, no way out of the folder. */
function relativeHrefs({ all }: Manifest): string[] {
  return all
    .filter(({ attributes }) => /^[/\\]|\\|^[a-z][a-z0-9+.-]*:|(?:^|\/)\.\.(?:\/|$)/i.test(attributes.get('href') ?? ''))
    .map((element) => at(element, element.attributes.get('href')));
}

function listedExists({ resources, files }: Manifest): string[] {
  return resources.flatMap((resource) =>
    childrenOf(resource, 'file')
      .filter((file) => !files.has(file.attributes.get('href') ?? ''))
      .map((file) => at(file, file.attributes.get('href'))),
  );
}

function existingListed({ resources, files }: Manifest): string[] {
  const listed = new Set(resources.flatMap((resource) => [...listedIn(resource)]));
  return [...files].filter((path) => !listed.has(path));
}

function dependencies({ all, resources }: Manifest): string[] {
  const ids = new Set(resources.map(({ attributes }) => attributes.get('identifier')));
  return all
    .filter((element) => element.name === 'dependency' && !ids.has(element.attributes.get('identifierref')))
    .map((element) => at(element, element.attributes.get('identifierref')));
}

function usedResources({ all, resources }: Manifest): string[] {
  const used = new Set(all.map(({ attributes }) => attributes.get('identifierref')));
  return resources.filter(({ attributes }) => !used.has(attributes.get('identifier'))).map((each) => at(each));
}
