/** What comes in a learner's own order, and what never does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, ItemPayload, OptionPayload } from '../../course/payload.ts';
import { presented } from './presented.ts';

const named = (count: number): OptionPayload[] => Array.from({ length: count }, (_, i) => ({ id: `s${i}`, prose: [`${i}`], text: `${i}`, last: false }));

function item(changes: Partial<ItemPayload>): ItemPayload {
  return {
    id: 'q', key: 1, type: 'single', graded: true, points: 1, objectives: [], attempts: 0, shuffle: true, prompt: [], text: '', options: named(4), targets: [], blanks: [], body: null,
    unit: null, reuse: false, image: null, confidence: false, part: null, select: null, hints: [], sealed: '', ...changes,
  };
}

const ids = (options: readonly OptionPayload[]): string[] => options.map(({ id }) => id);
const closed = (): never => {
  throw new Error('this type needs no look at the answer');
};

test('options come in another order only where the author asked for it', () => {
  const orders = new Set(Array.from({ length: 20 }, (_, n) => ids(presented({ seed: `${n}` }, item({}), closed).options).join()));
  expect(orders.size).toBeGreaterThan(5);
  for (let n = 0; n < 20; n++) expect(presented({ seed: `${n}` }, item({ shuffle: false }), closed).options).toEqual(item({}).options);
});

test.each(['likert', 'hotspot', 'true-false'] as const)('a scale, regions and true and false keep their order (%s)', (type) => {
  for (let n = 0; n < 20; n++) expect(presented({ seed: `${n}` }, item({ type }), closed).options).toEqual(item({}).options);
});

describe('steps to be put in order', () => {
  test('never start in the right order, are all there, and start the same at every visit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.string(), fc.boolean(), (count, seed, shuffle) => {
        const steps = named(count);
        const key: AnswerKey = { type: 'ordering', order: ids(steps), scoring: 'partial' };
        const show = (): string[] => ids(presented({ seed }, item({ type: 'ordering', options: steps, shuffle }), () => ({ key })).options);
        expect(show()).not.toEqual(ids(steps));
        expect(show().toSorted()).toEqual(ids(steps).toSorted());
        expect(show()).toEqual(show());
      }),
    );
  });
});

test('of pairs the right-hand sides are mixed, of groups the things to sort', () => {
  const targets = named(6);
  const mixed = presented({ seed: 'x' }, item({ type: 'matching', targets }), closed);
  expect(mixed.options).toEqual(item({}).options);
  expect(ids(mixed.targets)).not.toEqual(ids(targets));
  const sorted = presented({ seed: 'y' }, item({ type: 'categorise', targets, options: named(6) }), closed);
  expect(sorted.targets).toEqual(targets);
  expect(ids(sorted.options)).not.toEqual(ids(named(6)));
});

test('a list in a sentence is mixed too', () => {
  const blanks: ItemPayload['blanks'] = [{ id: 'b1', kind: 'choice', options: named(6), width: 10 }];
  expect(ids(presented({ seed: 'x' }, item({ type: 'fill-in', blanks }), closed).blanks[0]?.options ?? [])).not.toEqual(ids(named(6)));
});
