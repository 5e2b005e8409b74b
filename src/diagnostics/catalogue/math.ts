/** Messages about formulas. */
import { entry } from './entry.ts';

export const math = {
  'math/cannot-read': entry<{ problem: string; near: string | null }>({
    severity: 'error',
    message: ({ problem, near }) => `This formula cannot be read: ${problem}.${near === null ? '' : ` Did you mean “${near}”?`}`,
    help: ({ near }) => (near === null ? 'Formulas are written in TeX, for example: $$\\frac{a}{b}$$. If no formula is meant, put a backslash before the dollars.' : near),
    why: 'Formulas are typeset while the course is built. One with a mistake would be shown to learners as it is written.',
    wrong: '$$\\frca{1}{2}$$',
    right: '$$\\frac{1}{2}$$',
  }),
  'math/unclosed': entry<Record<never, never>>({
    severity: 'error',
    message: () => 'The formula opened by $$ is never closed.',
    help: () => 'Add $$ on a line of its own where the formula ends, or put a backslash before the dollars.',
    why: 'Everything from here on would be read as a formula.',
    wrong: '$$\na^2 + b^2\n\nMore text.',
    right: '$$\na^2 + b^2\n$$\n\nMore text.',
  }),
};
