/**
 * Every mistake Lectern can name, once: `test/mistakes/<namespace>-<name>/input` is what an author might hand in,
 * `expected.json` what is said about it. UPDATE=1 accepts new output, and fails so that the change is looked at.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../src/compiler/examine.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';

const ROOT = 'test/mistakes';

/** What has nothing to do with a lesson's text: the command line, and finished packages. */
const otherNamespaces = ['command', 'package', 'zip', 'report', 'receipt'];

/** What a folder of small text files cannot show. */
const otherCodes = ['file/missing', 'file/unreadable', 'file/not-a-file', 'file/too-large', 'file/word-too-large', 'file/lock-would-change', 'media/too-large', 'text/line-too-long', 'text/too-long'];

/** Those must be named in a test of their own. */
const shownElsewhere = Object.keys(catalogue).filter((code) => otherCodes.includes(code) || otherNamespaces.includes(code.split('/')[0] ?? ''));
const otherTests = ['src', 'manifest', 'test'].flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('mistakes.test.ts'))
  .map((file) => readFileSync(file, 'utf8'));

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
  const lessons = readdirSync(input).filter((name) => /\.(?:md|txt|docx|pptx)$/.test(name));
  return lessons.length === 1 ? join(input, lessons[0] ?? '') : input;
}

async function reported(folder: string): Promise<string> {
  const { diagnostics } = await examine(entryOf(folder), { draft: false });
  const rows = diagnostics.map(({ code, severity, line, column, endLine, endColumn, message, help }) => ({ code, severity, line, column, endLine, endColumn, message, help }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

describe('mistakes', () => {
  it('have a folder for every code', () => {
    const shown = new Set([...folders.map(codeOf), ...shownElsewhere]);
    expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
  });

  it('have no folder or exception for a code that is gone', () => {
    const known = new Set(Object.keys(catalogue));
    expect([...folders.map(codeOf), ...otherCodes].filter((code) => !known.has(code))).toEqual([]);
  });

  it.each(shownElsewhere)('%s is shown by another test', (code) => {
    expect(otherTests.some((text) => text.includes(code))).toBe(true);
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
