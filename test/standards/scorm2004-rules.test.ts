/** ADL's package rules that no schema can hold (CP CAM 1.1, CP RTE 1.1): each has a manifest that breaks it alone. */
import { expect, test } from 'vitest';
import { scorm2004Manifest } from '../../manifest/scorm2004.ts';
import { DIALECTS, ruleFaults, RULES } from '../../src/compiler/6-pack/rules.ts';
import { readTree } from '../../src/compiler/6-pack/tree.ts';
import { openControl } from '../../src/compiler/6-pack/zip.ts';
import { controlZip } from './control.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';

const valid = scorm2004Manifest(sampleCourse(), sampleFiles()).xml;
const paths = new Set(sampleFiles().map((file) => file.path));
const { names } = openControl(await controlZip());
const check = async (xml: string, files: ReadonlySet<string> = paths): Promise<string[]> =>
  ruleFaults(await readTree(xml), { files, control: names }, DIALECTS['scorm2004-4th']);

test('an ordinary course keeps every rule', async () => {
  expect(await check(valid)).toEqual([]);
});

const mapped = '<imsss:mapInfo targetObjectiveID="g"/>';
const objective = '<imsss:objective objectiveID="o"/>';
const writer = (id: string): string => `<imsss:objective objectiveID="${id}"><imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true"/></imsss:objective>`;
const second = '<resource identifier="r2" type="webcontent" adlcp:scormType="asset"/>';

const NAVIGATION = 'http://www.adlnet.org/xsd/adlnav_v1p3';

/** Rule, what is wrong, the change that makes it wrong. */
const CASES: [rule: string, mistake: string, from: string, to: string][] = [
  ['prefixes are the customary ones', 'another prefix', '<adlnav:presentation>', `<adlnav:presentation><nav:navigationInterface xmlns:nav="${NAVIGATION}"/>`],
  ['prefixes are the customary ones', 'a prefix for content packaging', '<resources>', '<resources><cp:resource xmlns:cp="http://www.imsglobal.org/xsd/imscp_v1p1"/>'],
  ['schemaLocation names a control document for every namespace', 'no location', 'imsss imsss_v1p0.xsd', ''],
  ['schemaLocation names a control document for every namespace', 'a document in a folder', ' imsss_v1p0.xsd', ' xsd/imsss_v1p0.xsd'],
  ['version is at most 20 characters', '21 characters', 'version="1.2.0"', `version="${'1'.repeat(21)}"`],
  ['metadata names the version letter by letter', 'another edition', '2004 4th Edition', '2004 3rd Edition'],
  ['metadata names the version letter by letter', 'a space more', '2004 4th Edition<', '2004 4th Edition <'],
  ['organizations has a default that exists', 'a dangling default', 'default="organization-', 'default="x-organization-'],
  ['organization and item have one title of at most 200 characters', '201 characters', '<title>Phishing basics', `<title>${'x'.repeat(201)}`],
  ['organization and item have one title of at most 200 characters', 'no text', '<title>Phishing basics', '<title> '],
  ['organization and item have one title of at most 200 characters', 'no title', '<title>Phishing basics</title>', ''],
  ['objectives are not global to the system', 'the default', ' adlseq:objectivesGlobalToSystem="false"', ''],
  ['a leaf item refers to a resource, another item to none', 'a dangling reference', 'identifierref="', 'identifierref="x-'],
  ['a leaf item refers to a resource, another item to none', 'no reference', ' identifierref="resource-phishing-basics"', ''],
  ['presentation and run-time defaults stand on leaf items', 'presentation of the organization', '</organization>', '<adlnav:presentation/></organization>'],
  ['an item with a SCO lets the content set completion and success', 'completion left to the LMS', 'completionSetByContent="true"', ''],
  ['objective ids are unique in an activity and present where mapped', 'a mapped objective without id', '</imsss:minNormalizedMeasure>', `</imsss:minNormalizedMeasure>${mapped}`],
  ['objective ids are unique in an activity and present where mapped', 'the same id twice', '</imsss:primaryObjective>', `</imsss:primaryObjective>${objective}${objective}`],
  ['a condition refers to an objective of its activity', 'another name', '<imsss:objectives>', `<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition referencedObjective="gone" condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules><imsss:objectives>`],
  ['a shared objective is written by one activity', 'two writers', '</imsss:primaryObjective>', `</imsss:primaryObjective>${writer('a')}${writer('b')}`],
  ['identifiers are unique', 'an item named like its resource', 'identifier="item-', 'identifier="resource-'],
  ['a package has a SCO or an asset', 'no type', ' adlcp:scormType="sco"', ''],
  ['a SCO has an href', 'no href', ' href="index.html">', '>'],
  ['an href is a file of its resource', 'a page with a query', 'href="index.html">', 'href="index.html?a=b">'],
  ['an href is a relative path', 'an address', '<file href="lectern.js"/>', '<file href="lectern.js"/><file href="https://example.org/a.js"/>'],
  ['an href is a relative path', 'a way out', '<file href="lectern.js"/>', '<file href="lectern.js"/><file href="a/../../b.js"/>'],
  ['a listed file is in the package', 'a file that is not there', '<file href="lectern.js"/>', '<file href="lectern.js"/><file href="gone.js"/>'],
  ['a file in the package is listed', 'a file left out', '<file href="lectern.js"/>', ''],
  ['a dependency refers to a resource', 'a dangling dependency', '</resource>', '<dependency identifierref="r9"/></resource>'],
  ['a resource is used', 'a resource that nobody names', '</resources>', `${second}</resources>`],
];

test.each(CASES)('%s: %s', async (rule, _, from, to) => {
  const broken = valid.replaceAll(from, to);
  expect(broken).not.toBe(valid);
  expect((await check(broken)).map((fault) => fault.split(': ')[0])).toContain(rule);
});

test('every rule has a manifest that breaks it', () => {
  expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual(RULES.map((rule) => rule.name).sort());
});

test('an item with items below it needs no resource, but must not name one', async () => {
  const nested = (attributes: string): string =>
    valid
      .replace('<item ', `<item identifier="module"${attributes}><title>Module 1</title><item `)
      .replace('</item>', '</item></item>');
  expect(await check(nested(''))).toEqual([]);
  expect((await check(nested(' identifierref="resource-phishing-basics"'))).join()).toContain('another item to none');
});

test('five thousand files are checked within seconds', async () => {
  const files = [
    ...sampleFiles(),
    ...Array.from({ length: 5_000 }, (_, i) => ({ path: `lessons/l${i}.js`, bytes: new Uint8Array() })),
  ];
  const { xml } = scorm2004Manifest(sampleCourse(), files);
  expect(await check(xml, new Set(files.map((file) => file.path)))).toEqual([]);
}, 4_000);
