/** Draws a loop: around a ring of two rows where there is room, else down a column with the way back beside it. */
import type { Element } from 'hast';
import type { LoopVisual } from '../course/visual.ts';
import { stepAt, stepNumber, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { box, labels, line } from './entries.ts';
import { arrow, icon, ICONS } from './glyphs.ts';
import { boxWidth, runClass } from './room-needed.ts';

export function drawLoop({ steps, repeat }: LoopVisual, options: DrawOptions): Drawing {
  const { strings } = options;
  const count = steps.length;
  const half = Math.ceil(count / 2);
  const row = (from: number, to: number): Element[] =>
    steps.slice(from, to).flatMap((step, i) => {
      const k = from + i;
      return [...(i === 0 ? [] : [arrow(stepNumber(options, k))]), box(step, stepAt(options, k), options, h('span.count', { ariaHidden: 'true' }, String(k + 1)))];
    });
  const label = repeat?.label ?? strings.repeat;
  const back = h('span.loop-back', stepAt(options, count), arrow(null), h('span.loop-word', {}, icon(ICONS.repeat), h('b', {}, label), repeat?.detail == null ? null : h('small', {}, repeat.detail)));
  const needed = steps.slice(0, half).reduce((sum, step) => sum + Math.max(boxWidth(step.label), step.detail === null ? 0 : 8) + 4.5, 0);
  const first = steps[0]?.label ?? '';
  return {
    picture: h(`div.drawing.loop.${runClass(Math.max(22, needed))}`, {}, [
      h('span.loop-top', {}, row(0, half)),
      h('span.loop-down', stepAt(options, half), arrow(null)),
      h('span.loop-bottom', {}, row(half, count)),
      back,
    ]),
    readable: false,
    description: `${strings.loop(count)}: ${labels(steps)}. ${strings.backTo(first)}.`,
    text: [h('ol', {}, steps.map((step) => h('li', {}, line(step, strings))), h('li', {}, `${label}${repeat?.detail == null ? '' : ` – ${repeat.detail}`}: ${strings.backTo(first)}`))],
  };
}
