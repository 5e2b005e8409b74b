/** Only names that every LMS keeps get into a package. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFaults, refusedFiles } from './names.ts';

const content = new Uint8Array();
const control = new Set(['xml.xsd', 'adlcp_v1p3.xsd']);
const faults = (...paths: string[]): string[] => nameFaults(paths.map((path) => ({ path, content })), control);

test('ordinary names, and the notice in capitals, pass', () => {
  expect(faults('index.html', 'lessons/l1.2.js', 'media/groesse-1.3fa9c2.png', '_x-1.css', 'THIRD-PARTY.md')).toEqual([]);
});

test.each([
  ['Index.html', 'only a-z'],
  ['größe.png', 'only a-z'],
  ['a b.png', 'only a-z'],
  ['/index.html', 'only a-z'],
  ['a//b.js', 'only a-z'],
  ['../b.js', 'only a-z'],
  ['media/.hidden.png', 'only a-z'],
  ['a\\b.js', 'only a-z'],
  ['notes.', 'only a-z'],
  ['1', 'no extension'],
  ['aux.js', 'Windows'],
  ['lessons/con.js', 'Windows'],
  [`${'x'.repeat(98)}.js`, 'longer than 100'],
  ['start.php', 'LMSs refuse'],
  ['imsmanifest.xml', 'taken'],
  ['xml.xsd', 'taken'],
])('“%s” is a fault', (path, reason) => {
  expect(faults(path).join()).toContain(reason);
});

test('the same name twice, or in another case, is a fault', () => {
  expect(faults('a.js', 'a.js').join()).toContain('there twice');
  expect(faults('THIRD-PARTY.md', 'third-party.md').join()).toContain('only in case');
});

test('a package that needs the 64-bit form of a zip is a fault', () => {
  const many = Array.from({ length: 65_535 }, (_, i) => ({ path: `l/${i}.js`, content }));
  expect(nameFaults(many, control).join()).toContain('at most 65535');
});

test('a name passes exactly when it is plain and has an extension', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1._-/ A\\é:\n'), maxLength: 8 }), fc.boolean(), (stem, extended) => {
      const path = extended ? `${stem}.js` : stem;
      const plain = path.split('/').every((segment) => /^[a-z0-9_-](?:[a-z0-9._-]*[a-z0-9_-])?$/.test(segment));
      expect(faults(path).length === 0).toBe(plain && /\.[a-z0-9]+$/.test(path));
    }),
    { numRuns: 1000 },
  );
});

describe('an author’s file of a kind that LMSs refuse', () => {
  const file = { path: 'media/demo.3fa9c2.php', content, source: 'img/Demo.php' };

  test('is the author’s to mend, named as the author knows it', () => {
    expect(refusedFiles([file])).toMatchObject([
      { code: 'package/file-type', severity: 'error', file: 'img/Demo.php', line: 1, column: 1 },
    ]);
    expect(nameFaults([file], control)).toEqual([]);
  });

  test('is judged by its ending only', () => {
    expect(refusedFiles([{ ...file, path: 'media/php.png' }])).toEqual([]);
  });
});
