/**
 * Golden folders: `test/courses/<name>/input` is what an author hands in; `expected` holds what comes out, phase by phase:
 * the course model, the manifest and the list of files. UPDATE=1 accepts new output, and fails so that the change is looked at.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../src/compiler/compile.ts';
import { TARGET_FACTS, TARGETS, targetOf } from '../src/vocabulary/targets.ts';

const OTHERS = ['scorm2004-3rd', 'scorm12', 'cmi5', 'tincan', 'web'] as const;
const ROOT = 'test/courses';
/** The built player; `npm test` builds it first. */
const DIST = resolve(process.env['LECTERN_DIST'] ?? 'dist');

/** The course folder where there is a course.yaml, else its only lesson. */
function entryOf(name: string): string {
  const input = join(ROOT, name, 'input');
  if (existsSync(join(input, 'course.yaml'))) return input;
  return join(input, readdirSync(input).find((file) => /\.(md|txt)$/.test(file)) ?? '');
}

/** Places are tested with the mistakes; here they would only make the model unreadable. */
function model(course: unknown): string {
  return `${JSON.stringify(course, (key, value: unknown) => (key === 'position' || key === 'place' ? undefined : value), 2)}\n`;
}

/** File name in `expected` and text. */
async function output(name: string): Promise<Map<string, string>> {
  const result = await compile(entryOf(name), { targets: ['scorm2004', ...OTHERS], draft: false, dist: DIST, version: '0.0.0' });
  const [built] = result.packages;
  if (built === undefined) throw new Error(`${name} was not built: ${result.diagnostics.map((one) => one.message).join(' ')}`);
  const zip = await JSZip.loadAsync(built.bytes);
  const manifest = await zip.file('imsmanifest.xml')?.async('string');
  return new Map([
    ['course.json', model(result.course)],
    ['imsmanifest.xml', manifest ?? ''],
    ['files.txt', `${built.name}\n${Object.keys(zip.files).map((file) => `  ${file}\n`).join('')}`],
    ...(await introductions(result.packages)),
    ['lectern.lock.json', result.lock?.text ?? ''],
    ['diagnostics.txt', result.diagnostics.map((one) => `${one.file}:${one.line}:${one.column} ${one.severity} ${one.code}\n`).join('')],
  ]);
}

/** What each of the other packages says of itself, under the package's target. */
async function introductions(packages: Compiled['packages']): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const { target, bytes } of packages.slice(1)) {
    const path = TARGET_FACTS[targetOf(target)].introduction;
    const text = path === null ? null : await (await JSZip.loadAsync(bytes)).file(path)?.async('string');
    if (text !== null) found.push([`${target}.xml`, text ?? '']);
  }
  return found;
}

describe.each(readdirSync(ROOT))('the course in test/courses/%s', (name) => {
  it('compiles to what its folder says', async () => {
    const folder = join(ROOT, name, 'expected');
    const changed: string[] = [];
    for (const [file, text] of await output(name)) {
      const path = join(folder, file);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
      if (before === text) continue;
      if (process.env['UPDATE'] !== '1') expect(text, path).toBe(before);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
      changed.push(path);
    }
    expect(changed, 'rewritten by UPDATE=1: read the difference, then run again without it').toEqual([]);
  });

  it('is the same build for every target, with the driver of its own target and no other', { timeout: 30_000 }, async () => {
    const { packages, build } = await compile(entryOf(name), { targets: TARGETS, draft: false, dist: DIST, version: '0.0.0' });
    expect(packages.map(({ target }) => target)).toEqual(TARGETS);
    const records = new Map<string, string>();
    for (const { target, bytes } of packages) {
      const zip = await JSZip.loadAsync(bytes);
      const page = (await zip.file('index.html')?.async('string')) ?? '';
      expect(page).toContain(`"build":"${build}"`);
      expect(page).toContain(`"target":"${target}"`);
      records.set(target, (await zip.file('record.js')?.async('string')) ?? '');
    }
    const speaks = (word: string): string[] => TARGETS.filter((target) => records.get(target)?.includes(word));
    expect(speaks('cmi.completion_status')).toEqual(['scorm2004-4th', 'scorm2004-3rd']);
    expect(speaks('cmi.core.lesson_status')).toEqual(['scorm12']);
  });

  it('compiles twice at once to the same bytes', async () => {
    const options = { targets: ['scorm2004'], draft: false, dist: DIST, version: '0.0.0' } as const;
    const [one, two] = await Promise.all([compile(entryOf(name), options), compile(entryOf(name), options)]);
    expect(Buffer.from(one.packages[0]?.bytes ?? []).equals(Buffer.from(two.packages[0]?.bytes ?? []))).toBe(true);
    expect(one.packages[0]?.bytes.length).toBeGreaterThan(10_000);
  });
});
