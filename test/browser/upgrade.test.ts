/** The static page and the upgraded page are the same page: nothing moves, nothing is lost, nothing is said differently. */
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { layoutShift } from './layout-shift.ts';
import { Learner } from './learner.ts';
import type { Launch, Lms } from './lms.ts';

/** The lesson as markup: attributes sorted, comments and white space between blocks left out. */
function markup(frame: Frame, selector: string): Promise<string[]> {
  return frame.evaluate((wanted) => {
    const write = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
      if (!(node instanceof Element)) return '';
      // A term is a link without scripts and a button with them.
      if (node.localName === 'lectern-term') return `<lectern-term>${node.firstElementChild?.textContent ?? ''}`;
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

/** The page while its player is still on the line, and how to let it arrive. */
async function beforeUpgrade(lms: Lms): Promise<{ launch: Launch; upgrade(): Promise<void> }> {
  let arrive = (): void => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  const launch = await lms.openAlone({ held: { file: 'player.js', until } });
  await launch.page.getByRole('contentinfo').waitFor();
  const upgrade = async (): Promise<void> => {
    arrive();
    await launch.page.getByText('nothing is recorded').filter({ visible: true }).waitFor();
  };
  return { launch, upgrade };
}

test('items: the same markup and the same accessibility tree before and after the upgrade', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, upgrade } = await beforeUpgrade(lms);
  const frame = launch.frame();
  const items = frame.locator('[data-item]');
  const tree = (): Promise<string[]> => Promise.all([0, 1, 2, 3].map((n) => items.nth(n).ariaSnapshot()));
  const states = [];
  for (const step of [(): Promise<void> => Promise.resolve(), upgrade]) {
    await step();
    const written = await markup(frame, '[data-item]');
    await views(frame);
    states.push({ written, tree: await tree() });
  }
  expect(states[0]?.written).toHaveLength(4);
  expect(states[0]?.tree.join('\n')).toContain('button "Check answer"');
  expect(states[1]).toEqual(states[0]);
});

test('prose: the same markup without scripts, before and after the upgrade', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const parts = '[role=tabpanel] section[data-part]';
  const without = await markup((await lms.openAlone({ context: { javaScriptEnabled: false } })).frame(), parts);
  const { launch, upgrade } = await beforeUpgrade(lms);
  expect(without.length).toBeGreaterThan(4);
  expect(await markup(launch.frame(), parts)).toEqual(without);
  await upgrade();
  // It goes on below the first screen for a while.
  await launch.frame().locator('html:not([data-folded])').waitFor({ state: 'attached' });
  expect(await markup(launch.frame(), parts)).toEqual(without);
});

test('without scripts the lesson can be read and says what is missing', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.openAlone({ context: { javaScriptEnabled: false } });
  const learner = new Learner(launch);
  await learner.sees('Yeast turns sugar into carbon dioxide');
  // Playwright's own text search passes over <noscript>.
  const note = learner.frame.locator('noscript');
  expect(await note.evaluate((element) => element.firstElementChild?.checkVisibility())).toBe(true);
  expect(await note.evaluate((element) => element.textContent)).toContain('answers and progress need them');
});

test('what was chosen and focused before the upgrade is kept by it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const { launch, upgrade } = await beforeUpgrade(lms);
  const { page } = launch;
  await views(launch.frame());
  const gas = page.getByRole('group', { name: 'Which gas makes a dough rise?' });
  await gas.getByRole('radio', { name: 'Carbon dioxide' }).check();
  await gas.getByRole('radio', { name: 'Carbon dioxide' }).focus();
  await upgrade();
  expect(await gas.getByRole('radio', { name: 'Carbon dioxide' }).isChecked()).toBe(true);
  const focused = await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.checked);
  expect(focused).toBe(true);
});

test('what was left out of the first layout comes soon and leaves no mark; who is led to a part by the address stands there at once', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const { page } = await lms.openAlone();
  const unfolded = page.locator('html:not([data-folded])');
  await unfolded.waitFor({ state: 'attached' });
  expect(await page.locator('main [style*="content-visibility"], main [style=""]').count()).toBe(0);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#what-you-find-on-disk`);
  await page.getByText('nothing is recorded').first().waitFor({ state: 'attached' });
  await unfolded.waitFor({ state: 'attached' });
  expect(await layoutShift(page)).toBeLessThan(0.02);
  expect(await page.locator('#what-you-find-on-disk').evaluate((heading) => Math.round(heading.getBoundingClientRect().top))).toBeLessThan(120);
});
