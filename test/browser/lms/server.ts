/** An LMS on loopback: serves one imported package and its own page, and keeps what courses commit, per learner. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { cmiAtLaunch, committed, sessionEnded } from '../../../src/preview/records.ts';
import type { Cmi, LaunchTerms, LearnerRecord } from '../../../src/preview/records.ts';
import type { ImportedPackage } from '../../../src/preview/imported-package.ts';
import type { ApiCall, FrameKind, PageState } from './protocol.ts';

/** How the LMS opens the course for one learner. */
export interface LaunchSettings extends LaunchTerms {
  frame: FrameKind;
  width: number;
  height: number;
  /** False: the LMS page has no API at all. */
  api: boolean;
  /** As `PageState` has it. */
  applet: boolean;
  beacons: boolean;
  /** False: every commit is answered with an error and nothing is kept. Can be changed while the course runs. */
  saves: boolean;
  /** A slow line: this file of the package is answered only when `until` is fulfilled. Can be changed while the course runs. */
  held: { file: string; until: Promise<void> } | null;
  /** A broken line: who asks for one of these files of the package is cut off. Can be changed while the course runs. */
  refused: RegExp | null;
}

export interface ServerLaunch {
  settings: LaunchSettings;
  sittings: number;
  /** Paths asked for below the course's folder, in order. */
  requests: string[];
  /** Paths asked for that the package does not hold. */
  missing: string[];
  calls: ApiCall[];
  /** Sitting and number of the newest commit kept. */
  newest: [sitting: number, sequence: number];
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  xml: 'application/xml',
  xsd: 'application/xml',
};

export class LmsServer {
  readonly course: ImportedPackage;
  readonly launches: ServerLaunch[] = [];
  readonly #records = new Map<string, LearnerRecord>();
  readonly #assets: Map<string, Uint8Array>;
  readonly #server: Server;
  origin = '';
  /** The same server under another name: to browsers another origin. */
  foreignOrigin = '';

  private constructor(course: ImportedPackage, assets: Map<string, Uint8Array>) {
    this.course = course;
    this.#assets = assets;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(course: ImportedPackage): Promise<LmsServer> {
    const server = new LmsServer(course, await loadAssets());
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    const { port } = server.#server.address() as AddressInfo;
    server.origin = `http://127.0.0.1:${port}`;
    server.foreignOrigin = `http://localhost:${port}`;
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Address at which a learner opens the course. */
  launchUrl(launch: ServerLaunch): string {
    const page = `${this.origin}/lms/page?launch=${this.launches.indexOf(launch)}`;
    return launch.settings.frame === 'portal' ? `${this.foreignOrigin}/lms/frame?url=${encodeURIComponent(page)}` : page;
  }

  /** What the LMS keeps of a learner; null before the first commit arrived. */
  record(learner: string): LearnerRecord | null {
    return this.#records.get(learner) ?? null;
  }

  courseUrl(launch: number): string {
    return `/course/${launch}/${this.course.launch}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const path = decodeURIComponent(url.pathname);
    if (path.startsWith('/course/')) return await this.#serveCourse(path, response);
    const launch = this.launches[Number(url.searchParams.get('launch'))];
    if (path === '/lms/state' && launch !== undefined) return json(response, this.#pageState(launch));
    if (path === '/lms/calls' && launch !== undefined) {
      launch.calls.push(...(JSON.parse(await body(request)) as ApiCall[]));
      return json(response, {});
    }
    if (path === '/lms/commit' && launch !== undefined) {
      return json(response, this.#commit(launch, url.searchParams, JSON.parse(await body(request)) as { cmi: Cmi; commitSequence: number }));
    }
    if (path === '/lms/page') return send(response, 'text/html; charset=utf-8', LMS_PAGE);
    if (path === '/lms/frame') return send(response, 'text/html; charset=utf-8', framePage(url.searchParams.get('url') ?? ''));
    if (path === '/lms/elsewhere') return send(response, 'text/html; charset=utf-8', '<!doctype html><title>Elsewhere</title>');
    if (path === '/favicon.ico') return send(response, 'image/png', '');
    const asset = this.#assets.get(path);
    if (asset !== undefined) return send(response, 'text/javascript; charset=utf-8', asset);
    response.writeHead(404).end();
  }

  async #serveCourse(path: string, response: ServerResponse): Promise<void> {
    const [, , number, ...rest] = path.split('/');
    const file = rest.join('/');
    const launch = this.launches[Number(number)];
    const content = this.course.files.get(file);
    launch?.requests.push(file);
    if (content === undefined) {
      launch?.missing.push(file);
      response.writeHead(404).end();
      return;
    }
    if (launch?.settings.refused?.test(file) === true) {
      response.destroy();
      return;
    }
    if (launch?.settings.held?.file === file) await launch.settings.held.until;
    send(response, TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream', content);
  }

  #pageState(launch: ServerLaunch): PageState {
    const { learner, frame, width, height, api, applet, beacons } = launch.settings;
    const record = this.record(learner);
    const ended = record === null ? null : sessionEnded(record);
    if (ended !== null) this.#records.set(learner, ended);
    const cmi = cmiAtLaunch(this.course, launch.settings, ended);
    launch.sittings += 1;
    const url = this.courseUrl(this.launches.indexOf(launch));
    return { api, applet, beacons, sitting: launch.sittings, cmi, frame, width, height, url };
  }

  #commit(launch: ServerLaunch, query: URLSearchParams, sent: { cmi: Cmi; commitSequence: number }): object {
    if (!launch.settings.saves) return { result: false, errorCode: 391 };
    const sitting = Number(query.get('sitting'));
    const [newestSitting, newestSequence] = launch.newest;
    const outdated = sitting < newestSitting || (sitting === newestSitting && sent.commitSequence < newestSequence);
    if (outdated) return { result: true, errorCode: 0 };
    launch.newest = [sitting, sent.commitSequence];
    const { learner } = launch.settings;
    this.#records.set(learner, committed(this.record(learner), sent.cmi, query.get('terminate') === 'true'));
    return { result: true, errorCode: 0 };
  }
}

const LMS_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>LMS</title>
<style>body{margin:0;font:1rem sans-serif}header{height:3rem}main{display:flex}iframe{border:0;flex:none}</style>
</head><body><header>LMS <a href="/lms/elsewhere">Other page</a></header><main></main>
<script src="/lms/scorm2004.js"></script><script type="module" src="/lms/page.js"></script></body></html>`;

function framePage(url: string): string {
  const src = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Player</title>
<style>html,body{margin:0;height:100%}iframe{border:0;display:block;width:100%;height:100%}</style>
</head><body><iframe title="Content" src="${src}"></iframe></body></html>`;
}

async function loadAssets(): Promise<Map<string, Uint8Array>> {
  const scorm = createRequire(import.meta.url).resolve('scorm-again/scorm2004/min');
  const page = await readFile(join(import.meta.dirname, 'page.ts'), 'utf8');
  const { code } = await transform(page, { loader: 'ts', target: 'es2022', format: 'esm' });
  return new Map([
    ['/lms/scorm2004.js', await readFile(scorm)],
    ['/lms/page.js', Buffer.from(code)],
  ]);
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, value: object): void {
  send(response, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, type: string, content: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(content);
}
