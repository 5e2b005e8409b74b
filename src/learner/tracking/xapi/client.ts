/** Speaks to a record store (LRS) over HTTP: one call, one answer, never an exception. */
import type { Agent } from '@xapi/xapi';
import { KEEPALIVE_BYTES, XAPI_VERSION } from '../../../vocabulary/xapi.ts';

/** `status` 0: no answer came, and nobody knows what arrived. */
export interface Answer {
  status: number;
  /** Text; '' when there is none. */
  body: string;
  /** Seconds the store asks to wait; null when it does not. */
  retryAfter: number | null;
}

export interface Client {
  /** `path` below the endpoint; query values are escaped here. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, query: Readonly<Record<string, string>>, body?: string): Promise<Answer>;
  /** Milliseconds to add to this computer's clock to get the store's; 0 until an answer told. */
  readonly skew: number;
}

export interface Access {
  endpoint: string;
  /** The whole header: `Basic …` or `Bearer …`. */
  authorization: string;
}

export interface Line {
  fetch: typeof fetch;
  now(): number;
}

const TIMEOUT = 20_000;
const PATIENCE_SECONDS = 3_600;

/** `known`: the clock's difference, where another answer told it already. */
export function openClient({ endpoint, authorization }: Access, line: Line, known = 0): Client {
  const base = endpoint.replace(/\/*$/, '/');
  let skew = known;
  /** Bytes of requests that a closing page would still carry. */
  let underWay = 0;

  const send = async (url: string, init: RequestInit, size: number): Promise<Response> => {
    const keepalive = underWay + size <= KEEPALIVE_BYTES;
    if (!keepalive) return line.fetch(url, init);
    underWay += size;
    try {
      // Without keepalive a request dies with its page; the browser's own limit may be lower than ours.
      return await line.fetch(url, { ...init, keepalive: true });
    } finally {
      underWay -= size;
    }
  };

  return {
    get skew() {
      return skew;
    },
    async call(method, path, query, body) {
      const url = `${base}${path}?${new URLSearchParams(query).toString()}`.replace(/\?$/, '');
      const headers = { Authorization: authorization, 'X-Experience-API-Version': XAPI_VERSION, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
      const started = line.now();
      try {
        const size = body === undefined ? 0 : new TextEncoder().encode(body).length;
        const response = await send(url, { method, headers, body: body ?? null, signal: AbortSignal.timeout(TIMEOUT), cache: 'no-store' }, size);
        skew = skewOf(response, (started + line.now()) / 2) ?? skew;
        return { status: response.status, body: await response.text(), retryAfter: secondsOf(response.headers.get('Retry-After'), line.now() + skew) };
      } catch {
        // Offline, timed out, refused by the browser: all of them are "no answer".
        return { status: 0, body: '', retryAfter: null };
      }
    },
  };
}

/** Stores of another origin may hide the header; whole seconds are no reason to correct anything. */
export function skewOf(response: Response, at: number): number | null {
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isNaN(date)) return null;
  const skew = date + 500 - at;
  return Math.abs(skew) < 2_000 ? 0 : skew;
}

/** Seconds, or the moment itself; more than an hour is not waited for. */
function secondsOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Math.min(PATIENCE_SECONDS, Number(header));
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.min(PATIENCE_SECONDS, Math.max(1, Math.ceil((moment - now) / 1000)));
}

/** Of the documents that belong to a learner and an activity. */
export function stateQuery(stateId: string, activityId: string, agent: Agent, registration: string | null): Record<string, string> {
  return { stateId, activityId, agent: JSON.stringify(agent), ...(registration === null ? {} : { registration }) };
}

/** Null for text that is no JSON object. */
export function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Random UUID, also on pages served over plain http, where `randomUUID` is missing. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
