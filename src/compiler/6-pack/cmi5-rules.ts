/**
 * What a cmi5.xml must say, by the ids of the requirements (cmi5 Quartz, sections 3, 8.1, 13 and 14; xapi.md 2). The
 * official schema is not part of this project, so the structure is checked here, element by element.
 */
import { CMI5_NAMESPACE, MOVE_ON } from '../../vocabulary/cmi5.ts';
import type { Contents } from './rules.ts';
import { childrenOf, everyElement, type ManifestTree, type Tree } from './tree.ts';

/** Elements in their order; `?` = may be missing, `+` = one or more. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  courseStructure: ['course', 'objectives?', 'au+'],
  course: ['title', 'description'],
  au: ['title', 'description', 'objectives?', 'url', 'launchParameters?', 'entitlementKey?'],
  title: ['langstring+'],
  description: ['langstring+'],
};

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  courseStructure: [],
  course: ['id'],
  au: ['id', 'moveOn', 'masteryScore', 'launchMethod', 'activityType'],
  langstring: ['lang'],
};

/** Set by the LMS in the launch; a url that brings its own would win or clash. */
const RESERVED = ['endpoint', 'fetch', 'actor', 'activityId', 'registration'];

interface Rule {
  /** Of the requirement. */
  id: string;
  name: string;
  check(structure: Structure): string[];
}

interface Structure extends ManifestTree, Contents {
  all: Tree[];
  units: Tree[];
}

export const CMI5_RULES: readonly Rule[] = [
  { id: '13.2.0.0-1', name: 'everything is in the namespace of the course structure', check: namespace },
  { id: '13.2.0.0-1', name: 'elements stand in their order', check: order },
  { id: '13.2.0.0-1', name: 'no attribute is unknown', check: unknown },
  { id: '13.2.0.0-1', name: 'texts have a language and are not empty', check: texts },
  { id: '13.2.0.0-1', name: 'values are of the kinds allowed', check: values },
  { id: '3.0.0.0-1', name: 'ids are whole addresses', check: absoluteIds },
  { id: '13.1.2.0-1', name: 'no block has an id twice', check: (structure) => uniqueIds(structure, 'block') },
  { id: '13.1.3.0-1', name: 'no objective has an id twice', check: (structure) => uniqueIds(structure, 'objective') },
  { id: '13.1.4.0-1', name: 'no unit has an id twice', check: (structure) => uniqueIds(structure, 'au') },
  { id: '8.1.0.0-6', name: 'a url brings no parameter of the launch', check: reserved },
  { id: '13.1.4.0-2', name: 'a url has only characters that a url may have', check: plainUrl },
  { id: '14.1.0.0-3', name: 'a url names a file of the package', check: launchable },
];

/** One line per violation, each beginning with the requirement's id. */
export function cmi5Faults(tree: ManifestTree, contents: Contents): string[] {
  const all = everyElement(tree.root);
  const structure: Structure = { ...tree, ...contents, all, units: all.filter(({ name }) => name === 'au') };
  return CMI5_RULES.flatMap(({ id, name, check }) => check(structure).map((fault) => `${id} ${name}: ${fault}`));
}

const at = ({ line, name }: Tree, say = ''): string => `line ${line}, <${name}>${say === '' ? '' : ` ${say}`}`;
const valueOf = (tree: Tree, name: string): string => tree.attributes.get(name) ?? '';

function namespace({ root, all }: Structure): string[] {
  const foreign = all.filter((element) => element.namespace !== CMI5_NAMESPACE).map((element) => at(element, `is in ${element.namespace || 'no namespace'}`));
  return root.name === 'courseStructure' ? foreign : [at(root, 'is no courseStructure'), ...foreign];
}

function order({ all }: Structure): string[] {
  return all.flatMap((element) => {
    const wanted = ORDER[element.name];
    if (wanted === undefined) return [];
    const pattern = wanted.map((part) => `(?:${part.replace(/[?+]$/, '')} )${/[?+]$/.exec(part)?.[0] ?? ''}`).join('');
    const found = element.children.map(({ name }) => `${name} `).join('');
    return new RegExp(`^${pattern}$`).test(found) ? [] : [at(element, `holds: ${found.trim() || 'nothing'}`)];
  });
}

function unknown({ all }: Structure): string[] {
  return all.flatMap((element) => {
    const known = ATTRIBUTES[element.name] ?? [];
    return [...element.attributes.keys()].filter((name) => !known.includes(name)).map((name) => at(element, `has an unknown ${name}`));
  });
}

/** A text without a language, or an empty one, shows as nothing in some LMSs. */
function texts({ all }: Structure): string[] {
  return all
    .filter(({ name, text, attributes }) => name === 'langstring' && (text.trim() === '' || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(attributes.get('lang') ?? '')))
    .map((element) => at(element));
}

const identified = ({ all }: Structure): Tree[] => all.filter(({ name }) => name === 'course' || name === 'au');

function absoluteIds(structure: Structure): string[] {
  return identified(structure).filter((element) => !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(valueOf(element, 'id'))).map((element) => at(element, valueOf(element, 'id')));
}

/** A unit named like the course, or like a block, would be taken for it in reports. */
function uniqueIds({ all }: Structure, kind: 'block' | 'objective' | 'au'): string[] {
  const identified = all.filter(({ name }) => name === kind || (kind === 'au' && (name === 'course' || name === 'block')));
  const ids = identified.filter(({ attributes }) => attributes.has('id')).map((element) => valueOf(element, 'id'));
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function values({ units }: Structure): string[] {
  return units.flatMap((unit) => {
    const score = unit.attributes.get('masteryScore');
    return [
      ...(MOVE_ON.some((known) => known === valueOf(unit, 'moveOn')) ? [] : [at(unit, 'has no moveOn that exists')]),
      ...(score === undefined || /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/.test(score) ? [] : [at(unit, `has the masteryScore ${score}`)]),
      ...(['AnyWindow', 'OwnWindow'].includes(valueOf(unit, 'launchMethod')) ? [] : [at(unit, 'has no launchMethod that exists')]),
    ];
  });
}

const urlOf = (unit: Tree): string => childrenOf(unit, 'url')[0]?.text ?? '';

function reserved({ units }: Structure): string[] {
  return units.flatMap((unit) => {
    const query = new URLSearchParams(urlOf(unit).split('?')[1] ?? '');
    return RESERVED.filter((name) => query.has(name)).map((name) => at(unit, `brings its own ${name}`));
  });
}

function plainUrl({ units }: Structure): string[] {
  return units.filter((unit) => !/^[\w$.+!*'(),;:@&=/?#%-]+$/.test(urlOf(unit))).map((unit) => at(unit, urlOf(unit)));
}

function launchable({ units, files }: Structure): string[] {
  return units.filter((unit) => !files.has(urlOf(unit).split(/[?#]/)[0] ?? '')).map((unit) => at(unit, urlOf(unit)));
}
