/** The schema check bites: for each namespace of the manifest there is a mistake that only its schema can find. */
import { beforeAll, describe, expect, test } from 'vitest';
import { NAMESPACES, scorm2004Manifest } from '../../manifest/scorm2004.ts';
import { schemaFaults } from '../../src/compiler/6-pack/schema.ts';
import { controlSchemas } from './control.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';

const valid = scorm2004Manifest(sampleCourse(), sampleFiles()).xml;
let schemas: Map<string, Uint8Array>;
const check = (xml: string): Promise<string[]> => schemaFaults(xml, NAMESPACES, schemas);

beforeAll(async () => {
  schemas = await controlSchemas();
});

test('the manifest of an ordinary course is valid', async () => {
  expect(await check(valid)).toEqual([]);
});

describe.each([
  ['imscp_v1p1', 'an identifier that is no name', ['identifier="course-', 'identifier="1 course-'], "attribute 'identifier'"],
  ['imscp_v1p1', 'elements out of order', ['<organizations ', '<resources/><organizations '], 'This element is not expected'],
  ['adlcp_v1p3', 'a type of resource that does not exist', ['scormType="sco"', 'scormType="SCO"'], "scormType': [facet 'enumeration']"],
  ['adlcp_v1p3', 'an attribute that does not exist', ['adlcp:scormType=', 'adlcp:scormtype='], "scormtype': No matching global attribute declaration"],
  ['adlseq_v1p3', 'a truth value that is none', ['GlobalToSystem="false"', 'GlobalToSystem="no"'], "objectivesGlobalToSystem': 'no' is not a valid value"],
  ['adlnav_v1p3', 'a button that does not exist', ['>previous<', '>back<'], "hideLMSUI': [facet 'enumeration']"],
  ['adlnav_v1p3', 'an element that does not exist', ['adlnav:presentation>', 'adlnav:present>'], 'No matching global element declaration'],
  ['imsss', 'a measure above one', ['Measure>0.8<', 'Measure>80<'], "minNormalizedMeasure': [facet 'maxInclusive']"],
  ['imsss', 'delivery before objectives', ['<imsss:objectives>', '<imsss:deliveryControls/><imsss:objectives>'], 'This element is not expected'],
])('%s', (_, mistake, [from = '', to = ''], message) => {
  test(`refuses ${mistake}`, async () => {
    const broken = valid.replaceAll(from, to);
    expect(broken).not.toBe(valid);
    expect((await check(broken)).join('\n')).toContain(message);
  });
});

test('an element of a namespace that nothing declares is refused', async () => {
  const broken = valid.replace('</item>', '<v:extra xmlns:v="urn:vendor"/></item>');
  expect((await check(broken)).join()).toContain("{urn:vendor}extra': No matching global element declaration");
});

test('a mistake is reported with its line in the manifest', async () => {
  const line = valid.split('\n').findIndex((text) => text.includes('>previous<')) + 1;
  expect((await check(valid.replace('>previous<', '>back<')))[0]).toMatch(new RegExp(`^line ${line}: `));
});

test('text that is not XML is reported, not thrown', async () => {
  expect((await check('<manifest>')).length).toBeGreaterThan(0);
});

test.each(NAMESPACES.map(({ file }) => file))('nothing passes when %s is missing', async (file) => {
  const incomplete = new Map([...schemas].filter(([name]) => name !== file));
  expect((await schemaFaults(valid, NAMESPACES, incomplete)).length).toBeGreaterThan(0);
});

test('two checks at once do not disturb each other', async () => {
  const results = await Promise.all([check(valid), check(valid.replace('>previous<', '>back<')), check(valid)]);
  expect(results.map((faults) => faults.length > 0)).toEqual([false, true, false]);
});
