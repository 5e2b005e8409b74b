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

const SECRET = `Basic ${Buffer.from('writer:of-this-course').toString('base64')}`;

async function built(xapi: string, authorization?: string): Promise<{ codes: string[]; page: string; cmi5: string }> {
  const own = mkdtempSync(join(tmpdir(), 'embedded-'));
  try {
    writeFileSync(join(own, 'a.md'), GOOD_LESSON);
    writeFileSync(join(own, 'course.yaml'), `title: Locks\nid: locks\nversion: 1.0.0\nlessons: [a.md]\nxapi:\n${xapi}`);
    const { packages, diagnostics } = await compile(own, { targets: ['scorm2004', 'cmi5'], draft: false, ...(authorization === undefined ? {} : { authorization }), dist: resolve(process.env['LECTERN_DIST'] ?? 'dist'), version: '1.2.3' });
    const page = async (at: number): Promise<string> => { const bytes = packages[at]?.bytes; return bytes === undefined ? '' : ((await (await JSZip.loadAsync(bytes)).file('index.html')?.async('string')) ?? ''); };
    return { codes: diagnostics.map(({ code }) => code).filter((code) => code.startsWith('package/')), page: await page(0), cmi5: await page(1) };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

test('package/no-broker: a store without anybody who lets learners write there stops the build', async () => {
  expect(await built(`  endpoint: ${STORE.endpoint}\n`)).toMatchObject({ codes: ['package/no-broker'], page: '' });
});

test('package/embedded-credential: what the author insists on is packed for SCORM alone, and said each time', async () => {
  const { codes, page, cmi5 } = await built(`  endpoint: ${STORE.endpoint}\n`, SECRET);
  expect(codes).toEqual(['package/embedded-credential']);
  expect(page).toContain(`"authorization":"${SECRET}"`);
  expect(page).toContain('connect-src https://lrs.acme.io;');
  expect(cmi5).not.toContain(SECRET);
});

test('cmi5 has its store from the launch, and the web has none', () => {
  expect(parts.get('cmi5')?.page).not.toContain('lrs.acme.io');
  expect(parts.get('web')?.page).toContain('connect-src &#39;none&#39;');
  expect(parts.get('web')?.record).not.toContain('X-Experience-API-Version');
});
