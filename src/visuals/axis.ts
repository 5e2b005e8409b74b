/** Draws an axis: each stretch a bar on its own row, so that no label meets another; ticks below, arrows with a text at their bar. */
import type { Element } from 'hast';
import type { AxisRange, AxisVisual } from '../course/visual.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';
import { round } from './glyphs.ts';
import { boxWidth } from './room-needed.ts';
import { ticksOf, type Ruler, rulerOf } from './ruler.ts';

export function drawAxis(visual: AxisVisual, options: DrawOptions): Drawing {
  const ruler = visual.scale === 'order' ? null : rulerOf(visual);
  const rows = visual.ranges.map((range, i) => (ruler === null ? point(range, i, visual, options) : row(range, i, visual, { ruler, options })));
  const ends = visual.from === null && visual.to === null ? null : h('div.ends', {}, h('span', {}, visual.from ?? ''), h('span', {}, visual.to ?? ''));
  const picture =
    ruler === null
      ? h(`div.drawing.axis.axis-order${widthOf(visual)}`, {}, ends, h('div.points', {}, rows))
      : h('div.drawing.axis', {}, rows, h('div.axis-row', {}, h('span.axis-label', {}), h('div.axis-track', {}, ticks(visual, ruler, options), ends)));
  return { picture, readable: false, description: description(visual, options), text: textVersion(visual, options) };
}

interface Numbered {
  ruler: Ruler;
  options: DrawOptions;
}

function row(range: AxisRange, i: number, visual: AxisVisual, { ruler, options }: Numbered): Element {
  const from = ruler.place(range.low ?? 0);
  const to = ruler.place(range.high ?? 0);
  // A stretch of no length still has to be seen.
  const width = Math.max(1.2, to - from);
  const x = options.direction === 'rtl' ? 100 - from - width : from;
  const bar = h('svg.bar-line', { width: '100%', height: 20, ariaHidden: 'true', focusable: 'false' }, [
    h('line.guide', { x1: '0', x2: '100%', y1: 10, y2: 10 }),
    h('rect.bar', { x: `${round(x)}%`, y: 2, width: `${round(width)}%`, height: 16, rx: 4 }),
  ]);
  const label = h('span.axis-label', {}, h('b', {}, range.label), range.written === null ? null : h('span.amount', {}, h('bdi', { dir: 'ltr' }, amount(range, visual))), range.detail === null ? null : h('small', {}, range.detail));
  const tags = visual.tags.flatMap((tag, k) => (tag.at === i ? [pointer(tag.text, from, to, stepAt(options, visual.ranges.length + k))] : []));
  return h('div.axis-row', {}, h('span.axis-label', stepAt(options, i), label.children), h('div.axis-track', {}, h('span', stepAt(options, i), bar), tags));
}

/** `500 ms`, but `$5` as written. */
function amount({ written }: AxisRange, { unit }: AxisVisual): string {
  const words = written ?? '';
  if (unit === null || words.includes(unit)) return words;
  return /^[$€£¥₹]$/.test(unit) ? `${unit}${words}` : `${words} ${unit}`;
}

/** A text with an arrowhead under the middle of its bar; from the half of the scale on it stands before it. */
function pointer(text: string, from: number, to: number, step: { dataStep?: number }): Element {
  const middle = (from + to) / 2;
  const head = h('svg.tag-head', { viewBox: '0 0 12 8', width: 12, height: 8, ariaHidden: 'true', focusable: 'false' }, h('path', { d: 'M6 0l6 8H0z' }));
  const space = (share: number): Element => h('svg.tag-space', { width: `${round(Math.max(0, share))}%`, height: 1, ariaHidden: 'true', focusable: 'false' });
  const pill = h('span.tag-text', {}, text);
  // At the very end of the scale there is no room beyond the arrow.
  const edge = middle < 4 || middle > 96 ? '.at-edge' : '';
  return middle <= 50 ? h('span.pin', step, space(middle), h(`span.pin-start${edge}`, {}, head, pill)) : h('span.pin.pin-late', step, h(`span.pin-end${edge}`, {}, head, pill), space(100 - middle));
}

function ticks(visual: AxisVisual, ruler: Ruler, options: DrawOptions): Element {
  const all = ticksOf(ruler, visual, options.language);
  const marks = all.map(({ share, text }, i) => {
    const x = options.direction === 'rtl' ? 100 - share : share;
    const anchor = x < 8 ? 'start' : x > 92 ? 'end' : 'middle';
    return [h('line', { x1: `${round(x)}%`, x2: `${round(x)}%`, y1: 0, y2: 6 }), h(`text${i % 2 === 1 ? '.every-second' : ''}`, { x: `${round(x)}%`, y: 22, textAnchor: anchor }, text)];
  });
  return h('svg.ticks', { width: '100%', height: 28, ariaHidden: 'true', focusable: 'false', direction: 'ltr' }, h('line', { x1: '0', x2: '100%', y1: 0.5, y2: 0.5 }), marks);
}

/** Side by side from the width on that all labels need. */
function widthOf({ ranges, tags }: AxisVisual): string {
  const needed = ranges.reduce((sum, { label }, i) => sum + Math.max(boxWidth(label), ...tags.map(({ text, at }) => (at === i ? boxWidth(text) + 1.5 : 0))) + 1, 0);
  const width = [30, 44, 64].find((each) => each >= needed);
  return width === undefined ? '' : `.order-${width}`;
}

function point(range: AxisRange, i: number, visual: AxisVisual, options: DrawOptions): Element {
  const tags = visual.tags.flatMap((tag, k) => (tag.at === i ? [h('span.tag-text', stepAt(options, visual.ranges.length + k), tag.text)] : []));
  return h('span.point', {}, h('span.point-words', stepAt(options, i), h('b', {}, range.label), range.detail === null ? null : h('small', {}, range.detail)), tags);
}

function description(visual: AxisVisual, { strings }: DrawOptions): string {
  const ends = visual.from === null || visual.to === null ? '' : ` ${strings.fromTo(visual.from, visual.to)}`;
  const parts = visual.ranges.map((range) => (range.written === null ? range.label : `${range.label} ${amount(range, visual)}`));
  return `${strings.axis[visual.scale]}${ends}: ${parts.join('; ')}.${visual.tags.map(({ text, at }) => ` ${text}: ${visual.ranges[at]?.label ?? ''}.`).join('')}`;
}

function textVersion(visual: AxisVisual, { strings }: DrawOptions): Element[] {
  const said = [
    ...(visual.from === null || visual.to === null ? [] : [strings.fromTo(visual.from, visual.to)]),
    ...visual.tags.map(({ text, at }) => `${text}: ${visual.ranges[at]?.label ?? ''}.`),
    ...(visual.scale === 'log' ? [strings.logarithmic] : []),
  ];
  const items = visual.ranges.map((range) => h('li', {}, [range.label, range.written === null ? null : `: ${amount(range, visual)}`, range.detail === null ? null : ` – ${range.detail}`]));
  return [h('ol', {}, items), ...said.map((text) => h('p', {}, text))];
}
