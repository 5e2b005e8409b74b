/** Days and numbers as authors write them. */
import { expect, it } from 'vitest';
import { readCount, readDays } from './later.ts';

it.each([
  ['2, 7, 21 days', [2, 7, 21]],
  ['[2, 7, 21]', [2, 7, 21]],
  ['21 and 7 and 7', [7, 21]],
  ['nach 2, 7 und 21 Tagen', [2, 7, 21]],
  ['٢، ٧', [2, 7]],
  ['30', [30]],
  ['none', []],
  ['keine', []],
  ['soon', null],
  ['', null],
  ['0', null],
  ['731', null],
  ['1, 2, 3, 4, 5, 6', null],
  ['2 weeks', null],
  ['1.5 days', null],
])('days: %s', (text, days) => expect(readDays(text)).toEqual(days));

it.each([['2', 2], ['0', 0], ['none', 0], ['10', 10], ['11', null], ['two', null], ['-1', null], ['', null]])('count: %s', (text, count) => expect(readCount(text, 10)).toBe(count));
