/** The static page and the upgraded page are the same page: nothing moves, nothing is lost, nothing is said differently. */
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

/** The lesson as markup: attributes sorted, comments and white space between blocks left out. */
function markup(frame: Frame, selector: string): Promise<string[]> {
  return frame.evaluate((wanted) => {
    const write = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
      if (!(node instanceof Element)) return '';
      const attributes = [...node.attributes].map((a) => `${a.name}="${a.value}"`).sort();
      const inside = [...node.childNodes].map(write).join('').trim();
      return `<${[node.localName, ...attributes].join(' ')}>${inside}</${node.localName}>`;
    };
    return [...document.querySelectorAll(wanted)].map(write);
  }, selector);
}

const views = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    for (const element of document.querySelectorAll('[role=tabpanel], section')) element.removeAttribute('hidden');
  });

test('items: the same markup and the same accessibility tree before and after the upgrade', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const still = (await lms.openAlone({ context: { javaScriptEnabled: false } })).frame();
  const alive = (await lms.openAlone()).frame();
  await alive.getByText('nothing is recorded').waitFor();
  const before = await markup(still, '[data-item]');
  expect(before).toHaveLength(4);
  expect(await markup(alive, '[data-item]')).toEqual(before);
  await views(still);
  await views(alive);
  const tree = (frame: Frame): Promise<string[]> => Promise.all([0, 1, 2, 3].map((n) => frame.locator('[data-item]').nth(n).ariaSnapshot()));
  expect(await tree(alive)).toEqual(await tree(still));
});

test('prose: the same markup before and after the upgrade', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const still = (await lms.openAlone({ context: { javaScriptEnabled: false } })).frame();
  const alive = (await lms.openAlone()).frame();
  await alive.getByText('nothing is recorded').waitFor();
  const before = await markup(still, '[role=tabpanel] section[data-part]');
  expect(before.length).toBeGreaterThan(4);
  expect(await markup(alive, '[role=tabpanel] section[data-part]')).toEqual(before);
});

test('without scripts the lesson can be read and says what is missing', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.openAlone({ context: { javaScriptEnabled: false } });
  const learner = new Learner(launch);
  await learner.sees('Yeast turns sugar into carbon dioxide');
  await learner.sees('answers and progress need them');
});

test('what was chosen and focused before the upgrade is kept by it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  let arrive = (): void => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  const launch = await lms.openAlone({ held: { file: 'player.js', until } });
  const { page } = launch;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await views(launch.frame());
  const gas = page.getByRole('group', { name: 'Which gas makes a dough rise?' });
  await gas.getByRole('radio', { name: 'Carbon dioxide' }).check();
  await gas.getByRole('radio', { name: 'Carbon dioxide' }).focus();
  arrive();
  await page.getByText('nothing is recorded').waitFor();
  expect(await gas.getByRole('radio', { name: 'Carbon dioxide' }).isChecked()).toBe(true);
  const focused = await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.checked);
  expect(focused).toBe(true);
});
