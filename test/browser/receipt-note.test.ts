/** What the page says when an LMS has not confirmed for a while: wherever the learner is, with the way to a receipt. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

test('an LMS that does not save for a while: the note with the receipt stands in every view and lesson until it does', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await launch.page.clock.install();
  await learner.openLesson('The leaf');
  await learner.open('Check');
  launch.settings.saves = false;
  await learner.choose('Camellia sinensis');
  await learner.check();
  const note = learner.frame.getByRole('alert').filter({ hasText: 'Your LMS does not confirm that it saves your work.' });
  expect(await note.count()).toBe(0);
  await launch.page.clock.runFor(21_000);
  await note.filter({ hasText: 'It is kept in this browser' }).waitFor();
  const [receipt] = await Promise.all([launch.page.waitForEvent('download'), note.getByRole('button', { name: 'Save a receipt' }).click()]);
  expect(receipt.suggestedFilename()).toMatch(/^receipt-.+\.json$/);
  await learner.open('Read');
  await note.waitFor();
  // In the room that 400 % zoom leaves the header scrolls away; that nothing is saved does not.
  const strip = learner.frame.locator('.trouble-strip');
  expect(await strip.isVisible()).toBe(false);
  await launch.page.locator('iframe').evaluate((frame) => Object.assign(frame.style, { width: '318px', height: '236px' }));
  await strip.filter({ hasText: 'Not saved' }).filter({ visible: true }).waitFor();
  await learner.frame.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  expect(await strip.evaluate((line) => Math.round(innerHeight - line.getBoundingClientRect().bottom))).toBe(0);
  await launch.page.locator('iframe').evaluate((frame) => Object.assign(frame.style, { width: '1000px', height: '700px' }));
  await learner.openLesson('The water', 'Tea in three lessons');
  await learner.open('Check');
  await note.waitFor();
  await learner.frame.getByRole('banner').getByRole('link', { name: 'Tea in three lessons' }).click();
  await learner.frame.getByRole('heading', { level: 1, name: 'Tea in three lessons' }).waitFor();
  await note.waitFor();
  launch.settings.saves = true;
  await launch.page.clock.runFor(121_000);
  await note.waitFor({ state: 'detached' });
  expect(await strip.count()).toBe(0);
  await learner.sees('3 lessons');
  expect(launch.complaints()).toEqual([]);
});
