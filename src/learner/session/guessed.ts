/** An answer to a question that is asked before the text is read: kept with the progress, and told to nobody. Pure. */
import type { ItemPayload, Response, SealedItem } from '../../course/payload.ts';
import { grade } from '../../grading/grade.ts';
import { encodeAnswer, writtenIn } from './answer-code.ts';
import type { ItemState } from './state.ts';

/** One guess; its score counts nowhere. */
export function guessed(item: ItemPayload, { key }: SealedItem, response: Response, sureness: number | null): ItemState {
  const { result } = grade(key, response);
  return { tries: 1, best: 0, result, closed: true, sureness, code: encodeAnswer(response, item), text: writtenIn(response) };
}
