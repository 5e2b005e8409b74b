/** The figures of the slides in a real browser: nothing clipped, overlapping or small, whatever the width; the landscape alive by keyboard. */
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { describeFocus, Learner } from './learner.ts';

/** Pieces of text in figures that stick out of their box or meet each other, and those that are hard to read. */
async function flaws(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const figure of document.querySelectorAll('.drawing')) {
      const texts = [...figure.querySelectorAll<HTMLElement | SVGTextElement>('b, small, .name, .status, .tag-text, .group-label, text, p')]
        .filter((element) => element.getClientRects().length > 0 && element.textContent?.trim() !== '')
        .map((element) => ({ text: element.textContent ?? '', size: parseFloat(getComputedStyle(element).fontSize), box: element.getBoundingClientRect(), element }));
      const frame = figure.getBoundingClientRect();
      texts.forEach(({ text, size, box, element }, i) => {
        if (size < 12) found.push(`“${text}” is ${size} px`);
        if (box.left < frame.left - 2 || box.right > frame.right + 2) found.push(`“${text}” leaves its figure`);
        for (const other of texts.slice(i + 1)) {
          if (element.contains(other.element)) continue;
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1 && down > 2) found.push(`“${text}” meets “${other.text}”`);
        }
      });
    }
    return found;
  });
}

test.for([1280, 390, 318])('every figure can be read in a frame of %i pixels', async (width, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  await launch.page.setViewportSize({ width, height: width === 318 ? 236 : 900 });
  const learner = new Learner(launch);
  await learner.open('Slides');
  await learner.press('Show all slides');
  expect(await learner.frame.locator('.slide .visual').count()).toBe(12);
  // The styles of slides come when slides are opened.
  await expect.poll(() => learner.frame.locator('.slide .box').first().evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid');
  expect(await flaws(launch.frame())).toEqual([]);
});

test('the landscape takes steps by keyboard, runs to its end, and the loop turns along', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  await launch.page.emulateMedia({ reducedMotion: 'reduce' });
  const learner = new Learner(launch);
  await learner.open('Slides');
  await learner.press('Show all slides');
  const landscape = learner.frame.locator('lectern-landscape');
  const said = landscape.locator('[role="status"]');
  await landscape.getByRole('button', { name: 'Step' }).press('Enter');
  expect(await said.textContent()).toBe('Step 1: loss 7.71, down from 15.7.');
  expect(await learner.frame.locator('.visual-loop [data-turn]').textContent()).toContain('Update');
  const slider = landscape.getByRole('slider');
  expect(await slider.getAttribute('aria-valuetext')).toBe('0.1, moderate');
  await slider.press('End');
  expect(await slider.getAttribute('aria-valuetext')).toBe('0.4, too large');
  // Without motion the outcome is there at once.
  await landscape.getByRole('button', { name: 'Run' }).press('Space');
  expect(await said.textContent()).toBe('A step size of 0.4 is too large: at step 3 the ball leaves the map; the loss has gone from 15.7 to 58.2.');
  expect(await landscape.getByRole('img').getAttribute('aria-label')).toContain('too large');
  expect(await learner.frame.locator('.visual-loop .turn').textContent()).toContain('turn 3');

  // What the author says of it stays above what happened.
  const text = learner.frame.locator('figure', { has: landscape }).locator('.text-version > div');
  await text.evaluate((inside) => inside.prepend(Object.assign(document.createElement('p'), { textContent: 'The author’s words.' })));
  const map = landscape.locator('.map');
  const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
  await map.click({ position: { x: width * 0.8, y: height * 0.25 } });
  const [x, y] = await landscape.locator('.start').evaluate((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')].map(Number));
  expect([Math.abs((x ?? 0) - 256) < 2, Math.abs((y ?? 0) - 51.2) < 2]).toEqual([true, true]);
  await slider.fill('0.1');
  await landscape.getByRole('button', { name: 'Run' }).press('Space');
  expect(await text.locator('p').allTextContents()).toEqual(['The author’s words.', await said.textContent()]);
  // Where the clipboard is closed to the page, as in many an LMS, the selection is copied.
  const copy = landscape.getByRole('button', { name: 'Copy the run as CSV' });
  await copy.press('Enter');
  await expect.poll(() => said.textContent()).toBe('The run is copied.');
  expect((await describeFocus(learner.frame)).name).toBe('Copy the run as CSV');
});

test('the ball waits for a prediction, and what happened is held against it', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyQuestion);
  const launch = await lms.launch();
  await launch.page.emulateMedia({ reducedMotion: 'reduce' });
  const learner = new Learner(launch);
  await learner.openLesson('Every figure');
  await learner.open('Slides');
  await learner.press('Show all slides');
  const landscape = learner.frame.locator('lectern-landscape');
  const said = landscape.locator('.said');
  const run = landscape.getByRole('button', { name: 'Run' });
  expect(await landscape.locator('.trail').getAttribute('points')).toMatch(/^[\d.]+,[\d.]+$/);
  await run.press('Enter');
  await expect.poll(() => said.textContent()).toBe('First: what do you expect?');
  expect(await landscape.locator('.trail').getAttribute('points')).not.toContain(' ');
  await landscape.getByRole('radio', { name: 'The wobble grows until you fall' }).check();
  await run.press('Enter');
  await expect.poll(() => said.textContent()).toContain('reaches the bottom at step 20. You expected something else. Medium corrections');
});
