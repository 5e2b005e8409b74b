/** Draws a card: the first slide, a paper with what it found in which case, the next lesson. */
import type { CardVisual } from '../course/visual.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { line as inLine, linked, words as wordsOf } from './entries.ts';

export function drawCard(visual: CardVisual, options: DrawOptions): Drawing {
  const { variant, eyebrow, heading, subtitle, facts, cases } = visual;
  const step = stepAt(options, 0);
  const takeaway = subtitle === null ? null : h(variant === 'paper' ? 'p.card-takeaway' : 'p.card-subtitle', stepAt(options, 1), subtitle);
  const line = facts.length === 0 ? null : h('p.card-facts', step, facts.map((fact) => h('span', {}, fact)));
  const words = [eyebrow === null ? null : h('p.card-eyebrow', step, eyebrow), h('p.card-heading', step, linked(heading, variant === 'next' && eyebrow !== null ? (options.link?.(eyebrow) ?? null) : null))];
  const found = cases.length === 0 ? null : h('ul.card-cases', { role: 'list' }, cases.map((each, i) => h('li', stepAt(options, i + (subtitle === null ? 1 : 2)), wordsOf(each, options))));
  return {
    picture: h(`div.drawing.sheet.sheet-${variant}`, {}, words, variant === 'paper' ? [line, takeaway, found] : [takeaway, line]),
    readable: true,
    description: [options.strings.card[variant], [eyebrow, heading].filter((part) => part !== null).join(', '), subtitle, ...facts, ...cases.map((each) => inLine(each, options.strings))].filter((part) => part !== null).map((part, i) => (i === 0 ? `${part}:` : /[.!?…]$/.test(part) ? part : `${part}.`)).join(' '),
    text: [h('ul', {}, [eyebrow, heading, subtitle, ...facts, ...cases.map((each) => inLine(each, options.strings))].map((part) => (part === null ? null : h('li', {}, part))))],
  };
}
