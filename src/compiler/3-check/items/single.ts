/** One of several options is right. */
import type { SingleItem } from '../../../course/item.ts';
import type { ItemBase } from './build-item.ts';
import { readChoice } from './choice.ts';
import type { ItemContext } from './lesson-context.ts';
import type { RawItem } from './raw-item.ts';

export function single(raw: RawItem, base: ItemBase, context: ItemContext): SingleItem | null {
  const options = readChoice(raw, context);
  const marked = raw.options.filter((option) => option.marked);
  const second = marked[1];
  if (second !== undefined) {
    const related = marked.map((option) => ({ message: 'marked as correct', ...positionOf(option.at, context) }));
    const lines = marked.map((option) => context.place(option.at).start.line);
    context.report.add('quiz/two-correct', context.place(second.at), { question: raw.number, lines }, related);
    return null;
  }
  return options === null ? null : { ...base, type: 'single', options };
}

function positionOf(at: RawItem['at'], context: ItemContext): { file: string; line: number; column: number } {
  const { file, start } = context.place(at);
  return { file, ...start };
}
