/** Every example in docs/questions.md is a quiz that compiles, and each kind of question has one. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseLesson } from '../src/compiler/2-parse/parse-lesson.ts';
import { checkCourse } from '../src/compiler/3-check/check-course.ts';
import { ITEM_TAGS } from '../src/vocabulary/tags.ts';

const page = readFileSync('docs/questions.md', 'utf8').replaceAll('\r\n', '\n');
const examples = [...page.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text = '']) => text);

function checked(questions: string) {
  const parsed = parseLesson('lesson.md', `# L1 — Networks\n\nLanguage: en\n\n## Learning objectives\n\n1. Explain what a network is made of.\n\n## Core content\n\nLayers build on each other.\n\n## Quiz\n\n${questions}`);
  const { output, diagnostics } = checkCourse({ courseFile: null, documents: [parsed.output], lock: null, sources: { look: () => 'file', list: () => [] } }, { draft: false });
  const found = [...parsed.diagnostics, ...diagnostics].filter(({ code }) => !['objective/none-linked', 'quiz/only-self-marked'].includes(code));
  return { items: output.course?.lessons[0]?.items ?? [], found: found.map(({ line, code, message }) => `${line} ${code} ${message}`) };
}

it.each(examples)('has no slip in %j', (text) => {
  expect(checked(text).found).toEqual([]);
});

it('shows every kind of question', () => {
  const shown = new Set(examples.flatMap((text) => checked(text).items.map(({ type }) => type)));
  expect([...shown].sort()).toEqual(Object.keys(ITEM_TAGS).sort());
});
