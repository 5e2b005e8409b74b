/** What becomes of code and formulas. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { expect, it } from 'vitest';
import { parseLesson } from '../../2-parse/parse-lesson.ts';
import { newTypesetter } from './typeset.ts';

async function drawn(text: string): Promise<{ html: string[]; titles: (string | null)[]; codes: string[] }> {
  const { output } = parseLesson('l.md', `# L1 — One\n\n## Core content\n\n${text}`);
  const diagnostics = await newTypesetter().typeset(output);
  const contents: ElementContent[][] = [];
  const titles: (string | null)[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.data?.drawn !== undefined) {
        contents.push(node.data.drawn.content);
        titles.push(node.data.drawn.title);
      }
      if ('children' in node) visit(node.children);
    }
  };
  visit(output.sections.flatMap((section) => section.blocks));
  return { html: contents.map((content) => toHtml({ type: 'root', children: content })), titles, codes: diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`) };
}

it('code gets the colours of its language and keeps every character', async () => {
  const { html, codes } = await drawn('```python\nx = "a < b"  # why\n```');
  expect(html).toEqual(['x = <span class="hl-s">"a &#x3C; b"</span>  <span class="hl-c"># why</span>']);
  expect(codes).toEqual([]);
});

it('lines are marked, with or without colours, also where a colour runs over several', async () => {
  const { html, titles } = await drawn('```{2} title="a b.txt"\none\ntwo\n```\n\n```python {2}\n"""a\nb"""\n```');
  expect(html).toEqual(['one\n<mark class="line">two</mark>', '<span class="hl-s">"""a</span>\n<mark class="line"><span class="hl-s">b"""</span></mark>']);
  expect(titles).toEqual(['a b.txt', null]);
});

it('changes are insertions and deletions', async () => {
  const { html } = await drawn('```diff\n-old\n+new\n```\n\n```json diff\n-1\n+2\n```');
  expect(html[0]).toContain('<del class="line">');
  expect(html[1]).toBe('<del class="line"><span class="hl-n">1</span></del>\n<ins class="line"><span class="hl-n">2</span></ins>');
});

it('formulas are MathML without anything that runs or leads away', async () => {
  const { html, codes } = await drawn('$$\\frac{a}{b}$$ and words\n\n$$\\href{javascript:alert(1)}{x}$$ and words\n\n$$\\color{red} x$$ and words');
  expect(html[0]).toBe('<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>');
  expect(html.join('')).not.toMatch(/javascript|href/);
  expect(codes).toEqual(['7:3 math/cannot-read']);
});

it('a formula that feeds itself is an error, not the end', async () => {
  const { codes } = await drawn('$$\\def\\a{\\a\\a}\\a$$ and words');
  expect(codes).toEqual([expect.stringContaining('math/cannot-read')]);
});

it('what is private is left alone', async () => {
  expect(await drawn(':::instructor\n```pyhton\nx\n```\n:::\n\n## Production notes\n\n$$\\frca$$')).toEqual({ html: [], titles: [], codes: [] });
});
