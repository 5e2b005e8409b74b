/** Draws a card: the first slide, a paper with what it found in which case, the next lesson. */
import type { CardVisual } from '../course/visual.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { line as inLine, linked, words as wordsOf } from './entries.ts';

export function drawCard(visual: CardVisual, options: DrawOptions): Drawing {
  const { variant, eyebrow, heading, subtitle, facts, cases, objectives } = visual;
  const step = stepAt(options, 0);
  const takeaway = subtitle === null ? null : h(variant === 'paper' ? 'p.card-takeaway' : 'p.card-subtitle', stepAt(options, 1), subtitle);
  const line = facts.length === 0 ? null : h('p.card-facts', step, facts.map((fact) => h('span', {}, fact)));
  const words = [eyebrow === null ? null : h('p.card-eyebrow', step, eyebrow), h('p.card-heading', step, linked(heading, variant === 'next' && eyebrow !== null ? (options.link?.(eyebrow) ?? null) : null))];
  const found = cases.length === 0 ? null : h('ul.card-cases', { role: 'list' }, cases.map((each, i) => h('li', stepAt(options, i + (subtitle === null ? 1 : 2)), wordsOf(each, options))));
  const goals = objectives.length === 0 ? null : h('ul.card-goals', { role: 'list' }, objectives.map((text) => h('li', stepAt(options, subtitle === null ? 0 : 1), inShort(text))));
  return {
    picture: h(`div.drawing.sheet.sheet-${variant}`, {}, words, variant === 'paper' ? [line, takeaway, found] : [takeaway, line], goals),
    readable: true,
    description: [options.strings.card[variant], [eyebrow, heading].filter((part) => part !== null).join(', '), subtitle, ...facts, ...cases.map((each) => inLine(each, options.strings))].filter((part) => part !== null).map((part, i) => (i === 0 ? `${part}:` : /[.!?…]$/.test(part) ? part : `${part}.`)).join(' '),
    text: [h('ul', {}, [eyebrow, heading, subtitle, ...facts, ...cases.map((each) => inLine(each, options.strings)), ...objectives].map((part) => (part === null ? null : h('li', {}, part))))],
  };
}

/** A glance is enough for so many characters. */
const glance = 64;

/** Nothing ends with one of these. */
const dangling = /\s(?:an?|the|and|or|of|to|for|with|in|on|as|und|oder|der|die|das|den|dem|ein|eine|einen|von|zu|mit|im|et|ou|de|des|du|la|le|les|un|une|à|en|y|o|el|los|las|una|con|para)$/iu;

/** The beginning of a sentence without its asides, up to where it takes a breath or else to the end of a word; the whole of it stands in the text version. */
function inShort(text: string): string {
  const whole = text.replace(/[.。]$/, '');
  if (whole.length <= glance) return whole;
  const plain = whole.replace(/\s*[(（][^()（）]{0,200}[)）]/g, '');
  if (plain.length <= glance) return plain;
  const breath = [...plain.matchAll(/,?\s+[—–]|[,;:、，；：](?=\s|[^\d\s])/gu)].map(({ index }) => index).filter((index) => index >= 16 && index <= glance).at(-1);
  const cut = breath ?? plain.lastIndexOf(' ', glance);
  // Writing without spaces ends anywhere but between two halves of a sign.
  let short = cut > 0 ? plain.slice(0, cut) : [...plain].slice(0, glance / 2).join('');
  while (dangling.test(short)) short = short.replace(dangling, '');
  return `${short}…`;
}
