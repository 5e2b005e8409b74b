/** The command without a build: help, version, wrong usage, and faults of our own. */
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/cli/main.ts';
import { reportSchema } from './contract.ts';
import { run, runJson, STACK } from './run.ts';

const cwd = tmpdir();

describe('help and version', () => {
  it.each([[['--help']], [['help']], [['help', 'build']], [['build', '--help']], [['--version']]])('%j goes to standard output and is a success', async (argv) => {
    const { code, stdout, stderr } = await run(cwd, ...argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\S\n$/);
  });

  it('names every option and every exit code', async () => {
    const { stdout } = await run(cwd, 'help', 'build');
    for (const word of ['--target', '--out', '--json', '--strict', '--frozen', '--draft', ' 0 ', ' 1 ', ' 2 ', ' 70 ']) expect(stdout).toContain(word);
  });
});

describe('wrong usage', () => {
  it.each([[[]], [['biuld', 'x.md']], [['build']], [['build', 'x.md', '--nope']], [['build', 'x.md', '--target', 'pdf']]])('%j is 2, with a sentence on standard error', async (argv) => {
    const { code, stdout, stderr } = await run(cwd, ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/\S/);
    expect(stderr).not.toMatch(STACK);
  });

  it('prints the same object with --json', async () => {
    const { code, report } = await runJson(cwd, 'build', 'x.md', '--stirct');
    expect(code).toBe(2);
    expect(report).toMatchObject({ packages: [], course: null, diagnostics: [{ code: 'command/usage', help: 'Did you mean --strict?' }] });
  });
});

describe('a fault of ours', () => {
  const failed = (argv: string[]) => {
    const said = { stdout: '', stderr: '' };
    const writer = (name: 'stdout' | 'stderr') => ({ write: (text: string) => void (said[name] += text) });
    const code = fault(new Error('lost a node'), argv, { stdout: writer('stdout'), stderr: writer('stderr'), cwd, env: {}, isTTY: false });
    return { code, ...said };
  };

  it('is 70 and says all that a report needs', () => {
    const { code, stdout, stderr } = failed(['build', 'my lesson.md']);
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toContain('lost a node');
    expect(stderr).toContain('"build" "my lesson.md"');
    expect(stderr).toContain('Please report it');
    expect(stderr).toMatch(/version \d+\.\d+/);
    expect(stderr).toMatch(STACK);
  });

  it('prints the same object with --json', () => {
    const { code, stdout } = failed(['build', 'x.md', '--json']);
    expect(code).toBe(70);
    expect(reportSchema.parse(JSON.parse(stdout))).toMatchObject({ packages: [], course: null, diagnostics: [{ code: 'command/internal' }] });
  });
});
