/** Lessons that an LMS launches one by one, played in a browser in an LMS page with scorm-again's sequencer. */
import type { Frame, Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import { startSite } from './site.ts';

const item = (lesson: string): string => `item-lesson-units.${lesson}`;
const called = <T>(page: Page, name: string, argument: string): Promise<T> => page.evaluate(([of = '', value]) => (Reflect.get(window, of) as (value: string | undefined) => T)(value), [name, argument]);

async function frameOf(page: Page, file: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[src$="/${file}"]`);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('there is no course in the page');
  return frame;
}

async function lesson(page: Page, file: string, right: string): Promise<Learner> {
  const frame = await frameOf(page, file);
  const learner = new Learner({ frame: () => frame });
  await learner.sees('Saved');
  await learner.readEverything();
  await learner.open('Check');
  await learner.choose(right);
  await learner.check();
  return learner;
}

test('one lesson opens after the other, each with its own page, progress and result', async ({ browser }) => {
  const site = await startSite(inject('packages').lessonUnits);
  onTestFinished(() => site.stop());
  const context = await browser.newContext({ viewport: { width: 1040, height: 800 }, reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}/lms-2004`);

  const first = await lesson(page, 'lesson-t1.html', 'Camellia japonica');
  expect(await first.button(/^Next lesson/).count()).toBe(0);
  expect(await called(page, 'choose', item('t2'))).toBe(false);
  await first.press('Try again');
  await first.choose('Camellia sinensis');
  await first.check();
  await first.press('Next lesson: T2 – The water');

  // The second one is left as soon as it has been opened, and taken up where it was.
  const opened = await frameOf(page, 'lesson-t2.html');
  const learner = new Learner({ frame: () => opened });
  await learner.sees('Saved');
  await learner.exit();
  expect(await called(page, 'choose', item('t3'))).toBe(false);
  expect(await called(page, 'choose', item('t1'))).toBe(true);
  const back = await frameOf(page, 'lesson-t1.html');
  await new Learner({ frame: () => back }).sees(/You stopped at/);
  await back.getByRole('button', { name: 'Next lesson: T2 – The water' }).click();

  await (await lesson(page, 'lesson-t2.html', 'About 75 °C')).press('Next lesson: T3 – The cup');
  const last = await lesson(page, 'lesson-t3.html', 'Two minutes');
  expect(await last.button(/^Next lesson/).count()).toBe(0);
  await last.exit();
  expect(await called(page, 'result', 'organization-lesson-units')).toMatchObject({ completionStatus: 'completed', successStatus: 'passed', score: 1 });
  expect(await page.evaluate(() => Reflect.get(window, 'refused') as string[])).toEqual([]);
});
