/** Where a dragged row goes. */
import { describe, expect, it } from 'vitest';
import { placeAt } from './drag.ts';

const rows = [{ top: 0, bottom: 40 }, { top: 50, bottom: 150 }, { top: 160, bottom: 200 }];

describe('a dragged row', () => {
  it.each([
    [20, 0, 0],
    [99, 0, 0],
    [101, 0, 1],
    [500, 0, 2],
    [99, 2, 1],
    [19, 2, 0],
    [-50, 1, 0],
    [170, 1, 1],
  ])('with the pointer at %i from place %i goes to %i', (y, from, to) => expect(placeAt(y, rows, from)).toBe(to));
});
