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
  /** The greatest curvature on the map: steps of 2 divided by it and more never settle there. */
  steepest: number;
}

/** An ellipse in every height: curvature along each weight. */
function quadratic(a: number, b: number): Shape {
  return { height: ({ x, y }) => (a * x * x + b * y * y) / 2, gradient: ({ x, y }) => ({ x: a * x, y: b * y }), lowest: [{ x: 0, y: 0 }], curvature: { x: a, y: b }, steepest: Math.max(a, b) };
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
    steepest: 5.5,
  },
};

/** Pixels of the map for one unit of a weight. */
export const SCALE = 32;
export const MAP = { width: REACH.x * 2 * SCALE, height: REACH.y * 2 * SCALE };

/** Weight 1 to the right, weight 2 upwards; two decimals are finer than any screen. */
export function onMap({ x, y }: Point): Point {
  const pixel = (value: number): number => Math.round(value * SCALE * 100) / 100;
  return { x: pixel(x + REACH.x), y: pixel(REACH.y - y) };
}

/** The other way round, never off the map. */
export function fromMap({ x, y }: Point): Point {
  const within = (value: number, most: number): number => Math.round(Math.min(most, Math.max(-most, value)) * 100) / 100;
  return { x: within(x / SCALE - REACH.x, REACH.x), y: within(REACH.y - y / SCALE, REACH.y) };
}

/** Three digits; what is nearer to zero than a thousandth is zero on every map. */
export function rounded(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(Math.abs(value) < 0.001 ? 0 : value);
}

export type Pace = 'tiny' | 'moderate' | 'large' | 'tooLarge';

/** What a step size means here, whatever its number is. */
export function paceOf(surface: Surface, step: number): Pace {
  const share = (step * SHAPES[surface].steepest) / 2;
  return share >= 1 ? 'tooLarge' : share > 0.6 ? 'large' : share > 0.1 ? 'moderate' : 'tiny';
}

/** What is said about a landscape; `{n}` and the like are filled in. */
export interface LandscapeWords {
  weight1: string;
  weight2: string;
  /** Of the height. */
  loss: string;
  stepSize: string;
  paces: Record<Pace, string>;
  step: string;
  run: string;
  pause: string;
  reset: string;
  /** The table of the run, for a spreadsheet. */
  copy: string;
  copied: string;
  notCopied: string;
  startFrom: string;
  /** North-west, north-east, south-west, south-east. */
  corners: [string, string, string, string];
  /** {n} {loss} {now} {before} */
  down: string;
  up: string;
  /** {size} {n} {loss} {first} {last} */
  outcomes: Record<Outcome, string>;
  /** {n} */
  turn: string;
  /** {loss} */
  curve: string;
  /** Above the question that is asked first. */
  predict: string;
  /** After the run: the guess came true, or not. */
  predicted: { right: string; wrong: string };
}

/** Names in braces become their values. */
export function worded(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

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
