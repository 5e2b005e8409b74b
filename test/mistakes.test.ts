/**
 * Every mistake Lectern can name, once: `test/mistakes/<namespace>-<name>/input` is what an author might hand in,
 * `expected.json` what is said about it. UPDATE=1 accepts new output, and fails so that the change is looked at.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../src/compiler/compile.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';

const ROOT = 'test/mistakes';

/** What cannot be shown by a folder of text files, or is not about a lesson's text: the test that shows it instead. */
const shownElsewhere: Readonly<Record<string, string>> = {
  'command/usage': 'test/cli/main.test.ts',
  'command/cannot-write': 'src/cli/commands/build.test.ts',
  'command/internal': 'test/cli/main.test.ts',
  'file/missing': 'src/compiler/1-read/open-sources.test.ts',
  'file/unreadable': 'src/compiler/1-read/open-sources.test.ts',
  'file/not-a-file': 'src/compiler/1-read/open-sources.test.ts',
  'file/too-large': 'src/compiler/1-read/open-sources.test.ts',
  'file/lock-would-change': 'src/cli/commands/build.test.ts',
  'package/file-type': 'src/compiler/6-pack',
  'package/title-long': 'src/compiler/6-pack',
  'package/version-long': 'src/compiler/6-pack',
};

const folders = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function codeOf(folder: string): string {
  return folder.replace('-', '/');
}

/** The course folder where there is a course.yaml, else its only lesson. */
function entryOf(folder: string): string {
  const input = join(ROOT, folder, 'input');
  if (existsSync(join(input, 'course.yaml'))) return input;
  const lessons = readdirSync(input).filter((name) => /\.(?:md|txt|docx)$/.test(name));
  return lessons.length === 1 ? join(input, lessons[0] ?? '') : input;
}

async function reported(folder: string): Promise<string> {
  const { diagnostics } = await examine(entryOf(folder), { draft: false });
  const rows = diagnostics.map(({ code, severity, line, column, endLine, endColumn, message, help }) => ({ code, severity, line, column, endLine, endColumn, message, help }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

describe('mistakes', () => {
  it('have a folder for every code', () => {
    const shown = new Set([...folders.map(codeOf), ...Object.keys(shownElsewhere)]);
    expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
  });

  it('have no folder or exception for a code that is gone', () => {
    const known = new Set(Object.keys(catalogue));
    expect([...folders.map(codeOf), ...Object.keys(shownElsewhere)].filter((code) => !known.has(code))).toEqual([]);
  });

  it.each(Object.entries(shownElsewhere))('%s is shown by %s', (code, place) => {
    const files = place.endsWith('.ts') ? [place] : readdirSync(place).flatMap((name) => (name.endsWith('.test.ts') ? [join(place, name)] : []));
    expect(files.some((file) => readFileSync(file, 'utf8').includes(code))).toBe(true);
  });

  it.each(folders)('%s', async (folder) => {
    const file = join(ROOT, folder, 'expected.json');
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const now = await reported(folder);
    if (process.env['UPDATE'] === '1' && now !== before) writeFileSync(file, now);
    expect(JSON.parse(now).map((row: { code: string }) => row.code)).toContain(codeOf(folder));
    expect(now).toBe(before);
  });
});
