/** Active time counts presence, not an open tab. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { activeTime } from './active-time.ts';

it('counts while the learner is here', () => {
  const time = activeTime(0);
  time.touch(60);
  expect(time.seconds(100)).toBe(100);
});

it('stops while the page is hidden and goes on when it is shown', () => {
  const time = activeTime(0);
  time.hide(30);
  expect(time.seconds(1000)).toBe(30);
  time.touch(2000);
  expect(time.seconds(2010)).toBe(40);
});

it('stops five minutes after the last touch', () => {
  const time = activeTime(0);
  time.touch(100);
  expect(time.seconds(5000)).toBe(400);
  time.touch(6000);
  expect(time.seconds(6007)).toBe(407);
});

it('never counts more than has passed, and never goes back', () => {
  const event = fc.record({ kind: fc.constantFrom('touch', 'hide', 'ask'), after: fc.integer({ min: 0, max: 900 }) });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const time = activeTime(0);
      let now = 0;
      let last = 0;
      for (const { kind, after } of events) {
        now += after;
        if (kind === 'touch') time.touch(now);
        if (kind === 'hide') time.hide(now);
        const counted = time.seconds(now);
        expect(counted).toBeGreaterThanOrEqual(last);
        expect(counted).toBeLessThanOrEqual(now);
        last = counted;
      }
    }),
  );
});
