/** A course that names a record store: its SCORM packages may talk to that store and its broker, and to nobody else; others carry nothing of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../src/compiler/compile.ts';
import { GOOD_LESSON } from './cli/run.ts';

const STORE = { endpoint: 'https://lrs.acme.io/xapi/', broker: 'https://training.acme.io/pass' };
let folder = '';
const parts = new Map<string, { page: string; record: string }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
  writeFileSync(join(folder, 'a.md'), GOOD_LESSON);
  writeFileSync(join(folder, 'course.yaml'), `title: Locks\nid: locks\nversion: 1.0.0\nlessons: [a.md]\nxapi:\n  endpoint: ${STORE.endpoint}\n  broker: ${STORE.broker}\n`);
  const { packages, diagnostics } = await compile(folder, { targets: ['scorm2004', 'scorm12', 'cmi5', 'web'], draft: false, dist: resolve(process.env['LECTERN_DIST'] ?? 'dist'), version: '1.2.3' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const { target, bytes } of packages) {
    const zip = await JSZip.loadAsync(bytes);
    const text = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
    parts.set(target, { page: await text('index.html'), record: await text('record.js') });
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['scorm2004', 'scorm12'])('%s may reach the store and its broker, and brings what speaks to them', (target) => {
  const { page, record } = parts.get(target) ?? { page: '', record: '' };
  expect(page).toContain('connect-src https://lrs.acme.io https://training.acme.io;');
  expect(page).toContain(`"xapi":${JSON.stringify(STORE)}`);
  expect(record).toContain('X-Experience-API-Version');
});

test('cmi5 has its store from the launch, and the web has none', () => {
  expect(parts.get('cmi5')?.page).not.toContain('lrs.acme.io');
  expect(parts.get('web')?.page).toContain('connect-src &#39;none&#39;');
  expect(parts.get('web')?.record).not.toContain('X-Experience-API-Version');
});
