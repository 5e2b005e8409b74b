/** What assistive technology is told, as golden trees: every kind of page and of question, before and after an answer. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

const file = join(import.meta.dirname, 'trees.txt');

test('the accessibility trees of pages and questions are the golden ones', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyQuestion);
  const learner = new Learner(await lms.launch({ looksAway: true }));
  const { frame } = learner;
  const trees: string[] = [];
  const tell = async (name: string, part: Locator): Promise<void> => {
    trees.push(`== ${name}\n${await part.ariaSnapshot()}`);
  };
  await learner.sees('Saved');
  await frame.getByRole('button', { name: 'Contents' }).click();
  const tools = frame.getByRole('navigation', { name: 'Lessons' });
  await learner.press('Search');
  await frame.getByRole('searchbox').fill('sprockets');
  await learner.sees(/places? found/);
  await tell('search', tools);
  await learner.press('Display');
  await frame.getByText('Line spacing').waitFor();
  await tell('display', tools);
  await learner.press('Display');
  await tell('the whole page of the home, its contents open', frame.locator('body'));
  await frame.getByRole('button', { name: 'Contents' }).click();
  await learner.openLesson('The bicycle check');
  await tell('a lesson to be read', frame.getByRole('main'));
  await learner.open('Slides');
  await frame.getByRole('button', { name: 'Next slide' }).waitFor();
  await tell('a slide', frame.getByRole('tabpanel', { name: 'Slides' }));
  await learner.open('Check');
  const question = frame.locator('.question:visible');
  for (let number = 1; number <= 12; number++) {
    await frame.getByRole('heading', { name: new RegExp(`^Question ${number} of 12`) }).waitFor();
    await tell(`question ${number}`, question);
    await learner.answerSomehow(question);
    await question.locator('[data-action="check"]').click();
    // Answered means that the way on is there.
    const marked = question.getByRole('button', { name: 'Partly' });
    const onwards = question.getByRole('button', { name: /^(Next question|See results)$/ });
    await marked.or(onwards).first().waitFor();
    if ((await marked.count()) > 0) await marked.click();
    await onwards.waitFor();
    await tell(`question ${number}, answered`, question);
    await onwards.click();
  }
  await frame.getByRole('heading', { name: /^You scored/ }).waitFor();
  await tell('results', frame.locator('lectern-results'));
  await frame.getByText('Help and accessibility').click();
  await tell('help', frame.getByRole('contentinfo'));
  await learner.exit();
  await tell('the last page', frame.locator('body'));
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const again = new Learner(await lms.launch({ looksAway: true }));
  await again.sees('You stopped at');
  await tell('the card that leads on', again.frame.getByRole('main'));

  const tides = await lmsWith(inject('packages').guess);
  const guesser = new Learner(await tides.launch({ looksAway: true }));
  const guesses = (at: Learner): Locator => at.frame.getByRole('region', { name: 'Before you read' });
  await guesser.sees('Saved');
  await tell('guesses before the text', guesses(guesser));
  await guesses(guesser).getByRole('radio', { name: 'The wind' }).check();
  await guesses(guesser).getByRole('button', { name: 'Save answer' }).first().click();
  await guesses(guesser).getByText('Answer saved').waitFor();
  await tell('guesses before the text, one made', guesses(guesser));
  await guesser.exit();
  await expect.poll(() => tides.stored().terminated).toBe(true);
  const lookingBack = new Learner(await tides.launch({ mode: 'review' }));
  await lookingBack.sees('What you guessed');
  await tell('guesses, looked back at', guesses(lookingBack));

  // The build is named in the page and changes with every change of Lectern.
  const told = `${trees.join('\n\n').replace(/\b[0-9a-f]{12}\b/g, 'BUILD').replace(/Lectern \d+\.\d+\.\d+/g, 'Lectern VERSION').replace(/\b\d{1,2}:\d{2}(?: [AP]M)?\b/g, 'TIME')}\n`;
  const golden = await readFile(file, 'utf8').catch(() => '');
  if (process.env['UPDATE'] === '1' && told !== golden) {
    await writeFile(file, told);
    expect.fail(`${file} was rewritten; look at the difference and run again without UPDATE.`);
  }
  expect(told).toBe(golden);
});
