/** SCORM 1.2 and the 3rd Edition of 2004: each with the documents, words and rules of its own (scorm.md 1, 2, 3.3 and 7). */
import { describe, expect, test } from 'vitest';
import { NAMESPACES as NAMES_12, scorm12Manifest } from '../../manifest/scorm12.ts';
import { NAMESPACES as NAMES_2004, scorm2004Manifest } from '../../manifest/scorm2004.ts';
import { pack } from '../../src/compiler/6-pack/pack.ts';
import { DIALECTS, ruleFaults } from '../../src/compiler/6-pack/rules.ts';
import { schemaFaults } from '../../src/compiler/6-pack/schema.ts';
import { readTree } from '../../src/compiler/6-pack/tree.ts';
import { controlSchemas, controlZip } from './control.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';
import { readZip } from './zip-reader.ts';

const files = sampleFiles();
const paths = new Set(files.map((file) => file.path));
const old = scorm12Manifest(sampleCourse(), files).xml;
const third = scorm2004Manifest(sampleCourse(), files, '3rd').xml;
const schemas12 = await controlSchemas('scorm12');
const schemas3 = await controlSchemas('scorm2004-3rd');
const check12 = (xml: string): Promise<string[]> => schemaFaults(xml, NAMES_12, schemas12);
const check3 = (xml: string): Promise<string[]> => schemaFaults(xml, NAMES_2004, schemas3);

async function entries(target: 'scorm12' | 'scorm2004-3rd'): Promise<string[]> {
  const { output, diagnostics } = await pack({ course: sampleCourse({ title: `R&D <"5'>` }), files, target, control: await controlZip(target) });
  expect(diagnostics).toEqual([]);
  return readZip(output ?? new Uint8Array()).map(({ name }) => name);
}

describe('SCORM 1.2', () => {
  test('an ordinary course is valid, and keeps every rule', async () => {
    expect(await check12(old)).toEqual([]);
    expect(ruleFaults(await readTree(old), { files: paths, control: new Set(schemas12.keys()) }, DIALECTS.scorm12)).toEqual([]);
  });

  test('has no mastery score: an LMS would fail whoever is half-way through', () => {
    expect(old).not.toMatch(/masteryscore|imsss|adlseq/);
  });

  test.each([
    ['imscp_rootv1p1p2', 'an identifier that is no name', 'identifier="course-', 'identifier="1 course-', "attribute 'identifier'"],
    ['imscp_rootv1p1p2', 'an element that does not exist', '<item ', '<unit/><item ', 'This element is not expected'],
    ['adlcp_rootv1p2', 'the spelling of 2004', 'adlcp:scormtype=', 'adlcp:scormType=', 'scormType'],
    ['adlcp_rootv1p2', 'a type of resource that does not exist', 'scormtype="sco"', 'scormtype="SCO"', "scormtype': [facet 'enumeration']"],
    ['adlcp_rootv1p2', 'a time limit action that does not exist', '</item>', '<adlcp:timelimitaction>stop</adlcp:timelimitaction></item>', 'timelimitaction'],
  ])('%s refuses %s', async (_, __, from, to, message) => {
    const broken = old.replaceAll(from, to);
    expect(broken).not.toBe(old);
    expect((await check12(broken)).join('\n')).toContain(message);
  });

  test.each([
    ['metadata names the version letter by letter', '>1.2<', '> 1.2<'],
    ['prefixes are the customary ones', '<resources>', '<resources><cp:resource xmlns:cp="http://www.imsproject.org/xsd/imscp_rootv1p1p2"/>'],
    ['a package has a SCO or an asset', ' adlcp:scormtype="sco"', ''],
    ['a file in the package is listed', '<file href="lectern.js"/>', ''],
  ])('%s', async (rule, from, to) => {
    const faults = ruleFaults(await readTree(old.replaceAll(from, to)), { files: paths, control: new Set(schemas12.keys()) }, DIALECTS.scorm12);
    expect(faults.join('\n')).toContain(rule);
  });

  test('its four control documents lie at the root, and nothing of 2004', async () => {
    const documents = (await entries('scorm12')).filter((name) => /\.(?:xsd|dtd)$/.test(name));
    expect(documents).toEqual(['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd']);
  });
});

describe('SCORM 2004 3rd Edition', () => {
  test('an ordinary course is valid, and keeps every rule', async () => {
    expect(await check3(third)).toEqual([]);
    expect(ruleFaults(await readTree(third), { files: paths, control: new Set(schemas3.keys()) }, DIALECTS['scorm2004-3rd'])).toEqual([]);
  });

  test('differs from the 4th in one word', () => {
    expect(third.replace('2004 3rd Edition', '2004 4th Edition')).toBe(scorm2004Manifest(sampleCourse(), files).xml);
  });

  test('is not taken for the 4th', async () => {
    const faults = ruleFaults(await readTree(third), { files: paths, control: new Set(schemas3.keys()) }, DIALECTS['scorm2004-4th']);
    expect(faults).toEqual(['metadata names the version letter by letter: found “schema=ADL SCORM, schemaversion=2004 3rd Edition”']);
  });

  test('refuses what only the 4th knows', async () => {
    const shared = '<adlcp:data><adlcp:map targetID="x"/></adlcp:data>';
    expect((await check3(third.replace('</item>', `${shared}</item>`))).join()).toContain('adlcp');
    expect((await check3(third.replace('<imsss:deliveryControls', '<adlseq:objectives/><imsss:deliveryControls'))).length).toBeGreaterThan(0);
  });

  test('carries its own documents, not those of the 4th', async () => {
    const fourth = await controlSchemas('scorm2004-4th');
    expect([...schemas3.keys()]).toEqual([...fourth.keys()]);
    expect(schemas3.get('adlcp_v1p3.xsd')).not.toEqual(fourth.get('adlcp_v1p3.xsd'));
    expect(await entries('scorm2004-3rd')).toContain('adlcp_v1p3.xsd');
  });
});
