/** Carries what the learner does to the record: events into the session, its facts to the tracker, and saves that are tried again. */
import { advance, start as startSession, toResume, type LearnerEvent, type Session } from './session/session.ts';
import type { Opening, SaveOutcome, Tracker } from './tracking/tracker.ts';
import type { CoursePayload } from '../course/payload.ts';
import type { SaveState } from './components/frame.ts';

/** Reading alone saves no more often than this; an answer always saves. */
const READING_SAVE_SECONDS = 20;
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
  state: SaveState | null = null;
  private readonly input: RecorderInput;
  private place: string;
  private closed: SaveOutcome | null = null;
  private savedAt = 0;
  private retry: ReturnType<typeof setTimeout> | null = null;

  constructor(input: RecorderInput) {
    this.input = input;
    const { session, facts, resumed } = startSession(input.course, input.opening);
    this.session = session;
    this.resumed = resumed;
    this.place = session.place;
    input.tracker.record(facts);
    if (facts.length > 0 || !input.opening.connected) this.save();
    else this.tell('saved');
  }

  /** Where the learner is; told to the LMS with the next save, so that scrolling stays silent. */
  moveTo(place: string): void {
    this.place = place;
  }

  take(event: LearnerEvent): void {
    if (this.closed !== null) return;
    this.advance(event);
    const urgent = event.kind === 'answered' || this.input.activeSeconds() - this.savedAt >= READING_SAVE_SECONDS;
    if (urgent) this.save();
  }

  save(): void {
    if (this.closed !== null) return;
    this.settlePlace();
    this.savedAt = this.input.activeSeconds();
    this.report(this.input.tracker.save(toResume(this.session), this.savedAt));
  }

  /** Once; the first outcome is given back ever after. */
  close(): SaveOutcome {
    if (this.closed !== null) return this.closed;
    this.settlePlace();
    if (this.retry !== null) clearTimeout(this.retry);
    this.closed = this.input.tracker.close(toResume(this.session), this.input.activeSeconds());
    return this.closed;
  }

  private settlePlace(): void {
    this.advance({ kind: 'moved', place: this.place });
  }

  private advance(event: LearnerEvent): void {
    const { session, facts } = advance(this.session, event);
    this.session = session;
    if (facts.length > 0) this.input.tracker.record(facts);
  }

  private report(outcome: SaveOutcome, wait = FIRST_RETRY_SECONDS): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    this.tell(outcome === 'confirmed' ? 'saved' : outcome === 'refused' ? 'not-saved' : 'no-lms');
    if (outcome !== 'refused') return;
    this.retry = setTimeout(() => {
      if (this.closed !== null) return;
      const again = this.input.tracker.save(toResume(this.session), this.input.activeSeconds());
      this.report(again, Math.min(wait * 2, LAST_RETRY_SECONDS));
    }, wait * 1000);
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.input.onSaved(state);
  }
}
