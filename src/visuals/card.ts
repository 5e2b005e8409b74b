/** Draws a card: the first slide, a paper, the next lesson. */
import type { CardVisual } from '../course/visual.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { linked } from './entries.ts';

export function drawCard(visual: CardVisual, options: DrawOptions): Drawing {
  const { variant, eyebrow, heading, subtitle, facts } = visual;
  const step = stepAt(options, 0);
  const takeaway = subtitle === null ? null : h(variant === 'paper' ? 'p.card-takeaway' : 'p.card-subtitle', stepAt(options, 1), subtitle);
  const line = facts.length === 0 ? null : h('p.card-facts', step, facts.map((fact) => h('span', {}, fact)));
  const words = [eyebrow === null ? null : h('p.card-eyebrow', step, eyebrow), h('p.card-heading', step, linked(heading, variant === 'next' && eyebrow !== null ? (options.link?.(eyebrow) ?? null) : null))];
  return {
    picture: h(`div.drawing.sheet.sheet-${variant}`, {}, words, variant === 'paper' ? [line, takeaway] : [takeaway, line]),
    readable: true,
    description: [options.strings.card[variant], [eyebrow, heading].filter((part) => part !== null).join(', '), subtitle, ...facts].filter((part) => part !== null).map((part, i) => (i === 0 ? `${part}:` : /[.!?…]$/.test(part) ? part : `${part}.`)).join(' '),
    text: [h('ul', {}, [eyebrow, heading, subtitle, ...facts].map((part) => (part === null ? null : h('li', {}, part))))],
  };
}
