/** Any number of options is right; the learner ticks them all. */
import type { MultipleItem, Option } from '../../../course/item.ts';
import { plainText } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { readChoice } from './choice.ts';
import type { ItemContext } from './lesson-context.ts';
import { asciiDigits } from '../../../course/digits.ts';
import { refuse } from './refuse.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { readChoiceScoring } from './scoring.ts';

export function multiple(raw: RawItem, base: ItemBase, context: ItemContext): MultipleItem | null {
  const options = readChoice(raw, context);
  const scoring = readChoiceScoring(raw, context);
  if (options === null) return null;
  const first = raw.options[0];
  if (first !== undefined && options.every((o) => o.correct)) {
    context.report.add('quiz/all-correct', context.place(first.at), { question: raw.number });
  }
  return { ...base, type: 'multiple', options, select: readSelect(raw, options, context), scoring };
}

/** `exactly 2` tells the learner how many; null for “all that apply”. */
function readSelect(raw: RawItem, options: readonly Option[], context: ItemContext): number | null {
  const label = labelOf(raw, 'select');
  if (label === undefined) return null;
  const words = plainText(label.blocks);
  const number = /\p{Nd}{1,3}/u.exec(words)?.[0];
  if (number !== undefined) {
    const correct = options.filter((o) => o.correct).length;
    if (Number(asciiDigits(number)) === correct) return correct;
    context.report.add('quiz/select-differs', context.place(label.value), { question: raw.number, value: words, correct, round: false });
    return null;
  }
  if (/^(?:all|alle|tou[st]|tod[ao]s?|すべて|全て|كل|جميع)/iu.test(words)) return null;
  return refuse(label, 'one, all that apply, or exactly 2', context);
}
