/** From one lesson to another: links to its parts, and what has to be known before. */
import { expect, it } from 'vitest';
import { defaultCompletion } from '../course/completion.ts';
import { wholeFile } from '../diagnostics/diagnostic.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import { checkCourse } from './3-check/check-course.ts';
import { destinationsAmong, landmarksOf } from './4-render/destinations.ts';
import { partOf } from '../learner/place.ts';

const second = '# L1.2 — Keys\n\n## Core content\n\n### Cutting a key\n\nA blank is cut.\n\n## Key terms\n\n- Bit / blade — the part that turns the lock.\n';

function course(first: string) {
  const texts = [['one.md', first], ['two.md', second]] as const;
  const courseFile = {
    file: 'course.yaml', id: null, iri: null, title: 'Locks', language: 'en', version: '1', passMark: null, minimumGraded: null, certificate: false, completion: defaultCompletion, status: 'published' as const, packaging: 'one-sco' as const, lessonOrder: null,
    xapi: null, places: new Map(), lessons: texts.map(([path]) => ({ path, place: wholeFile('course.yaml') })),
  };
  const documents = texts.map(([path, text]) => parseLesson(path, text).output);
  return checkCourse({ courseFile, documents, lock: null, sources: { look: () => 'file', list: () => [] } }, { draft: false });
}

/** `led`: what they are on the page, instead of what the course has of them. */
function linksOf(first: string, led = true): (string | null)[] {
  const { lessons } = course(first).output.course ?? { lessons: [] };
  const [from] = lessons;
  const blocks = from?.sections.flatMap(({ parts }) => parts.flatMap((part) => part.blocks)) ?? [];
  const links = blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : [])).filter((node) => node.type === 'link');
  return from === undefined ? [] : links.map(({ url }) => (led ? destinationsAmong(landmarksOf({ lessons })).file(from, url) : url));
}

it('a link leads to the part or the term of another lesson that it names, and to the top without a name', () => {
  const text = '# L1.1 — Locks\n\n## Core content\n\n[a](two.md#cutting-a-key) [b](two.md#blade) [c](two.md) [d](one.md#core-content)\n';
  expect(linksOf(text)).toEqual(['#/l1.2/cutting-a-key', '#/l1.2/lectern-term-bit', '#/l1.2', '#core-content']);
});

const asked = '\n## Test yourself\n\n1. Q: True or false: a lock is a door.\n   A: False.\n   Why: It only holds one.\n';

it('a link leads to the quiz of its lesson, by that name and by the one its heading has, and to the quiz of another lesson', () => {
  const text = '# L1.1 — Locks\n\n## Core content\n\n[a](#quiz) [b](#test-yourself) [c](one.md#quiz)\n';
  expect(linksOf(text + asked, false)).toEqual(['#lectern-view-check', '#lectern-view-check', 'one.md#lectern-view-check']);
  expect(linksOf(text + asked)[2]).toBe('#lectern-view-check');
  const codes = (other: string) => course(`# L1.1 — Locks\n\n## Core content\n\n[a](${other})\n`).diagnostics.map(({ code }) => code);
  expect(codes('#quiz')).toContain('link/dead-anchor');
  expect(codes('two.md#quiz')).toContain('link/dead-anchor');
});

it('the address of another lesson’s quiz leads to its questions, of anything else to its text', () => {
  const lesson = 'l1.2';
  expect(partOf({ lesson, part: 'lectern-view-check' })).toEqual({ lesson, view: 'check', spot: '' });
  expect(partOf({ lesson, part: 'lectern-view-slides' })).toEqual({ lesson, view: 'slides', spot: '' });
  expect(partOf({ lesson, part: 'cutting-a-key' })).toEqual({ lesson, view: 'read', spot: 'cutting-a-key' });
  expect(partOf({ lesson, part: '' })).toBeNull();
  expect(partOf({ lesson, part: 'check/lock' })).toEqual({ lesson, view: 'check', spot: 'lock' });
  expect(partOf({ lesson, part: 'nowhere/lock' })).toEqual({ lesson, view: 'read', spot: 'nowhere/lock' });
});

it('a part that the other lesson does not have is reported at its link, with the nearest that it has', () => {
  const found = course('# L1.1 — Locks\n\n## Core content\n\nSee [there](two.md#cutting-a-kye).\n').diagnostics.find(({ code }) => code === 'link/dead-anchor');
  expect(found).toMatchObject({ file: 'one.md', line: 5, column: 13, help: 'two.md#cutting-a-key' });
});

it('what has to be known before is kept with links to lessons, and a lesson that is not in the course is reported', () => {
  const { output } = course('---\nprerequisites: [L1.2]\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n');
  expect(output.course?.lessons[0]?.details.prerequisites).toMatchObject([{ type: 'wordLink', to: { kind: 'lesson', target: 'L1.2' } }]);
  expect(course('---\nprerequisites: L1.9\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n').diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['reference/unknown-lesson', 2]);
});

it('words that link to a term use it', () => {
  const { diagnostics } = course('# L1.1 — Locks\n\n## Core content\n\nIt [gives way](#shear-line).\n\n## Key terms\n\n- Shear line — where the pins part.\n- Driver — a pin.\n');
  expect(diagnostics.filter(({ code, file }) => code === 'term/never-used' && file === 'one.md').map(({ line }) => line)).toEqual([10]);
});

it('the speed of the narration is honoured, a voice that cannot be had is named', () => {
  const codes = (narration: string) => course(`---\nnarration: ${narration}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n`).diagnostics.map(({ code }) => code);
  expect(codes('{ voice: "recorded, else browser", rate: 1.0 }')).not.toContain('lesson/not-used');
  expect(codes('{ voice: "recorded, else browser", rate: 1.5 }')).not.toContain('lesson/not-used');
  expect(codes('{ voice: Lan, rate: 1.5 }')).toContain('lesson/not-used');
  expect(codes('{ rate: 9 }')).toContain('lesson/value');
  const rate = (narration: string) => course(`---\nnarration: ${narration}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n`).output.course?.lessons[0]?.rate;
  expect([rate('{ voice: "recorded, else browser", rate: 1.5 }'), rate('{ rate: 1.0 }'), rate('recorded, else browser')]).toEqual([1.5, undefined, undefined]);
});

it.each([['after-pass', 'after-pass'], ['Nach dem Bestehen', 'after-pass'], ['never', 'never'], ['always', 'always']])('review: %s', (written, means) => {
  const { output, diagnostics } = course(`---\nreview: ${written}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n`);
  expect([output.course?.lessons[0]?.quiz.review, diagnostics.filter(({ code }) => code === 'lesson/not-used' || code === 'lesson/value')]).toEqual([means, []]);
});

it.each([['gate: answer', true, 0], ['gate: none', undefined, 0], ['gate: maybe', undefined, 1]])('%s', (written, gated, slips) => {
  const { output, diagnostics } = course(`---\n${written}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n\nQ: What turns it?\nA: A key.\n\nMore.\n`);
  expect([output.course?.lessons[0]?.gated, diagnostics.filter(({ code }) => code === 'lesson/not-used' || code === 'lesson/value').length]).toEqual([gated, slips]);
});

it('a review that nobody knows is refused', () => {
  expect(course('---\nreview: sometimes\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n').diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['lesson/value', 2]);
});

it.each([
  ['2', { count: 2, told: false }, []],
  ['1', { count: 1, told: false }, []],
  ['2 with answers', { count: 2, told: true }, []],
  ['1 Frage mit Antwort', { count: 1, told: true }, []],
  ['none', undefined, []],
  ['3', undefined, ['lesson/value']],
  ['many', undefined, ['lesson/value']],
])('pre-questions: %s', (written, means, slips) => {
  const { output, diagnostics } = course(`---\npre-questions: ${written}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n${asked}2. Q: True or false: a key is a lock.\n   A: False.\n   Why: It turns one.\n`);
  const own = diagnostics.filter(({ code }) => code === 'lesson/value' || code === 'lesson/few-pre-questions').map(({ code }) => code);
  expect(own).toEqual(slips);
  if (slips.length === 0) expect(output.course?.lessons[0]?.before).toEqual(means);
});
