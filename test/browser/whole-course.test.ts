/** A course from its home to its last page with one hand only: the keyboard, or a pointer that clicks and never drags. */
import type { Frame, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus } from './learner.ts';

const HANDS_IN = /^(Check answer|Compare with model answer|Submit answer)$/;
const ONWARDS = /^(Next question|See results)$/;
const QUESTIONS = 12;

const heading = (frame: Frame, name: RegExp): Locator => frame.getByRole('heading', { name });

/** Presses `key` until what has the focus is wanted; `passing` sees everything on the way. */
async function travel(page: Page, frame: Frame, wanted: (focus: { role: string; name: string }) => boolean, options: { key?: string; passing?: (focus: { role: string; name: string }) => Promise<void> } = {}): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press(options.key ?? 'Tab');
    const focus = await describeFocus(frame);
    if (wanted(focus)) return;
    passed.push(`${focus.role} “${focus.name}”`);
    await options.passing?.(focus);
  }
  expect.fail(`never came there, but to ${passed.join(', ')}`);
}

/** Gives whatever answer the controls of the open question take, in the order in which Tab comes to them. */
async function answerByKeys(page: Page, frame: Frame): Promise<void> {
  let lists = 0;
  let moved = false;
  await travel(page, frame, ({ name }) => HANDS_IN.test(name), {
    passing: async ({ role, name }) => {
      if (role === 'radio' || role === 'checkbox') await page.keyboard.press('Space');
      else if (role === 'text' || role === 'textbox') await page.keyboard.type('4');
      else if (role === 'combobox') for (let n = 0, many = ++lists; n < many; n++) await page.keyboard.press('ArrowDown');
      else if (/^Move .* down$/.test(name) && !moved) {
        moved = true;
        await page.keyboard.press('Enter');
      }
    },
  });
  await page.keyboard.press('Enter');
}

test('the whole course by keyboard alone, from the home to the last page', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch();
  const { page } = launch;
  const frame = launch.frame();
  await new Learner(launch).sees('Saved');
  // From the LMS page into the course, by the link that skips what every page has.
  await travel(page, frame, ({ name }) => name === 'Skip to lesson');
  await page.keyboard.press('Enter');
  await travel(page, frame, ({ role, name }) => role === 'link' && name.endsWith('The bicycle check'));
  await page.keyboard.press('Enter');
  await heading(frame, /^The bicycle check$/).first().waitFor();
  await travel(page, frame, ({ role, name }) => role === 'tab' && name === 'Read');
  await page.keyboard.press('ArrowRight');
  expect(await describeFocus(frame)).toEqual({ role: 'tab', name: 'Slides' });
  await travel(page, frame, ({ role, name }) => role === 'button' && name === 'Next slide');
  await page.keyboard.press('Enter');
  await frame.locator('#lectern-slide-2:visible').waitFor();
  await travel(page, frame, ({ role, name }) => role === 'tab' && name === 'Slides', { key: 'Shift+Tab' });
  await page.keyboard.press('End');
  for (let number = 1; number <= QUESTIONS; number++) {
    await heading(frame, new RegExp(`^Question ${number} of ${QUESTIONS}$`)).waitFor();
    await answerByKeys(page, frame);
    await travel(page, frame, ({ name }) => ONWARDS.test(name), {
      passing: async ({ name }) => {
        if (name === 'Partly') await page.keyboard.press('Enter');
      },
    });
    await page.keyboard.press('Enter');
  }
  await heading(frame, /^You scored/).waitFor();
  expect((await describeFocus(frame)).name).toMatch(/^You scored/);
  await travel(page, frame, ({ name }) => name === 'Help and accessibility');
  await page.keyboard.press('Space');
  await frame.getByText('Course version').filter({ visible: true }).last().waitFor();
  await travel(page, frame, ({ name }) => name === 'Save and exit', { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await frame.getByText('You can close this window').waitFor();
  expect(launch.complaints()).toEqual([]);
});

/** Clicks in the middle of what is seen; what lies under another thing is not reached. */
async function answerByClicks(question: Locator): Promise<void> {
  for (const group of await question.getByRole('group').all()) {
    const option = group.locator('> .options label, .sort-options label, label:has(input)').first();
    if ((await option.count()) > 0) await option.click();
  }
  for (const text of await question.getByRole('textbox').all()) await text.fill('4');
  // The list itself is drawn by the system, out of a test's reach.
  for (const [index, list] of (await question.getByRole('combobox').all()).entries()) await list.selectOption({ index: index + 1 });
  const down = question.getByRole('button', { name: /^Move .* down$/ });
  if ((await down.count()) > 0) await down.first().click();
  await question.getByRole('button', { name: HANDS_IN }).click();
}

test('the whole course by clicks alone: nothing is dragged, and choosing neither hands in nor moves on', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch({ context: { hasTouch: true } });
  const learner = new Learner(launch);
  const { frame } = learner;
  await frame.getByRole('main').getByRole('link', { name: /The bicycle check$/ }).click();
  await learner.open('Check');
  expect(await frame.getByRole('navigation', { name: 'Questions' }).getByRole('link').count()).toBe(QUESTIONS);
  for (let number = 1; number <= QUESTIONS; number++) {
    await heading(frame, new RegExp(`^Question ${number} of ${QUESTIONS}$`)).waitFor();
    const question = frame.locator('.question:visible');
    if (number === 1) {
      const first = question.getByRole('radio').first();
      await first.click();
      // Chosen, and nothing else: same question, same button, no verdict (SC 3.2.2).
      expect(await first.isChecked()).toBe(true);
      expect(await question.locator('[aria-live]').first().textContent()).toBe('');
      // A press that ends elsewhere does nothing (SC 2.5.2).
      const button = await question.getByRole('button', { name: HANDS_IN }).boundingBox();
      if (button === null) throw new Error('the button is out of sight');
      await launch.page.mouse.move(button.x + 5, button.y + 5);
      await launch.page.mouse.down();
      await launch.page.mouse.move(button.x + 5, button.y - 60);
      await launch.page.mouse.up();
      expect(await question.getByRole('button', { name: HANDS_IN }).count()).toBe(1);
    }
    await answerByClicks(question);
    const partly = question.getByRole('button', { name: 'Partly' });
    if ((await question.getByText('How did you do?').count()) > 0) await partly.click();
    await question.getByRole('button', { name: ONWARDS }).click();
  }
  await heading(frame, /^You scored/).waitFor();
  await frame.getByRole('link', { name: 'Put the change of a chain in order.' }).click();
  await heading(frame, new RegExp(`^Question 7 of ${QUESTIONS}$`)).waitFor();
  await learner.exit();
  expect(launch.complaints()).toEqual([]);
});
