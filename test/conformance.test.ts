/** Holds the conformance report against what it rests on: tests, procedures and messages that exist, and the page as it is generated. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../src/diagnostics/catalogue.ts';
import { CLAIMS, type Claim } from './conformance/claims.ts';
import { EN_301_549, SECTION_508 } from './conformance/chapters.ts';
import { PROCEDURES, TESTS } from './conformance/evidence.ts';
import { anchor, conformanceReport } from './conformance/report.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

const rows: [string, Claim][] = [
  ...Object.entries(CLAIMS),
  ...[...SECTION_508, ...EN_301_549].flatMap((chapter) => chapter.rows.map(([number, , claim]): [string, Claim] => [number, claim])),
];

/** Names of the tests of a file, as they are written; skipped ones are none. */
function testNames(text: string): string[] {
  const calls = text.matchAll(/^ *(?:test|it)(?:\.(?:for|each)(?:\(\[[^\n]*\](?: as const)?\)|\([\w.]+(?:\([\w.]*\))?\)|\([\s\S]*?\n *\](?: as const)?\)))?\((?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/gm);
  return [...calls].map(([, single, double, back]) => (single ?? double ?? back ?? '').replace(/\\(['"])/g, '$1'));
}

test('every test that the report names is there', () => {
  const missing = Object.entries(TESTS).filter(([, [file, name]]) => !testNames(read(file)).includes(name));
  expect(missing.map(([key, [file, name]]) => `${key}: ${file} has no test “${name}”`)).toEqual([]);
});

test('a name that no test has would be noticed', () => {
  const text = read(TESTS.axeStates[0]);
  expect(testNames(text)).toContain(TESTS.axeStates[1]);
  expect(testNames(text)).not.toContain(`${TESTS.axeStates[1]} and more`);
  expect(testNames("test.skip('left out', () => undefined)")).toEqual([]);
});

test('every test, procedure and message that is named is used, and exists', () => {
  const used = new Set(rows.flatMap(([, { tests = [] }]) => tests));
  expect(Object.keys(TESTS).filter((name) => !used.has(name as keyof typeof TESTS))).toEqual([]);
  const page = read('docs/accessibility.md');
  const headings = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading);
  expect(Object.values(PROCEDURES).filter((heading) => !headings.includes(heading))).toEqual([]);
  expect(rows.flatMap(([, { messages = [] }]) => messages).filter((code) => !(code in catalogue))).toEqual([]);
});

test('what is claimed rests on something', () => {
  const bare = rows.filter(([, { level, tests = [], procedures = [] }]) => level !== 'none' && tests.length + procedures.length === 0);
  expect(bare.map(([number]) => number)).toEqual([]);
  // Until somebody has run them, procedures alone prove nothing.
  expect(rows.filter(([, { level, tests = [] }]) => level === 'supports' && tests.length === 0).map(([number]) => number)).toEqual([]);
});

test('docs/accessibility-report.md is the report, and its links lead somewhere', () => {
  const report = conformanceReport();
  const path = join(root, 'docs', 'accessibility-report.md');
  const before = read('docs/accessibility-report.md');
  if (process.env['UPDATE'] === '1' && before !== report) {
    writeFileSync(path, report);
    expect.fail('docs/accessibility-report.md was rewritten; look at the difference and run again without UPDATE.');
  }
  expect(before).toBe(report);
  const anchors = (page: string): Set<string> => new Set([...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchor(heading)));
  const dead = [...report.matchAll(/\]\(([\w-]+\.md)#([^)]+)\)/g)].filter(([, page = '', to = '']) => !anchors(`docs/${page}`).has(to));
  expect(dead.map(([link]) => link)).toEqual([]);
});
