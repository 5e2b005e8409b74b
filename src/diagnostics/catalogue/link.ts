/** Messages about links and the files they lead to. */
import { entry } from './entry.ts';

export const link = {
  'link/scheme': entry<{ url: string; scheme: string }>({
    severity: 'error',
    message: ({ url, scheme }) => `The address “${url}” begins with “${scheme}”, which is not allowed.`,
    help: () => 'Link to https:, http:, mailto:, tel: or a file of the course.',
    why: 'Addresses such as javascript: run programs in the learner\'s browser with the rights of the learning platform.',
    wrong: '[More](javascript:alert(1))',
    right: '[More](https://example.com/)',
  }),
  'link/missing-file': entry<{ path: string; suggestion: string | null; onlyCase: boolean }>({
    severity: 'error',
    message: ({ path, suggestion, onlyCase }) =>
      onlyCase && suggestion !== null
        ? `“${path}” does not exist, but “${suggestion}” does; small and capital letters are different names in the package.`
        : `“${path}” does not exist.${suggestion === null ? '' : ` Did you mean “${suggestion}”?`}`,
    help: ({ suggestion }) => (suggestion === null ? 'Put the file there, or correct the path; paths count from the lesson\'s own folder.' : suggestion),
    why: 'Learners would meet a broken picture or link.',
    wrong: '![Three layers](layer.png)',
    right: '![Three layers](layers.png)',
  }),
};
