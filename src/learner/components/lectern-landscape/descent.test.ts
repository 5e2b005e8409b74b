/** Stepping, running and beginning again, for any size and corner. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUN, STEPS } from '../../../course/landscape.ts';
import { beginAt, fromStart, here, outcomeOf, resized, startRun, takeStep, type Descent } from './descent.ts';

const start = { x: -4, y: 1.6 };

function finished(descent: Descent): Descent {
  let at = startRun(descent);
  for (let i = 0; at.running && i <= RUN; i++) at = takeStep(at);
  return at;
}

describe('a run', () => {
  it('ends at the bottom, off the map, or after its sixty steps', () => {
    expect(finished(beginAt('bowl', start, 0.2)).path).toHaveLength(21);
    expect(finished(beginAt('bowl', start, 0.4)).path).toHaveLength(4);
    expect(finished(beginAt('bowl', start, 0.01)).path).toHaveLength(RUN + 1);
  });

  it('of any size on any surface stops by itself', () => {
    fc.assert(
      fc.property(fc.constantFrom('bowl', 'valley', 'two-dips'), fc.double({ min: STEPS.least, max: STEPS.most, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -1.6, max: 1.6, noNaN: true }), (surface, size, x, y) => {
        const end = finished(beginAt(surface, { x, y }, size));
        expect(end.running).toBe(false);
        expect(outcomeOf({ ...end, running: true })).not.toBeNull();
        expect(end.path.length).toBeLessThanOrEqual(RUN + 1);
      }),
    );
  });

  it('that is over begins at its start again', () => {
    const again = startRun(finished(beginAt('bowl', start, 0.2)));
    expect(again).toMatchObject({ running: true, path: [start] });
  });
});

describe('a step', () => {
  it('is taken from where the ball is, and none is left at the end', () => {
    const one = takeStep(beginAt('bowl', start, 0.1));
    expect(here(one).x).toBeCloseTo(-3.6);
    expect(here(one).y).toBeCloseTo(0.64);
    const over = finished(beginAt('bowl', start, 0.2));
    expect(takeStep(over).path).toHaveLength(over.path.length);
  });

  it('of another size is tried from the start', () => {
    const smaller = resized(takeStep(beginAt('bowl', start, 0.1)), 0.05);
    expect(smaller).toMatchObject({ size: 0.05, path: [start] });
    expect(fromStart(takeStep(smaller)).path).toHaveLength(1);
  });
});
