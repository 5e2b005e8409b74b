/** Blocks between lines of colons, wherever they stand. */
import type { RootContent } from 'mdast';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

const blocksOf = (text: string): RootContent[] => parseLesson('l.md', `# L1 — One\n\n## Core content\n\n${text}`).output.sections.flatMap((section) => section.blocks);

const shape = (nodes: readonly RootContent[]): unknown[] =>
  nodes.map((node) => (node.type === 'container' ? [node.name, node.label, ...shape(node.children)] : node.type === 'list' ? ['list', ...node.children.flatMap((item) => shape(item.children))] : node.type));

it('hold what stands between their lines, with a title and attributes', () => {
  expect(shape(blocksOf('Before\n:::reveal[Try \\[it\\] first]\n- a\n\n> b\n:::\nAfter'))).toEqual(['paragraph', ['reveal', 'Try [it] first', ['list', 'paragraph'], 'blockquote'], 'paragraph']);
  expect(blocksOf(':::Example{#one wide key="a b"}\nText\n:::')[0]).toMatchObject({ name: 'example', label: null, attributes: { id: 'one', wide: '', key: 'a b' } });
});

it('nest, stand in lists, and keep lists apart', () => {
  expect(shape(blocksOf('::::example\n:::reveal\nText\n:::\n::::'))).toEqual([['example', null, ['reveal', null, 'paragraph']]]);
  expect(shape(blocksOf('1. One\n\n   :::reveal\n   Text\n   :::\n\n2. Two'))).toEqual([['list', 'paragraph', ['reveal', null, 'paragraph'], 'paragraph']]);
  expect(shape(blocksOf('- a\n:::reveal\n- b\n:::\n- c'))).toEqual([['list', 'paragraph'], ['reveal', null, ['list', 'paragraph']], ['list', 'paragraph']]);
});

it('may hold headings, which open no section then', () => {
  const { sections } = parseLesson('l.md', '# L1 — One\n\n## Core content\n\n:::instructor\n\n## Quiz\n\nAnswers\n\n:::\n\n## Key terms').output;
  expect(sections.map(({ title }) => title)).toEqual(['Core content', 'Key terms']);
});

it('lose no words, whatever stands around them', () => {
  const line = fc.constantFrom(':::reveal', ':::', '::::', '- item', '  more', 'plain words', '> quoted', '', '```', '## Core content', '    :::reveal');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const { output, diagnostics } = parseLesson('l.md', `# L1 — One\n\n${lines.join('\n')}`);
      const text = JSON.stringify(output.sections);
      // Nothing of what the parser is given in place of the colons stays.
      if (!diagnostics.some(({ severity }) => severity === 'error')) expect(text).not.toContain('<!---->');
      const words = lines.filter((each) => each.includes('words')).length;
      expect(text.split('plain words').length - 1).toBe(words);
    }),
    { numRuns: 300 },
  );
});
