/** One of several options is right. */
import type { SingleItem } from '../../../course/item.ts';
import { plainText } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { readChoice } from './choice.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem } from './raw-item.ts';
import { selectsSeveral } from './resolve-type.ts';

export function single(raw: RawItem, base: ItemBase, context: ItemContext): SingleItem | null {
  const options = readChoice(raw, context);
  if (!oneCorrect(raw, context)) return null;
  checkSelect(raw, context);
  return options === null ? null : { ...base, type: 'single', options };
}

/** False when a diagnostic says that several are marked. */
export function oneCorrect(raw: RawItem, context: ItemContext): boolean {
  const marked = raw.options.filter((option) => option.marked);
  const second = marked[1];
  if (second === undefined) return true;
  const related = marked.map((option) => ({ message: 'marked as correct', ...positionOf(option.at, context) }));
  const lines = marked.map((option) => context.place(option.at).start.line);
  context.report.add('quiz/two-correct', context.place(second.at), { question: raw.number, lines }, related);
  return false;
}

/** Round brackets promise one answer; `Select: all that apply` promises several. */
function checkSelect(raw: RawItem, context: ItemContext): void {
  const select = labelOf(raw, 'select');
  if (select === undefined || !selectsSeveral(raw)) return;
  context.report.add('quiz/select-differs', context.place(select.value), { question: raw.number, value: plainText(select.blocks), correct: 1, round: true });
}

function positionOf(at: RawItem['at'], context: ItemContext): { file: string; line: number; column: number } {
  const { file, start } = context.place(at);
  return { file, ...start };
}
