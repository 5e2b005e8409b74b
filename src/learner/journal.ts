/** Notes what a learner does as a receipt tells it, and makes the receipt. */
import type { CoursePayload } from '../course/payload.ts';
import { makeReceipt, RECEIPT_FORMAT, type Noted, type Receipt } from '../receipt/receipt.ts';
import { standing } from './session/standing.ts';
import type { Session } from './session/state.ts';
import type { Fact } from './tracking/tracker.ts';

const bare = { about: '', result: null, share: null } as const;

/** Facts that a receipt does not tell leave nothing. */
export function noted(facts: readonly Fact[], now: number): Noted[] {
  return facts.flatMap((fact): Noted[] => {
    const at = new Date(now).toISOString();
    switch (fact.kind) {
      case 'started':
        return [{ at, what: 'opened', ...bare, about: fact.build }];
      case 'seen':
        return [{ at, what: 'read', ...bare, about: `${fact.lesson}/${fact.part}` }];
      case 'answered':
        return [{ at: new Date(Math.min(fact.at, now)).toISOString(), what: 'answered', about: fact.item.id, result: fact.result, share: null }];
      case 'scored':
        return [{ at, what: 'scored', ...bare, share: fact.of > 0 ? Math.round((fact.points / fact.of) * 1e4) / 1e4 : null }];
      case 'passed':
      case 'failed':
      case 'completed':
        return [{ at, what: fact.kind, ...bare }];
      default:
        return [];
    }
  });
}

export const confirmedAt = (now: number): Noted => ({ at: new Date(now).toISOString(), what: 'confirmed', ...bare });

export interface ReceiptInput {
  course: CoursePayload;
  session: Session;
  learner: { id: string; name: string } | null;
  events: readonly Noted[];
  confirmed: number | null;
  now: number;
}

export function receiptOf({ course, session, learner, events, confirmed, now }: ReceiptInput): Receipt {
  const { points, of, passMark, success, completed, partsSeen, parts } = standing(session);
  const items = course.lessons.flatMap(({ id, key }) => [...(session.lessons.get(key)?.items ?? [])].map(([item, { best, tries }]): [string, number, number, number] => [id, item, best, tries]));
  const { iri, title, version, build, target, lectern } = course;
  return makeReceipt({ format: RECEIPT_FORMAT, course: { id: course.id, iri, title, version, build }, learner: { id: learner?.id ?? '', name: learner?.name ?? '' }, target, lectern }, events, {
    made: new Date(now).toISOString(),
    confirmed: confirmed === null ? null : new Date(confirmed).toISOString(),
    standing: { points, of, passMark, success, completed, sections: [partsSeen, parts], items },
  });
}
