/** What a screen reader stumbled over when it was heard: said twice, said unasked, said again with each letter. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

test('what changes is announced, what merely stands there is not, and nothing stands empty or twice in the way', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').bicycle);
  const first = new Learner(await lms.launch());
  await first.frame.locator('#lectern-save-state').getByText('Saved', { exact: true }).waitFor();
  expect(await first.frame.locator('#lectern-save-state').getAttribute('aria-live'), 'the state at the start is no news').toBe('off');
  // A status bar is a stop of its own for some readers, which then leave out what is written on it.
  expect(await first.frame.locator('[role=status], :is(progress, [role=progressbar]):not([aria-hidden]), dt dfn').count()).toBe(0);

  await first.open('Check');
  // Read as one line by some readers, whatever the layout: white space that is laid out keeps the words apart.
  expect(await first.frame.locator('.choose').evaluateAll((all) => all.map((how) => getComputedStyle(how, '::before').content))).toContain('"\u00a0"');
  expect(await first.frame.locator('.tabs').evaluate((row) => row.scrollHeight - row.clientHeight), 'the row of tabs cannot be scrolled').toBe(0);
  const question = first.frame.locator('.question:not([hidden])');
  expect(await question.locator('.verdict').getAttribute('aria-live'), 'ready before there is a verdict').toBe('polite');
  await first.choose('The spokes');
  await first.check();
  expect(await question.locator('.verdict').getAttribute('aria-live')).toBe('polite');

  await first.frame.getByRole('link', { name: /^Question 4 of/ }).click();
  const blank = first.frame.getByRole('textbox', { name: /^Blank 1/ });
  const described = (): Promise<string | null | undefined> => blank.evaluate((input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent);
  const before = await described();
  expect(before).toContain('…');
  await blank.fill('chain');
  expect(await described(), 'not changed by what is written').toBe(before);

  await first.frame.getByRole('link', { name: /^Question 7 of/ }).click();
  await first.press('Check answer');
  const told = first.frame.locator('.question:not([hidden]) [aria-describedby]');
  expect(await told.evaluateAll((controls) => new Set(controls.map((control) => control.closest('li'))).size), 'the message is said with the first step, not with each').toBe(1);
  expect(await told.and(first.frame.locator(':focus')).getAttribute('aria-disabled')).toBe(null);

  await first.exit();
  const again = new Learner(await lms.launch());
  await again.sees('You stopped at question');
  await again.open('Check');
  await again.frame.getByRole('link', { name: /^Question 1 of/ }).click();
  const verdict = again.frame.locator('.question:not([hidden]) .verdict');
  await verdict.getByText('Not quite').waitFor();
  expect(await verdict.getAttribute('aria-live'), 'an old verdict is no news').toBe('off');
  await again.press('Try again');
  await again.check();
  expect(await verdict.getAttribute('aria-live')).toBe('polite');
});
