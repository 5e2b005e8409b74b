/** `lectern new`: what it writes builds without a remark, is in canonical form, and replaces nothing. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { run, writeAll } from './run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'new-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

async function isPerfect(path: string): Promise<void> {
  expect(await run(cwd, 'check', path, '--strict')).toMatchObject({ code: 0, stdout: expect.stringContaining('no mistakes') });
  expect(await run(cwd, 'fmt', path, '--check')).toMatchObject({ code: 0, stderr: '' });
}

describe('lectern new', { timeout: 60_000 }, () => {
  it.each([
    ['Strong passwords', 'strong-passwords.md', '# Strong passwords'],
    ['L1.2 — Strong passwords', 'l1.2-strong-passwords.md', '# L1.2 — Strong passwords'],
    ['deep/l2.1-locks_and-keys.md', 'deep/l2.1-locks_and-keys.md', '# L2.1 — Locks and keys'],
  ])('lesson “%s”', async (name, file, title) => {
    const { code, stdout } = await run(cwd, 'new', 'lesson', name);
    expect(code).toBe(0);
    expect(stdout).toContain(`lectern check ${join(file)}`);
    expect(read(file).split('\n')[0]).toBe(title);
    await isPerfect(file);
  });

  it.each([
    ['People & security: the "basics"', 'people-security-the-basics', 'title: "People & security: the \\"basics\\""'],
    ['courses/first-aid', 'courses/first-aid', 'title: First aid'],
  ])('course “%s”', async (name, folder, title) => {
    expect(await run(cwd, 'new', 'course', name)).toMatchObject({ code: 0 });
    expect(read(`${folder}/course.yaml`).split('\n')).toContain(title);
    await isPerfect(folder);
  });

  it('replaces nothing', async () => {
    writeAll(cwd, { 'one.md': 'mine' });
    expect(await run(cwd, 'new', 'lesson', 'One')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('one.md is there already') });
    expect(read('one.md')).toBe('mine');
  });

  it.each([
    [['new'], 'a lesson or a course'],
    [['new', 'leson', 'One'], 'Did you mean “lectern new lesson”?'],
    [['new', 'lesson'], 'needs a name'],
    [['new', 'lesson', 'Strong', 'passwords'], 'lectern new lesson \\"Strong passwords\\"'],
  ])('%j is answered: %s', (argv, answer) => {
    expect(JSON.stringify(parseArguments(argv))).toContain(answer);
  });
});

it.runIf(process.platform === 'linux')('a folder where nothing can be made is answered, not waited for', async () => {
  writeAll(cwd, { 'one.md': '# One\n\nWords.\n' });
  expect(await run(cwd, 'fmt', '--upgrade', 'one.md', '--force')).toMatchObject({ code: 0 });
  expect(await run(cwd, 'new', 'course', '/proc/lectern')).toMatchObject({ code: 2, stderr: expect.stringContaining('no folder can be made there') });
});
