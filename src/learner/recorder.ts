/** Carries what the learner does to the record: events into the session, its facts to the tracker, and saves that are tried again. */
import { advance, start as startSession, toResume, type LearnerEvent, type Session } from './session/session.ts';
import type { Fact, Opening, SaveOutcome, Tracker } from './tracking/tracker.ts';
import type { CoursePayload } from '../course/payload.ts';
import type { SaveState } from './components/frame.ts';

/** What was read is saved after this long at the latest; an answer, and whatever decides the course, at once. */
const READING_SAVE_SECONDS = 20;
const URGENT: readonly Fact['kind'][] = ['answered', 'completed', 'passed', 'failed'];
const FIRST_RETRY_SECONDS = 5;
const LAST_RETRY_SECONDS = 120;

export interface RecorderInput {
  course: CoursePayload;
  tracker: Tracker;
  opening: Opening;
  /** Active seconds of this visit. */
  activeSeconds: () => number;
  onSaved: (state: SaveState) => void;
}

export class Recorder {
  session: Session;
  /** Earlier work was found. */
  readonly resumed: boolean;
  /** null: nothing may be written, and nothing is said about it. */
  state: SaveState | null = null;
  private readonly input: RecorderInput;
  private place: string;
  private closed: SaveOutcome | null = null;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(input: RecorderInput) {
    this.input = input;
    const { session, facts, resumed } = startSession(input.course, input.opening);
    this.session = session;
    this.resumed = resumed;
    this.place = session.place;
    input.tracker.record(facts);
    // No save yet: there is nothing to resume, and the driver has told the LMS that the course is open.
    const { connected, mode, reason } = input.opening;
    if (connected && mode === 'normal') this.tell('saved');
    else if (!connected && reason !== 'after-termination') this.tell('no-lms');
  }

  /** Where the learner is; told to the LMS with the next save, so that scrolling stays silent. */
  moveTo(place: string): void {
    this.place = place;
  }

  take(event: LearnerEvent): void {
    if (this.closed !== null) return;
    const facts = this.advance(event);
    if (facts.some((fact) => URGENT.includes(fact.kind))) this.save();
    else if (facts.length > 0) this.later ??= setTimeout(() => this.save(), READING_SAVE_SECONDS * 1000);
  }

  save(retryAfter = FIRST_RETRY_SECONDS): void {
    if (this.closed !== null) return;
    clearTimeout(this.later);
    this.later = undefined;
    this.advance({ kind: 'moved', place: this.place });
    const outcome = this.input.tracker.save(toResume(this.session), this.input.activeSeconds());
    if (outcome === 'refused') this.later = setTimeout(() => this.save(Math.min(retryAfter * 2, LAST_RETRY_SECONDS)), retryAfter * 1000);
    if (this.state !== null) this.tell(outcome === 'confirmed' ? 'saved' : outcome === 'refused' ? 'not-saved' : 'no-lms');
  }

  /** Once; the first outcome is given back ever after. */
  close(): SaveOutcome {
    if (this.closed !== null) return this.closed;
    clearTimeout(this.later);
    this.advance({ kind: 'moved', place: this.place });
    this.closed = this.input.tracker.close(toResume(this.session), this.input.activeSeconds());
    return this.closed;
  }

  private advance(event: LearnerEvent): Fact[] {
    const { session, facts } = advance(this.session, event);
    this.session = session;
    if (facts.length > 0) this.input.tracker.record(facts);
    return facts;
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.input.onSaved(state);
  }
}
