/** Gradient descent on a few surfaces of two weights: the numbers behind the landscape, in the build and in the page (visuals 3.4). */
import type { Surface } from './visual.ts';

export interface Point {
  x: number;
  y: number;
}

/** What the map shows: both weights from minus to plus this. */
export const REACH: Point = { x: 5, y: 3.2 };
/** Of the slider. */
export const STEPS = { least: 0.01, most: 0.4, by: 0.01 };
/** Both weights this near to a lowest point: there. */
const NEAR = 0.05;
/** A run is given up after as many steps; at 12 a second they take five seconds. */
export const RUN = 60;

interface Shape {
  height(at: Point): number;
  gradient(at: Point): Point;
  lowest: readonly Point[];
  /** Along each weight, where every line of equal height is an ellipse; null elsewhere. */
  curvature: Point | null;
}

/** An ellipse in every height: curvature along each weight. */
function quadratic(a: number, b: number): Shape {
  return { height: ({ x, y }) => (a * x * x + b * y * y) / 2, gradient: ({ x, y }) => ({ x: a * x, y: b * y }), lowest: [{ x: 0, y: 0 }], curvature: { x: a, y: b } };
}

/** The real roots of x³ − 4x + 1.2, where the slope of the two dips is zero and the ground rises on both sides. */
const DIPS = [-2.135846, 1.828595];

export const SHAPES: Record<Surface, Shape> = {
  // Elongated, so that a step that is too large is seen to overshoot; steps of 2/6 and more never settle.
  bowl: quadratic(1, 6),
  valley: quadratic(0.3, 9),
  'two-dips': {
    height: ({ x, y }) => (x * x - 4) ** 2 / 32 + 0.15 * x + 1.5 * y * y + 0.5,
    gradient: ({ x, y }) => ({ x: (x * (x * x - 4)) / 8 + 0.15, y: 3 * y }),
    lowest: DIPS.map((x) => ({ x, y: 0 })),
    curvature: null,
  },
};

export interface Visit extends Point {
  loss: number;
}

export function visit(surface: Surface, at: Point): Visit {
  return { ...at, loss: SHAPES[surface].height(at) };
}

/** One step against the gradient. */
export function descend(surface: Surface, from: Point, step: number): Visit {
  const slope = SHAPES[surface].gradient(from);
  return visit(surface, { x: from.x - step * slope.x, y: from.y - step * slope.y });
}

export function isThere(surface: Surface, { x, y }: Point): boolean {
  return SHAPES[surface].lowest.some((point) => Math.abs(x - point.x) <= NEAR && Math.abs(y - point.y) <= NEAR);
}

export function isOff({ x, y }: Point): boolean {
  return Math.abs(x) > REACH.x || Math.abs(y) > REACH.y;
}

export type Outcome = 'there' | 'off' | 'given-up';

export interface Run {
  /** The start first. */
  path: Visit[];
  outcome: Outcome;
}

/** Until the lowest point, the edge of the map or `most` steps, whichever comes first. */
export function run(surface: Surface, start: Point, step: number, most = RUN): Run {
  const path = [visit(surface, start)];
  for (let at = path[0] as Visit; ; ) {
    if (isThere(surface, at)) return { path, outcome: 'there' };
    if (isOff(at)) return { path, outcome: 'off' };
    if (path.length > most) return { path, outcome: 'given-up' };
    at = descend(surface, at, step);
    path.push(at);
  }
}
