/** Objectives in the forms in which authors count them. */
import { expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';

function objectives(section: string): string[] {
  const { output } = parseLesson('l.md', `# L1 — One\n\n## Learning objectives\n\n${section}\n\n## Core content\n\nWords.\n`);
  const { output: checked } = checkCourse({ courseFile: null, sources: { look: () => 'file', list: () => [] }, documents: [output], lock: null }, { draft: true });
  return checked.course?.lessons[0]?.objectives.map(({ text }) => text) ?? [];
}

it.each([
  ['roman numbers', 'You will be able to\n\n(i) state it,\n(ii) compute it, and\n(iii) criticise it.'],
  ['roman numbers on one line', 'You will: (i) state it, (ii) compute it, and (iii) criticise it.'],
  ['letters', 'You will be able to\na) state it,\nb) compute it,\nc) criticise it.'],
  ['circles', '①　state it\n②　compute it\n③　criticise it.'],
  ['numbers', 'You will: 1. state it, 2) compute it, and 3. criticise it.'],
])('counted by %s', (_, section) => {
  expect(objectives(section)).toEqual(['state it', 'compute it', 'criticise it.']);
});

it('but not by a remark in brackets', () => {
  expect(objectives('State (a) the law and (b) its limits.')).toEqual(['State (a) the law and (b) its limits.']);
});
