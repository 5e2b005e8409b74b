import { expect, test } from 'vitest';
import { inlineMarks } from './option-marks.ts';

test('brackets on a line are options when some are empty and some are not', () => {
  expect(inlineMarks('( ) bolt (x) chip')).toEqual([
    { written: '( )', at: 0, to: 3 },
    { written: '(x)', at: 9, to: 12 },
  ]);
  expect(inlineMarks('(x) bolt [X] chip')).toEqual([]);
  expect(inlineMarks('( ) bolt [ ] chip')).toEqual([]);
});
