import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../test/inspect/zip-writer.ts';
import { openArchive } from './archive.ts';
import { Refused } from './refused.ts';

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));
const plain = writeZip([
  { name: 'imsmanifest.xml', content: '<manifest/>' },
  { name: 'images/', content: '' },
  { name: 'images/é.svg', content: 'x'.repeat(5000) },
]);

/** Reads everything there is; the code of the diagnostic when it is refused. */
function attempt(bytes: Uint8Array): string {
  try {
    const archive = openArchive(bytes, 'a.zip');
    for (const { path } of archive.files) archive.read(path);
    return 'read';
  } catch (error) {
    if (error instanceof Refused) return error.diagnostic.code;
    throw error;
  }
}

describe('a plain zip', () => {
  it('has its files with their sizes, without folders', () => {
    const archive = openArchive(plain, 'a.zip');
    expect(archive.files).toEqual([
      { path: 'imsmanifest.xml', bytes: 11 },
      { path: 'images/é.svg', bytes: 5000 },
    ]);
    expect(text(archive.read('imsmanifest.xml'))).toBe('<manifest/>');
    expect(archive.read('none')).toBeNull();
  });

  it('of another program is read as well: streamed, stored, with a comment, behind a self-extractor', async () => {
    const other = new JSZip();
    other.file('a.txt', 'one').file('b/c.txt', 'two', { compression: 'STORE' });
    const bytes = await other.generateAsync({ type: 'uint8array', compression: 'DEFLATE', streamFiles: true, comment: 'a comment' });
    const archive = openArchive(Buffer.concat([Buffer.from('MZ program'), bytes]), 'a.zip');
    expect([text(archive.read('a.txt')), text(archive.read('b/c.txt'))]).toEqual(['one', 'two']);
  });
});

describe('a hostile or broken zip is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'zip/not-a-zip'],
    ['text', Buffer.from('# A lesson'), 'zip/not-a-zip'],
    ['cut off', plain.subarray(0, plain.length - 30), 'zip/damaged'],
    ['a wrong checksum', writeZip([{ name: 'a', content: 'a', crc: 1 }]), 'zip/damaged'],
    ['less than declared', writeZip([{ name: 'a', content: 'a', bytes: 2 }]), 'zip/damaged'],
    ['more than declared', writeZip([{ name: 'a', content: 'a'.repeat(1e6), bytes: 10 }]), 'zip/damaged'],
    ['a name twice', writeZip([{ name: 'a', content: 'a' }, { name: 'a', content: 'b' }]), 'zip/damaged'],
    ['files over each other', writeZip([{ name: 'a', content: 'a' }, { name: 'b', content: 'a', sameDataAs: 0 }]), 'zip/damaged'],
    ['a password', writeZip([{ name: 'a', content: 'a', flags: 1 }]), 'zip/unsupported'],
    ['an unusual method', writeZip([{ name: 'a', content: 'a', method: 14 }]), 'zip/unsupported'],
    ['a path upwards', writeZip([{ name: 'a/../../b', content: 'a' }]), 'zip/unsafe-name'],
    ['a path upwards the Windows way', writeZip([{ name: 'a\\..\\..\\b', content: 'a' }]), 'zip/unsafe-name'],
    ['an absolute path', writeZip([{ name: '/etc/passwd', content: 'a' }]), 'zip/unsafe-name'],
    ['a drive', writeZip([{ name: 'C:\\a', content: 'a' }]), 'zip/unsafe-name'],
    ['a zero byte in a name', writeZip([{ name: 'a\0.png', content: 'a' }]), 'zip/unsafe-name'],
    ['a folder that climbs', writeZip([{ name: '../', content: '' }]), 'zip/unsafe-name'],
    ['a bomb of one file', writeZip([{ name: 'a', content: 'a', bytes: 0xfffffff0 }, { name: 'b', content: 'b', bytes: 0xfffffff0 }]), 'zip/too-large'],
    ['a bomb by its ratio', writeZip([{ name: 'a', content: 'a', bytes: 300 * 2 ** 20 }]), 'zip/too-large'],
    ['one text that is too large', writeZip([{ name: 'a', content: 'a', bytes: 65 * 2 ** 20 }]), 'zip/too-large'],
  ])('%s', (_, bytes, code) => {
    expect(attempt(bytes)).toBe(code);
  });

  it('cut off anywhere', () => {
    for (let length = 0; length < plain.length; length++) expect(attempt(plain.subarray(0, length))).toMatch(/^zip\//);
  });

  it('or read, but never more than that, whichever bytes are changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(plain);
        for (const [at, value] of changes) bytes[at] = value;
        expect(attempt(bytes)).toMatch(/^read$|^zip\//);
      }),
      { numRuns: 2000 },
    );
  });
});
