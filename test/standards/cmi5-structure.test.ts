/** cmi5.xml, requirement by requirement, and tincan.xml: what each must say, and that our own checks notice when it does not. */
import { describe, expect, test } from 'vitest';
import { cmi5Structure } from '../../manifest/cmi5.ts';
import { tincanActivities } from '../../manifest/tincan.ts';
import { CMI5_RULES, cmi5Faults } from '../../src/compiler/6-pack/cmi5-rules.ts';
import { pack } from '../../src/compiler/6-pack/pack.ts';
import { tincanFaults } from '../../src/compiler/6-pack/tincan-rules.ts';
import { readTree } from '../../src/compiler/6-pack/tree.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';
import { readZip } from './zip-reader.ts';

const files = sampleFiles();
const contents = { files: new Set(files.map((file) => file.path)), control: new Set<string>() };
const structure = (changes: Parameters<typeof sampleCourse>[0] = {}): string => cmi5Structure(sampleCourse(changes)).xml;
const valid = structure();
const faults = async (xml: string): Promise<string> => cmi5Faults(await readTree(xml), contents).join('\n');

async function names(target: 'cmi5' | 'tincan' | 'web'): Promise<string[]> {
  const { output } = await pack({ course: sampleCourse(), files, target, control: null });
  return readZip(output ?? new Uint8Array()).map(({ name }) => name);
}

describe('cmi5.xml', () => {
  test.each([{}, { language: 'de-AT' }, { passMark: null }, { title: `R&D <"5'>` }, { iri: 'urn:example:course' }])('of an ordinary course keeps every requirement: %o', async (changes) => {
    expect(await faults(structure(changes))).toBe('');
  });

  const CASES: [id: string, mistake: string, from: string, to: string][] = [
    ['13.2.0.0-1', 'another namespace', 'xapi/profiles/cmi5/v1', 'xapi/profiles/cmi5/v2'],
    ['13.2.0.0-1', 'another root', 'courseStructure', 'course-structure'],
    ['13.2.0.0-1', 'a description by another name', 'description>', 'summary>'],
    ['13.2.0.0-1', 'no unit', '<au', '<block'],
    ['13.2.0.0-1', 'an attribute that does not exist', '<au', '<au bogus="1"'],
    ['13.2.0.0-1', 'a text without a language', ' lang="en"', ''],
    ['13.2.0.0-1', 'an empty title', '>Phishing basics<', '> <'],
    ['13.2.0.0-1', 'a moveOn that does not exist', 'moveOn="CompletedAndPassed"', 'moveOn="Whatever"'],
    ['13.2.0.0-1', 'a mastery score above one', 'masteryScore="0.8"', 'masteryScore="80"'],
    ['13.2.0.0-1', 'a mastery score of five places', 'masteryScore="0.8"', 'masteryScore="0.80001"'],
    ['13.2.0.0-1', 'a launch method that does not exist', '"AnyWindow"', '"PopUp"'],
    ['3.0.0.0-1', 'an id that is no whole address', 'id="https://example.org', 'id="/example.org'],
    ['13.1.2.0-1', 'two blocks of one id', '<au', '<block id="urn:b"/><block id="urn:b"/><au'],
    ['13.1.3.0-1', 'two objectives of one id', '<au', '<objectives><objective id="urn:o"/><objective id="urn:o"/></objectives><au'],
    ['13.1.4.0-1', 'the unit named like the course', 'phishing-basics/unit"', 'phishing-basics"'],
    ['8.1.0.0-6', 'an actor of its own', '<url>index.html', '<url>index.html?a=1&amp;actor=x'],
    ['13.1.4.0-2', 'a blank in the url', '<url>index.html', '<url>index.html?a b'],
    ['14.1.0.0-3', 'a file that is not there', '<url>index.html', '<url>start.html'],
    ['14.1.0.0-3', 'an address on the web', '<url>index.html', '<url>https://example.org/index.html'],
  ];

  test.each(CASES)('%s: %s', async (id, _, from, to) => {
    const broken = valid.replaceAll(from, to).replace('</au>', to === '<block' ? '</block>' : '</au>');
    expect(broken).not.toBe(valid);
    expect(await faults(broken)).toContain(id);
  });

  test('every requirement has a structure that breaks it', () => {
    expect([...new Set(CASES.map(([id]) => id))].sort()).toEqual([...new Set(CMI5_RULES.map(({ id }) => id))].sort());
  });

  test('asks for completed and passed where there is a pass mark, and for completed alone where there is none', () => {
    expect(valid).toMatch(/moveOn="CompletedAndPassed"\s+masteryScore="0.8"/);
    expect(structure({ passMark: null })).toContain('moveOn="Completed"');
    expect(structure({ passMark: null })).not.toContain('masteryScore');
  });

  test('ids come from the course’s own address and nothing else, so that a new version is the same course', () => {
    const ids = (xml: string): string[] => [...xml.matchAll(/\bid="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids(structure({ title: 'Another', version: '9', id: 'other' }))).toEqual(ids(valid));
  });

  test('14.1.0.0-2: stands at the root of the package, first of all, without control documents', async () => {
    expect((await names('cmi5'))[0]).toBe('cmi5.xml');
    expect((await names('cmi5')).filter((name) => /\.xsd$|imsmanifest/.test(name))).toEqual([]);
  });
});

describe('tincan.xml', () => {
  const xml = tincanActivities(sampleCourse()).xml;
  const check = async (text: string): Promise<string> => tincanFaults(await readTree(text), contents).join('\n');

  test('names the course, and the page to launch', async () => {
    expect(await check(xml)).toBe('');
    expect((await names('tincan'))[0]).toBe('tincan.xml');
  });

  test.each([
    ['is no address', 'id="https:', 'id="'],
    ['no name', '<name lang="en">Phishing basics', '<name lang="en">'],
    ['not in the package', '>index.html<', '>start.html<'],
    ['0 activities', /<launch.*launch>/, ''],
    ['no namespace', ' xmlns="http://projecttincan.com/tincan.xsd"', ''],
  ])('a mistake is noticed: %s', async (message, from, to) => {
    expect(await check(xml.replace(from, to))).toContain(message);
  });
});

test('a package for the web has no introduction: the page to open comes first by name', async () => {
  expect((await names('web')).filter((name) => name.endsWith('.xml'))).toEqual([]);
});
