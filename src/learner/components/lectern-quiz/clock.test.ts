/** When the time of a quiz is said, and how it is shown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcements, clockText, due, extension } from './clock.ts';

test('half of the time, five minutes, one minute and twenty seconds are said', () => {
  expect(announcements(1200)).toEqual([600, 300, 60, 20]);
  expect(announcements(90)).toEqual([60, 45, 20]);
  expect(announcements(20)).toEqual([10]);
});

describe('an announcement', () => {
  test('comes once, whatever the ticks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 7200 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 200 }), (allowed, ticks) => {
        const said: number[] = [];
        let left = allowed;
        for (const tick of ticks) {
          const at = due(allowed, left, left - tick);
          if (at !== null) said.push(at);
          left -= tick;
        }
        expect(new Set(said).size).toBe(said.length);
        expect(said).toEqual(said.toSorted((a, b) => b - a));
      }),
    );
  });
  test('that was slept through gives way to the latest', () => {
    expect(due(1200, 700, 15)).toBe(20);
    expect(due(1200, 700, 650)).toBeNull();
  });
});

test('more time is a quarter, and never less than a minute', () => {
  expect(extension(1200)).toBe(300);
  expect(extension(60)).toBe(60);
});

test('the clock shows minutes and seconds, and hours only when there are any', () => {
  expect([clockText(545), clockText(60), clockText(3600), clockText(0.2), clockText(-3)]).toEqual(['9:05', '1:00', '1:00:00', '0:01', '0:00']);
});
