/** A lesson chunk is a script that gives back exactly what went in, whatever the prose contains. */
import vm from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LessonPayload } from '../../course/payload.ts';
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

it('puts each item where its slot stands', () => {
  const chunk = lessonChunk(payload, `<p>${itemSlot(0)}</p>${itemSlot(12)}`, (index) => `lectern-${index}`);
  expect(run(chunk).template?.(join)).toBe('<p><lectern-0 data-item="" .item=@></lectern-0></p><lectern-12 data-item="" .item=@></lectern-12>');
});

it('has no template for a lesson that stands static', () => {
  expect(run(lessonChunk(payload, null, () => '')).template).toBeNull();
});
