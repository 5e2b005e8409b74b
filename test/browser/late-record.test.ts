/** The page stands before the record is open: what a learner does meanwhile is not lost, and who leaves has opened nothing. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch, Lms } from './lms.ts';

interface Waiting {
  launch: Launch;
  learner: Learner;
  /** Lets the file arrive. */
  arrive(): void;
}

/** A relaunch whose page stands, with one of its scripts still on the line. */
async function before(script: 'player' | 'lesson' | 'record', lms: Lms, sharing?: Launch): Promise<Waiting> {
  const launch = await lms.launch(sharing === undefined ? {} : { sharing });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  await launch.settled();
  const file = script === 'lesson' ? (launch.requests.find((each) => each.startsWith('lessons/')) ?? '') : `${script}.js`;
  let arrive = (): void => undefined;
  launch.settings.held = { file, until: new Promise((resolve) => (arrive = resolve)) };
  await launch.page.reload({ waitUntil: 'commit' });
  await launch.page.frameLocator('iframe').getByRole('contentinfo').waitFor();
  return { launch, learner, arrive };
}

/** What the LMS heard since the relaunch. */
const heard = (launch: Launch): string[] => launch.calls().filter(({ sitting }) => sitting > 1).map(({ method }) => method);

test('an answer that is checked before the record is open is recorded when it is', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, learner, arrive } = await before('record', lms);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.press('Check answer');
  expect(heard(launch)).toEqual([]);
  arrive();
  expect(await learner.verdict()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('correct');
  expect(launch.complaints()).toEqual([]);
});

test('answers and leaving wait together, in whatever order they were pressed: all are recorded, then the record is closed', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, learner, arrive } = await before('record', lms);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.press('Check answer');
  await learner.press('Save and exit');
  await learner.frame.getByRole('link', { name: /^Question 3 of/ }).click();
  await learner.choose('False');
  await learner.press('Check answer');
  arrive();
  await learner.sees('You can close this window');
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.result': 'correct', 'interactions.1.result': 'correct' });
  await expect.poll(() => lms.stored().terminated).toBe(true);
  expect(launch.complaints()).toEqual([]);
});

test('another try that is made before the record is open is another try', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const one = new Learner(first);
  await one.open('Check');
  await one.choose('Oxygen');
  await one.check();
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('incorrect');
  const { learner, arrive } = await before('record', lms, first);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.press('Check answer');
  arrive();
  expect(await learner.verdict()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()['interactions.1.result']).toBe('correct');
});

test('what is written before the record is open is there at the next visit, without another letter', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, learner, arrive } = await before('record', lms);
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
  // Who begins anew before it has come loses neither.
  const last = await before('record', lms, again);
  await toEssay(last.learner);
  await essay(last.learner).fill('It browns');
  last.arrive();
  await expect.poll(() => essay(last.learner).inputValue()).toBe('Because the crust\nIt browns');
});

test.for(['player', 'lesson'] as const)('a view that is asked for before the %s has come is shown when it has', async (script, { lmsWith }) => {
  const { launch, learner: { frame }, arrive } = await before(script, await lmsWith(inject('packages').everyItem));
  const [tab, panel] = [frame.getByRole('tab', { name: 'Check' }), frame.getByRole('tabpanel', { name: 'Check' })];
  await tab.click();
  expect(await panel.count()).toBe(0);
  arrive();
  await panel.waitFor();
  expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(launch.complaints()).toEqual([]);
});

test('before any script has come, a press on the contents, the way on or leaving is carried out later, and one that was followed by another is not', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const contents = await before('player', lms);
  await contents.learner.press('Contents');
  contents.arrive();
  await contents.learner.frame.getByRole('navigation', { name: 'Contents' }).getByRole('link').first().waitFor();
  const onwards = await before('player', lms);
  await onwards.learner.press(/^Next/);
  onwards.arrive();
  await onwards.learner.frame.getByRole('tabpanel', { name: 'Check' }).waitFor();
  const elsewhere = await before('player', lms);
  await elsewhere.learner.frame.getByRole('tab', { name: 'Check' }).click();
  await elsewhere.learner.frame.getByRole('heading', { level: 1 }).click();
  elsewhere.arrive();
  await elsewhere.learner.sees('Saved');
  expect(await elsewhere.learner.frame.getByRole('tabpanel', { name: 'Check' }).count()).toBe(0);
  const leaving = await before('player', lms);
  await leaving.learner.press('Save and exit');
  leaving.arrive();
  await leaving.learner.sees('You can close this window');
  const course = await before('player', await lmsWith(inject('packages').threeLessons));
  await course.learner.press(/^Next/);
  course.arrive();
  await course.learner.frame.getByRole('heading', { level: 1, name: 'The leaf' }).waitFor();
});

test('who leaves before the record is open leaves the LMS as it was', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, learner } = await before('record', lms);
  await learner.open('Check');
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
