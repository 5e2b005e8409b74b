/** Messages about references: to other lessons and to sources. */
import { entry } from './entry.ts';

export const reference = {
  'reference/unmatched': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `The source “${words}” is found in none of the references.`,
    help: () => 'Add it to the references, or name first author and year as they stand there.',
    why: 'A source is linked to its entry by its arXiv id or DOI, its address, or its first author and year.',
    wrong: 'Source: Hubinger, 2024. — and a list of references without Hubinger',
    right: '- Hubinger, E. (2024). Sleeper agents. https://arxiv.org/abs/2401.05566',
  }),
  'reference/near-source': entry<{ written: string; meant: string }>({
    severity: 'warning',
    message: ({ written, meant }) => `“${written}:” is not read as a source. Did you mean “${meant}:”?`,
    help: ({ meant }) => `${meant}:`,
    fix: ({ meant }) => meant,
    why: 'A source is set apart from the text and linked to the references. With a slip in its first word it is a sentence like any other.',
    wrong: 'Sorce: Hubinger, 2024.',
    right: 'Source: Hubinger, 2024.',
  }),
  'reference/never-cited': entry<{ words: string }>({
    severity: 'info',
    message: ({ words }) => `The reference “${words}” is cited nowhere in the lesson.`,
    help: () => 'Cite it where it is used, for example “Source: Author, 2024.”, or take it out.',
    why: 'The lesson cites most of its references; one that is cited nowhere looks like a leftover.',
    wrong: 'a list of three references, of which the text cites two',
    right: 'a list of the references that the text cites',
  }),
  'reference/unknown-lesson': entry<{ target: string }>({
    severity: 'info',
    message: ({ target }) => `${target} is not part of this build, so the mention stays plain text.`,
    help: () => null,
    why: 'Mentions of lessons and modules that are built together become links. The others are listed once, so that a mistyped number is found.',
    wrong: 'as shown in L1.33',
    right: 'as shown in L1.3',
  }),
};
