/** A lesson chunk is a script that gives back exactly what went in, whatever the prose contains. */
import vm from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ItemPayload, LessonPayload } from '../../course/payload.ts';
import { itemSlot, lessonChunk } from './lesson-chunk.ts';

const payload: LessonPayload = { id: 'l1', language: 'en', direction: 'ltr', parts: [], objectives: [], items: [], template: null };

function run(script: string): LessonPayload<string> {
  let given: LessonPayload<string> | null = null;
  vm.runInNewContext(script, { lectern: { lesson: (lesson: LessonPayload<string>) => (given = lesson) } });
  if (given === null) throw new Error('the chunk registered no lesson');
  return given;
}

function join(strings: TemplateStringsArray, ...values: unknown[]): string {
  return String.raw({ raw: [...strings] }, ...values.map(() => '@'));
}

it('carries any text through the template unharmed', () => {
  const text = fc.string({ unit: fc.constantFrom('`', '$', '{', '}', '\\', 'a', '\n', '<', '\u2028', 'é', '${', '\\u') });
  fc.assert(
    fc.property(text, (body) => {
      expect(run(lessonChunk(payload, body, () => 'lectern-choice')).template?.(join)).toBe(body);
    }),
  );
});

const item: ItemPayload = {
  id: 'q1', key: 1, type: 'single', graded: true, points: 1, objectives: [], attempts: 1, shuffle: false, prompt: [], text: '', options: [], targets: [],
  blanks: [], body: null, unit: null, reuse: false, image: null, confidence: false, part: null, select: null, hints: [], sealed: '',
};

/** What is between the strings, and not that something is. */
function ids(_strings: TemplateStringsArray, ...values: unknown[]): string {
  return values.map((value) => (value as ItemPayload).id).join(' ');
}

it('puts each item where its slot stands, and those before the text behind them', () => {
  const all: LessonPayload = { ...payload, items: [item, { ...item, id: 'q2' }], before: [{ ...item, id: 'guess-q2' }] };
  const chunk = lessonChunk(all, `${itemSlot(2)}<p>${itemSlot(0)}</p>${itemSlot(1)}`, (index) => `lectern-${index}`);
  expect(run(chunk).template?.(join)).toBe(
    '<lectern-2 data-item="guess-q2" .item=@></lectern-2><p><lectern-0 data-item="q1" .item=@></lectern-0></p><lectern-1 data-item="q2" .item=@></lectern-1>',
  );
  expect(run(chunk).template?.(ids)).toBe('guess-q2 q1 q2');
});

it('has no template for a lesson that stands static', () => {
  expect(run(lessonChunk(payload, null, () => '')).template).toBeNull();
});
