/** Tells a story: its steps go through session and driver as the learner's page sends them. */
import type { CoursePayload, Response } from '../../src/course/payload.ts';
import { advance, start, standing, toResume } from '../../src/learner/session/session.ts';
import type { LearnerEvent, Session } from '../../src/learner/session/session.ts';
import type { Fact, Tracker } from '../../src/learner/tracking/tracker.ts';
import type { QuizRules } from '../../src/course/quiz.ts';
import { course, itemById, lesson } from './course.ts';

export interface Learner {
  id: string;
  name: string;
}

/** How the LMS opens the course: which mode, and whether it forgot the earlier attempt. */
export interface LaunchTerms {
  mode: 'normal' | 'browse' | 'review';
  attempt: 'same' | 'new';
  /** What the learner set in the LMS, where the standard knows it. */
  prefers?: { languages: string; audio: 'on' | 'off' };
}

export type Step =
  | ({ do: 'launch' } & Partial<LaunchTerms>)
  /** The course is opened in a second window; the first one gives way. */
  | { do: 'second-window'; active: number }
  /** The author builds a new version, perhaps in another language; the next launch gets it. */
  | { do: 'update'; build: string; language?: string; title?: string }
  /** The LMS keeps nothing, or keeps again. */
  | { do: 'trouble'; on: boolean }
  /** The lesson's quiz is taken as a whole: its rules, and what the learner does with it. */
  | { do: 'quiz-open'; rules: QuizRules }
  | { do: 'quiz-begin'; allowed: number }
  | { do: 'quiz-tick'; used: number; allowed: number; active: number }
  | { do: 'quiz-end'; active: number }
  | { do: 'quiz-again' }
  | { do: 'see'; part: number }
  | { do: 'move'; place: string }
  /** `at` is ISO 8601; `active` is the time in the course so far, in seconds. */
  | { do: 'answer'; item: string; response: Response; seconds: number; at: string; active: number }
  | { do: 'hide'; active: number }
  | { do: 'exit'; active: number };

export interface Story {
  title: string;
  /** null = there is no LMS. */
  learner: Learner | null;
  steps: Step[];
}

/** An LMS of one standard, from the learner's side. */
export interface Stage {
  launch(terms: LaunchTerms, course: CoursePayload): Tracker;
  /** Absent where nothing can be in trouble. */
  trouble?(on: boolean): void;
  /** When nothing is under way any more. */
  settled(): Promise<void>;
  /** Calls or requests since the last look, one line each. */
  takeCalls(): string[];
}

interface Sitting {
  tracker: Tracker;
  session: Session;
}

/** `note` hears a heading before and an outcome after each step. */
export async function tell(story: Story, stage: Stage, note: (line: string) => void): Promise<void> {
  let now: CoursePayload = course;
  let sitting = null as Sitting | null;
  const say = async (line: string): Promise<void> => {
    await stage.settled();
    stage.takeCalls().forEach(note);
    note(line);
  };
  for (const step of story.steps) {
    note(heading(step));
    if (step.do === 'update') {
      now = { ...now, build: step.build, language: step.language ?? now.language, title: step.title ?? now.title };
    } else if (step.do === 'trouble') {
      stage.trouble?.(step.on);
    } else if (step.do === 'launch') {
      sitting = await open(now, stage.launch({ mode: step.mode ?? 'normal', attempt: step.attempt ?? 'same', ...(step.prefers === undefined ? {} : { prefers: step.prefers }) }, now), say);
    } else if (sitting === null) {
      throw new Error('A story begins with a launch');
    } else if (step.do === 'second-window') {
      sitting = await giveWay(sitting, await open(now, stage.launch({ mode: 'normal', attempt: 'same' }, now), say), step.active, say);
    } else {
      sitting = { ...sitting, session: await take(step, sitting, say) };
    }
    if (sitting !== null) await say(standingLine(sitting.session));
  }
}

async function open(now: CoursePayload, tracker: Tracker, say: (line: string) => Promise<void>): Promise<Sitting> {
  const opening = await tracker.open();
  const { session, facts, resumed, lost } = start(now, opening);
  tracker.record(facts);
  const saved = tracker.save(toResume(session, tracker.room), 0);
  const { resume: _, ...rest } = opening;
  await say(`= ${JSON.stringify({ ...rest, resumed, lost, saved })}`);
  return { tracker, session };
}

/** As `recorder.ts` does it: what the second window does not know is told again under its own numbers. */
async function giveWay(first: Sitting, second: Sitting, active: number, say: (line: string) => Promise<void>): Promise<Sitting> {
  first.tracker.giveWay?.(false);
  await say(`= first window: ${first.tracker.close(toResume(first.session, first.tracker.room), active)}`);
  second.tracker.fellBehind?.();
  const told: Fact[] = [];
  const { session, facts } = advance(second.session, { kind: 'joined', resume: toResume(first.session), facts: told });
  second.tracker.record(facts);
  await say(`= second window: ${second.tracker.save(toResume(session, second.tracker.room), 1)}`);
  return { tracker: second.tracker, session };
}

type Doing = Exclude<Step, { do: 'launch' | 'second-window' | 'update' | 'trouble' }>;

async function take(step: Doing, { tracker, session }: Sitting, say: (line: string) => Promise<void>): Promise<Session> {
  const { room } = tracker;
  if (step.do === 'exit') {
    await say(`= ${tracker.close(toResume(session, room), step.active)}`);
    return session;
  }
  if (step.do === 'hide') {
    await say(`= ${tracker.save(toResume(session, room), step.active)}`);
    return session;
  }
  const next = advance(session, learnerEvent(step));
  tracker.record(next.facts);
  if (step.do === 'answer' || step.do === 'quiz-end' || step.do === 'quiz-tick') await say(`= ${tracker.save(toResume(next.session, room), step.active)}`);
  return next.session;
}

function heading(step: Step): string {
  const detail = step.do === 'answer' ? ` ${step.item}` : step.do === 'see' ? ` ${step.part}` : step.do === 'launch' && step.mode ? ` ${step.mode}` : step.do === 'launch' && step.attempt ? ` ${step.attempt} attempt` : step.do === 'trouble' ? (step.on ? ' begins' : ' is over') : '';
  return `\n# ${step.do}${detail}`;
}

function standingLine(session: Session): string {
  const { points, of, success, completed, progress } = standing(session);
  return `= ${points} of ${of}, ${success}, ${completed ? 'completed' : `progress ${progress.toFixed(2)}`}`;
}

function learnerEvent(step: Exclude<Doing, { do: 'hide' | 'exit' }>): LearnerEvent {
  if (step.do === 'see') return { kind: 'part-seen', lesson: 1, part: step.part };
  if (step.do === 'move') return { kind: 'moved', place: step.place };
  if (step.do === 'quiz-open') return { kind: 'opened', lesson: 1, rules: step.rules };
  if (step.do === 'quiz-begin') return { kind: 'quiz-begun', lesson: 1, allowed: step.allowed };
  if (step.do === 'quiz-tick') return { kind: 'quiz-ticked', lesson: 1, used: step.used, allowed: step.allowed };
  if (step.do === 'quiz-end') return { kind: 'quiz-ended', lesson: 1, items: lesson.items, objectives: lesson.objectives };
  if (step.do === 'quiz-again') return { kind: 'quiz-again', lesson: 1, items: lesson.items };
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
