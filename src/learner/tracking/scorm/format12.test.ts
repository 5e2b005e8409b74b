import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, Response } from '../../../course/payload.ts';
import type { AnsweredItem } from '../tracker.ts';
import { correctPattern, identifier, interactionType, studentResponse, timeOfDay, timespan } from './format12.ts';

/** What the strictest readers take, written from the rules (scorm.md 3.3), not from the code. */
const FORMS: Record<ReturnType<typeof interactionType>, RegExp> = {
  'true-false': /^[tf]$/,
  choice: /^[a-z0-9](?:,[a-z0-9])*$/,
  'fill-in': /^[^{}\n\r\t]{1,255}$/,
  matching: /^[a-z0-9]\.[a-z0-9](?:,[a-z0-9]\.[a-z0-9])*$/,
  sequencing: /^[a-z0-9](?:,[a-z0-9])*$/,
  likert: /^[a-z0-9]$/,
  numeric: /^-?\d{1,5}(?:\.\d{1,4})?$/,
};
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -Infinity, 1e-7, -0, 1e21, 59.999, 3599.999));
const anyText = fc.string({ unit: 'binary' });

test('every time has the one accepted form', () => {
  fc.assert(
    fc.property(anyNumber, (value) => {
      expect(timespan(value)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
      expect(timeOfDay(value)).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
    }),
  );
});

test.each([
  [0, '0000:00:00.00'],
  [59.999, '0000:01:00.00'],
  [3723.456, '0001:02:03.46'],
  [1e9, '9999:59:59.00'],
])('%d seconds are %s', (seconds, text) => expect(timespan(seconds)).toBe(text));

test('every id is plain, and two ids stay two', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, two) => {
      expect(identifier(one)).toMatch(/^[A-Za-z0-9_-]{1,255}$/);
      if (one !== two) expect(identifier(one)).not.toBe(identifier(two));
    }),
  );
});

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 });
const named = (all: readonly string[]): AnsweredItem['options'] => all.map((id) => ({ id, text: id }));

function itemOf(type: AnsweredItem['type'], options: string[], targets: string[] = []): AnsweredItem {
  return { id: 'i', type, text: 'T', options: named(options), targets: named(targets), objectives: [], points: 1, graded: true };
}

/** A question, its key and an answer that a page could give. */
const asked: fc.Arbitrary<{ item: AnsweredItem; key: AnswerKey; response: Response }> = fc.oneof(
  fc.tuple(ids, fc.nat()).map(([all, n]) => { const choice = all[n % all.length] ?? ''; return { item: itemOf('single', all), key: { type: 'single' as const, correct: all[0] ?? '' }, response: { type: 'single' as const, choice } }; }),
  fc.tuple(ids, fc.array(fc.nat())).map(([all, picks]) => ({ item: itemOf('multiple', all), key: { type: 'multiple' as const, correct: all.slice(0, 2), options: all, scoring: 'partial' as const }, response: { type: 'multiple' as const, choices: [...new Set(picks.map((n) => all[n % all.length] ?? ''))] } })),
  fc.tuple(ids, ids).map(([all, targets]) => { const pairs = Object.fromEntries(all.map((id, i) => [id, targets[i % targets.length] ?? ''])); return { item: itemOf('matching', all, targets), key: { type: 'matching' as const, pairs, scoring: 'partial' as const }, response: { type: 'matching' as const, pairs } }; }),
  ids.map((all) => ({ item: itemOf('ordering', all), key: { type: 'ordering' as const, order: all, scoring: 'partial' as const }, response: { type: 'ordering' as const, order: [...all].reverse() } })),
  ids.map((all) => ({ item: itemOf('likert', all), key: { type: 'likert' as const }, response: { type: 'likert' as const, choice: all[0] ?? '' } })),
  fc.tuple(anyText, anyText).map(([text, modelText]) => ({ item: itemOf('short-answer', []), key: { type: 'short-answer' as const, modelText }, response: { type: 'short-answer' as const, text, unknown: false, verdict: null, ideas: [] } })),
  fc.tuple(fc.array(anyText, { minLength: 1 }), anyText).map(([values, right]) => ({ item: itemOf('fill-in', []), key: { type: 'fill-in' as const, blanks: values.map((_, i) => ({ id: `b${i}`, kind: 'text' as const, accept: [right], patterns: [] })), exactCase: false, scoring: 'partial' as const, decimal: '.' as const }, response: { type: 'fill-in' as const, values } })),
  fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true, min: 0, max: 10 }), fc.oneof(anyText, fc.double().map(String))).map(([min, more, text]) => ({ item: itemOf('numeric', []), key: { type: 'numeric' as const, target: { value: min, min, max: min + more }, decimal: '.' as const }, response: { type: 'numeric' as const, text } })),
  fc.boolean().map((value) => ({ item: itemOf('true-false', ['true', 'false']), key: { type: 'true-false' as const, answer: true }, response: { type: 'true-false' as const, value } })),
);

describe('answers', () => {
  test('of every type have the form of their interaction, or are left out', () => {
    fc.assert(
      fc.property(asked, ({ item, key, response }) => {
        const form = FORMS[interactionType(key)];
        for (const text of [studentResponse(response, key, item), correctPattern(key, item)]) {
          expect(text.length).toBeLessThanOrEqual(255);
          if (text !== '') expect(text).toMatch(form);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are told by the option’s place in the author’s order, whatever the order of choosing', () => {
    const item = itemOf('multiple', ['fish', 'milk', 'egg']);
    const key: AnswerKey = { type: 'multiple', correct: ['egg', 'fish'], options: ['fish', 'milk', 'egg'], scoring: 'partial' };
    expect(studentResponse({ type: 'multiple', choices: ['egg', 'fish'] }, key, item)).toBe('a,c');
    expect(correctPattern(key, item)).toBe('a,c');
  });

  test('of more options than there are characters are left out rather than cut', () => {
    const many = Array.from({ length: 40 }, (_, i) => `o${i}`);
    expect(studentResponse({ type: 'single', choice: 'o39' }, { type: 'single', correct: 'o0' }, itemOf('single', many))).toBe('');
    expect(studentResponse({ type: 'single', choice: 'o35' }, { type: 'single', correct: 'o0' }, itemOf('single', many))).toBe('9');
  });

  test('pairs name what is placed and where', () => {
    const key: AnswerKey = { type: 'matching', pairs: { a: 'y', b: 'x' }, scoring: 'partial' };
    expect(correctPattern(key, itemOf('matching', ['a', 'b'], ['x', 'y']))).toBe('1.b,2.a');
  });
});
