// Plays courses in Firefox and in WebKit and prints what came of it, a line for each test. `npm run other-browsers [firefox|webkit]`; the browsers are installed by hand (CONTRIBUTING.md).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { LEFT_OUT } from './left-out.mjs';

const root = resolve(import.meta.dirname, '../..');
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'lectern-other-browsers-'));
const asked = process.argv.slice(2);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const RUNS = {
  firefox: ['--project', 'browser', ...LEFT_OUT.files.flatMap(({ file }) => ['--exclude', `test/browser/${file}`]), '--testNamePattern', `^(?!.*(${LEFT_OUT.tests.map(({ name }) => escaped(name)).join('|')}))`],
  webkit: ['--config', 'test/other-browsers/vitest.config.ts'],
};

/** One row a test; null when the run ended without telling. */
function play(engine) {
  const file = join(folder, `${engine}.json`);
  spawnSync(process.execPath, [vitest, 'run', ...RUNS[engine], '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { cwd: root, stdio: 'inherit', env: { ...process.env, LECTERN_BROWSER: engine } });
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
    return testResults.flatMap(({ name, assertionResults }) => assertionResults.map(({ title, status }) => ({ file: basename(name), title, status })));
  } catch (error) {
    console.error(`${engine}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

const wanted = Object.keys(RUNS).filter((engine) => asked.length === 0 || asked.includes(engine));
if (wanted.length === 0) console.error(`Engines: ${Object.keys(RUNS).join(', ')}.`);
const results = wanted.map((engine) => ({ engine, rows: play(engine) }));
rmSync(folder, { recursive: true, force: true });

for (const { engine, rows } of results) {
  console.log(`\n${engine}`);
  for (const { file, title, status } of rows ?? []) if (status !== 'skipped' && status !== 'pending') console.log(`  ${status === 'passed' ? 'as in Chromium' : 'DIFFERENT     '}  ${file.padEnd(26)} ${title}`);
  if (engine === 'firefox') for (const { name, file, why } of [...LEFT_OUT.tests, ...LEFT_OUT.files]) console.log(`  left out        ${name ?? file}: ${why}`);
}
const failed = results.some(({ rows }) => rows === null || rows.some(({ status }) => status === 'failed'));
process.exitCode = wanted.length === 0 || failed ? 1 : 0;
