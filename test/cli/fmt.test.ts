/** `lectern fmt`: what is written, what is left alone, and that the upgraded lesson builds to the same course. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { png } from '../pictures/make.ts';
import { inWord } from '../word/lesson.ts';
import { docx, heading, paragraph, picture } from '../word/make.ts';
import { GOOD_LESSON, run, runJson, writeAll } from './run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'fmt-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const UGLY = GOOD_LESSON.replace('1. Q:', '1) **Question:**').replace('## Content', 'Content\n-------');
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

describe('lectern fmt', { timeout: 60_000 }, () => {
  it('formats a lesson and has nothing to do the second time', async () => {
    writeAll(cwd, { 'one.md': UGLY });
    expect(await run(cwd, 'fmt', 'one.md')).toEqual({ code: 0, stdout: '', stderr: 'one.md was formatted.\n' });
    expect(read('one.md')).toBe(GOOD_LESSON);
    expect(await run(cwd, 'fmt', 'one.md')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('a file that is not there is named as it was asked for', async () => {
    writeAll(cwd, { 'a/one.md': GOOD_LESSON });
    for (const [asked, said] of [['two.md', 'two.md:1:1'], ['a/tow.md', 'a/tow.md:1:1'], ['a/two.docx', 'a/two.docx'], ['a', 'a/course.yaml:1:1']] as const) {
      const { code, stderr } = await run(cwd, 'fmt', asked);
      expect([code, stderr.split('  error  ')[0]]).toEqual([1, said]);
    }
  });

  it('--check only says so', async () => {
    writeAll(cwd, { 'one.md': UGLY, 'two.md': GOOD_LESSON });
    expect(await run(cwd, 'fmt', 'two.md', 'one.md', '--check')).toEqual({ code: 1, stdout: '', stderr: 'one.md would change.\n' });
    expect(read('one.md')).toBe(UGLY);
    expect(await run(cwd, 'fmt', 'two.md', '--check')).toMatchObject({ code: 0 });
  });

  it('--stdout prints the text and writes nothing', async () => {
    writeAll(cwd, { 'one.md': UGLY });
    expect(await run(cwd, 'fmt', 'one.md', '--stdout')).toEqual({ code: 0, stdout: GOOD_LESSON, stderr: '' });
    expect(read('one.md')).toBe(UGLY);
  });

  it('leaves a lesson with mistakes as it is, and says which', async () => {
    const wrong = UGLY.replace('A: False.', 'Hint: think.');
    writeAll(cwd, { 'one.md': wrong });
    const { code, stderr } = await run(cwd, 'fmt', 'one.md');
    expect(code).toBe(1);
    expect(stderr).toContain('quiz/no-answer');
    expect(stderr).toContain('one.md was left as it is');
    expect(read('one.md')).toBe(wrong);
  });

  it('formats all lessons of a course', async () => {
    writeAll(cwd, { 'c/course.yaml': 'title: Locks\nlessons:\n  - one.md\n  - deep/two.md\n', 'c/one.md': UGLY, 'c/deep/two.md': UGLY });
    const { code, stderr } = await run(cwd, 'fmt', 'c');
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 0, lines: 3 });
    expect([read('c/one.md'), read('c/deep/two.md')]).toEqual([GOOD_LESSON, GOOD_LESSON]);
  });

  it.each([
    [['fmt'], 'needs the path'],
    [['fmt', 'a.md', '--check', '--stdout'], 'Write one of the two.'],
    [['fmt', 'a.md', '--upgrade', '--check'], 'nothing to check'],
    [['fmt', 'a.md', '--force'], 'there is no “--upgrade”'],
  ])('%j is answered: %s', (argv, answer) => {
    expect(JSON.stringify(parseArguments(argv))).toContain(answer);
  });
});

describe('lectern fmt --upgrade', () => {
  const PASTED = readFileSync('test/lessons/german-pasted.txt', 'utf8');

  it('writes Markdown beside pasted text: the same course, the same lock file', { timeout: 60_000 }, async () => {
    writeAll(cwd, { 'lesson.txt': PASTED });
    const before = await runJson(cwd, 'build', 'lesson.txt', '--out', 'out');
    const lock = read('lectern.lock.json');
    expect(await run(cwd, 'fmt', '--upgrade', 'lesson.txt')).toMatchObject({ code: 0, stderr: 'lesson.md was written; it gives the same course as lesson.txt.\n' });
    expect(read('lesson.txt')).toBe(PASTED);
    const after = await runJson(cwd, 'build', 'lesson.md', '--out', 'out', '--frozen');
    expect(after).toMatchObject({ code: 0 });
    expect(after.report.course).toEqual(before.report.course);
    expect(read('lectern.lock.json')).toBe(lock);
    expect(await run(cwd, 'fmt', '--check', 'lesson.md')).toMatchObject({ code: 0 });
  });

  it('replaces nothing without --force', async () => {
    writeAll(cwd, { 'lesson.txt': PASTED, 'lesson.md': 'mine' });
    expect(await run(cwd, 'fmt', '--upgrade', 'lesson.txt')).toMatchObject({ code: 1, stderr: 'lesson.md is there already; --force replaces it.\n' });
    expect(read('lesson.md')).toBe('mine');
    expect(await run(cwd, 'fmt', '--upgrade', '--force', 'lesson.txt')).toMatchObject({ code: 0 });
    expect(read('lesson.md')).toMatch(/^# LB2\.4/);
  });

  it('writes a Word document with its pictures', { timeout: 60_000 }, async () => {
    writeAll(cwd, { 'my lesson.docx': await docx(inWord.body, inWord.look) });
    const before = await runJson(cwd, 'check', 'my lesson.docx');
    expect(await run(cwd, 'fmt', '--upgrade', 'my lesson.docx')).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'my lesson-pictures'))).toEqual(['picture-1.png']);
    const after = await runJson(cwd, 'check', 'my lesson.md');
    expect(after).toMatchObject({ code: 0 });
    expect(after.report.course).toEqual(before.report.course);
    expect((await run(cwd, 'fmt', 'my lesson.docx')).stderr).toContain('is formatted in Word');
  });

  it('a Word document with mistakes stays what it is, and they are told as to somebody in Word', async () => {
    writeAll(cwd, { 'lesson.docx': await docx([heading('L1 — Water', 1), paragraph(picture({})), paragraph('Text.')].join(''), { media: { 'image1.png': png() } }) });
    const { code, stderr } = await run(cwd, 'fmt', '--upgrade', 'lesson.docx');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/lesson\.docx, paragraph 2 .*media\/no-alt[^]*In Word: [^]*was not upgraded: mend the mistakes first/)]);
    expect(readdirSync(cwd)).toEqual(['lesson.docx']);
  });
});
