/** A long course is built by two threads: the package is the same as from one, and what is wrong is told in the same order. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../src/compiler/compile.ts';
import { writeCourse } from './bench/build.mjs';

const DIST = resolve(process.env['LECTERN_DIST'] ?? 'dist');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = mkdtempSync(join(tmpdir(), 'lectern-threads-'));

beforeAll(() => writeCourse(join(folder, 'course'), 48));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the bundled command with its thread and the sources without one give the same bytes and the same diagnostics', async () => {
  const alone = await compile(join(folder, 'course'), { targets: ['scorm2004'], draft: false, dist: DIST, version });
  const { stdout, stderr } = spawnSync(process.execPath, [join(DIST, 'lectern.js'), 'build', 'course', '--out', 'out', '--json'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; line: number; file: string }[] };
  expect(diagnostics.map(({ code, line, file }) => `${file.replace(/^course\//, '')} ${line} ${code}`)).toEqual(alone.diagnostics.map(({ code, line, file }) => `${file} ${line} ${code}`));
  const [built] = alone.packages;
  expect(readFileSync(join(folder, 'out', built?.name ?? '')).equals(built?.bytes ?? new Uint8Array())).toBe(true);
}, 120_000);
