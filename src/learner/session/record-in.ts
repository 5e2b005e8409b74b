/** What the page shows of any question of a lesson, those before the text among them. Pure. */
import { BEFORE_KEY } from '../../course/before.ts';
import type { ItemPayload, LessonOutline, LessonPayload } from '../../course/payload.ts';
import type { ItemRecord } from './item-record.ts';
import { record } from './session.ts';
import type { Session } from './state.ts';

/** Whether a guess was right is not to be told before the quiz, unless the author wants it; who looks back at an answered quiz is told what that told. */
export function recordIn(session: Session, { outline, payload }: { outline: Pick<LessonOutline, 'key'>; payload: Pick<LessonPayload, 'items' | 'before' | 'beforeTold'> }, item: ItemPayload): ItemRecord {
  const found = record(session, outline.key, item);
  if (payload.before?.includes(item) !== true) return found;
  const asked = session.mode === 'review' ? payload.items.find(({ key }) => key + BEFORE_KEY === item.key) : undefined;
  const answered = asked === undefined ? null : record(session, outline.key, asked);
  const told = payload.beforeTold === true || (answered?.done === true && !answered.withheld);
  return { ...found, withheld: !told, keptBack: found.keptBack || (answered?.keptBack === true && payload.beforeTold !== true), done: found.tries > 0 };
}
