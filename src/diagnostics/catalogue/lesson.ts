/** Messages about a lesson as a whole. */
import { entry } from './entry.ts';

export const lesson = {
  'lesson/no-title': entry<{ file: string }>({
    severity: 'error',
    message: ({ file }) => `The lesson in “${file}” has no title.`,
    help: () => 'Begin with code and title: # L1.1 — Passwords',
    why: 'The title is what learners choose the lesson by, and what the learning platform lists.',
    wrong: 'A text that begins with its first section',
    right: '# L1.1 — Passwords',
  }),
  'lesson/empty': entry<{ file: string }>({
    severity: 'error',
    message: ({ file }) => `The lesson in “${file}” has nothing to show to learners.`,
    help: () => 'Add a section with text below the title, for example: ## Core content',
    why: 'An empty lesson would count as completed by nobody, or by everybody.',
    wrong: 'A title and nothing else',
    right: 'A title and a section with text',
  }),
  'lesson/draft': entry<{ title: string }>({
    severity: 'error',
    message: ({ title }) => `“${title}” is a draft (Status: Draft).`,
    help: () => 'Build it with --draft to look at it, or change the status when it is ready.',
    why: 'Drafts must not reach learners by accident.',
    wrong: 'Status: Draft',
    right: 'Status: Mandatory',
  }),
  'lesson/value': entry<{ field: string; value: string; choices: string }>({
    severity: 'error',
    message: ({ field, value }) => `“${value}” cannot be the ${field} of a lesson.`,
    help: ({ choices }) => `Use ${choices}.`,
    why: 'A value that is not understood would be ignored without anybody noticing.',
    wrong: 'Passing score: high',
    right: 'Passing score: 80%',
  }),
};
