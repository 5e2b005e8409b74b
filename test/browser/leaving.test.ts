/** Every way of leaving a course, and what the LMS and the next launch know afterwards (decisions, Leaving). */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch, Lms } from './lms.ts';

/** One answer given and confirmed; the learner stands at question 2. */
async function oneAnswerIn(lms: Lms, launch: Launch): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await learner.next(2);
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('correct');
  return learner;
}

/** "Continue" leads to the question that was left; after an end without warning, to the last one saved. */
async function findsTheAnswer(launch: Launch, place = /^Question 2 of 4/): Promise<void> {
  const learner = new Learner(launch);
  await learner.sees('You stopped at');
  await learner.press('Continue');
  await learner.frame.getByRole('heading', { name: place }).waitFor();
  await learner.frame.getByRole('link', { name: /^Question 1 of 4/ }).click();
  await learner.sees('Yeast breathes out carbon dioxide');
}

test.for([
  { name: 'Save and exit', leave: (launch: Launch) => new Learner(launch).exit() },
  { name: 'closing the tab', leave: (launch: Launch) => launch.closeTab() },
  { name: 'another page of the LMS', leave: (launch: Launch) => launch.page.getByRole('link', { name: 'Other page' }).click() },
  { name: 'the LMS removing the frame', leave: (launch: Launch) => launch.removeFrame() },
])('after $name the session is over, its time counted, and a relaunch resumes', async ({ leave }, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await oneAnswerIn(lms, launch);
  await leave(launch);
  await expect.poll(() => lms.stored().terminated).toBe(true);
  expect(lms.values()['exit']).toBe('suspend');
  expect(lms.stored().totalSeconds).toBeGreaterThan(0);
  await expect.poll(() => launch.calls('Terminate').length).toBe(1);
  const methods = launch.calls().map((call) => call.method);
  expect(methods.slice(methods.lastIndexOf('Terminate') + 1).filter((method) => method !== 'GetLastError')).toEqual([]);
  expect(launch.dialogs).toEqual([]);
  await findsTheAnswer(await lms.launch());
});

test('closing the window that the course was opened in ends the session', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'popup' });
  await oneAnswerIn(lms, launch);
  await launch.closeCourseWindow();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  await findsTheAnswer(await lms.launch({ frame: 'popup' }));
});

test('a course in a window of its own closes that window on "Save and exit"', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'popup' });
  const learner = await oneAnswerIn(lms, launch);
  const window = launch.frame().page();
  // The window may be gone before the click has been reported; what counts is that it goes.
  const [closed] = await Promise.allSettled([window.waitForEvent('close'), learner.press('Save and exit')]);
  expect(closed.status).toBe('fulfilled');
  await expect.poll(() => lms.stored().terminated).toBe(true);
});

test('an LMS window closed under the course: the course says that it cannot save, and breaks nothing', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'popup' });
  const learner = await oneAnswerIn(lms, launch);
  await launch.closeTab();
  await learner.choose('Gluten', 'Starch gel');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.sees('Not saved');
  expect(launch.errors).toEqual([]);
  await findsTheAnswer(await lms.launch(), /^Question [12] of 4/);
});

test('an LMS that a portal of another origin frames is found, and without an API there the course still teaches', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'portal' });
  await oneAnswerIn(lms, launch);
  expect(launch.complaints()).toEqual([]);
  const alone = await lms.launch({ frame: 'portal', api: false });
  await new Learner(alone).sees(/nothing is recorded, because no LMS was found/);
  expect(alone.complaints()).toEqual([]);
});

test('going back to the LMS page after leaving it resumes', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await oneAnswerIn(lms, launch);
  await launch.page.getByRole('link', { name: 'Other page' }).click();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  await launch.page.goBack();
  await launch.whenReady();
  await findsTheAnswer(launch);
});

test.for([
  { name: 'a browser killed in the middle of an answer', beacons: true, leave: (launch: Launch) => launch.kill() },
  { name: 'a closed tab on an LMS that saves only by synchronous requests', beacons: false, leave: (launch: Launch) => launch.closeTab() },
])('$name loses nothing that was answered', async ({ beacons, leave }, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ beacons });
  const learner = await oneAnswerIn(lms, launch);
  await learner.choose('Gluten');
  await leave(launch);
  expect(lms.stored().terminated).toBe(false);
  expect(lms.values()).toMatchObject({ exit: 'suspend', suspend_data: expect.any(String) });
  await findsTheAnswer(await lms.launch(), /^Question [12] of 4/);
});

test('a hidden tab commits and goes on', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = await oneAnswerIn(lms, launch);
  const before = lms.stored().commits;
  // Headless Chromium keeps every tab visible, so the event is told what a hidden tab would tell.
  await launch.frame().evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await expect.poll(() => lms.stored().commits).toBeGreaterThan(before);
  expect(lms.stored().terminated).toBe(false);
  await launch.frame().evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await learner.choose('Gluten', 'Starch gel');
  await learner.check();
  await expect.poll(() => lms.values()['interactions.1.result']).toBe('correct');
});

test('a reloaded frame says that the course is closed; reloading the LMS page resumes', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await oneAnswerIn(lms, launch);
  await launch.reloadFrame();
  await new Learner(launch).sees(/saved, but this course is closed now\. Reopen it from your LMS/);
  await launch.page.reload();
  await launch.whenReady();
  await findsTheAnswer(launch);
});

test('after exit nothing more can be answered or recorded', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = await oneAnswerIn(lms, launch);
  await learner.exit();
  await learner.sees('Your work is saved.');
  expect(await learner.button('Check answer').filter({ visible: true }).count()).toBe(0);
  await launch.closeTab();
  await expect.poll(() => launch.calls('Terminate').length).toBe(1);
  expect(launch.calls().filter((call) => call.method === 'SetValue' && call.result !== 'true')).toEqual([]);
});

test('two tabs of one course do not destroy what the other stored', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  await oneAnswerIn(lms, first);
  const second = await lms.launch({ sharing: first });
  await findsTheAnswer(second, /^Question [12] of 4/);
  await first.closeTab();
  await expect.poll(() => first.calls('Terminate').length).toBe(1);
  const learner = new Learner(second);
  await learner.exit();
  await expect.poll(() => second.calls('Terminate').length).toBe(1);
  expect(lms.values()['interactions.0.result']).toBe('correct');
});

test('the next learner on the same computer sees nothing of the one before', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  await oneAnswerIn(lms, first);
  await new Learner(first).exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const second = await lms.launch({ sharing: first, learner: 'learner-2' });
  const learner = new Learner(second);
  await learner.open('Check');
  expect(await learner.button('Check answer').isVisible()).toBe(true);
  expect(await learner.frame.getByText('You stopped at').count()).toBe(0);
});

test('when the LMS does not save, the page says so, keeps trying and says when it worked', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Check');
  launch.settings.saves = false;
  await learner.choose('Carbon dioxide');
  await learner.check();
  await learner.sees('Not saved – we will keep trying');
  launch.settings.saves = true;
  await learner.next(2);
  await learner.choose('Gluten', 'Starch gel');
  await learner.check();
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.result': 'correct', 'interactions.1.result': 'correct' });
  await expect.poll(() => learner.frame.getByText('Not saved').filter({ visible: true }).count()).toBe(0);
});

test('"Start again" begins at the top and takes nothing from the record', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const learner = await oneAnswerIn(lms, first);
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const second = await lms.launch();
  const again = new Learner(second);
  await again.press('Start again');
  await again.frame.getByRole('tabpanel', { name: 'Read' }).waitFor();
  await again.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  expect(lms.values()).toMatchObject({ 'interactions.0.result': 'correct', 'score.raw': expect.not.stringMatching(/^0$/) });
});

test('without an LMS the page says that nothing is recorded, and still teaches', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.openAlone();
  const learner = new Learner(launch);
  await learner.sees(/nothing is recorded, because no LMS was found/);
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.sees('Yeast breathes out carbon dioxide');
  expect(launch.complaints()).toEqual([]);
});
