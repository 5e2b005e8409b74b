/** Input that is wrong in every way: a place and a code, never a stack trace, and the good package stays. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GOOD_LESSON, run, runJson, STACK, writeAll } from './run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'bad-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const withContent = (content: string) => GOOD_LESSON.replace('## Quiz', `${content}\n\n## Quiz`);
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

/** Builds a lone lesson, both ways of printing. */
async function refused(content: string | Uint8Array): Promise<{ code: string; line: number; column: number; file: string }[]> {
  writeAll(cwd, { 'one.md': content });
  const plain = await run(cwd, 'build', 'one.md');
  expect(plain.code).toBe(1);
  expect(plain.stdout + plain.stderr).not.toMatch(STACK);
  expect(plain.stdout).toContain('Nothing was built');
  const { code, report, stderr } = await runJson(cwd, 'build', 'one.md');
  expect({ code, stderr, packages: report.packages }).toEqual({ code: 1, stderr: '', packages: [] });
  expect(readdirSync(cwd)).not.toContain('packages');
  expect(report.diagnostics.every(({ file }) => file === 'one.md')).toBe(true);
  return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code, line, column, file }) => ({ code, line, column, file }));
}

describe('a file that is no lesson', () => {
  it.each([
    ['empty', '', { code: 'file/empty', line: 1, column: 1 }],
    ['not UTF-8', Buffer.concat([Buffer.from('# L1 — One\n\nCaf'), Buffer.from([0xe9, 10])]), { code: 'file/not-utf8', line: 3, column: 4 }],
    ['UTF-16', Buffer.from('\ufeff# L1 — One', 'utf16le'), { code: 'file/utf16', line: 1, column: 1 }],
    ['binary', Buffer.from('PK\x03\x04 word/document.xml'), { code: 'file/binary', line: 1, column: 1 }],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251)), { code: 'file/binary', line: 1, column: 1 }],
  ])('%s', async (_, content, expected) => {
    expect(await refused(content)).toMatchObject([expected]);
  });

  it('or no file at all is named with a suggestion', async () => {
    writeAll(cwd, { 'lesson.md': GOOD_LESSON });
    const { code, report } = await runJson(cwd, 'build', 'leson.md');
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'file/missing', file: 'leson.md', message: expect.stringContaining('lesson.md') }]);
  });

  it('but a folder without course.yaml says what to write', async () => {
    writeAll(cwd, { 'course/one.md': GOOD_LESSON });
    const { code, report } = await runJson(cwd, 'build', 'course');
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'file/no-course', help: expect.stringContaining('  - one.md') }]);
  });

  it('but a line of 50 MB is answered in seconds', { timeout: 60_000 }, async () => {
    writeAll(cwd, { 'one.md': withContent('word '.repeat(10_000_000)) });
    const start = performance.now();
    const { code, report, stderr } = await runJson(cwd, 'build', 'one.md');
    expect(performance.now() - start).toBeLessThan(30_000);
    expect([0, 1]).toContain(code);
    expect(stderr).toBe('');
    expect(report.diagnostics.length).toBeGreaterThan(0);
  });
});

describe('unsafe or broken parts', () => {
  it.each([
    ['a missing image', '![Layers](layers.png)', 'link/missing-file', 'layers.png'],
    ['a path that leaves the folder', '![Layers](../layers.png)', 'path/outside', '../layers.png'],
    ['a link on the disk that leaves the folder', '![Layers](linked.png)', 'path/outside', 'linked.png'],
    ['a script', '<script>alert(1)</script>', 'html/not-allowed', '<script>'],
    ['a handler', '<span onclick="alert(1)">x</span>', 'html/attribute', 'onclick'],
    ['a javascript: address', '[Read](javascript:alert(1))', 'link/scheme', 'javascript:'],
  ])('%s has its place', async (_, content, code, words) => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.png'), 'secret');
    symlinkSync(join(outside, 'secret.png'), join(cwd, 'linked.png'));
    const lesson = withContent(content);
    const errors = await refused(lesson);
    rmSync(outside, { recursive: true });
    expect(errors).toContainEqual(expect.objectContaining({ code, line: lineOf(lesson, words) }));
  });

  it('ids given twice have their place, and all mistakes are told at once', async () => {
    const item = GOOD_LESSON.slice(GOOD_LESSON.indexOf('1. Q:')).replace('1. Q:', '2. Q:').replace('any key', 'every key');
    const lesson = `${withContent('<script>alert(1)</script>\n\n![Layers](layers.png)\n\n[Read](javascript:alert(1))')}\n${item}`;
    const codes = (await refused(lesson)).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['html/not-allowed', 'link/missing-file', 'link/scheme', 'id/duplicate']));
  });
});

describe('a course', () => {
  it.each([
    ['that is missing', 'gone.md'],
    ['out of the folder', '../secret.md'],
    ['linked from out of the folder', 'linked.md'],
  ])('with a lesson %s says so where course.yaml names it', async (_, lesson) => {
    writeAll(cwd, { 'secret.md': GOOD_LESSON, 'course/one.md': GOOD_LESSON, 'course/course.yaml': `title: Locks\nlessons:\n  - one.md\n  - ${lesson}\n` });
    symlinkSync(join(cwd, 'secret.md'), join(cwd, 'course/linked.md'));
    const { code, report, stderr } = await runJson(cwd, 'build', 'course');
    expect({ code, stderr, course: report.course }).toEqual({ code: 1, stderr: '', course: null });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: lesson === 'gone.md' ? 'file/missing' : 'path/outside', file: 'course.yaml', line: 4, column: 5 },
    ]);
  });
});

describe('a good package', () => {
  it('stays when a later build fails, and the lock file with it', async () => {
    writeAll(cwd, { 'one.md': GOOD_LESSON });
    const first = await runJson(cwd, 'build', 'one.md', '--out', 'out');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const file = join(cwd, first.report.packages[0]?.file ?? '');
    const before = [readFileSync(file), readFileSync(join(cwd, 'lectern.lock.json'))];
    writeAll(cwd, { 'one.md': withContent('![Layers](layers.png)') });
    expect(await run(cwd, 'build', 'one.md', '--out', 'out')).toMatchObject({ code: 1, stderr: '' });
    expect([readFileSync(file), readFileSync(join(cwd, 'lectern.lock.json'))]).toEqual(before);
    expect(readdirSync(join(cwd, 'out'))).toHaveLength(1);
  });
});
