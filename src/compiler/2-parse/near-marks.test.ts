/** Lines that lack one sign to be Markdown are told; ordinary text that only resembles them is not. */
import { describe, expect, it } from 'vitest';
import { findNearMarks } from './near-marks.ts';
import { splitLines } from './lines.ts';

const found = (text: string): string[] => findNearMarks('l.md', splitLines(text), () => false).map(({ code, line, column, endColumn, fix }) => `${code} ${line}:${column}-${endColumn}${fix === undefined ? '' : ` ${fix.trim()}`}`);

describe('what is meant as Markdown', () => {
  it.each([
    ['##Key terms', ['syntax/heading-space 1:1-3 ##']],
    ['#Quiz', ['syntax/heading-space 1:1-2 #']],
    ['＃＃クイズ', ['syntax/heading-space 1:1-3 ##']],
    ['＃ Core content', ['syntax/heading-space 1:1-3 #']],
    ['1.Collect\n2.Filter\n3.Report', ['syntax/list-space 1:1-3 1.']],
    ['1. Collect\n2.Filter', ['syntax/list-space 2:1-3 2.']],
    ['1) Collect\n2)Filter', ['syntax/list-space 2:1-3 2)']],
    ['-One\n-Two', ['syntax/list-space 1:1-2 -']],
    ['- One\n-Two\n- Three', ['syntax/list-space 2:1-2 -']],
    ['*One\n*Two', ['syntax/list-space 1:1-2 *']],
    ['*a. One\n*b. Two', []],
    ['*A) One\n*B) Two', []],
    ['3. Step\n4 Update', ['syntax/list-space 2:1-2 4.']],
    ['::reveal[Try]', ['syntax/block-colons 1:1-9 :::reveal']],
    ['::instructor', ['syntax/block-colons 1:1-13 :::instructor']],
    ['> [note]\n> Words', ['syntax/broken-callout 1:3-9 [!NOTE]']],
    ['> !TIP\n> Words', ['syntax/broken-callout 1:3-7 [!TIP]']],
    ['[!NOTE]\nWords', ['syntax/broken-callout 1:1-8']],
    ['!!! warning', ['syntax/broken-callout 1:1-12']],
    ['| a | b |\n| c | d |\n| e | f |', ['table/not-a-table 1:1-10']],
    ['| a | b |\n| - |\n| e | f |', ['table/not-a-table 1:1-10']],
    ['so $x^2$ and \\(a_1\\)', ['math/other-marks 1:4-9 $$x^2$$', 'math/other-marks 1:14-21 $$a_1$$']],
    ['\\begin{align}\nx &= 1\n\\end{align}', ['math/other-marks 1:1-12 $$\n\\begin{align}\nx &= 1\n\\end{align}\n$$']],
    ['So:\n  \\begin{equation*} a \\end{equation*}', ['math/other-marks 2:3-38 $$\n\\begin{equation*} a \\end{equation*}\n$$']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what is meant as it stands', () => {
  it.each([
    '## Key terms', '#hashtag and more', '#1 in the list', '####### seven', '# ', '\\##Key terms',
    '1. Collect\n2. Filter', '1.FC Nürnberg won.', '3.x is the newest branch.\n4.x follows.', '2.5 to 3.5', '1. We have\n2 apples', '1. We have\n7 Apples',
    '-x is negative', '-x\ny', '*one* and *two*\n*three*', '- One\n- Two', '--option\n--other', '-5 degrees\n-6 degrees',
    ':reveal the truth', '::', ': definition', 'a::b',
    '> [!NOTE]\n> Words', '> [1]\n> Words', '> quoted [NOTE] in words', '> Words\n> [NOTE]', '!important', '[NOTE]: https://example.org', '\\[!NOTE]',
    '| a | b |\n| --- | --- |\n| c | d |', '| one line between bars |', 'a | b\nc | d', '|x| is a norm\n|y| too',
    'It costs $5 and $6.', '$HOME and $PATH', '`$x^2$`', '$$x^2$$', '\\begin{align} without an end', '\\begin the day', '$$\n\\begin{align}\nx\n\\end{align}\n$$', 'a\\(no\\)', '\\[x\\]', 'US$5_000$',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
