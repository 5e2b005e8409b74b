/** Patterns in gaps, `/re-?lu/i`: whether they are valid, and whether a learner's answer could keep a browser busy for ages. */
import { GAP_MAX } from '../../../grading/text.ts';
import type { Span } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { regexGraph, type RegexGraph } from './regex-graph.ts';

/** A page must not stand still: about a tenth of a second on a slow phone. */
const mostSteps = 2e6;

/** True when the pattern can be used; else a diagnostic says why not. */
export function checkPattern({ source, flags }: { source: string; flags: string }, at: Span, context: ItemContext): boolean {
  const written = `/${source}/${flags}`;
  const fault = faultOf(source, flags);
  if (fault !== null) {
    context.report.add('quiz/bad-regex', context.place(at), { pattern: written, reason: fault });
    return false;
  }
  if (!isSlow(source, flags)) return true;
  context.report.add('quiz/slow-regex', context.place(at), { pattern: written });
  return false;
}

function faultOf(source: string, flags: string): string | null {
  const odd = /[^ius]/.exec(flags)?.[0];
  if (odd !== undefined) return `“${odd}” is no flag here; use i to ignore capital letters`;
  if (source === '') return 'it is empty';
  try {
    return new RegExp(`^(?:${source})$`, flags) instanceof RegExp ? null : '';
  } catch (error) {
    // “Invalid regular expression: /^(?:re(lu)$/: Unterminated group”: the reason alone.
    if (error instanceof SyntaxError) return reasons.find(([shape]) => shape.test(error.message))?.[1] ?? (error.message.split(': ').at(-1) ?? '').toLowerCase();
    throw error;
  }
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/unterminated group/i, 'a closing “)” is missing'],
  [/unmatched '?\)/i, 'there is a “)” without a “(”'],
  [/unterminated character class/i, 'a closing “]” is missing'],
  [/nothing to repeat/i, 'there is nothing before a “*”, “+” or “?” that it could repeat'],
  [/range out of order/i, 'a range runs backwards'],
  [/\\ at end of pattern/i, 'it ends with a lone backslash'],
  [/duplicate flag|invalid flags/i, 'a flag stands twice'],
];

/**
 * Counts, without running the pattern, how many ways a backtracking engine could try on a text of the length that learners
 * may type, when each next character is the worst one. The same on every machine, unlike a stop-watch.
 */
export function isSlow(source: string, flags: string): boolean {
  const graph = regexGraph(source, flags);
  if (graph === null) return true;
  const signs = distinctSigns(graph);
  return startsOf(graph).some((start) => steps(graph, start, signs) > mostSteps);
}

/** Characters that every state treats alike count once. */
function distinctSigns({ states, alphabet }: RegexGraph): boolean[][] {
  const tests = states.flatMap(({ takes }) => (takes === null ? [] : [takes]));
  const kinds = new Map<string, boolean[]>();
  for (const sign of alphabet) {
    const taken = tests.map((takes) => takes(sign));
    kinds.set(taken.map(Number).join(''), taken);
  }
  let next = 0;
  const place = states.map(({ takes }) => (takes === null ? -1 : next++));
  return [...kinds.values()].map((taken) => place.map((at) => at >= 0 && taken[at] === true));
}

/** The beginning, and every state that a loop comes back to: a long text may lead to it first. */
function startsOf({ states, start }: RegexGraph): number[] {
  const back = states.flatMap(({ to }, state) => to.filter((next) => next <= state));
  return [...new Set([start, ...back])].slice(0, 60);
}

/** Ways tried in all, on the worst text as far as it can be found step by step. */
function steps(graph: RegexGraph, start: number, signs: readonly boolean[][]): number {
  let ways = new Map([[start, 1]]);
  let all = 0;
  for (let length = 0; length < GAP_MAX && ways.size > 0; length++) {
    const open = withoutSigns(graph, ways);
    const worst = signs.map((taken) => after(graph, open, taken)).reduce((most, one) => (sum(one) > sum(most) ? one : most), new Map<number, number>());
    ways = worst;
    all += sum(ways);
    if (all > mostSteps) return all;
  }
  return all;
}

function sum(ways: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of ways.values()) total += count;
  return total;
}

const mostVisits = 20_000;

/** Follows steps that take no character. An engine does not go round an empty loop twice. */
function withoutSigns({ states }: RegexGraph, ways: ReadonlyMap<number, number>): Map<number, number> {
  const out = new Map<number, number>();
  let visits = 0;
  const follow = (state: number, count: number, path: ReadonlySet<number>): void => {
    const known = states[state];
    // So many ways without a single character are too many already.
    if (known === undefined || path.has(state) || visits++ > mostVisits) return;
    if (known.takes !== null) {
      out.set(state, (out.get(state) ?? 0) + count);
      return;
    }
    const longer = new Set(path).add(state);
    for (const next of known.to) follow(next, count, longer);
  };
  for (const [state, count] of ways) follow(state, count, new Set());
  return visits > mostVisits ? new Map([...out].map(([state]) => [state, Infinity])) : out;
}

function after({ states }: RegexGraph, open: ReadonlyMap<number, number>, taken: readonly boolean[]): Map<number, number> {
  const out = new Map<number, number>();
  for (const [state, count] of open) {
    if (taken[state] !== true) continue;
    for (const next of states[state]?.to ?? []) out.set(next, (out.get(next) ?? 0) + count);
  }
  return out;
}
