/** Messages about marks of other programs in the text. */
import { entry } from './entry.ts';

export const syntaxForeign = {
  'syntax/latex': entry<{ written: string; right: string }>({
    severity: 'warning',
    message: ({ written }) => `“${written}” is ${written.startsWith('@') ? 'an entry of BibTeX' : 'written for LaTeX'}, and is shown to learners as it stands.`,
    help: ({ right }) => right,
    fix: ({ written, right }) => (/^\\footnote/.test(written) ? null : right),
    why: 'A lesson is Markdown: only formulas are written in TeX, between two dollars on each side.',
    wrong: '\\section{Priors}\n\nA prior is \\emph{chosen}, see \\cite{gelman2013}.',
    right: '### Priors\n\nA prior is *chosen*, see [gelman2013].',
  }),
  'syntax/citation-key': entry<{ written: string; right: string }>({
    severity: 'warning',
    message: ({ written }) => `“${written}” cites by a key, as Pandoc and Quarto do, and is shown to learners as it stands.`,
    help: ({ right }) => `${right}, and under a heading “References” an entry that begins with it: - ${right.split(' ')[0] ?? right} Author, title, year.`,
    fix: ({ written, right }) => (/^\[-?@[^,;\s]+\]$/.test(written) ? right : null),
    why: 'Keys are looked up in a file of sources, and a lesson has none. Its sources are listed in its own section, each with the label that the text names.',
    wrong: 'Length beats complexity [@nist2017].',
    right: 'Length beats complexity [nist2017].\n\n## References\n\n- [nist2017] NIST, Digital identity guidelines, 2017.',
  }),
  'syntax/template': entry<{ written: string; right: string | null }>({
    severity: 'warning',
    message: ({ written }) => `“${written}” is a mark of another program, and is shown to learners as it stands.`,
    fix: ({ right }) => right,
    help: ({ right }) => right ?? 'Write what it stands for, or delete it. A link to another lesson: [words](l2.md). To show it, put it between backticks.',
    why: 'Page generators replace such marks before anybody sees them; nothing does so here.',
    wrong: 'See {{< ref "l2" >}}.',
    right: 'See [the second lesson](l2.md).',
  }),
};
