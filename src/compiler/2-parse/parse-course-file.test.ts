/** course.yaml: what it may say, and where its mistakes are. */
import { expect, it } from 'vitest';
import { parseCourseFile } from './parse-course-file.ts';

const good = `# Our first course
id: bread-basics
iri: https://example.org/courses/bread/
title: Bread basics
language: en-GB
version: 1.0
lessons:
  - flour.md
  - ./dough/kneading.md
pass-mark: 80%
complete-when: viewed 90% + quiz passed
status: draft
`;

function mistakes(text: string): string[] {
  return parseCourseFile('course.yaml', text).diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
}

it('reads every key, and knows the place of each lesson', () => {
  const { output, diagnostics } = parseCourseFile('course.yaml', good);
  expect(diagnostics).toEqual([]);
  expect(output).toMatchObject({
    id: 'bread-basics',
    iri: 'https://example.org/courses/bread',
    title: 'Bread basics',
    language: 'en-GB',
    version: '1.0',
    passMark: 0.8,
    completion: { viewed: 0.9, items: 'passed' },
    status: 'draft',
    lessons: [
      { path: 'flour.md', place: { file: 'course.yaml', start: { line: 8, column: 5 }, end: { line: 8, column: 13 } } },
      { path: 'dough/kneading.md', place: { start: { line: 9, column: 5 } } },
    ],
  });
  expect(output?.places.get('pass-mark')).toMatchObject({ start: { line: 10, column: 12 } });
  expect(output?.places.get('completion')).toMatchObject({ start: { line: 11, column: 16 } });
});

it('needs no more than a title and lessons', () => {
  expect(parseCourseFile('course.yaml', 'title: Bread\nlessons: [a.md]\n').output).toMatchObject({ id: null, iri: null, passMark: null, completion: { viewed: 0.9, items: 'attempted' }, status: 'published' });
});

it.each([
  ['pass-mark: 0.8', 0.8],
  ['pass-mark: 72,5 %', 0.725],
  ['pass-mark:', null],
  ['pass-mark: none', null],
  ['passing-score: 50%', 0.5],
])('%s is a pass mark of %s', (line, expected) => {
  expect(parseCourseFile('course.yaml', `title: T\nlessons: [a.md]\n${line}\n`).output?.passMark).toBe(expected);
});

it.each([
  ['viewed', { viewed: 1, items: 'none' }],
  ['viewed 75%', { viewed: 0.75, items: 'none' }],
  ['quiz attempted', { viewed: 0, items: 'attempted' }],
  ['all', { viewed: 1, items: 'attempted' }],
  ['{ viewed: 50%, items: passed }', { viewed: 0.5, items: 'passed' }],
])('completion %s', (rule, expected) => {
  expect(parseCourseFile('course.yaml', `title: T\nlessons: [a.md]\ncompletion: ${rule}\n`).output?.completion).toEqual(expected);
});

it('all mistakes are found at once, each at its key or value', () => {
  const found = mistakes(good.replace('id: bread-basics', 'id: Bread!').replace('80%', '80').replace('status: draft', 'status: drafted').replace('version: 1.0', 'verson: 1.0').replace('viewed 90% + quiz passed', 'whenever'));
  expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['2:5 course/value', '10:12 course/value', '11:16 course/value', '12:9 course/value', '6:1 course/unknown-key']);
  expect(found.at(-1)).toContain('Did you mean “version”?');
});

it('a missing key is named, with an example', () => {
  const [first] = parseCourseFile('course.yaml', 'lessons: [a.md]\n').diagnostics;
  expect(first).toMatchObject({ code: 'course/missing-key', line: 1, column: 1, help: expect.stringContaining('title:') as string });
});

it.each([
  ['title: Ports: an overview\nlessons: [a.md]\n', '1:8'],
  ['title: T\ntitle: U\nlessons: [a.md]\n', '2:1'],
  ['title: "T\nlessons: [a.md]\n', '3:1'],
  ['title: T\nlessons:\n\t- a.md\n', '3:1'],
  ['- a\n- b\n', '1:1'],
  ['', '1:1'],
])('YAML that cannot be read: %j is reported at %s', (text, place) => {
  const found = mistakes(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(new RegExp(`^${place} course/yaml`));
});

it('the same lesson twice is an error at the second', () => {
  expect(mistakes('title: T\nlessons:\n  - a.md\n  - ./a.md\n')).toEqual([expect.stringMatching(/^4:5 course\/duplicate-lesson .*line 3/)]);
});

it('keys that JavaScript knows are unknown keys like any other', () => {
  expect(mistakes('title: T\nlessons: [a.md]\nconstructor: 1\n__proto__: 2\n').map((line) => line.split(' ')[1])).toEqual(['course/unknown-key', 'course/unknown-key']);
});

it.each([
  ['author: Jane', 'course/unknown-key'],
  ['Authors: Jane', 'course/unknown-key'],
  ['authorization: Basic x', 'course/credentials'],
  ['auth-token: x', 'course/credentials'],
])('“%s” is %s', (line, code) => {
  expect(mistakes(`title: T\nlessons: [a.md]\n${line}\n`).map((found) => found.split(' ')[1])).toEqual([code]);
});

it('nesting without end and endless keys are refused', () => {
  expect(mistakes(`a: ${'['.repeat(10_000)}`)).toEqual([expect.stringContaining('course/yaml')]);
  expect(mistakes('a: 1\n'.repeat(30_000))).toEqual([expect.stringContaining('far too long')]);
  expect(mistakes('a: &a [1]\nb: *a\n')).toEqual([expect.stringContaining('aliases')]);
});

it('hands on the lessons beside other mistakes, so that theirs are told at once', () => {
  const { output, diagnostics } = parseCourseFile('course.yaml', 'titel: One\nversion: []\npass-mark: high\nlessons:\n  - a.md\n  - a.md\n  - b.md\n');
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['course/missing-key', 'course/unknown-key', 'course/value', 'course/duplicate-lesson']));
  expect(output?.lessons.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  expect(parseCourseFile('course.yaml', 'title: One\nlessons: []\n').output).toBeNull();
});
