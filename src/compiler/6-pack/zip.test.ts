/** What is written can be read by others, is the same whatever order files come in, and is refused where a plain zip ends. */
import fc from 'fast-check';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { openArchive } from '../../inspect/archive.ts';
import { byTable, crc32 } from './crc32.ts';
import { PackageFault } from './fault.ts';
import { deflate, type Entry, openControl, writeZip } from './zip.ts';

const path = fc.stringMatching(/^[a-z0-9]{1,8}(?:\/[a-z0-9]{1,8})?\.js$/);
const files = fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 400 }) }), { minLength: 1, maxLength: 8, selector: (file) => file.path });
const entryOf = (file: { path: string; bytes: Uint8Array }): Entry => ({ path: file.path, ...deflate(file.bytes) });

test('JSZip, our own strict reader and the reader of control documents find every file as it was', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      const zip = writeZip(null, all.map(entryOf));
      const sorted = all.map((file) => file.path).sort();
      const archive = await JSZip.loadAsync(zip, { checkCRC32: true });
      const own = openArchive(zip, 'course.zip');
      expect(Object.keys(archive.files)).toEqual(sorted);
      expect(own.files.map((file) => file.path)).toEqual(sorted);
      expect(openControl(zip).entries).toEqual(all.map(entryOf).sort((a, b) => (a.path < b.path ? -1 : 1)));
      for (const { path: name, bytes } of all) {
        expect(await archive.file(name)?.async('uint8array')).toEqual(bytes);
        expect(Uint8Array.from(own.read(name) ?? [])).toEqual(bytes);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order in which files come does not show, and the first leads', () => {
  const entries = ['b.js', 'a.js', 'c/d.js'].map((name) => entryOf({ path: name, bytes: new Uint8Array([7]) }));
  const first = entryOf({ path: 'imsmanifest.xml', bytes: new Uint8Array([60]) });
  expect(writeZip(first, entries)).toEqual(writeZip(first, [...entries].reverse()));
  expect(openControl(writeZip(first, entries)).entries.map((entry) => entry.path)).toEqual(['imsmanifest.xml', 'a.js', 'b.js', 'c/d.js']);
});

test('what a plain zip cannot tell is a fault', () => {
  const entry = entryOf({ path: 'a.js', bytes: new Uint8Array([1]) });
  expect(() => writeZip(null, Array.from({ length: 65_536 }, () => entry))).toThrow(PackageFault);
});

test('both ways of the checksum agree, and give the value that APPNOTE’s polynomial has for “123456789”', () => {
  expect(byTable(new TextEncoder().encode('123456789'))).toBe(0xcbf4_3926);
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === byTable(bytes)));
});
