/** A quiz taken as a whole: the time that a learner chooses, nothing told before its end, nothing lost at its end. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus, tabTo } from './learner.ts';
import type { Launch } from './lms.ts';

const HOT: readonly (readonly [RegExp, string])[] = [
  [/salt water freezes/i, 'True'],
  [/ice is heavier/i, 'False'],
  [/sugar lowers/i, 'True'],
  [/ice cream/i, 'False'],
  [/the sea freezes/i, 'False'],
];

/** Answers the question on show, right or wrong; says its prompt. */
async function answer(learner: Learner, right: boolean): Promise<string> {
  const question = learner.frame.locator('.question:not([hidden])');
  const prompt = await question.locator('legend').first().innerText();
  const known = HOT.find(([pattern]) => pattern.test(prompt))?.[1];
  if (known === undefined) await question.getByRole('textbox').fill(right ? '0' : '7');
  else await learner.choose(right ? known : known === 'True' ? 'False' : 'True');
  await learner.press('Save answer');
  await learner.sees('Answer saved');
  return prompt;
}

async function start(launch: Launch, pace: RegExp): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.frame.getByRole('radio', { name: pace }).check();
  await learner.press('Start');
  await learner.frame.getByRole('heading', { name: 'Question 1 of 4' }).waitFor();
  return learner;
}

test('by keyboard: a time is chosen, answers are kept without a verdict, handed in together, and taken again', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').timed);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.sees('You have 10 minutes for these questions.');
  expect(await learner.frame.getByRole('heading', { name: /^Question/ }).count()).toBe(0);
  await tabTo(launch.page, learner.frame, 'radio', /^Standard/);
  await launch.page.keyboard.press('ArrowDown');
  await tabTo(launch.page, learner.frame, 'button', 'Start');
  await launch.page.keyboard.press('Enter');
  await learner.sees(/^(15:00|14:5\d)$/);
  expect((await describeFocus(learner.frame)).name).toBe('Question 1 of 4');
  for (const number of [1, 2, 3, 4]) {
    await answer(learner, number > 1);
    expect(await learner.frame.getByText(/Correct|Not quite|Explanation/).filter({ visible: true }).count()).toBe(0);
    if (number < 4) await learner.next(number + 1);
  }
  await learner.press('Review and hand in');
  await learner.sees('Every question is answered.');
  expect((await describeFocus(learner.frame)).name).toBe('Review your answers');
  await learner.press('Hand in answers');
  await learner.sees('You scored 75%');
  await learner.press('Try again (1 attempt left)');
  await learner.sees('Attempt 2 of 2');
});

test('the time goes on where it was left, with the answers, and the same questions are drawn', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').timed);
  const launch = await lms.launch();
  const learner = await start(launch, /^2 ×/);
  const prompts = [await answer(learner, true)];
  for (const number of [2, 3, 4]) {
    await learner.next(number);
    prompts.push(await learner.frame.locator('.question:not([hidden]) legend').first().innerText());
    if (number < 4) await answer(learner, true);
  }
  await learner.exit();
  const again = new Learner(await lms.launch());
  await again.sees('You stopped at question 4 of 4.');
  await again.press('Continue');
  await again.sees(/^19:\d\d$/);
  const shown: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    await again.frame.getByRole('link', { name: new RegExp(`^Question ${number} of 4`) }).click();
    const question = again.frame.locator('.question:not([hidden])');
    shown.push(await question.locator('legend').first().innerText());
    expect(await question.getByText('Answer saved').count()).toBe(number < 4 ? 1 : 0);
  }
  expect(shown).toEqual(prompts);
});

test('time is said while it runs out, can be extended, and at its end what was entered is handed in', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').timed);
  const launch = await lms.launch();
  await launch.page.clock.install();
  const learner = await start(launch, /^Standard/);
  await launch.page.clock.runFor('05:01');
  await learner.sees('5 minutes left');
  await learner.press('More time');
  await learner.sees('2 minutes 30 seconds added');
  await learner.press('Hide clock');
  expect(await learner.frame.getByRole('timer').count()).toBe(0);
  await answer(learner, true);
  await learner.press('Change answer');
  await learner.frame.getByRole('link', { name: /^Question 2 of 4/ }).click();
  const question = learner.frame.locator('.question:not([hidden])');
  if ((await question.getByRole('textbox').count()) > 0) await question.getByRole('textbox').fill('0');
  else await question.getByRole('radio').first().check();
  await launch.page.clock.runFor('08:00');
  await learner.sees('The time is over. Your answers were handed in.');
  await learner.sees(/^You scored/);
  expect(await learner.frame.getByText('Not answered').filter({ visible: true }).count()).toBe(2);
});
