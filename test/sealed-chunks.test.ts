/** The player's chunks are joined without being read again, and lose nothing by it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OutputChunk, rollup } from 'rollup';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinPlayer } from '../src/compiler/5-bundle/bundle.ts';
import { sealedChunks } from '../scripts/sealed-chunks.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-chunks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the player's chunks from module texts by name, as the project's own build does. */
async function build(modules: Record<string, string>): Promise<OutputChunk[]> {
  const input = Object.keys(modules).filter((name) => !name.startsWith('shared'));
  const bundle = await rollup({
    input,
    treeshake: false,
    plugins: [{ name: 'texts', resolveId: (id) => id.replace(/^\.\//, ''), load: (id) => modules[id] ?? null }, sealedChunks()],
  });
  const { output } = await bundle.generate({ format: 'es', chunkFileNames: 'chunks/[name].js', compact: true });
  await bundle.close();
  mkdirSync(join(folder, 'chunks'));
  const chunks = output.filter((file) => file.type === 'chunk');
  for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), code);
  return chunks;
}

const PLAYER = {
  start: "import { say } from './shared'; const own = 'start'; export function start(strings, driver) { say(`${own} ${strings.hello} ${driver} $& $1`); }",
  'locale-en': "export const strings = { hello: 'Hello' };",
  'driver-web': "export const driver = 'web';",
  'driver-cmi5': "export const driver = 'cmi5';",
  'x-choice': "import { say, count as counted } from './shared'; const own = 'choice'; counted(); say(own); export class Choice {}",
  'x-other': "import { say } from './shared'; say('never'); export class Other {}",
  shared: 'let times = 0; export const said = []; export function count() { times++; } export function say(words) { globalThis.heard.push(`${words} ${times}`); }',
};

describe('chunks of the player', () => {
  it('run in their order, exchange names, and keep equal names apart', async () => {
    await build(PLAYER);
    const code = await joinPlayer(folder, { target: 'web', components: ['x-choice'], locale: 'en' });
    const heard: string[] = [];
    runInNewContext(code, { heard });
    expect(heard).toEqual(['choice 1', 'start Hello web $& $1 1']);
  });

  it('give the same script each time', async () => {
    await build(PLAYER);
    const parts = { target: 'web', components: ['x-choice', 'x-other'], locale: 'en' } as const;
    expect(await joinPlayer(folder, parts)).toBe(await joinPlayer(folder, parts));
  });

  it('show Rollup nothing but what they exchange', async () => {
    const chunks = await build(PLAYER);
    expect(chunks).toHaveLength(7);
    for (const { code } of chunks) expect(code.slice(0, code.indexOf('\n'))).toMatch(/^(import[^;]+;)*(const\[[\w$,]+\]=)?LECTERN_BODY\([\w$,]*\);(export\{[^}]+\};)?$/);
  });

  it.each(['export let n = 0; n = 1;', 'export let n = 0; [n] = [1];', 'export let n = 0; function f() { n++; }', 'export let n; for (n of []);'])(
    'refuse to be built when an export would change later: %s',
    async (changing) => {
      await expect(build({ ...PLAYER, 'x-other': changing })).rejects.toThrow('exported and assigned again');
    },
  );
});
