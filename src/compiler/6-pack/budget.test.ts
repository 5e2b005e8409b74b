/** A course that would not fit into an LMS is refused when it is built, not when a learner is half through. */
import { expect, it } from 'vitest';
import type { Course, Lesson } from '../../course/course.ts';
import type { Item } from '../../course/item.ts';
import { wholeFile } from '../../diagnostics/diagnostic.ts';
import { budget } from './budget.ts';
import { PLAIN_QUIZ } from '../../course/quiz.ts';

function courseOf(lessons: number, items: number): Course {
  const item = (key: number): Item => ({
    id: `i${key}`, key, type: 'true-false', answer: true, prompt: [], promptText: 'Is it?', why: null, hints: [], feedbackRight: null,
    feedbackWrong: null, graded: true, points: 1, objectives: [1], tags: [], attempts: 2, shuffle: false, confidence: false, bank: null, part: null, place: wholeFile('l.md'),
  });
  const lesson = (key: number): Lesson => ({
    id: `l${key}`, key, code: null, title: 'L', language: 'en', direction: 'ltr', file: 'l.md',
    details: { type: null, status: null, module: null, frameworks: [], duration: null },
    objectives: [], sections: [], slides: [], items: Array.from({ length: items }, (_, k) => item(k)), draws: [], quiz: PLAIN_QUIZ, terms: [], references: [],
    definitions: [], minutes: { declared: null, low: 1, high: 2 },
  });
  return {
    id: 'c', iri: 'https://lectern.example/c', title: 'C', language: 'en', version: '1', passMark: null,
    completion: { viewed: 0.9, items: 'attempted' }, draft: false, lessons: Array.from({ length: lessons }, (_, k) => lesson(k)),
  };
}

const codes = (lessons: number, items: number): string[] =>
  budget(courseOf(lessons, items), wholeFile('course.yaml'), 'scorm2004-4th').map((diagnostic) => diagnostic.code);

it('says nothing about an ordinary course', () => {
  expect(codes(20, 5)).toEqual([]);
});

it('warns where an LMS may stop keeping objectives and answers', () => {
  expect(codes(99, 2)).toEqual([]);
  expect(codes(100, 2)).toEqual(['package/many-objectives']);
  expect(codes(60, 5)).toEqual(['package/many-interactions']);
});

it('says that old answers may not be shown again before it has to refuse', () => {
  expect(codes(100, 20)).toContain('package/answers-not-kept');
  expect(codes(100, 20)).not.toContain('package/progress-too-large');
});

it('refuses a course whose scores and tries alone do not fit', () => {
  expect(codes(100, 60)).toContain('package/progress-too-large');
});
