/** Which answers an LMS knows already, told by the progress it stored: an answer and the progress that holds it are saved in one go. */
import type { Fact } from '../tracking/tracker.ts';
import type { LearnerEvent } from './session.ts';
import type { Session } from './state.ts';

/** Place of an answer in the progress: how often this item had been answered, in which round of its quiz. */
export interface Mark {
  lesson: number;
  item: number;
  round: number;
  tries: number;
}

/** Right after the event; null for what is no answer. */
export function markOf(session: Session, event: LearnerEvent, fact: Fact): Mark | null {
  if (event.kind !== 'answered' || fact.kind !== 'answered') return null;
  const lesson = session.lessons.get(event.lesson);
  const { key: item } = event.item;
  return { lesson: event.lesson, item, round: lesson?.quiz.ended ?? 0, tries: lesson?.items.get(item)?.tries ?? 0 };
}

/**
 * `held`: answers in the LMS's list, null when it does not tell. An LMS that took an answer and refused the progress that goes with it
 * holds more answers than its progress counts. `listed`: those in its list though it lost the progress.
 */
export function knownTo(session: Session, fact: Fact, mark: Mark | null, held: number | null, listed: number): boolean {
  if (fact.kind !== 'answered') return false;
  if (fact.index < listed) return true;
  if (fact.index >= session.nextInteraction && held !== null && fact.index < held) return true;
  if (mark === null) return fact.index < session.nextInteraction;
  const lesson = session.lessons.get(mark.lesson);
  const ended = lesson?.quiz.ended ?? 0;
  return ended > mark.round || (ended === mark.round && (lesson?.items.get(mark.item)?.tries ?? 0) >= mark.tries);
}
