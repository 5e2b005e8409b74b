/** Patterns in gaps, `/re-?lu/i`: whether they are valid, and whether a learner's answer could keep a browser busy for ages. */
import { GAP_MAX } from '../../../grading/text.ts';
import type { Span } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { regexGraph } from './regex-graph.ts';
import { tooManyWays } from './regex-ways.ts';

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

/** True for what could keep a page busy; decided without running it, so alike on every machine. */
export function isSlow(source: string, flags: string): boolean {
  const graph = regexGraph(source, flags);
  return graph === null || tooManyWays(graph, GAP_MAX, mostSteps);
}
