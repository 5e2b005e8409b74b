/** Parsing in segments gives what parsing at once gives, and prose stays prose. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';
import { cutSegments } from './segments.ts';

/** Type, offsets, looseness and text of each node, without lines and columns, which are not kept up. */
function shape(node: Nodes): unknown {
  const lists = node.type === 'list' ? [node.ordered, node.start, node.spread] : node.type === 'listItem' ? [node.spread, node.checked] : [];
  const own = [node.type, ...lists, node.position?.start.offset, node.position?.end.offset, 'value' in node ? node.value : 'label' in node ? node.label : 'depth' in node ? node.depth : ''];
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

const inList = fc.constantFrom(
  '- item\n',
  '- item\n\n',
  '- item\n\n\n  its second paragraph\n\n',
  '- [x] right\n- [ ] wrong\n',
  '-\n',
  '- - -\n',
  '- # Heading\n',
  '- > quoted\n',
  '- [^n]: A note.\n',
  '- [one]: https://example.org\n',
  '- <div>\n',
  '* other\n',
  '* * *\n',
  '7. number\n',
  '7) bracket\n',
  '3. question\n   - [x] right\n   - [ ] wrong\n   Why: so.\n\n',
  '3. question\n   - right\n\n   - wrong\n',
  '  - nested\n',
  '    - nested more, [one]\n',
  ' - almost at the margin\n',
  'lazy [one] and[^n]\n',
  '> quoted\n',
  '# Heading\n',
  '<p>\n',
  '| a | b |\n|---|---|\n',
  '\n',
);

it('a list parsed in segments is the list parsed at once, cut at any of its items', () => {
  const run = fc.tuple(inList, fc.integer({ min: 1, max: 3 })).map(([text, count]) => text.repeat(count));
  const mark = fc.constantFrom('- ', '1. ', '1) ');
  fc.assert(
    fc.property(fc.array(run, { minLength: 2, maxLength: 14 }), mark, fc.boolean(), (runs, own, pasted) => {
      const text = runs.map((words) => `${words}${own}${filler}`).join('');
      expect(shape(parseMarkdown(text, pasted))).toEqual(shape(parseMarkdown(text, pasted, () => true)));
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('a lazy line that looks like an item of another list ends none', () => {
  const text = `- item\n2. ${filler.repeat(4)}\n- item\n`;
  expect(shape(parseMarkdown(text, false))).toEqual(shape(parseMarkdown(text, false, () => true)));
});

it('a long list is cut too, whatever stands in its items', () => {
  const questions = Array.from({ length: 1000 }, (_, n) => `1. What is ${n}?\n   - [x] This\n   - [ ] That\n   Why: so.\n\n`).join('');
  const segments = cutSegments(questions, () => false);
  expect(Math.max(...segments.map(({ start, end }) => end - start))).toBeLessThan(7000);
  expect(parseMarkdown(questions, true).children.map((node) => ('children' in node ? [node.type, node.children.length] : node.type))).toEqual([['list', 1000]]);
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
