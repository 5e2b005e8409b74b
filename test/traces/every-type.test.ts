/** Answers of every item type, with any text in them, told to an LMS that takes nothing which the data model does not allow. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerKey, BlankKey, Response } from '../../src/course/payload.ts';
import { scorm12 } from '../../src/learner/tracking/scorm12.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import type { AnsweredItem, Fact } from '../../src/learner/tracking/tracker.ts';
import { recordedLms, SCORM_12, SCORM_2004 } from './lms.ts';

const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('{lang=en}x', 'a[,]b', 'x[.]y[:]z', '\n', 'عربي 日本', '0,693', '1e9', '-3', 'ReLU'));
/** As the compiler makes them. */
const id = fc.stringMatching(/^[a-z0-9]([a-z0-9_.]{0,18}[a-z0-9_])?$/);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 40 });
const pairs = fc.dictionary(id, id, { maxKeys: 40 });
const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
const target = fc.tuple(number, number).map(([a, b]) => ({ value: null, min: Math.min(a, b), max: Math.max(a, b) }));
const decimal = fc.constantFrom('.' as const, ',' as const);
const scoring = fc.constantFrom('partial' as const, 'all-or-nothing' as const);
const blank: fc.Arbitrary<BlankKey> = fc.oneof(
  fc.record({ id, kind: fc.constant('text' as const), accept: fc.array(words, { maxLength: 3 }), patterns: fc.array(fc.constant({ source: 'a{1,2}', flags: 'i' }), { maxLength: 1 }) }),
  fc.record({ id, kind: fc.constant('number' as const), target }),
  fc.record({ id, kind: fc.constant('choice' as const), correct: id }),
);

const answers: fc.Arbitrary<{ key: AnswerKey; response: Response }> = fc.oneof(
  fc.record({ key: fc.record({ type: fc.constant('fill-in' as const), blanks: fc.array(blank, { minLength: 1, maxLength: 14 }), exactCase: fc.boolean(), scoring, decimal }), response: fc.record({ type: fc.constant('fill-in' as const), values: fc.array(words, { maxLength: 14 }) }) }),
  fc.record({ key: fc.record({ type: fc.constant('numeric' as const), target, decimal }), response: fc.record({ type: fc.constant('numeric' as const), text: fc.oneof(words, number.map(String)) }) }),
  fc.record({ key: fc.record({ type: fc.constant('matching' as const), pairs, scoring }), response: fc.record({ type: fc.constant('matching' as const), pairs }) }),
  fc.record({ key: fc.record({ type: fc.constant('categorise' as const), pairs, scoring }), response: fc.record({ type: fc.constant('categorise' as const), pairs }) }),
  fc.record({ key: fc.record({ type: fc.constant('ordering' as const), order: ids, scoring }), response: fc.record({ type: fc.constant('ordering' as const), order: ids }) }),
  fc.record({ key: fc.constant<AnswerKey>({ type: 'likert' }), response: fc.record({ type: fc.constant('likert' as const), choice: id }) }),
  fc.record({ key: fc.record({ type: fc.constant('hotspot' as const), correct: id }), response: fc.record({ type: fc.constant('hotspot' as const), choice: id }) }),
);

function answered({ key, response }: { key: AnswerKey; response: Response }, index: number): Fact {
  const named = (list: string[]): AnsweredItem['options'] => list.map((one) => ({ id: one, text: one }));
  const options = 'pairs' in key ? named(Object.keys(key.pairs)) : 'order' in key ? named(key.order) : 'choice' in response ? named([response.choice, 'other']) : [];
  const item: AnsweredItem = { id: `q${index}`, type: key.type, text: 'Which?', options, targets: 'pairs' in key ? named([...new Set(Object.values(key.pairs))]) : [], objectives: [], points: 1, graded: true };
  return { kind: 'answered', index, item, key, response, result: key.type === 'likert' ? 'neutral' : 'incorrect', latencySeconds: 3, at: 0 };
}

test.each([
  ['SCORM 2004', SCORM_2004, scorm2004],
  ['SCORM 1.2', SCORM_12, scorm12],
] as const)('%s', async (_, standard, driver) => {
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), async (given) => {
      const lms = recordedLms(standard, { id: 'u', name: 'U' });
      const tracker = driver(lms.launch());
      await tracker.open();
      tracker.record(given.map(answered));
      expect(tracker.save('1', 1)).toBe('confirmed');
      expect(tracker.refusals).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
