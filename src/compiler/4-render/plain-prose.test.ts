/** The short way for plain words leads where the long way leads. */
import fc from 'fast-check';
import { sanitize } from 'hast-util-sanitize';
import { toHast } from 'mdast-util-to-hast';
import { expect, it } from 'vitest';
import type { Prose } from '../../course/prose.ts';
import { plainProse } from './plain-prose.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a', ' a ', 'a\nb', 'a \n b', '<b>&amp;', '\t'));
const { node } = fc.letrec<{ node: Prose[number]; nodes: Prose }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text.map((value) => ({ type: 'text' as const, value })),
    text.map((value) => ({ type: 'inlineCode' as const, value })),
    fc.constant({ type: 'break' as const }),
    ...(['paragraph', 'strong', 'emphasis', 'delete'] as const).map((type) => tie('nodes').map((children) => ({ type, children }) as Prose[number])),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }),
}));

function longWay(prose: Prose): unknown {
  return sanitize(toHast({ type: 'root', children: prose }));
}

it('gives the same tree', () => {
  let short = 0;
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (prose) => {
      const made = plainProse(prose);
      if (made === null) return;
      short++;
      expect(made).toEqual(longWay(prose));
    }),
    { numRuns: 2000 },
  );
  expect(short).toBeGreaterThan(500);
});

it.each<Prose[number]>([
  { type: 'text', value: 'two\nlines' },
  { type: 'inlineCode', value: 'two\nlines' },
  { type: 'break' },
  { type: 'html', value: '<b>' },
  { type: 'link', url: 'https://example.org', children: [] },
  { type: 'paragraph', children: [{ type: 'footnoteReference', identifier: 'n' }] },
])('leaves to the long way: %o', (one) => {
  expect(plainProse([{ type: 'text', value: 'a' }, one])).toBeNull();
});
