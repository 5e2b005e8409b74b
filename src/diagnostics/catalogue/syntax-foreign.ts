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
  'syntax/template': entry<{ written: string }>({
    severity: 'warning',
    message: ({ written }) => `“${written}” is an order to another program, and is shown to learners as it stands.`,
    help: () => 'Write what it stands for, or delete it. A link to another lesson: [words](l2.md). To show it, put it between backticks.',
    why: 'Page generators replace such marks before anybody sees them; nothing does so here.',
    wrong: 'See {{< ref "l2" >}}.',
    right: 'See [the second lesson](l2.md).',
  }),
};
