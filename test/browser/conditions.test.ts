/** Every type of question of the gallery course, in each of its states, under what people bring: a finger, another language, another direction, contrast colours, little room. */
import type { Frame, Locator } from 'playwright-core';
import { expect, inject } from 'vitest';
import { strings as german } from '../../src/locales/de.ts';
import { strings as english } from '../../src/locales/en.ts';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import { brokenRules, cut, foreignColours, moving, tooSmall, withoutRing } from './page-faults.ts';

const QUESTIONS = 12;
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
/** What SC 1.4.12 names. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** The lesson's questions, in a window of its own. */
async function toQuestions(frame: Frame): Promise<void> {
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await frame.getByRole('tab').last().tap();
  await frame.locator('.question:visible').waitFor();
}

/** All questions one below the other, and what is wrong with any of them. */
async function look(frame: Frame, forced: boolean): Promise<Record<string, unknown>> {
  const hidden = await frame.locator('.question').evaluateAll((all) => all.map((question) => question.hasAttribute('hidden')));
  await frame.evaluate(() => document.querySelectorAll('.question').forEach((question) => question.removeAttribute('hidden')));
  // From here on the focus is where a key has led it.
  await frame.page().keyboard.press('Shift');
  const found = { rules: await brokenRules(frame, 'main'), ...(await cut(frame)), small: await tooSmall(frame), bare: await withoutRing(frame), moving: await moving(frame), foreign: forced ? await foreignColours(frame) : [] };
  await frame.locator('.question').evaluateAll((all, was) => all.forEach((question, index) => question.toggleAttribute('hidden', was[index])), hidden);
  return found;
}

/** By taps alone, and by what the system's own lists and keyboard of the screen give. */
async function answerByTaps(question: Locator): Promise<void> {
  for (const group of await question.getByRole('group').all()) {
    const option = group.locator('label:has(:is([type=radio], [type=checkbox]))').first();
    if ((await option.count()) > 0) await option.tap();
  }
  for (const text of await question.getByRole('textbox').all()) await text.fill('4,0');
  for (const [index, list] of (await question.locator('select').all()).entries()) await list.selectOption({ index: index + 1 });
  const down = question.locator('[data-move]:not([aria-disabled])').first();
  if ((await down.count()) > 0) await down.tap();
}

test.for([
  { by: 'a finger in German, at 320 pixels with wide spacing', language: 'de', words: german, context: PHONE, rules: SPACING, forced: false },
  { by: 'a finger from right to left, at 320 pixels', language: 'ar', words: english, context: PHONE, rules: '', forced: false },
  { by: 'a finger in contrast colours', language: 'en', words: english, context: { viewport: { width: 480, height: 700 }, hasTouch: true, forcedColors: 'active' }, rules: '', forced: true },
] as const)('every type of question, before and after its answers, by $by', async ({ language, words, context, rules, forced }, { lmsWith }) => {
  const { everyQuestion, everyQuestionIn } = inject('packages');
  const { frame } = new Learner(await (await lmsWith(language === 'en' ? everyQuestion : everyQuestionIn[language])).openAlone({ context }));
  await toQuestions(frame);
  await frame.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
  await frame.evaluate(() => document.querySelectorAll<HTMLElement>('.question [data-action=check]').forEach((button) => button.click()));
  await expect.poll(() => frame.locator('.question .error').count()).toBe(QUESTIONS);
  const seen: Record<string, unknown> = { refused: await look(frame, forced) };
  const question = frame.locator('.question:visible');
  const said: string[] = [];
  for (let number = 1; number <= QUESTIONS; number++) {
    await frame.getByRole('heading', { name: words.frame.question(number, QUESTIONS), exact: true }).waitFor();
    await answerByTaps(question);
    await question.locator('[data-action=check]').tap();
    said.push(await question.locator('.verdict-text').innerText());
    const marked = question.getByRole('button', { name: words.item.partly, exact: true });
    if ((await marked.count()) > 0) await marked.tap();
    if (number < QUESTIONS) await question.locator('[data-action=next]').tap();
  }
  const verdicts = [words.item.verdict({ right: true, parts: null, explained: true, left: null }), words.item.verdict({ right: false, parts: null, explained: false, left: null }), words.item.thanks, words.item.modelShown];
  expect(said.filter((text) => !verdicts.some((verdict) => text.startsWith(verdict.split('.')[0] ?? '')))).toEqual([]);
  seen['answered'] = await look(frame, forced);
  for (let press = 0; press < 2; press++) {
    await frame.evaluate(() => document.querySelectorAll<HTMLElement>('.question [data-action=check]:not([aria-disabled])').forEach((button) => button.click()));
  }
  seen['spent'] = await look(frame, forced);
  // In review nothing is left to press but what enlarges the picture.
  expect(await frame.locator('.question fieldset').locator('input, select, textarea, button').evaluateAll((all) => all.map((control) => control.getAttribute('data-action')))).toEqual(['zoom']);
  await question.locator('[data-action=next]').tap();
  await frame.getByRole('heading', { name: words.frame.results }).or(frame.locator('lectern-results h2')).first().waitFor();
  seen['results'] = await look(frame, forced);
  const clean = { rules: [], sideways: 0, cut: [], small: [], bare: [], moving: [], foreign: [] };
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((state) => [state, clean])));
});

test('from right to left the regions of a picture stay where the picture has them, and steps and pairs are dragged there too', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestionIn.ar)).openAlone();
  const { frame } = new Learner(launch);
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await frame.getByRole('tab').last().click();
  await frame.evaluate(() => document.querySelectorAll('.question').forEach((question) => question.removeAttribute('hidden')));
  const places = await frame.locator('.hotspot-picture').evaluate((picture) => {
    const { left, width } = picture.getBoundingClientRect();
    return [...picture.querySelectorAll('.region rect')].map((region) => Math.round(((region.getBoundingClientRect().left - left) / width) * 100));
  });
  expect(places.sort((a, b) => a - b)).toEqual([34, 40, 60]);
  const rows = frame.locator('.order-step');
  const texts = (): Promise<string[]> => rows.locator('.order-text').allInnerTexts();
  const [first = '', ...rest] = await texts();
  await rows.last().scrollIntoViewIfNeeded();
  const grip = await rows.first().locator('.grip').boundingBox();
  const last = await rows.last().boundingBox();
  if (grip === null || last === null) return expect.fail('a row is not on show');
  await launch.page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await launch.page.mouse.down();
  await launch.page.mouse.move(grip.x + grip.width / 2, last.y + last.height - 3, { steps: 6 });
  await expect.poll(texts).toEqual([...rest, first]);
  await launch.page.mouse.up();
});

test('in contrast colours white space that is there for screen readers covers no letter', async ({ lmsWith }) => {
  const { frame } = new Learner(await (await lmsWith(inject('packages').everyQuestion)).openAlone({ context: { forcedColors: 'active' } }));
  const covered = async (words: Locator, name: string): Promise<void> => {
    const picture = async (): Promise<string> => (await words.screenshot()).toString('base64');
    const before = await picture();
    await frame.evaluate((selector) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${selector}::before { content: none !important }`);
      document.adoptedStyleSheets.push(sheet);
    }, name);
    expect(await picture() === before, name).toBe(true);
  };
  await covered(frame.locator('.card-title').first(), '.card-title');
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await frame.getByRole('tab').last().click();
  await frame.getByRole('link', { name: /^Question 2 of/ }).click();
  await covered(frame.locator('.question:visible .choose'), '.choose');
});
