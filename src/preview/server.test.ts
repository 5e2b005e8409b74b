/** The preview on loopback: answers this computer only, keeps what learners did over new builds, and has the faults that stand in an address. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Desk } from './desk.ts';
import { type PreviewServer, servePreview } from './server.ts';

let folder: string;
let desk: Desk;
let server: PreviewServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  writeFileSync(join(folder, 'desk.html'), '<!doctype html><title>desk</title>');
  desk = new Desk('web');
  await desk.take({ zip: await packed('first'), build: 'one', remarks: '', summary: '' });
  server = await servePreview(desk, folder, 0);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function packed(words: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('index.html', `<!doctype html><head lang="en"><title>${words}</title></head>`, { date: new Date('2026-01-02T03:04:06Z') });
  return zip.generateAsync({ type: 'uint8array' });
}

const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(new URL(path, server.url));
  return { status: response.status, text: await response.text() };
};
const post = (path: string, body = '{}', headers: Record<string, string> = {}): Promise<Response> => fetch(new URL(path, server.url), { method: 'POST', body, headers });

/** With a Host of choice, which fetch does not allow. */
function statusFor(host: string): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/state', headers: { host } }, (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject).end();
  });
}

it('answers under the names of this computer, and no others', async () => {
  const { port } = new URL(server.url);
  expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
  expect(await statusFor(`localhost:${port}`)).toBe(200);
  expect(await statusFor('evil.example')).toBe(403);
  expect(await statusFor('127.0.0.1')).toBe(403);
});

it('lets no other page change anything', async () => {
  expect((await post('/forget?learner=a', '{}', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('/forget?learner=a', '{}', { origin: server.url.slice(0, -1) })).status).toBe(200);
});

it('serves its page and the package, and nothing else', async () => {
  expect((await get('/')).text).toContain('desk');
  expect((await get('/course/1/index.html')).text).toContain('first');
  expect((await get('/course/1/../../etc/passwd')).status).toBe(404);
  expect((await get('/course/1/%2e%2e/desk.html')).status).toBe(404);
  expect((await get('/course/9/index.html')).status).toBe(404);
  expect((await get('/constructor')).status).toBe(404);
});

it('opens anew what is introduced to the LMS in another way, also where the course itself is the same', async () => {
  await desk.take({ zip: await packed('otherwise'), build: 'one', remarks: '', summary: '' });
  expect(desk.state().edition).toBe(2);
  await desk.take({ zip: await packed('otherwise'), build: 'one', remarks: '', summary: '' });
  expect(desk.state().edition).toBe(2);
});

it('names a site by the title of its page', async () => {
  await desk.take({ zip: await packed('Salt &amp; &lt;vinegar&gt; &#39;25'), build: 'named', remarks: '', summary: '' });
  expect(JSON.parse((await get('/state')).text)).toMatchObject({ title: "Salt & <vinegar> '25" });
});

it('puts the faults of a browser before the scripts of the course', async () => {
  expect((await get('/course/1~storage~clock/index.html')).text).toContain('<head lang="en"><script src="/broken-browser.js?storage&clock"></script>');
});

it('keeps what a learner did over a new build, and forgets it when asked', async () => {
  const launch = async () => (await (await post('/launch?learner=ada&mode=normal')).json()) as { session: number; edition: number; cmi: Record<string, unknown> };
  const first = await launch();
  expect(first.cmi['entry']).toBe('ab-initio');
  await post(`/commit?learner=ada&session=${first.session}&terminate=true`, JSON.stringify({ commitSequence: 1, cmi: { exit: 'suspend', suspend_data: 'halfway' } }));
  await desk.take({ zip: await packed('second'), build: 'two', remarks: '', summary: '' });
  const second = await launch();
  expect([second.edition, second.cmi['entry'], second.cmi['suspend_data']]).toEqual([2, 'resume', 'halfway']);
  await post('/forget?learner=ada');
  expect((await launch()).cmi['entry']).toBe('ab-initio');
});

it('a commit of a session that is over changes nothing', async () => {
  const first = desk.launch({ learner: 'ada', mode: 'normal' }, 'http://127.0.0.1');
  desk.launch({ learner: 'ada', mode: 'normal' }, 'http://127.0.0.1');
  expect(desk.commit({ learner: 'ada', session: first?.session ?? 0, sequence: 9, terminated: false, cmi: { suspend_data: 'late' } })).toBe(false);
  expect(desk.record('ada')).toBeNull();
});

it('a text with errors leaves the course on show, and says so', async () => {
  await desk.take({ zip: null, build: null, remarks: 'lesson.md:3:1 error', summary: '1 error' });
  const state = JSON.parse((await get('/state')).text) as { edition: number; behind: boolean; remarks: string };
  expect(state).toMatchObject({ edition: 1, behind: true, remarks: 'lesson.md:3:1 error' });
});

it('what is no commit is answered, not kept', async () => {
  expect((await post('/commit?learner=ada&session=1', 'no json')).status).toBe(500);
  expect((await post('/commit?learner=ada&session=1', '[]')).status).toBe(200);
  expect(desk.record('ada')).toBeNull();
});
