/** Counts the ways in which a backtracking engine can read a text, on the worst text that can be found for an expression. */
import type { RegexGraph } from './regex-graph.ts';

/** For each state that takes a character: where it can go on to, and in how many ways. */
interface Steps {
  next: { state: number; ways: number }[][];
  /** For each kind of character: which states take it. */
  kinds: boolean[][];
}

/** Loops that are looked at one by one. */
const mostLoops = 30;
/** Ways without a single character: more than these are too many already. */
const mostVisits = 20_000;

/**
 * True when more than `most` ways are tried on a text of `length` characters. The text is made step by step, each time of
 * those one to three characters that multiply the ways most.
 */
export function tooManyWays(graph: RegexGraph, length: number, most: number): boolean {
  const places = new Map<number, number>();
  graph.states.forEach(({ takes }, state) => {
    if (takes !== null) places.set(state, places.size);
  });
  const closures = graph.states.map(({ to }, state) => (places.has(state) ? closure(graph, to, places) : null));
  if (closures.includes('too many')) return true;
  const next = [...places.keys()].map((state) => closures[state]).map((one) => (one === 'too many' || one == null ? [] : one));
  const steps: Steps = { next, kinds: kindsOf(graph, [...places.keys()]) };
  const words = wordsOf(steps.kinds.length);
  // A text may lead to a loop first and be long from there on.
  return [graph.start, ...graph.loops.slice(0, mostLoops)].some((start) => {
    const first = closure(graph, [start], places);
    if (first === 'too many') return true;
    const ways = new Float64Array(places.size);
    for (const { state, ways: count } of first) ways[state] = count;
    return grows(ways, steps, words, { length, most });
  });
}

/** What can be reached without a character. An engine does not go round an empty loop twice. */
function closure({ states }: RegexGraph, from: readonly number[], places: ReadonlyMap<number, number>): { state: number; ways: number }[] | 'too many' {
  const found = new Map<number, number>();
  const path = new Set<number>();
  let visits = 0;
  const follow = (state: number): void => {
    if (path.has(state) || visits++ > mostVisits) return;
    const place = places.get(state);
    if (place !== undefined) {
      found.set(place, (found.get(place) ?? 0) + 1);
      return;
    }
    path.add(state);
    for (const next of states[state]?.to ?? []) follow(next);
    path.delete(state);
  };
  for (const state of from) follow(state);
  return visits > mostVisits ? 'too many' : [...found].map(([state, ways]) => ({ state, ways }));
}

/** Characters that every state treats alike count once, and those that none takes not at all. */
function kindsOf({ states, alphabet }: RegexGraph, taking: readonly number[]): boolean[][] {
  const kinds = new Map<string, boolean[]>();
  for (const sign of alphabet) {
    const taken = taking.map((state) => states[state]?.takes?.(sign) === true);
    if (taken.includes(true)) kinds.set(taken.map(Number).join(''), taken);
  }
  return [...kinds.values()];
}

/** Words of kinds, up to three long; fewer where there are many kinds. */
function wordsOf(kinds: number): number[][] {
  const single = Array.from({ length: kinds }, (_, kind) => [kind]);
  const longer = (words: readonly number[][]): number[][] => words.flatMap((word) => single.map((one) => [...word, ...one]));
  const pairs = kinds <= 16 ? longer(single) : [];
  return [...single, ...pairs, ...(kinds <= 6 ? longer(pairs) : [])];
}

function grows(first: Float64Array, steps: Steps, words: readonly number[][], { length, most }: { length: number; most: number }): boolean {
  let ways = first;
  let all = 0;
  for (let at = 0; at < length; ) {
    const now = total(ways);
    let best: { ways: Float64Array; rate: number; word: number[] } | null = null;
    for (const word of words) {
      const then = word.reduce((before, kind) => after(before, kind, steps), ways);
      const rate = Math.log(total(then) / now) / word.length;
      if (best === null || rate > best.rate) best = { ways: then, rate, word };
    }
    if (best === null || !(total(best.ways) > 0)) return false;
    ways = best.ways;
    at += best.word.length;
    all += total(ways) * best.word.length;
    if (all > most) return true;
  }
  return false;
}

function after(ways: Float64Array, kind: number, { next, kinds }: Steps): Float64Array {
  const out = new Float64Array(ways.length);
  const taken = kinds[kind] ?? [];
  for (let state = 0; state < ways.length; state++) {
    const count = ways[state] ?? 0;
    if (count === 0 || taken[state] !== true) continue;
    for (const step of next[state] ?? []) out[step.state] = (out[step.state] ?? 0) + count * step.ways;
  }
  return out;
}

function total(ways: Float64Array): number {
  let sum = 0;
  for (const count of ways) sum += count;
  return sum;
}
