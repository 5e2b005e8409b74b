/** Messages about references: to other lessons and to sources. */
import { entry } from './entry.ts';

export const reference = {
  'reference/unknown-lesson': entry<{ target: string }>({
    severity: 'info',
    message: ({ target }) => `${target} is not part of this build, so the mention stays plain text.`,
    help: () => null,
    why: 'Mentions of lessons and modules that are built together become links. The others are listed once, so that a mistyped number is found.',
    wrong: 'as shown in L1.33',
    right: 'as shown in L1.3',
  }),
};
