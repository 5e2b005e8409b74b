/** What a style sheet or a script uses, by its names in browser-compat-data, and the oldest browsers that know each. */
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import data from '@mdn/browser-compat-data/forLegacyNode';

/** The oldest browsers that courses are made for. */
export const FLOOR = { chrome: '111', edge: '111', firefox: '115', safari: '16.4', safari_ios: '16.4' } as const;

/** Browsers of the floor that lack the feature; empty: all know it. */
export function lacking(compat: CompatStatement): string[] {
  return Object.entries(FLOOR).flatMap(([browser, floor]) => {
    const support = compat.support[browser as keyof typeof FLOOR];
    const statements: readonly SimpleSupportStatement[] = support === undefined ? [] : [support].flat();
    return statements.some((statement) => knows(statement, floor)) ? [] : [`${browser} ${floor}`];
  });
}

function knows({ version_added: added, version_removed: removed, prefix, alternative_name: other, flags }: SimpleSupportStatement, floor: string): boolean {
  if (typeof added !== 'string' || removed !== undefined || prefix !== undefined || other !== undefined || flags !== undefined) return false;
  return compare(added.replace('≤', ''), floor) <= 0;
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return (a?.[0] ?? NaN) - (b?.[0] ?? NaN) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

/** Every feature of CSS that the minified sheet uses and that the data knows: its path, and what is said of it. */
export function styleFeatures(css: string): Map<string, CompatStatement> {
  const bare = css.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"|'[^']*'/g, '""');
  const found = new Map<string, CompatStatement>();
  const note = (path: string): void => noteFeature(found, path);
  for (const [, property = '', value = ''] of bare.matchAll(/[{;\s]([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)) {
    note(`css.properties.${property}`);
    for (const word of value.split(/[\s,()/]+/)) if (/^[a-z-]+$/.test(word)) note(`css.properties.${property}.${word}`);
    for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g)) TYPES.get(name)?.forEach(note);
    for (const [, unit = ''] of value.matchAll(/\d([a-z]+)\b/g)) UNITS.get(unit)?.forEach(note);
  }
  for (const [, , name = ''] of bare.matchAll(/(::?)([a-z-]+)(?=[^{};]*\{)/g)) note(`css.selectors.${name}`);
  for (const [, name = '', condition = ''] of bare.matchAll(/@([a-z-]+)([^{;]*)/g)) {
    note(`css.at-rules.${name}`);
    for (const [, feature = ''] of condition.matchAll(/\(([a-z-]+)/g)) note(`css.at-rules.${name}.${feature}`);
  }
  return found;
}

/** Every interface, built-in object, static or instance member whose name stands in the script after a dot or as a global. */
export function scriptFeatures(script: string): Map<string, CompatStatement> {
  const found = new Map<string, CompatStatement>();
  for (const [, owner = '', member = ''] of script.matchAll(/\b([A-Z]\w+|navigator|document|window|crypto|performance|CSS)\.(\w+)/g)) {
    const type = { navigator: 'Navigator', document: 'Document', window: 'Window', crypto: 'Crypto', performance: 'Performance' }[owner] ?? owner;
    for (const suffix of ['', '_static']) {
      noteFeature(found, `api.${type}.${member}${suffix}`);
      noteFeature(found, `javascript.builtins.${type}.${member}`);
    }
  }
  for (const [, name = ''] of script.matchAll(/\bnew ([A-Z]\w+)/g)) ['api', 'javascript.builtins'].forEach((root) => noteFeature(found, `${root}.${name}`));
  for (const [, name = ''] of script.matchAll(/(?<![.\w])([a-z]\w+)\(/g)) noteFeature(found, `api.${name}`);
  for (const [, member = ''] of script.matchAll(/\.(\w+)/g)) {
    const all = MEMBERS.get(member) ?? [];
    // Which object it is called on cannot be told from the text: only a name that no object of the floor has is sure to be too new.
    if (all.length > 0 && all.every((path) => lacking(compatAt(path) as CompatStatement).length > 0)) noteFeature(found, all[0] ?? '');
  }
  return found;
}

function noteFeature(found: Map<string, CompatStatement>, path: string): void {
  const compat = compatAt(path);
  if (compat !== undefined) found.set(path, compat);
}

function compatAt(path: string): CompatStatement | undefined {
  let at: Identifier | undefined = data as unknown as Identifier;
  for (const name of path.split('.')) at = at !== undefined && Object.hasOwn(at, name) ? (at[name] as Identifier) : undefined;
  return at?.__compat;
}

/** Names of functions among the types of CSS, with all paths at which they stand. */
const TYPES = new Map<string, string[]>();
const UNITS = new Map<string, string[]>();
(function walk(node: Identifier, path: string): void {
  for (const [name, inner] of Object.entries(node)) {
    if (name === '__compat') continue;
    TYPES.set(name, [...(TYPES.get(name) ?? []), `${path}.${name}`]);
    walk(inner as Identifier, `${path}.${name}`);
  }
})(data.css.types as unknown as Identifier, 'css.types');
for (const unit of ['cqi', 'cqw', 'cqb', 'cqh', 'cqmin', 'cqmax']) UNITS.set(unit, ['css.types.length.container_query_length_units']);
for (const unit of ['dvh', 'dvb', 'dvw', 'dvi', 'svh', 'svb', 'lvh', 'lvb']) UNITS.set(unit, ['css.types.length.viewport_percentage_units_dynamic', 'css.types.length.viewport_percentage_units_small', 'css.types.length.viewport_percentage_units_large']);
for (const unit of ['lh', 'rlh', 'cap', 'ic', 'ch']) UNITS.set(unit, [`css.types.length.${unit}`]);

/** Interfaces that a page comes by without asking for a device, a display or a permission; the names of others are only namesakes. */
const COMMON = /^(Element|HTML\w*Element|SVG\w*Element|Document\w*|Window|Node\w*|\w*Event|CSS\w*|Range|Selection|Storage|StorageManager|IDB\w+|URL\w*|Blob|File|Response|Request|Headers|Abort\w+|Animation\w*|SpeechSynthesis\w*|MediaQueryList|\w+Observer|DOM\w+|ShadowRoot|FormData|Crypto|SubtleCrypto|LockManager|BroadcastChannel|Message\w+|Performance|Screen|History|Location|Navigator|Clipboard\w*)$/;
const PERMISSION = /^(Cookie|Device|Gamepad|HID|MIDI|Speech|USB|XR|GPU|RTC|Track|Notification)\w*Event$|^HTML(Geolocation|UserMedia|Permission)Element$|^SpeechRecognition/;

/** Members by their names, of interfaces and built-in objects. */
const MEMBERS = new Map<string, string[]>();
for (const [root, owners] of [['api', data.api], ['javascript.builtins', data.javascript['builtins']]] as const) {
  for (const [owner, members] of Object.entries(owners ?? {})) {
    if (root === 'api' ? !COMMON.test(owner) || PERMISSION.test(owner) : /DisposableStack$/.test(owner)) continue;
    for (const member of Object.keys(members as object)) {
      if (member !== '__compat') MEMBERS.set(member.replace(/_(static|event)$/, ''), [...(MEMBERS.get(member.replace(/_(static|event)$/, '')) ?? []), `${root}.${owner}.${member}`]);
    }
  }
}
