/** The figures of the landscape: four regimes of one step size. */
import { describe, expect, it } from 'vitest';
import { descend, isThere, run, SHAPES, visit } from './landscape.ts';

const start = { x: -4, y: 1.6 };
const steps = (step: number, most: number) => {
  const { path, outcome } = run('bowl', start, step, most);
  return { steps: path.length - 1, outcome };
};

describe('the bowl', () => {
  it.each([
    [0.05, 86],
    [0.1, 42],
    [0.2, 20],
    [0.3, 16],
    [0.33, 172],
  ])('is left at its lowest point with steps of %s after %s of them', (step, count) => {
    expect(steps(step, 200)).toEqual({ steps: count, outcome: 'there' });
  });

  it('is crawled down with steps of 0.01', () => {
    expect(steps(0.01, 200)).toEqual({ steps: 200, outcome: 'given-up' });
  });

  it('throws the ball out from 0.34 on', () => {
    for (const step of [0.34, 0.37, 0.4]) expect(run('bowl', start, step).outcome).toBe('off');
    const { path } = run('bowl', start, 0.4);
    expect([path.length - 1, path[0]?.loss.toFixed(1), Math.round(path.at(-1)?.loss ?? 0)]).toEqual([3, '15.7', 58]);
  });
});

it('every surface has a slope that its heights bear out, and lowest points where there is none', () => {
  for (const surface of ['bowl', 'valley', 'two-dips'] as const) {
    const shape = SHAPES[surface];
    const at = { x: 1.3, y: -0.7 };
    const slope = shape.gradient(at);
    const tiny = 1e-5;
    expect((shape.height({ ...at, x: at.x + tiny }) - shape.height({ ...at, x: at.x - tiny })) / (2 * tiny)).toBeCloseTo(slope.x, 4);
    expect((shape.height({ ...at, y: at.y + tiny }) - shape.height({ ...at, y: at.y - tiny })) / (2 * tiny)).toBeCloseTo(slope.y, 4);
    for (const lowest of shape.lowest) {
      expect(Math.abs(shape.gradient(lowest).x) + Math.abs(shape.gradient(lowest).y)).toBeLessThan(0.001);
      expect(isThere(surface, lowest)).toBe(true);
      expect(descend(surface, { x: lowest.x + 0.3, y: 0.3 }, 0.05).loss).toBeLessThan(visit(surface, { x: lowest.x + 0.3, y: 0.3 }).loss);
    }
  }
});
