/** The page stands before the record is open: what a learner does meanwhile is not lost, and who leaves has opened nothing. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch, Lms } from './lms.ts';

/** A relaunch whose second script is still on the line, and how to let it arrive. */
async function beforeRecord(lms: Lms): Promise<{ launch: Launch; arrive(): void }> {
  const launch = await lms.launch();
  await launch.settled();
  let arrive = (): void => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  launch.settings.held = { file: 'record.js', until };
  await launch.page.reload({ waitUntil: 'commit' });
  await launch.page.frameLocator('iframe').getByRole('contentinfo').waitFor();
  return { launch, arrive };
}

/** What the LMS heard since the relaunch. */
const heard = (launch: Launch): string[] => launch.calls().filter(({ sitting }) => sitting > 1).map(({ method }) => method);

test('an answer that is checked before the record is open is recorded when it is', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, arrive } = await beforeRecord(lms);
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.press('Check answer');
  expect(heard(launch)).toEqual([]);
  arrive();
  expect(await learner.verdict()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('correct');
  expect(launch.complaints()).toEqual([]);
});

test('what is written before the record is open is there at the next visit, without another letter', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, arrive } = await beforeRecord(lms);
  const learner = new Learner(launch);
  const essay = (at: Learner) => at.frame.getByRole('textbox', { name: 'Your answer' });
  const toEssay = async (at: Learner): Promise<void> => {
    await at.open('Check');
    await at.frame.getByRole('link', { name: /^Question 4 of/ }).click();
  };
  await toEssay(learner);
  await essay(learner).fill('Because the crust');
  arrive();
  await learner.sees('Saved');
  const again = await lms.launch({ sharing: launch });
  const other = new Learner(again);
  await toEssay(other);
  await expect.poll(() => essay(other).inputValue()).toBe('Because the crust');
});

test.for(['player.js', 'lesson'])('a view that is asked for before the %s has come is shown when it has', async (late, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await launch.settled();
  const file = late === 'lesson' ? (launch.requests.find((each) => each.startsWith('lessons/')) ?? '') : late;
  let arrive = (): void => undefined;
  launch.settings.held = { file, until: new Promise((resolve) => (arrive = resolve)) };
  await launch.page.reload({ waitUntil: 'commit' });
  await launch.page.frameLocator('iframe').getByRole('contentinfo').waitFor();
  const { frame } = new Learner(launch);
  const [tab, panel] = [frame.getByRole('tab', { name: 'Check' }), frame.getByRole('tabpanel', { name: 'Check' })];
  await tab.click();
  expect(await panel.count()).toBe(0);
  arrive();
  await panel.waitFor();
  expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(launch.complaints()).toEqual([]);
});

test('who leaves before the record is open leaves the LMS as it was', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch } = await beforeRecord(lms);
  await new Learner(launch).open('Check');
  await launch.removeFrame();
  expect(heard(launch)).toEqual([]);
  expect(launch.complaints()).toEqual([]);
  await new Learner(await lms.launch()).open('Check');
});

test('a record whose script does not come says so, and everything is recorded after "Try again"', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await launch.settled();
  launch.settings.refused = /^record\.js$/;
  await launch.page.reload({ waitUntil: 'commit' });
  await launch.whenReady();
  const learner = new Learner(launch);
  await learner.frame.getByRole('alert').filter({ hasText: 'nothing can be recorded yet' }).waitFor();
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.press('Check answer');
  launch.settings.refused = null;
  await learner.press('Try again');
  expect(await learner.verdict()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('correct');
  expect(await learner.frame.getByRole('alert').count()).toBe(0);
});
