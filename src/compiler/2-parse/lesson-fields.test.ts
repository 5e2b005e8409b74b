/** The header of a lesson, in YAML and in prose. */
import { describe, expect, it } from 'vitest';
import type { LessonDocument } from './document.ts';
import { parseLesson } from './parse-lesson.ts';

const parse = (text: string): LessonDocument => parseLesson('bread.txt', text).output;
const codes = (text: string): string[] => parseLesson('bread.txt', text).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
const roles = (text: string): string[] => parse(text).sections.map(({ role, title }) => (title === null ? `(${role})` : role));

describe('the header', () => {
  const lesson = (front: string, rest = '## Core content\n\nText.\n'): string => `---\n${front}\n---\n\n${rest}`;

  it('may be YAML, with places in the file', () => {
    const document = parse(lesson('code: L1.2\ntitle: "Bread: an overview"\nduration: 30 min\nframework: [A, "B C"]\npassing-score: 80%\nversion: 1.0\ncomplete-when: viewed 90%'));
    expect(document.title).toMatchObject({ code: 'L1.2', text: 'Bread: an overview', place: { start: { line: 3, column: 8 } } });
    expect([...document.fields].map(([key, { value }]) => [key, value])).toEqual([
      ['code', 'L1.2'],
      ['title', 'Bread: an overview'],
      ['duration', '30 min'],
      ['framework', 'A, B C'],
      ['passing-score', '80%'],
      ['version', '1.0'],
      ['completion', 'viewed 90%'],
    ]);
    expect(document.fields.get('passing-score')?.place).toMatchObject({ start: { line: 6, column: 16 }, end: { line: 6, column: 19 } });
    expect(roles(lesson('title: T'))).toEqual(['content']);
  });

  it('in YAML wins over prose, and the difference is a warning at the prose', () => {
    const text = lesson('duration: 20 min', '# Bread\n\nType: Theory · Duration: 30 min\n\n## Core content\n\nText.\n');
    expect(codes(text)).toEqual(['7:26 header/conflict']);
    expect(parse(text).fields.get('duration')).toMatchObject({ value: '20 min', from: 'yaml' });
    expect(parse(text).fields.get('type')).toMatchObject({ value: 'Theory', from: 'prose' });
  });

  it.each([
    ['a: b: c', '2:4 header/yaml'],
    ['title: T\ntitle: U', '3:1 header/yaml'],
    ['duraton: 30 min', '2:1 header/unknown-key'],
    ['constructor: 1', '2:1 header/unknown-key'],
  ])('with YAML “%s” reports %s', (front, expected) => {
    expect(codes(lesson(front))).toEqual([expected]);
  });

  it('without its closing line is an error, not a rule', () => {
    expect(codes('---\ntitle: T\n\n# Bread\n')).toEqual(['1:1 header/yaml-unclosed']);
    expect(codes('---\n\n# Bread\n')).toEqual([]);
  });

  it.each([
    ['Type: Theory · Duration: 20 min', ['Theory', '20 min']],
    ['Type: Theory | Duration: 20 min', ['Theory', '20 min']],
    ['Type: Theory Duration: 20 min', ['Theory', '20 min']],
    ['Type: Theory\nDuration: 20 min', ['Theory', '20 min']],
    ['Type: Theory\n\nDuration: 20 min', ['Theory', '20 min']],
    ['- **Type:** Theory\n- **Duration:** 20 min', ['Theory', '20 min']],
    ['**Type**: Theory · **Duration**: 20 min', ['Theory', '20 min']],
    ['| Type | Theory |\n| Duration | 20 min |', ['Theory', '20 min']],
    ['type: Theory: an essay · DURATION: 20 min', ['Theory: an essay', '20 min']],
    ['Type\u00a0: Theory • Duration\u00a0: 20 min', ['Theory', '20 min']],
  ])('in prose may be written %j', (written, values) => {
    const document = parse(`L2.1 — Bread\n\n${written}\n\nCore content\n\nText.\n\nQuiz\n\nText.\n\nKey terms\n\nText.\n`);
    expect(['type', 'duration'].map((key) => document.fields.get(key)?.value)).toEqual(values);
    expect(document.sections.map(({ role }) => role)).toEqual(['content', 'quiz', 'terms']);
  });

  it.each([
    ['en_gb', 'en-GB', []],
    ['Deutsch', 'de', []],
    ['Français', 'fr', []],
    ['日本語', 'ja', []],
    ['zh-hant-tw', 'zh-Hant-TW', []],
    ['whatever you like', 'en', ['3:11 lesson/value']],
  ])('says the language as a tag or a name: %s', (written, expected, reported) => {
    const text = `# Bread\n\nLanguage: ${written}\n\n## Core content\n\nText.\n`;
    expect(parse(text).language).toBe(expected);
    expect(codes(text)).toEqual(reported);
  });

  it('twice the same key is a warning', () => {
    expect(codes('L2.1 — Bread\n\nType: Theory · Type: Lab\n')).toEqual(['3:22 header/duplicate']);
  });
});
