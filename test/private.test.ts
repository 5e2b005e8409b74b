/** What an author keeps for themselves: it is listed, and no byte of the package has it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../src/compiler/compile.ts';

const DIST = resolve(process.env['LECTERN_DIST'] ?? 'dist');

const LESSON = `# P1 — Doors

Language: en

## Core content

A door has two sides. <!-- SECRET-1 --> It opens.

<!--
SECRET-2

## Quiz
-->

:::instructor[Ask SECRET-3 first]
SECRET-4

## Quiz

1. Q: SECRET-5?
   A: SECRET-6.
:::

1. Push.

   :::instructor
   SECRET-7[^hidden]
   :::

2. Pull.

:::reveal[How many sides?]
Two. <!-- SECRET-8 -->
:::

[^hidden]: SECRET-9
[secret-10]: https://example.org/SECRET-10

## Production notes

SECRET-11

## Quiz

1. Q: How many sides has a door? <!-- SECRET-12 -->
   A: Two.
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('never ships, and is listed', async () => {
  const path = join(folder, 'doors.md');
  writeFileSync(path, LESSON);
  const { packages, overview, diagnostics } = await compile(path, { targets: ['scorm2004'], draft: false, dist: DIST, version: '0.0.0' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const zip = await JSZip.loadAsync(packages[0]?.bytes ?? new Uint8Array());
  const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
  expect(texts.join('\n')).toContain('How many sides?');
  expect(texts.join('\n').match(/SECRET-?\d*/gi) ?? []).toEqual([]);
  expect(overview.flatMap(({ withheld }) => withheld).map(({ kind, title, line }) => `${line} ${kind} ${title}`)).toEqual([
    '7 comment SECRET-1',
    '9 comment SECRET-2 ## Quiz',
    '15 block Ask SECRET-3 first',
    '26 block SECRET-7',
    '33 comment SECRET-8',
    '39 section Production notes',
    '45 comment SECRET-12',
  ]);
});
