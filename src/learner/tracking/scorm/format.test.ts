import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, Response } from '../../../course/payload.ts';
import { correctPattern, decimal, duration, interactionType, learnerResponse, line, longId, percent, share, shortId, timestamp } from './format.ts';

/** The forms that all known readers accept, written from the rules (scorm.md 3.1 and 7), not from the code. */
const FORMS = {
  /** Exactly two decimals and Z: ADL and Moodle refuse three, ILIAS refuses one, everybody refuses none. */
  timestamp: /^(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d\dZ$/,
  /** Hours, minutes, seconds in this order, at least one; seconds with one or two decimals after a digit. */
  duration: /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
  /** Moodle: at most five digits before the point; nobody: exponent, leading or trailing point. */
  decimal: /^-?\d{1,5}(\.\d{1,18})?$/,
  shortId: /^[A-Za-z0-9_.]{1,250}$/,
  longId: /^[A-Za-z0-9_.-]{1,250}$/,
};
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -Infinity, 1e-7, -0, 1e21, 0.005, 59.999, 3599.999));
const anyText = fc.string({ unit: 'binary' });

test('every timestamp has the one accepted form', () => {
  fc.assert(
    fc.property(anyNumber, (at) => {
      expect(timestamp(at)).toMatch(FORMS.timestamp);
      expect(Number.isNaN(Date.parse(timestamp(at)))).toBe(false);
    }),
  );
});

test('a timestamp is UTC and cut to hundredths', () => {
  expect(timestamp(Date.UTC(2026, 0, 2, 3, 4, 5, 129))).toBe('2026-01-02T03:04:05.12Z');
});

test('every duration has the accepted form and loses less than a hundredth of a second', () => {
  fc.assert(
    fc.property(fc.oneof(anyNumber, fc.double({ min: 0, max: 1e6, noNaN: true })), (seconds) => {
      const text = duration(seconds);
      expect(text).toMatch(FORMS.duration);
      const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
      const read = Number(h) * 3600 + Number(m) * 60 + Number(s);
      expect(Number(m)).toBeLessThan(60);
      expect(Number(s)).toBeLessThan(60);
      if (seconds >= 0 && seconds <= 1e6) expect(Math.abs(read - seconds)).toBeLessThanOrEqual(0.0051);
    }),
  );
});

test.each([
  [0, 'PT0S'],
  [-5, 'PT0S'],
  [0.05, 'PT0.05S'],
  [59.999, 'PT1M'],
  [3600, 'PT1H'],
  [90_061.5, 'PT25H1M1.5S'],
  [NaN, 'PT0S'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

test('every number is plain digits, within the limits of its element', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(7), (value, places) => {
      for (const text of [decimal(value, places), share(value), percent(value)]) expect(text).toMatch(FORMS.decimal);
      expect(share(value)).toMatch(/^(0(\.\d{1,7})?|1)$/);
      expect(percent(value)).toMatch(/^(\d{1,2}(\.\d{1,2})?|100)$/);
    }),
  );
});

test.each([
  [share(2 / 3), '0.6666667'],
  [share(1e-9), '0'],
  [percent(1 / 3), '33.33'],
  [decimal(100, 0), '100'],
  [decimal(-0, 2), '0'],
  [decimal(1.5, 4), '1.5'],
])('%s', (got, expected) => expect(got).toBe(expected));

describe('text on one line', () => {
  test('has no line break, control, brace or half character, and keeps its limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, limit) => {
        const got = line(text, limit);
        expect(got.length).toBeLessThanOrEqual(limit);
        expect(got).toMatch(/^(?:[^{}\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/);
        expect(got).toBe(got.trim());
      }),
    );
  });
  test('reads on naturally', () => {
    expect(line('{lang=en}Which?\r\n\tAll {that} apply.')).toBe('(lang=en)Which? All (that) apply.');
    expect(line('x'.repeat(300))).toBe('x'.repeat(249) + '…');
    expect(line('ab😀', 3)).toBe('ab…');
  });
});

describe('ids', () => {
  test('are legal whatever they come from, and legal ones stay as they are', () => {
    fc.assert(
      fc.property(anyText, fc.stringMatching(FORMS.shortId).filter((id) => /\w/.test(id)), (text, legal) => {
        expect(shortId(text)).toMatch(FORMS.shortId);
        expect(longId(text)).toMatch(FORMS.longId);
        expect(shortId(legal)).toBe(legal);
        expect(longId(legal)).toBe(legal);
      }),
    );
  });
  test('that had to change stay different from each other', () => {
    expect(shortId('a-b')).not.toBe(shortId('a/b'));
    expect(shortId('a-b')).not.toBe(shortId('a_b'));
    expect(longId('x'.repeat(300))).not.toBe(longId('x'.repeat(301)));
  });
});

describe('responses and patterns', () => {
  const choice = (...choices: string[]): Response => ({ type: 'multiple', choices });
  const several: AnswerKey = { type: 'multiple', correct: ['a'], options: ['a', 'b'], scoring: 'partial' };
  const pattern = /^[A-Za-z0-9_.]{1,250}(\[,\][A-Za-z0-9_.]{1,250}){0,35}$/;

  test('a choice is a set of legal ids, or is left out', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (ids) => {
        const text = learnerResponse(choice(...ids), several);
        if (text !== '') {
          expect(text).toMatch(pattern);
          expect(new Set(text.split('[,]')).size).toBe(text.split('[,]').length);
        } else {
          const members = new Set(ids.filter((id) => id !== ''));
          expect(members.size === 0 || members.size > 36).toBe(true);
        }
      }),
    );
  });
  test('each item type has its interaction type and its pattern', () => {
    const keys: AnswerKey[] = [
      { type: 'true-false', answer: false },
      { type: 'single', correct: 'relu' },
      { type: 'multiple', correct: ['a', 'b'], options: ['a', 'b', 'c'], scoring: 'partial' },
      { type: 'short-answer', modelText: 'To lower\n{the} loss' },
      { type: 'fill-in', blanks: [{ id: 'b1', kind: 'text', accept: ['ReLU', 'x'], patterns: [] }, { id: 'b2', kind: 'number', target: { value: null, min: 1, max: 5 } }], exactCase: false, scoring: 'partial', decimal: '.' },
      { type: 'fill-in', blanks: [{ id: 'b1', kind: 'number', target: { value: 16, min: 16, max: 16 } }], exactCase: false, scoring: 'partial', decimal: '.' },
      { type: 'numeric', target: { value: 0.693, min: 0.688, max: 0.698 }, decimal: ',' },
      { type: 'numeric', target: { value: 1.5e9, min: 1.5e9, max: 1.5e9 }, decimal: '.' },
      { type: 'matching', pairs: { cnn: 'images', rnn: 'text' }, scoring: 'partial' },
      { type: 'categorise', pairs: { bin: 'unsafe', pt: 'unsafe' }, scoring: 'partial' },
      { type: 'ordering', order: ['b', 'a'], scoring: 'partial' },
      { type: 'likert' },
      { type: 'hotspot', correct: 'bin' },
    ];
    expect(keys.map(interactionType)).toEqual(['true-false', 'choice', 'choice', 'long-fill-in', 'fill-in', 'numeric', 'numeric', 'fill-in', 'matching', 'matching', 'sequencing', 'likert', 'choice']);
    expect(keys.map(correctPattern)).toEqual([
      'false', 'relu', 'a[,]b', 'To lower (the) loss', '{case_matters=false}{order_matters=true}ReLU[,]1 – 5', '16[:]16', '0.688[:]0.698', '1500000000',
      'cnn[.]images[,]rnn[.]text', 'bin[.]unsafe[,]pt[.]unsafe', 'b[,]a', '', 'bin',
    ]);
    expect(learnerResponse({ type: 'numeric', text: '0,69' }, keys[6] as AnswerKey)).toBe('0.69');
    expect(learnerResponse({ type: 'numeric', text: 'much' }, keys[6] as AnswerKey)).toBe('');
    expect(learnerResponse({ type: 'fill-in', values: ['re[,]lu', ''] }, keys[4] as AnswerKey)).toBe('re[ , ]lu[,]—');
  });
  test('nothing chosen and nothing written are left out, not sent empty', () => {
    const written: Response = { type: 'short-answer', text: ' \n', unknown: true, verdict: null, ideas: [] };
    expect([choice(), choice(''), written].map((response) => learnerResponse(response, several))).toEqual(['', '', '']);
  });
  test('a written answer is at most 4,000 characters on one line', () => {
    const written: Response = { type: 'short-answer', text: 'word\n'.repeat(2000), unknown: false, verdict: null, ideas: [] };
    expect(learnerResponse(written, { type: 'short-answer', modelText: '' })).toHaveLength(4000);
  });
});
