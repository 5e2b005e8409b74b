/** Which dollars are formulas, and where their characters stand. */
import type { RootContent } from 'mdast';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

function formulas(text: string): string[] {
  const found: string[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'inlineMath' || (node.type === 'code' && node.lang === 'math')) found.push(`${node.type === 'code' ? 'block ' : ''}${node.value.trim()}`);
      if ('children' in node) visit(node.children);
    }
  };
  visit(parseLesson('l.md', `# L1 — One\n\n## Core content\n\n${text}`).output.sections.flatMap((section) => section.blocks));
  return found;
}

it.each([
  ['Take $$a_1 * b_2 * c$$ and $$\\alpha$$.', ['a_1 * b_2 * c', '\\alpha']],
  ['As on GitHub: $`x_1`$, and **$$y$$**.', ['x_1', 'y']],
  ['It costs $5 or $$ to $$$, at most $$$.', []],
  ['An escaped \\$$x$$, `code $$x$$` and ``a ` $$x$$``.', []],
  ['$$\na\nb\n$$', ['block a\nb']],
  ['$$ a + b $$', ['block a + b']],
  ['Words\n$$a\n- b$$\nmore words', ['block a\n- b']],
  ['1. One\n   $$\n   # a\n   $$\n2. $$b$$', ['block # a', 'block b']],
  ['> $$\n> a\n> $$', ['block a']],
  ['> - One\n>   $$\n>   a\n>   $$\n\n$$b$$', ['block a', 'block b']],
  ['```\n$$\na\n$$\n```', []],
  ['```math\na\n```', ['block a']],
  ['| a | b |\n| - | - |\n| $$x$$ | 1 |', ['x']],
  ['Price: $$\n\nand on', []],
])('%j', (text, expected) => {
  expect(formulas(text)).toEqual(expected);
});

it('leaves the words around a formula, and their places', () => {
  const { output } = parseLesson('l.md', '# L1 — One\n\n## Core content\n\nBefore $$x$$ after.');
  const [paragraph] = output.sections[0]?.blocks ?? [];
  expect(paragraph).toMatchObject({ children: [{ value: 'Before ' }, { type: 'inlineMath', value: 'x' }, { value: ' after.' }] });
  const last = paragraph?.type === 'paragraph' ? paragraph.children[2] : undefined;
  expect(output.source.point(last?.position?.start.offset ?? 0)).toEqual({ line: 5, column: 13 });
});

it('takes any text without losing a word', () => {
  const piece = fc.constantFrom('$$', '$', '`', 'x', ' ', '\n', '\\', '$`', '`$', '- ', '> ', '\n\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { output } = parseLesson('l.md', `# L1 — One\n\n## Core content\n\n${pieces.join('')}`);
      const count = (text: string): number => text.split('x').length - 1;
      // In the tree once, in positions and names not at all.
      const words = JSON.stringify(output.sections, (key, value: unknown) => (['position', 'type', 'role', 'place'].includes(key) ? undefined : value));
      expect(count(words.replaceAll('\\n', ''))).toBeGreaterThanOrEqual(count(pieces.join('')));
    }),
    { numRuns: 300 },
  );
});
