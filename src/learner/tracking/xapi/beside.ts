/**
 * Statements beside a standard that knows none: the LMS hears everything as before, and a record store hears it too. The
 * store is never waited for, and its troubles are never the LMS's.
 */
import type { Agent, Statement } from '@xapi/xapi';
import type { CoursePayload } from '../../../course/payload.ts';
import type { Fact, Opening, Tracker } from '../tracker.ts';
import { askBroker, type Pass } from './broker.ts';
import { openClient, type Client, type Line } from './client.ts';
import { openOutbox, type Drawer, type Outbox } from './outbox.ts';
import type { World } from './record-store.ts';
import type { Moment, Scene } from './scene.ts';
import { unitIri } from '../../../vocabulary/units.ts';
import { factStatement, milestone, type Milestone, type Score } from './statements.ts';

export interface BesideWindow extends Line, World {
  drawer(box: string): Promise<Drawer>;
}

/** A course without `xapi` is told to its LMS alone. */
export function beside(inner: Tracker, own: BesideWindow, course: CoursePayload): Tracker {
  const { xapi } = course;
  if (xapi === undefined) return inner;
  let emitter: Emitter | null = null;
  return {
    standard: inner.standard,
    room: inner.room,
    async open() {
      const opening = await inner.open();
      if (opening.connected && opening.mode === 'normal') emitter = new Emitter(own, course, opening);
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
    close(resume, activeSeconds, going) {
      const outcome = inner.close(resume, activeSeconds, going);
      emitter?.end(activeSeconds);
      return outcome;
    },
    ...(inner.goOn === undefined ? {} : { goOn: () => inner.goOn?.() }),
  };
}

const MILESTONES: readonly Fact['kind'][] = ['completed', 'passed', 'failed'];

interface Happening {
  moment: Moment;
  make(scene: Scene, moment: Moment): Statement | null;
}

class Emitter {
  readonly #own: BesideWindow;
  readonly #course: CoursePayload;
  readonly #opening: Opening;
  /** What happened before it was known who is learning, and where to send it. */
  #waiting: Happening[] = [];
  #pass: Pass | null = null;
  #outbox: Outbox | null = null;
  #client: Client | null = null;
  #score: Score = null;
  #seconds = 0;
  #retrying = false;

  constructor(own: BesideWindow, course: CoursePayload, opening: Opening) {
    this.#own = own;
    this.#course = course;
    this.#opening = opening;
    this.#tell('initialized');
    void this.#connect();
  }

  record(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.kind === 'scored') this.#score = { points: fact.points, of: fact.of };
      if (MILESTONES.includes(fact.kind)) this.#tell(fact.kind as Milestone);
      else this.#note((scene, moment) => factStatement(fact, scene, moment));
    }
  }

  send(seconds: number): void {
    this.#seconds = seconds;
    this.#pack();
    void this.#deliver();
  }

  end(seconds: number): void {
    this.#seconds = seconds;
    this.#tell('terminated');
    this.#pack();
    this.#outbox?.flush();
  }

  #tell(verb: Milestone): void {
    const score = this.#score;
    this.#note((scene, moment) => milestone(verb, { scene, moment, seconds: this.#seconds, score }));
  }

  #note(make: Happening['make']): void {
    const moment = { id: this.#own.uuid(), at: Math.round(this.#own.now() + (this.#client?.skew ?? 0)) };
    this.#waiting.push({ moment, make });
  }

  /** Asks for a pass; without one everything waits for the next visit of this page. */
  async #connect(): Promise<void> {
    const { xapi, iri, version, build } = this.#course;
    if (xapi === undefined) return;
    this.#pass = await askBroker(xapi.broker, { course: iri, version, build, learner: this.#opening.learner ?? { id: '', name: '' } }, this.#own);
    if (this.#pass === null) return this.#again(60);
    this.#client = openClient({ endpoint: this.#pass.endpoint ?? xapi.endpoint, authorization: this.#pass.authorization }, this.#own);
    const drawer = await this.#own.drawer([xapi.endpoint, JSON.stringify(this.#pass.actor), iri, this.#course.id].join(' '));
    this.#outbox = openOutbox(this.#client, drawer);
    await this.#outbox.restore();
    this.#pack();
    await this.#deliver();
  }

  #pack(): void {
    if (this.#outbox === null || this.#pass === null) return;
    const scene = this.#scene(this.#pass.actor, this.#pass.registration);
    const statements = this.#waiting.flatMap(({ moment, make }) => make(scene, moment) ?? []);
    this.#waiting = [];
    this.#outbox.add(statements.map((statement) => ({ id: statement.id ?? '', statement: JSON.stringify(statement), alone: false })));
  }

  async #deliver(): Promise<void> {
    const outbox = this.#outbox;
    if (outbox === null || (await outbox.deliver())) return;
    // A pass runs out: another one may be had, and what is left goes out under it.
    if (outbox.stopped) this.#outbox = null;
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

  #scene(actor: Agent, registration: string | null): Scene {
    const { iri, title, language, version, build, unit, lessons } = this.#course;
    // One lesson done is not the course done.
    const root = unit === undefined ? iri : unitIri(iri, lessons[0]?.id ?? '');
    return { actor, registration, root, course: { iri, title, language, version, build }, template: {}, categories: { own: [], deciding: [] }, mastery: null };
  }
}
