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

const joined = (first: string[], components: string[]): ReturnType<typeof joinPlayer> => joinPlayer(folder, { target: 'web', first, components, slides: [], tools: [], locale: 'en', beside: false });

const PLAYER = {
  start: "import { say } from './shared'; const own = 'start'; export function start(strings) { say(`${own} ${strings.hello} $& $1`); }",
  'locale-en-record': 'export const recordWords = {};',
  'locale-en-tools': "export const toolWords = { hello: 'Tools' };",
  tools: "import { say } from './shared'; import { Choice } from './x-choice'; export function openTools(setting, words) { say(`${setting} ${words.hello} ${typeof Choice}`); }",
  'driver-web': "export const driver = 'web';",
  'driver-cmi5': "export const driver = 'cmi5';",
  record: "import { say } from './shared'; import { Choice } from './x-choice'; export function openRecord(name, driver) { say(`${name} ${driver} ${typeof Choice}`); }",
  'locale-en': "export const strings = { hello: 'Hello' };",
  'x-choice': "import { say, count as counted } from './shared'; const own = 'choice'; counted(); say(own); export class Choice {}",
  'x-other': "import { say } from './shared'; say('never'); export class Other {}",
  shared: 'let times = 0; export const said = []; export function count() { times++; } export function say(words) { globalThis.heard.push(`${words} ${times}`); }',
};

describe('chunks of the player', () => {
  it('run in their order, exchange names, and keep equal names apart', async () => {
    await build(PLAYER);
    const { player, record, tools } = await joined(['x-choice'], ['x-choice']);
    const heard: string[] = [];
    const page = { heard, self: {}, lectern: { record: (open: (name: string) => void) => open('record'), tools: (open: (name: string) => void) => open('tools') } };
    runInNewContext(player, page);
    expect(heard).toEqual(['choice 1', 'start Hello $& $1 1']);
    // The second script goes on with what the first one has: nothing runs twice.
    runInNewContext(record, page);
    expect(heard.slice(2)).toEqual(['record web function 1']);
    runInNewContext(tools, page);
    expect(heard.slice(3)).toEqual(['tools Tools function 1']);
  });

  it('come with the second script when the first question does not need them', async () => {
    await build(PLAYER);
    const { player, record } = await joined(['x-choice'], ['x-choice', 'x-other']);
    expect([player, record].map((script) => script.includes('never'))).toEqual([false, true]);
    expect([player, record].map((script) => script.includes('"choice"'))).toEqual([true, false]);
  });

  it('give the same scripts each time', async () => {
    await build(PLAYER);
    expect(await joined(['x-choice'], ['x-other'])).toEqual(await joined(['x-choice'], ['x-other']));
  });

  it('show Rollup nothing but what they exchange', async () => {
    const chunks = await build(PLAYER);
    expect(chunks).toHaveLength(11);
    for (const { code } of chunks) expect(code.slice(0, code.indexOf('\n'))).toMatch(/^(import[^;]+;)*(const\[[\w$,]+\]=)?LECTERN_BODY_\d+\([\w$,]*\);(export\{[^}]+\};)?$/);
  });

  it.each(['export let n = 0; n = 1;', 'export let n = 0; [n] = [1];', 'export let n = 0; function f() { n++; }', 'export let n; for (n of []);'])(
    'refuse to be built when an export would change later: %s',
    async (changing) => {
      await expect(build({ ...PLAYER, 'x-other': changing })).rejects.toThrow('exported and assigned again');
    },
  );
});
