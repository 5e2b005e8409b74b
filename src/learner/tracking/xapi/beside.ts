/**
 * Statements beside a standard that knows none: the LMS hears everything as before, and a record store hears it too. The
 * store is never waited for, and its troubles are never the LMS's.
 */
import type { Agent, Statement } from '@xapi/xapi';
import type { CoursePayload, RecordStore } from '../../../course/payload.ts';
import type { Fact, Opening, Tracker } from '../tracker.ts';
import { askBroker, embeddedPass, type Pass } from './broker.ts';
import { openClient, type Client, type Line } from './client.ts';
import { openOutbox, type Drawer, type Entry, type Outbox } from './outbox.ts';
import type { World } from './record-store.ts';
import type { Moment, Scene } from './scene.ts';
import { unitIri } from '../../../vocabulary/units.ts';
import { factStatement, milestone, type Milestone, type Score } from './statements.ts';
import type { Turn } from './turns.ts';

export interface BesideWindow extends Line, World {
  drawer(box: string): Promise<Drawer>;
  turn(box: string): Turn;
  /** Where the course is served from: names the accounts of an LMS that nobody else vouches for. */
  origin: string;
}

/** A course without `xapi` is told to its LMS alone. */
export function beside(inner: Tracker, own: BesideWindow, course: CoursePayload): Tracker {
  const { xapi } = course;
  if (xapi === undefined) return inner;
  let emitter: Emitter | null = null;
  return {
    standard: inner.standard,
    // What is known only while the course runs is asked for each time.
    get room() {
      return inner.room;
    },
    get readBack() {
      return inner.readBack ?? false;
    },
    answersHeld: () => inner.answersHeld?.() ?? null,
    resultHeld: () => inner.resultHeld?.() ?? null,
    fellBehind: () => inner.fellBehind?.(),
    giveWay: (overtaken) => inner.giveWay?.(overtaken),
    async open() {
      const opening = await inner.open();
      if (opening.connected && opening.mode === 'normal') emitter = new Emitter(own, course, xapi, opening);
      return opening;
    },
    record(facts) {
      inner.record(facts);
      emitter?.record(facts);
    },
    save(resume, activeSeconds) {
      const outcome = inner.save(resume, activeSeconds);
      emitter?.send(activeSeconds);
      return outcome;
    },
    cutsProgress: () => inner.cutsProgress?.(),
    close(resume, activeSeconds, going, shorter) {
      const outcome = inner.close(resume, activeSeconds, going, shorter);
      emitter?.end(activeSeconds);
      return outcome;
    },
    ...(inner.goOn === undefined ? {} : { goOn: () => inner.goOn?.() }),
  };
}

const MILESTONES: readonly Fact['kind'][] = ['completed', 'passed', 'failed'];

/** Stands for the learner until the broker says who that is; statements of two learners are told apart by it. */
const somebody = (name: string): Agent => ({ objectType: 'Agent', account: { homePage: 'https://lectern.example', name } }) as unknown as Agent;

/**
 * A statement is made and kept in the browser when it happens, whoever may take it and whenever: a closed tab takes nothing with it.
 * Who the learner is, and by how much this computer's clock is wrong, is put in when it is sent.
 */
class Emitter {
  readonly #own: BesideWindow;
  readonly #course: CoursePayload;
  readonly #store: RecordStore;
  readonly #opening: Opening;
  readonly #box: string;
  readonly #drawer: Promise<Drawer>;
  /** The same, once it is open: a page that goes away comes to no promise any more in Firefox. */
  #open: Drawer | null = null;
  /** Of this visit, not sent yet: their times are by this computer's clock alone. */
  readonly #early = new Set<string>();
  #pass: Pass | null = null;
  #outbox: Outbox | null = null;
  #client: Client | null = null;
  /** What was left in the drawer is in the outbox. */
  #restored: Promise<void> = Promise.resolve();
  #score: Score = null;
  #seconds = 0;
  #latest = 0;
  #progress = -1;
  #retrying = false;

  constructor(own: BesideWindow, course: CoursePayload, store: RecordStore, opening: Opening) {
    this.#own = own;
    this.#course = course;
    this.#store = store;
    this.#opening = opening;
    this.#box = [store.endpoint, course.iri, course.id, opening.learner?.id ?? '', opening.learner?.name ?? ''].join(' ');
    this.#drawer = own.drawer(this.#box);
    void this.#drawer.then((drawer) => (this.#open = drawer));
    this.#tell('initialized');
    void this.#connect();
  }

  record(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.kind === 'scored') this.#score = { points: fact.points, of: fact.of };
      if ('again' in fact && fact.again === true) continue;
      if (MILESTONES.includes(fact.kind)) this.#tell(fact.kind as Milestone);
      else if (fact.kind !== 'progressed' || this.#isNews(fact.measure)) this.#keep(factStatement(fact, this.#scene, this.#moment()));
    }
  }

  /** Another tenth of the course. */
  #isNews(measure: number): boolean {
    const tenth = Math.floor(measure * 10);
    if (tenth <= this.#progress) return false;
    this.#progress = tenth;
    return true;
  }

  send(seconds: number): void {
    this.#seconds = seconds;
    void this.#deliver();
  }

  end(seconds: number): void {
    this.#seconds = seconds;
    this.#tell('terminated');
    this.#outbox?.flush();
  }

  #tell(verb: Milestone): void {
    this.#keep(milestone(verb, { scene: this.#scene, moment: this.#moment(), seconds: this.#seconds, score: this.#score }));
  }

  #keep(statement: Statement | null): void {
    if (statement?.id === undefined) return;
    const entry: Entry = { id: statement.id, statement: JSON.stringify(statement), alone: false };
    if (this.#outbox !== null) return void this.#outbox.add([entry]);
    this.#early.add(entry.id);
    if (this.#open !== null) return void this.#open.put([entry]);
    void this.#drawer.then((drawer) => drawer.put([entry]));
  }

  /** By the store's clock as far as it is known, and never before what was told last. */
  #moment(): Moment {
    this.#latest = Math.max(this.#latest, Math.round(this.#own.now() + (this.#client?.skew ?? 0)));
    return { id: this.#own.uuid(), at: this.#latest };
  }

  /** Asks for a pass; without one everything waits, in this visit or for the next. */
  async #connect(): Promise<void> {
    const { iri, version, build } = this.#course;
    const learner = this.#opening.learner ?? { id: '', name: '' };
    const { broker, authorization } = this.#store;
    const question = { course: iri, version, build, learner };
    this.#pass = authorization !== undefined ? embeddedPass(authorization, learner, this.#own.origin) : broker === undefined ? null : await askBroker(broker, question, this.#own);
    if (this.#pass === null) return this.#again(60);
    const client = openClient({ endpoint: this.#pass.endpoint ?? this.#store.endpoint, authorization: this.#pass.authorization }, this.#own, this.#pass.skew);
    const drawer = await this.#drawer;
    const outbox = openOutbox(client, drawer, { turn: this.#own.turn(this.#box), dress: (entry) => this.#dressed(entry) });
    this.#client = client;
    this.#outbox = outbox;
    this.#restored = outbox.restore(this.#early);
    await this.#deliver();
  }

  #dressed({ id, statement }: Entry): string {
    const made = JSON.parse(statement) as Statement;
    const { actor, registration, skew } = this.#pass ?? { actor: somebody(''), registration: null, skew: 0 };
    const told = Date.parse(made.timestamp ?? '') + (this.#early.has(id) ? skew : 0);
    // An earlier visit may have had a clock that ran ahead, and no store takes what has not happened yet.
    const timestamp = new Date(Math.min(told, this.#own.now() + (this.#client?.skew ?? skew))).toISOString();
    const context = registration === null ? made.context : { ...made.context, registration };
    return JSON.stringify({ ...made, actor, timestamp, context });
  }

  async #deliver(): Promise<void> {
    const outbox = this.#outbox;
    await this.#restored;
    if (outbox === null || (await outbox.deliver())) return;
    // A pass runs out: another one may be had, and what is left in the drawer goes out under it.
    if (outbox.stopped && this.#outbox === outbox) this.#outbox = null;
    this.#again(outbox.pause);
  }

  #again(seconds: number): void {
    if (this.#retrying) return;
    this.#retrying = true;
    this.#own.later(seconds, () => {
      this.#retrying = false;
      void (this.#outbox === null ? this.#connect() : this.#deliver());
    });
  }

  get #scene(): Scene {
    const { iri, title, language, version, build, unit, lessons } = this.#course;
    // One lesson done is not the course done.
    const root = unit === undefined ? iri : unitIri(iri, lessons[0]?.id ?? '');
    return { actor: somebody(this.#opening.learner?.id ?? ''), registration: null, root, course: { iri, title, language, version, build }, template: {}, categories: { own: [], deciding: [] }, mastery: null };
  }
}
