import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonChunk } from '../compiler/4-render/lesson-chunk.ts';
import type { LessonPayload } from '../course/payload.ts';
import { course, lesson } from '../../test/traces/course.ts';
import { allowedHosts, readCourse, readLesson } from './payload.ts';

const page = (data: unknown): string => `<p>${JSON.stringify('x')}</p><script type="application/json" id="lectern-course">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>\n<script defer src="player.js"></script>`;

describe('course data', () => {
  it('are found in the page', () => {
    expect(readCourse(page(course))).toMatchObject({ id: course.id, title: course.title, build: course.build, lectern: course.lectern, lessons: course.lessons });
  });

  it('may come from before Lectern wrote its version', () => {
    const { lectern: _, ...older } = course;
    expect(readCourse(page(older))).toMatchObject({ lectern: null });
  });

  it('are none in the page of somebody else', () => {
    expect(readCourse('<html><script>1</script></html>')).toBe('none');
  });

  it.each([
    ['newer', { ...course, format: 2 }],
    ['incomplete', { ...course, lessons: null }],
    ['not an object', 7],
  ])('that are %s are not guessed at', (_, data) => {
    expect(readCourse(page(data))).toBe('unreadable');
  });

  it('that are cut off are not guessed at', () => {
    expect(readCourse(page(course).slice(0, 200))).toBe('unreadable');
  });
});

describe('a lesson chunk', () => {
  const tag = (): string => 'lectern-choice';
  const items = ({ items: all }: LessonPayload): unknown => all.map(({ id, type, text }) => ({ id, type, text }));

  it('is read in both forms that are written', () => {
    for (const body of [null, '<p>One `two` ${three} \\`</p><!--item:0-->'])
      expect(readLesson(lessonChunk(lesson, body, tag))?.items.map(({ id, type, text }) => ({ id, type, text }))).toEqual(items(lesson));
  });

  it('is read whatever prose and questions say', () => {
    const awkward = fc.stringMatching(/^[`\\${}()<>,;:\w "]*$/);
    fc.assert(
      fc.property(awkward, awkward, fc.boolean(), (prose, text, lone) => {
        const data = { ...lesson, items: lesson.items.map((item) => ({ ...item, text })) };
        expect(readLesson(lessonChunk(data, lone ? null : prose, tag))?.items.map((item) => item.text)).toEqual(data.items.map(() => text));
      }),
      { numRuns: 500 },
    );
  });

  it('is null when it is anything else', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(?:lectern\.lesson\(Object\.assign\()?[`{},:)(\\]*$/)), (text) => readLesson(text) === null));
  });
});

describe('what the page may talk to', () => {
  const withPolicy = (policy: string): string => `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#39;')}">`;

  it.each([
    ["default-src 'self'; connect-src 'none'", []],
    ["default-src 'self'; connect-src 'self' https://lrs.example", ['https://lrs.example']],
    ["default-src 'self'", []],
    ["script-src 'self'", ['*']],
  ])('%s', (policy, hosts) => {
    expect(allowedHosts(withPolicy(policy))).toEqual(hosts);
  });

  it('is not limited without a policy', () => {
    expect(allowedHosts('<html></html>')).toBeNull();
  });
});
