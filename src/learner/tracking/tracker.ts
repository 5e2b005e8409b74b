/** The interface every standard's driver implements. It speaks in facts about a learner, never in a standard's own names. */
import type { AnswerKey, Response } from '../../course/payload.ts';
import type { ItemType } from '../../course/item.ts';
import type { ResumeRoom } from '../../grading/resume-budget.ts';

/** What a driver learns when the LMS opens the course. */
export interface Opening {
  /** Who keeps the record; absent = the LMS, or whatever launched the course. */
  keeper?: 'browser';
  /** True when an LMS was found and accepted us; false = teach without recording, and say so. */
  connected: boolean;
  /** Why not connected, for the page; null when connected. */
  reason: 'none-found' | 'refused' | 'after-termination' | null;
  /** What `save` stored last, or null on a first visit. */
  resume: string | null;
  /** Answers that the LMS lists although it holds no progress: it has lost it, and new answers come after them. Absent = none. */
  answers?: number;
  /** `review` and `browse`: nothing may be written. */
  mode: 'normal' | 'browse' | 'review';
  learner: { id: string; name: string } | null;
  /** Share of the points needed to pass when the LMS sets one; it overrides ours. */
  passMark: number | null;
  /** Where the learner goes after leaving; absent or null = nowhere, the page says goodbye. */
  returnUrl?: string | null;
  /** What the learner set in the LMS: BCP 47 by preference, and whether sound may start. */
  preferences?: { languages: string[]; audio: 'on' | 'off' | null };
}

export interface ObjectiveStanding {
  id: string;
  text: string;
  points: number;
  of: number;
  /** True once every graded item of the objective has been answered; every item when none of them is graded. */
  complete: boolean;
  /** Share of those items that has been answered, 0..1. */
  progress: number;
  /** By the course's pass mark, or the LMS's own; unknown without one. */
  success: 'unknown' | 'passed' | 'failed';
}

export interface AnsweredItem {
  id: string;
  type: ItemType;
  /** One line of plain text. */
  text: string;
  /** What is chosen or placed, in the author's order. */
  options: { id: string; text: string }[];
  /** matching and categorise: where it is placed. */
  targets: { id: string; text: string }[];
  objectives: string[];
  points: number;
  graded: boolean;
}

export type Fact =
  /** First visit: the record must say "incomplete" at once. */
  | { kind: 'started'; build: string }
  | { kind: 'moved'; place: string }
  /** A reading part was seen to its end for the first time; `lesson` is its id. */
  | { kind: 'seen'; lesson: string; part: number; title: string }
  /** Share of the course done, 0..1. */
  | { kind: 'progressed'; measure: number }
  /** One submission. `index` counts all submissions of this attempt from 0 (journaling). */
  | {
      kind: 'answered';
      index: number;
      item: AnsweredItem;
      key: AnswerKey;
      response: Response;
      result: 'correct' | 'incorrect' | 'neutral';
      latencySeconds: number;
      at: number;
      /** Another window or an earlier visit gave it, and may have told it. */
      retold?: boolean;
    }
  | { kind: 'objective'; standing: ObjectiveStanding }
  /** `judged`: passed or failed is settled, or nobody asks; until then an LMS must not draw a verdict from the share of the points. */
  | { kind: 'scored'; points: number; of: number; judged: boolean }
  /** `verdict`: what the standard with one status for both has to know; `open` = there is something to pass, and it is not settled. */
  | { kind: 'completed'; verdict: 'passed' | 'failed' | 'open' | 'none'; again?: boolean }
  | { kind: 'passed'; completed: boolean; again?: boolean }
  /** `again`: another window or an earlier visit of this browser has told it, and its LMS page may have forgotten. */
  | { kind: 'failed'; again?: boolean }
  /** At the start of a later visit: reached and told before, for an LMS that may have kept the progress and not the verdict. */
  | { kind: 'reached'; facts: readonly Decided[] };

/** What decides a course. */
export type Decided = Fact & { kind: 'scored' | 'completed' | 'passed' | 'failed' };

/** `kept`: in this browser, and nowhere else. `pending`: on its way; `onSettled` hears what came of it. */
export type SaveOutcome = 'confirmed' | 'refused' | 'not-recorded' | 'kept' | 'pending';

/** What an LMS itself answers when it is asked for the result. */
export interface ResultHeld {
  status: 'passed' | 'failed' | 'completed' | 'incomplete';
  /** 0..1; null when it was not told, or does not say. */
  share: number | null;
}

/** Hears what came of a save that was on its way. */
export type Settled = (outcome: SaveOutcome) => void;

export interface Tracker {
  readonly standard: string;
  /** What `save` and `close` can take. */
  readonly room: ResumeRoom;
  /** Before anything else; called again it gives the same. Resolves after five seconds at the latest where an LMS is to be expected and does not come. */
  open(): Promise<Opening>;
  /** Tells the LMS; keeps unchanged values to itself. Does not save. */
  record(facts: Fact[]): void;
  /** Stores the resume text and makes the LMS keep everything recorded so far. */
  save(resume: string, activeSeconds: number): SaveOutcome;
  /** The LMS was asked for the progress it was told, and gave it back. */
  readonly readBack?: boolean;
  /** An answer that is told again is recognised, so that it may be told again at any time. */
  readonly knowsAgain?: boolean;
  /**
   * Another window of the course has told the LMS what the LMS page of this one does not know, and each page stores all it holds. Nothing
   * counts as stored any more, and nothing is stored until the page has taken the progress of both: neither by Commit nor by the end.
   */
  fellBehind?(): void;
  /**
   * Another window goes on with this work: what `close` sends is sent once, since a later one would undo what the other did. `overtaken`: it has
   * told the LMS more already, and where an LMS page stores all it holds, that is not stored at all.
   */
  giveWay?(overtaken: boolean): void;
  /** Answers in the LMS's own list when the course was opened; null when it does not tell. */
  answersHeld?(): number | null;
  /** Asked when the learner looks at the result, never with an answer; null as long as anything is not committed. Only where it can be asked. */
  resultHeld?(): ResultHeld | null;
  /** Only where `save` may answer `pending`; one listener. The driver tries again by itself. */
  onSettled?(hear: Settled): void;
  /** The progress came back cut at the launch: it is told less from the start. */
  cutsProgress?(): void;
  /**
   * Once; everything after it is refused. `going`: the page goes away, and nothing can be waited for. `shorter`: the progress in less room, for an
   * LMS that only now shows to take no more; there is no later save that could bring it.
   */
  close(resume: string, activeSeconds: number, going?: boolean, shorter?: (room: ResumeRoom) => string): SaveOutcome;
  /** Only where `close` may answer `pending`: the page goes away before it is settled. */
  flush?(): void;
  /** Only where an LMS launches one lesson after the other: asks for the next one, with `close` right behind. */
  goOn?(): void;
}
