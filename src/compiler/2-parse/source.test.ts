/** Places lead back to the characters that the author wrote. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitLines } from './lines.ts';
import { makeSource, type Edit } from './source.ts';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const words = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '\t', '•', '\\', '1', '.', '—', '語', '😀', '\u00a0'), maxLength: 12 });
const file = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(words, lineEnd), { maxLength: 8 }), words).map(([bom, lines, last]) => `${bom}${lines.map(([text, end]) => text + end).join('')}${last}`);

it('without edits every character is found in its line and column, whatever ends the lines', () => {
  fc.assert(
    fc.property(file, (original) => {
      const source = makeSource('a.txt', original);
      const lines = splitLines(original);
      for (let offset = 0; offset < source.text.length; offset++) {
        const { line, column } = source.point(offset);
        expect(source.text[offset]).toBe(lines[line - 1]?.text[column - 1] ?? '\n');
      }
    }),
  );
});

it('with edits every character that was not replaced is still found, and what was replaced lies between its neighbours', () => {
  const edited = file.chain((original) => {
    const lines = splitLines(original);
    const cuts = lines.map(({ text }) => fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom('', '-', 'xyz', '\n')));
    return fc.tuple(fc.constant(original), fc.tuple(...cuts));
  });
  fc.assert(
    fc.property(edited, ([original, cuts]) => {
      const edits = new Map<number, Edit[]>(cuts.map(([a, b, insert], index) => [index, [{ from: Math.min(a, b), to: Math.max(a, b), insert }]]));
      const source = makeSource('a.txt', original, edits);
      splitLines(original).forEach(({ text }, index) => {
        const edit = edits.get(index)?.[0];
        const start = offsetOfLine(edits, original, index);
        if (edit === undefined) return;
        for (let column = 0; column < edit.from; column++) expect(source.point(start + column)).toEqual({ line: index + 1, column: column + 1 });
        for (let i = 0; i < edit.insert.length; i++) {
          const point = source.point(start + edit.from + i);
          expect(point.line).toBe(index + 1);
          expect(point.column).toBeGreaterThanOrEqual(edit.from + 1);
          expect(point.column).toBeLessThanOrEqual(Math.max(edit.from + 1, edit.to));
        }
        for (let column = edit.to; column < text.length; column++) {
          expect(source.point(start + edit.from + edit.insert.length + column - edit.to)).toEqual({ line: index + 1, column: column + 1 });
        }
      });
    }),
  );
});

function offsetOfLine(edits: ReadonlyMap<number, readonly Edit[]>, original: string, index: number): number {
  let offset = 0;
  for (const [i, { text: line }] of splitLines(original).entries()) {
    if (i === index) return offset;
    const edit = edits.get(i)?.[0];
    offset += line.length + 1 + (edit === undefined ? 0 : edit.insert.length - (edit.to - edit.from));
  }
  return offset;
}

it('a place ends after its last character, not after something left out behind it', () => {
  const source = makeSource('a.txt', '- \\[x\\] yes', new Map([[0, [{ from: 2, to: 3, insert: '' }, { from: 5, to: 6, insert: '' }]]]));
  expect(source.text).toBe('- [x] yes');
  expect(source.place(2, 4)).toEqual({ file: 'a.txt', start: { line: 1, column: 4 }, end: { line: 1, column: 6 } });
  expect(source.place(2, 5)).toEqual({ file: 'a.txt', start: { line: 1, column: 4 }, end: { line: 1, column: 8 } });
});
