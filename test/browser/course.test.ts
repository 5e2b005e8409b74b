/** A course of several lessons: its home, chunks loaded when opened, one score over all, resume across lessons. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

async function openLesson(learner: Learner, title: string): Promise<void> {
  await learner.frame.getByRole('main').getByRole('link', { name: new RegExp(title) }).click();
  await learner.frame.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function answer(learner: Learner, option: string): Promise<void> {
  await learner.open('Check');
  await learner.choose(option);
  await learner.check();
}

test('the home lists the lessons without loading any, and a lesson is loaded once, when opened', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.sees('Tea in three lessons');
  const main = learner.frame.getByRole('main');
  expect(await main.getByRole('link').allInnerTexts()).toHaveLength(3);
  const before = [...launch.requests];
  await openLesson(learner, 'The water');
  await learner.sees('Green tea turns bitter in boiling water');
  expect(launch.requests.slice(before.length)).toHaveLength(1);
  expect(launch.complaints()).toEqual([]);
});

test('one score over all lessons: passed only when enough of the whole course is right', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await openLesson(learner, 'The leaf');
  await answer(learner, 'Camellia sinensis');
  await expect.poll(() => lms.values()).toMatchObject({ 'score.raw': expect.stringMatching(/^33\.3/), success_status: 'unknown' });
  await launch.frame().getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: /The water/ }).click();
  await learner.frame.getByRole('heading', { level: 1, name: 'The water' }).waitFor();
  await answer(learner, 'About 75 °C');
  await expect.poll(() => lms.values()).toMatchObject({ 'score.raw': expect.stringMatching(/^66\.6/), success_status: 'passed' });
  expect(lms.values()['completion_status']).toBe('incomplete');
  expect(launch.complaints()).toEqual([]);
});

test('resume opens the lesson that was left, by its own chunk alone', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const first = await lms.launch();
  const learner = new Learner(first);
  await openLesson(learner, 'The cup');
  await answer(learner, 'Ten minutes');
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);

  const second = await lms.launch();
  const back = new Learner(second);
  await back.sees('You stopped at');
  await back.press('Continue');
  await back.frame.getByRole('heading', { level: 1, name: 'The cup' }).waitFor();
  expect(second.requests.filter((path) => /leaf|water|t1|t2/.test(path))).toEqual([]);
  await back.open('Check');
  await back.sees('By then it is all tannin.');
  await back.press('Try again');
  await back.choose('Two minutes');
  expect(await back.check()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.result': 'incorrect', 'interactions.1.result': 'correct' });
  expect(second.complaints()).toEqual([]);
});

test('read and answered throughout, the course is completed and passed', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  for (const [index, [title, right]] of [['The leaf', 'Camellia sinensis'], ['The water', 'About 75 °C'], ['The cup', 'Two minutes']].entries()) {
    if (index === 0) await openLesson(learner, title ?? '');
    else await launch.frame().getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: new RegExp(title ?? '') }).click();
    await learner.frame.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
    await answer(learner, right ?? '');
    await learner.open('Read');
    for (const part of await learner.frame.locator('section[data-part]').all()) {
      await part.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await expect.poll(async () => part.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight + 1)).toBe(true);
    }
    await expect.poll(() => Number(lms.stored().cmi['progress_measure'] ?? 0), { timeout: 20_000 }).toBeGreaterThan((index + 0.9) / 3);
  }
  await expect.poll(() => lms.values()).toMatchObject({ completion_status: 'completed', success_status: 'passed', progress_measure: '1' });
});
