/** A small record store (LRS) with a cmi5 launcher, in memory: strict about everything our statements rely on (xapi.md 1 and 2). */
import { ABANDONED, LAUNCH_DATA, LEARNER_PREFERENCES, SESSION_EXTENSION } from '../../vocabulary/cmi5.ts';
import { cmi5Faults, isDefined, shortVerb, type Cmi5Session } from './cmi5-rules.ts';
import { child, isObject, statementFaults, type Json } from './statement-rules.ts';

export interface LrsRequest {
  method: string;
  /** Below the store's address, without a slash at the front: `statements`, `activities/state`, `fetch`. */
  path: string;
  query: URLSearchParams;
  /** Names in small letters. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface LrsAnswer {
  status: number;
  body: string;
}

export interface Cmi5Terms {
  /** Of the course structure. */
  publisherId: string;
  activityId: string;
  registration: string;
  actor: Json;
  mode?: Cmi5Session['mode'];
  mastery?: number | null;
  moveOn?: string;
  returnUrl?: string | null;
}

const JSON_FAULT = { status: 400, body: 'no JSON' };

export class Lrs {
  readonly statements: Json[] = [];
  /** What the LMS states by itself: sessions that ended without a word. */
  readonly own: Json[] = [];
  /** By store, id and owner. */
  readonly documents = new Map<string, string>();
  readonly sessions: Cmi5Session[] = [];
  /** Every refusal, for whoever looks on. */
  readonly complaints: string[] = [];
  readonly #now: () => number;
  readonly #ids: () => string;
  /** Token and its session; null = a plain launch. Tokens of fetch addresses that were not called yet are in `#untold`. */
  readonly #tokens = new Map<string, Cmi5Session | null>();
  readonly #untold = new Map<string, string>();
  /** As ADL_LRS does it: a known statement is a conflict even when it is the same. */
  readonly #strict: boolean;

  constructor(options: { now?: () => number; ids?: () => string; strict?: boolean } = {}) {
    this.#now = options.now ?? Date.now;
    this.#ids = options.ids ?? (() => crypto.randomUUID());
    this.#strict = options.strict ?? false;
  }

  /** A token for a Tin Can launch, which may be used for ever. */
  plainToken(): string {
    const token = this.#ids();
    this.#tokens.set(token, null);
    return token;
  }

  /** The query of a launch address. `endpoint` ends in a slash; the token is fetched at `<endpoint>fetch`. */
  launchCmi5(endpoint: string, terms: Cmi5Terms): URLSearchParams {
    const { publisherId, activityId, registration, actor, mode = 'Normal', mastery = null, moveOn = 'CompletedAndPassed', returnUrl = null } = terms;
    const id = this.#ids();
    const template = { contextActivities: { grouping: [{ objectType: 'Activity', id: publisherId }] }, extensions: { [SESSION_EXTENSION]: id } };
    const session: Cmi5Session = { id, registration, activityId, publisherId, actor, mode, mastery, template, preferencesRead: false, said: [], over: false };
    for (const old of this.sessions) if (old.registration === registration && !old.over) this.#abandon(old);
    this.sessions.push(session);
    const token = this.#ids();
    const handle = this.#ids();
    this.#tokens.set(token, session);
    this.#untold.set(handle, token);
    const launchData = { contextTemplate: template, launchMode: mode, moveOn, ...(mastery === null ? {} : { masteryScore: mastery }), ...(returnUrl === null ? {} : { returnURL: returnUrl }) };
    this.documents.set(this.#key('state', LAUNCH_DATA, { activityId, agent: JSON.stringify(actor), registration }), JSON.stringify(launchData));
    return new URLSearchParams({ endpoint, fetch: `${endpoint}fetch?handle=${handle}`, actor: JSON.stringify(actor), registration, activityId });
  }

  /** cmi5 9.3.6: a session that never ended is ended by the next launch, and takes nothing more. */
  #abandon(session: Cmi5Session): void {
    session.over = true;
    if (session.said.length === 0) return;
    this.own.push({
      id: this.#ids(),
      actor: session.actor,
      verb: { id: ABANDONED, display: { en: 'abandoned' } },
      object: { objectType: 'Activity', id: session.activityId },
      context: { ...session.template, registration: session.registration },
      timestamp: new Date(this.#now()).toISOString(),
    });
  }

  handle(request: LrsRequest): LrsAnswer {
    const answer = this.#answer(request);
    if (answer.status >= 400 && answer.status !== 404) this.complaints.push(`${request.method} ${request.path}: ${answer.status} ${answer.body}`);
    return answer;
  }

  #answer(request: LrsRequest): LrsAnswer {
    const { method, path, headers } = request;
    if (path === 'fetch') return this.#token(request);
    if (path === 'about') return { status: 200, body: JSON.stringify({ version: ['1.0.3'] }) };
    if (!/^1\.0\.[0-3]$/.test(headers['x-experience-api-version'] ?? '')) return { status: 400, body: 'X-Experience-API-Version' };
    const session = this.#tokens.get((headers['authorization'] ?? '').replace(/^Basic /, ''));
    if (session === undefined) return { status: 401, body: 'unknown token' };
    if (session?.over === true) return { status: 403, body: '8.1.2.0-2: the session is over' };
    if (path === 'statements' && method === 'POST') return this.#post(request.body, session);
    if (path === 'statements' && method === 'GET') return this.#find(request.query.get('statementId') ?? '');
    if (path === 'activities/state') return this.#document('state', request, session);
    if (path === 'agents/profile') return this.#document('agent', request, session);
    if (path === 'activities/profile') return this.#document('activity', request, session);
    return { status: 404, body: '' };
  }

  /** An error comes with status 200, as cmi5 8.2.3 wants it. */
  #token({ method, query }: LrsRequest): LrsAnswer {
    if (method !== 'POST') return { status: 405, body: '' };
    const handle = query.get('handle') ?? '';
    const token = this.#untold.get(handle);
    this.#untold.delete(handle);
    const body = token === undefined ? { 'error-code': '1', 'error-text': 'The token was fetched before.' } : { 'auth-token': token };
    return { status: 200, body: JSON.stringify(body) };
  }

  /** All of a batch or nothing. */
  #post(body: string, session: Cmi5Session | null): LrsAnswer {
    const sent = parse(body);
    if (sent === undefined) return JSON_FAULT;
    const batch = Array.isArray(sent) ? (sent as unknown[]) : [sent];
    const faults = batch.flatMap((statement) => statementFaults(statement, this.#now()));
    const ids = batch.map((statement) => child(statement, 'id'));
    if (new Set(ids).size < ids.length) faults.push('an id is there twice');
    if (faults.length > 0) return { status: 400, body: faults.join('; ') };
    const fresh: Json[] = [];
    for (const statement of batch as Json[]) {
      const known = this.statements.find((each) => each['id'] === statement['id']);
      if (known === undefined) fresh.push(statement);
      else if (this.#strict || !isSame(known, statement)) return { status: 409, body: `${String(statement['id'])} is known` };
    }
    if (session !== null) {
      const broken = this.#tellSession(batch as Json[], session);
      if (broken.length > 0) return { status: 403, body: broken.join('; ') };
    }
    const stored = new Date(this.#now()).toISOString();
    this.statements.push(...fresh.map((statement) => ({ ...statement, stored })));
    return { status: 200, body: JSON.stringify(ids) };
  }

  /** What the session would have said after the batch; kept only when nothing is wrong with it. */
  #tellSession(batch: readonly Json[], session: Cmi5Session): string[] {
    const registered = this.statements.filter((each) => isDefined(each) && child(each['context'], 'registration') === session.registration).map(shortVerb);
    const next = { ...session, said: [...session.said] };
    const broken: string[] = [];
    for (const statement of batch) {
      broken.push(...cmi5Faults(statement, next, registered, batch.length === 1));
      if (!isDefined(statement)) continue;
      next.said.push(shortVerb(statement));
      next.over ||= shortVerb(statement) === 'terminated';
    }
    if (broken.length === 0) Object.assign(session, { said: next.said, over: next.over });
    return broken;
  }

  #find(id: string): LrsAnswer {
    const found = this.statements.find((statement) => statement['id'] === id);
    return found === undefined ? { status: 404, body: '' } : { status: 200, body: JSON.stringify(found) };
  }

  #document(kind: 'state' | 'agent' | 'activity', { method, query, body }: LrsRequest, session: Cmi5Session | null): LrsAnswer {
    const id = query.get(kind === 'state' ? 'stateId' : 'profileId') ?? '';
    if (id === '' || (kind !== 'activity' && parse(query.get('agent') ?? '') === undefined)) return { status: 400, body: 'a parameter is missing' };
    if (session !== null && kind !== 'activity' && query.get('agent') !== JSON.stringify(session.actor)) return { status: 403, body: '8.1.3.0-3: another agent' };
    if (session !== null && id === LEARNER_PREFERENCES) session.preferencesRead = true;
    const key = this.#key(kind, id, Object.fromEntries(query));
    const known = this.documents.get(key);
    if (method === 'GET') return known === undefined ? { status: 404, body: '' } : { status: 200, body: known };
    if (id === LAUNCH_DATA) return { status: 403, body: '10.2.1.0-5: launch data are the LMS’s' };
    if (id === LEARNER_PREFERENCES) return { status: 403, body: '11.0.0.0-5: preferences are the LMS’s' };
    if (method === 'PUT' || method === 'POST') this.documents.set(key, body);
    else if (method === 'DELETE') this.documents.delete(key);
    else return { status: 405, body: '' };
    return { status: 204, body: '' };
  }

  #key(kind: string, id: string, { activityId = '', agent = '', registration = '' }: Readonly<Record<string, string>>): string {
    return [kind, id, activityId, agent, registration].join('\n');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Apart from what the store adds. */
function isSame(known: Json, sent: Json): boolean {
  const { stored: _, ...rest } = known;
  return JSON.stringify(rest) === JSON.stringify(sent) && isObject(sent);
}
