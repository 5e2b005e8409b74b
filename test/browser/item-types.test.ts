/** Every item type: by keyboard alone, without a fault for axe, the same before and after the upgrade, and found again as it was left. */
import type { Frame, Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus, tabTo } from './learner.ts';
import type { Lms } from './lms.ts';
import { brokenRules } from './page-faults.ts';

const STEPS = ['Take out the wheel', 'Lever one side of the tyre off', 'Find and patch the hole', 'Feel along the inside of the tyre', 'Put the tyre back and pump'];
const HISTORY = [
  'A running machine without pedals', 'Pedals on the front wheel', 'The high wheel', 'A chain to the rear wheel', 'Tyres filled with air', 'Hubs with a quick release', 'Mountain bikes from a factory',
  'Electric motors with lithium batteries',
];

type LmsWith = (zip: string) => Promise<Lms>;

/** The lesson in a window of its own, at one of its questions. */
async function at(lmsWith: LmsWith, number: number): Promise<{ learner: Learner; frame: Frame; page: Page }> {
  const launch = await (await lmsWith(inject('packages').bicycle)).openAlone();
  const learner = new Learner(launch);
  await learner.sees('nothing is recorded');
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: new RegExp(`^Question ${number} of`) }).click();
  return { learner, frame: learner.frame, page: launch.page };
}

/** Tab and Enter, as far as the button is. */
async function pressByKey(page: Page, frame: Frame, name: string): Promise<void> {
  await tabTo(page, frame, 'button', name);
  await page.keyboard.press('Enter');
}

const status = (frame: Frame, text: string | RegExp): Promise<void> => frame.locator('[aria-live]').filter({ hasText: text }).first().waitFor({ state: 'attached' });

describe('by keyboard alone', () => {
  test('a sentence with blanks, each named by the words beside it', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 4);
    await tabTo(page, frame, 'text', 'Blank 1 of 3: after “pedals is the”');
    await page.keyboard.type('Chain-ring');
    await pressByKey(page, frame, 'Check answer');
    await learner.sees('Fill in every blank');
    expect((await describeFocus(frame)).name).toBe('Blank 2 of 3: after “grown by about”');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    expect((await describeFocus(frame)).role).toBe('combobox');
    await page.keyboard.press('i');
    await page.keyboard.press('Tab');
    await pressByKey(page, frame, 'Check answer');
    expect(await learner.verdict()).toBe('Not quite. 1 of 3 right. Explanation below, 1 attempt left');
    expect(await frame.getByRole('textbox', { name: /^Blank 2/ }).getAttribute('aria-invalid')).toBe('true');
    expect(await describeFocus(frame)).toEqual({ role: 'button', name: 'Try again' });
    await page.keyboard.press('Enter');
    await frame.getByRole('textbox', { name: /^Blank 1/ }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('CHAINRING');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0.75');
    await page.keyboard.press('Enter');
    expect(await learner.verdict()).toMatch(/^Correct\./);
    expect(await learner.question('Fill in the blanks.').getByRole('textbox').count()).toBe(0);
  });

  test('a number is read as the learner meant it, and anything else is refused', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 5);
    await tabTo(page, frame, 'text', 'Your answer');
    await page.keyboard.type('three');
    await page.keyboard.press('Enter');
    await learner.sees('Write a number, such as 0.5');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('3,00');
    await page.keyboard.press('Tab');
    await status(frame, 'Read as 3');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await learner.verdict()).toMatch(/^Correct\./);
    await learner.sees('3,00 turns');
  });

  test('pairs, with a list for each', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 6);
    await tabTo(page, frame, 'combobox', 'Chainring');
    await page.keyboard.type('takes');
    await page.keyboard.press('Tab');
    await status(frame, 'Chainring: takes the pull from the cranks. 1 of 3 matched.');
    await page.keyboard.type('takes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('lets');
    await pressByKey(page, frame, 'Check answer');
    await learner.sees('“takes the pull from the cranks” is chosen more than once');
    expect(await describeFocus(frame)).toEqual({ role: 'combobox', name: 'Spoke' });
    await page.keyboard.type('keeps');
    await pressByKey(page, frame, 'Check answer');
    expect(await learner.verdict()).toMatch(/^Correct\./);
  });

  test('steps can be dragged by a grip as well, and Escape takes it back', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 7);
    const rows = learner.question(/Put /).getByRole('listitem');
    const order = async (): Promise<string[]> => (await rows.allTextContents()).map((text) => STEPS.find((step) => text.includes(step)) ?? text);
    const before = await order();
    const [first = '', ...rest] = before;
    const drag = async (): Promise<void> => {
      const grip = await rows.first().locator('.grip').boundingBox();
      const last = await rows.last().boundingBox();
      if (grip === null || last === null) return expect.fail('a row is not on show');
      await page.mouse.move(grip.x + 5, grip.y + 5);
      await page.mouse.down();
      await page.mouse.move(grip.x + 5, last.y + last.height - 3, { steps: 8 });
      await expect.poll(order).toEqual([...rest, first]);
    };
    await drag();
    await page.keyboard.press('Escape');
    await expect.poll(order).toEqual(before);
    await page.mouse.up();
    expect(await order()).toEqual(before);
    await drag();
    await page.mouse.up();
    await status(frame, `${first}, position ${before.length} of ${before.length}`);
    expect(await order()).toEqual([...rest, first]);
    await learner.press('Check answer');
    expect(await learner.verdict()).not.toBe('');
  });

  test.for([6, 9])('things can be dragged to what they belong to as well, and Escape takes it back: question %i', async (number, { lmsWith }) => {
    const { frame, page } = await at(lmsWith, number);
    const question = frame.locator('.question:not([hidden])');
    const row = question.locator('.pair').first();
    const chosen = (): Promise<string[]> => row.locator('option:checked, .sort:has(:checked)').allTextContents();
    const before = await chosen();
    const drag = async (): Promise<string> => {
      const grip = await row.locator('.grip').boundingBox();
      if (grip === null) return expect.fail('the row has no grip');
      await page.mouse.move(grip.x + 5, grip.y + 12);
      await page.mouse.down();
      await page.mouse.move(grip.x + 20, grip.y + 30, { steps: 3 });
      const drop = question.locator('.drop').last();
      const place = await drop.boundingBox();
      if (place === null) return expect.fail('there is nothing to drop on');
      await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 });
      await question.locator('.drop[data-over]').waitFor();
      return drop.innerText();
    };
    await drag();
    await page.keyboard.press('Escape');
    await question.locator('.drops').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await chosen()).toEqual(before);
    const target = await drag();
    await page.mouse.up();
    await expect.poll(chosen).toEqual([target]);
    await status(frame, new RegExp(`${target}\\. 1 of \\d (?:matched|sorted)`));
  });

  test.for([
    [7, STEPS],
    [8, HISTORY],
  ] as const)('steps in order, with two buttons each: question %i', async ([number, right], { lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, number);
    await pressByKey(page, frame, 'Check answer');
    await learner.sees('Put the steps in order first');
    const rows = learner.question(/Put /).getByRole('listitem');
    const order = async (): Promise<string[]> => (await rows.allTextContents()).map((text) => right.find((step) => text.includes(step)) ?? text);
    expect(await order()).not.toEqual(right);
    await frame.getByRole('heading', { name: new RegExp(`^Question ${number} of`) }).focus();
    for (const [place, step] of right.entries()) {
      let from = (await order()).indexOf(step);
      if (from > place) await frame.getByRole('button', { name: `Move ${step} up`, exact: true }).focus();
      for (; from > place; from--) {
        await page.keyboard.press('Enter');
        expect(await describeFocus(frame)).toEqual({ role: 'button', name: `Move ${step} up` });
      }
    }
    expect(await order()).toEqual(right);
    await pressByKey(page, frame, 'Check answer');
    expect(await learner.verdict()).toMatch(/^Correct\./);
  });

  test('a place of many can be chosen from a list, and is said', async ({ lmsWith }) => {
    const { frame, page } = await at(lmsWith, 8);
    await frame.getByRole('combobox', { name: 'Position of The high wheel' }).focus();
    await page.keyboard.press('8');
    await status(frame, 'The high wheel, position 8 of 8');
    expect(await describeFocus(frame)).toEqual({ role: 'combobox', name: 'Position of The high wheel' });
    expect(await frame.getByRole('combobox', { name: 'Position of The high wheel' }).inputValue()).toBe('7');
  });

  test('things in groups, with radios for each', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 9);
    const groups = learner.question('What belongs where?').getByRole('group');
    expect(await groups.count()).toBe(5);
    for (const [index, thing] of (await groups.locator('legend').allTextContents()).entries()) {
      await groups.nth(index).getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      if (thing.startsWith('Brake')) await page.keyboard.press('ArrowDown');
      await status(frame, `${thing}: ${thing.startsWith('Brake') ? 'Stops' : 'Drives'} the wheel. ${index + 1} of 5 sorted.`);
    }
    await pressByKey(page, frame, 'Check answer');
    expect(await learner.verdict()).toMatch(/^Correct\./);
  });

  test('a region of a picture, from the list under it', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 10);
    await tabTo(page, frame, 'radio', /^Region 1\s*1\s*the chain/);
    await page.keyboard.press('ArrowDown');
    await pressByKey(page, frame, 'Check answer');
    expect(await learner.verdict()).toMatch(/^Not quite\./);
    await pressByKey(page, frame, 'Enlarge picture');
    expect(await frame.getByRole('button', { name: 'Enlarge picture' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('an opinion is thanked for, and how sure one is can be said', async ({ lmsWith }) => {
    const { learner, frame, page } = await at(lmsWith, 11);
    await tabTo(page, frame, 'radio', 'Strongly disagree');
    await page.keyboard.press('ArrowDown');
    await pressByKey(page, frame, 'Submit answer');
    await status(frame, 'Thank you');
    await frame.getByRole('link', { name: /^Question 3 of/ }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, frame, 'radio', 'True');
    await page.keyboard.press('Space');
    await tabTo(page, frame, 'radio', 'Sure');
    await page.keyboard.press('Space');
    await pressByKey(page, frame, 'Check answer');
    await learner.sees('How sure you were: Sure');
  });
});

test('a region can be clicked in the picture, and its radio has the focus', async ({ lmsWith }) => {
  const { frame } = await at(lmsWith, 10);
  await frame.locator('svg .region').nth(1).click();
  expect(await frame.getByRole('radio', { name: /the saddle/ }).isChecked()).toBe(true);
  expect((await describeFocus(frame)).name).toMatch(/the saddle$/);
  await status(frame, 'Region 2, the saddle, selected');
});

test('in every type the verdict comes into a status line that stood there before, and a press without an answer leads to an input that says why', async ({ lmsWith }) => {
  const { learner, frame } = await at(lmsWith, 1);
  const question = frame.locator('.question:not([hidden])');
  const all = await frame.locator('.question').count();
  for (let number = 1; number <= all; number++) {
    const type = await question.locator('[data-item]').evaluate((item) => item.localName);
    const button = question.locator('[data-action=check]');
    await button.click();
    const told = await frame.evaluate(() => {
      const { activeElement: input } = document;
      return { control: input?.matches('input, select, textarea, [data-move]'), why: (input?.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.matches('.error')) };
    });
    expect.soft(told, `${number}: ${type}`).toEqual({ control: true, why: true });
    const lines = await question.locator('[aria-live]').elementHandles();
    // Places in a list of many steps have no answer that fits every one of them.
    if (type === 'lectern-ordering') await question.getByRole('button', { name: /^Move .* down$/ }).first().click();
    else await learner.answerSomehow(question);
    await button.click();
    await question.locator('.verdict-text').first().waitFor();
    const said = await Promise.all(lines.map((line) => line.evaluate((element) => (element instanceof Element && element.isConnected && element.matches('.verdict[aria-live=polite]') ? element.textContent.trim() : ''))));
    expect.soft(said.join('').length, `${number}: ${type}`).toBeGreaterThan(3);
    if (number < all) await frame.getByRole('link', { name: new RegExp(`^Question ${number + 1} of`) }).click();
  }
});

/** Answers every question, right where `right`; ends on the last one. */
async function answerAll(learner: Learner, right: boolean): Promise<void> {
  const { frame } = learner;
  const here = (): Locator => frame.locator('.question:not([hidden])');
  const check = (): Promise<void> => here().locator('[data-action=check]').click();
  const answers: (() => Promise<unknown>)[] = [
    () => learner.choose(right ? 'The chain' : 'The spokes'),
    () => learner.choose(...(right ? ['Tyre levers', 'A patch or a new tube', 'A pump'] : ['Tyre levers', 'Chain oil'])),
    () => learner.choose(right ? 'False' : 'True'),
    async () => {
      await frame.getByRole('textbox', { name: /^Blank 1/ }).fill('chainring');
      await frame.getByRole('textbox', { name: /^Blank 2/ }).fill(right ? '1' : '7');
      await frame.getByRole('combobox', { name: /^Blank 3/ }).selectOption(right ? 'inside' : 'outside');
    },
    () => here().getByRole('textbox').fill(right ? '3' : '2'),
    async () => {
      const targets = right ? ['takes the pull', 'keeps the rim', 'lets air'] : ['lets air', 'keeps the rim', 'slows the'];
      for (const [index, target] of targets.entries()) {
        const list = here().getByRole('combobox').nth(index);
        await list.selectOption({ label: (await list.getByRole('option').allTextContents()).find((text) => text.startsWith(target)) ?? '' });
      }
    },
    () => here().getByRole('button', { name: /^Move .* down$/ }).first().click(),
    () => here().getByRole('combobox').first().selectOption('3'),
    async () => {
      for (const group of await here().getByRole('group').locator('fieldset').all()) await group.getByRole('radio').first().check();
    },
    () => frame.getByRole('radio', { name: right ? /the chain/ : /the saddle/ }).check(),
    () => learner.choose('Agree'),
  ];
  for (const [index, answer] of answers.entries()) {
    await frame.getByRole('link', { name: new RegExp(`^Question ${index + 1} of`) }).click();
    await answer();
    await check();
  }
}

test('everything is found again as it was left, in words and without a control', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').bicycle);
  const first = new Learner(await lms.launch());
  await first.open('Check');
  await answerAll(first, true);
  await first.exit();
  const again = new Learner(await lms.launch());
  await again.sees('You stopped at question');
  await again.open('Check');
  const shown: Record<number, string> = {};
  for (const number of [1, 2, 3, 4, 5, 6, 10, 11]) {
    await again.frame.getByRole('link', { name: new RegExp(`^Question ${number} of`) }).click();
    const question = again.frame.locator('.question:not([hidden])');
    expect([number, await question.locator('fieldset').first().locator('input, select, textarea, button').count()]).toEqual([number, number === 10 ? 1 : 0]);
    shown[number] = await question.locator('fieldset').first().innerText();
    await question.getByText('Your answer').first().waitFor();
  }
  expect(shown[4]).toMatch(/chainring/);
  expect(shown[5]).toMatch(/3 turns/);
  expect(shown[6]).toMatch(/keeps the rim around the hub/);
});

test.for(['light', 'dark'] as const)('axe finds nothing on any type in any state, and nothing is wider than a phone, in %s colours', async (colorScheme, { lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').bicycle)).openAlone({ context: { colorScheme, viewport: { width: 320, height: 640 } } });
  const learner = new Learner(launch);
  const { frame } = learner;
  await learner.sees('nothing is recorded');
  await learner.open('Check');
  const seen: Record<string, unknown> = {};
  const look = async (state: string): Promise<void> => {
    await frame.evaluate(() => document.querySelectorAll<HTMLElement>('.question').forEach((question) => (question.hidden = false)));
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    seen[state] = { faults: await brokenRules(frame, 'main'), wide: Math.max(0, wide) };
  };
  await look('open');
  await frame.evaluate(() => document.querySelectorAll<HTMLElement>('.question [data-action=check]').forEach((button) => button.click()));
  await look('refused');
  await answerAll(learner, false);
  await look('wrong');
  for (let press = 0; press < 2; press++) {
    await frame.evaluate(() => document.querySelectorAll<HTMLElement>('.question [data-action=check]:not([aria-disabled])').forEach((button) => button.click()));
  }
  await look('spent');
  const clean = { faults: [], wide: 0 };
  expect(seen).toEqual({ open: clean, refused: clean, wrong: clean, spent: clean });
});

/** What stands in the questions, in whatever order: steps and partners come in the learner's own. */
function pieces(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const own = (element: Element): string => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => (node.textContent ?? '').trim()).join(' ');
    const attributes = (element: Element): string => [...element.attributes].filter(({ name }) => !/^aria-disabled$/.test(name)).map(({ name, value }) => `${name}="${value}"`).sort().join(' ');
    const numbered = (text: string): string => text.replace(/-pair-\d+/g, '-pair');
    return [...document.querySelectorAll('.question [data-item], .question [data-item] *')].map((element) => numbered(`<${element.localName} ${attributes(element)}>${own(element)}`).trim()).sort();
  });
}

test('the static questions are those of the player, control for control', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').bicycle);
  const without = await pieces((await lms.openAlone({ context: { javaScriptEnabled: false } })).frame());
  const { frame } = await at(lmsWith, 1);
  expect(await pieces(frame)).toEqual(without);
});
