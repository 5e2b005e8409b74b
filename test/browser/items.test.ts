/** Answering each item type as a learner does: by the controls' names, with the pointer and with the keyboard alone. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus, tabTo } from './learner.ts';
import type { Launch } from './lms.ts';

test('a wrong choice is told in words, explained, and can be tried again with it still marked', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  expect(await learner.question('Which gas makes a dough rise?').isVisible()).toBe(true);
  await learner.sees('2 points');
  await learner.choose('Oxygen');
  expect(await learner.check()).toBe('Not quite. Explanation below, 1 attempt left');
  await learner.sees('Yeast uses oxygen up; it does not make it.');
  await learner.sees('Your answer');
  expect(await describeFocus(learner.frame)).toEqual({ role: 'button', name: 'Try again' });
  await learner.press('Try again');
  expect(await learner.frame.getByRole('radio', { name: 'Oxygen' }).isChecked()).toBe(true);
  await learner.choose('Carbon dioxide');
  expect(await learner.check()).toMatch(/^Correct\. Explanation below/);
  await learner.sees('Yeast breathes out carbon dioxide as it eats sugar.');
  await learner.sees('Correct answer');
});

test('checking without an answer submits nothing and leads back to the first option', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.press('Check answer');
  await learner.sees('Choose an answer');
  expect((await describeFocus(learner.frame)).role).toBe('radio');
  const calls = await launch.settled();
  expect(calls.filter((call) => call.method === 'SetValue' && (call.args[0] ?? '').startsWith('cmi.interactions.'))).toEqual([]);
});

test('hints open one after the other', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  expect(await learner.frame.getByText('Hint 2 of 2').isVisible()).toBe(false);
  await learner.frame.getByText('Hint 1 of 2').click();
  await learner.sees('It is also in sparkling water.');
  await learner.frame.getByText('Hint 2 of 2').click();
  await learner.sees('Plants take it in.');
});

test('a multiple choice with a wrong part is not correct, and says what was chosen and what is right', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: /^Question 2 of 4/ }).click();
  await learner.sees('Choose all that apply.');
  await learner.choose('Gluten', 'Salt');
  expect(await learner.check()).toMatch(/^Not quite\./);
  await learner.sees('Salt tightens the dough, it holds nothing.');
});

test('a true-false item of one attempt is closed after it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: /^Question 3 of 4/ }).click();
  expect(await learner.question(/^yeast survives baking/i).isVisible()).toBe(true);
  await learner.choose('True');
  expect(await learner.check()).toBe('Not quite. Explanation below, no attempts left');
  await learner.sees('It dies above 60 °C, long before the loaf is done.');
  expect(await learner.button('Try again').count()).toBe(0);
});

test('a short answer shows its model answer only after something was written, and is marked by the learner', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: /^Question 4 of 4/ }).click();
  await learner.press('Compare with model answer');
  await learner.sees('Write an answer first');
  expect(await learner.frame.getByText('Because the crust must brown').count()).toBe(0);
  await learner.frame.getByRole('textbox', { name: 'Your answer' }).fill('It browns.');
  await learner.press('Compare with model answer');
  await learner.sees('Because the crust must brown');
  await learner.sees('Evaporating water cools the crumb.');
  expect(await learner.frame.getByRole('checkbox', { name: 'mentions the water in the crumb', exact: true }).isVisible()).toBe(true);
  await learner.press('Partly');
  await learner.sees('You marked this answer: Partly');
});

test('nothing that gives an answer away can be read in the page or its scripts before answering', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const secrets = ['Yeast uses oxygen up', 'Yeast breathes out', 'Because the crust must brown', 'mentions the browning', 'It dies above 60 °C, long'];
  for (const [path, content] of lms.course.files) {
    const text = Buffer.from(content).toString('utf8');
    expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
  }
});

test('the whole check by keyboard alone', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const { page } = launch;
  const frame = launch.frame();
  const learner = new Learner(launch);
  await tabTo(page, frame, 'tab', 'Read');
  await page.keyboard.press('ArrowRight');
  if ((await describeFocus(frame)).name !== 'Check') await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await frame.getByRole('tabpanel', { name: 'Check' }).waitFor();

  await tabTo(page, frame, 'radio', /./);
  while ((await describeFocus(frame)).name !== 'Carbon dioxide') await page.keyboard.press('ArrowDown');
  await tabTo(page, frame, 'button', 'Check answer');
  await page.keyboard.press('Enter');
  expect(await learner.verdict()).toMatch(/^Correct/);
  await tabTo(page, frame, 'button', 'Next question');
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: 'Question 2 of 4' }).waitFor();
  expect((await describeFocus(frame)).name).toContain('Question 2 of 4');

  await tabTo(page, frame, 'checkbox', 'Gluten');
  await page.keyboard.press('Space');
  await tabToEither(launch, 'checkbox', 'Starch gel');
  await page.keyboard.press('Space');
  await tabTo(page, frame, 'button', 'Check answer');
  await page.keyboard.press('Space');
  expect(await learner.verdict()).toMatch(/^Correct/);
  await tabTo(page, frame, 'button', 'Next question');
  await page.keyboard.press('Enter');

  await tabTo(page, frame, 'radio', 'True');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, frame, 'button', 'Check answer');
  await page.keyboard.press('Enter');
  expect(await learner.verdict()).toMatch(/^Correct/);
  await tabTo(page, frame, 'button', 'Next question');
  await page.keyboard.press('Enter');

  await tabTo(page, frame, 'textbox', 'Your answer');
  await page.keyboard.type('It browns the crust.');
  await tabTo(page, frame, 'button', 'Compare with model answer');
  await page.keyboard.press('Enter');
  await learner.sees('Because the crust must brown');
  await tabTo(page, frame, 'button', 'Got it');
  await page.keyboard.press('Enter');
  await tabTo(page, frame, 'button', 'See results');
  await page.keyboard.press('Enter');
  await learner.sees('You scored 100%');
  await tabTo(page, frame, 'button', 'Save and exit');
  await page.keyboard.press('Enter');
  await learner.sees('You can close this window');
});

/** Options are shuffled: the one looked for may stand before the focus. */
async function tabToEither(launch: Launch, role: string, name: string): Promise<void> {
  const { page } = launch;
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press(key);
      const focused = await describeFocus(launch.frame());
      if (focused.role === role && focused.name === name) return;
    }
  }
  expect.fail(`${name} could not be reached from its neighbours`);
}
