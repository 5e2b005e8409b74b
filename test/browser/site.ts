/** A site on loopback for packages of other standards: their files, a page that plays SCORM 1.2, and a record store. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import JSZip from 'jszip';
import { everyElement, readTree } from '../../src/compiler/6-pack/tree.ts';
import { activityTree } from '../../src/preview/activity-tree.ts';
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

/**
 * An LMS of 2004 with sequencing: the activities of the manifest, each in a frame when it is delivered, and what each keeps. `choose` is
 * what a learner does in its list of lessons.
 */
const LMS_2004 = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title></head><body>
<script src="/scorm2004.js"></script>
<script>
  const kept = new Map();
  window.refused = [];
  window.delivered = [];
  let api, current;
  const keep = () => { const { cmi } = JSON.parse(api.renderCMIToJSONString()); kept.set(current, cmi.exit === 'suspend' ? cmi : undefined); };
  const told = (method, before) => (...args) => {
    if (before) keep();
    const answer = api[method](...args);
    if (String(answer) === 'false') window.refused.push(method + ' ' + args.join(' '));
    return answer;
  };
  const open = () => {
    const launched = window.delivered.at(-1);
    if (launched === current) return;
    if (current !== undefined) api.reset();
    current = launched;
    api.loadFromJSON({ ...kept.get(current), learner_id: 'learner-1', learner_name: 'Ngo, Lan' }, 'cmi');
    document.querySelector('iframe')?.remove();
    const frame = document.createElement('iframe');
    Object.assign(frame, { title: 'Course', src: '/course/' + pages[current], width: 1000, height: 700 });
    document.body.append(frame);
  };
  window.API_1484_11 = {
    Initialize: told('lmsInitialize'), Terminate: (...args) => { const answer = told('lmsFinish', true)(...args); setTimeout(open); return answer; },
    GetValue: told('lmsGetValue'), SetValue: told('lmsSetValue'), Commit: told('lmsCommit'), GetLastError: () => api.lmsGetLastError(), GetErrorString: () => '', GetDiagnostic: () => '',
  };
  window.choose = (item) => { const allowed = api.processNavigationRequest('choice', item); if (allowed) open(); return allowed; };
  window.result = (item) => api.getActivityTrackingData(item);
  let pages;
  fetch('/activities').then((response) => response.json()).then((told) => {
    pages = told.pages;
    api = new Scorm2004API({ autocommit: false, logLevel: 5, sequencing: { activityTree: told.tree, logLevel: 'error' } });
    api.setSequencingEventListeners({ onActivityDelivery: ({ id }) => window.delivered.push(id) });
    api.processNavigationRequest('start');
    open();
  });
</script></body></html>`;

/** The tree of a manifest, and the page that each of its items launches. */
async function activitiesOf(archive: JSZip): Promise<string> {
  const xml = (await archive.file('imsmanifest.xml')?.async('string')) ?? '';
  const { root } = await readTree(xml);
  const all = everyElement(root);
  const pageOf = (resource: string | undefined): string => all.find(({ name, attributes }) => name === 'resource' && attributes.get('identifier') === resource)?.attributes.get('href') ?? '';
  const pages = Object.fromEntries(all.filter(({ name }) => name === 'item').map(({ attributes }) => [attributes.get('identifier'), pageOf(attributes.get('identifierref'))]));
  return JSON.stringify({ tree: await activityTree(xml), pages });
}

/** `zip`: path of the package. */
export async function startSite(zip: string): Promise<Site> {
  const archive = await JSZip.loadAsync(await readFile(zip));
  const runTime = (version: string): Promise<Buffer> => readFile(createRequire(import.meta.url).resolve(`scorm-again/${version}/min`));
  const [scorm12, scorm2004] = await Promise.all(['scorm12', 'scorm2004'].map(runTime));
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
    if (url.pathname === '/lms-2004') return send(response, 'text/html; charset=utf-8', LMS_2004);
    if (url.pathname === '/activities') return send(response, 'application/json', await activitiesOf(archive));
    if (url.pathname === '/scorm12.js') return send(response, 'text/javascript; charset=utf-8', scorm12 ?? '');
    if (url.pathname === '/scorm2004.js') return send(response, 'text/javascript; charset=utf-8', scorm2004 ?? '');
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
