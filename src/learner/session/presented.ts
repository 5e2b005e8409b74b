/** A question as this learner meets it: what may come in any order comes in the learner's own, the same at every visit. Pure. */
import type { ItemPayload, SealedItem } from '../../course/payload.ts';
import { shuffled } from './shuffle.ts';
import type { Session } from './state.ts';

/** `open` is asked only for steps to be put in order, which never start in the right one. */
export function presented(session: Pick<Session, 'seed'>, item: ItemPayload, open: () => Pick<SealedItem, 'key'>): ItemPayload {
  const seed = `${session.seed}\n${item.id}`;
  switch (item.type) {
    case 'ordering': {
      const options = shuffled(item.options, seed);
      const { key } = open();
      const right = key.type === 'ordering' && options.every(({ id }, place) => key.order[place] === id);
      return { ...item, options: right ? [...options.slice(1), ...options.slice(0, 1)] : options };
    }
    case 'single':
    case 'multiple':
    case 'categorise':
      return item.shuffle ? { ...item, options: shuffled(item.options, seed) } : item;
    case 'matching':
      return item.shuffle ? { ...item, targets: shuffled(item.targets, seed) } : item;
    case 'fill-in':
      return item.shuffle ? { ...item, blanks: item.blanks.map((blank) => ({ ...blank, options: shuffled(blank.options, `${seed}\n${blank.id}`) })) } : item;
    case 'true-false':
    case 'numeric':
    case 'likert':
    case 'hotspot':
    case 'short-answer':
      return item;
  }
}
