/** What a record store (LRS) can do wrong, around one that does it right: the same in the preview and in the tests. */
import type { LrsAnswer, LrsRequest } from './lrs.ts';

export const LRS_FAULTS = ['lrs-401', 'lrs-409', 'lrs-429', 'lrs-500', 'lrs-timeout', 'lrs-lost', 'lrs-half'] as const;

export type LrsFault = (typeof LRS_FAULTS)[number];

export function isLrsFault(name: string): name is LrsFault {
  return LRS_FAULTS.some((known) => known === name);
}

/** Null: no answer ever comes. Seconds to wait stand beside the answer that asks for them. */
export type FaultyAnswer = (LrsAnswer & { retryAfter?: number }) | null;

/** Seconds that a busy store asks to wait. */
const RETRY_AFTER = 3;

/** `faults` is looked at anew for every request. */
export function withLrsFaults(handle: (request: LrsRequest) => LrsAnswer, faults: ReadonlySet<string>): (request: LrsRequest) => FaultyAnswer {
  return (request) => {
    const { path, method } = request;
    // The launch itself works, or there would be nothing to see.
    if (path === 'fetch') return handle(request);
    if (faults.has('lrs-401')) return { status: 401, body: 'the token has expired' };
    if (faults.has('lrs-timeout')) return null;
    if (method === 'GET') return handle(request);
    if (faults.has('lrs-429')) return { status: 429, body: 'too many requests', retryAfter: RETRY_AFTER };
    if (faults.has('lrs-500')) return { status: 500, body: 'out of order' };
    const batch = path === 'statements' ? batchOf(request.body) : [];
    if (faults.has('lrs-409') && batch.length > 1) {
      handle(part(request, batch.slice(0, 1)));
      return { status: 409, body: 'one of them is known' };
    }
    if (faults.has('lrs-half') && batch.length > 1) {
      handle(part(request, batch.slice(0, Math.ceil(batch.length / 2))));
      return { status: 500, body: 'written in part' };
    }
    const answer = handle(request);
    return faults.has('lrs-lost') ? null : answer;
  };
}

const part = (request: LrsRequest, batch: readonly unknown[]): LrsRequest => ({ ...request, body: JSON.stringify(batch) });

/** Empty for what is no list. */
function batchOf(body: string): unknown[] {
  try {
    const sent: unknown = JSON.parse(body);
    return Array.isArray(sent) ? (sent as unknown[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
