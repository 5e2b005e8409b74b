/** Messages about lectern.lock.json, which keeps ids stable from build to build. */
import { entry } from './entry.ts';

export const lock = {
  'lock/unreadable': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The lock file cannot be read: ${reason}. It is left as it is.`,
    help: () => 'Restore it from your version control or a copy. Delete it only if no learner has results yet.',
    why: 'The lock file ties questions to the results already stored for them. A new one could give old results to other questions.',
    wrong: 'A lock file with the marks of an unfinished merge in it',
    right: 'The lock file as the last build wrote it',
  }),
};
