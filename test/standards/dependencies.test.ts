/** Every package is there for a written reason, under a licence we have looked at. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

function json(path: string): Manifest {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Manifest;
}

const page = readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, name = '', reason = '', licence = '']) => [name, { reason, licence }]),
);
const { dependencies = {}, devDependencies = {} } = json('package.json');
const names = Object.keys({ ...dependencies, ...devDependencies });

test('the page and package.json name the same packages', () => {
  expect([...rows.keys()].sort()).toEqual(names.sort());
});

test.each(names)('the licence of %s is the one written down', (name) => {
  const { license = '' } = json(`node_modules/${name}/package.json`);
  const words = license.replace(/[()]/g, '').replace(' OR ', ' or ');
  expect(rows.get(name)?.licence).toMatch(new RegExp(`^${words.replaceAll('.', '\\.')}(?:;|$)`));
});

// What is only built in counts as well: it is in the bytes of every course. “-r.1” is how DuckDB counts releases of its Node package.
test('every package is pinned exactly', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/);
});

// An install on one computer writes down what it could find for that computer; `npm ci` refuses such a list everywhere.
test('the lock file names the parts for every system', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
  const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies: optional = {} }]) =>
    Object.keys(optional).filter((name) => lock.packages[`${at}/node_modules/${name}`] === undefined && lock.packages[`node_modules/${name}`] === undefined),
  );
  expect(missing).toEqual([]);
});
