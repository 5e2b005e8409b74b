/** A text that was condensed, parsed and restored has the tree of the whole text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { expect, it } from 'vitest';
import { condense } from './condense.ts';

const options = {
  extensions: [gfmTable(), gfmTaskListItem(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })],
  mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

/** Everything of a tree but lines and columns, which the compiler does not use. */
function bare(nodes: readonly Nodes[]): unknown {
  return nodes.map((node) => {
    const { position, ...own } = node;
    return { ...own, at: [position?.start.offset, position?.end.offset], children: 'children' in node ? bare(node.children) : null };
  });
}

function parsedWhole(text: string): unknown {
  return bare(fromMarkdown(text, options).children);
}

function parsedShort(text: string): unknown {
  const short = condense(text);
  const { children } = fromMarkdown(short.text, options);
  short.restore(children);
  return bare(children);
}

const words = fc.constantFrom('some plain words, that (as usual) go on: a 1.5-fold; “quoted” end', 'word', 'alpha beta gamma delta', 'Ein längerer Satz über Füße', '漢字かな交じり文です', 'كلمات عربية هنا', 'smile 😀 at me 😀😀', 'a', '1', '2. two of them', '1) one or more', 'javascript title=one', 'see https://example.org/one?two=three now', 'an *emphasised* word', '**Strong.** And', '(*so*), `code` and ` a `', '`a``b`', '`x`', '*y*', '2 * 3 * 4 words', '**über**', '“*quoted*”', '`a | b`', 'a*b*c', '**a*', '*a**', '\ue000 of its own');
const marks = fc.constantFrom('\n', '\n', '\n', '\n\n', ' ', '  \n', '\\\n', '    ', '   ', '\t', '- ', '* ', '+ ', '- [ ] ', '- [x] ', '1. ', '3) ', '> ', '# ', '## ', ' ##', '---\n', '===\n', '***', '**', '*', '_', '__', '~~', '~', '`', '``', '```', '~~~', '```js ', '[', ']', '](', ')', '][', ']: ', '[^n]', '[^n]: ', '![', '<', '>', '<div>', '</div>', '<a href="', '<!-- ', ' -->', '<pre>', '</pre>', '&', '&amp;', '&nbsp ', ';', '\\', '|', ' | ', '|---|---|\n', '"', "'", '(', '!', ':', '\r\n');

it('any mixture of words and marks', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, marks), { minLength: 1, maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(parsedShort(text)).toEqual(parsedWhole(text));
    }),
    { numRuns: Number(process.env.RUNS ?? 1500) },
  );
});

const lessons = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));

it.each([...lessons('content'), ...lessons('docs')])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(parsedShort(text)).toEqual(parsedWhole(text));
});

it('long prose becomes a fraction of itself', () => {
  const text = 'A sentence of ordinary words, with *one* stressed.\n'.repeat(100);
  expect(condense(text).text.length).toBeLessThan(text.length / 2.5);
});
