/** LMSs as old and as odd as they are met: where the API is, what it is made of, and what it answers. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { LaunchOptions } from './lms.ts';

const FINDS: (LaunchOptions & { learner: string })[] = [
  { learner: 'window', frame: 'popup-nested' },
  { learner: 'sandboxed', frame: 'sandboxed' },
  { learner: 'applet', applet: true },
  { learner: 'applet-window', frame: 'popup-nested', applet: true, beacons: false },
];

test('an API behind an opener, over a sandboxed frame, or made as an applet: answers arrive, are read again and end once', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  await Promise.all(
    FINDS.map(async (options) => {
      const first = await lms.launch(options);
      const learner = new Learner(first);
      await learner.open('Check');
      await learner.choose('Oxygen');
      await learner.check();
      await learner.press('Try again');
      await learner.choose('Carbon dioxide');
      expect(await learner.check()).toMatch(/^Correct/);
      await expect.poll(() => lms.values(options.learner)['interactions.1.result'], { message: options.learner }).toBe('correct');
      await first.kill();

      const second = await lms.launch(options);
      const again = new Learner(second);
      await again.sees('You stopped at');
      await again.press('Continue');
      await again.sees('Yeast breathes out carbon dioxide');
      await Promise.allSettled([again.press('Save and exit')]);
      await expect.poll(() => lms.stored(options.learner).terminated, { message: options.learner }).toBe(true);
      const values = lms.values(options.learner);
      expect(Object.keys(values).filter((name) => /^interactions\.\d+\.id$/.test(name)), options.learner).toHaveLength(2);
      expect(values['score.raw'], options.learner).toBe('40');
      expect(second.calls('Terminate'), options.learner).toHaveLength(1);
      expect(second.errors, options.learner).toEqual([]);
      await second.context.close();
    }),
  );
});

test('a window that may not know who opened it finds no LMS, says so, and still teaches', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'noopener' });
  const learner = new Learner(launch);
  await learner.sees(/nothing is recorded, because no LMS was found/);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  expect(await learner.check()).toMatch(/^Correct/);
  expect(launch.calls()).toEqual([]);
  expect(launch.errors).toEqual([]);
});
