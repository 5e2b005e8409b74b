/** What can go wrong before a preview is there. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { catalogue } from '../../diagnostics/catalogue.ts';
import { preview } from './preview.ts';

it('a port that is taken is said with the way out, and exit code 2', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  let said = '';
  const io = { stdout: { write: () => true }, stderr: { write: (text: string) => (said += text) }, cwd: '/', env: {}, isTTY: false };
  const nothing = async (): Promise<never> => ({ packages: [], diagnostics: [], sourceText: () => null, build: null }) as never;
  const code = await preview({ kind: 'preview', path: '.', target: 'scorm2004', lms: null, port, open: false, at: '' }, io, { compile: nothing, dist: '/', version: '0' });
  other.close();
  expect(code).toBe(2);
  expect(said).toContain(catalogue['command/port-taken'].message({ port }));
  expect(said).toContain('--port 0');
});

it.each(['missing.md', 'package.zip', '.'])('%s, where no lesson is, is said at once, and nothing is served', async (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-preview-'));
  writeFileSync(join(folder, 'package.zip'), 'PK');
  let said = '';
  const write = (text: string): boolean => ((said += text), true);
  const io = { stdout: { write }, stderr: { write }, cwd: folder, env: {}, isTTY: false };
  const code = await preview({ kind: 'preview', path, target: 'scorm2004', lms: null, port: 0, open: false, at: '' }, io, { compile, dist: '/', version: '0' });
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(said).toContain('error  file/');
  expect(said).not.toContain('http://');
  if (path.endsWith('.zip')) expect(said).toContain('lectern inspect package.zip');
});
