/** The course that ships with Lectern: complete, fully assessed, and without a warning. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { examine, type Examined } from '../../src/compiler/examine.ts';
import type { Course, Lesson } from '../../src/course/course.ts';
import type { Item, Option } from '../../src/course/item.ts';

const folder = fileURLToPath(new URL('../../content/ai-security-foundations', import.meta.url));

describe('content/ai-security-foundations', () => {
  let examined: Examined;
  let course: Course;
  let lesson: Lesson;

  beforeAll(async () => {
    examined = await examine(folder, { draft: false });
    if (examined.course === null) throw new Error(JSON.stringify(examined.diagnostics, null, 1));
    course = examined.course;
    const [only] = course.lessons;
    if (only === undefined) throw new Error('The course has no lesson.');
    lesson = only;
  });

  const options = (item: Item): Option[] => ('options' in item ? item.options : []);

  it('builds without errors and warnings; what remains are links to lessons that are still to come, and what the slides took from the script', () => {
    expect(examined.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(new Set(examined.diagnostics.map(({ code }) => code))).toEqual(new Set(['reference/unknown-lesson']));
  });

  it('has the parts that the course promises', () => {
    expect(course).toMatchObject({ id: 'ai-security-foundations', language: 'en-GB', version: '1.0.0', passMark: 0.8 });
    expect(course.completion).toEqual({ viewed: 0.9, items: 'attempted' });
    expect(lesson.code).toBe('L1.2');
    expect(lesson.sections.map(({ role }) => role)).toEqual([
      'objectives', 'primer', 'content', 'example', 'terms', 'references', 'quiz', 'script', 'outline', 'notes',
    ]);
    expect(lesson.objectives).toHaveLength(4);
    expect(lesson.terms).toHaveLength(7);
    expect(lesson.references).toHaveLength(5);
    expect(lesson.slides.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(lesson.slides.filter(({ brief, narration }) => brief === null || narration.length === 0)).toEqual([]);
    expect(lesson.slides.map(({ visuals }) => visuals.map(({ kind }) => kind).join(' '))).toEqual([
      'card', 'flow', 'stages', 'loop landscape', 'facts', 'quadrant', 'axis', 'facts', 'filetree', 'card', 'card',
    ]);
  });

  it('grades at least twelve questions, and every objective by at least three', () => {
    const graded = lesson.items.filter((item) => item.graded);
    expect(graded.length).toBeGreaterThanOrEqual(12);
    for (const { number } of lesson.objectives) {
      expect(graded.filter((item) => item.objectives.includes(number)).length, `objective ${number}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('explains every question and every option', () => {
    expect(lesson.items.filter(({ why }) => why === null).map(({ id }) => id)).toEqual([]);
    expect(lesson.items.flatMap(options).filter(({ feedback }) => feedback === null).map(({ text }) => text)).toEqual([]);
  });

  it('gives the right option away neither by its place nor by its length', () => {
    const single = lesson.items.filter((item) => item.type === 'single');
    const places = single.map((item) => item.options.findIndex(({ correct }) => correct));
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
    const rank = (item: Item): number =>
      [...options(item)].sort((a, b) => a.text.length - b.text.length).findIndex(({ correct }) => correct);
    const longest = single.filter((item) => rank(item) === options(item).length - 1).length;
    const shortest = single.filter((item) => rank(item) === 0).length;
    expect(Math.max(longest, shortest)).toBeLessThanOrEqual(single.length / 2);
  });

  it('declares a duration that its length bears out', () => {
    const { declared, low, high } = lesson.minutes;
    expect(declared).toBe(30);
    expect(low).toBeLessThanOrEqual(30);
    expect(high).toBeGreaterThanOrEqual(30);
  });
});
