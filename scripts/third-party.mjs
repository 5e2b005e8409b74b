/** Writes the notices of the software that travels inside every course package, other people's and ours: THIRD-PARTY.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The packages whose code the learner's page contains. */
const LIBRARIES = ['@lit/reactive-element', 'lit', 'lit-element', 'lit-html'];

const CONTROL_DOCUMENTS = `## Control documents

These files describe the format of \`imsmanifest.xml\`. LMSs ask for them beside it. They are unmodified; where a file
carries a notice, the notice is still in it.

* \`adlcp_v1p3.xsd\`, \`adlnav_v1p3.xsd\`, \`adlseq_v1p3.xsd\`: Advanced Distributed Learning (ADL) Initiative. The files state no
  licence; ADL publishes the test suite and sample run-time environment that contain them under the Apache License 2.0.
* \`imscp_v1p1.xsd\`: Copyright (c) 2001 IMS GLC, Inc.; Copyright 2004 IMS Global Learning Consortium, Inc.
* \`imsss_v1p0.xsd\` and the nine \`imsss_v1p0*.xsd\` files it includes: IMS Global Learning Consortium, Inc. The files state no
  licence.
* \`xml.xsd\`, \`XMLSchema.dtd\`, \`datatypes.dtd\`: World Wide Web Consortium (W3C), parts of the XML Schema recommendation.
`;

/** The same text for the same installed versions: names sorted, line ends \`\\n\`, no date. */
export function thirdPartyNotice() {
  const byLicence = new Map();
  for (const name of LIBRARIES) {
    const { version, license, text } = licenceOf(name);
    const group = byLicence.get(text) ?? { license, packages: [] };
    group.packages.push(`${name} ${version}`);
    byLicence.set(text, group);
  }
  const sections = [...byLicence].map(
    ([text, { license, packages }]) => `## ${packages.join(', ')}\n\n${license}\n\n${quoted(text)}\n`,
  );
  return [
    '# Third-party notices\n',
    'This course package contains the following software. The lessons, pictures and questions are not covered by these notices.\n',
    ...sections,
    `## Lectern, the player\n\nMIT\n\n${quoted(ownLicence())}\n`,
    CONTROL_DOCUMENTS,
  ].join('\n');
}

/** The notices for the command itself: `modules` are the files that were joined into it, so nothing is forgotten and nothing listed too much. */
export function commandNotice(modules) {
  const folders = new Set(modules.flatMap((file) => packageOf(file.replaceAll('\\', '/')) ?? []));
  const sections = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
    // A few packages state their licence in package.json only.
    const text = file === undefined ? '' : `\n\n${quoted(clean(readFileSync(join(folder, file), 'utf8')))}`;
    return `## ${name} ${version}\n\n${license}${text}\n`;
  });
  return ['# Third-party notices\n', 'The command `lectern` contains the following software.\n', ...[...new Set(sections)].sort()].join('\n');
}

/** Folder of the package that a file belongs to; null for our own files and for what Rollup's plugins make up. */
function packageOf(file) {
  const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return found !== undefined && existsSync(join(found, 'package.json')) ? found : null;
}

function ownLicence() {
  return clean(readFileSync(new URL('../LICENSE', import.meta.url), 'utf8'));
}

function clean(text) {
  return text.replace(/\r\n?/g, '\n').trim();
}

function licenceOf(name) {
  const require = createRequire(import.meta.url);
  const folder = packageFolder(require.resolve(name), name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = clean(readFileSync(join(folder, 'LICENSE'), 'utf8'));
  return { version, license, text };
}

/** Some packages do not export their package.json, so the folder is found from the entry file upwards. */
function packageFolder(file, name) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (folder.replaceAll('\\', '/').endsWith(`node_modules/${name}`)) return folder;
  }
  throw new Error(`${name} is not installed under node_modules`);
}

function quoted(text) {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
