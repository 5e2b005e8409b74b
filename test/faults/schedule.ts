/** Plays a schedule, and says what did not hold of what must hold whatever the order was. */
import { Clock } from './clock.ts';
import { readOwed } from '../../src/learner/ledger.ts';
import { fromResume, type Stored } from '../../src/learner/session/resume.ts';
import type { Fault } from '../../src/preview/page/faults.ts';
import { grade } from '../../src/grading/grade.ts';
import type { Command, Schedule } from './commands.ts';
import { ESSAYS, itemById, items, ITEMS, objectives, responseTo } from './course.ts';
import { brokenBeside, brokenHere, unkept, unsaid } from './elsewhere.ts';
import { Browser, hasApi, type Page, type Stored as InRecord, World } from './world.ts';

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
export interface Truth {
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
  readonly #devices: readonly [Browser, Browser] = [new Browser(), new Browser()];
  /** Of the attempt; where nobody but the browser keeps it, of each device. */
  #truths: [Truth, Truth] = [nothing(), nothing()];
  #page: Page | null = null;
  /** Windows that stay open behind it, on the same device. */
  readonly #others: Page[] = [];
  #device: 0 | 1 = 0;
  #marks = 0;
  /** No page could know that its progress would be stored cut. */
  #cutsLater = false;
  #highest: [number, number] = [-1, -1];
  #parsed: { text: string; stored: Stored | null } = { text: '', stored: null };

  get #truth(): Truth {
    return this.#truths[this.#own];
  }

  get #own(): 0 | 1 {
    return this.#world.standard === 'web' ? this.#device : 0;
  }

  get #stored(): InRecord {
    return this.#world.storedFor(this.#devices[this.#device]);
  }

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
        return this.#go(this.#leave);
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
        this.#cutsLater ||= command.fault === 'cut-later';
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
      if (this.#world.standard === 'web') this.#lookHere(true);
    }
    this.#audit();
  }

  async #launch(device: 0 | 1): Promise<void> {
    await this.#leaveAll();
    this.#device = device;
    const { resume } = this.#stored;
    this.#page = await this.#open();
    this.#hearOpened(this.#page, resume);
    this.#touch();
  }

  async #open(): Promise<Page> {
    const page = await this.#world.launch(this.#devices[this.#device], (each, saved) => this.#hear(each, saved));
    page.firstMark = this.#marks + 1;
    return page;
  }

  /** The newer page goes on; the older one gives way where it could write, and else stays open behind it. */
  async #secondWindow(): Promise<void> {
    // Of windows that were opened at the same moment, chance decides which one goes on.
    await this.#wait(2);
    const older = this.#page;
    if (older === null || older.dead) return;
    const { resume } = this.#stored;
    const newer = await this.#open();
    this.#hearOpened(newer, resume);
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
    while (this.#page !== null) await this.#go(this.#leave);
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
    this.#lookRead(page);
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
    if (!page.dead && !this.#world.faults.has('no-events')) {
      how(page);
      if (how === this.#leave) this.#lookRead(page);
    }
    // What is on its way arrives; what would have to be sent later does not.
    await this.#world.idle();
    page.dead = true;
    this.#page = this.#behind();
    this.#touch();
  }

  readonly #leave = (page: Page): void => this.#world.leave(page);

  #lookRead(page: Page): void {
    if (this.#world.standard === 'web' && !page.gaveWay && writes(page)) this.broken.push(...unkept(this.#reading(this.#stored.resume), page.read));
  }

  async #newAttempt(): Promise<void> {
    await this.#leaveAll();
    if (this.#world.standard === 'web' || this.#unconfirmed()) return;
    this.#world.startAnew();
    this.#truths = [nothing(), nothing()];
    this.#highest = [-1, -1];
  }

  /** An attempt of which the LMS never confirmed anything cannot be told from the next one. */
  #unconfirmed(): boolean {
    return this.#stored.resume === '' || this.#devices.some(({ work }) => work !== null && readOwed(work)?.first === true);
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

  /** The same text is asked about again and again. */
  #reading(resume: string): Stored | null {
    if (resume !== this.#parsed.text) this.#parsed = { text: resume, stored: fromResume(resume, this.#world.payload) };
    return this.#parsed.stored;
  }

  /** What counts always survives, and of what the LMS has cut off nobody says that it is saved. */
  #hearOpened(page: Page, resume: string): void {
    const { lost, cut } = page.recorder;
    if (lost) this.broken.push('the page found nothing but an unreadable rest');
    if (page.opening.connected && cut !== (this.#reading(resume)?.cut ?? false)) this.broken.push(cut ? 'the page says that answers were cut, and none is' : 'answers are cut, and the page does not say so');
    if (cut && page.saidSaved) this.broken.push('the page called progress saved that the LMS has cut');
    this.#hear(page, page.saved);
  }

  /** The page said what it said: "saved" is a promise about everything so far. */
  #hear(page: Page, saved: boolean): void {
    if (!saved || page !== this.#page || !writes(page)) return;
    const { answers, resume } = this.#stored;
    const known = this.#reading(resume);
    if (hasApi(this.#world.standard)) this.broken.push(...unsaid(known, this.#stored, this.#world.standard === 'scorm12'));
    if (known?.cut === true && !this.#cutsLater) this.broken.push('the page called progress saved that the LMS had cut');
    const seen = known?.lessons.get(1)?.seen;
    for (const part of page.read) if (seen?.has(part) !== true) this.broken.push(`the page said "saved", and section ${part} was not stored as read`);
    for (const given of this.#truth.given) {
      if (given.forgotten || given.device !== placeOf(page, this.#device) || (page.blind && given.mark < page.firstMark)) continue;
      const tries = known?.lessons.get(1)?.items.get(itemById(given.item).item.key)?.tries ?? 0;
      // An answer that was lost with its page before "saved" was said is not what is promised here.
      const listed = this.#world.standard === 'web' || answers.includes(given.mark);
      if (!listed || tries === 0) {
        if (given.keepable && !given.shadowed) this.broken.push(`the page said "saved", and answer ${given.mark} was not stored`);
      } else given.acknowledged = true;
    }
  }

  /** What the LMS has now must be true. */
  #look(): void {
    if (this.#world.standard === 'web') return this.#lookHere(false);
    const { completed, passed, score } = this.#stored;
    const { given, read } = this.#truth;
    const best = new Map<string, number>();
    for (const { item: name, score: reached } of given) best.set(name, Math.max(best.get(name) ?? 0, reached));
    const points = ITEMS.reduce((sum, name) => sum + (best.get(name) ?? 0) * itemById(name).item.points, 0);
    const done = read.size === 2 && best.size === ITEMS.length;
    if (passed && points / 4 < 0.75 - 1e-6) this.broken.push(`passed with ${points} of 4 points`);
    if (completed && !done) this.broken.push(`completed with ${read.size} sections and ${best.size} questions`);
    if (score !== null && score > (points / 4) * 100 + 0.01) this.broken.push(`score ${score} with ${points} of 4 points`);
    this.#neverFalls(score);
    for (const verdict of this.#world.doubledVerdicts) this.broken.push(`${verdict} was told twice`);
  }

  #neverFalls(score: number | null): void {
    const before = this.#highest[this.#own];
    if (score !== null && score < before) this.broken.push(`the score fell from ${before} to ${score}`);
    this.#highest[this.#own] = Math.max(before, score ?? -1);
  }

  /** `closed`: everything that was done on this device must be there. */
  #lookHere(closed: boolean): void {
    const { points, broken } = brokenHere(this.#reading(this.#stored.resume), this.#truth, closed);
    this.broken.push(...broken);
    this.#neverFalls(points);
  }

  #audit(): void {
    this.#look();
    if (this.#world.standard === 'web') return;
    const { answers: stated, ...verdicts } = this.#world.beside;
    const { answers, resume, completed, passed } = this.#stored;
    if (this.#world.standard === 'beside') this.broken.push(...brokenBeside(this.#truth, stated, this.#world.attempts === 1 ? verdicts : null, { completed, passed }));
    const doubled = answers.filter((mark, index) => answers.indexOf(mark) !== index);
    if (doubled.length > 0) this.broken.push(`answers ${doubled.join(', ')} are there twice`);
    const { given } = this.#truth;
    for (const { mark, acknowledged, keepable, shadowed } of given) {
      if (answers.includes(mark)) continue;
      if (acknowledged) this.broken.push(`answer ${mark} was acknowledged and is lost`);
      else if (keepable && !shadowed) this.broken.push(`answer ${mark} was kept for the next launch and never delivered`);
    }
    const known = this.#reading(resume);
    if (given.length > 0 && known === null && given.some(({ keepable }) => keepable)) this.broken.push('the progress cannot be read');
    if (known?.completed === true && !completed && this.#world.standard !== 'scorm12') this.broken.push('the progress says completed, the record does not');
    if (known?.passed === true && !passed && this.#world.standard !== 'scorm12') this.broken.push('the progress says passed, the record does not');
  }
}

const nothing = (): Truth => ({ given: [], read: new Set() });

const writes = ({ opening }: Page): boolean => opening.connected && opening.mode === 'normal';

/** A page without storage knows nothing of the others on its device: it is as good as another one. */
const placeOf = ({ blind }: Page, device: number): number => (blind ? 2 + device : device);
