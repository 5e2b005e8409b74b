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
    ['    --{{0}}--\nWelcome.'.slice(4), '5:1 syntax/template'],
    ['!?[A film](https://tube.example/watch?v=1)', '5:1 syntax/template [A film](https://tube.example/watch?v=1)'],
    ['Look: !?[A film](film.mp4)', '5:7 syntax/template ![A film](film.mp4)'],
    ['?[A sound](song.mp3)', '5:1 syntax/template ![A sound](song.mp3)'],
    ['??[A model](https://lab.example/1)', '5:1 syntax/template [A model](https://lab.example/1)'],
    ['@eval', '5:1 syntax/template'],
    ['@eval(`1`)', '5:1 syntax/template'],
    ['{{1-2}}\n> Watch.', '5:1 syntax/template'],
    ['See %%check this again%% here.', '5:5 syntax/template <!-- check this again -->'],
    ['Some ==marked words== here.', '5:6 syntax/template **marked words**'],
  ])('%j', (content, expected) => {
    expect(found(content)[0]).toContain(expected);
  });

  it.each(['A `{% tag %}` in code', 'Write {name} or {{ name }} here.', 'Test a==b and c==d.', 'a == b == c', 'From 5%% to 10%%.', '=== RUN ===', 'The gap {{1}} is one.'])('but not %j', (content) => {
    expect(found(content)).toEqual([]);
  });
});

it('an entry of BibTeX is said as a reference', () => {
  expect(found('@book{gelman2013,\n  title={Bayesian {Data} Analysis},\n  author={Gelman, A. and Carlin, J.},\n  year={2013}\n}')).toEqual([
    '5:1 syntax/latex - [gelman2013] Gelman, A., Carlin, J. (2013). Bayesian Data Analysis.',
  ]);
});

describe('citations by a key', () => {
  it.each([
    ['Old news [@doe99].', '5:10 [doe99]'],
    ['Old news [-@doe_99, p. 3].', '5:10 [doe_99]'],
    ['Old [see @doe99, pp. 33-35; also @smith.04].', '5:5 [doe99] [smith.04]'],
    ['Beides [@müller2020; @sørensen].', '5:8 [müller2020] [sørensen]'],
  ])('%j', (content, expected) => {
    expect(found(content).filter((each) => each.includes('citation-key')).map((each) => /^(\S+) \S+ (.*?), and/.exec(each)?.slice(1).join(' '))).toEqual([expected]);
  });

  it.each(['Mail [ada@example.org] now.', 'See [@ada](https://example.org/@ada).', 'A [@ alone].', '`[@doe99]`', 'Follow [via @ada] there.', '[@doe99]: https://example.org', 'An \\[@escaped\\] one.', 'x[@index]'])('but not %j', (content) => {
    expect(found(content).filter((each) => each.includes('citation-key'))).toEqual([]);
  });
});
