/** Marks of LaTeX, BibTeX and page generators: told with what to write instead. */
import { describe, expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

const found = (content: string) => parseLesson('l.md', `# L\n\n## Core content\n\n${content}\n\n## Quiz\n\nQ: Why?\nA: So.\n`).diagnostics.map(({ code, line, column, help }) => `${line}:${column} ${code} ${help ?? ''}`);

describe('commands of LaTeX', () => {
  it.each([
    ['\\section{Conjugate models}', '5:1 syntax/latex ## Conjugate models'],
    ['\\subsection*{Priors}', '5:1 syntax/latex ### Priors'],
    ['It is \\textbf{very} old.', '5:7 syntax/latex **very**'],
    ['It is \\emph{very} old.', '5:7 syntax/latex *very*'],
    ['Call \\texttt{fit()}.', '5:6 syntax/latex `fit()`'],
    ['As \\cite{jeffreys1961} says.', '5:4 syntax/latex [jeffreys1961]'],
    ['As \\citep[p. 3]{a,b} says.', '5:4 syntax/latex [a] [b]'],
    ['See \\url{https://example.org}.', '5:5 syntax/latex <https://example.org>'],
    ['See \\href{https://example.org}{this}.', '5:5 syntax/latex [this](https://example.org)'],
    ['Old.\\footnote{Very.}', '5:5 syntax/latex [^1], and on a line of its own: [^1]: Very.'],
    ['\\begin{itemize}\n\\item one\n\\item two\n\\end{itemize}', '5:1 syntax/latex - one\n- two'],
  ])('%j', (content, expected) => {
    expect(found(content)).toEqual([expected]);
  });

  it.each(['`\\section{x}`', '```\n\\section{x}\n```', 'C:\\users\\emph', 'A \\LaTeX file', '$$\\textbf{x}$$'])('but not in code, formulas and paths: %j', (content) => {
    expect(found(content).filter((each) => each.includes('syntax/latex'))).toEqual([]);
  });
});

describe('formulas', () => {
  it.each([
    ['Let $P(A)$ be it.', '5:5 math/other-marks $$P(A)$$'],
    ['Let $x$ be it.', '5:5 math/other-marks $$x$$'],
    ['As $P(B|A)=0.9$ holds.', '5:4 math/other-marks $$P(B|A)=0.9$$'],
    ['It says\n\\[\nP = \\frac{a}{b}\n\\]\nas known.', '6:1 math/other-marks $$\nP = \\frac{a}{b}\n$$'],
  ])('%j', (content, expected) => {
    expect(found(content)).toEqual([expected]);
  });

  it.each(['From $5 to $10 (or more).', 'US$ and CA$ differ.', 'Set $HOME and $PATH.', 'Between $a and b$ there', 'It costs $5 (gross)$ here'])('but not money and names: %j', (content) => {
    expect(found(content)).toEqual([]);
  });
});

describe('marks of page generators', () => {
  it.each([
    ['See {{< ref "l2" >}} for more.', '5:5 syntax/template'],
    ['{% include note.html %}', '5:1 syntax/template'],
    ['{{% notice %}}', '5:1 syntax/template'],
  ])('%j', (content, expected) => {
    expect(found(content)[0]).toContain(expected);
  });

  it.each(['A `{% tag %}` in code', 'Write {name} or {{ name }} here.'])('but not %j', (content) => {
    expect(found(content)).toEqual([]);
  });
});

it('an entry of BibTeX is said as a reference', () => {
  expect(found('@book{gelman2013,\n  title={Bayesian {Data} Analysis},\n  author={Gelman, A. and Carlin, J.},\n  year={2013}\n}')).toEqual([
    '5:1 syntax/latex - [gelman2013] Gelman, A., Carlin, J. (2013). Bayesian Data Analysis.',
  ]);
});
