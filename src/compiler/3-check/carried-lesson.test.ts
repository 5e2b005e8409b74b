/** What is carried of a lesson is all that its course needs: with it everything comes out as with the lesson itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultCompletion } from '../../course/completion.ts';
import type { CourseFile } from '../../course/course-file.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { carry, unpack } from './carried-lesson.ts';
import { beginCheck } from './check-course.ts';
import { named } from './lesson-names.ts';

const kinds = ['True or false: a key opens a lock.\nA: True.', 'The [[bolt]] and the [[{bar | *key}]] hold.', 'Match each.\nMatch:\n- bolt → wood\n- chip → plastic', 'Order them.\nOrder:\n1. cut\n2. turn', 'Why keys?\nModel: Because.\nCheck:\n- first', 'How many?\nA: 4 ± 1'];
const own = `# L9 — Schlösser\n\nSprache: de\n\n## Inhalt\n\n### Ein Teil\n\nSiehe L1.2, [hier](l1.md#nirgends) und [da](l9.md#ein-teil).\n\n## Quiz\n\n${[...kinds, ...kinds].map((text, i) => `${i + 1}. Frage: ${text.replaceAll('\n', '\n   ')}\n`).join('\n')}`;

function texts(): [string, string][] {
  const read = readdirSync('test/lessons').filter((name) => /\.(?:md|txt)$/.test(name)).map((name): [string, string] => [name, readFileSync(`test/lessons/${name}`, 'utf8')]);
  return [...read, ['l1.md', '# L1.1 — Keys\n\n## Core content\n\nA key. [See](l9.md#ein-teil), Module 4.\n'], ['l9.md', own]];
}

function courseOf(paths: readonly string[]): CourseFile {
  return {
    file: 'course.yaml', id: null, iri: null, title: 'Locks', language: 'en', version: '1', passMark: 0.8, minimumGraded: null, certificate: false, completion: defaultCompletion, status: 'published', packaging: 'one-sco', lessonOrder: null,
    xapi: null, places: new Map(), lessons: paths.map((path) => ({ path, place: wholeFile('course.yaml') })),
  };
}

it('names, mistakes, lock file and overview are the same, and the lessons too once their owner is told the names', () => {
  const all = texts();
  const check = beginCheck({ courseFile: courseOf(all.map(([path]) => path)), sources: { look: () => 'file', list: () => [] } }, { draft: true });
  const checked = () => all.map(([path, text]) => check.check(parseLesson(path, text).output));
  const whole = checked();
  const direct = check.finish(whole, null);
  const kept = checked();
  const carried = check.finish(kept.map((lesson) => unpack(structuredClone(carry(lesson)))), null);
  expect(direct.diagnostics.map(({ code }) => code)).toContain('link/dead-anchor');
  expect(carried.diagnostics).toEqual(direct.diagnostics);
  expect(carried.output.names).toEqual(direct.output.names);
  expect(carried.output.lock).toBe(direct.output.lock);
  expect(carried.output.overview).toEqual(direct.output.overview);
  const told = (lessons: typeof whole) => lessons.map((lesson, i) => named(lesson, direct.output.names[i] ?? { key: 0, parts: [], items: [], links: [] }));
  expect(told(kept)).toEqual(told(whole));
  expect(direct.output.names.flatMap(({ items }) => items).length).toBeGreaterThan(20);
});
