/** Messages about links and the files they lead to. */
import { entry } from './entry.ts';

export const link = {
  'link/dead-anchor': entry<{ anchor: string; path: string; near: string | null }>({
    severity: 'error',
    message: ({ anchor, path, near }) => `No heading of ${path === '' ? 'this lesson' : `“${path}”`} is called “${anchor}”.${near === null ? '' : ` Did you mean “#${near}”?`}`,
    help: ({ path, near }) => (near === null ? `Use the words of a heading in small letters with hyphens, for example: ${path}#core-content` : `${path}#${near}`),
    why: 'Learners would follow the link and stay where they are.',
    wrong: 'See [below](#slat). — and a heading “Salt”',
    right: 'See [below](#salt).',
  }),
  'link/http': entry<{ url: string }>({
    severity: 'info',
    message: ({ url }) => `“${url}” is not encrypted.`,
    help: ({ url }) => url.replace(/^http:/i, 'https:'),
    why: 'Anybody on the way can read and change what comes from such an address; most servers answer under https: as well.',
    wrong: '[The guide](http://example.com/guide)',
    right: '[The guide](https://example.com/guide)',
  }),
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
  'link/source-file': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `“${path}” is a source file and not a lesson of this build. Linking to it would put its answers and notes into the package.`,
    help: () => 'Add the lesson to “lessons” in course.yaml and build the course, or write its title without a link.',
    why: 'A linked file is shipped as it is. A lesson’s text holds right answers, explanations and production notes that learners must not get.',
    wrong: 'See the [next lesson](two.md).',
    right: 'See the next lesson, L2.',
  }),
  'link/ships-as-is': entry<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `“${path}” will be in the package as it stands, for every learner to open.`,
    help: () => 'If it is a lesson, add it to “lessons” in course.yaml. If it is a handout, save it as PDF to silence this warning.',
    why: 'Text and Word files may be lessons, with answers and private notes inside. Lectern cannot tell them from handouts.',
    wrong: 'Read the [policy](policy.txt).',
    right: 'Read the [policy](policy.pdf).',
  }),
  'link/vague': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `The link “${words}” does not say where it leads.`,
    help: () => 'Link the words that name the target: [Guide to strong passwords](https://example.com/)',
    why: 'Screen readers can list the links of a page, without the sentences around them (WCAG 2.2, 2.4.4 and 2.4.9).',
    wrong: 'For the guide [click here](https://example.com/).',
    right: 'Read the [guide to strong passwords](https://example.com/).',
  }),
};
