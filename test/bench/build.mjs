// How long `lectern build` takes, cold, beside the floor run in alternation on the same text.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, runCold } from './processes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
/** LECTERN_DIST as for building: another build of the command can be measured beside the project's own. */
export const LECTERN = resolve(process.env.LECTERN_DIST ?? join(here, '../../dist'), 'lectern.js');
const FLOOR = join(here, 'floor.mjs');

/** A course of `n` lessons of about 11 kB with 4 items each; codes, titles and prompts differ so that ids do. */
export function writeCourse(folder, n) {
  const lesson = readFileSync(join(here, 'lesson.md'), 'utf8');
  mkdirSync(join(folder, 'lessons'), { recursive: true });
  const names = [];
  for (let i = 1; i <= n; i++) {
    const name = `lessons/l${String(i).padStart(4, '0')}.md`;
    const text = lesson
      .replace('# B1 — Neural', `# B${i} — Part ${i}: neural`)
      .replace(/Id: ([\w-]+)/g, `Id: $1-${i}`);
    writeFileSync(join(folder, name), text);
    names.push(name);
  }
  writeFileSync(
    join(folder, 'course.yaml'),
    ['id: bench', 'iri: https://lectern.example/bench', 'title: Bench', 'language: en-GB', 'version: 1.0.0', 'pass-mark: 80%', 'lessons:', ...names.map((name) => `  - ${name}`), ''].join('\n'),
  );
}

function writeFloor(folder, n) {
  mkdirSync(folder, { recursive: true });
  const page = readFileSync(join(here, 'floor/index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page);
  for (let i = 2; i <= n; i++) writeFileSync(join(folder, `l${i}.html`), page);
}

/** Medians over `runs` alternating runs: { lectern: { ms, user, mib, zip }, floor: { … }, ratio }. */
export async function measureBuild(lessons, runs) {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const results = { lectern: [], floor: [] };
  try {
    if (lessons === 1) cpSync(join(here, 'lesson.md'), join(work, 'lesson.md'));
    else writeCourse(join(work, 'course'), lessons);
    writeFloor(join(work, 'floor'), lessons);
    for (let run = 0; run < runs; run++) {
      for (const path of ['lectern.lock.json', 'course/lectern.lock.json', 'out', 'out-floor']) rmSync(join(work, path), { recursive: true, force: true });
      results.lectern.push(await runCold([LECTERN, 'build', lessons === 1 ? 'lesson.md' : 'course', '--out', 'out'], work));
      results.floor.push(await runCold([FLOOR, join(work, 'floor'), join(work, 'out-floor')], work));
    }
    const summary = (rows, out) => ({ ms: median(rows.map((row) => row.ms)), user: median(rows.map((row) => row.user)), mib: Math.max(...rows.map((row) => row.mib)), zip: zipSize(join(work, out)) });
    const lectern = summary(results.lectern, 'out');
    const floor = summary(results.floor, 'out-floor');
    return { lectern, floor, ratio: median(results.lectern.map((row, i) => row.ms / results.floor[i].ms)) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function zipSize(folder) {
  const name = readdirSync(folder).find((file) => file.endsWith('.zip'));
  return statSync(join(folder, name)).size;
}
