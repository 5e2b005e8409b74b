/** Every figure in docs/visuals.md is drawn without a remark, each kind is there, and every line of the outline is understood. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseLesson } from '../src/compiler/2-parse/parse-lesson.ts';
import { checkCourse } from '../src/compiler/3-check/check-course.ts';
import { VISUAL_KINDS } from '../src/course/visual.ts';

const page = readFileSync('docs/visuals.md', 'utf8').replaceAll('\r\n', '\n');
const figures = [...page.matchAll(/^```(?:card|flow|stages|loop|landscape|facts|quadrant|axis|filetree)\b[\s\S]*?^```$/gm)].map(([text]) => text);
const outline = /^```text\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';

function slides(text: string) {
  const parsed = parseLesson('lesson.md', `# L1.4 — Backups\n\n## Core content\n\nText.\n\n${text}`);
  const { output, diagnostics } = checkCourse({ courseFile: null, documents: [parsed.output], lock: null, sources: { look: () => 'missing', list: () => [] } }, { draft: false });
  return { slides: output.course?.lessons[0]?.slides ?? [], found: [...parsed.diagnostics, ...diagnostics].filter(({ code }) => code !== 'reference/unknown-lesson').map(({ line, code, message }) => `${line} ${code} ${message}`) };
}

it.each(figures)('has no slip in %j', (text) => {
  const { slides: read, found } = slides(`## Video script\n\n[SLIDE 1 — One]\n\nWords.\n\n${text}\n`);
  expect(found).toEqual([]);
  expect(read[0]?.visuals).toHaveLength(1);
});

it('shows every kind', () => {
  const shown = figures.flatMap((text) => slides(`## Video script\n\n[SLIDE 1 — One]\n\nWords.\n\n${text}\n`).slides.flatMap(({ visuals }) => visuals.map(({ kind }) => kind)));
  expect([...new Set(shown)].sort()).toEqual([...VISUAL_KINDS].sort());
});

it('has an outline that is drawn to the last line', () => {
  const { slides: read, found } = slides(`## Slide outline\n\n${outline}`);
  expect(found).toEqual([]);
  expect(read.map(({ visuals }) => visuals.map(({ kind }) => kind).join('+'))).toEqual(['card', 'flow', 'stages', 'loop+landscape', 'facts', 'quadrant', 'axis', 'filetree', 'card']);
});
