/** Record stores and browsers for stories: what cmi5, Tin Can and web packages ask for and send, one line each. */
import { Lrs, type LrsRequest } from '../../src/preview/lrs/lrs.ts';
import { shortVerb } from '../../src/preview/lrs/cmi5-rules.ts';
import { child, type Json } from '../../src/preview/lrs/statement-rules.ts';
import { LEARNER_PREFERENCES } from '../../src/vocabulary/cmi5.ts';
import { cmi5, type Cmi5Window } from '../../src/learner/tracking/xapi/cmi5.ts';
import { tincan } from '../../src/learner/tracking/xapi/tincan.ts';
import { readEntries } from '../../src/learner/tracking/xapi/drawer.ts';
import type { Drawer, Entry } from '../../src/learner/tracking/xapi/outbox.ts';
import { beside } from '../../src/learner/tracking/xapi/beside.ts';
import { scormStage, SCORM_2004 } from './lms.ts';
import { web } from '../../src/learner/tracking/web.ts';
import { course } from './course.ts';
import type { Learner, LaunchTerms, Stage } from './story.ts';

export const ENDPOINT = 'https://lms.example/lrs/';
const ACTIVITY = 'https://lms.example/activities/17';

/** The same at every run. */
export function counted(): () => string {
  let n = 0;
  return () => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`;
}

/** A drawer that outlives launches, as a browser's does. */
export function memoryDrawer(): Drawer {
  let entries: Entry[] = [];
  return {
    load: () => Promise.resolve(readEntries(JSON.stringify(entries))),
    put: (added) => { entries.push(...added); return Promise.resolve(); },
    remove: (ids) => { entries = entries.filter(({ id }) => !ids.includes(id)); return Promise.resolve(); },
  };
}

/** A browser in front of that store; `hear` gets a line per request. Sessions of tabs do not outlive a launch. */
export interface StoreWindow extends Cmi5Window {
  /** When no request is under way and none follows. */
  idle(): Promise<void>;
  /** What was asked to be done later. */
  retries: (() => void)[];
}

export interface StoreSetting {
  now: () => number;
  uuid: () => string;
  /** Of every box, where `drawers` says nothing else. */
  drawer: Drawer;
  drawers?: (box: string) => Drawer;
  boxes?: () => string[];
  hear: (line: string) => void;
  /** Gets each request as the store gets it. */
  asked?: (request: LrsRequest) => void;
  /** Storage of the tab: handed on where the same page is loaded anew. */
  tab?: Map<string, string>;
  /** `before`: the request is lost; `after`: its answer is. A number is answered in the store's place. */
  fault?: (method: string, path: string, query: URLSearchParams, body: string) => 'before' | 'after' | number | null;
}

export function storeWindow(lrs: Lrs, search: URLSearchParams, { now, uuid, drawer, drawers, boxes, hear, asked = () => undefined, tab = new Map<string, string>(), fault = () => null }: StoreSetting): StoreWindow {
  const retries: (() => void)[] = [];
  let pending = 0;
  return {
    search: `?${search.toString()}`,
    now,
    uuid,
    retries,
    later: (_seconds, act) => void retries.push(act),
    session: { getItem: (key) => tab.get(key) ?? null, setItem: (key, value) => void tab.set(key, value) },
    drawer: (box) => Promise.resolve(drawers?.(box) ?? drawer),
    boxes: () => Promise.resolve(boxes?.() ?? []),
    turn: () => (work) => work(),
    async fetch(input, init) {
      pending++;
      // The body is on its way before anything else happens.
      await Promise.resolve();
      const url = new URL(String(input));
      const headers = Object.fromEntries(new Headers(init?.headers).entries());
      const request = { method: init?.method ?? 'GET', path: url.pathname.slice('/lrs/'.length), query: url.searchParams, headers, body: typeof init?.body === 'string' ? init.body : '' };
      const trouble = fault(request.method, request.path, request.query, request.body);
      asked(request);
      const answer = trouble === 'before' || typeof trouble === 'number' ? { status: Number(trouble) || 0, body: '' } : lrs.handle(request);
      describe(request.method, request.path, url.searchParams, request.body, answer).forEach(hear);
      pending--;
      if (trouble === 'before' || trouble === 'after') throw new TypeError('Failed to fetch');
      return new Response(answer.status === 204 ? null : answer.body, { status: answer.status });
    },
    async idle() {
      // Every answer sets off further work: only when several turns bring nothing new is it over.
      for (let quiet = 0; quiet < 5; quiet = pending === 0 ? quiet + 1 : 0) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function describe(method: string, path: string, query: URLSearchParams, body: string, { status, body: said }: { status: number; body: string }): string[] {
  const what = query.get('stateId') ?? query.get('profileId') ?? (query.has('statementId') ? 'by id' : '');
  const answer = status >= 400 && status !== 404 ? `${status} ${said}` : String(status);
  const line = `${method} ${path}${what === '' ? '' : ` ${what}`} -> ${answer}`;
  if (path === 'statements' && method === 'POST') return [line, ...(JSON.parse(body) as Json[]).map((each) => `  ${shown(each)}`)];
  return method === 'PUT' ? [line, `  ${body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`] : [line];
}

/** What a reader wants to know of a statement. */
function shown(statement: Json): string {
  const result = statement['result'];
  const categories = child(child(statement['context'], 'contextActivities'), 'category');
  const marks = Array.isArray(categories) ? categories.map((each) => String(child(each, 'id')).replace(/.*\//, '')) : [];
  const definition = child(statement['object'], 'definition');
  const type = child(definition, 'interactionType');
  const parts = [
    shortVerb(statement),
    String(child(statement['object'], 'id')),
    ...(result === undefined ? [] : [JSON.stringify(result)]),
    ...(type === undefined ? [] : [`${String(type)} ${JSON.stringify(child(definition, 'correctResponsesPattern') ?? [])}`]),
    ...(marks.length === 0 ? [] : [`[${marks.join(' ')}]`]),
  ];
  return parts.join(' ');
}

export interface StoreStage extends Stage {
  /** Every statement that the store has taken. */
  stored(): Json[];
  /** Everything that it was asked for and sent. */
  requests(): LrsRequest[];
  readonly lrs: Lrs;
}

/** cmi5: each launch is a session of its own; a new attempt is another registration. */
export function cmi5Stage(learner: Learner | null): StoreStage {
  return stage(learner, cmi5, (lrs, registration, actor, { mode }) =>
    lrs.launchCmi5(ENDPOINT, { publisherId: `${course.iri}/unit`, activityId: ACTIVITY, registration, actor, mode: ({ normal: 'Normal', browse: 'Browse', review: 'Review' } as const)[mode], mastery: course.passMark }),
  );
}

/** Tin Can knows no modes. */
export function tincanStage(learner: Learner | null): StoreStage {
  return stage(learner, tincan, (lrs, registration, actor) => new URLSearchParams({ endpoint: ENDPOINT, auth: lrs.plainToken(), actor: JSON.stringify(actor), registration, activity_id: course.iri }));
}

type Launcher = (lrs: Lrs, registration: string, actor: Json, terms: LaunchTerms) => URLSearchParams;

function stage(learner: Learner | null, driver: typeof cmi5, launch: Launcher): StoreStage {
  const uuid = counted();
  let clock = Date.UTC(2026, 0, 2, 3, 4, 0);
  const now = (): number => (clock += 10);
  const lrs = new Lrs({ now, ids: uuid, strict: true });
  const drawer = memoryDrawer();
  const windows: StoreWindow[] = [];
  const requests: LrsRequest[] = [];
  let registration = uuid();
  let down = false;
  let calls: string[] = [];
  return {
    trouble(on) {
      down = on;
    },
    launch(terms, built) {
      if (terms.attempt === 'new') registration = uuid();
      const actor = { objectType: 'Agent', name: learner?.name ?? '', account: { homePage: 'https://lms.example', name: learner?.id ?? '' } };
      const search = learner === null ? new URLSearchParams() : launch(lrs, registration, actor, terms);
      if (terms.prefers !== undefined) lrs.documents.set(['agent', LEARNER_PREFERENCES, '', JSON.stringify(actor), ''].join('\n'), JSON.stringify({ languagePreference: terms.prefers.languages, audioPreference: terms.prefers.audio }));
      const window = storeWindow(lrs, search, { now, uuid, drawer, fault: () => (down ? 503 : null), hear: (line) => calls.push(line), asked: (request) => requests.push(request) });
      windows.push(window);
      return driver(window, built);
    },
    stored: () => lrs.statements,
    requests: () => requests,
    lrs,
    settled: async () => {
      for (const window of windows) await window.idle();
    },
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

/** A plain web server: the browser keeps one thing. */
export function webStage(): Stage {
  const held = new Map<string, string>();
  let calls: string[] = [];
  const shelf = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (held.get(key) !== value) calls.push(`keep ${key}: ${value}`);
      held.set(key, value);
    },
  };
  return {
    launch: () => web(course.id, () => shelf),
    settled: () => Promise.resolve(),
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

/** SCORM 2004 with a record store beside it: the LMS's calls, and what the store is told under a pass of its own. */
export function besideStage(learner: Learner | null): Stage & Pick<StoreStage, 'stored'> {
  const scorm = scormStage(SCORM_2004, learner);
  const uuid = counted();
  let clock = Date.UTC(2026, 0, 2, 3, 4, 0);
  const now = (): number => (clock += 10);
  const lrs = new Lrs({ now, ids: uuid, strict: true });
  const drawer = memoryDrawer();
  const windows: StoreWindow[] = [];
  let calls: string[] = [];
  let down = false;
  const xapi = { endpoint: ENDPOINT, broker: 'https://training.example/pass' };
  return {
    stored: () => lrs.statements,
    trouble(on) {
      down = on;
      scorm.trouble?.(on);
    },
    launch(terms, built) {
      const window = storeWindow(lrs, new URLSearchParams(), { now, uuid, drawer, fault: () => (down ? 503 : null), hear: (line) => calls.push(line) });
      windows.push(window);
      const pass = { authorization: `Basic ${lrs.plainToken()}`, actor: { objectType: 'Agent', account: { homePage: 'https://example.org', name: 'lan' } } };
      const fetch: typeof globalThis.fetch = (input, init) => {
        if (String(input) !== xapi.broker) return window.fetch(input, init);
        calls.push(`POST ${xapi.broker} -> ${down ? 'no answer' : 200}`);
        return down ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response(JSON.stringify(pass)));
      };
      return beside(scorm.launch(terms, built), { ...window, fetch, origin: 'https://lms.example' }, { ...built, xapi });
    },
    settled: async () => {
      for (const window of windows) await window.idle();
    },
    takeCalls() {
      const taken = [...scorm.takeCalls(), ...calls];
      calls = [];
      return taken;
    },
  };
}
