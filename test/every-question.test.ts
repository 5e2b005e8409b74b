/** The course that shows every feature once: it has them all, builds without a remark, and stands in canonical form. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examine } from '../src/compiler/examine.ts';
import type { ItemType } from '../src/course/item.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';
import { VISUAL_KINDS } from '../src/course/visual.ts';
import { formatLesson } from '../src/format/format-lesson.ts';

const COURSE = 'content/every-question';
const lessons = readdirSync(COURSE).filter((name) => name.endsWith('.md')).map((name) => ({ name, text: readFileSync(join(COURSE, name), 'utf8') }));

/** A record, so that a new type does not compile until it is here, and then fails until the course has it. */
const TYPES: Record<ItemType, true> = {
  single: true,
  multiple: true,
  'true-false': true,
  'fill-in': true,
  numeric: true,
  matching: true,
  ordering: true,
  categorise: true,
  likert: true,
  'short-answer': true,
  hotspot: true,
};

it.each(Object.keys(TYPES))('messages have a name for the type %s', (type) => {
  expect(catalogue['id/type-changed'].message({ id: 'x', was: type, now: type })).toMatch(/“x” was (?:a |an )/);
  expect(catalogue['quiz/type-differs'].message({ question: '1', value: '', type })).toMatch(/written as (?:a |an |one |true\/false)/);
});

it('builds without a remark', async () => {
  const { course, diagnostics } = await examine(COURSE, { draft: false });
  expect(diagnostics).toEqual([]);
  expect(course?.lessons).toHaveLength(lessons.length);
});

it('has every type of question, and a bank', async () => {
  const { course } = await examine(COURSE, { draft: false });
  const items = course?.lessons.flatMap((lesson) => lesson.items) ?? [];
  expect(new Set(items.map(({ type }) => type))).toEqual(new Set(Object.keys(TYPES)));
  expect(course?.lessons.flatMap(({ draws }) => draws)).toHaveLength(1);
});

it('has every kind of figure', async () => {
  const { course } = await examine(COURSE, { draft: false });
  const visuals = course?.lessons.flatMap(({ slides }) => slides.flatMap((slide) => slide.visuals)) ?? [];
  expect(new Set(visuals.map(({ kind }) => kind))).toEqual(new Set(VISUAL_KINDS));
});

it.each([
  ['a callout', /^> \[!NOTE\]/m],
  ['a formula', /^\$\$$/m],
  ['code with a marked line', /^```python \{2\}/m],
  ['a block to reveal', /^:::reveal\[/m],
  ['a worked example', /^:::example\[/m],
  ['a footnote', /\[\^abc\]/],
  ['a table', /^\| --- /m],
  ['a picture with a caption', /!\[.+\]\(.+ ".+"\)/],
  ['a key', /<kbd>/],
  ['a cue', /\[PAUSE 1s\]/],
  ['a mention of another lesson', /subject of L2/],
])('shows %s', (_, mark) => {
  expect(lessons.some(({ text }) => mark.test(text))).toBe(true);
});

it.each(lessons)('$name stands in canonical form', ({ name, text }) => {
  expect(formatLesson(name, text).text).toBe(text);
});
