/** The same text gives the same bytes, whoever builds it and wherever (decisions, Same bytes). */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './packages.ts';

const run = promisify(execFile);

interface Surroundings {
  env: Record<string, string>;
  umask: number;
  /** Names in this order when copying, so that the disk lists them in another order. */
  reversed: boolean;
}

const HERE: Surroundings = { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, umask: 0o022, reversed: false };
const ELSEWHERE: Surroundings = { env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, umask: 0o077, reversed: true };

async function buildIn(folder: string, course: string, { env, umask, reversed }: Surroundings): Promise<Buffer> {
  const sources = join(folder, reversed ? 'another place' : 'here', 'course');
  await mkdir(sources, { recursive: true });
  const from = join(import.meta.dirname, 'courses', course);
  const names = (await readdir(from)).sort();
  for (const name of reversed ? names.reverse() : names) await cp(join(from, name), join(sources, name));
  const out = join(folder, reversed ? 'out-b' : 'out-a');
  await run(
    process.execPath,
    ['--import', `data:text/javascript,process.umask(${umask})`, join(root, 'dist', 'lectern.js'), 'build', reversed ? '.' : sources, '--out', out],
    { cwd: reversed ? sources : root, env: { ...process.env, ...env } },
  );
  const [zip] = (await readdir(out)).filter((name) => name.endsWith('.zip'));
  expect(zip).toBeDefined();
  return readFile(join(out, zip ?? ''));
}

test.for(['every-item', 'three-lessons'])('two processes with other time zone, language, folder, umask and directory order build %s alike', async (course) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-same-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const one = await buildIn(folder, course, HERE);
  const other = await buildIn(folder, course, ELSEWHERE);
  expect(one.length).toBeGreaterThan(1000);
  expect(other.equals(one)).toBe(true);
});
