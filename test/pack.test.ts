/** What `npm pack` makes stands alone: unpacked into an empty folder, with nothing but its run-time dependencies, it builds. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_LESSON, STACK, writeAll } from './cli/run.ts';

interface PackageJson {
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  scripts: Record<string, string>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;

let home: string;
/** Files of the tarball, without its top folder. */
let files: Map<string, Uint8Array>;
let command: string;

beforeAll(async () => {
  if (!existsSync('dist/lectern.js')) throw new Error('dist/lectern.js is missing: npm run build makes it');
  home = mkdtempSync(join(tmpdir(), 'pack-'));
  await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], process.cwd(), process.platform === 'win32');
  const [tarball = ''] = readdirSync(home);
  files = untar(gunzipSync(readFileSync(join(home, tarball))));
  const installed = join(home, 'app', 'node_modules', 'lectern');
  writeAll(installed, Object.fromEntries(files));
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(home, 'app', 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link, 'junction');
  }
  command = join(installed, manifest.bin['lectern'] ?? '');
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(program: string, argv: string[], cwd: string, shell = false): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(program, argv, { cwd, shell, encoding: 'utf8' }, (_, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }));
  });
}

const lectern = (cwd: string, ...argv: string[]) => run(process.execPath, [command, ...argv], cwd);

/** Names and contents of the plain files in a tar archive (POSIX ustar: blocks of 512 bytes). */
function untar(tar: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const text = (from: number, length: number) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12), 8);
    const path = [text(at + 345, 155), text(at, 100)].filter((part) => part !== '').join('/');
    if (text(at + 156, 1) === '0') found.set(path.replace(/^package\//, ''), tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

describe('the tarball', () => {
  it('holds the command, the player, the control documents and the notices, and no sources', () => {
    const names = [...files.keys()];
    expect(names).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'dist/lectern.js', 'dist/cli/third-party.md', 'dist/third-party.md', 'dist/control/scorm2004-4th.zip', 'dist/learner/start.js', 'dist/learner/critical.css']));
    expect(names.filter((name) => !/^(?:dist\/|docs\/[\w-]+\.md$|package\.json$|README\.md$|LICENSE$)/.test(name))).toEqual([]);
  });

  it('imports nothing but Node, its run-time dependencies, and what a report asks the reader to install', () => {
    const scripts = [...files].filter(([name]) => name === 'dist/lectern.js' || /^dist\/cli\/.*\.js$/.test(name));
    const imported = scripts.flatMap(([, bytes]) => [...new TextDecoder().decode(bytes).matchAll(/(?:\bfrom|\bimport\(|^import|[;}]import)\s*"(@?[a-z][^"\s]*)"/gm)].map(([, name = '']) => name));
    const packages = imported.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    expect([...new Set(packages)].sort()).toEqual([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)].sort());
  });

  it('starts as a program on systems that read the first line', () => {
    expect(new TextDecoder().decode(files.get('dist/lectern.js')).split('\n')[0]).toBe('#!/usr/bin/env node');
  });
});

describe('in an empty folder', { timeout: 60_000 }, () => {
  const hash = (stdout: string): string => (JSON.parse(stdout) as { packages: { sha256: string }[] }).packages[0]?.sha256 ?? '';

  it('lectern builds and inspects, by a path with spaces and letters of other languages, from elsewhere', async () => {
    const folder = join(home, 'Meine Kurse', 'Übung 1 – 日本語');
    writeAll(folder, { 'Lektion eins.md': GOOD_LESSON });
    const away = mkdtempSync(join(home, 'away '));
    const built = await lectern(away, 'build', join(folder, 'Lektion eins.md'), '--out', join('out put', 'ü'), '--json');
    expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 0, stderr: '' });
    const [zip = ''] = readdirSync(join(away, 'out put', 'ü'));
    const told = await lectern(join(away, 'out put'), 'inspect', join('ü', zip));
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toContain('SCORM 2004 4th Edition');
    expect(existsSync(join(folder, 'lectern.lock.json'))).toBe(true);
  });

  it('a lesson with the line ends of Windows gives the same package', async () => {
    const [unix, windows] = ['unix', 'windows'].map((name) => join(home, name)) as [string, string];
    writeAll(unix, { 'one.md': GOOD_LESSON });
    writeAll(windows, { 'one.md': `\ufeff${GOOD_LESSON.replaceAll('\n', '\r\n')}` });
    const outcomes = await Promise.all([lectern(unix, 'build', 'one.md', '--json'), lectern(windows, 'build', 'one.md', '--json')]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(hash(outcomes[1].stdout)).toBe(hash(outcomes[0].stdout));
    expect(readFileSync(join(windows, 'lectern.lock.json'), 'utf8')).toBe(readFileSync(join(unix, 'lectern.lock.json'), 'utf8'));
  });

  it('a mistake has its place there too', async () => {
    const folder = join(home, 'with mistakes');
    writeAll(folder, { 'one.md': GOOD_LESSON.replace('Objective: 1 ·', 'Objective: 9 ·').replaceAll('\n', '\r\n') });
    const { code, stdout, stderr } = await lectern(home, 'build', join('with mistakes', 'one.md'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/with mistakes[/\\]one\.md:\d+:\d+ {2}error/);
    expect(stdout + stderr).not.toMatch(STACK);
  });
});

describe('the scripts of package.json', () => {
  it('run on every system: no shell but &&, which npm knows everywhere', () => {
    const foreign = Object.entries(manifest.scripts).filter(([, script]) => script.split('&&').some((part) => /[|;<>$`'*?]|(?:^|\s)(?:cp|mv|rm|mkdir|cat|export|set)\s|^\s*\w+=/.test(part)));
    expect(foreign).toEqual([]);
  });

  it('have one that is what the CI runs', () => {
    expect(readFileSync('.ci/run', 'utf8')).toContain(`\n${manifest.scripts['verify']}\n`);
  });
});
