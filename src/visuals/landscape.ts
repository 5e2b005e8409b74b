/** Draws the landscape: areas of equal height, the way of the ball, and the words around the map; a component makes it move. */
import type { Element } from 'hast';
import { run, type Visit } from '../course/landscape.ts';
import type { LandscapeVisual } from '../course/visual.ts';
import { contours, MAP, onMap } from './contours.ts';
import { stepAt, type DrawOptions, type Drawing } from './drawing.ts';
import { h } from './element.ts';

/** Steps listed in the text version: all of the first ones, then fewer and fewer. */
const listedSteps = [0, 1, 2, 3, 5, 10, 20, 30, 40, 50, 60];

export function drawLandscape(visual: LandscapeVisual, options: DrawOptions): Drawing {
  const { surface, start, step, labels } = visual;
  const { strings, language } = options;
  const [x, y] = start;
  const { path, outcome } = run(surface, { x, y }, step);
  const count = path.length - 1;
  const number = (value: number): string => new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
  const names = { x: labels.x ?? strings.weight(1), y: labels.y ?? strings.weight(2), height: labels.height ?? strings.loss };
  const sentence = strings.outcome(number(step), count, outcome, [number(path[0]?.loss ?? 0), number(path.at(-1)?.loss ?? 0)]);
  const map = h('svg.map', { viewBox: `0 0 ${MAP.width} ${MAP.height}`, ariaHidden: 'true', focusable: 'false' }, [
    h('g.contours', {}, contours(surface)),
    h('g.way', {}, h('polyline.trail', { points: points(path) }), h('circle.start', { ...center(path[0]), r: 5 }), h('circle.ball', { ...center(path.at(-1)), r: 8 })),
  ]);
  return {
    picture: h('div.drawing.landscape', stepAt(options, 0), [
      h('span.axis-y', {}, `↑ ${names.y}`),
      map,
      h('span.axis-x', {}, `${names.x} ${options.direction === 'rtl' ? '←' : '→'}`),
    ]),
    readable: false,
    description: `${strings.landscape}. ${sentence}`,
    text: [h('p', {}, sentence), table(path, { step: strings.step, ...names }, number)],
  };
}

function center(at: Visit | undefined): { cx: number; cy: number } {
  const { x, y } = onMap(at ?? { x: 0, y: 0 });
  return { cx: x, cy: y };
}

function points(path: readonly Visit[]): string {
  return path.map((at) => Object.values(onMap(at)).join(',')).join(' ');
}

function table(path: readonly Visit[], names: { step: string; x: string; y: string; height: string }, number: (value: number) => string): Element {
  const last = path.length - 1;
  const rows = path.flatMap((at, i) => (listedSteps.includes(i) || i === last ? [h('tr', {}, [i, at.x, at.y, at.loss].map((value) => h('td', {}, number(value))))] : []));
  const heads = [names.step, names.x, names.y, names.height].map((name) => h('th', { scope: 'col' }, name));
  return h('table', {}, h('thead', {}, h('tr', {}, heads)), h('tbody', {}, rows));
}
