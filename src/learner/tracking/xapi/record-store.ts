/**
 * The tracker of every launch that names a record store: statements through the outbox, the learner's place in a state
 * document. cmi5 and Tin Can differ in how they are launched and in what `Launch` says; the learner never waits for either.
 */
import type { Statement } from '@xapi/xapi';
import { STATE_ROOM } from '../../../vocabulary/state.ts';
import type { Fact, Opening, SaveOutcome, Settled, Tracker } from '../tracker.ts';
import { readObject, stateQuery, type Answer, type Client } from './client.ts';
import type { Earlier } from './leftovers.ts';
import { openOutbox, type Drawer, type Entry, type Outbox } from './outbox.ts';
import type { Moment, Scene } from './scene.ts';
import { factStatement, milestone, verdictId, type Score } from './statements.ts';
import type { Turn } from './turns.ts';

/** What a launch came to. */
export interface Launch {
  client: Client;
  scene: Scene;
  drawer: Drawer;
  turn: Turn;
  opening: Omit<Opening, 'resume'>;
  /** An earlier visit's leftovers may go out under this one; cmi5 forbids it, their session is over. */
  inherits: boolean;
  /** For sessions that may tell nothing any more; left out: there are none. */
  earlier?(mayGoOn: () => boolean): Earlier;
  /** Already told in this session, before the page was loaded anew. */
  begun: boolean;
  /** Kept beside the launch's token, so that a page loaded anew knows. */
  mark(what: 'begun' | 'ended'): void;
}

export type Refused = Pick<Opening, 'reason'>;

export interface World {
  now(): number;
  uuid(): string;
  later(seconds: number, act: () => void): void;
}

const READ_AGAIN_SECONDS = [1, 4] as const;
/** An answer older than this when it is told is one of an earlier visit. Milliseconds. */
const EARLIER = 60_000;
const FLUSHED_SECONDS = 2;
const STATE_ID = 'lectern.progress';
const VERDICTS = ['completed', 'passed', 'failed'] as const;
type Verdict = (typeof VERDICTS)[number];

/** Told once per registration: the id of the statement, and whether the store is known to have it. */
interface Told {
  id: string;
  sure: boolean;
  score: Score;
}

type Verdicts = Partial<Record<Verdict, Told>>;

export function recordStore(standard: string, launch: () => Promise<Launch | Refused>, world: World): Tracker {
  let sitting: Sitting | null = null;
  let closed = false;
  let hear: Settled = () => undefined;
  return {
    standard,
    room: STATE_ROOM,
    knowsAgain: true,
    async open() {
      const launched = await launch();
      if (!('client' in launched)) return { connected: false, reason: launched.reason, resume: null, mode: 'normal', learner: null, passMark: null };
      const opened = new Sitting(launched, world, (outcome) => hear(outcome));
      const begun = await opened.begin();
      // Without what earlier visits left, this one would overwrite it.
      if (begun === null) return { connected: false, reason: 'refused', resume: null, mode: 'normal', learner: null, passMark: null };
      sitting = opened;
      return { ...launched.opening, resume: begun.resume };
    },
    record(facts) {
      if (!closed) sitting?.record(facts);
    },
    save(resume, activeSeconds) {
      return sitting === null ? 'not-recorded' : closed ? 'refused' : sitting.save(resume, activeSeconds);
    },
    close(resume, activeSeconds, going = false) {
      if (sitting === null) return 'not-recorded';
      if (closed) return 'refused';
      closed = true;
      return sitting.close(resume, activeSeconds, going);
    },
    flush: () => sitting?.flush(),
    fellBehind: () => sitting?.fallBehind(),
    giveWay: () => sitting?.giveWay(),
    onSettled(listener) {
      hear = listener;
    },
  };
}

class Sitting {
  readonly #launch: Launch;
  readonly #world: World;
  readonly #outbox: Outbox;
  #earlier: Earlier | null = null;
  readonly #hear: Settled;
  /** What happened since the last save, with its id and time. */
  #happened: { fact: Fact; moment: Moment }[] = [];
  #score: Score = null;
  #verdicts: Verdicts = {};
  /** Statements that the store may have from an earlier visit. */
  readonly #told = new Set<string>();
  /** Of this session; cmi5 allows one of them. */
  #judged = false;
  #progress = -1;
  #latest = 0;
  #resume = '';
  /** The document that the store has, and the one it should have. */
  #stored = '';
  #wanted = '';
  #gaveWay = false;
  #retrying = false;
  #working: Promise<void> | null = null;
  /** Earlier visits may have left something open. */
  #indebted = true;
  /** "terminated", held back until the place is kept. */
  #last: Statement | null = null;
  #ended = false;

  constructor(launch: Launch, world: World, hear: Settled) {
    this.#launch = launch;
    this.#world = world;
    this.#hear = hear;
    this.#outbox = openOutbox(launch.client, launch.drawer, { turn: launch.turn });
  }

  get #writes(): boolean {
    return this.#launch.opening.mode === 'normal';
  }

  /** Reads the learner's place, settles what earlier visits left open, and says that the course is open. Null when the store does not tell. */
  async begin(): Promise<{ resume: string | null } | null> {
    const { begun, inherits, mark } = this.#launch;
    const answer = await this.#readPlace();
    if (answer === null) return null;
    const stored = answer.status === 200 ? readObject(answer.body) : null;
    this.#stored = this.#wanted = answer.status === 200 ? answer.body : '';
    this.#verdicts = readVerdicts(stored?.['verdicts']);
    if (inherits || begun) await this.#outbox.restore();
    if (!begun) {
      this.#queue([milestone('initialized', this.#about(0))], true);
      mark('begun');
    }
    if (this.#writes) this.#earlier = this.#launch.earlier?.(() => !this.#owes) ?? null;
    void this.#work();
    const resume = stored?.['resume'];
    return { resume: typeof resume === 'string' && resume !== '' ? resume : null };
  }

  /** Asked for again when the store is busy; "not found" is an answer. */
  async #readPlace(): Promise<Answer | null> {
    for (const pause of [...READ_AGAIN_SECONDS, null]) {
      const answer = await this.#launch.client.call('GET', 'activities/state', this.#query());
      if (answer.status === 200 || answer.status === 404) return answer;
      if (pause !== null) await new Promise<void>((resolve) => this.#world.later(answer.retryAfter ?? pause, resolve));
    }
    return null;
  }

  record(facts: readonly Fact[]): void {
    if (!this.#writes) return;
    for (const fact of facts) this.#happened.push({ fact, moment: this.#momentOf(fact) });
  }

  save(resume: string, seconds: number): SaveOutcome {
    if (!this.#writes) return 'not-recorded';
    this.#write(resume, seconds);
    void this.#work();
    return 'pending';
  }

  /** The place is kept before the session ends, because an LMS takes nothing after "terminated"; a page that goes cannot wait for that. */
  close(resume: string, seconds: number, going: boolean): SaveOutcome {
    if (this.#writes) this.#write(resume, seconds);
    this.#last = milestone('terminated', this.#about(seconds));
    this.#launch.mark('ended');
    if (going) this.flush();
    else void this.#work();
    return 'pending';
  }

  /** Everything at once, because the page may be gone before the first answer. */
  flush(): void {
    if (this.#wanted !== this.#stored) void this.#putState();
    this.#end();
    this.#outbox.flush();
    // A page that stays after all finds out what came of it, when these requests are over.
    this.#world.later(FLUSHED_SECONDS, () => void this.#work());
  }

  /** What the other window stored last may have come after what this one found, or stored. */
  fallBehind(): void {
    this.#stored = '';
  }

  giveWay(): void {
    this.#gaveWay = true;
  }

  #write(resume: string, seconds: number): void {
    this.#resume = resume;
    for (const { fact, moment } of this.#happened.splice(0)) {
      const statements = this.#tell(fact, moment, seconds);
      if (fact.kind === 'answered' && fact.retold === true && this.#earlier !== null) this.#earlier.add(statements.map(asEntry));
      else if (statements.length > 0) this.#queue(statements, false);
    }
    this.#wanted = this.#document();
  }

  #tell(fact: Fact, moment: Moment, seconds: number): Statement[] {
    const { scene } = this.#launch;
    if (fact.kind === 'scored') this.#score = { points: fact.points, of: fact.of };
    if (fact.kind === 'completed' || fact.kind === 'passed' || fact.kind === 'failed') {
      const told = this.#decide(fact.kind, moment, seconds);
      // An earlier visit may have told it and not have heard the answer: the store is asked first.
      if (fact.again === true) for (const { id } of told) this.#told.add(id ?? '');
      return told;
    }
    if (fact.kind === 'reached') return fact.facts.flatMap((each) => this.#tell(each.kind === 'scored' ? each : { ...each, again: true }, moment, seconds));
    if (fact.kind === 'progressed') {
      const tenth = Math.floor(fact.measure * 10);
      if (tenth <= this.#progress) return [];
      this.#progress = tenth;
    }
    const statement = factStatement(fact, scene, moment);
    return statement === null ? [] : [statement];
  }

  /** Each once per registration, one verdict per session, and none after passed (cmi5 9.3). What must wait is owed to the next visit. */
  #decide(verb: Verdict, moment: Moment, seconds: number): Statement[] {
    if (this.#verdicts[verb] !== undefined && verb !== 'failed') return [];
    if (verb === 'failed' && (this.#verdicts.passed !== undefined || this.#judged)) return [];
    const held = verb === 'passed' && this.#judged;
    const own = verb === 'failed' ? moment : { ...moment, id: verdictId(verb, this.#launch.scene) };
    this.#verdicts[verb] = { id: held ? '' : own.id, sure: false, score: this.#score };
    if (held) return [];
    if (verb !== 'completed') this.#judged = true;
    return [milestone(verb, { ...this.#about(seconds), moment: own })];
  }

  /** Verdicts of an earlier visit that the store may not have: asked for, and told anew where it has not. */
  async #settleDebts(): Promise<void> {
    for (const verb of VERDICTS) {
      const told = this.#verdicts[verb];
      if (told === undefined || told.sure || !this.#writes) continue;
      const answer = told.id === '' ? 404 : (await this.#launch.client.call('GET', 'statements', { statementId: told.id })).status;
      if (answer === 200) told.sure = true;
      if (answer !== 404 || (verb === 'failed' && this.#verdicts.passed !== undefined)) continue;
      const moment = { ...this.#moment(), ...(verb === 'failed' ? {} : { id: verdictId(verb, this.#launch.scene) }) };
      this.#verdicts[verb] = { ...told, id: moment.id };
      if (verb !== 'completed') this.#judged = true;
      this.#queue([milestone(verb, { ...this.#about(0), moment, score: told.score })], false);
    }
  }

  #work(): Promise<void> {
    this.#working ??= this.#run().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #run(): Promise<void> {
    if (this.#indebted) {
      await this.#settleDebts();
      this.#indebted = false;
      if (this.#resume !== '') this.#wanted = this.#document();
    }
    do {
      while (this.#owes || this.#last !== null) {
        if (this.#wanted === this.#stored && (await this.#mayEnd())) this.#end();
        const kept = this.#wanted === this.#stored || (await this.#putState());
        const delivered = await this.#outbox.deliver();
        if (!kept || !delivered) return this.#again(this.#outbox.pause);
        if (this.#outbox.waiting === 0) this.#sure();
      }
      const told = this.#ended || this.#earlier === null || (await this.#earlier.deliver());
      if (!told && !this.#owes && this.#last === null) return this.#again(this.#earlier?.pause ?? 0);
    } while (this.#owes || this.#last !== null);
    // What the store does not take is kept for the next visit, and not called saved.
    const { waiting, owed } = this.#earlier ?? { waiting: 0, owed: 0 };
    this.#hear(this.#outbox.owed + waiting + owed === 0 ? 'confirmed' : 'refused');
  }

  /** Something of this session's own. */
  get #owes(): boolean {
    return this.#wanted !== this.#stored || this.#outbox.waiting > 0;
  }

  /** Nothing is taken after the end, so that what earlier sessions left is tried before it, and once: leaving does not wait for more. */
  async #mayEnd(): Promise<boolean> {
    if (this.#last === null || this.#earlier === null || this.#earlier.waiting === 0) return true;
    if (this.#outbox.waiting > 0) return false;
    await this.#earlier.deliver();
    return true;
  }

  #end(): void {
    if (this.#last === null) return;
    this.#queue([this.#last], false);
    this.#last = null;
    this.#ended = true;
  }

  /** What was told is with the store now, unless it was set aside; the document says so with the next save. */
  #sure(): void {
    for (const verb of VERDICTS) {
      const told = this.#verdicts[verb];
      if (told !== undefined && told.id !== '' && !this.#outbox.refused.includes(told.id)) told.sure = true;
    }
  }

  #again(pause: number): void {
    this.#hear('refused');
    if (this.#outbox.stopped || this.#retrying) return;
    this.#retrying = true;
    this.#world.later(pause, () => {
      this.#retrying = false;
      void this.#work();
    });
  }

  async #putState(): Promise<boolean> {
    const sent = this.#wanted;
    const { status } = await this.#launch.client.call('PUT', 'activities/state', this.#query(), sent);
    const taken = status === 200 || status === 204;
    if (taken || this.#gaveWay) this.#stored = sent;
    return taken || this.#gaveWay;
  }

  #document(): string {
    return JSON.stringify({ format: 1, resume: this.#resume, verdicts: this.#verdicts });
  }

  #query(): Record<string, string> {
    const { actor, root, registration } = this.#launch.scene;
    return stateQuery(STATE_ID, root, actor, registration);
  }

  #queue(statements: readonly Statement[], alone: boolean): void {
    const entries = statements.map((statement): Entry => ({ ...asEntry(statement), alone }));
    void this.#outbox.add(entries, entries.filter(({ id }) => this.#told.has(id)).map(({ id }) => id));
  }

  #about(seconds: number): { scene: Scene; moment: Moment; seconds: number; score: Score } {
    return { scene: this.#launch.scene, moment: this.#moment(), seconds, score: this.#score };
  }

  /** An answer of an earlier visit happened then, not now. */
  #momentOf(fact: Fact): Moment {
    const moment = this.#moment();
    const { skew } = this.#launch.client;
    const happened = fact.kind === 'answered' ? Math.round(fact.at + skew) : moment.at;
    return moment.at - happened > EARLIER ? { ...moment, at: happened } : moment;
  }

  /** By the store's clock, and never before what was told last. */
  #moment(): Moment {
    const at = Math.max(this.#latest, Math.round(this.#world.now() + this.#launch.client.skew));
    this.#latest = at;
    return { id: this.#world.uuid(), at };
  }
}

const asEntry = (statement: Statement): Entry => ({ id: statement.id ?? '', statement: JSON.stringify(statement), alone: false });

function readVerdicts(value: unknown): Verdicts {
  const verdicts: Verdicts = {};
  if (typeof value !== 'object' || value === null) return verdicts;
  for (const verb of VERDICTS) {
    const told: unknown = Reflect.get(value, verb);
    if (typeof told !== 'object' || told === null) continue;
    const { id, sure, score } = told as Record<string, unknown>;
    if (typeof id === 'string') verdicts[verb] = { id, sure: sure === true, score: readScore(score) };
  }
  return verdicts;
}

function readScore(value: unknown): Score {
  if (typeof value !== 'object' || value === null) return null;
  const { points, of } = value as Record<string, unknown>;
  return typeof points === 'number' && typeof of === 'number' ? { points, of } : null;
}
