/** What the learner has done, as one immutable value: events go in, a new session and facts for the tracker come out. Pure. */
import type {
  CoursePayload,
  ItemPayload,
  LessonPayload,
  OptionPayload,
  Response,
  SealedItem,
} from '../../course/payload.ts';
import type { Fact, ObjectiveStanding, Opening } from '../tracking/tracker.ts';
import type { ItemState, Session } from './state.ts';

export type { Session } from './state.ts';

export type LearnerEvent =
  /** Lesson and part by their keys. */
  | { kind: 'part-seen'; lesson: number; part: number }
  /** `place` is the page's own address of a spot; 250 characters are kept. */
  | { kind: 'moved'; place: string }
  | {
      kind: 'answered';
      /** Key of the lesson. */
      lesson: number;
      item: ItemPayload;
      sealed: SealedItem;
      /** All objectives of the lesson. */
      objectives: readonly { id: string; text: string }[];
      /** All items of the lesson: an objective's standing needs its other items too. */
      items: readonly ItemPayload[];
      response: Response;
      latencySeconds: number;
      /** Milliseconds since 1970. */
      at: number;
    };

/** What the page shows of an item. */
export interface ItemRecord {
  tries: number;
  /** null = unlimited. */
  attemptsLeft: number | null;
  /** Best score so far, 0..1; null before the first answer and for an item that is not graded. */
  best: number | null;
  /** The last response; null before the first answer, or when a changed item no longer has the chosen options. */
  last: Response | null;
  /** Of the last response. */
  result: 'correct' | 'incorrect' | 'neutral' | null;
  /** No further answer is taken or needed: right, attempts spent, or self-marked and answered. */
  done: boolean;
}

export interface Standing {
  points: number;
  of: number;
  /** points / of; null while nothing graded was answered or when the course has no graded item. */
  scaled: number | null;
  /** Share needed to pass (the LMS's own, else the course's); null = not passed or failed. */
  passMark: number | null;
  /** Towards completion, 0..1; 1 exactly when completed. */
  progress: number;
  completed: boolean;
  success: 'unknown' | 'passed' | 'failed';
  partsSeen: number;
  parts: number;
  itemsAnswered: number;
  items: number;
}

/** Opens the course. `resumed`: earlier work was found; `lost`: something was stored but could not be read. */
export declare function start(
  course: CoursePayload,
  opening: Opening,
): { session: Session; facts: Fact[]; resumed: boolean; lost: boolean };

/** Takes one event. An answer to an item that takes no more answers changes nothing and yields no facts. */
export declare function advance(session: Session, event: LearnerEvent): { session: Session; facts: Fact[] };

export declare function record(
  session: Session,
  lessonKey: number,
  item: Pick<ItemPayload, 'key' | 'type' | 'graded' | 'attempts' | 'options'>,
): ItemRecord;

export declare function standing(session: Session): Standing;

export declare function objectiveStandings(
  session: Session,
  lessonKey: number,
  lesson: Pick<LessonPayload, 'objectives' | 'items'>,
): ObjectiveStanding[];

/** True once the part's end has been on screen. */
export declare function partSeen(session: Session, lessonKey: number, part: number): boolean;

/** An item's options in this learner's order: shuffled by a seed from learner and item, the same at every visit. */
export declare function optionOrder(
  session: Session,
  item: Pick<ItemPayload, 'id' | 'shuffle' | 'options'>,
): OptionPayload[];

/** The text to store with the LMS: `tracker.save(toResume(session), seconds)`. */
export declare function toResume(session: Session): string;

export type { ItemState };
