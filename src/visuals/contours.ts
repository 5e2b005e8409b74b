/** Areas up to a height of a surface: the map under the ball. */
import type { Element } from 'hast';
import { onMap, REACH, SCALE, SHAPES } from '../course/landscape.ts';
import type { Surface } from '../course/visual.ts';
import { h } from './element.ts';
import { round } from './glyphs.ts';

/** Heights of the lines: close together below, wider above, as on the slope itself. */
const levels = Array.from({ length: 8 }, (_, i) => ((i + 1) / 8) ** 2);

/** Filled areas, the highest first; each one lies on those before it. */
export function contours(surface: Surface): Element[] {
  const { height, curvature } = SHAPES[surface];
  const top = height({ x: -4, y: 1.6 }) * 1.9;
  const middle = onMap({ x: 0, y: 0 });
  return levels
    .map((share) => share * top)
    .reverse()
    .map((level) =>
      curvature === null
        ? h('path', { d: contour(surface, level) })
        : h('ellipse', { cx: middle.x, cy: middle.y, rx: round(Math.sqrt((2 * level) / curvature.x) * SCALE), ry: round(Math.sqrt((2 * level) / curvature.y) * SCALE) }),
    );
}

/** Points along one side of an area; they lie closer towards its ends, where it is most curved. */
const SIDE = 24;
const LOOKS = 200;

/** All our surfaces are alike above and below the line of weight 2 = 0 and rise away from it. */
function contour(surface: Surface, level: number): string {
  const inside = (x: number, y: number): boolean => SHAPES[surface].height({ x, y }) <= level;
  return stretches((x) => inside(x, 0))
    .map(([from, to]) => {
      const upper = Array.from({ length: SIDE + 1 }, (_, k) => {
        const x = (from + to) / 2 - ((to - from) / 2) * Math.cos((Math.PI * k) / SIDE);
        return { x, y: inside(x, 0) ? border((y) => inside(x, y), 0, REACH.y * 2) : 0 };
      });
      const lower = upper.slice(1, -1).map(({ x, y }) => ({ x, y: -y })).reverse();
      return `M${[...upper, ...lower].map(onMap).map(({ x, y }) => `${x} ${y}`).join('L')}z`;
    })
    .join('');
}

/** Where a line across the map is inside. */
function stretches(inside: (x: number) => boolean): [from: number, to: number][] {
  const edge = REACH.x * 1.4;
  const at = (i: number): number => -edge + (2 * edge * i) / LOOKS;
  const found: [number, number][] = [];
  let from = inside(at(0)) ? at(0) : null;
  for (let i = 1; i <= LOOKS; i++) {
    const [before, here] = [at(i - 1), at(i)];
    if (inside(before) === inside(here)) continue;
    if (from === null) from = border((x) => !inside(x), before, here);
    else {
      found.push([from, border(inside, before, here)]);
      from = null;
    }
  }
  return from === null ? found : [...found, [from, edge]];
}

/** The last number from `from` on at which something still holds, by halving. */
function border(holds: (value: number) => boolean, from: number, to: number): number {
  let [yes, no] = [from, to];
  for (let i = 0; i < 20; i++) {
    const middle = (yes + no) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
