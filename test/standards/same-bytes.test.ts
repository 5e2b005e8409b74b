/** The same course gives the same zip in another process, time zone, language, folder and with other file permissions. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { controlZip } from './control.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

/** Packs the sample course, files in the given order, and prints the hash of the zip. */
const SCRIPT = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pack } from './src/compiler/6-pack/pack.ts';
import { sampleCourse, sampleFiles } from './test/standards/sample-course.ts';
const [control, order, umask] = process.argv.slice(2);
process.umask(Number.parseInt(umask, 8));
const files = order === 'reversed' ? sampleFiles().reverse() : sampleFiles();
const { output } = await pack({ course: sampleCourse(), files, target: 'scorm2004-4th', control: readFileSync(control) });
console.log(createHash('sha256').update(output).digest('hex'), new Date(0).getHours());
`;

beforeAll(async () => {
  // Inside node_modules, so that the bundle finds the libraries from wherever it is started.
  await mkdir(join(root, 'node_modules', '.cache'), { recursive: true });
  folder = await mkdtemp(join(root, 'node_modules', '.cache', 'same-bytes-'));
  await writeFile(join(folder, 'control.zip'), await controlZip());
  await build({
    stdin: { contents: SCRIPT, resolveDir: root, loader: 'ts' },
    outfile: join(folder, 'run.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
}, 30_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function hashIn(surroundings: { TZ: string; LANG: string; cwd: string; order: string; umask: string }): Promise<string[]> {
  const { TZ, LANG, cwd, order, umask } = surroundings;
  const { stdout } = await run(process.execPath, [join(folder, 'run.mjs'), join(folder, 'control.zip'), order, umask], {
    cwd,
    env: { ...process.env, TZ, LANG, LC_ALL: LANG },
  });
  return stdout.trim().split(' ');
}

test('two processes that differ in everything around them agree on every byte', async () => {
  const [one, other] = await Promise.all([
    hashIn({ TZ: 'UTC', LANG: 'C', cwd: root, order: 'as-is', umask: '022' }),
    hashIn({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', cwd: resolve('/'), order: 'reversed', umask: '077' }),
  ]);
  expect(one[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(other[0]).toBe(one[0]);
  // The surroundings did differ: midnight in London is not midnight on Kiritimati.
  expect(other[1]).not.toBe(one[1]);
}, 30_000);
