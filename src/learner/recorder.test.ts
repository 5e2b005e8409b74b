/** The recorder saves what matters at once, the rest soon, tries again when refused, and closes once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { itemById } from '../../test/traces/course.ts';
import type { CoursePayload } from '../course/payload.ts';
import { STATE_ROOM } from '../vocabulary/state.ts';
import type { Ledger, Owed } from './ledger.ts';
import { Recorder } from './recorder.ts';
import { toResume, type LearnerEvent } from './session/session.ts';
import type { Fact, Opening, SaveOutcome, Settled, Tracker } from './tracking/tracker.ts';

const course: CoursePayload = {
  format: 1, id: 'c', iri: 'https://example.org/c', title: 'C', language: 'en', version: '1', build: 'abcdefabcdef', lectern: '9.8.7', target: 'scorm2004', draft: false, passMark: null,
  completion: { viewed: 1, items: 'none' }, lessons: [{ id: 'l', key: 1, code: null, title: 'L', chunk: 'l.js', parts: [1, 2, 3], items: [[4, 0]] }],
};
const opening: Opening = { connected: true, reason: null, resume: null, mode: 'normal', learner: null, passMark: null };

class FakeTracker implements Tracker {
  readonly standard = 'fake';
  readonly room = STATE_ROOM;
  readonly facts: Fact[] = [];
  outcome: SaveOutcome = 'confirmed';
  settle: Settled = () => undefined;
  saves = 0;
  closes = 0;
  cuts = 0;
  open(): Promise<Opening> {
    return Promise.resolve(opening);
  }
  onSettled(hear: Settled): void {
    this.settle = hear;
  }
  record(facts: Fact[]): void {
    this.facts.push(...facts);
  }
  cutsProgress(): void {
    this.cuts++;
  }
  save(): SaveOutcome {
    this.saves++;
    return this.outcome;
  }
  close(): SaveOutcome {
    this.closes++;
    return this.outcome;
  }
}

/** What one browser holds, for each of its windows. */
class Shelf {
  held: Owed | null = null;
  ledger(): Ledger {
    return { left: this.held, safe: true, write: (owed) => void (this.held = owed), clear: () => void (this.held = null) };
  }
}

function begin(changes: Partial<Opening> = {}, ledger?: Ledger, outcome: SaveOutcome = 'confirmed'): { tracker: FakeTracker; recorder: Recorder; states: string[] } {
  const tracker = new FakeTracker();
  tracker.outcome = outcome;
  const states: string[] = [];
  const recorder = new Recorder({ course, tracker, opening: { ...opening, ...changes }, ...(ledger === undefined ? {} : { ledger }), activeSeconds: () => 0, onSaved: (state, pending) => states.push(pending ? `${state}, pending` : state) });
  return { tracker, recorder, states };
}

const { item, sealed } = itemById('why');
const whyAnswered: LearnerEvent = { kind: 'answered', lesson: 1, item, sealed, objectives: [], items: [item], response: { type: 'short-answer', text: 'So it is.', unknown: false, verdict: null, ideas: [] }, sureness: null, latencySeconds: 1, at: 0 };
const read = (recorder: Recorder, part: number): void => recorder.take({ kind: 'part-seen', lesson: 1, part });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  it('tells the tracker at the start and saves nothing, since there is nothing to resume', () => {
    const { tracker, states } = begin();
    expect(tracker.facts.map((fact) => fact.kind)).toEqual(['started']);
    expect(tracker.saves).toBe(0);
    expect(states).toEqual(['saved']);
  });

  it('reading is saved once, twenty seconds later', () => {
    const { tracker, recorder } = begin();
    read(recorder, 1);
    vi.advanceTimersByTime(10_000);
    read(recorder, 2);
    expect(tracker.saves).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(tracker.saves).toBe(1);
    vi.advanceTimersByTime(600_000);
    expect(tracker.saves).toBe(1);
  });

  it('what completes the course is saved at once', () => {
    const { tracker, recorder } = begin();
    for (const part of [1, 2, 3]) read(recorder, part);
    expect(tracker.facts.at(-1)?.kind).toBe('completed');
    expect(tracker.saves).toBe(1);
  });

  it('the place goes out with the next save and not before', () => {
    const { tracker, recorder } = begin();
    recorder.moveTo('l/read/x');
    expect(tracker.facts.map((fact) => fact.kind)).toEqual(['started']);
    recorder.save();
    expect(tracker.facts.at(-1)).toEqual({ kind: 'moved', place: 'l/read/x' });
  });

  it('a refused save is said and tried again, later each time, until it works', () => {
    const { tracker, recorder, states } = begin();
    tracker.outcome = 'refused';
    recorder.save();
    expect(states.at(-1)).toBe('not-saved');
    vi.advanceTimersByTime(5_000);
    expect(tracker.saves).toBe(2);
    vi.advanceTimersByTime(9_000);
    expect(tracker.saves).toBe(2);
    tracker.outcome = 'confirmed';
    vi.advanceTimersByTime(1_000);
    expect(tracker.saves).toBe(3);
    expect(states.at(-1)).toBe('saved');
    vi.advanceTimersByTime(600_000);
    expect(tracker.saves).toBe(3);
  });
});

it('what was read is pending until it is saved', () => {
  const { recorder, states } = begin();
  read(recorder, 1);
  expect(states).toEqual(['saved', 'saved, pending']);
  vi.advanceTimersByTime(20_000);
  expect(states.at(-1)).toBe('saved');
});

it('a confirmation covers what was given to save, and nothing that was done since', () => {
  const shelf = new Shelf();
  const { tracker, recorder, states } = begin({}, shelf.ledger(), 'pending');
  tracker.settle('confirmed');
  read(recorder, 1);
  expect(shelf.held?.first).toBe(true);
  recorder.save();
  read(recorder, 2);
  tracker.settle('confirmed');
  expect([states.at(-1), shelf.held === null]).toEqual(['saved, pending', false]);
  recorder.save();
  tracker.settle('confirmed');
  expect([states.at(-1), shelf.held]).toEqual(['saved', null]);
});

it('stored text that cannot be read is said to be lost', () => {
  expect([begin().recorder.lost, begin({ resume: 'cut' }).recorder.lost]).toEqual([false, true]);
});

it('progress that the LMS has cut is read as far as it counts, not called saved, and told less from then on', () => {
  const whole = begin();
  read(whole.recorder, 2);
  whole.recorder.take(whyAnswered);
  const { recorder, states, tracker } = begin({ resume: toResume(whole.recorder.session).slice(0, -3) });
  expect([recorder.cut, recorder.lost, recorder.resumed, tracker.cuts, ...states]).toEqual([true, false, true, 1, 'saved, pending']);
  expect(recorder.session.lessons.get(1)?.items.get(4)).toMatchObject({ tries: 1, code: '' });
  recorder.save();
  expect(states.at(-1)).toBe('saved');
});

describe('two windows', () => {
  it('the one that gives way closes its record first and then hands its work over', () => {
    const { tracker, recorder } = begin();
    read(recorder, 1);
    const work = recorder.giveAway(0);
    expect([tracker.closes, work.facts]).toEqual([1, []]);
    expect(begin({ resume: work.resume }).recorder.session.lessons.get(1)?.seen.has(1)).toBe(true);
  });

  it('the one that goes on saves at once, and again when the other has surely finished', () => {
    const other = begin();
    read(other.recorder, 1);
    const { tracker, recorder } = begin();
    read(recorder, 2);
    recorder.join(other.recorder.giveAway(0));
    expect([...(recorder.session.lessons.get(1)?.seen ?? [])].sort()).toEqual([1, 2]);
    expect(tracker.saves).toBe(1);
    vi.advanceTimersByTime(3_000);
    expect(tracker.saves).toBe(2);
    vi.advanceTimersByTime(600_000);
    expect(tracker.saves).toBe(2);
  });

  it('the older one does not take away what the newer one keeps', () => {
    const shelf = new Shelf();
    const older = begin({}, shelf.ledger(), 'refused');
    for (const part of [1, 2, 3]) read(older.recorder, part);
    const newer = begin({}, shelf.ledger(), 'refused');
    older.tracker.outcome = 'confirmed';
    const work = older.recorder.giveAway(0);
    expect(shelf.held).not.toBeNull();
    newer.recorder.join(work);
    expect(shelf.held).not.toBeNull();
    newer.tracker.outcome = 'confirmed';
    newer.recorder.close();
    expect(shelf.held).toBeNull();
  });

  it('one that took work of an earlier visit for known to its LMS page hands it on: the next page may not know it', () => {
    const shelf = new Shelf();
    const earlier = begin({}, shelf.ledger(), 'refused');
    earlier.recorder.take(whyAnswered);
    // The LMS has it after all, and does not confirm.
    const stored = toResume(earlier.recorder.session);
    const { tracker, recorder } = begin({ resume: stored }, shelf.ledger(), 'refused');
    expect(tracker.facts.map(({ kind }) => kind)).not.toContain('answered');
    read(recorder, 1);
    expect(recorder.giveAway(0).facts.map(({ kind }) => kind)).toEqual(['answered']);
    expect(shelf.held?.facts.map(({ fact }) => fact.kind)).toEqual(['answered']);
  });

  it('what both found in this browser is told once', () => {
    const shelf = new Shelf();
    const older = begin({}, shelf.ledger(), 'refused');
    older.recorder.take(whyAnswered);
    const newer = begin({}, shelf.ledger(), 'refused');
    newer.recorder.join(older.recorder.giveAway(newer.recorder.since));
    expect(newer.tracker.facts.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
  });

  it('an answer that the LMS lists though it lost the progress is not told again, and new ones come after it', () => {
    const shelf = new Shelf();
    begin({}, shelf.ledger(), 'refused').recorder.take(whyAnswered);
    const { tracker, recorder } = begin({ answers: 1 }, shelf.ledger());
    expect(tracker.facts.map(({ kind }) => kind)).not.toContain('answered');
    expect(recorder.session.nextInteraction).toBe(1);
  });

  it('of progress that was cut to its beginning the attempt is known, and work of it that is kept here is joined', () => {
    const shelf = new Shelf();
    const whole = begin({}, undefined);
    read(whole.recorder, 1);
    const resume = toResume(whole.recorder.session);
    begin({ resume }, shelf.ledger(), 'refused').recorder.take(whyAnswered);
    const { recorder } = begin({ resume: resume.slice(0, resume.indexOf('|')) }, shelf.ledger());
    expect(recorder.session.lessons.get(1)?.items.get(4)?.tries).toBe(1);
  });

  it('facts of another build are not told again; the work itself counts', () => {
    const other = begin();
    read(other.recorder, 1);
    const work = other.recorder.giveAway(0);
    const { tracker, recorder } = begin();
    recorder.join({ ...work, build: 'ffffffffffff', facts: [{ kind: 'completed', verdict: 'none' }] });
    expect(tracker.facts.map((fact) => fact.kind)).not.toContain('completed');
    expect(recorder.session.lessons.get(1)?.seen.has(1)).toBe(true);
  });
});

it('closes once, and after that nothing goes out any more', () => {
  const { tracker, recorder } = begin();
  read(recorder, 1);
  expect(recorder.close()).toBe('confirmed');
  recorder.close();
  recorder.save();
  read(recorder, 2);
  vi.advanceTimersByTime(600_000);
  expect([tracker.closes, tracker.saves]).toEqual([1, 0]);
});

it.each([
  [{ connected: false, reason: 'none-found' as const }, ['no-lms']],
  [{ mode: 'review' as const }, []],
  [{ connected: false, reason: 'after-termination' as const }, []],
])('with %o the save state says %o', (changes, said) => {
  expect(begin(changes).states).toEqual(said);
});

it('an answer is saved at once, whatever else it brings about', () => {
  const { tracker, recorder } = begin();
  recorder.take(whyAnswered);
  expect(tracker.saves).toBe(1);
});

it('what a page sends while it goes away is not taken for confirmed: this browser keeps it', () => {
  const shelf = new Shelf();
  const { recorder } = begin({}, shelf.ledger());
  read(recorder, 1);
  expect([recorder.close(true), shelf.held?.resume]).toEqual(['confirmed', toResume(recorder.session)]);
});

it('work of an attempt that the LMS began anew is not poured into the next one', () => {
  const shelf = new Shelf();
  const before = begin({}, shelf.ledger(), 'refused').recorder;
  read(before, 1);
  const left = shelf.held;
  shelf.held = left === null ? null : { ...left, first: false };
  const { recorder } = begin({ resume: toResume({ ...before.session, attempt: 'zzzz', lessons: new Map() }) }, shelf.ledger());
  expect([left === null, shelf.held, recorder.session.lessons.size]).toEqual([false, null, 0]);
});
