/** `lectern check`: every way to say what is wrong, and nothing written. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { main } from '../../src/cli/main.ts';
import { GOOD_LESSON, run, runJson, STACK, writeAll } from './run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const WARNED = GOOD_LESSON.replace('   Why: A lock is cut for one key.\n', '');
const WRONG = GOOD_LESSON.replace('A: False.', 'Hint: think.');
const course = (...lessons: string[]) => `title: Locks\nlessons:\n${lessons.map((name) => `  - ${name}\n`).join('')}`;
const other = (text: string) => text.replace('L9.1 — Locks & keys', 'L9.2 — More locks').replace('any-key', 'every-key');

describe('one lesson', { timeout: 60_000 }, () => {
  it('that is good is a success, and nothing is written', async () => {
    writeAll(cwd, { 'one.md': GOOD_LESSON });
    expect(await run(cwd, 'check', 'one.md')).toEqual({ code: 0, stdout: 'One lesson checked: no mistakes.\n', stderr: '' });
    expect(await run(cwd, 'check', 'one.md', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toEqual(['one.md']);
  });

  it('with mistakes is 1; with warnings only when --strict', async () => {
    writeAll(cwd, { 'one.md': WARNED, 'two.md': WRONG });
    expect(await run(cwd, 'check', 'two.md')).toMatchObject({ code: 1, stdout: expect.stringContaining('quiz/no-answer') });
    expect(await run(cwd, 'check', 'one.md')).toMatchObject({ code: 0, stdout: expect.stringContaining('quiz/no-why') });
    expect(await run(cwd, 'check', 'one.md', '--strict')).toMatchObject({ code: 1 });
  });

  it('that is a draft is checked like any other', async () => {
    writeAll(cwd, { 'one.md': GOOD_LESSON.replace('Type: Theory', 'Type: Theory · Status: Draft') });
    expect(await run(cwd, 'check', 'one.md')).toMatchObject({ code: 0 });
  });

  it('gives the same object as build with --json', async () => {
    writeAll(cwd, { 'one.md': WARNED });
    const { code, report } = await runJson(cwd, 'check', 'one.md');
    expect({ code, packages: report.packages, id: report.course?.id }).toEqual({ code: 0, packages: [], id: 'l9-1-locks-keys-5' });
    expect(report.diagnostics).toMatchObject([{ code: 'quiz/no-why', file: 'one.md' }]);
    expect((await runJson(cwd, 'check', 'one.md', '--quiet')).report.diagnostics).toHaveLength(1);
  });

  it('is a line for each mistake with --format line, repeats and all', async () => {
    const items = Array.from({ length: 9 }, (_, i) => `${i + 2}. Q: True or false: ${i}.\n   A: True.\n   Objective: 1\n`).join('\n');
    writeAll(cwd, { 'one.md': `${GOOD_LESSON}\n${items}` });
    const { stdout } = await run(cwd, 'check', 'one.md', '--format', 'line');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('one.md:20:7: warning quiz/no-why Question 2 explains nothing after it is answered.');
    for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: (error|warning|info) [a-z/-]+ \S/);
  });
});

describe('several paths', () => {
  it('are told apart by their names from here', async () => {
    writeAll(cwd, { 'a/one.md': WARNED, 'b/one.md': WRONG });
    const { code, report } = await runJson(cwd, 'check', 'a/one.md', 'b/one.md');
    expect(code).toBe(1);
    expect(report.course).toBeNull();
    expect(new Set(report.diagnostics.map(({ file }) => file))).toEqual(new Set([join('a', 'one.md'), join('b', 'one.md')]));
  });

  it('may be a folder: its courses, and the lessons that lie in it by themselves', async () => {
    writeAll(cwd, { 'x/c1/course.yaml': course('one.md'), 'x/c1/one.md': GOOD_LESSON, 'x/c1/unused.md': WRONG, 'x/deep/c2/course.yaml': course('gone.md'), 'y/README.md': '# Read me\n', 'y/one.md': WARNED });
    const courses = await run(cwd, 'check', 'x', '--format', 'line');
    expect(courses.stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^x[\\/]c1[\\/]course\.yaml:3:3: info course\/lesson-left-out unused\.md stands beside/), expect.stringMatching(/^x[\\/]deep[\\/]c2[\\/]course\.yaml:3:5: error file\/missing /)]);
    writeAll(cwd, { 'x/lone.md': WARNED });
    expect((await run(cwd, 'check', 'x', '--format', 'line')).stdout).toMatch(/^x[\\/]lone\.md:\d+:\d+: warning quiz\/no-why/m);
    expect((await run(cwd, 'check', 'y', '--format', 'line')).stdout).toMatch(/^y[\\/]one\.md:\d+:\d+: warning quiz\/no-why/);
    mkdirSync(join(cwd, 'empty'));
    expect(await run(cwd, 'check', 'empty')).toMatchObject({ code: 1, stdout: expect.stringContaining('file/no-course') });
  });
});

describe('SARIF', () => {
  const sarif = async (...words: string[]): Promise<Log> => JSON.parse((await run(cwd, 'check', ...words, '--format', 'sarif')).stdout);

  it('counts paths from the root of the repository, wherever it was called', async () => {
    writeAll(cwd, { '.git/HEAD': '', 'my course/one ä.md': WRONG });
    const log = await sarif('my course/one ä.md');
    const inside = JSON.parse((await run(join(cwd, 'my course'), 'check', 'one ä.md', '--format', 'sarif')).stdout);
    expect(inside).toEqual(log);
    const place = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'quiz/no-answer')?.locations?.[0]?.physicalLocation;
    expect(place).toEqual({ artifactLocation: { uri: 'my%20course/one%20%C3%A4.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 15, startColumn: 7, endLine: 15, endColumn: 45 } });
  });

  it('has what code scanning reads: rules with help, levels, fingerprints', async () => {
    writeAll(cwd, { 'one.md': WRONG });
    const log = await sarif('one.md');
    const [only] = log.runs;
    expect({ version: log.version, runs: log.runs.length, kind: only?.columnKind }).toEqual({ version: '2.1.0', runs: 1, kind: 'utf16CodeUnits' });
    const rules = only?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex, level, message, partialFingerprints } of only?.results ?? []) {
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toMatch(/\S/);
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{1,16}:\d+$/);
    }
    for (const { shortDescription, fullDescription, help, properties } of rules) {
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text, help?.markdown]) expect(text).toMatch(/\S/);
      expect(properties?.tags).toHaveLength(1);
    }
  });

  it('keeps a fingerprint when lines are added above', async () => {
    writeAll(cwd, { 'one.md': WRONG });
    const before = (await sarif('one.md')).runs[0]?.results?.[0]?.partialFingerprints;
    writeAll(cwd, { 'one.md': WRONG.replace('## Content', '## Content\n\nOne paragraph more.') });
    expect((await sarif('one.md')).runs[0]?.results?.[0]?.partialFingerprints).toEqual(before);
  });

  it('of a course without mistakes is a run without results', async () => {
    writeAll(cwd, { 'one.md': GOOD_LESSON });
    expect((await sarif('one.md')).runs[0]).toMatchObject({ results: [], tool: { driver: { name: 'Lectern', rules: [] } } });
  });
});

describe('fixes', () => {
  const SLIPS = GOOD_LESSON.replace('   Why:', '   Whay:').replace('Id: any-key', 'Id: any key').replace('Type: Theory', 'Type: Theory · Duratoin: 1 min');
  /** As an editor would do it, from the end so that places stay. */
  const mended = (text: string, fixes: { range: { line: number; column: number; endColumn: number }; text: string }[]) => {
    const lines = text.split('\n');
    for (const { range, text: now } of [...fixes].sort((a, b) => b.range.line - a.range.line || b.range.column - a.range.column)) {
      const line = lines[range.line - 1] ?? '';
      lines[range.line - 1] = line.slice(0, range.column - 1) + now + line.slice(range.endColumn - 1);
    }
    return lines.join('\n');
  };

  it('stand in --json, and mend what they belong to', { timeout: 60_000 }, async () => {
    writeAll(cwd, { 'one.md': SLIPS });
    const { report } = await runJson(cwd, 'check', 'one.md');
    const fixes = report.diagnostics.flatMap(({ fix }) => fix ?? []);
    expect(fixes.map(({ text }) => text)).toEqual(['Duration', 'Why:', 'any-key']);
    writeAll(cwd, { 'one.md': mended(SLIPS, fixes) });
    expect(await run(cwd, 'check', 'one.md')).toMatchObject({ code: 0, stdout: expect.stringContaining('no mistakes') });
  });

  it('stand in SARIF', async () => {
    writeAll(cwd, { 'one.md': SLIPS });
    const log: Log = JSON.parse((await run(cwd, 'check', 'one.md', '--format', 'sarif')).stdout);
    const replaced = log.runs[0]?.results?.flatMap(({ fixes }) => fixes ?? []).map(({ artifactChanges }) => artifactChanges[0]?.replacements[0]?.insertedContent?.text);
    expect(replaced).toEqual(['Duration', 'Why:', 'any-key']);
  });
});

describe('--summary', () => {
  it('says in words what each lesson has', async () => {
    const notes = '\n## Instructor notes\n\nBring three locks.\n';
    writeAll(cwd, { 'course.yaml': course('one.md', 'two.md'), 'one.md': GOOD_LESSON + notes, 'two.md': other(WRONG) });
    const { code, stdout } = await run(cwd, 'check', '.', '--summary');
    expect(code).toBe(1);
    for (const words of ['Locks & keys', 'one.md', '1 graded (1 true or false)', '1 of 1 tested by a question', 'Objectives · Content', 'Instructor notes (3 words)', '1 error', 'The course', 'Lessons    2']) expect(stdout).toContain(words);
  });

  it('says it as data with --json, though mistakes left no course', async () => {
    writeAll(cwd, { 'one.md': WRONG });
    const summary = JSON.parse((await run(cwd, 'check', 'one.md', '--summary', '--json')).stdout).summary;
    expect(summary).toMatchObject([{ title: null, lessons: [{ file: 'one.md', code: 'L9.1', questions: [], shown: ['Objectives', 'Content'], withheld: [], mistakes: { error: 1 } }] }]);
  });
});

describe('--watch', () => {
  it('checks again when the file changes, and ends when it is told to', { timeout: 20_000 }, async () => {
    writeAll(cwd, { 'one.md': GOOD_LESSON });
    const stop = new AbortController();
    let said = '';
    const heard = (words: string) => async () => expect(said).toContain(words);
    const io = { stdout: { write: (text: string) => void (said += text) }, stderr: { write: () => undefined }, cwd, env: {}, isTTY: false, stop: stop.signal };
    const ended = main(['check', 'one.md', '--watch', '--format', 'line'], io);
    await new Promise((resolve) => setImmediate(resolve));
    await expect.poll(() => {
      writeFileSync(join(cwd, 'one.md'), WRONG);
      return said;
    }, { timeout: 10_000, interval: 400 }).toContain('quiz/no-answer');
    await heard('one.md:15:7: error')();
    stop.abort();
    expect(await ended).toBe(1);
  });
});

describe('wrong words', () => {
  it.each([
    [['check'], 'needs the path'],
    [['check', 'a.md', '--format', 'saref'], 'Did you mean --format sarif?'],
    [['check', 'a.md', '--format', 'xml'], 'Formats: human, json, sarif, line.'],
    [['check', 'a.md', '--format'], 'needs a value'],
    [['check', 'a.md', '--json', '--format', 'line'], 'different things'],
    [['check', 'a.md', '--summary', '--format', 'line'], 'cannot be written as line'],
    [['check', 'a.md', '--watch', '--json'], 'goes on until it is stopped'],
    [['check', 'a.md', '--out', 'x'], 'has no option “--out”'],
  ])('%j is answered: %s', (argv, answer) => {
    expect(JSON.stringify(parseArguments(argv))).toContain(answer);
  });

  it('name a file that is missing, without a stack', async () => {
    const { code, stdout, stderr } = await run(cwd, 'check', 'nope.md');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('file/missing');
    expect(stdout).not.toMatch(STACK);
  });
});
