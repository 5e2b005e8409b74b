/** Everything around a learner's page, with a clock that is turned by hand: an LMS or a record store, browsers, faults that come and go. */
import type { CoursePayload } from '../../src/course/payload.ts';
import { openLedger, type Ledger } from '../../src/learner/ledger.ts';
import { Recorder } from '../../src/learner/recorder.ts';
import type { Slot } from '../../src/learner/slot.ts';
import { scorm12 } from '../../src/learner/tracking/scorm12.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import { web, type Shelf } from '../../src/learner/tracking/web.ts';
import type { Opening, Tracker } from '../../src/learner/tracking/tracker.ts';
import { beside, type BesideWindow } from '../../src/learner/tracking/xapi/beside.ts';
import { cmi5, type Cmi5Window } from '../../src/learner/tracking/xapi/cmi5.ts';
import type { Drawer, Entry } from '../../src/learner/tracking/xapi/outbox.ts';
import { tincan } from '../../src/learner/tracking/xapi/tincan.ts';
import { shareCourse } from '../../src/learner/windows.ts';
import { withLrsFaults } from '../../src/preview/lrs/faults.ts';
import { Lrs, type LrsAnswer, type LrsRequest } from '../../src/preview/lrs/lrs.ts';
import type { Json } from '../../src/preview/lrs/statement-rules.ts';
import { API_LATE, type ApiNames, type Fault, withFaults } from '../../src/preview/page/faults.ts';
import { ENDPOINT } from '../traces/store.ts';
import { Channels } from './channel.ts';
import type { Clock } from './clock.ts';
import { course } from './course.ts';
import { lmsFunctions } from './lms.ts';

/** `beside`: SCORM 2004 with a record store beside it; `web`: nobody is told. */
export type Standard = 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan' | 'beside' | 'web';
export const STANDARDS: readonly Standard[] = ['scorm2004', 'scorm12', 'cmi5', 'tincan', 'beside', 'web'];
/** Who can go wrong: an API in the LMS's page, a record store. */
export const hasApi = (standard: Standard): boolean => standard === 'scorm2004' || standard === 'scorm12' || standard === 'beside';
export const hasStore = (standard: Standard): boolean => standard === 'cmi5' || standard === 'tincan' || standard === 'beside';

const NAMES: Record<'scorm2004' | 'scorm12', ApiNames> = {
  scorm2004: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', terminate: 'Terminate', lastError: 'GetLastError', mode: 'cmi.mode', suspendData: 'cmi.suspend_data', tooLong: '406' },
  scorm12: { initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', terminate: 'LMSFinish', lastError: 'LMSGetLastError', mode: 'cmi.core.lesson_mode', suspendData: 'cmi.suspend_data', tooLong: '405' },
};

const ACTOR = { objectType: 'Agent', name: 'Ada', account: { homePage: 'https://lms.example', name: 'ada' } };
const ACTIVITY = 'https://lms.example/activities/17';
const BROKER = 'https://training.example/pass';
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
/** A slow line: so many turns of the event loop, in which other things happen. */
const SLOW_TURNS = 8;

/** One browser: what it keeps outlives its pages. */
export class Browser {
  work: string | null = null;
  readonly boxes = new Map<string, Entry[]>();
  readonly channels = new Channels();
  /** Plain storage, of the course that is told to nobody. */
  readonly shelf = new Map<string, string>();

  slot(page: Page): Slot {
    const here = (): boolean => !page.dead && !page.blind;
    return {
      load: () => Promise.resolve(here() ? this.work : null),
      // A write takes a moment, and one that a crash overtakes is lost.
      put: (text) => Promise.resolve().then(() => (here() ? ((this.work = text), true) : false)),
    };
  }

  boxNames(): string[] {
    return [...this.boxes].flatMap(([name, entries]) => (entries.length === 0 ? [] : [name]));
  }

  drawer(page: Page, box: string): Drawer {
    const here = (): boolean => !page.dead && !page.blind;
    const held = (): Entry[] => this.boxes.get(box) ?? [];
    const keep = (change: (entries: Entry[]) => Entry[]): Promise<void> => Promise.resolve().then(() => void (here() && this.boxes.set(box, change(held()))));
    return {
      load: () => Promise.resolve(here() ? [...held()] : []),
      put: (added) => keep((entries) => [...entries, ...added]),
      remove: (ids) => keep((entries) => entries.filter(({ id }) => !ids.includes(id))),
    };
  }
}

/** One page of the course, from its launch to its end. */
export interface Page {
  readonly browser: Browser;
  readonly tracker: Tracker;
  readonly opening: Opening;
  readonly recorder: Recorder;
  /** Nothing reaches it and nothing leaves it any more. */
  dead: boolean;
  /** It was opened where storage is denied. */
  readonly blind: boolean;
  /** Another window goes on with its work. */
  gaveWay: boolean;
  /** Sections read in it. */
  readonly read: Set<number>;
  /** What it says of saving just now, and what it said first. */
  saved: boolean;
  saidSaved: boolean;
  /** Answers given before it was opened have smaller marks. */
  firstMark: number;
}

/** What was stored, whatever the standard, at one moment. */
export interface Stored {
  resume: string;
  /** Marks of the answers by which they are told apart, in order, and doubled where they are doubled. */
  answers: number[];
  completed: boolean;
  passed: boolean;
  /** 0..100; null = none. */
  score: number | null;
}

export class World {
  readonly faults = new Set<Fault>();
  readonly standard: Standard;
  readonly clock: Clock;
  readonly lrs: Lrs;
  kept: ReadonlyMap<string, string> = new Map();
  registration = '00000000-0000-4000-8000-00000000aaaa';
  /** Called whenever the LMS or the store has taken something. */
  changed: () => void = () => undefined;
  /** The error code of a refused SetValue. */
  code = '351';
  readonly payload: CoursePayload;
  #ids = 0;
  #under = 0;
  #going = false;
  /** A store beside the LMS is told nothing of attempts. */
  attempts = 1;

  constructor(standard: Standard, clock: Clock) {
    this.standard = standard;
    this.clock = clock;
    this.payload = standard === 'beside' ? { ...course, xapi: { endpoint: ENDPOINT, broker: BROKER } } : course;
    this.lrs = new Lrs({ now: () => Date.now(), ids: () => this.#uuid(), strict: true });
  }

  #uuid(): string {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  /** How wrong the computer's clock is when a page is opened. */
  get #wrong(): number {
    return this.faults.has('clock') ? -TWO_DAYS : this.faults.has('clock-ahead') ? TWO_DAYS : 0;
  }

  async launch(browser: Browser, onSaved: (page: Page, saved: boolean) => void): Promise<Page> {
    const page = { browser, dead: false, blind: this.faults.has('storage'), gaveWay: false, saved: false, saidSaved: false, read: new Set(), firstMark: 0 } as Page;
    const tracker = this.#tracker(page);
    let opened = false;
    const opens = tracker.open().finally(() => (opened = true));
    for (await this.idle(); !opened; await this.idle()) this.clock.pass(1);
    const opening = await opens;
    const ledger = await this.#ledger(page, opening);
    let first: boolean | null = null;
    const recorder = new Recorder({
      course: this.payload,
      tracker,
      opening,
      ...(ledger === null ? {} : { ledger }),
      activeSeconds: () => 1,
      onSaved: (state, pending) => {
        page.saved = state === (this.standard === 'web' ? 'kept' : 'saved') && !pending;
        first ??= page.saved;
        onSaved(page, page.saved);
      },
    });
    Object.assign(page, { tracker, opening, recorder, saidSaved: first ?? false });
    this.#share(page);
    await this.idle();
    return page;
  }

  async #ledger(page: Page, { connected, mode, learner }: Opening): Promise<Ledger | null> {
    return connected && mode === 'normal' && learner !== null && this.standard !== 'web' ? openLedger(page.browser.slot(page), () => undefined) : null;
  }

  /** As the keeper does it. */
  #share(page: Page): void {
    const { browser, opening: { connected, learner, mode }, recorder } = page;
    shareCourse({
      channel: connected && learner !== null ? browser.channels.open(() => page.dead) : null,
      writes: mode === 'normal',
      since: recorder.since,
      stored: recorder.stored,
      giveAway: (since, overtaken) => {
        page.gaveWay = true;
        return recorder.giveAway(since, overtaken);
      },
      take: (work) => recorder.join(work),
      fallBehind: () => recorder.fallBehind(),
    });
  }

  #tracker(page: Page): Tracker {
    if (this.standard === 'web') return web(this.payload.id, () => this.#shelf(page));
    if (!hasApi(this.standard)) return this.#storeTracker(page);
    return this.standard === 'beside' ? beside(this.#apiTracker(page), this.#storeWindow(page), this.payload) : this.#apiTracker(page);
  }

  #shelf(page: Page): Shelf {
    if (page.blind) throw new Error('Storage is denied.');
    const { shelf } = page.browser;
    return { getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void (page.dead || (shelf.set(key, value), this.changed())) };
  }

  #apiTracker(page: Page): Tracker {
    const standard = this.standard === 'scorm12' ? 'scorm12' : 'scorm2004';
    const inner = lmsFunctions(this.kept, {
      standard,
      // An LMS's own request is lost with the line; and when it is sent by a page that is going, with the way it is sent.
      reaches: () => !page.dead && !this.faults.has('offline') && !(this.#going && (this.faults.has('sync-refused') || this.faults.has('no-beacon'))),
      stored: (values) => {
        this.kept = values;
        this.changed();
      },
    });
    const honest = Object.fromEntries(Object.entries(inner).map(([name, act]) => [name, (...args: string[]) => (this.#fails(name) ? 'false' : act(...args))]));
    const functions = withFaults(honest, NAMES[standard], this.faults, { now: () => Date.now(), code: this.code, killed: () => (page.dead = true) });
    const object = standard === 'scorm12' ? 'API' : 'API_1484_11';
    const api = Object.fromEntries(Object.entries(functions).map(([name, act]) => [name, (...args: string[]) => (page.dead ? '' : act(...args))]));
    const hidden = (['no-api', 'other-origin', 'sandboxed'] as const).some((fault) => this.faults.has(fault));
    const since = hidden ? Infinity : this.faults.has('api-late') ? Date.now() + API_LATE : 0;
    const parent = { parent: null, opener: null, top: null, get [object]() { return Date.now() < since ? undefined : api; } };
    const own = { parent, opener: null, top: parent };
    return standard === 'scorm12' ? scorm12(own) : scorm2004(own);
  }

  /** What an LMS page answers whose own request did not get through while everything else is well. */
  #fails(name: string): boolean {
    return this.faults.has('offline') && /Commit|Terminate|Finish/.test(name);
  }

  #storeTracker(page: Page): Tracker {
    const search = this.standard === 'cmi5'
      ? this.lrs.launchCmi5(ENDPOINT, { publisherId: `${this.payload.iri}/unit`, activityId: ACTIVITY, registration: this.registration, actor: ACTOR, mastery: this.payload.passMark })
      : new URLSearchParams({ endpoint: ENDPOINT, auth: this.lrs.plainToken(), actor: JSON.stringify(ACTOR), registration: this.registration, activity_id: this.payload.iri });
    const own = { ...this.#storeWindow(page), search: `?${search.toString()}` };
    return this.standard === 'cmi5' ? cmi5(own, this.payload) : tincan(own, this.payload);
  }

  #storeWindow(page: Page): Omit<Cmi5Window, 'search'> & BesideWindow {
    const wrong = this.#wrong;
    const tab = new Map<string, string>();
    const handle = withLrsFaults((request) => this.lrs.handle(request), this.faults);
    return {
      origin: 'https://lms.example',
      now: () => Date.now() + wrong,
      uuid: () => this.#uuid(),
      later: (seconds: number, act: () => void) => void setTimeout(() => (page.dead ? undefined : act()), seconds * 1000),
      session: { getItem: (key: string) => tab.get(key) ?? null, setItem: (key: string, value: string) => void tab.set(key, value) },
      drawer: (box: string) => Promise.resolve(page.browser.drawer(page, box)),
      boxes: () => Promise.resolve(page.dead || page.blind ? [] : page.browser.boxNames()),
      turn: () => <T>(work: () => Promise<T>) => work(),
      fetch: (input: string | URL | Request, init?: RequestInit) => this.#fetch(page, handle, input, init),
    };
  }

  async #fetch(page: Page, handle: ReturnType<typeof withLrsFaults>, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    // A page that died sends nothing, and hears nothing.
    if (page.dead) return new Promise(() => undefined);
    const url = new URL(String(input));
    const request: LrsRequest = { method: init.method ?? 'GET', path: url.pathname.slice('/lrs/'.length), query: url.searchParams, headers: Object.fromEntries(Object.entries(init.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])), body: typeof init.body === 'string' ? init.body : '' };
    this.#under += 1;
    await Promise.resolve();
    if (this.faults.has('slow')) for (let turn = 0; turn < SLOW_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    const answer: ReturnType<typeof handle> = this.faults.has('offline') ? null : url.href === BROKER ? this.#pass() : handle(request);
    this.#under -= 1;
    if (request.method !== 'GET') this.changed();
    if (page.dead) return new Promise(() => undefined);
    if (answer === null) throw new TypeError('Failed to fetch');
    const headers: Record<string, string> = { date: new Date(Date.now()).toUTCString(), ...(answer.retryAfter === undefined ? {} : { 'retry-after': String(answer.retryAfter) }) };
    // As much of a Response as is read; ten thousand schedules ask for some hundred thousand of them.
    return { status: answer.status, ok: answer.status < 300, headers: { get: (name: string) => headers[name.toLowerCase()] ?? null }, text: () => Promise.resolve(answer.body) } as unknown as Response;
  }

  /** A broker that knows the learner. */
  #pass(): LrsAnswer {
    return { status: 200, body: JSON.stringify({ authorization: `Basic ${this.lrs.plainToken()}`, actor: ACTOR }) };
  }

  /** The page is told that it goes, unless the way it goes tells nobody. */
  leave(page: Page): void {
    this.#going = true;
    page.recorder.close(true);
    this.#going = false;
  }

  /** What the record has; of a course that is told to nobody, what this browser keeps. */
  storedFor(browser: Browser): Stored {
    if (this.standard !== 'web') return hasApi(this.standard) ? this.#inLms() : this.#inStore();
    return { resume: browser.shelf.get(`lectern course ${this.payload.id}`) ?? '', answers: [], completed: false, passed: false, score: null };
  }

  /** Statements beside the LMS's own record: marks of the answers, and how often each verdict was told. */
  get beside(): { answers: number[]; completed: number; passed: number } {
    const verb = (name: string): Json[] => this.lrs.statements.filter((each) => String(Reflect.get(Object(each['verb']), 'id')).endsWith(`/${name}`));
    return { answers: verb('answered').map((each) => secondsOf(String(Reflect.get(Object(each['result']), 'duration')))), completed: verb('completed').length, passed: verb('passed').length };
  }

  #inLms(): Stored {
    const value = (name: string): string => this.kept.get(name) ?? '';
    const old = this.standard === 'scorm12';
    const status = value('cmi.core.lesson_status');
    const raw = value(old ? 'cmi.core.score.raw' : 'cmi.score.raw');
    const answers = [...this.kept].flatMap(([key, text]) => (/^cmi\.interactions\.\d+\.latency$/.test(key) ? [secondsOf(text)] : []));
    return {
      resume: value('cmi.suspend_data').split('~')[0] ?? '',
      answers,
      completed: old ? status === 'completed' || status === 'passed' : value('cmi.completion_status') === 'completed',
      passed: old ? status === 'passed' : value('cmi.success_status') === 'passed',
      score: raw === '' ? null : Number(raw),
    };
  }

  #inStore(): Stored {
    const verb = (name: string): Json[] => this.lrs.statements.filter((each) => String(Reflect.get(Object(each['verb']), 'id')).endsWith(`/${name}`) && registrationOf(each) === this.registration);
    const state = [...this.lrs.documents].find(([key]) => key.includes('lectern.progress') && key.includes(this.registration))?.[1] ?? '{}';
    const resume: unknown = Reflect.get(JSON.parse(state) as object, 'resume');
    const score = verb('passed').map((each) => Number(Reflect.get(Object(Reflect.get(Object(each['result']), 'score')), 'raw')));
    return {
      resume: typeof resume === 'string' ? resume : '',
      answers: verb('answered').map((each) => secondsOf(String(Reflect.get(Object(each['result']), 'duration')))),
      completed: verb('completed').length > 0,
      passed: verb('passed').length > 0,
      score: score.length === 0 ? null : Math.max(...score),
    };
  }

  /** Verdicts that were told more than once. */
  get doubledVerdicts(): string[] {
    const told = this.lrs.statements.filter((each) => registrationOf(each) === this.registration).map((each) => String(Reflect.get(Object(each['verb']), 'id')));
    return ['completed', 'passed'].filter((verb) => told.filter((id) => id.endsWith(`/${verb}`)).length > 1);
  }

  /** The attempt is deleted by whoever runs the LMS. */
  startAnew(): void {
    this.attempts += 1;
    this.kept = new Map();
    this.registration = this.#uuid();
  }

  /** An LMS that drops the progress and keeps the rest of the record. */
  loseProgress(): void {
    this.kept = new Map([...this.kept].filter(([element]) => element !== 'cmi.suspend_data'));
  }

  /** When nothing is under way. */
  async idle(): Promise<void> {
    if (!hasStore(this.standard)) {
      // Only what this browser keeps takes a moment.
      for (let turn = 0; turn < 8; turn++) await Promise.resolve();
      return;
    }
    for (let quiet = 0; quiet < 3; quiet = this.#under === 0 ? quiet + 1 : 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

const registrationOf = (statement: Json): unknown => Reflect.get(Object(statement['context']), 'registration');

/** `PT7S`, `PT1M2S` or `0000:00:07`. */
function secondsOf(text: string): number {
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text);
  if (iso !== null) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  const [hours = '', minutes = '', seconds = ''] = text.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
