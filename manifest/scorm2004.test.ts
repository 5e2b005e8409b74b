/** What the manifest says follows from the course alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCourse, sampleFiles } from '../test/standards/sample-course.ts';
import { scorm2004Manifest } from './scorm2004.ts';

const files = sampleFiles();

function manifestOf(changes: Parameters<typeof sampleCourse>[0]): string {
  return scorm2004Manifest(sampleCourse(changes), files).xml;
}

describe('ids', () => {
  test('come from the course id and nothing else, so that a new version is the same course', () => {
    const ids = (xml: string): string[] => [...xml.matchAll(/ identifier="([^"]*)"/g)].map((match) => match[1] ?? '');
    const [first] = sampleCourse().lessons;
    const changed = manifestOf({ title: 'Another', version: '9', passMark: null, lessons: first === undefined ? [] : [first] });
    expect(ids(changed)).toEqual(ids(manifestOf({})));
    expect(ids(manifestOf({ id: 'other' }))).not.toContain(ids(manifestOf({}))[0]);
  });

  test('are names even for a course id that begins with a digit', () => {
    expect(manifestOf({ id: '2026-update' })).toContain('identifier="course-2026-update"');
  });
});

describe('the pass mark', () => {
  test('is told to the LMS as a plain decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (passMark) => {
        const measure = /<imsss:minNormalizedMeasure>(.*)<\//.exec(manifestOf({ passMark }))?.[1] ?? '';
        expect(measure).toMatch(/^[01](?:\.\d{1,4})?$/);
        expect(Number(measure)).toBeCloseTo(passMark, 4);
      }),
    );
  });

  test('is absent, with its objective, when the course has none', () => {
    expect(manifestOf({ passMark: null })).not.toMatch(/imsss:objectives|minNormalizedMeasure|satisfiedByMeasure/);
  });
});

test('completion is left to the course: no completion threshold', () => {
  expect(manifestOf({})).not.toContain('completionThreshold');
});

test('files are listed by path, whatever order they come in', () => {
  const course = sampleCourse();
  expect(scorm2004Manifest(course, [...files].reverse()).xml).toBe(scorm2004Manifest(course, files).xml);
});

describe('what an LMS would not keep', () => {
  test('a long title is shortened, and the author is told', () => {
    const title = 'How to recognise a forged message '.repeat(10).trim();
    const { xml, diagnostics } = scorm2004Manifest(sampleCourse({ title }), files);
    const shown = /<title>(.*)<\/title>/.exec(xml)?.[1] ?? '';
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(shown).toMatch(/ [a-z]+…$/);
    expect(diagnostics).toMatchObject([{ code: 'package/title-long', severity: 'warning', file: 'course.yaml', line: 1 }]);
    expect(diagnostics[0]?.message).toContain(shown);
  });

  test('for a lone lesson the warning names the lesson', () => {
    const title = 'Phishing '.repeat(30).trim();
    const [lesson] = sampleCourse().lessons;
    const lessons = lesson === undefined ? [] : [{ ...lesson, title }];
    const { diagnostics } = scorm2004Manifest(sampleCourse({ title, lessons }), files);
    expect(diagnostics).toMatchObject([{ code: 'package/title-long', file: 'lessons/phishing.md' }]);
  });

  test('a long version is shortened, and the author is told', () => {
    const { xml, diagnostics } = scorm2004Manifest(sampleCourse({ version: '2026-02-03 second review by legal' }), files);
    expect(/ version="([^"]*)"\n/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(20);
    expect(diagnostics).toMatchObject([{ code: 'package/version-long' }]);
  });

  test('a course without a version has no empty one', () => {
    expect(manifestOf({ version: '' })).not.toContain(' version=""');
  });
});
