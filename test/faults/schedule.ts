/** Plays a schedule, and says what did not hold of what must hold whatever the order was. */
import { Clock } from './clock.ts';
import { readOwed } from '../../src/learner/ledger.ts';
import { fromResume } from '../../src/learner/session/resume.ts';
import type { Fault } from '../../src/preview/page/faults.ts';
import { grade } from '../../src/grading/grade.ts';
import type { Command, Schedule } from './commands.ts';
import { ESSAYS, itemById, items, ITEMS, objectives, responseTo } from './course.ts';
import { Browser, type Page, World } from './world.ts';

/** Time passes in steps, so that what a timer sets off can be waited for. Seconds. */
const STEP = 130;

/** An answer as it was given. */
interface Given {
  /** By which it is told apart in every record; also its seconds. */
  mark: number;
  item: string;
  score: number;
  /** The page said "saved" after it. */
  acknowledged: boolean;
  /** This browser could keep it, and the page lived long enough to do so. */
  keepable: boolean;
  device: number;
  /** The other device answered the same question while neither answer was known to have arrived. */
  shadowed: boolean;
  /** The progress that counted it was lost. */
  forgotten: boolean;
}

/** The learner's own truth about this attempt. */
interface Truth {
  given: Given[];
  read: Set<number>;
}

/** Runs one schedule; the sentences say what was broken, none when nothing was. */
export async function run({ standard, code, commands }: Schedule): Promise<{ broken: string[]; touched: ReadonlySet<Fault> }> {
  const clock = new Clock();
  clock.install();
  try {
    const stage = new Stage(new World(standard, clock), code);
    await stage.act({ do: 'launch', device: 0 });
    for (const each of commands) await stage.act(each);
    await stage.end();
    return { broken: stage.broken, touched: stage.touched };
  } finally {
    clock.remove();
  }
}

class Stage {
  readonly broken: string[] = [];
  readonly touched = new Set<Fault>();
  readonly #world: World;
  readonly #devices = [new Browser(), new Browser()];
  #truth: Truth = { given: [], read: new Set() };
  #page: Page | null = null;
  /** Windows that stay open behind it, on the same device. */
  readonly #others: Page[] = [];
  #device = 0;
  #marks = 0;
  #highest = -1;

  constructor(world: World, code: string) {
    this.#world = world;
    this.#world.code = code;
    this.#world.changed = () => this.#look();
  }

  async act(command: Command): Promise<void> {
    switch (command.do) {
      case 'launch':
        return this.#launch(command.device);
      case 'second-window':
        return this.#secondWindow();
      case 'answer':
        return this.#answer(command.item, command.right);
      case 'read':
        return this.#read(command.part);
      case 'essays':
        for (const name of ESSAYS) await this.#answer(name, true);
        return;
      case 'the-rest':
        for (const name of ITEMS) await this.#answer(name, true);
        for (const part of [1, 2] as const) await this.#read(part);
        return;
      case 'hide':
        this.#page?.recorder.save();
        return this.#settle();
      case 'exit':
        return this.#exit();
      case 'close-tab':
        return this.#go((page) => this.#world.leave(page));
      case 'close-other':
        return this.#closeOther();
      case 'remove-frame':
        return this.#go(() => undefined);
      case 'crash':
        for (const other of this.#others.splice(0)) other.dead = true;
        return this.#go(() => undefined);
      case 'new-attempt':
        return this.#newAttempt();
      case 'lose-progress':
        return this.#loseProgress();
      case 'on':
        this.#world.faults.add(command.fault);
        return;
      case 'off':
        this.#world.faults.delete(command.fault);
        return;
      case 'all-well':
        this.#world.faults.clear();
        return;
      case 'wait':
        return this.#wait(command.seconds);
    }
  }

  /** Everything is well again: the learner opens the course on each device, waits and leaves by the button. */
  async end(): Promise<void> {
    this.#world.faults.clear();
    await this.#wait(400);
    for (const device of [0, 1, 0] as const) {
      await this.#launch(device);
      await this.#wait(400);
      await this.#exit();
    }
    this.#audit();
  }

  async #launch(device: 0 | 1): Promise<void> {
    await this.#leaveAll();
    this.#device = device;
    this.#page = await this.#open();
    this.#hear(this.#page, this.#page.saved);
    this.#touch();
  }

  async #open(): Promise<Page> {
    const browser = this.#devices[this.#device];
    if (browser === undefined) throw new Error('There are two devices.');
    const page = await this.#world.launch(browser, (each, saved) => this.#hear(each, saved));
    page.firstMark = this.#marks + 1;
    return page;
  }

  /** The newer page goes on; the older one gives way where it could write, and else stays open behind it. */
  async #secondWindow(): Promise<void> {
    // Of windows that were opened at the same moment, chance decides which one goes on.
    await this.#wait(2);
    const older = this.#page;
    if (older === null || older.dead) return;
    const newer = await this.#open();
    this.#touch();
    await this.#settle();
    this.#page = newer;
    this.#others.push(older);
    this.#hear(newer, newer.saved);
  }

  async #closeOther(): Promise<void> {
    const other = this.#others.shift();
    if (other === undefined) return;
    if (!other.dead && !this.#world.faults.has('no-events')) this.#world.leave(other);
    await this.#world.idle();
    other.dead = true;
  }

  /** The learner goes on in what is behind the window that closed, unless that says where to go on. */
  #behind(): Page | null {
    const at = this.#others.findLastIndex((other) => !other.gaveWay);
    return this.#others.splice(at, at < 0 ? 0 : 1)[0] ?? null;
  }

  async #leaveAll(): Promise<void> {
    while (this.#page !== null) await this.#go((page) => this.#world.leave(page));
    while (this.#others.length > 0) await this.#closeOther();
  }

  async #answer(name: string, right: boolean): Promise<void> {
    const page = this.#page;
    if (page === null || page.dead) return;
    const response = responseTo(name, right);
    const { item, sealed } = itemById(name);
    const before = page.recorder.session.nextInteraction;
    const mark = ++this.#marks;
    if (writes(page)) this.#truth.given.push({ mark, item: name, score: grade(sealed.key, response).score, acknowledged: false, keepable: !page.blind, device: placeOf(page, this.#device), shadowed: false, forgotten: false });
    this.#shadow(name, placeOf(page, this.#device));
    page.recorder.take({ kind: 'answered', lesson: 1, item, sealed, objectives, items, response, sureness: null, latencySeconds: mark, at: Date.now() });
    this.#touch();
    const counted = page.recorder.session.nextInteraction > before;
    if (!counted) this.#truth.given = this.#truth.given.filter((given) => given.mark !== mark);
    // Killed in the middle of it: whether this browser had written it down is chance.
    else if (page.dead) this.#given(mark, { keepable: false });
    await this.#settle();
    if (page.dead) this.#page = this.#behind();
  }

  /** Progress counts tries, not answers: of two that nobody confirmed, one may be taken for the other. Its points are never lost. */
  #shadow(name: string, place: number): void {
    const open = this.#truth.given.filter((given) => given.item === name && !given.acknowledged);
    if (open.some(({ device }) => device !== place)) for (const given of open) given.shadowed = true;
  }

  #given(mark: number, change: Partial<Given>): void {
    Object.assign(this.#truth.given.find((given) => given.mark === mark) ?? {}, change);
  }

  async #read(part: 1 | 2): Promise<void> {
    if (this.#page === null || this.#page.dead) return;
    if (writes(this.#page)) this.#truth.read.add(part);
    this.#page.read.add(part);
    this.#page.recorder.take({ kind: 'part-seen', lesson: 1, part });
    await this.#settle();
  }

  async #exit(): Promise<void> {
    const page = this.#page;
    if (page === null) return;
    const outcome = page.recorder.close();
    if (outcome === 'confirmed') this.#hear(page, true);
    page.recorder.onClosed = (later) => this.#hear(page, later === 'confirmed');
    await this.#wait(30);
    page.dead = true;
    this.#page = this.#behind();
  }

  async #go(how: (page: Page) => void): Promise<void> {
    const page = this.#page;
    this.#page = null;
    if (page === null) return;
    if (!page.dead && !this.#world.faults.has('no-events')) how(page);
    // What is on its way arrives; what would have to be sent later does not.
    await this.#world.idle();
    page.dead = true;
    this.#page = this.#behind();
    this.#touch();
  }

  async #newAttempt(): Promise<void> {
    await this.#leaveAll();
    if (this.#unconfirmed()) return;
    this.#world.startAnew();
    this.#truth = { given: [], read: new Set() };
    this.#highest = -1;
  }

  /** An attempt of which the LMS never confirmed anything cannot be told from the next one. */
  #unconfirmed(): boolean {
    return this.#world.stored.resume === '' || this.#devices.some(({ work }) => work !== null && readOwed(work)?.first === true);
  }

  /** What no LMS confirmed goes with it: work that is left in a browser may belong to an attempt that was deleted. */
  async #loseProgress(): Promise<void> {
    await this.#leaveAll();
    if (this.#unconfirmed()) return;
    this.#world.loseProgress();
    for (const given of this.#truth.given) Object.assign(given, { keepable: false, forgotten: true });
  }

  async #wait(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP) {
      this.#world.clock.pass(Math.min(STEP, left));
      await this.#world.idle();
    }
    this.#touch();
  }

  #settle(): Promise<void> {
    this.#touch();
    return this.#world.idle();
  }

  /** Faults count as touched by a schedule when they were on while a page ran. */
  #touch(): void {
    if (this.#page !== null) for (const fault of this.#world.faults) this.touched.add(fault);
  }

  /** The page said what it said: "saved" is a promise about everything so far. */
  #hear(page: Page, saved: boolean): void {
    if (!saved || page !== this.#page || !writes(page)) return;
    const { answers, resume } = this.#world.stored;
    const known = fromResume(resume, this.#world.payload);
    const seen = known?.lessons.get(1)?.seen;
    for (const part of page.read) if (seen?.has(part) !== true) this.broken.push(`the page said "saved", and section ${part} was not stored as read`);
    for (const given of this.#truth.given) {
      if (given.forgotten || given.device !== placeOf(page, this.#device) || (page.blind && given.mark < page.firstMark)) continue;
      const tries = known?.lessons.get(1)?.items.get(itemById(given.item).item.key)?.tries ?? 0;
      // An answer that was lost with its page before "saved" was said is not what is promised here.
      if (!answers.includes(given.mark) || tries === 0) {
        if (given.keepable && !given.shadowed) this.broken.push(`the page said "saved", and answer ${given.mark} was not stored`);
      } else given.acknowledged = true;
    }
  }

  /** What the LMS has now must be true. */
  #look(): void {
    const { completed, passed, score } = this.#world.stored;
    const { given, read } = this.#truth;
    const best = new Map<string, number>();
    for (const { item: name, score: reached } of given) best.set(name, Math.max(best.get(name) ?? 0, reached));
    const points = ITEMS.reduce((sum, name) => sum + (best.get(name) ?? 0) * itemById(name).item.points, 0);
    const done = read.size === 2 && best.size === ITEMS.length;
    if (passed && points / 4 < 0.75 - 1e-6) this.broken.push(`passed with ${points} of 4 points`);
    if (completed && !done) this.broken.push(`completed with ${read.size} sections and ${best.size} questions`);
    if (score !== null && score > (points / 4) * 100 + 0.01) this.broken.push(`score ${score} with ${points} of 4 points`);
    if (score !== null && score < this.#highest) this.broken.push(`the score fell from ${this.#highest} to ${score}`);
    this.#highest = Math.max(this.#highest, score ?? -1);
    for (const verdict of this.#world.doubledVerdicts) this.broken.push(`${verdict} was told twice`);
  }

  #audit(): void {
    this.#look();
    const { answers, resume, completed, passed } = this.#world.stored;
    const doubled = answers.filter((mark, index) => answers.indexOf(mark) !== index);
    if (doubled.length > 0) this.broken.push(`answers ${doubled.join(', ')} are there twice`);
    const { given } = this.#truth;
    for (const { mark, acknowledged, keepable, shadowed } of given) {
      if (answers.includes(mark)) continue;
      if (acknowledged) this.broken.push(`answer ${mark} was acknowledged and is lost`);
      else if (keepable && !shadowed) this.broken.push(`answer ${mark} was kept for the next launch and never delivered`);
    }
    const known = fromResume(resume, this.#world.payload);
    if (given.length > 0 && known === null && given.some(({ keepable }) => keepable)) this.broken.push('the progress cannot be read');
    if (known?.completed === true && !completed && this.#world.standard !== 'scorm12') this.broken.push('the progress says completed, the record does not');
    if (known?.passed === true && !passed && this.#world.standard !== 'scorm12') this.broken.push('the progress says passed, the record does not');
  }
}

const writes = ({ opening }: Page): boolean => opening.connected && opening.mode === 'normal';

/** A page without storage knows nothing of the others on its device: it is as good as another one. */
const placeOf = ({ blind }: Page, device: number): number => (blind ? 2 + device : device);
