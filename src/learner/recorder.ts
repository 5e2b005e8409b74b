/** Carries what the learner does to the record: events into the session, its facts to the tracker, and saves that are tried again. */
import { advance, standing, start as startSession, toResume, type LearnerEvent, type Session } from './session/session.ts';
import type { Fact, Opening, SaveOutcome, Tracker } from './tracking/tracker.ts';
import type { CoursePayload } from '../course/payload.ts';
import type { SaveState } from './components/record-frame.ts';

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
  /** null: nothing may be written, and nothing is said about it. */
  state: SaveState | null = null;
  private readonly input: RecorderInput;
  private place: string;
  private closed: SaveOutcome | null = null;
  /** Hears what came of a close that was on its way. */
  onClosed: ((outcome: SaveOutcome) => void) | null = null;
  private later: ReturnType<typeof setTimeout> | undefined;
  /** Answers and objectives of this visit, in order. */
  private readonly told: Fact[] = [];

  constructor(input: RecorderInput) {
    this.input = input;
    const { session, facts, resumed, lost } = startSession(input.course, input.opening);
    this.session = session;
    this.resumed = resumed;
    this.lost = lost;
    this.place = session.place;
    input.tracker.onSettled?.((outcome) => this.settle(outcome));
    input.tracker.record(facts);
    // No save yet: there is nothing to resume, and the driver has told the LMS that the course is open.
    const { connected, mode, reason } = input.opening;
    if (connected && mode === 'normal') this.tell(input.opening.keeper === 'browser' ? 'kept' : 'saved');
    else if (!connected && reason !== 'after-termination') this.tell('no-lms');
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
    const outcome = this.input.tracker.save(toResume(this.session, this.input.tracker.room), this.input.activeSeconds());
    // On its way: the driver tries again by itself, and says what came of it.
    if (outcome === 'pending') {
      if (this.state === 'saved') this.input.onSaved('saved', true);
      return;
    }
    if (outcome === 'refused') this.later = setTimeout(() => this.save(Math.min(retryAfter * 2, LAST_RETRY_SECONDS)), retryAfter * 1000);
    if (this.state !== null) this.tell(SHOWN[outcome]);
  }

  /** What came of a save that was on its way. */
  private settle(outcome: SaveOutcome): void {
    if (outcome === 'pending') return;
    if (this.closed !== null) {
      this.closed = outcome;
      this.onClosed?.(outcome);
    } else if (this.state !== null) this.tell(SHOWN[outcome]);
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
    this.closed = this.input.tracker.close(toResume(this.session, this.input.tracker.room), this.input.activeSeconds(), going);
    return this.closed;
  }

  /** Closes the record and gives the work away. `since`: the first submission the other window has not heard of. */
  giveAway(since: number): Handed {
    this.close();
    const first = this.told.findIndex((fact) => fact.kind === 'answered' && fact.index >= since);
    const facts = first === -1 ? [] : this.told.slice(first);
    return { build: this.session.course.build, resume: toResume(this.session), facts };
  }

  /** Takes over what another window gave away. */
  join({ build, resume, facts }: Handed): void {
    if (this.closed !== null) return;
    const same = build === this.session.course.build;
    this.advance({ kind: 'joined', resume, facts: same ? facts : [] });
    this.place ||= this.session.place;
    this.save();
    this.later ??= setTimeout(() => this.save(), SETTLE_SECONDS * 1000);
  }

  private advance(event: LearnerEvent): Fact[] {
    const { session, facts } = advance(this.session, event);
    this.session = session;
    if (facts.length > 0) this.input.tracker.record(facts);
    this.told.push(...facts.filter(({ kind }) => kind === 'answered' || kind === 'objective'));
    return facts;
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.input.onSaved(state, false);
  }
}
