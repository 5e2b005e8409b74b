/** Whatever is rewritten on the way to Markdown, places lead back to the author's own characters. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

/** A lesson of random lines, as nobody would write it, with everything that is rewritten on the way. */
const wildLine = fc
  .tuple(
    fc.constantFrom('', '  ', '\t', '    ', '\u00a0', '&nbsp;', '> '),
    fc.constantFrom('', '• ', '◦\t', '1. ', '2\\. ', '\\- ', '・', '１．', '- \\[x\\] ', '## ', '\\## ', '[SLIDE 1 — ', '**'),
    fc.array(fc.constantFrom('dough', 'Quiz', 'Key terms', 'https://example.org/a_b', '\\_x\\_', '&amp;', '*rise*', '`a  b`', 'Why:', 'ばね', '😀', '—'), { maxLength: 4 }),
    fc.constantFrom('', ']', '**', ' ', '\\'),
  )
  .map(([indent, mark, words, end]) => indent + mark + words.join(' ') + end);

it('every node of every tree leads back to the characters that the author wrote', () => {
  const lessons = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(wildLine, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean());
  fc.assert(
    fc.property(lessons, ([bom, lines, lineEnd, sections]) => {
      const body = sections ? ['Core content', '', ...lines, '', 'Key terms', '', 'Quiz'] : lines;
      const { source, sections: found } = parseLesson('bread.txt', bom + body.join(lineEnd)).output;
      const stack: Nodes[] = found.flatMap((section) => section.blocks);
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const [start = -1, end = -1] = [node.position?.start.offset, node.position?.end.offset];
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(source.text.length);
        if (node.type === 'text' && !node.value.includes('\n') && source.text.slice(start, end) === node.value && !/[-.)[\](]/.test(node.value)) {
          const { start: from, end: to } = source.place(start, end);
          expect(body[from.line - 1]?.slice(from.column - 1, to.column - 1)).toBe(node.value);
        }
        if ('children' in node) stack.push(...node.children);
      }
    }),
    { numRuns: 300 },
  );
});
