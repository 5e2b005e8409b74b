/** Text that was made to hang a parser, or that never was a text, ends in a diagnostic within seconds. */
import type { ListItem } from 'mdast';
import { expect, it } from 'vitest';
import type { PhaseResult } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument } from './document.ts';
import { findNumberingJumps } from './list-numbers.ts';
import { parseLesson } from './parse-lesson.ts';
import { makeSource } from './source.ts';

/** Generous: the longest takes about two seconds on a busy machine; where time grows with the square it would take minutes. */
const SECONDS = 20;

function within(text: string): PhaseResult<LessonDocument> {
  const start = performance.now();
  const result = parseLesson('hostile.md', text);
  expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
  return result;
}

const codesOf = (text: string): string[] => [...new Set(within(text).diagnostics.map(({ code }) => code))];

it('a line of 50 MB is left out, and the rest is read', () => {
  const { output, diagnostics } = within(`# T\n\n${'a'.repeat(50_000_000)}\n\n## Quiz\n\nText\n`);
  expect(diagnostics).toMatchObject([{ code: 'text/line-too-long', line: 3, column: 1 }]);
  expect(output.sections.map(({ role }) => role)).toEqual(['quiz']);
}, 60_000);

it('a text of more than 6 MB is refused', () => {
  const { output, diagnostics } = within('word word\n\n'.repeat(700_000));
  expect(diagnostics).toMatchObject([{ code: 'text/too-long' }]);
  expect(output).toMatchObject({ title: null, sections: [] });
}, 60_000);

it.each([
  ['quotations in one line', '>'.repeat(10_000) + ' a'],
  ['lists in one line', '- '.repeat(10_000) + 'a'],
  ['lists line by line', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
  ['quotations line by line', Array.from({ length: 1000 }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n')],
  ['bullets line by line in pasted text', `Quiz\n\nSlides\n\nKey terms\n\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}• a`).join('\n')}`],
])('nesting without end is refused: %s', (_, text) => {
  expect(codesOf(text)).toContain('syntax/too-deep');
}, 60_000);

it.each([
  ['stars', '*a '.repeat(100_000)],
  ['stars on both sides', 'a**b'.repeat(100_000)],
  ['one run of stars', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`],
  ['underscores in lines', '_a\n'.repeat(30_000)],
  ['brackets', '['.repeat(100_000)],
  ['unfinished links', '[a]('.repeat(100_000)],
  ['comments', 'a <!-- '.repeat(100_000)],
  ['CDATA', 'a <![CDATA[ '.repeat(50_000)],
  ['tildes', '~~a~~ '.repeat(50_000)],
  ['lazy lines of a quotation', `> a\n${'b\n'.repeat(30_000)}`],
  ['lazy lines of a list', `- a\n${'b\n'.repeat(30_000)}`],
  ['what looks like a list', `- x\n${'        - *a *a\n'.repeat(50_000)}`],
  ['what looks like a table', `a|b\n--|--|-\n${'*a *a | x\n'.repeat(50_000)}`],
])('marks without end are refused: %s', (_, text) => {
  expect(codesOf(text)).toEqual(['syntax/too-tangled']);
}, 60_000);

it.each([
  ['words', 'a '.repeat(150_000)],
  ['spaces', `x${' '.repeat(900_000)}x`],
  ['colons in a header', `# T\n\nType: ${'a: '.repeat(80_000)}`],
  ['colons in a row', `# T\n\nType: ${'a:'.repeat(100_000)}`],
  ['number signs', '# '.repeat(100_000)],
  ['bullets', '• '.repeat(100_000)],
  ['entities', '&nbsp;'.repeat(40_000)],
  ['addresses', 'http://a'.repeat(100_000)],
  ['brackets in an address', `http://a${'('.repeat(400_000)}${')'.repeat(400_000)}`],
  ['backticks', '`'.repeat(200_000) + 'a`'.repeat(20_000)],
  ['headings', '# Quiz\n'.repeat(3_000)],
  ['underlined headings', 'a\n===\n\n'.repeat(2_500)],
  ['lists', 'Text.\n\n- one\n- two\n\n'.repeat(2_500)],
  ['fences', '```\n'.repeat(8_000)],
  ['attributes', `a <x${`${' a'.repeat(400_000)}\n`.repeat(5)}`],
  ['a title without end', `[a]: b "${`${'x'.repeat(3_000)}\n`.repeat(1_900)}`],
  ['titles without end', `${'[a](b "'.repeat(700)}${'x'.repeat(900_000)}`],
  ['backticks of every length', Array.from({ length: 1_300 }, (_, n) => '`'.repeat(n + 1)).join(' ')],
  ['rows of a table', `a|b\n-|-\n${'c|d\n'.repeat(20_000)}`],
  ['a bar above blanks', `a|b\n${' '.repeat(900_000)}-\n`],
  ['items of one list', '- item\n'.repeat(20_000)],
  ['HTML deep in lists', `${Array.from({ length: 29 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')}\n\n${' '.repeat(58)}<div>\n${`${' '.repeat(58)}x\n`.repeat(20_000)}`],
  ['near section names', Array.from({ length: 2_000 }, () => 'Quizz itmes').join('\n\n')],
])('a great deal of something is read in time: %s', (_, text) => {
  within(text);
}, 60_000);

it.each<[string, (n: number) => string]>([
  ['in one list, with options', (n) => `${n}. What is it?\n     - [x] This\n     - [ ] That\n     - [ ] Neither\n     Why: It says so.\n`],
  ['with options at the margin', (n) => `${n}. What is it?\n- [x] This\n- [ ] That\nWhy: It says so.\n`],
  ['below headings', (n) => `### Question ${n}\n\nWhat is it?\n\n- [x] This\n- [ ] That\n`],
])('four times as many questions take nothing like sixteen times as long: %s', (_, question) => {
  const lesson = (count: number): string => `L1 — T\n\nKey terms\n\n• a — b\n\nReferences\n\n• c\n\nQuiz\n\n${Array.from({ length: count }, (__, index) => question(index + 1)).join('\n')}\n`;
  const [few, many] = [lesson(500), lesson(2000)];
  const fastest = (text: string): number =>
    Math.min(
      ...[1, 2].map(() => {
        const start = performance.now();
        parseLesson('long.txt', text);
        return performance.now() - start;
      }),
    );
  fastest(few);
  expect(fastest(many) / fastest(few)).toBeLessThan(10);
}, 120_000);

it.each([
  ['brackets', '['.repeat(10_000)],
  ['dashes', '- '.repeat(10_000)],
  ['indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['keys', Array.from({ length: 50_000 }, (_, index) => `k${index}: v`).join('\n')],
])('YAML without end is refused: %s', (_, yaml) => {
  expect(codesOf(`---\n${yaml}\n---\n`)).toEqual(['header/yaml']);
}, 60_000);

it('a list may have more items than a call can have arguments', () => {
  const items: ListItem[] = new Array<ListItem>(300_000).fill({ type: 'listItem', children: [] });
  expect(findNumberingJumps({ type: 'root', children: [{ type: 'list', ordered: false, children: items }] }, makeSource('hostile.md', ''))).toEqual([]);
});

it('diagnostics of one kind do not grow without end', () => {
  expect(within('\u0000\n\n'.repeat(5_000)).diagnostics.length).toBeLessThan(1000);
}, 60_000);

it('two parses do not disturb each other', () => {
  const one = '# One\n\n## Quiz\n\nText\n';
  const two = 'L1 — Zwei\n\nQuizfragen\n\nText\n\nGlossar\n\nText\n\nInhalt\n\nText\n';
  const alone = [parseLesson('a.md', one), parseLesson('b.txt', two)].map((result) => JSON.stringify(result.output.sections));
  const again = [parseLesson('a.md', one), parseLesson('b.txt', two), parseLesson('a.md', one)].map((result) => JSON.stringify(result.output.sections));
  expect(again).toEqual([alone[0], alone[1], alone[0]]);
});
