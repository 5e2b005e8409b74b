/** The preview on loopback: serves the LMS page and the package, takes commits, and tells the page of new builds. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Desk, Sent } from './desk.ts';
import { mediaType } from './media-types.ts';
import { isLrsFault, withLrsFaults } from './lrs/faults.ts';
import type { LrsRequest } from './lrs/lrs.ts';
import { isServerFault, type ServerFault } from './server-faults.ts';

/** The page's own files in the folder of the preview. */
const ASSETS: Readonly<Record<string, string>> = { '/': 'desk.html', '/desk.js': 'desk.js', '/desk.css': 'desk.css', '/broken-browser.js': 'broken-browser.js' };

/** More than any data model that an LMS keeps. Bytes. */
const MOST_SENT = 8_000_000;

/** How long each answer takes on a slow line. Milliseconds. */
const SLOW = 800;
/** The line that is lost is lost this long after the course was opened. Milliseconds. */
const LOST_AFTER = 3_000;

const MODES = ['normal', 'browse', 'review'] as const;

export interface PreviewServer {
  /** Ends in a slash. */
  url: string;
  /** The desk has news. */
  changed(): void;
  stop(): Promise<void>;
}

/** `assets`: folder of the prebuilt page. `port` 0 = any that is free. Rejects as node:http does when the port is taken. */
export async function servePreview(desk: Desk, assets: string, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const opened = new Map<string, number>();
  const server = createServer((request, response) => {
    answer(request, response, { desk, assets, hosts: hostsOf(server), listeners, opened }).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    changed: () => listeners.forEach((listener) => listener.write(event(desk))),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Surroundings {
  desk: Desk;
  assets: string;
  hosts: string[];
  listeners: Set<ServerResponse>;
  /** When each course folder was opened, by its name. Milliseconds. */
  opened: Map<string, number>;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A page elsewhere that had its name point here would come with another name (DNS rebinding). */
const hostsOf = (server: Server): string[] => [`127.0.0.1:${portOf(server)}`, `localhost:${portOf(server)}`];

async function answer(request: IncomingMessage, response: ServerResponse, surroundings: Surroundings): Promise<void> {
  const { desk, assets, hosts, listeners } = surroundings;
  const host = request.headers.host ?? '';
  if (!hosts.includes(host)) return send(response, 403, 'text/plain; charset=utf-8', 'The preview answers only to this computer: open the address that the command printed.');
  const url = new URL(request.url ?? '/', `http://${host}`);
  if (url.pathname.startsWith('/course/')) return serveCourse(url, response, surroundings);
  if (url.pathname.startsWith('/lrs/')) return store(request, url, response, surroundings);
  if (request.method === 'POST') return take(request, url, response, surroundings);
  if (request.method !== 'GET') return send(response, 405, 'text/plain; charset=utf-8', 'Only GET and POST.');
  const asset = Object.hasOwn(ASSETS, url.pathname) ? ASSETS[url.pathname] : undefined;
  if (asset !== undefined) return send(response, 200, mediaType(asset), await readFile(join(assets, asset)));
  if (url.pathname === '/state') return json(response, desk.state());
  if (url.pathname === '/statements') return json(response, desk.store(url.searchParams.get('learner') ?? ''));
  if (url.pathname === '/back') return send(response, 200, mediaType('back.html'), '<!doctype html><title>Back in the LMS</title><p>The course gave the learner back to the LMS.</p>');
  if (url.pathname === '/record') return json(response, desk.record(url.searchParams.get('learner') ?? '', url.searchParams.get('unit') ?? ''));
  if (url.pathname === '/results') return json(response, desk.results(url.searchParams.get('learner') ?? ''));
  if (url.pathname !== '/events') return send(response, 404, 'text/plain; charset=utf-8', 'There is nothing here.');
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(event(desk));
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** The record store of cmi5 and Tin Can packages: `/lrs/[~fault…/]<path>`. */
async function store(request: IncomingMessage, url: URL, response: ServerResponse, { desk, opened }: Surroundings): Promise<void> {
  const [, , first = '', ...rest] = url.pathname.split('/');
  const named = first.startsWith('~') ? first.slice(1).split('~') : [];
  const path = (named.length === 0 ? [first, ...rest] : rest).join('/');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const asked = { method: request.method ?? 'GET', path, query: url.searchParams, headers, body: await body(request) };
  const held = new Set(named.filter(isServerFault));
  if (held.has('offline') && isLost(opened, named)) return void response.destroy();
  if (held.has('slow')) await new Promise((resolve) => setTimeout(resolve, SLOW));
  const faults = new Set<string>(named.filter(isLrsFault));
  const answer = withLrsFaults((each) => desk.lrs.handle(each), faults)(asked);
  desk.heard({ method: asked.method, path, about: aboutOf(asked), status: answer?.status ?? null, body: (answer?.status ?? 0) >= 400 ? (answer?.body ?? '').slice(0, 200) : '', at: Date.now() });
  // Without an answer the line is cut, which a course cannot tell from waiting for ever.
  if (answer === null) return void response.destroy();
  if (answer.retryAfter !== undefined) response.setHeader('retry-after', String(answer.retryAfter));
  send(response, answer.status, 'application/json', answer.body);
}

/** What a request to the store is about, in a few words. */
function aboutOf({ query, body: sent }: Pick<LrsRequest, 'query' | 'body'>): string {
  const verbs = [...sent.matchAll(/"verb":\{"id":"[^"]*\/(\w+)"/g)].map(([, verb]) => verb);
  return verbs.length > 0 ? verbs.join(', ') : (query.get('stateId') ?? query.get('profileId') ?? query.get('statementId') ?? '');
}

/** The line is lost some seconds after the course was opened with these faults. */
function isLost(opened: ReadonlyMap<string, number>, faults: readonly string[]): boolean {
  const key = faults.join('~');
  const times = [...opened].flatMap(([session, time]) => (session.split('~').slice(1).join('~') === key ? [time] : []));
  return times.length > 0 && Date.now() - Math.max(...times) > LOST_AFTER;
}

/** What changes something is taken only from the preview's own page. */
async function take(request: IncomingMessage, url: URL, response: ServerResponse, { desk, hosts, opened }: Surroundings): Promise<void> {
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return send(response, 403, 'text/plain; charset=utf-8', 'Another page may not change this preview.');
  const learner = url.searchParams.get('learner') ?? '';
  if (url.pathname === '/launch') {
    const mode = MODES.find((known) => known === url.searchParams.get('mode')) ?? 'normal';
    const faults = (url.searchParams.get('faults') ?? '').split('.').filter((name) => isServerFault(name) || isLrsFault(name));
    return json(response, desk.launch({ learner, mode }, url.origin, faults, url.searchParams.get('unit') ?? ''));
  }
  if (url.pathname === '/forget') {
    desk.forget(learner);
    return json(response, null);
  }
  if (url.pathname !== '/commit') return send(response, 404, 'text/plain; charset=utf-8', 'There is nothing here.');
  const faults = (url.searchParams.get('faults') ?? '').split('.').filter(isServerFault);
  if (faults.includes('offline') && isLost(opened, faults)) return void response.destroy();
  if (faults.includes('slow')) await new Promise((resolve) => setTimeout(resolve, SLOW));
  const { commitSequence, cmi } = readCommit(await body(request));
  const sent: Sent = { learner, session: Number(url.searchParams.get('session')), sequence: commitSequence, terminated: url.searchParams.get('terminate') === 'true', cmi };
  desk.commit(sent);
  return json(response, { result: true, errorCode: 0 });
}

/** Total: what is no commit counts as an empty one. */
function readCommit(text: string): { commitSequence: number; cmi: Record<string, unknown> } {
  const sent: unknown = JSON.parse(text);
  const read = (name: string): unknown => (typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : undefined);
  const cmi = read('cmi');
  return { commitSequence: Number(read('commitSequence') ?? 0), cmi: typeof cmi === 'object' && cmi !== null ? { ...cmi } : {} };
}

/** `/course/<edition>[~fault…]/<path>`: the faults of a server stand in the address, so that every file of the package has them. */
async function serveCourse(url: URL, response: ServerResponse, { desk, opened }: Surroundings): Promise<void> {
  const [, , session = '', ...rest] = url.pathname.split('/');
  const [edition = '', ...named] = session.split('~');
  const faults = new Set<ServerFault>(named.filter(isServerFault));
  const path = decodeURIComponent(rest.join('/'));
  if (path.endsWith('.html')) opened.set(session, Date.now());
  else if (faults.has('offline') && Date.now() - (opened.get(session) ?? 0) > LOST_AFTER) return void response.destroy();
  if (faults.has('slow')) await new Promise((resolve) => setTimeout(resolve, SLOW));
  const file = desk.file(Number(edition), path);
  if (file === null) return send(response, 404, 'text/plain; charset=utf-8', 'This file is not in the package.');
  const broken = [...faults].filter((fault) => fault !== 'slow' && fault !== 'offline');
  const content = path.endsWith('.html') && broken.length > 0 ? withBrokenBrowser(file, broken) : file;
  send(response, 200, mediaType(path), content);
}

/** The page's policy allows scripts from its own server, so this one runs before the course's. */
function withBrokenBrowser(page: Uint8Array, faults: readonly string[]): string {
  return new TextDecoder().decode(page).replace(/<head[^>]*>/, (head) => `${head}<script src="/broken-browser.js?${faults.join('&')}"></script>`);
}

const event = (desk: Desk): string => `data: ${JSON.stringify(desk.state())}\n\n`;

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MOST_SENT) throw new Error('Too much was sent.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, value: object | null): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(content);
}
