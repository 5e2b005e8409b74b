/** The excerpt points at the right letter whatever the line holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, frame, linesOf } from './frame.ts';

const spot = (line: number, column: number, endColumn = column + 1, endLine = line) => ({ file: 'one.md', line, column, endLine, endColumn });
const printed = (text: string, ...place: Parameters<typeof spot>) =>
  frame(linesOf(text), spot(...place)).map((line) => `${line.gutter} |${line.text === '' ? '' : ` ${line.text}`}`);

describe('linesOf', () => {
  it('counts CRLF, LF and CR as one line end each', () => {
    const lines = linesOf('a\r\nb\nc\rd\n');
    expect([1, 2, 3, 4, 5].map((number) => lines.line(number))).toEqual(['a', 'b', 'c', 'd', '']);
    expect(lines.count).toBe(5);
    expect(lines.line(6)).toBe('');
  });

  it('cuts by columns without leaving the line', () => {
    const lines = linesOf('abc\ndef');
    expect(lines.slice(1, 2, 99)).toBe('bc');
    expect(lines.slice(2, 1, 3)).toBe('de');
    expect(lines.slice(2, 50, 60)).toBe('');
  });
});

describe('frame', () => {
  it('puts carets under the stretch', () => {
    expect(printed('one\ntwo three', 2, 5, 10)).toEqual([' 2 | two three', '   |     ^^^^^']);
  });

  it('shows at least one caret, also past the end of the line', () => {
    expect(printed('one', 1, 2, 2)).toEqual([' 1 | one', '   |  ^']);
    expect(printed('one', 1, 4, 4)).toEqual([' 1 | one', '   |    ^']);
  });

  it('marks to the end of the first line of a stretch of several', () => {
    expect(printed('one two\nthree', 1, 5, 3, 2)).toEqual([' 1 | one two', '   |     ^^^']);
  });

  it('shows the line that the message refers to', () => {
    const related = [{ message: 'the other one', file: 'one.md', line: 8, column: 1 }];
    const text = 'x\n'.repeat(7) + '- (x) ReLU\n\n- (x) GELU\n';
    expect(frame(linesOf(text), { ...spot(10, 4), related }).map((line) => `${line.gutter} |${line.text}`)).toEqual([
      '  8 |- (x) ReLU',
      ' 10 |- (x) GELU',
      '    |   ^',
    ]);
  });

  it('runs tabs to the next stop', () => {
    expect(printed('\tone', 1, 2, 5)).toEqual([' 1 |     one', '   |     ^^^']);
    expect(printed('ab\tone', 1, 4, 7)).toEqual([' 1 | ab  one', '   |     ^^^']);
  });

  it('gives wide characters two cells', () => {
    expect(printed('日本 x', 1, 4, 5)).toEqual([' 1 | 日本 x', '   |      ^']);
    expect(printed('日本', 1, 2, 3)).toEqual([' 1 | 日本', '   |   ^^']);
    expect(printed('👍 x', 1, 4, 5)).toEqual([' 1 | 👍 x', '   |    ^']);
  });

  it('gives combining marks none', () => {
    expect(printed('e\u0301x', 1, 3, 4)).toEqual([' 1 | e\u0301x', '   |  ^']);
  });

  it('names control characters and bidirectional controls', () => {
    const [source] = printed('a\x1b[31m\u202ered\x9b', 1, 1);
    expect(source).toBe(' 1 | a␛[31m‹U+202E›red‹U+009B›');
  });

  it('repeats the words of a line written from right to left', () => {
    expect(printed('أداة قياس', 1, 6, 10).at(1)).toMatch(/\^{4} “قياس”$/);
  });

  it('cuts a long line around the place, without halving a character', () => {
    const [source, caret] = printed(`${'😀'.repeat(500)}HERE${'b'.repeat(9000)}`, 1, 1001, 1005);
    expect(source).toMatch(/^ 1 \| …😀+HEREb+…$/u);
    const at = (source ?? '').indexOf('HERE');
    const cells = displayWidth((source ?? '').slice(0, at));
    expect(caret).toBe(`   |${' '.repeat(cells - 4)}^^^^`);
  });

  it('is empty for a place that the file does not have', () => {
    expect(printed('one', 7, 1)).toEqual([]);
    expect(printed('', 1, 1)).toEqual([]);
  });

  it('is quick on a line of 50 MB and short to read', () => {
    const lines = linesOf('x'.repeat(50_000_000));
    const start = performance.now();
    for (let column = 1; column < 50_000_000; column += 5_000_000) expect(frame(lines, spot(1, column)).every((line) => line.text.length < 300)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('never breaks, whatever the text and the place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(5), fc.nat(400), fc.nat(400), (text, line, column, endColumn) => {
        for (const part of frame(linesOf(text), spot(line, column, endColumn))) expect(part.text).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e]/);
      }),
    );
  });
});
