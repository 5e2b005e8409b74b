/** A small LRS over HTTP: the reading half of xAPI 1.0.3, with the ways in which real ones differ and fail. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stored {
  id: string;
  stored: string;
  verb: { id: string };
}

export interface Habits {
  /** Whatever is asked for. */
  pageSize: number;
  /** `more` with a cursor in a relative path, as most have it. */
  consistentThrough: string | null;
  /** What its clock says. */
  date: string;
  /** Called before each answer; true when it has answered itself. */
  trouble: (request: IncomingMessage, response: ServerResponse, count: number) => boolean;
}

export interface TestLrs {
  endpoint: string;
  server: Server;
  statements: Stored[];
  habits: Habits;
  requests: URL[];
}

/** On a free port of 127.0.0.1; key and secret are `key` and `secret`. */
export async function startLrs(statements: Stored[], habits: Partial<Habits> = {}): Promise<TestLrs> {
  const lrs: TestLrs = {
    endpoint: '', server: createServer(), statements, requests: [],
    habits: { pageSize: 50, consistentThrough: '2026-11-01T00:00:00.000Z', date: '2026-11-01T00:00:00.000Z', trouble: () => false, ...habits },
  };
  lrs.server.on('request', (request, response) => answer(lrs, request, response));
  await new Promise<void>((resolve) => lrs.server.listen(0, '127.0.0.1', resolve));
  lrs.endpoint = `http://127.0.0.1:${(lrs.server.address() as AddressInfo).port}/xapi`;
  return lrs;
}

function answer(lrs: TestLrs, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', lrs.endpoint);
  lrs.requests.push(url);
  if (lrs.habits.trouble(request, response, lrs.requests.length)) return;
  if (request.headers.authorization !== `Basic ${Buffer.from('key:secret').toString('base64')}`) return send(response, 401, { error: 'no' });
  if (request.headers['x-experience-api-version'] === undefined) return send(response, 400, { error: 'version' });
  const query = url.searchParams;
  const { consistentThrough } = lrs.habits;
  response.setHeader('Date', new Date(lrs.habits.date).toUTCString());
  if (consistentThrough !== null) response.setHeader('X-Experience-API-Consistent-Through', consistentThrough);
  const [since, until] = [query.get('since') ?? '', query.get('until') ?? '9'];
  const voided = new Set(lrs.statements.flatMap((one) => (one.verb.id.endsWith('/voided') ? [String((one as unknown as { object: { id: string } }).object.id).toLowerCase()] : [])));
  const one = query.get('voidedStatementId');
  const taken = one === null ? undefined : lrs.statements.find(({ id }) => id.toLowerCase() === one && voided.has(one));
  if (one !== null) return taken === undefined ? send(response, 404, { error: 'unknown' }) : send(response, 200, taken);
  const found = lrs.statements
    .filter((one) => (query.get('verb') ?? one.verb.id) === one.verb.id && one.stored > since && one.stored <= until && !voided.has(one.id.toLowerCase()))
    .sort((a, b) => (a.stored < b.stored ? -1 : a.stored > b.stored ? 1 : a.id < b.id ? -1 : 1));
  const from = Number(query.get('cursor') ?? 0);
  const size = Math.min(Number(query.get('limit') ?? lrs.habits.pageSize), lrs.habits.pageSize);
  query.set('cursor', String(from + size));
  send(response, 200, { statements: found.slice(from, from + size), more: from + size < found.length ? `${url.pathname}?${query}` : '' });
}

export function send(response: ServerResponse, status: number, body: object | string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', typeof body === 'string' ? 'text/html' : 'application/json');
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
