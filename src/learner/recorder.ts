/** Carries what the learner does to the record: events into the session, its facts to the tracker, and saves that are tried again. */
import type { CoursePayload } from '../course/payload.ts';
import type { Keeping } from './components/keeping.ts';
import type { SaveState } from './components/record-frame.ts';
import type { Noted, Receipt } from '../receipt/receipt.ts';
import { confirmedAt, noted, receiptOf } from './journal.ts';
import { EVENTS_MAX, FACTS_MAX, newest, noLedger, type Ledger, type Owed, type OwedFact } from './ledger.ts';
import { knownTo, markOf } from './session/known.ts';
import { advance, standing, start as startSession, toResume, type LearnerEvent, type Session } from './session/session.ts';
import type { Fact, Opening, ResultHeld, SaveOutcome, Tracker } from './tracking/tracker.ts';

/** What was read is saved after this long at the latest; an answer, and whatever decides the course, at once. */
const READING_SAVE_SECONDS = 20;
const URGENT: readonly Fact['kind'][] = ['answered', 'completed', 'passed', 'failed'];
const SHOWN: Readonly<Record<Exclude<SaveOutcome, 'pending'>, SaveState>> = { confirmed: 'saved', refused: 'not-saved', 'not-recorded': 'no-lms', kept: 'kept' };
const FIRST_RETRY_SECONDS = 5;
const LAST_RETRY_SECONDS = 120;
/** The other window's last save may still be on its way when ours goes out. */
const SETTLE_SECONDS = 3;

export interface RecorderInput {
  course: CoursePayload;
  tracker: Tracker;
  opening: Opening;
  /** Left out: nobody is known, so this browser keeps nothing. */
  ledger?: Ledger;
  /** Active seconds of this visit. */
  activeSeconds: () => number;
  /** `pending`: something was done since that is not stored yet; the words for it stay "saved". */
  onSaved: (state: SaveState, pending: boolean) => void;
}

/** What a window gives away when another one of the same course was opened. */
export interface Handed {
  build: string;
  resume: string;
  /** Answers that the other window's LMS page may not know, and the objectives they changed. */
  facts: Fact[];
}

export class Recorder {
  session: Session;
  /** Earlier work was found. */
  readonly resumed: boolean;
  /** Earlier work was found and could not be read. */
  readonly lost: boolean;
  /** It was read, and the LMS has not kept all answers in it. */
  readonly cut: boolean;
  /** Submissions that the LMS knew of at the launch. */
  readonly since: number;
  /** null: nothing may be written, and nothing is said about it. */
  state: SaveState | null = null;
  private readonly input: RecorderInput;
  private readonly ledger: Ledger;
  private place: string;
  private closed: SaveOutcome | null = null;
  /** Another window has this work now, and an LMS page that knew nothing of it: what this browser holds is that window's to empty. */
  private given = false;
  /** Hears what came of a close that was on its way. */
  onClosed: ((outcome: SaveOutcome) => void) | null = null;
  private later: ReturnType<typeof setTimeout> | undefined;
  /** Answers and objectives of this visit, in order. */
  private told: Fact[] = [];
  /** What the LMS has not confirmed; null = nothing. */
  private owed: Omit<Owed, 'build' | 'attempt' | 'resume' | 'at'> | null = null;
  /** The LMS has nothing of this attempt yet. */
  private first: boolean;
  /** Something was saved in this visit, or is on its way; and something was done since. */
  private asked = false;
  private unsaved = false;
  private confirmedAt: number | null = null;
  /** What a receipt would tell: of this visit, and of earlier ones as far as no LMS has confirmed it. */
  private events: Noted[] = [];

  constructor(input: RecorderInput) {
    this.input = input;
    this.ledger = input.ledger ?? noLedger;
    const { session, facts, resumed, lost, cut } = startSession(input.course, input.opening, Math.random().toString(36).slice(2, 6));
    this.session = session;
    this.resumed = resumed;
    this.lost = lost;
    this.cut = cut;
    if (cut || lost) input.tracker.cutsProgress?.();
    this.since = session.nextInteraction;
    this.first = input.opening.resume === null;
    this.place = session.place;
    input.tracker.onSettled?.((outcome) => this.settle(outcome));
    this.events.push(...noted(facts, Date.now()));
    input.tracker.record(facts);
    // No save yet: there is nothing to resume, and the driver has told the LMS that the course is open.
    const { connected, mode, reason } = input.opening;
    // Of what the LMS has not kept nobody may say that it is saved.
    if (connected && mode === 'normal') this.tell(input.opening.keeper === 'browser' ? 'kept' : 'saved', this.ledger.left !== null || cut || lost);
    else if (!connected && reason !== 'after-termination') this.tell('no-lms');
    if (connected && mode === 'normal' && this.ledger.left !== null) this.settleUp(this.ledger.left);
    this.countOn();
  }

  /** Behind the answers that the LMS lists and its progress does not count: one that is numbered like those would be taken for them. */
  private countOn(): void {
    const held = this.input.tracker.answersHeld?.() ?? 0;
    if (held > this.session.nextInteraction) this.session = { ...this.session, nextInteraction: held };
  }

  /** Takes up what an earlier visit could not deliver. */
  private settleUp(left: Owed): void {
    const { tracker } = this.input;
    // An attempt that the LMS began anew, or went back behind what it had confirmed, is not to be filled with older work.
    const other = !left.first && this.session.attempt !== left.attempt;
    if (this.first ? !left.first : !this.lost && (other || this.session.nextInteraction < left.since)) return this.ledger.clear();
    const held = tracker.answersHeld?.() ?? null;
    const listed = this.input.opening.answers ?? 0;
    const same = left.build === this.session.course.build;
    const unknown = left.facts.filter(({ fact, mark }) => same && (tracker.knowsAgain === true || !knownTo(this.session, fact, mark, held, listed)));
    this.events.unshift(...left.noted);
    this.countOn();
    // What it knows is kept too until it confirms, and handed on: an older window that closes now may overwrite it.
    const known = same ? left.facts.filter((each) => !unknown.includes(each)) : [];
    this.owed = { first: this.first, since: left.since, facts: known, noted: left.noted };
    this.told.push(...known.map(({ fact }) => fact));
    this.advance({ kind: 'joined', resume: left.resume, facts: unknown.map(({ fact }) => fact), adopt: this.first }, unknown.map(({ mark }) => mark));
    this.place ||= this.session.place;
    this.save();
  }

  /** Work of an earlier visit was told at the launch, and the LMS has it. */
  get stored(): boolean {
    return this.ledger.left !== null && this.owed === null;
  }

  get keeping(): Keeping {
    const answers = this.owed?.facts.filter(({ fact }) => fact.kind === 'answered').length ?? 0;
    return { confirmedAt: this.confirmedAt, answers, more: this.owed !== null && answers === 0, here: this.owed !== null && this.ledger.safe, readBack: this.input.tracker.readBack ?? false };
  }

  /** What was done here, for whoever keeps the record when the LMS does not. */
  receipt(): Receipt {
    const { course, opening } = this.input;
    return receiptOf({ course, session: this.session, learner: opening.learner, events: this.events, confirmed: this.confirmedAt, now: Date.now() });
  }

  /** Where the learner is; told to the LMS with the next save, so that scrolling stays silent. */
  moveTo(place: string): void {
    this.place = place;
  }

  take(event: LearnerEvent): void {
    if (this.closed !== null) return;
    const facts = this.advance(event);
    if (facts.some((fact) => URGENT.includes(fact.kind))) return this.save();
    if (facts.length === 0) return;
    if (this.state === 'saved' || this.state === 'kept') this.input.onSaved(this.state, true);
    this.later ??= setTimeout(() => this.save(), READING_SAVE_SECONDS * 1000);
  }

  save(retryAfter = FIRST_RETRY_SECONDS): void {
    if (this.closed !== null) return;
    clearTimeout(this.later);
    this.later = undefined;
    this.advance({ kind: 'moved', place: this.place });
    const { tracker } = this.input;
    const { room } = tracker;
    [this.asked, this.unsaved] = [true, false];
    const saved = tracker.save(toResume(this.session, room), this.input.activeSeconds());
    // An LMS that has just shown that it takes less gets less at once.
    const outcome = saved === 'refused' && tracker.room !== room ? tracker.save(toResume(this.session, tracker.room), this.input.activeSeconds()) : saved;
    // On its way: the driver tries again by itself, and says what came of it.
    if (outcome === 'pending') {
      if (this.state === 'saved') this.input.onSaved('saved', true);
      return;
    }
    if (outcome === 'refused') this.later = setTimeout(() => this.save(Math.min(retryAfter * 2, LAST_RETRY_SECONDS)), retryAfter * 1000);
    this.hear(outcome);
  }

  /** What the LMS itself says of the result, once everything is saved; null where it cannot be asked. */
  resultHeld(): ResultHeld | null {
    return this.closed === null && this.state === 'saved' ? (this.input.tracker.resultHeld?.() ?? null) : null;
  }

  /** What came of a save that was on its way. */
  private settle(outcome: SaveOutcome): void {
    if (outcome === 'pending') return;
    this.hear(outcome);
    if (this.closed === null) return;
    this.closed = outcome;
    this.onClosed?.(outcome);
  }

  private hear(outcome: Exclude<SaveOutcome, 'pending'>): void {
    // Confirmed may be no more than that the course is open, or a save that was on its way when more was done.
    const all = this.asked && !this.unsaved;
    if (outcome === 'confirmed') {
      this.confirmedAt = Date.now();
      if (all) this.settled(this.confirmedAt);
    }
    if (this.closed === null && this.state !== null) this.tell(SHOWN[outcome], outcome === 'confirmed' && this.unsaved);
  }

  /** The LMS has everything. */
  private settled(at: number): void {
    this.first = false;
    if (this.owed === null) return;
    this.events.push(confirmedAt(at));
    this.owed = null;
    if (!this.given) this.ledger.clear();
  }

  /** Where the learner goes after leaving; null = nowhere. */
  get returnUrl(): string | null {
    return this.input.opening.returnUrl ?? null;
  }

  /** The lesson is done and another one follows: the LMS is asked for it with the close that comes next. */
  goOn(): void {
    if (this.closed === null) this.input.tracker.goOn?.();
  }

  /** Title of the lesson that the LMS would launch next; null while this one is not done, and where none follows. */
  get next(): string | null {
    const { course, opening, tracker } = this.input;
    const { completed, success, of, passMark } = standing(this.session);
    const open = completed && (passMark === null || of === 0 || success === 'passed');
    return open && tracker.goOn !== undefined && opening.connected && opening.mode === 'normal' ? (course.unit?.next ?? null) : null;
  }

  /** Once; the first outcome is given back ever after. `going`: the page goes away. */
  close(going = false): SaveOutcome {
    if (this.closed !== null) {
      if (going && this.closed === 'pending') this.input.tracker.flush?.();
      return this.closed;
    }
    clearTimeout(this.later);
    this.advance({ kind: 'moved', place: this.place });
    [this.asked, this.unsaved] = [true, false];
    const { tracker, activeSeconds } = this.input;
    const outcome = tracker.close(toResume(this.session, tracker.room), activeSeconds(), going, (room) => toResume(this.session, room));
    this.closed = outcome;
    // A page that goes away cannot know whether what it sent arrived: the next visit finds out.
    if (outcome !== 'pending' && !(going && outcome === 'confirmed')) this.hear(outcome);
    return outcome;
  }

  /** Closes the record and gives the work away. `since`: the first submission the other window has not heard of. `overtaken`: it has told the LMS more. */
  giveAway(since: number, overtaken = false): Handed {
    this.given = true;
    this.input.tracker.giveWay?.(overtaken);
    this.close();
    const first = this.told.findIndex((fact) => fact.kind === 'answered' && fact.index >= since);
    const facts = first === -1 ? [] : this.told.slice(first);
    return { build: this.session.course.build, resume: toResume(this.session), facts };
  }

  /** Takes over what another window gave away. */
  join({ build, resume, facts }: Handed): void {
    if (this.closed !== null) return;
    this.fallBehind();
    const same = build === this.session.course.build;
    const since = this.session.nextInteraction;
    this.advance({ kind: 'joined', resume, facts: same ? this.unheard(facts) : [], adopt: true });
    // Also when nothing was new: the other one may have left its work in this browser.
    this.owe(since, [], []);
    this.place ||= this.session.place;
    this.save();
    this.later ??= setTimeout(() => this.saveOver(), SETTLE_SECONDS * 1000);
  }

  /** Those that were not found in this browser at the launch already. */
  private unheard(facts: readonly Fact[]): Fact[] {
    const name = (fact: Fact): string => (fact.kind === 'answered' ? [fact.item.id, fact.at, fact.latencySeconds].join(' ') : '');
    const known = new Set(this.told.map(name));
    return facts.filter((fact) => fact.kind !== 'answered' || !known.has(name(fact)));
  }

  /** Another window records, or did, what the LMS page of this one has never heard of. */
  fallBehind(): void {
    this.input.tracker.fellBehind?.();
  }

  private saveOver(): void {
    this.fallBehind();
    this.save();
  }

  /** This browser has it before the LMS is told. `marks`: of facts that come with the event, in their order. */
  private advance(event: LearnerEvent, marks: readonly OwedFact['mark'][] = []): Fact[] {
    const since = this.session.nextInteraction;
    const { session, facts } = advance(this.session, event);
    this.session = session;
    if (facts.length === 0) return facts;
    this.unsaved = true;
    const lasting = facts.filter(({ kind }) => kind === 'answered' || kind === 'objective');
    this.told = newest([...this.told, ...lasting], (fact) => fact);
    // What is joined was noted when it happened.
    const fresh = event.kind === 'joined' ? [] : noted(facts, Date.now());
    this.events.push(...fresh);
    this.owe(since, lasting.map((fact, index): OwedFact => ({ fact, mark: marks[index] ?? markOf(session, event, fact) })), fresh);
    this.input.tracker.record(facts);
    return facts;
  }

  private owe(since: number, facts: readonly OwedFact[], fresh: readonly Noted[]): void {
    const { connected, mode, keeper } = this.input.opening;
    if (!connected || mode !== 'normal' || keeper === 'browser') return;
    this.owed ??= { first: this.first, since, facts: [], noted: [] };
    this.owed.facts = newest([...this.owed.facts, ...facts], ({ fact }) => fact).slice(-FACTS_MAX);
    this.owed.noted = [...this.owed.noted, ...fresh].slice(-EVENTS_MAX);
    this.ledger.write({ ...this.owed, build: this.session.course.build, attempt: this.session.attempt, resume: toResume(this.session), at: Date.now() });
  }

  private tell(state: SaveState, pending = false): void {
    this.state = state;
    this.input.onSaved(state, pending);
  }
}
