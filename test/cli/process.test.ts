/** The built command as a process: what a shell, a pipe and another build at the same time see of it. */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from './contract.ts';
import { GOOD_LESSON, STACK, writeAll } from './run.ts';

const COMMAND = resolve('dist/lectern.js');

let cwd: string;
beforeEach(() => {
  if (!existsSync(COMMAND)) throw new Error('dist/lectern.js is missing: npm run build makes it');
  cwd = mkdtempSync(join(tmpdir(), 'process-'));
  writeAll(cwd, { 'one.md': GOOD_LESSON });
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function lectern(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [COMMAND, ...argv], { cwd, env: { PATH: process.env['PATH'] } }, (_, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }));
  });
}

describe('the process', { timeout: 60_000 }, () => {
  it('prints one object and nothing else with --json, which names the file and its hash', async () => {
    const { code, stdout, stderr } = await lectern('build', 'one.md', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { packages, course } = reportSchema.parse(JSON.parse(stdout));
    const [first] = packages;
    const bytes = readFileSync(join(cwd, first?.file ?? ''));
    expect(first).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(course?.lessons[0]).toMatchObject({ code: 'L9.1', title: 'Locks & keys <"5\'>', items: [{ id: 'any-key', type: 'true-false', graded: true, objectives: [1] }] });
  });

  it('uses no colour in a pipe', async () => {
    const { stdout } = await lectern('build', 'one.md');
    expect(stdout).not.toContain('\x1b');
    expect(stdout).toMatch(/Built .*\.zip/);
  });

  it.each([
    [['build', 'one.md'], 0],
    [['build', 'none.md'], 1],
    [['build', 'one.md', '--nope'], 2],
    [['--version'], 0],
  ])('%j leaves with %i', async (argv, code) => {
    const ran = await lectern(...argv);
    expect(ran.code).toBe(code);
    expect(ran.stderr).not.toMatch(STACK);
  });

  it('says the version of the package', async () => {
    const { stdout } = await lectern('--version');
    expect(stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('does not mind a reader that goes away', async () => {
    const child = spawn(process.execPath, [COMMAND, 'build', 'one.md', '--json'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(join(cwd, 'packages'))).toHaveLength(1);
  });

  it('builds beside another build into the same folder', async () => {
    const runs = await Promise.all([lectern('build', 'one.md', '--json'), lectern('build', 'one.md', '--json')]);
    const hashes = runs.map(({ stdout }) => reportSchema.parse(JSON.parse(stdout)).packages[0]?.sha256);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(new Set(hashes).size).toBe(1);
    expect(readdirSync(join(cwd, 'packages'))).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('says that the folder it is called in is gone', async () => {
    const gone = join(cwd, 'gone');
    mkdirSync(gone);
    const script = `process.chdir(${JSON.stringify(gone)}); fs.rmdirSync(${JSON.stringify(gone)}); const { status, stdout, stderr } = child_process.spawnSync(process.execPath, [${JSON.stringify(COMMAND)}, 'build', 'one.md', '--json'], { encoding: 'utf8' }); console.log(JSON.stringify({ status, stdout, stderr }))`;
    const said = await new Promise<string>((done) => execFile(process.execPath, ['--input-type=commonjs', '-e', script], (_, stdout) => done(stdout)));
    const { status, stdout, stderr } = JSON.parse(said);
    expect(status).toBe(2);
    expect(stderr).toContain('does not exist any more');
    expect(stderr).not.toMatch(STACK);
    expect(reportSchema.parse(JSON.parse(stdout))).toMatchObject({ packages: [], diagnostics: [{ code: 'command/usage' }] });
  });

  it('freezes the lock file', async () => {
    expect((await lectern('build', 'one.md', '--frozen')).code).toBe(1);
    expect((await lectern('build', 'one.md')).code).toBe(0);
    expect((await lectern('build', 'one.md', '--frozen')).code).toBe(0);
  });
});
