/** What learners can try on a figure of a slide: how the build tells it to the page, and the numbers behind it. Pure. */

/** Text without functions, because it goes along with the page; names in braces are filled in. */
export interface ExploreWords {
  /** Of the buttons that bring one entry to the front. */
  lookAt: string;
  /** Hides the details, for whoever wants to recall them. */
  cover: string;
  compare: string;
  /** {a} {b} {n} */
  times: string;
  same: string;
  apart: string;
  /** {name} of a frame that may stand there several times; {n} of them. */
  add: string;
  remove: string;
  count: string;
  /** {name} of the step between linear ones. */
  without: string;
  collapsed: string;
  oneMap: string;
  unsafe: string;
  /** {n} {of} */
  marked: string;
}

export type Exploration =
  /** One entry is brought to the front, in all rows that have it; `steps` are its numbers on the slide. */
  | { kind: 'pick'; entries: { label: string; detail: string | null; steps: number[] }[] }
  | { kind: 'compare'; scale: 'log' | 'linear'; unit: string | null; ranges: { label: string; low: number; high: number }[] }
  /** `nonlinear`: label of the step without which linear ones are one; null where there is none. */
  | { kind: 'layers'; name: string; nonlinear: string | null }
  /** Names open what is known of a file; `unsafe`: some can do harm. */
  | { kind: 'files'; unsafe: boolean };

/** Frames that a flow may be made to have. */
export const LAYERS_MAX = 6;

export interface Comparison {
  /** Times as much on a logarithmic scale, more on a linear one; 2 significant digits. */
  by: number;
  words: 'times' | 'same' | 'apart';
  /** The greater one first. */
  swapped: boolean;
}

/** Stretches are compared by their middles: on a logarithmic scale that is where the bars' middles are. */
export function compared(scale: 'log' | 'linear', a: { low: number; high: number }, b: { low: number; high: number }): Comparison {
  const middle = ({ low, high }: { low: number; high: number }): number => (scale === 'log' ? Math.sqrt(low * high) : (low + high) / 2);
  const [one, other] = [middle(a), middle(b)];
  const swapped = other > one;
  const by = scale === 'log' ? Math.max(one, other) / Math.min(one, other) : Math.abs(one - other);
  const near = scale === 'log' ? by < 1.05 : by === 0;
  return { by: Number(by.toPrecision(2)), words: near ? 'same' : scale === 'log' ? 'times' : 'apart', swapped };
}
