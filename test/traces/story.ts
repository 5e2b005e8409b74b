/** Tells a story: its steps go through session and driver as the learner's page sends them. */
import type { Response } from '../../src/course/payload.ts';
import { advance, start, standing, toResume } from '../../src/learner/session/session.ts';
import type { LearnerEvent, Session } from '../../src/learner/session/session.ts';
import type { Tracker } from '../../src/learner/tracking/tracker.ts';
import { course, itemById, lesson } from './course.ts';

export type Step =
  | { do: 'launch' }
  | { do: 'see'; part: number }
  | { do: 'move'; place: string }
  /** `at` is ISO 8601; `active` is the time in the course so far, in seconds. */
  | { do: 'answer'; item: string; response: Response; seconds: number; at: string; active: number }
  | { do: 'hide'; active: number }
  | { do: 'exit'; active: number };

export interface Story {
  title: string;
  /** What the LMS holds before the first launch, as `cmi` elements; null = there is no LMS. */
  lms: Record<string, unknown> | null;
  steps: Step[];
}

/** `connect` makes a new driver for each launch; `note` hears a heading before and an outcome after each step. */
export async function tell(story: Story, connect: () => Tracker, note: (line: string) => void): Promise<void> {
  let tracker: Tracker | null = null;
  let session: Session | null = null;
  for (const step of story.steps) {
    note(heading(step));
    if (step.do === 'launch') {
      tracker = connect();
      const opening = await tracker.open();
      const begun = start(course, opening);
      session = begun.session;
      tracker.record(begun.facts);
      const saved = tracker.save(toResume(session), 0);
      const { resume: _, ...rest } = opening;
      note(`= ${JSON.stringify({ ...rest, resumed: begun.resumed, lost: begun.lost, saved })}`);
      continue;
    }
    if (!tracker || !session) throw new Error('A story begins with a launch');
    if (step.do === 'exit') note(`= ${tracker.close(toResume(session), step.active)}`);
    else if (step.do === 'hide') note(`= ${tracker.save(toResume(session), step.active)}`);
    else {
      const next = advance(session, learnerEvent(step));
      session = next.session;
      tracker.record(next.facts);
      if (step.do === 'answer') note(`= ${tracker.save(toResume(session), step.active)}`);
    }
    note(standingLine(session));
  }
}

function heading(step: Step): string {
  const detail = step.do === 'answer' ? ` ${step.item}` : step.do === 'see' ? ` ${step.part}` : '';
  return `\n# ${step.do}${detail}`;
}

function standingLine(session: Session): string {
  const { points, of, success, completed, progress } = standing(session);
  return `= ${points} of ${of}, ${success}, ${completed ? 'completed' : `progress ${progress.toFixed(2)}`}`;
}

function learnerEvent(step: Exclude<Step, { do: 'launch' | 'hide' | 'exit' }>): LearnerEvent {
  if (step.do === 'see') return { kind: 'part-seen', lesson: 1, part: step.part };
  if (step.do === 'move') return { kind: 'moved', place: step.place };
  return {
    kind: 'answered',
    lesson: 1,
    ...itemById(step.item),
    objectives: lesson.objectives,
    items: lesson.items,
    response: step.response,
    sureness: null,
    latencySeconds: step.seconds,
    at: Date.parse(step.at),
  };
}
