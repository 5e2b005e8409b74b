/** The tree is the one that micromark, the reference for CommonMark with GFM, makes of the same text; where it is not, the reason stands here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';

/**
 * Everything of a tree but lines and columns, which the compiler does not use. In quotations a last line of nothing but the mark is for
 * micromark a part of the list before it, which it makes loose, and a break in an item takes the next line's indentation: that is not compared.
 */
function bare(node: Nodes, quoted = false): unknown {
  const { position, ...own } = node;
  const inside = quoted || node.type === 'blockquote';
  const ends = !(inside && /^(?:list|listItem|blockquote|footnoteDefinition)$/.test(node.type)) && node.type !== 'break';
  if (inside && 'spread' in own) delete own.spread;
  return { ...own, at: [position?.start.offset, ends ? position?.end.offset : null], children: 'children' in node ? node.children.map((child) => bare(child, inside)) : null };
}

function ours(text: string, pasted = false): unknown {
  return parseMarkdown(text, pasted).children.map((node) => bare(node));
}

function reference(text: string, pasted = false): unknown {
  const options: Options = {
    extensions: [gfmTable(), gfmTaskListItem(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), ...(pasted ? [{ disable: { null: ['codeIndented', 'setextUnderline'] } }] : [])],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  };
  return fromMarkdown(text, options).children.map((node) => bare(node));
}

const lessons = ['content', 'docs', 'examples', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // Recorded calls are no lessons: in their signs `**` may stand before `~` inside a word, which the reference takes for a beginning and the standard does not.
    .filter((name) => /\.(?:md|txt)$/.test(name) && !name.startsWith('traces'))
    .map((name) => join(folder, name)),
);

describe.each([
  ['Markdown', false],
  ['pasted text', true],
])('every text of the project, read as %s', (_, pasted) => {
  it.each(lessons)('%s', (file) => {
    const text = readFileSync(file, 'utf8').slice(0, 200_000).replace(/\r\n?/g, '\n').replaceAll('\0', '');
    expect(ours(text, pasted)).toEqual(reference(text, pasted));
  });
});

/** The same texts every time; `SEED` and `RUNS` look further. */
const parameters = { seed: Number(process.env.SEED ?? 20_261_128), numRuns: Number(process.env.RUNS ?? 250) };

const words = fc.constantFrom('some plain words, that (as usual) go on', 'word', 'Ein längerer Satz über Füße', '漢字かな交じり文です', 'كلمات عربية', 'smile 😀 at me', 'a 1.5-fold', 'see https://example.org/one?two=three now', '2 * 3 * 4', 'snake_case_name', '~30 min', '$5', '( ) no', 'AT&T', 'R&amp;D &copy; &#8222; &nope;', 'a \\* b \\[c\\]', '“quoted”', '<b>bold</b>', '<br>', '<!-- unseen -->', '<https://example.org>', '<me@example.org>');
const marked = fc.constantFrom('*one*', '**two**', '_three_', '***all***', '**a *b* c**', '*a **b** c*', '~~gone~~', '`code`', '`` a ` b ``', '` x `', '`un', '[a link](https://example.org "Title")', '[x](<a b.md>)', '![a *picture*](p.png)', '[one]', '[*a*][one]', '[two][]', '![three][one]', '[none]', '[none][nothing]', 'note[^n]', 'no note[^m]', '[[one]]', '[![i](j.png)](k.md)', '*open', '**open', '[open', '](', '<open', '&');
const line = fc.array(fc.oneof(words, marked), { minLength: 1, maxLength: 5 }).map((pieces) => `w ${pieces.join(' ')}`);
const lines = fc.array(fc.tuple(line, fc.constantFrom('', '', '', '  ', '\\')), { minLength: 1, maxLength: 3 }).map((all) => all.map(([text, end], index) => (index < all.length - 1 ? text + end : text)));

const table = fc.tuple(fc.array(fc.oneof(words, marked), { minLength: 2, maxLength: 6 }), fc.constantFrom('|---|:-:|', '|:--|--:|', '--|--')).map(([cells, dashes]) => ['| one | two |', dashes, ...cells.map((cell) => `| ${cell.replaceAll('|', '')} | x \\| y |`)]);

const plainBlock: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 6, arbitrary: lines },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '###### '), line, fc.constantFrom('', ' ##', '  ')).map(([mark, text, end]) => [mark + text + end]) },
  { weight: 1, arbitrary: lines.map((text) => [...text, '===']) },
  { weight: 1, arbitrary: fc.constantFrom<string[]>(['___'], ['```js title', 'code', '', '  more', '```'], ['~~~', '# no *heading*', '~~~']) },
  { weight: 1, arbitrary: fc.constantFrom<string[]>(['<div>', '*raw*', '</div>'], ['<!-- one', '', 'two -->'], ['<pre>', '', 'x', '</pre>'], ['</p>'], ['<custom-tag a="b">']) },
  { weight: 1, arbitrary: fc.constantFrom<string[]>(['[one]: https://example.org "T"'], ['[Two]: <x y.md>', "  'of two lines'"], ['[^n]: A note.'], ['[none', 'such]: x']).map((rows) => [...rows, '']) },
  { weight: 1, arbitrary: table },
);

interface Tied {
  block: string[];
}

/** Blocks in lists and quotations, with blank lines between them or without. */
const { block } = fc.letrec<Tied>((tie: fc.LetrecTypedTie<Tied>) => {
  const several: fc.Arbitrary<string[]> = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => all.flatMap((one, index) => (index === 0 ? one : ['', ...one])));
  const item = fc.tuple(fc.oneof(several, lines), fc.constantFrom('', '', '[x] ', '[ ] ')).map(([all, task]): string[] => (/^w/.test(all[0] ?? '') ? [task + (all[0] ?? ''), ...all.slice(1)] : all));
  const list = fc.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.constantFrom('- ', '* ', '1. ', '7) ', '-   '), fc.boolean()).map(([items, mark, loose]) =>
    items.flatMap((all, index) => [...(loose && index > 0 ? [''] : []), ...all.map((text, row) => (row === 0 ? mark + text : text === '' ? '' : ' '.repeat(mark.length) + text))]),
  );
  const quote = several.map((all) => all.map((text) => `> ${text}`));
  return { block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, plainBlock, list, quote) };
});

/** Right below a paragraph micromark takes no list inside a new quotation or item for one, and no other number than 1. */
const document = fc.array(fc.tuple(block, fc.boolean()), { minLength: 1, maxLength: 5 }).map((all) =>
  all.map(([rows, close], index) => (index === 0 ? '' : close && !/[>|]|7\)/.test([...rows, ...(all[index - 1]?.[0] ?? [])].join(' ')) ? '\n' : '\n\n') + rows.join('\n')).join('') + '\n\n[^n]: A note.\n\n    Its second paragraph.\n',
);

it('blocks in blocks, with marks in their words', () => {
  fc.assert(
    fc.property(document, fc.boolean(), (text, pasted) => {
      expect(ours(text, pasted)).toEqual(reference(text, pasted));
    }),
    parameters,
  );
}, 60_000);

interface Difference {
  why: string;
  text: string;
  /** Types of the blocks at the top. */
  blocks: string[];
}

const differences: Difference[] = [
  { why: 'A list that begins inside a new item is a list, whatever its number, also right below a paragraph.', text: 'Text\n- 2. two', blocks: ['paragraph', 'list'] },
  { why: 'Below code by indentation, an empty item is an item: code is no paragraph that it could belong to.', text: '    code\n-', blocks: ['code', 'list'] },
  { why: 'So is any number.', text: '    code\n2. two', blocks: ['code', 'list'] },
  { why: 'A table has a bar somewhere in its first line.', text: 'a\n:-', blocks: ['paragraph'] },
  { why: 'Below an item a table is a table, as it is below any paragraph, and not words of the item.', text: '- item\n| a | b |\n|---|---|\n| 1 | 2 |', blocks: ['list', 'table'] },
  { why: 'A line of equals signs below a table is no row of it.', text: '| a |\n|---|\n===', blocks: ['table', 'paragraph'] },
  { why: 'The row of dashes may stand at the margin.', text: '- | a | b |\n|---|---|', blocks: ['list'] },
  { why: 'Below a definition nothing is continued: what is no part of the quotation stands outside of it.', text: '> [a]: b\ntext', blocks: ['blockquote', 'paragraph'] },
  { why: 'Nor is a heading begun by the definition.', text: '[a]: b\nc\n===', blocks: ['definition', 'heading'] },
  { why: 'A mark of quotation counts however far it is indented.', text: '> a\n      > b', blocks: ['blockquote'] },
  { why: 'Three marks count as three also when two of them are used, as CommonMark has it.', text: '***a.** b**c**', blocks: ['paragraph'] },
  { why: 'A tilde beside a star is a mark like any other.', text: 'a**~b~**', blocks: ['paragraph'] },
  { why: 'A task may begin in the line below its mark.', text: '- \n   [x] task', blocks: ['list'] },
  { why: 'Blanks at the end of an info string are none of it.', text: '```js x  \n```', blocks: ['code'] },
  { why: 'Blank lines at the end of code by indentation are none of it.', text: '    a\n      \nb', blocks: ['code', 'paragraph'] },
];

it.each(differences)('differs on purpose. $why', ({ text, blocks }) => {
  expect(parseMarkdown(text, false).children.map(({ type }) => type)).toEqual(blocks);
  expect(ours(text)).not.toEqual(reference(text));
});

it('whatever the marks, nodes lie in their parents in the order of the text, and no word is lost or said twice', () => {
  const mark = fc.constantFrom('\n', '\n', '\n\n', ' ', '  \n', '\\\n', '    ', '\t', '- ', '* ', '- [x] ', '1. ', '3) ', '> ', '# ', ' ##', '---\n', '===\n', '**', '*', '_', '~~', '~', '`', '``', '```', '~~~', '[', ']', '](', ')', '][', ']: ', '[^n]', '[^n]: ', '![', '<', '>', '<div>', '<a href="', '<!-- ', ' -->', '<pre>', '&', '&amp;', '\\', '|', '| a | b |\n|---|:-:|\n', '"', '(', '!', ':');
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 40 }), fc.boolean(), (marks, pasted) => {
      const text = marks.map((one, index) => `${one}w${index}w `).join('');
      const tree = parseMarkdown(text, pasted);
      const check = (nodes: readonly Nodes[], from: number, to: number): void => {
        let at = from;
        for (const node of nodes) {
          const [start, end] = [node.position?.start.offset ?? -1, node.position?.end.offset ?? -1];
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(to);
          if ('children' in node) check(node.children, start, end);
          at = end;
        }
      };
      check(tree.children, 0, text.length);
      const said = JSON.stringify(tree.children);
      for (let index = 0; index < marks.length; index++) expect(said.toLowerCase()).toContain(`w${index}w`);
    }),
    parameters,
  );
});

it.each([
  'It takes ~30 min, at most ~35.',
  'Training costs $10M–$500M or $5.',
  'See arXiv:2401.05566 at 9:30, in model_card.md and snake_case_names.',
  'input → [linear → nonlinearity] → output',
  '[SLIDE 1 — Title]',
  'ollama pull llama3.2:3b, n:th, 3:17',
])('“%s” is one paragraph of one text', (text) => {
  expect(parseMarkdown(text, true).children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: text }] }]);
});

it.each([
  ['a fence that is indented closes', true, '    ```js\n    a\n     b\n    ```\n\nText', ['code', 'paragraph']],
  ['a table in an item ends with the item', false, '- | a | b |\n  |---|---|\n  | 1 | 2 |\nText', ['list', 'paragraph']],
  ['a divider right below a table', false, '| a | b |\n|---|---|\n| 1 | 2 |\n---', ['table', 'thematicBreak']],
  ['a table below a line with a bar', false, 'Points: 1 | Objective: 2\n| a | b |\n|---|---|', ['paragraph', 'table']],
  ['a numbered question below options', false, '1. Question\n- [x] right\n2. Question', ['list', 'list', 'list']],
  ['a year at the beginning of a line', false, '1. It was built in\n   1984. It is high.', ['list']],
  ['HTML in a quotation', false, '> <div>\n>\n> Text', ['blockquote']],
  ['text below its number', false, '1.\n   Question\n\n   - option', ['list']],
])('%s', (_, pasted, text, blocks) => {
  expect(parseMarkdown(text, pasted).children.map(({ type }) => type)).toEqual(blocks);
  expect(ours(text, pasted)).toEqual(reference(text, pasted));
});
