/** Everything around a learner's page, with a clock that is turned by hand: an LMS or a record store, browsers, faults that come and go. */
import type { CoursePayload } from '../../src/course/payload.ts';
import { openLedger, type Ledger } from '../../src/learner/ledger.ts';
import { Recorder } from '../../src/learner/recorder.ts';
import type { Slot } from '../../src/learner/slot.ts';
import { scorm12 } from '../../src/learner/tracking/scorm12.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import type { Opening, Tracker } from '../../src/learner/tracking/tracker.ts';
import { cmi5 } from '../../src/learner/tracking/xapi/cmi5.ts';
import type { Drawer, Entry } from '../../src/learner/tracking/xapi/outbox.ts';
import { tincan } from '../../src/learner/tracking/xapi/tincan.ts';
import { shareCourse } from '../../src/learner/windows.ts';
import { withLrsFaults } from '../../src/preview/lrs/faults.ts';
import { Lrs, type LrsRequest } from '../../src/preview/lrs/lrs.ts';
import type { Json } from '../../src/preview/lrs/statement-rules.ts';
import { type ApiNames, type Fault, withFaults } from '../../src/preview/page/faults.ts';
import { ENDPOINT } from '../traces/store.ts';
import { Channels } from './channel.ts';
import type { Clock } from './clock.ts';
import { course } from './course.ts';
import { lmsFunctions } from './lms.ts';

export type Standard = 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan';
export const STANDARDS: readonly Standard[] = ['scorm2004', 'scorm12', 'cmi5', 'tincan'];

const NAMES: Record<'scorm2004' | 'scorm12', ApiNames> = {
  scorm2004: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', terminate: 'Terminate', lastError: 'GetLastError', mode: 'cmi.mode', suspendData: 'cmi.suspend_data', tooLong: '406' },
  scorm12: { initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', terminate: 'LMSFinish', lastError: 'LMSGetLastError', mode: 'cmi.core.lesson_mode', suspendData: 'cmi.suspend_data', tooLong: '405' },
};

const ACTOR = { objectType: 'Agent', name: 'Ada', account: { homePage: 'https://lms.example', name: 'ada' } };
const ACTIVITY = 'https://lms.example/activities/17';
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
/** A slow line: so many turns of the event loop, in which other things happen. */
const SLOW_TURNS = 8;

/** One browser: what it keeps outlives its pages. */
export class Browser {
  work: string | null = null;
  readonly boxes = new Map<string, Entry[]>();
  readonly channels = new Channels();

  slot(page: Page): Slot {
    const here = (): boolean => !page.dead && !page.blind;
    return {
      load: () => Promise.resolve(here() ? this.work : null),
      // A write takes a moment, and one that a crash overtakes is lost.
      put: (text) => Promise.resolve().then(() => (here() ? ((this.work = text), true) : false)),
    };
  }

  drawer(page: Page, box: string): Drawer {
    const here = (): boolean => !page.dead && !page.blind;
    const held = (): Entry[] => this.boxes.get(box) ?? [];
    const keep = (entries: Entry[]): Promise<void> => Promise.resolve().then(() => void (here() && this.boxes.set(box, entries)));
    return {
      load: () => Promise.resolve(here() ? [...held()] : []),
      put: (added) => keep([...held(), ...added]),
      remove: (ids) => keep(held().filter(({ id }) => !ids.includes(id))),
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
  /** What it says of saving just now. */
  saved: boolean;
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
  payload: CoursePayload = course;
  #ids = 0;
  #under = 0;
  #going = false;

  constructor(standard: Standard, clock: Clock) {
    this.standard = standard;
    this.clock = clock;
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
    const page = { browser, dead: false, blind: this.faults.has('storage'), gaveWay: false, saved: false, read: new Set(), firstMark: 0 } as Page;
    const tracker = this.standard === 'cmi5' || this.standard === 'tincan' ? this.#storeTracker(page) : this.#apiTracker(page);
    let opened = false;
    const opens = tracker.open().finally(() => (opened = true));
    for (await this.idle(); !opened; await this.idle()) this.clock.pass(1);
    const opening = await opens;
    const ledger = await this.#ledger(page, opening);
    const recorder = new Recorder({
      course: this.payload,
      tracker,
      opening,
      ...(ledger === null ? {} : { ledger }),
      activeSeconds: () => 1,
      onSaved: (state, pending) => {
        page.saved = state === 'saved' && !pending;
        onSaved(page, page.saved);
      },
    });
    Object.assign(page, { tracker, opening, recorder });
    this.#share(page);
    await this.idle();
    return page;
  }

  async #ledger(page: Page, { connected, mode, learner }: Opening): Promise<Ledger | null> {
    return connected && mode === 'normal' && learner !== null ? openLedger(page.browser.slot(page), () => undefined) : null;
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
    const window = { parent: null, opener: null, top: null };
    const hidden = (['no-api', 'api-late', 'other-origin', 'sandboxed'] as const).some((fault) => this.faults.has(fault));
    const object = standard === 'scorm12' ? 'API' : 'API_1484_11';
    const own = hidden ? window : { ...window, [object]: Object.fromEntries(Object.entries(functions).map(([name, act]) => [name, (...args: string[]) => (page.dead ? '' : act(...args))])) };
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
    const wrong = this.#wrong;
    const tab = new Map<string, string>();
    const handle = withLrsFaults((request) => this.lrs.handle(request), this.faults);
    const own = {
      search: `?${search.toString()}`,
      now: () => Date.now() + wrong,
      uuid: () => this.#uuid(),
      later: (seconds: number, act: () => void) => void setTimeout(() => (page.dead ? undefined : act()), seconds * 1000),
      session: { getItem: (key: string) => tab.get(key) ?? null, setItem: (key: string, value: string) => void tab.set(key, value) },
      drawer: (box: string) => Promise.resolve(page.browser.drawer(page, box)),
      turn: () => <T>(work: () => Promise<T>) => work(),
      fetch: (input: string | URL | Request, init?: RequestInit) => this.#fetch(page, handle, input, init),
    };
    return this.standard === 'cmi5' ? cmi5(own, this.payload) : tincan(own, this.payload);
  }

  async #fetch(page: Page, handle: ReturnType<typeof withLrsFaults>, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    // A page that died sends nothing, and hears nothing.
    if (page.dead) return new Promise(() => undefined);
    const url = new URL(String(input));
    const request: LrsRequest = { method: init.method ?? 'GET', path: url.pathname.slice('/lrs/'.length), query: url.searchParams, headers: Object.fromEntries(new Headers(init.headers).entries()), body: typeof init.body === 'string' ? init.body : '' };
    this.#under += 1;
    await Promise.resolve();
    if (this.faults.has('slow')) for (let turn = 0; turn < SLOW_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    const answer = this.faults.has('offline') ? null : handle(request);
    this.#under -= 1;
    if (request.method !== 'GET') this.changed();
    if (page.dead) return new Promise(() => undefined);
    if (answer === null) throw new TypeError('Failed to fetch');
    const headers = { Date: new Date(Date.now()).toUTCString(), ...(answer.retryAfter === undefined ? {} : { 'Retry-After': String(answer.retryAfter) }) };
    return new Response(answer.status === 204 ? null : answer.body, { status: answer.status, headers });
  }

  /** The page is told that it goes, unless the way it goes tells nobody. */
  leave(page: Page): void {
    this.#going = true;
    page.recorder.close(true);
    this.#going = false;
  }

  get stored(): Stored {
    return this.standard === 'cmi5' || this.standard === 'tincan' ? this.#inStore() : this.#inLms();
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
    this.kept = new Map();
    this.registration = this.#uuid();
  }

  /** An LMS that drops the progress and keeps the rest of the record. */
  loseProgress(): void {
    this.kept = new Map([...this.kept].filter(([element]) => element !== 'cmi.suspend_data'));
  }

  /** When nothing is under way. */
  async idle(): Promise<void> {
    if (this.standard === 'scorm2004' || this.standard === 'scorm12') {
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
