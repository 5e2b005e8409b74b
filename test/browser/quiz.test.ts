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
  await learner.sees(/^(15:00|14:\d\d)$/);
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
  await learner.sees(/^You scored/);
  const why = 'The time is over. Your answers were handed in.';
  const headline = learner.frame.locator('.headline');
  expect(await headline.innerText()).toContain(why);
  // Said once, shown once.
  expect(await learner.frame.locator('[aria-live]').filter({ hasText: why }).count()).toBe(1);
  expect(await headline.getByText(why).evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(await learner.frame.getByText('Not answered').filter({ visible: true }).count()).toBe(2);
});

test('what would have been right stays hidden until the course is passed, and stands there from then on: pairs, steps, gaps and choices', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').review);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  await learner.open('Check');
  const question = frame.locator('.question:not([hidden])');
  /** What stands on the page of the right answers; the learner's own wrong ones never have such words. */
  const given = async (number: number): Promise<string[]> => {
    const text = (await frame.locator('.question').nth(number - 1).textContent()) ?? '';
    return ['Correct answer', 'Correct order', 'Belongs at', 'proved', 'Explanation', 'Each has one task', 'stays flat', 'last rise', 'no time'].filter((words) => text.includes(words));
  };
  const check = async (): Promise<void> => {
    expect(await learner.check()).toMatch(/^Not quite/);
    await learner.sees('shown once you have passed');
  };
  for (const [row, target] of ['makes the gas', 'slows the yeast', 'binds the flour'].entries()) await question.getByRole('combobox').nth(row).selectOption({ label: target });
  await check();
  await learner.next(2);
  // Wherever it begins, it ends above all others, and there it goes no further.
  for (const way of ['down', 'up', 'up', 'up']) await question.getByRole('button', { name: `Move Bake the loaf ${way}` }).dispatchEvent('click');
  await check();
  await learner.next(3);
  await question.getByRole('textbox').fill('kneaded');
  await check();
  await learner.next(4);
  await learner.choose('Salt');
  await check();
  expect([await given(1), await given(2), await given(3), await given(4)]).toEqual([[], [], [], []]);
  await learner.next(5);
  // Another visit knows no more than this one.
  await learner.exit();
  const later = await lms.launch();
  const again = new Learner(later);
  await again.press('Continue');
  const now = again.frame.locator('.question');
  const shown = async (number: number): Promise<string> => ((await now.nth(number - 1).textContent()) ?? '').replace(/\s+/g, ' ');
  expect(await shown(1)).toContain('shown once you have passed');
  expect(await shown(3)).not.toContain('proved');
  await again.choose('Dry heat');
  expect(await again.check()).toMatch(/^Correct/);
  expect(await shown(2)).not.toContain('Correct order');
  await again.next(6);
  await again.choose('True');
  expect(await again.check()).toMatch(/^Correct/);
  await expect.poll(() => lms.values()['success_status']).toBe('passed');
  expect(await again.frame.evaluate(() => document.activeElement?.textContent)).toBe('Answered');
  expect(await shown(1)).toMatch(/slows the yeast\s*Correct answer.*Each has one task/);
  expect(await shown(2)).toMatch(/Correct order.*Mix the dough.*Let it rise.*Bake the loaf.*stays flat/);
  expect(await shown(3)).toMatch(/proved.*Correct answer.*last rise/);
  expect(await shown(4)).toMatch(/Baking powder\s*Correct answer.*no time/);
  expect([...launch.complaints(), ...later.complaints()]).toEqual([]);
});

test('the text goes on behind a question once it was answered, and everything that leads there leads to the question until then', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').review);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  const gate = frame.getByText('The lesson goes on here once you have answered the question.');
  await gate.waitFor();
  expect(await gate.evaluate((note) => note.closest('.inline-check'))).toBeNull();
  expect(await frame.getByText(/Whoever hurries|Water wakes/).filter({ visible: true }).count()).toBe(0);
  await learner.press('Contents');
  await frame.getByRole('link', { name: /^Water/ }).click();
  await expect.poll(() => gate.evaluate((note) => note === document.activeElement)).toBe(true);
  await launch.page.emulateMedia({ media: 'print' });
  await learner.sees('Water wakes');
  await launch.page.emulateMedia({ media: 'screen' });
  await learner.choose('False');
  expect(await learner.check()).toMatch(/^Not quite/);
  await learner.sees('Water wakes');
  expect(await gate.count()).toBe(0);
  await learner.exit();
  const later = await lms.launch();
  await new Learner(later).sees('Water wakes');
  expect([...launch.complaints(), ...later.complaints()]).toEqual([]);
});

test('lessons without text begin with their slides or their questions, and lead on from there', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').untold)).launch();
  const learner = new Learner(launch);
  await learner.sees('0 of 2 questions');
  await learner.openLesson('Shown');
  await learner.button('Play').waitFor();
  expect(await learner.frame.getByRole('tab').allTextContents()).toEqual(['Slides', 'Check']);
  await learner.press(/Next.*Check your understanding/);
  await learner.press(/Next.*S2 – Asked/);
  await learner.frame.getByRole('heading', { level: 1, name: 'Asked' }).waitFor();
  await learner.choose('True');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.press('See results');
  await learner.sees('1 of 2 questions');
  expect(await learner.button('Back to reading').count()).toBe(0);
  await learner.press(/Previous.*S1 – Shown/);
  await learner.button('Play').waitFor();
  expect(launch.complaints()).toEqual([]);
});

test('before the text somebody guesses: nothing is told, nothing counts, the guess is there at the next visit, and the text is one link away', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').guess);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const before = (at: Learner) => at.frame.getByRole('region', { name: 'Before you read' });
  await before(learner).getByText('not knowing is fine').waitFor();
  // A written answer is no guess: the third question of the quiz comes second.
  expect(await before(learner).getByRole('group').count()).toBe(2);
  const first = before(learner).locator('[data-item]').first();
  // The way past it comes before it.
  await tabTo(launch.page, learner.frame, 'link', 'Skip to the text');
  await tabTo(launch.page, learner.frame, 'radio', /moon|wind|rivers/);
  await first.getByRole('radio', { name: 'The wind' }).check();
  await first.getByRole('button', { name: 'Save answer' }).click();
  await first.getByText('Answer saved').waitFor();
  expect(await first.innerText()).not.toMatch(/Correct|Not quite|Wind makes waves|follows the moon/);
  const said = (await launch.settled()).map((call) => JSON.stringify(call));
  expect(said.filter((call) => /interactions\.\d|cmi\.score|objectives\.\d+\.(?:score|success)/.test(call) && !/build/.test(call))).toEqual([]);
  await before(learner).getByRole('link', { name: 'Skip to the text' }).click();
  await learner.frame.getByRole('heading', { name: 'Twice a day' }).waitFor();
  await learner.frame.getByRole('link', { name: 'quiz', exact: true }).click();
  expect(await describeFocus(learner.frame)).toMatchObject({ role: 'H2' });
  await learner.choose('The moon');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const back = new Learner(await lms.launch());
  await back.sees('You stopped at');
  await before(back).locator('[data-item]').first().getByText('Your answer').waitFor();
  expect(await before(back).locator('[data-item]').first().getByRole('radio').count()).toBe(0);
  expect(await before(back).locator('[data-item]').last().getByRole('textbox').count()).toBe(1);
  await back.exit();
  // Who looks at the course again is asked for nothing: the guess and what became of it are told in words, the other one is gone.
  const review = new Learner(await lms.launch({ mode: 'review' }));
  await review.sees('Nothing you do here changes your record');
  await before(review).getByText('What you guessed before you read').waitFor();
  expect(await before(review).locator('input, select, textarea, button').filter({ visible: true }).count()).toBe(0);
  const told = await before(review).innerText();
  expect(told).toMatch(/The wind\s+.?\s*Your answer/);
  expect(told).toMatch(/Not quite\.[\s\S]*The tide follows the moon/);
  expect(told).not.toMatch(/How often/);
  const other = new Learner(await lms.launch({ mode: 'review', learner: 'learner-2' }));
  await other.sees('Nothing you do here changes your record');
  expect(await other.frame.locator('.before').count()).toBe(0);
});
