// Which source files the player's bytes come from: what gzip would save without each of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const FIRST = ['src/learner/start.ts', 'src/locales/en.ts', 'src/learner/components/lectern-choice/lectern-choice.ts'];
const SECOND = ['src/learner/record.ts', 'src/learner/drivers/scorm2004.ts', 'src/learner/components/lectern-short-answer/lectern-short-answer.ts'];

const gzipped = (modules) => gzipSync(modules.map(({ code }) => code).join('\n'), { level: 9 }).length;

/** Minified code of all that the entries need. */
async function modulesOf(input) {
  const build = await rollup({ input, plugins: [nodeResolve({ exportConditions: ['production', 'browser'] }), esbuild({ target: 'es2022', minify: true })] });
  const { output } = await build.generate({ format: 'es', compact: true });
  await build.close();
  return output.flatMap((chunk) => Object.entries(chunk.modules ?? {})).filter(([, { code }]) => code).map(([id, { code }]) => ({ file: relative('.', id).replaceAll('\\', '/'), code }));
}

/** Of a lone lesson with choices and a short answer: [{ script, bytes, modules: [{ file, bytes }] }], the largest first. */
export async function measureModules() {
  const first = await modulesOf(FIRST);
  const known = new Set(first.map(({ file }) => file));
  const second = (await modulesOf([...FIRST, ...SECOND])).filter(({ file }) => !known.has(file));
  return [['player.js', first], ['record.js', second]].map(([script, modules]) => {
    const bytes = gzipped(modules);
    const shares = modules.map(({ file }, index) => ({ file, bytes: bytes - gzipped(modules.toSpliced(index, 1)) }));
    return { script, bytes, modules: shares.sort((a, b) => b.bytes - a.bytes) };
  });
}

/** What each component of its own adds to a package that uses it: [{ file, bytes }], the largest first. What several share is not in it. */
export function measureComponents() {
  const folder = join(process.env.LECTERN_DIST ?? 'dist', 'learner');
  const files = readdirSync(folder).filter((file) => file.startsWith('lectern-'));
  return files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length })).sort((a, b) => b.bytes - a.bytes);
}
