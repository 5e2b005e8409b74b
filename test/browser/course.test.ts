/** A course of several lessons: its home, chunks loaded when opened, one score over all, resume across lessons. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

const COURSE = 'Tea in three lessons';

async function answer(learner: Learner, option: string): Promise<void> {
  await learner.open('Check');
  await learner.choose(option);
  await learner.check();
}

test('the home lists the lessons without loading any, and a lesson is loaded once, when opened', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.sees(COURSE);
  const main = learner.frame.getByRole('main');
  expect(await main.getByRole('listitem').getByRole('link').allInnerTexts()).toHaveLength(3);
  const before = [...launch.requests];
  await learner.openLesson('The water');
  await learner.sees('Green tea turns bitter in boiling water');
  expect(launch.requests.slice(before.length)).toHaveLength(1);
  expect(launch.complaints()).toEqual([]);
});

test('the home begins the course with one press, and offers it no more to who has begun', async ({ lmsWith }) => {
  const learner = new Learner(await (await lmsWith(inject('packages').threeLessons)).launch());
  await learner.sees('Saved');
  const start = learner.frame.getByRole('link', { name: 'Start the course' });
  await start.click();
  await learner.frame.getByRole('heading', { level: 1, name: 'The leaf', exact: true }).waitFor();
  await learner.readEverything();
  await learner.frame.getByRole('banner').getByRole('link', { name: COURSE }).click();
  await learner.frame.getByRole('heading', { level: 1, name: COURSE }).waitFor();
  expect(await start.isVisible()).toBe(false);
});

test('one score over all lessons: passed only when enough of the whole course is right', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('The leaf');
  await answer(learner, 'Camellia sinensis');
  await expect.poll(() => lms.values()).toMatchObject({ 'score.raw': expect.stringMatching(/^33\.3/), success_status: 'unknown' });
  await learner.openLesson('The water', COURSE);
  await answer(learner, 'About 75 °C');
  await expect.poll(() => lms.values()).toMatchObject({ 'score.raw': expect.stringMatching(/^66\.6/), success_status: 'passed' });
  expect(lms.values()['completion_status']).toBe('incomplete');
  expect(launch.complaints()).toEqual([]);
});

test('a lesson left before its first section was read is offered again', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const learner = new Learner(await lms.launch());
  await learner.openLesson('The water');
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const back = new Learner(await lms.launch());
  await back.sees('You stopped at');
  await back.press('Continue');
  await back.frame.getByRole('heading', { level: 1, name: 'The water' }).waitFor();
});

test('resume opens the lesson that was left, by its own chunk alone', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const first = await lms.launch();
  const learner = new Learner(first);
  await learner.openLesson('The cup');
  await answer(learner, 'Ten minutes');
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);

  const second = await lms.launch();
  const back = new Learner(second);
  await back.sees('You stopped at');
  await back.press('Continue');
  await back.frame.getByRole('heading', { level: 1, name: 'The cup' }).waitFor();
  // The first lesson comes along with the home; of the others only the one that was left is fetched.
  expect(second.requests.filter((path) => /leaf|water|t2/.test(path))).toEqual([]);
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
  const lessons = { 'The leaf': 'Camellia sinensis', 'The water': 'About 75 °C', 'The cup': 'Two minutes' };
  for (const [index, [title, right]] of Object.entries(lessons).entries()) {
    await learner.openLesson(title, index === 0 ? undefined : COURSE);
    await answer(learner, right);
    await learner.readEverything();
  }
  await expect.poll(() => lms.values()).toMatchObject({ completion_status: 'completed', success_status: 'passed', progress_measure: '1' });
});
