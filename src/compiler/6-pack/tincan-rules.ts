/** What a tincan.xml must say: one activity that can be launched, with names and an address of its own (xapi.md 4). */
import { TINCAN_NAMESPACE } from '../../../manifest/tincan.ts';
import type { Contents } from './rules.ts';
import { childrenOf, everyElement, type ManifestTree, type Tree } from './tree.ts';

/** One line per violation. */
export function tincanFaults({ root }: ManifestTree, { files }: Contents): string[] {
  const all = everyElement(root);
  const activities = all.filter(({ name }) => name === 'activity');
  const launches = all.filter(({ name }) => name === 'launch');
  return [
    ...all.filter(({ namespace }) => namespace !== TINCAN_NAMESPACE).map((element) => `line ${element.line}: <${element.name}> is in ${element.namespace || 'no namespace'}`),
    ...(root.name === 'tincan' ? [] : ['the root is no <tincan>']),
    ...(launches.length === 1 ? [] : [`${launches.length} activities can be launched instead of one`]),
    ...launches.filter(({ text }) => !files.has(text)).map(({ line, text }) => `line ${line}: “${text}” is not in the package`),
    ...activities.flatMap(activityFaults),
  ];
}

function activityFaults(activity: Tree): string[] {
  const { attributes, line } = activity;
  const absolute = (name: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(attributes.get(name) ?? '');
  const said = (name: string): boolean => childrenOf(activity, name).some(({ text }) => text.trim() !== '');
  return [
    ...['id', 'type'].filter((name) => !absolute(name)).map((name) => `line ${line}: the ${name} is no address`),
    ...['name', 'description'].filter((name) => !said(name)).map((name) => `line ${line}: there is no ${name}`),
  ];
}
