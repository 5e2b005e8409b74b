/** The finished zip, held against what ADL's package test and LMSs ask of it (scorm.md 0, 1, 2, 6 and 7). */
import JSZip from 'jszip';
import { beforeAll, describe, expect, test } from 'vitest';
import { scorm2004Manifest } from '../../manifest/scorm2004.ts';
import { pack } from '../../src/compiler/6-pack/pack.ts';
import type { Course } from '../../src/course/course.ts';
import { controlZip, xpath } from './control.ts';
import { sampleCourse, sampleFiles } from './sample-course.ts';
import { readZip, type ZipEntry } from './zip-reader.ts';

const AWKWARD = `R&D <"5'>`;
let control: Uint8Array;
let bytes: Uint8Array;
let entries: ZipEntry[];
let manifest: string;

async function packed(changes: Partial<Course> = {}): Promise<Uint8Array> {
  const { output, diagnostics } = await pack({ course: sampleCourse(changes), files: sampleFiles(), target: 'scorm2004-4th', control });
  expect(diagnostics).toEqual([]);
  if (output === null) throw new Error('nothing was packed');
  return output;
}

beforeAll(async () => {
  control = await controlZip();
  bytes = await packed({ title: AWKWARD });
  entries = readZip(bytes);
  manifest = new TextDecoder().decode(entries[0]?.content);
});

describe('CP CAM 1.1, the content package', () => {
  test('imsmanifest.xml stands at the root, first of all', () => {
    expect(entries[0]?.name).toBe('imsmanifest.xml');
    expect(entries.slice(1).map((entry) => entry.name)).toEqual(entries.slice(1).map((entry) => entry.name).sort());
  });

  test('control documents stand at the root, each that the manifest or another names, unmodified', async () => {
    const documents = entries.filter((entry) => /\.(?:xsd|dtd)$/.test(entry.name));
    const originals = await JSZip.loadAsync(control);
    expect(documents.map((entry) => entry.name)).toEqual(Object.keys(originals.files).sort());
    const named = documents.flatMap(({ content }) =>
      [...new TextDecoder().decode(content).matchAll(/(?:schemaLocation\s*=\s*|"-\/\/W3C[^"]*"\s+|'datatypes'\s+)["']([^"']+)["']/g)].map((match) => match[1] ?? ''),
    );
    const local = named.filter((name) => !name.startsWith('http') && !name.startsWith('&'));
    expect(local).toEqual(expect.arrayContaining(['xml.xsd', 'XMLSchema.dtd', 'datatypes.dtd', 'imsss_v1p0util.xsd']));
    for (const name of local) expect(Object.keys(originals.files)).toContain(name);
    expect(documents.some((entry) => entry.name.startsWith('lom'))).toBe(false);
  });

  test('every file but the manifest and the control documents is listed, and nothing else', () => {
    const listed = xpath(manifest, '//cp:file/@href').sort();
    expect(listed).toEqual(entries.map((entry) => entry.name).filter((name) => !/^imsmanifest\.xml$|\.(?:xsd|dtd)$/.test(name)).sort());
    expect(xpath(manifest, '//cp:resource/@href')).toEqual(['index.html']);
  });

  test('names are plain ASCII, lower case but for the third-party notice and the standard’s own files', () => {
    for (const { name } of entries) expect(name).toMatch(/^(?:[a-z0-9._/-]+|THIRD-PARTY\.md|XMLSchema\.dtd)$/);
  });
});

describe('CP CAM 1.1, the manifest of a content aggregation', () => {
  test('metadata is schema and schemaversion, exactly', () => {
    expect(xpath(manifest, '/cp:manifest/cp:metadata/*')).toEqual(['ADL SCORM', '2004 4th Edition']);
  });

  test('one organization, which is the default, with one item, which launches the only SCO', () => {
    expect(xpath(manifest, '//cp:organizations/@default')).toEqual(xpath(manifest, '//cp:organization/@identifier'));
    expect(xpath(manifest, '//cp:item/@identifierref')).toEqual(xpath(manifest, '//cp:resource[@adlcp:scormType="sco"]/@identifier'));
    expect(xpath(manifest, '//cp:resource')).toHaveLength(1);
  });

  test('the title arrives whole, whatever characters it has', () => {
    expect(xpath(manifest, '//cp:title')).toEqual([AWKWARD, AWKWARD]);
  });

  test('every namespace has its schema beside the manifest', () => {
    const words = xpath(manifest, '/cp:manifest/@xsi:schemaLocation').join().split(' ');
    const files = words.filter((_, i) => i % 2 === 1);
    expect(files).toHaveLength(5);
    expect(entries.map((entry) => entry.name)).toEqual(expect.arrayContaining(files));
  });
});

describe('CP CAM 1.1, sequencing and presentation', () => {
  test('content, not the LMS, sets completion and success', () => {
    expect(xpath(manifest, '//cp:item//imsss:deliveryControls/@*')).toEqual(['true', 'true']);
  });

  test('the learner may choose and go on; the LMS’s own buttons for it are hidden', () => {
    expect(xpath(manifest, '//cp:organization/imsss:sequencing/imsss:controlMode/@*')).toEqual(['true', 'true']);
    expect(xpath(manifest, '//cp:item/adlnav:presentation//adlnav:hideLMSUI')).toEqual(['continue', 'previous']);
  });

  test('the pass mark is the only objective, and results stay within the course', () => {
    expect(xpath(manifest, '//imsss:primaryObjective/@satisfiedByMeasure')).toEqual(['true']);
    expect(xpath(manifest, '//imsss:minNormalizedMeasure')).toEqual(['0.8']);
    expect(xpath(manifest, '//@adlseq:objectivesGlobalToSystem')).toEqual(['false']);
    expect(xpath(manifest, '//imsss:mapInfo | //imsss:objective')).toEqual([]);
  });
});

describe('the zip', () => {
  test('every entry is deflated, with its sizes in the header and nothing of a file system', () => {
    for (const entry of entries) {
      expect(entry.local, entry.name).toEqual({
        neededVersion: expect.any(Number),
        flags: 0,
        method: 8,
        time: 0,
        date: 0x21,
        crc: entry.crc,
        compressedSize: entry.compressed.length,
        size: entry.content.length,
        extra: 0,
      });
      expect(entry.local.neededVersion).toBeLessThanOrEqual(20);
      expect(entry.central, entry.name).toEqual(entry.local);
      expect([entry.madeBy >> 8, entry.externalAttributes, entry.comment]).toEqual([0, 0, 0]);
    }
  });

  test('holds no folders and no name twice', () => {
    const names = entries.map((entry) => entry.name.toLowerCase());
    expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('control documents are taken over as they were compressed', async () => {
    // Compressed badly on purpose: compressing again would give the sizes of the other package.
    const loose = await JSZip.loadAsync(control).then((documents) =>
      Promise.all(Object.values(documents.files).map(async (file) => [file.name, await file.async('uint8array')] as const)),
    );
    const archive = new JSZip();
    for (const [name, content] of loose) archive.file(name, content, { createFolders: false });
    const given = await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
    const { output } = await pack({ course: sampleCourse({ title: AWKWARD }), files: sampleFiles(), target: 'scorm2004-4th', control: given });
    const compressed = (all: ZipEntry[]): Map<string, string> =>
      new Map(all.filter(({ name }) => /\.(?:xsd|dtd)$/.test(name)).map((entry) => [entry.name, Buffer.from(entry.compressed).toString('base64')]));
    const taken = compressed(readZip(output ?? new Uint8Array()));
    expect(taken).toEqual(compressed(readZip(given)));
    expect(taken).not.toEqual(compressed(entries));
  });

  test('the order of the files does not matter', async () => {
    const { output } = await pack({
      course: sampleCourse({ title: AWKWARD }),
      files: sampleFiles().reverse(),
      target: 'scorm2004-4th',
      control,
    });
    expect(Buffer.from(output ?? []).equals(bytes)).toBe(true);
  });
});

test.each([
  ['english', { title: AWKWARD }],
  ['german', { title: 'Phishing: Größe, Maße & „Fälle“', language: 'de-CH', id: 'phishing-de', passMark: null }],
  ['arabic', { title: 'التصيّد الاحتيالي <١>', language: 'ar', id: 'phishing-ar', version: '' }],
])('the manifest of the %s course is the expected one', async (name, changes) => {
  const { xml } = scorm2004Manifest(sampleCourse(changes), sampleFiles());
  await expect(xml).toMatchFileSnapshot(`golden/scorm2004-${name}.xml`);
  const [first] = readZip(await packed(changes));
  expect(new TextDecoder().decode(first?.content)).toBe(xml);
});
