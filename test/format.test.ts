/** Formatting: the same course before and after, a form that rests, and nothing else touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLesson } from '../src/format/format-lesson.ts';
import { meaningOf, sameMeaning } from '../src/format/meaning.ts';
import { upgradeLesson } from '../src/format/upgrade-lesson.ts';
import { editedLesson, fixtures } from './edits.ts';

const pasted = fixtures.filter(({ name }) => /pasted|word-export/.test(name));

function formatted(text: string): string {
  const made = formatLesson('one.md', text);
  if (made.text === null) throw new Error(made.errors.map(({ code }) => code).join());
  return made.text;
}

const LESSON = `# L1 — One\n\nDuration: 1 min\n\n## Content\n\nA lock keeps a door shut.\n\n## Quiz\n\n`;
const quiz = (text: string) => formatted(LESSON + text).slice(LESSON.length);

describe('the canonical form', () => {
  it.each([
    ['headings', '# L1 — One\n\nContent\n-------\nWords.\n## Example ##\nMore.', '# L1 — One\n\n## Content\n\nWords.\n\n## Example\n\nMore.\n'],
    ['bullets', '# L1 — One\n\n* a\n  * b\n* c\n\nWords.\n\n• d\n', '# L1 — One\n\n- a\n  - b\n- c\n\nWords.\n\n- d\n'],
    ['empty lines and blanks', '\n\n# L1 — One  \n\n\n\nWords. \t\n\n\n', '# L1 — One\n\nWords.\n'],
    ['escapes', '# L1 — One\n\nIn a year\\. Not \\*this\\*.\n', '# L1 — One\n\nIn a year. Not \\*this\\*.\n'],
  ])('of %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  it.each([
    ['1) **Question:** True or false: one?\n   **Answer:** True.\n   Explanation: Yes.\n2) Q: True or false: two?\n   A: False.\n', '1. Q: True or false: one?\n   A: True.\n   Why: Yes.\n\n2. Q: True or false: two?\n   A: False.\n'],
    ['Q: Which?\n* (X) a\n* ( ) b\nWhy: c\n', 'Q: Which?\n- (x) a\n- ( ) b\n\nWhy: c\n'],
  ])('of questions', (text, expected) => {
    expect(quiz(text)).toBe(expected);
  });

  it.each([
    ['two lists that only their marks set apart', '# L1 — One\n\n- a\n- b\n\n* c\n* d\n'],
    ['code', '# L1 — One\n\n```\n* a  \n\n\n\nQ: b\\.\n```\n'],
    ['YAML', '---\ntitle: One\n\n\ncode: L1\n---\n\nWords.\n'],
    ['a line broken on purpose', '# L1 — One\n\nOne  \ntwo.\n'],
    ['labels of other languages', '# L1 — Eins\n\nSprache: Deutsch\n\n## Inhalt\n\nWorte.\n\n## Fragen\n\nFrage: Wahr oder falsch: eins?\nAntwort: Wahr.\nErklärung: Ja.\n'],
    ['the line ends of the file', '# L1 — One\r\n\r\nWords.\r\n'],
  ])('leaves alone %s', (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  it('is not looked for in a lesson with mistakes', () => {
    const made = formatLesson('one.md', `${LESSON}1) Q: Which?\n   - ( ) a\n   - ( ) b\n`);
    expect(made).toMatchObject({ text: null, errors: [{ code: 'quiz/no-correct' }] });
  });
});

describe('every lesson', () => {
  it.each(fixtures)('$name keeps its meaning and finds its rest', ({ name, text }) => {
    const made = formatLesson(name, text).text ?? '';
    expect(sameMeaning(meaningOf(name, text), meaningOf(name, made))).toBe(true);
    expect(formatLesson(name, made).text).toBe(made);
  });

  it('does so however it is changed, or is left alone for its mistakes', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(editedLesson, ({ name, text }) => {
        const before = meaningOf(name, text);
        const { text: made, errors } = formatLesson(name, text);
        expect(made === null).toBe(before.errors.length > 0);
        expect(errors).toEqual(before.errors);
        if (made === null) return;
        expect(meaningOf(name, made).key).toBe(before.key);
        expect(formatLesson(name, made).text).toBe(made);
      }),
      { numRuns: 40 },
    );
  });
});

describe('pasted text', () => {
  it.each(pasted)('$name becomes Markdown with the same course', ({ name, text }) => {
    const { text: made, errors } = upgradeLesson(name, text);
    expect(errors).toEqual([]);
    expect(made).toMatch(/^# .+\n\n[\s\S]*\n## .+\n/);
    expect(sameMeaning(meaningOf(name, text), meaningOf('lesson.md', made ?? ''))).toBe(true);
    expect(formatLesson('lesson.md', made ?? '').text).toBe(made);
  });

  it('stays what it is in names with underscores', () => {
    const text = 'L1 — One\n\nCore content\n\nRun __init__.py and my_file_name.py.\n\nKey terms\n\n- Name — a word.\n\nQuiz\n\nQ: True or false: a _b_c?\nA: True.\n';
    const { text: made } = upgradeLesson('one.txt', text);
    expect(made).toContain('\\_\\_init\\_\\_.py');
    expect(meaningOf('one.md', made ?? '').key).toBe(meaningOf('one.txt', text).key);
  });
});
