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
    ['Type: Theory ・ Duration: 20 min', ['Theory', '20 min']],
    ['種類：Theory ・ 所要時間：20 min', ['Theory', '20 min']],
    ['種類：Theory・所要時間：20 min', ['Theory', '20 min']],
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

  it.each([['lang: pl', 'pl'], ['Język: polski', 'pl'], ['Язык: русский · Duration: 20 min', 'ru'], ['Taal: Nederlands', 'nl'], ['언어: 한국어', 'ko'], ['Lang: pt-br', 'pt-BR']])('finds the language under the name that it has there: %s', (written, expected) => {
    const text = `# Bread\n\n${written}\n\n## Core content\n\nText.\n`;
    expect([parse(text).language, codes(text)]).toEqual([expected, []]);
    expect(parse(`---\n${written.split(' · ')[0]}\n---\n\n# Bread\n\n## Core content\n\nText.\n`).language).toBe(expected);
  });

  it('twice the same key is a warning', () => {
    expect(codes('L2.1 — Bread\n\nType: Theory · Type: Lab\n')).toEqual(['3:16 header/duplicate']);
  });

  const fieldsOf = (header: string, title = '# Bread\n\n'): Record<string, string> =>
    Object.fromEntries([...parse(`${title}${header}\n\n## Core content\n\nText.\n`).fields].map(([key, { value }]) => [key, value]));
  const codesOf = (header: string): string[] => codes(`# Bread\n\n${header}\n\n## Core content\n\nText.\n`);

  it.each([
    ['Last updated: 12 March 2026\nStatus: Draft', { status: 'Draft' }, ['3:1 header/unknown-key']],
    ['Last updated: 12 March 2026\n\nStatus: Draft', { status: 'Draft' }, ['3:1 header/unknown-key']],
    ['Duraton: 5 min\nPassing score: 80%', { 'passing-score': '80%' }, ['3:1 header/unknown-key']],
    ['Owner: IT Security\nPassing score: 80%', { 'passing-score': '80%' }, ['3:1 header/unknown-key']],
    ['Owner: IT · Passing score: 80%', { 'passing-score': '80%' }, ['3:1 header/unknown-key']],
    ['- **Owner:** IT\n- **Duration:** 5 min\n- **Room:** 4', { duration: '5 min' }, ['3:5 header/unknown-key', '5:5 header/unknown-key']],
    ['Type: Theory · Pass: 80%', { type: 'Theory', 'passing-score': '80%' }, []],
    ['Duration: 1 min · Owner: IT', { duration: '1 min' }, ['3:19 header/unknown-key']],
    ['Duration: 1 min | Attempts: 3\nShuffle: no', { duration: '1 min', attempts: '3', shuffle: 'no' }, []],
    ['Passing score: 60% · Attempts: 2 · Time limit: 5 min', { 'passing-score': '60%', attempts: '2', 'time-limit': '5 min' }, []],
    ['Type: Theory · Lesson duration: 5 min', { type: 'Theory' }, ['3:16 header/unknown-key']],
    ['Type: Theory Module: Module 1: the basics of how to Pass: a guide', { type: 'Theory', module: 'Module 1: the basics of how to Pass: a guide' }, []],
    ['Type: Theory · Framework tags: see https://example.org and\nthe Framework for Security · Level: 2', { type: 'Theory', 'framework': 'see https://example.org and the Framework for Security', level: '2' }, []],
    ['Type: Theory\nof baking Level: 2', { type: 'Theory of baking', level: '2' }, []],
    ['| Type | Theory |\n| Owner | IT |\n| Level | 2 |', { type: 'Theory', level: '2' }, ['4:3 header/unknown-key']],
  ])('in prose reports unknown keys and reads the others: %j', (header, fields, reported) => {
    expect(fieldsOf(header)).toEqual(fields);
    expect(codesOf(header)).toEqual(reported);
    expect(parse(`# Bread\n\n${header}\n\n## Core content\n\nText.\n`).sections).toHaveLength(1);
  });

  it.each([
    'Note: bring a badge.\n\nDuration: 5 min of it is enough.',
    'Note: bring a badge.\nTip: wear shoes.',
    'Q: What is bread?\nA: Food.\nTime limit: 5 min',
    'Review: the last lesson was about flour.',
    'Owner: IT\nThe lesson begins here. Level: 2',
  ])('is not what only looks like one: %j', (header) => {
    expect(fieldsOf(header)).toEqual({});
    expect(codesOf(header)).not.toContain('3:1 header/unknown-key');
  });

  it('names the key that was meant', () => {
    const said = (header: string): string[] => parseLesson('bread.txt', `# Bread\n\n${header}\n`).diagnostics.map(({ message }) => message);
    expect(said('Duraton: 5 min\nLevel: 2')[0]).toContain('Did you mean “Duration”?');
    expect(said('Level: 2 · Lesson duration: 5 min')[0]).toContain('“Lesson duration”. Did you mean “duration”?');
    expect(said('Level: 2 · Shufle: no')[0]).toContain('Did you mean “Shuffle”?');
  });

  it.each([
    'Acceptable Use Policy\nLast updated: 3 May 2026\nType: Policy | Duration: 10 min\n\nText of the policy.\n',
    'Acceptable Use Policy\nType: Policy | Duration: 10 min\n\nText of the policy.\n',
  ])('may follow the title at once, an unknown key first: %j', (text) => {
    expect(parse(text).title?.text).toBe('Acceptable Use Policy');
    expect(parse(text).fields.get('duration')?.value).toBe('10 min');
  });
});
