/** The build command around a compiler of the test's own: what is written, what is left alone, what is said. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Compiled, CompileOptions } from '../../compiler/compile.ts';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { parseArguments } from '../arguments.ts';
import { build, shownPath } from './build.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'build-'));
  writeFileSync(join(cwd, 'one.md'), '# One\n');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const remark = (severity: Severity): Diagnostic => ({
  code: `test/${severity}`,
  severity,
  message: 'A remark.',
  file: 'one.md',
  line: 1,
  column: 3,
  endLine: 1,
  endColumn: 6,
  help: null,
});

const zip = { target: 'scorm2004' as const, name: 'one-scorm2004.zip', bytes: new TextEncoder().encode('zip'), progress: { always: 400, answers: 66, most: 1_666, limit: 64_000, unit: 'characters' as const } };

function compiled(over: Partial<Compiled> = {}): Compiled {
  return { course: null, diagnostics: [], lock: null, sources: null, overview: [], sourceText: () => '# One\n', build: null, packages: [zip], ...over };
}

async function run(words: string[], result: Partial<Compiled> | Error = {}, terminal: { isTTY?: boolean; env?: Record<string, string> } = {}) {
  const request = parseArguments(['build', 'one.md', ...words]);
  if (request.kind !== 'build') throw new Error(`understood as ${request.kind}`);
  const said = { stdout: '', stderr: '' };
  const asked: { path: string; options: CompileOptions }[] = [];
  const compile = async (path: string, options: CompileOptions) => {
    asked.push({ path, options });
    if (result instanceof Error) throw result;
    return compiled(result);
  };
  const writer = (name: 'stdout' | 'stderr') => ({ write: (text: string) => void (said[name] += text) });
  const io = { stdout: writer('stdout'), stderr: writer('stderr'), cwd, env: terminal.env ?? {}, isTTY: terminal.isTTY ?? false };
  const code = await build(request, io, { compile, dist: '/dist', version: '1.2.3' });
  return { code, ...said, asked };
}

const present = () => readdirSync(cwd).sort();

describe('a good build', () => {
  it('takes a credential from the environment alone, and only when it is asked to (command/no-credential)', async () => {
    expect(await run(['--unsafe-embed-credential'])).toMatchObject({ code: 2, stderr: expect.stringContaining('LECTERN_XAPI_AUTHORIZATION') });
    expect(await run(['--unsafe-embed-credential'], {}, { env: { LECTERN_XAPI_AUTHORIZATION: 'hunter2' } })).toMatchObject({ code: 2 });
    const env = { LECTERN_XAPI_AUTHORIZATION: 'Basic eDp5' };
    const asked = [await run(['--unsafe-embed-credential'], {}, { env }), await run([], {}, { env })].map((each) => each.asked[0]?.options.authorization);
    expect(asked).toEqual(['Basic eDp5', undefined]);
  });

  it('hands the path and the options to the compiler', async () => {
    const { asked } = await run(['--draft']);
    expect(asked).toEqual([{ path: join(cwd, 'one.md'), options: { targets: ['scorm2004'], draft: true, dist: '/dist', version: '1.2.3' } }]);
  });

  it('writes the package, makes the folder, leaves nothing else, and says where', async () => {
    const { code, stdout, stderr } = await run(['--out', 'a/b']);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'a/b/one-scorm2004.zip'), 'utf8')).toBe('zip');
    expect(readdirSync(join(cwd, 'a/b'))).toEqual(['one-scorm2004.zip']);
    expect(stdout).toBe(`Built ${join('a/b', 'one-scorm2004.zip')} (1 kB; a learner’s progress takes at most 466 of 64,000 characters, written answers share the rest)\n`);
    expect(stderr).toBe('');
  });

  it('writes to packages when no folder is named', async () => {
    await run([]);
    expect(present()).toEqual(['one.md', 'packages']);
  });

  it('says the size and the hash of each package as JSON', async () => {
    const { stdout } = await run(['--json', '--out', 'out']);
    expect(JSON.parse(stdout).packages).toEqual([
      { target: 'scorm2004', file: join('out', 'one-scorm2004.zip'), bytes: 3, sha256: '4a70fe9aa6436e02c2dea340fbd1e352e4ef2d8ce6ca52ad25d4b95471fc8bf2', progress: zip.progress },
    ]);
  });

  it('keeps its warnings for the reader, and is good all the same', async () => {
    const { code, stdout } = await run([], { diagnostics: [remark('warning'), remark('info')] });
    expect(code).toBe(0);
    expect(stdout).toContain('one.md:1:3  warning  test/warning\n  A remark.\n 1 | # One\n   |   ^^^\n');
    expect(stdout).toContain('1 warning, 1 note\n\nBuilt ');
  });
});

describe('a failed build', () => {
  beforeEach(() => {
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out/one-scorm2004.zip'), 'the good one');
  });
  afterEach(() => expect(readdirSync(join(cwd, 'out'))).toEqual(['one-scorm2004.zip']));
  const untouched = () => expect(readFileSync(join(cwd, 'out/one-scorm2004.zip'), 'utf8')).toBe('the good one');
  const lock = () => ({ path: join(cwd, 'lectern.lock.json'), text: '{}', changed: true });

  it('is one with an error, and touches neither package nor lock file', async () => {
    const { code, stdout } = await run(['--out', 'out'], { diagnostics: [remark('error')], packages: [], lock: lock() });
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 error\n\nNothing was built\.\n$/);
    untouched();
    expect(present()).toEqual(['one.md', 'out']);
  });

  it('is one with a warning when strict', async () => {
    const { code, stdout } = await run(['--out', 'out', '--strict'], { diagnostics: [remark('warning')] });
    expect(code).toBe(1);
    expect(stdout).toContain('with --strict, warnings stop the build');
    untouched();
    expect((await run(['--strict', '--out', 'other'], { diagnostics: [remark('info')] })).code).toBe(0);
  });

  it('is one whose lock file would change when frozen', async () => {
    const { code, stdout } = await run(['--out', 'out', '--frozen', '--json'], { lock: lock() });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: 'file/lock-would-change', file: 'lectern.lock.json' }]);
    untouched();
    expect(present()).toEqual(['one.md', 'out']);
    expect((await run(['--frozen', '--out', 'other'], { lock: { ...lock(), changed: false } })).code).toBe(0);
  });

  it('is ours when the compiler throws', async () => {
    await expect(run(['--out', 'out'], new Error('lost a node'))).rejects.toThrow('lost a node');
    untouched();
  });

  it('is ours when there is neither package nor reason', async () => {
    await expect(run(['--out', 'out'], { packages: [] })).rejects.toThrow('no reason');
    untouched();
  });
});

describe('a place that cannot be written', () => {
  it.each([
    ['a file is in the way of the folder', () => writeFileSync(join(cwd, 'out'), 'x')],
    ['a folder is in the way of the file', () => mkdirSync(join(cwd, 'out/one-scorm2004.zip/x'), { recursive: true })],
  ])('is wrong usage: %s', async (reason, prepare) => {
    prepare();
    const { code, stdout } = await run(['--out', 'out', '--json'], { lock: { path: join(cwd, 'lectern.lock.json'), text: '{}', changed: true } });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ packages: [], diagnostics: [{ code: 'command/cannot-write', message: expect.stringContaining(reason) }] });
    expect(present()).toEqual(['one.md', 'out']);
  });
});

describe('the lock file', () => {
  it('is written beside the source when it changed', async () => {
    const path = join(cwd, 'lectern.lock.json');
    await run([], { lock: { path, text: '{"a":1}\n', changed: false } });
    expect(present()).toEqual(['one.md', 'packages']);
    await run([], { lock: { path, text: '{"a":1}\n', changed: true } });
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n');
  });

  it('costs one line when it cannot be written', async () => {
    writeFileSync(join(cwd, 'blocked'), '');
    chmodSync(join(cwd, 'blocked'), 0o444);
    const { code, stderr } = await run([], { lock: { path: join(cwd, 'blocked/lectern.lock.json'), text: '{}', changed: true } });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^The lock file .*blocked.* was not written: .*\n$/);
  });
});

describe('what is printed', () => {
  it.each([
    ['a terminal', { isTTY: true }, true],
    ['a terminal with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }, false],
    ['a pipe', {}, false],
    ['a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['a terminal with FORCE_COLOR=0', { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
  ])('has its colour on %s', async (_, terminal, colour) => {
    const { stdout } = await run([], { diagnostics: [remark('warning')] }, terminal);
    expect(/\x1b\[[\d;]*m/.test(stdout)).toBe(colour);
  });

  it('shows progress on a terminal only, and wipes it away', async () => {
    expect((await run([], {}, { isTTY: true })).stdout).toMatch(/^Building one\.md …\r\x1b\[KBuilt /);
    expect((await run(['--json'], {}, { isTTY: true })).stdout).toMatch(/^\{/);
    expect((await run([])).stdout).toMatch(/^Built /);
  });

  it('is JSON alone with --json', async () => {
    const { stdout, stderr } = await run(['--json'], { diagnostics: [remark('error')], packages: [] });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['packages', 'course', 'withheld', 'diagnostics']);
    expect(stderr).toBe('');
  });
});

describe('a path on Windows', () => {
  it.each([
    ['C:\\Users\\Zoë\\courses', 'C:\\Users\\Zoë\\courses', 'a/b.md', 'a\\b.md'],
    ['C:\\Users\\Zoë', 'C:\\Users\\Zoë\\my course', 'b.md', 'my course\\b.md'],
    ['C:\\work\\out', 'C:\\work\\in', 'b.md', '..\\in\\b.md'],
    ['C:\\work', 'D:\\lessons', 'b.md', 'D:\\lessons\\b.md'],
    ['C:\\work', '\\\\server\\share', 'b.md', '\\\\server\\share\\b.md'],
  ])('from %s, in %s, “%s” is shown as “%s”', (cwd, root, file, shown) => {
    expect(shownPath(cwd, root, file, win32)).toBe(shown);
  });
});
