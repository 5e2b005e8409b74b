/** One course in two tabs of a browser, and what is kept when a browser dies in the middle of an answer. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch } from './lms.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA: broken rules with the places that break them. */
async function faults(launch: Launch): Promise<string[]> {
  const frame = launch.frame();
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
}

const ELSEWHERE = 'This course was opened in another window';

/** The small number over the questions, once it says how its question went. */
const step = (learner: Learner, number: number, word: string): Locator => learner.frame.getByRole('link', { name: new RegExp(`^Question ${number} of 4 ?: ${word}$`) });

test('the older tab gives way, and the LMS ends up with the answers of both', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const one = new Learner(first);
  await one.readEverything();
  await one.open('Check');
  await one.choose('Carbon dioxide');
  await one.check();
  const second = await lms.launch({ sharing: first });
  const two = new Learner(second);
  await one.sees(ELSEWHERE);
  await one.sees('Continue there.');
  expect(await one.button('Check answer').count()).toBe(0);
  await expect.poll(() => first.calls('Terminate').length).toBe(1);
  await two.open('Check');
  await two.frame.getByRole('link', { name: /^Question 3 of/ }).click();
  await two.choose('False');
  await two.check();
  await first.closeTab();
  await two.exit();
  await expect.poll(() => second.calls('Terminate').length).toBe(1);
  await expect.poll(() => lms.stored().terminated).toBe(true);
  expect(lms.values()).toMatchObject({ 'interactions.0.result': 'correct', 'interactions.1.result': 'correct' });
  expect(second.complaints()).toEqual([]);
  const third = new Learner(await lms.launch());
  await third.sees('You stopped at');
  await third.open('Check');
  for (const number of [1, 3]) await step(third, number, 'Correct').waitFor();
  const outline = third.frame.getByRole('navigation', { name: 'Contents', includeHidden: true });
  await outline.getByRole('link', { name: /\(seen\)$/, includeHidden: true }).first().waitFor({ state: 'attached' });
  expect(await outline.getByRole('link', { name: /\(seen\)$/, includeHidden: true }).count()).toBe(await outline.getByRole('link', { includeHidden: true }).count());
});

test('an answer that the newer LMS page has never heard of reaches its record too', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const one = new Learner(first);
  await one.open('Check');
  // The new page has its data already, but the course in it is late, as on a slow line.
  let arrive = (): void => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  const opening = lms.launch({ sharing: first, held: { file: 'player.js', until } });
  await expect.poll(() => lms.server.launches[1]?.requests.includes('player.js')).toBe(true);
  await one.choose('Carbon dioxide');
  await one.check();
  await expect.poll(() => lms.values()['interactions.0.result']).toBe('correct');
  arrive();
  const second = await opening;
  await one.sees(ELSEWHERE);
  const two = new Learner(second);
  await two.open('Check');
  await step(two, 1, 'Correct').waitFor();
  await two.frame.getByRole('link', { name: /^Question 3 of/ }).click();
  await two.choose('False');
  await two.check();
  await two.exit();
  await expect.poll(() => second.calls('Terminate').length).toBe(1);
  expect(lms.values()).toMatchObject({ 'interactions.0.id': expect.stringContaining('gas'), 'interactions.0.result': 'correct', 'interactions.1.result': 'correct' });
  expect(Number(lms.values()['score.raw'])).toBeGreaterThan(50);
});

test.for(['light', 'dark'] as const)('axe finds nothing on the page left behind, on practice and on a home with results, in %s colours', async (colorScheme, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const first = await lms.launch({ context: { colorScheme } });
  const learner = new Learner(first);
  await learner.openLesson('The leaf');
  await learner.open('Check');
  for (const wrong of ['Camellia japonica', 'Mentha spicata']) {
    await learner.choose(wrong);
    await learner.check();
    if (wrong === 'Camellia japonica') await learner.press('Try again');
  }
  await learner.press('See results');
  expect(await faults(first)).toEqual([]);
  await learner.press('Practise missed questions');
  expect(await faults(first)).toEqual([]);
  await learner.frame.getByRole('banner').getByRole('link', { name: 'Tea in three lessons' }).click();
  await learner.sees('What was reported');
  expect(await faults(first)).toEqual([]);
  await lms.launch({ sharing: first });
  await learner.sees(ELSEWHERE);
  expect(await faults(first)).toEqual([]);
});

test('"Continue here instead" opens the course again, and the other tab gives way', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const one = new Learner(first);
  await one.open('Check');
  await one.choose('Carbon dioxide');
  await one.check();
  const second = await lms.launch({ sharing: first });
  await one.sees(ELSEWHERE);
  await one.press('Continue here instead');
  await new Learner(second).sees(ELSEWHERE);
  await first.whenReady();
  await one.open('Check');
  await step(one, 1, 'Correct').waitFor();
  await one.frame.getByRole('link', { name: /^Question 3 of/ }).click();
  await one.choose('False');
  await one.check();
  await expect.poll(() => lms.values()).toMatchObject({ 'interactions.0.result': 'correct', 'interactions.1.result': 'correct' });
});

test('two learners in two tabs do not hear each other', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const second = await lms.launch({ sharing: first, learner: 'learner-2' });
  await new Learner(second).sees('Saved');
  await new Learner(first).open('Check');
  expect(await first.frame().getByText(ELSEWHERE).count()).toBe(0);
});

test('without BroadcastChannel, and with storage refused, the course works as ever', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  await first.context.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const second = await lms.launch({ sharing: first });
  const learner = new Learner(second);
  await learner.open('Check');
  await learner.frame.getByRole('link', { name: /^Question 4 of/ }).click();
  await learner.frame.getByRole('textbox').fill('Crust');
  await learner.press('Compare with model answer');
  await learner.press('Got it');
  await expect.poll(() => lms.values()['interactions.0.learner_response']).toBe('Crust');
  expect(second.errors).toEqual([]);
});

test('an answer half written when the browser dies is there again for the same learner, and gone once the LMS has it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const toEssay = async (learner: Learner): Promise<void> => {
    await learner.open('Check');
    await learner.frame.getByRole('link', { name: /^Question 4 of/ }).click();
  };
  const written = (learner: Learner): Promise<string> => learner.frame.getByRole('textbox').inputValue();
  const one = new Learner(first);
  await toEssay(one);
  await one.sees('Saved');
  await one.frame.getByRole('textbox').fill('The crust has to');
  // No event reaches the page: the tab is dropped. The keeper holds the browser's own store open.
  const keeper = await first.context.newPage();
  await first.page.close({ runBeforeUnload: false });

  const other = await lms.launch({ sharing: first, learner: 'learner-2' });
  const stranger = new Learner(other);
  await toEssay(stranger);
  expect(await written(stranger)).toBe('');
  await other.page.close();

  const second = await lms.launch({ sharing: first });
  const again = new Learner(second);
  await toEssay(again);
  await expect.poll(() => written(again)).toBe('The crust has to');
  const drafts = (): Promise<unknown[]> => second.frame().evaluate(() => new Promise<unknown[]>((resolve) => {
    const opened = indexedDB.open('lectern work');
    opened.onsuccess = () => {
      const kept = opened.result.transaction('work').objectStore('work').getAllKeys(IDBKeyRange.bound('drafts', 'drafts\uffff'));
      kept.onsuccess = () => resolve(kept.result);
    };
  }));
  second.settings.saves = false;
  await again.frame.getByRole('textbox').fill('The crust has to brown.');
  await again.press('Compare with model answer');
  await again.press('Got it');
  await again.sees('Not saved');
  expect(await drafts()).toHaveLength(1);
  second.settings.saves = true;
  await expect.poll(drafts).toEqual([]);
  expect(lms.values()['interactions.0.learner_response']).toBe('The crust has to brown.');
  await keeper.close();
});

test('"Saved" is not said while something read is not stored; what was said to be saved survives a kill', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  const learner = new Learner(first);
  const saved = learner.frame.getByRole('banner').getByText('Saved', { exact: true });
  await saved.waitFor();
  await learner.readEverything();
  await learner.open('Check');
  await expect.poll(() => saved.isVisible()).toBe(false);
  await learner.choose('Carbon dioxide');
  await learner.check();
  await saved.waitFor();
  await first.kill();
  const back = new Learner(await lms.launch());
  await back.sees('You stopped at');
  const outline = back.frame.getByRole('navigation', { name: 'Contents', includeHidden: true });
  const all = await outline.getByRole('link', { includeHidden: true }).count();
  expect(await outline.getByRole('link', { name: /\(seen\)$/, includeHidden: true }).count()).toBe(all);
});

test('progress that cannot be read is said plainly, and what was passed stays passed', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const first = await lms.launch();
  const learner = new Learner(first);
  await learner.openLesson('The leaf');
  await learner.open('Check');
  await learner.choose('Camellia sinensis');
  await learner.check();
  await expect.poll(() => lms.values()['suspend_data']).not.toBeUndefined();
  await first.kill();
  lms.stored().cmi['suspend_data'] = 'cut by the LMS';
  const back = new Learner(await lms.launch());
  await back.sees('could not be read, so this visit begins at the start');
});
