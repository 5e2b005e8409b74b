/** The inspect command: packages of ours to the last question, those of others as far as they tell, and everything else refused. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/compiler/compile.ts';
import { RECORDED } from '../../src/vocabulary/recorded.ts';
import { writeZip } from '../inspect/zip-writer.ts';
import { diagnosticSchema } from './contract.ts';
import { GOOD_LESSON, run, STACK } from './run.ts';

const text = z.string();
const count = z.int().min(0);
const item = z.strictObject({ id: text, type: text, graded: z.boolean(), points: z.number(), text });
const lesson = z.strictObject({ id: text, code: text.nullable(), title: text, language: text.nullable(), sections: count, objectives: z.array(z.strictObject({ number: count, text })), items: z.array(item), asked: z.strictObject({ questions: count, points: z.number() }) });
const course = z.strictObject({
  id: text,
  title: text,
  version: text,
  build: z.string().regex(/^[0-9a-f]{12}$/),
  lectern: text.nullable(),
  target: text,
  draft: z.boolean(),
  passMark: z.number().nullable(),
  divided: z.boolean(),
  credential: z.boolean(),
  completion: z.strictObject({ viewed: z.number(), items: text }),
  languages: z.array(text),
  lessons: z.array(lesson),
  resume: z.strictObject({ always: count, answers: count, most: count, limit: count, unit: z.enum(['characters', 'bytes']) }),
});
/** What --json promises, no field less and no field more. */
const schema = z.strictObject({
  package: z
    .strictObject({
      madeBy: z.literal('lectern').nullable(),
      size: z.strictObject({ zip: count, unpacked: count, files: count, largest: z.array(z.strictObject({ path: text, bytes: count })) }),
      manifest: z.strictObject({ identifier: text.nullable(), title: text.nullable(), version: text.nullable(), standard: text.nullable(), language: text.nullable(), scos: count, launch: text.nullable(), pages: z.array(text), passMark: z.number().nullable() }).nullable(),
      others: z.array(text),
      course: course.nullable(),
      recorded: z.array(z.strictObject({ fact: text, words: text, elements: z.array(text) })).nullable(),
      asked: z.array(text).nullable(),
      sentElsewhere: z.array(text).nullable(),
    })
    .nullable(),
  diagnostics: z.array(diagnosticSchema),
});

/** Another lesson, in another language. */
const SECOND = GOOD_LESSON.replace('L9.1', 'L9.2').replace('Id: any-key', 'Id: other-key').replace('Language: en-GB', 'Language: de');

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'inspect-'));
  mkdirSync(join(cwd, 'course'));
  for (const [name, content] of Object.entries({ 'one.md': GOOD_LESSON, 'course/a.md': GOOD_LESSON, 'course/b.md': SECOND, 'course/course.yaml': 'title: Two locks\nversion: 2.1.0\nlessons:\n  - a.md\n  - b.md\n' })) {
    writeFileSync(join(cwd, name), content);
  }
  for (const [path, name] of [['one.md', 'lone.zip'], ['course', 'several.zip']] as const) {
    const built = await compile(join(cwd, path), { targets: ['scorm2004'], draft: false, dist: resolve('dist'), version: '1.2.3' });
    writeFileSync(join(cwd, name), built.packages[0]?.bytes ?? '');
  }
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function inspect(name: string) {
  const { code, stdout, stderr } = await run(cwd, 'inspect', name, '--json');
  expect(stderr).toBe('');
  return { code, ...schema.parse(JSON.parse(stdout)) };
}

describe('a package that Lectern built', () => {
  it('is told from the zip alone', async () => {
    const { code, package: told, diagnostics } = await inspect('lone.zip');
    expect({ code, diagnostics }).toEqual({ code: 0, diagnostics: [] });
    expect(told).toMatchObject({
      madeBy: 'lectern',
      size: { zip: readFileSync(join(cwd, 'lone.zip')).length },
      manifest: { title: 'Locks & keys <"5\'>', standard: 'SCORM 2004 4th Edition', scos: 1, launch: 'index.html' },
      course: { lectern: '1.2.3', target: 'scorm2004-4th', draft: false, languages: ['en-GB'], resume: { limit: 64_000 } },
      sentElsewhere: [],
    });
    expect(told?.course?.lessons).toMatchObject([
      { code: 'L9.1', title: 'Locks & keys <"5\'>', language: 'en-GB', objectives: [{ number: 1, text: 'Describe what a lock does.' }], items: [{ id: 'any-key', type: 'true-false', graded: true, points: 1, text: 'Any key opens any lock.' }] },
    ]);
    expect(told?.recorded?.flatMap(({ elements }) => elements)).toEqual(Object.values(RECORDED.scorm2004).flat());
  });

  it('of several lessons has them all, with their languages', async () => {
    const { package: told } = await inspect('several.zip');
    expect(told?.course).toMatchObject({ title: 'Two locks', version: '2.1.0', languages: ['en-GB', 'de'] });
    expect(told?.course?.lessons.map(({ code, items }) => [code, items.map(({ id, type }) => `${id} ${type}`)])).toEqual([
      ['L9.1', ['any-key true-false']],
      ['L9.2', ['other-key true-false']],
    ]);
  });

  it('is told to people in lines that fit', async () => {
    const { code, stdout } = await run(cwd, 'inspect', 'several.zip');
    expect(code).toBe(0);
    for (const words of ['Two locks', 'build ', 'SCORM 2004 4th Edition', '2 true or false', '2 graded, 2 points', 'cmi.interactions.n.', 'of 64,000 characters', 'Nothing: the page’s own policy']) expect(stdout).toContain(words);
    expect(stdout.split('\n').filter((line) => line.startsWith('  ') && line.length > 120)).toEqual([]);
  });
});

describe('a package with a unit for each lesson', () => {
  it('names a page for each, and still knows the course as one', async () => {
    mkdirSync(join(cwd, 'divided'));
    const course = 'title: Two locks\npackaging: sco-per-lesson\nlessons:\n  - a.md\n  - b.md\n';
    for (const [name, content] of [['a.md', GOOD_LESSON], ['b.md', SECOND], ['course.yaml', course]] as const) writeFileSync(join(cwd, 'divided', name), content);
    const built = await compile(join(cwd, 'divided'), { targets: ['scorm2004'], draft: false, dist: resolve('dist'), version: '1.2.3' });
    writeFileSync(join(cwd, 'divided.zip'), built.packages[0]?.bytes ?? '');
    const { code, package: told, diagnostics } = await inspect('divided.zip');
    expect({ code, diagnostics }).toEqual({ code: 0, diagnostics: [] });
    expect(told?.manifest).toMatchObject({ scos: 2, title: 'Two locks' });
    expect(new Set(told?.manifest?.pages).size).toBe(2);
    expect(told?.course).toMatchObject({ divided: true, title: 'Two locks', build: built.build });
    expect(told?.course?.lessons.map(({ code: number }) => number)).toEqual(['L9.1', 'L9.2']);
  });
});

describe('a package with a record store beside the LMS', () => {
  it('names the store, and says that it learns who the learner is', async () => {
    const course = 'title: Two locks\nlessons:\n  - a.md\nxapi:\n  endpoint: https://lrs.example.org/xapi\n  broker: https://broker.example.org/token\n';
    mkdirSync(join(cwd, 'stated'));
    for (const [name, content] of [['a.md', GOOD_LESSON], ['course.yaml', course]] as const) writeFileSync(join(cwd, 'stated', name), content);
    const built = await compile(join(cwd, 'stated'), { targets: ['scorm12'], draft: false, dist: resolve('dist'), version: '1.2.3' });
    writeFileSync(join(cwd, 'stated.zip'), built.packages[0]?.bytes ?? '');
    const { stdout } = await run(cwd, 'inspect', 'stated.zip');
    expect(stdout).toMatch(/Name and id of the learner are sent along[^]*The page may talk to: https:\/\/lrs\.example\.org, https:\/\/broker\.example\.org/);
    expect((await run(cwd, 'inspect', 'lone.zip')).stdout).toContain('stay in the page and are sent nowhere');
  });
});

describe('a package of somebody else', () => {
  const manifest = '<manifest identifier="m" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schemaversion>1.2</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>Fire drill</title></organization></organizations><resources><resource adlcp:scormtype="sco" href="a.html"/></resources></manifest>';

  it('tells its manifest, and that the rest is unknown', async () => {
    writeFileSync(join(cwd, 'other.zip'), writeZip([{ name: 'imsmanifest.xml', content: manifest }, { name: 'index.html', content: '<p>hello</p>' }]));
    const { code, package: told } = await inspect('other.zip');
    expect({ code, ...told }).toMatchObject({ code: 0, madeBy: null, manifest: { title: 'Fire drill', standard: 'SCORM 1.2', launch: 'a.html' }, course: null, recorded: null, asked: null, sentElsewhere: null, size: { files: 2 } });
    expect((await run(cwd, 'inspect', 'other.zip')).stdout).toMatch(/Fire drill[\s\S]*SCORM 1\.2[\s\S]*did not make this package[\s\S]*unknown/);
  });

  it('may have no manifest of SCORM at all', async () => {
    writeFileSync(join(cwd, 'cmi5.zip'), writeZip([{ name: 'cmi5.xml', content: '<courseStructure/>' }]));
    expect(await inspect('cmi5.zip')).toMatchObject({ code: 0, package: { manifest: null, others: ['cmi5.xml'] } });
    expect((await run(cwd, 'inspect', 'cmi5.zip')).stdout).toContain('cmi5');
  });

  it('cannot move the cursor of a terminal', async () => {
    writeFileSync(join(cwd, 'loud.zip'), writeZip([{ name: 'imsmanifest.xml', content: manifest }, { name: '\x1b[2J.png', content: '' }]));
    expect((await run(cwd, 'inspect', 'loud.zip')).stdout).not.toContain('\x1b');
  });

  it('with data that only look like ours is not believed', async () => {
    writeFileSync(join(cwd, 'newer.zip'), writeZip([{ name: 'imsmanifest.xml', content: manifest }, { name: 'index.html', content: '<script type="application/json" id="lectern-course">{"format":99}</script>' }]));
    expect(await inspect('newer.zip')).toMatchObject({ code: 0, package: { madeBy: 'lectern', course: null } });
    expect((await run(cwd, 'inspect', 'newer.zip')).stdout).toContain('damaged or of another version');
  });
});

describe('what is no package', () => {
  it.each([
    ['none.zip', null, 'file/missing'],
    ['course', null, 'zip/not-a-zip'],
    ['one.md', null, 'zip/not-a-zip'],
    ['page.zip', Buffer.from('<!DOCTYPE html><title>Sign in</title>'), 'zip/not-a-zip'],
    ['cut.zip', Buffer.from('PK\x03\x04 and so on'), 'zip/damaged'],
    ['locked.zip', writeZip([{ name: 'imsmanifest.xml', content: 'x', flags: 1 }]), 'zip/unsupported'],
    ['slip.zip', writeZip([{ name: '../index.php', content: 'x' }]), 'zip/unsafe-name'],
    ['bomb.zip', writeZip([{ name: 'imsmanifest.xml', content: 'x', bytes: 0xfffffff0 }, { name: 'b', content: 'x', bytes: 0xfffffff0 }]), 'zip/too-large'],
    ['text.zip', writeZip([{ name: 'word/document.xml', content: 'x' }]), 'zip/no-manifest'],
    ['deep.zip', writeZip([{ name: 'my course/imsmanifest.xml', content: '<manifest/>' }]), 'zip/no-manifest'],
    ['broken.zip', writeZip([{ name: 'imsmanifest.xml', content: '<manifest><title>R&D</title></manifest>' }]), 'zip/manifest-unreadable'],
  ])('%s is refused with a reason', async (name, bytes, code) => {
    if (bytes !== null) writeFileSync(join(cwd, name), bytes);
    expect(await inspect(name)).toMatchObject({ code: 1, package: null, diagnostics: [{ code, file: name }] });
    const { code: left, stdout, stderr } = await run(cwd, 'inspect', name);
    expect(left).toBe(1);
    expect(stdout + stderr).not.toMatch(STACK);
    expect(stdout).toContain(code);
  });

  it('says which folder was zipped by mistake', async () => {
    expect((await inspect('deep.zip')).diagnostics[0]?.help).toContain('“my course”');
  });
});

describe('wrong usage', () => {
  it.each([[['inspect']], [['inspect', 'a.zip', 'b.zip']], [['inspect', 'a.zip', '--out', 'x']], [['inspekt', 'a.zip']]])('%j is 2', async (argv) => {
    const { code, stdout, stderr } = await run(cwd, ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/inspect/);
  });

  it('prints the object of this command with --json', async () => {
    const { code, stdout } = await run(cwd, 'inspect', '--json');
    expect(code).toBe(2);
    expect(schema.parse(JSON.parse(stdout))).toMatchObject({ package: null, diagnostics: [{ code: 'command/usage' }] });
  });

  it('is helped by help', async () => {
    expect((await run(cwd, 'help', 'inspect')).stdout).toContain('FILE.zip');
    expect((await run(cwd, 'inspect', '--help')).stdout).toContain('FILE.zip');
  });
});

describe('a package for another standard', { timeout: 30_000 }, () => {
  it.each([
    ['scorm12', 'SCORM 1.2', 'One status'],
    ['web', 'web site, without an LMS', 'Nothing: place and answers stay in the learner’s browser.'],
  ] as const)('%s says what it is, and what is recorded', async (target, title, recorded) => {
    const built = await compile(join(cwd, 'one.md'), { targets: [target], draft: false, dist: resolve('dist'), version: '1.2.3' });
    writeFileSync(join(cwd, `${target}.zip`), built.packages[0]?.bytes ?? '');
    const { code, stdout } = await run(cwd, 'inspect', `${target}.zip`);
    expect(code).toBe(0);
    expect(stdout).toContain(title);
    expect(stdout).toContain(recorded);
  });
});
