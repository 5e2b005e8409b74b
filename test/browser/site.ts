/** A site on loopback for packages of other standards: their files, a page that plays SCORM 1.2, and a record store. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import JSZip from 'jszip';
import { Lrs } from '../../src/preview/lrs/lrs.ts';
import { mediaType } from '../../src/preview/media-types.ts';

export interface Site {
  origin: string;
  /** Ends in a slash. */
  endpoint: string;
  lrs: Lrs;
  /** Answered with 503 as long as it is true. */
  trouble: { store: boolean };
  stop(): Promise<void>;
}

/** An LMS of 1.2 keeps one record for one learner, in its own page's storage, and writes down what it refused. */
const LMS_12 = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body>
<script src="/scorm12.js"></script>
<script>
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = localStorage.getItem('cmi');
  if (kept !== null) api.loadFromJSON(JSON.parse(kept), 'cmi');
  else api.loadFromJSON({ core: { student_id: 'learner-1', student_name: 'Ngo, Lan' } }, 'cmi');
  const keep = () => localStorage.setItem('cmi', JSON.stringify(JSON.parse(api.renderCMIToJSONString()).cmi));
  window.refused = [];
  const told = (method, saves) => (...args) => {
    const answer = api[method](...args);
    if (String(answer) === 'false') window.refused.push(method + ' ' + args.join(' '));
    if (saves) keep();
    return answer;
  };
  window.API = {
    LMSInitialize: told('LMSInitialize'), LMSFinish: told('LMSFinish', true), LMSCommit: told('LMSCommit', true),
    LMSGetValue: told('LMSGetValue'), LMSSetValue: told('LMSSetValue'), LMSGetLastError: () => api.LMSGetLastError(),
    LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
  };
</script>
<iframe title="Course" src="/course/index.html" style="width:1000px;height:700px;border:0"></iframe></body></html>`;

/** `zip`: path of the package. */
export async function startSite(zip: string): Promise<Site> {
  const archive = await JSZip.loadAsync(await readFile(zip));
  const scorm12 = await readFile(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'));
  const lrs = new Lrs();
  const trouble = { store: false };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith('/lrs/')) return store(request, response, url);
    if (url.pathname === '/lms') return send(response, 'text/html; charset=utf-8', LMS_12);
    if (url.pathname === '/back') return send(response, 'text/html; charset=utf-8', '<!doctype html><title>Back in the LMS</title><h1>Back in the LMS</h1>');
    if (url.pathname === '/scorm12.js') return send(response, 'text/javascript; charset=utf-8', scorm12);
    const path = url.pathname.replace(/^\/course\//, '');
    const file = await archive.file(path)?.async('nodebuffer');
    if (file === undefined) response.writeHead(404).end();
    else send(response, mediaType(path), file);
  };
  const store = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const said = trouble.store ? { status: 503, body: '' } : lrs.handle({ method: request.method ?? 'GET', path: url.pathname.slice('/lrs/'.length), query: url.searchParams, headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(said.status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(said.body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    endpoint: `${origin}/lrs/`,
    lrs,
    trouble,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, type: string, content: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}
