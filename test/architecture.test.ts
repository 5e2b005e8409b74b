/** Holds the table of rooms against every import, and the habits of the house against every file. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, type Import, type Module, readModule } from './architecture/modules.ts';
import { FORBIDDEN_FOLDERS, LONGEST_FILE, type Room, ROOMS, TABLES } from './architecture/rooms.ts';

const modules = [...filesBelow('src', ['.ts']), ...filesBelow('manifest', ['.ts'])].map(readModule);
const sources = modules.filter(({ file }) => !isTest(file));
const everywhere = ['src', 'manifest', 'test', 'scripts'].flatMap((folder) => filesBelow(folder, ['.ts', '.mjs']))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

function within(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

function roomOf(file: string): Room | null {
  return ROOMS.filter(({ path }) => within(file, path)).sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Why the import is against the rules; null when it is not. */
function offence(module: Module, imported: Import): string | null {
  const room = roomOf(module.file);
  if (room === null) return null;
  const says = (rule: string) => `${module.file} imports ${imported.file ?? imported.from}${imported.typeOnly ? ' (types)' : ''}: ${rule}`;
  if (imported.file === null) {
    const allowed = imported.typeOnly ? [...room.packages, ...room.typePackages] : room.packages;
    return allowed.some((name) => matches(imported.from, name)) ? null : says(`room ${room.path} may not use this package`);
  }
  if (isTest(imported.file)) return says('nothing imports a test');
  const target = roomOf(imported.file);
  if (target === room) return null;
  const allowed = imported.typeOnly ? [...room.values, ...room.types] : room.values;
  const ok = allowed.some((path) => path === imported.file || path === target?.path);
  return ok ? null : says(`room ${room.path} may not import ${imported.typeOnly ? 'types' : 'values'} of ${target?.path ?? 'a file without a room'}`);
}

function matches(specifier: string, name: string): boolean {
  return name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name || specifier.startsWith(`${name}/`);
}

/** Circles of files that import each other, each as the way round. */
function circles(counts: (module: Module, imported: Import) => boolean): string[] {
  const graph = new Map(sources.map((module) => [module.file, module.imports.flatMap((imported) => (imported.file !== null && counts(module, imported) ? [imported.file] : []))]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, way: string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

describe('rooms', () => {
  it('finds the sources at all', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });

  it('hold every file', () => {
    expect(modules.filter(({ file }) => roomOf(file) === null).map(({ file }) => `${file} lies in no room of test/architecture/rooms.ts`)).toEqual([]);
  });

  it('import only what the table allows', () => {
    expect(sources.flatMap((module) => module.imports.flatMap((imported) => offence(module, imported) ?? []))).toEqual([]);
  });

  it('have no circles of values', () => {
    expect(circles((_, imported) => !imported.typeOnly)).toEqual([]);
  });

  it('have no circles of types either, unless within one folder', () => {
    expect(circles((module, imported) => !imported.typeOnly || posix.dirname(module.file) !== posix.dirname(imported.file ?? ''))).toEqual([]);
  });

  it('are the ones that ARCHITECTURE.md lists', () => {
    const listed = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `((?:src|manifest)[^`]*)` \|/gm)].map(([, path]) => path);
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((path) => !ROOMS.some((room) => room.path === path))).toEqual([]);
  });

  it('would notice an offence', () => {
    const module = (file: string, from: string, typeOnly = false): [Module, Import] => [
      { file, text: '', imports: [], barrel: false, anys: [], emptyCatches: [] },
      { from, file: from.startsWith('.') ? posix.join(posix.dirname(file), from) : null, typeOnly },
    ];
    expect(offence(...module('src/learner/components/item/item.ts', '../../tracking/tracker.ts', true))).toContain('may not import types of src/learner/tracking');
    expect(offence(...module('src/learner/start.ts', '../compiler/compile.ts', true))).toContain('src/learner may not import');
    expect(offence(...module('src/compiler/3-check/a.ts', '../2-parse/parse-lesson.ts'))).toContain('may not import values of src/compiler/2-parse');
    expect(offence(...module('src/compiler/3-check/a.ts', '../2-parse/document.ts', true))).toBeNull();
    expect(offence(...module('src/learner/session/session.ts', 'zod'))).toContain('may not use this package');
    expect(offence(...module('src/grading/a.ts', '../cli/main.ts'))).not.toBeNull();
  });
});

describe('habits', () => {
  it('no file only re-exports', () => {
    expect(modules.filter(({ barrel }) => barrel).map(({ file }) => file)).toEqual([]);
  });

  it('no folder has a name that says nothing', () => {
    const folders = new Set(everywhere.flatMap(({ file }) => posix.dirname(file).split('/')));
    expect(FORBIDDEN_FOLDERS.filter((name) => folders.has(name))).toEqual([]);
  });

  it('every file opens with its purpose', () => {
    // A test says it in the names of its cases.
    const silent = everywhere.filter(({ file, text }) => !isTest(file) && !/^(#!.*\n)?(\/\*\*? ?\S|\/\*\*\n \* \S|\/\/ \S)/.test(text));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it(`no file but a table is longer than ${LONGEST_FILE} lines`, () => {
    const long = everywhere.filter(({ file, text }) => !TABLES.includes(file) && text.split('\n').length - 1 > LONGEST_FILE);
    expect(long.map(({ file, text }) => `${file} has ${text.split('\n').length - 1} lines`)).toEqual([]);
  });

  it('nothing is typed as any, and no error is swallowed without a word', () => {
    expect(modules.flatMap(({ file, anys }) => anys.map((line) => `${file}:${line} says any`))).toEqual([]);
    expect(modules.flatMap(({ file, emptyCatches }) => emptyCatches.map((line) => `${file}:${line} swallows an error`))).toEqual([]);
  });

  it('no check is switched off and nothing is left to do', () => {
    const marks = new RegExp(['@ts-ignore', '@ts-expect-error', '@ts-nocheck', 'FIXME'].join('|'));
    const offenders = modules.filter(({ text }) => marks.test(text)).map(({ file }) => file);
    expect(offenders).toEqual([]);
  });

  it('tables that may be long are there', () => {
    expect(TABLES.filter((file) => !existsSync(file))).toEqual([]);
    expect(ROOMS.map(({ path }) => basename(path)).filter((name) => FORBIDDEN_FOLDERS.includes(name))).toEqual([]);
  });
});
