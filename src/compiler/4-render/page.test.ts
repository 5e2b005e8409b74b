/** The page as a whole: nothing inline that the policy forbids, data that cannot end its script, names that a learner finds. */
import { describe, expect, it } from 'vitest';
import type { Course, Lesson } from '../../course/course.ts';
import type { CoursePayload } from '../../course/payload.ts';
import { renderPage } from './page.ts';
import { PLAIN_QUIZ } from '../../course/quiz.ts';

const TITLE = `R&D <"5'></script><!--`;

function lesson(id: string, title: string): Lesson {
  const place = { file: `${id}.md`, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return {
    id, key: 1, code: null, title, language: 'en', direction: 'ltr', file: `${id}.md`,
    details: { type: null, status: null, module: null, frameworks: [], duration: null },
    objectives: [], slides: [], items: [], draws: [], quiz: PLAIN_QUIZ, terms: [], references: [], definitions: [], minutes: { declared: 4, low: 3, high: 5 },
    sections: [{ role: 'content', title: 'Core', place, shown: true, parts: [{ id: 'deep', key: 3, title: 'Deeper & deeper', level: 3, blocks: [] }] }],
  };
}

function page(lessons: Lesson[], changes: Partial<Course> = {}, told: Partial<CoursePayload> = {}): string {
  const course: Course = { id: 'c', iri: 'https://lectern.example/c', title: TITLE, language: 'en', version: '1.0.0', passMark: 0.8, completion: { viewed: 0.9, items: 'attempted' }, draft: false, lessons, ...changes };
  const payload: CoursePayload = { format: 1, id: course.id, iri: course.iri, title: course.title, language: course.language, version: course.version, build: '0123456789ab', lectern: '9.8.7', target: 'scorm2004', draft: course.draft, passMark: course.passMark, completion: course.completion, lessons: [], ...told };
  return renderPage({ course, payload, body: lessons.length === 1 ? '<h1 id="lesson">x</h1>' : null, css: 'p{margin:0}', slideStyles: null, csp: "script-src 'self'", early: 'x()', scripts: ['player.js'] });
}

const one = page([lesson('a', TITLE)]);
const several = page([lesson('a', 'Leaf'), lesson('b', 'Water')]);

describe('any page', () => {
  it.each([['a lone lesson', one], ['a course', several]])('%s has one script of ours in itself, ahead of all others, no handler and no style attribute', (_name, text) => {
    expect(text).not.toMatch(/\son\w+=|\sstyle=/);
    expect([...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual(['', ' defer src="player.js"', ' type="application/json" id="lectern-course"']);
  });

  it('says who learns what a learner does: the LMS alone, or a record store beside it too', () => {
    expect(one).toContain('to the LMS that opened this course and to nobody else');
    const stated = page([lesson('a', TITLE)], {}, { xapi: { endpoint: 'https://lrs.example.org/xapi' } });
    expect(stated).toContain('with your name to the record store at lrs.example.org');
    expect(stated).not.toContain('nobody else');
  });

  it('data cannot end the script it stands in, and comes back unharmed', () => {
    const data = /id="lectern-course">(.*)<\/script>/.exec(one)?.[1] ?? '';
    expect(data).not.toContain('<');
    expect((JSON.parse(data) as CoursePayload).title).toBe(TITLE);
  });

  it('states language, direction, policy, title, version, build and pass mark', () => {
    expect(one).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(one).toContain(`http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;"`);
    expect(one).toContain('<title>R&amp;D &lt;&quot;5&#39;&gt;&lt;/script&gt;&lt;!--</title>');
    for (const text of ['1.0.0', '0123456789ab', '80%', '90% of the sections have been seen and every question has been answered', '1 lesson, 0 questions', 'SCORM 2004 4th Edition · en · Lectern 9.8.7']) expect(one).toContain(text);
  });

  it('a draft says so', () => {
    const html = page([lesson('a', 'A')], { draft: true });
    expect(html).toContain('Draft');
    // Above the header, which stays in sight and is not printed.
    expect(html.indexOf('class="draft"')).toBeLessThan(html.indexOf('<header class="bar"'));
    expect(one).not.toContain('Draft');
  });
});

it('the outline of a lone lesson leads to its parts, under the title of a section without words of its own', () => {
  expect(one).toMatch(/<li class="outline-group">Core<\/li>\n?<li data-level="3"><a href="#deep" data-part="3">Deeper &amp; deeper</);
});

it('a course of several lists its lessons with their durations, and its pager names the first', () => {
  expect(several.match(/class="card-link" href="#\/[ab]"/g)).toHaveLength(2);
  expect(several).toContain('<span>4 minutes</span> <span data-state="b">Not started</span>');
  expect(several).toMatch(/id="lectern-next"><span class="page-way">Next<\/span> <span class="page-target">Leaf</);
});
