/** From one lesson to another: links to its parts, and what has to be known before. */
import { expect, it } from 'vitest';
import { defaultCompletion } from '../course/completion.ts';
import { wholeFile } from '../diagnostics/diagnostic.ts';
import { parseLesson } from './2-parse/parse-lesson.ts';
import { checkCourse } from './3-check/check-course.ts';
import { destinationsAmong, landmarksOf } from './4-render/destinations.ts';

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

function linksOf(first: string): (string | null)[] {
  const { lessons } = course(first).output.course ?? { lessons: [] };
  const [from] = lessons;
  const blocks = from?.sections.flatMap(({ parts }) => parts.flatMap((part) => part.blocks)) ?? [];
  const links = blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : [])).filter((node) => node.type === 'link');
  return from === undefined ? [] : links.map(({ url }) => destinationsAmong(landmarksOf({ lessons })).file(from, url));
}

it('a link leads to the part or the term of another lesson that it names, and to the top without a name', () => {
  const text = '# L1.1 — Locks\n\n## Core content\n\n[a](two.md#cutting-a-key) [b](two.md#blade) [c](two.md) [d](one.md#core-content)\n';
  expect(linksOf(text)).toEqual(['#/l1.2/cutting-a-key', '#/l1.2/lectern-term-bit', '#/l1.2', '#core-content']);
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
  const { output, diagnostics } = course(`---\n${written}\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n`);
  expect([output.course?.lessons[0]?.gated, diagnostics.filter(({ code }) => code === 'lesson/not-used' || code === 'lesson/value').length]).toEqual([gated, slips]);
});

it('a review that nobody knows is refused', () => {
  expect(course('---\nreview: sometimes\n---\n\n# L1.1 — Locks\n\n## Core content\n\nA lock.\n').diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['lesson/value', 2]);
});
