/** Parsing in segments gives what parsing at once gives, and prose stays prose. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';
import { cutSegments } from './segments.ts';

/** Type, offsets and text of each node, without lines and columns, which are not kept up. */
function shape(node: Nodes): unknown {
  const own = [node.type, node.position?.start.offset, node.position?.end.offset, 'value' in node ? node.value : 'label' in node ? node.label : 'depth' in node ? node.depth : ''];
  return 'children' in node ? [...own, node.children.map(shape)] : own;
}

const filler = `${'word '.repeat(400)}\n`;
const block = fc.constantFrom(
  'A paragraph with [a link][one], [two] and a note[^n].\n\n',
  '- item\n\n- item\n\n',
  '* other\n',
  '1. first\n2. second\n\n   more of it\n\n',
  '    indented\n\n',
  '> quoted\n> again\n\n',
  '# Heading\n',
  'Underlined\n===\n\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
  '[one]: https://example.org\n\n',
  '[^n]: A note.\n\n    Its second paragraph.\n\n',
  '[Two]: <https://example.com> "Title"\n\n',
  '<div>\n# not a heading\n</div>\n\n',
  'lazy\n',
  '\n',
  filler,
);

it('a text parsed in segments has the same tree as the text parsed at once', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), fc.boolean(), (blocks, pasted) => {
      const text = blocks.join('');
      const whole = parseMarkdown(text, pasted, () => true);
      expect(shape(parseMarkdown(text, pasted))).toEqual(shape(whole));
    }),
    { numRuns: 60 },
  );
});

it('tables are found wherever looking for them everywhere would find them', () => {
  const marks = fc.constantFrom('|', '-', ':', ' ', '\n', 'a', '>', '> ', '- ', '1. ', '* ', '\\', '`', '\t', '---', '| a | b |\n', '|-|-|\n', 'a\n-|-\n', '> a\n> -\n', 'a\n:-\n');
  let tables = 0;
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const expected = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
      if (JSON.stringify(expected).includes('"table"')) tables++;
      expect(parseMarkdown(text, false).children.map(shape)).toEqual(expected.children.map(shape));
    }),
    { numRuns: 400 },
  );
  expect(tables).toBeGreaterThan(40);
});

it('long texts are cut, and the segments join to the whole', () => {
  const text = 'A paragraph.\n\n- item\n\n'.repeat(3000);
  const segments = cutSegments(text, () => false);
  expect(segments.length).toBeGreaterThan(5);
  expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
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
