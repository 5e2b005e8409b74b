/** The figures of the slides in a real browser: nothing clipped, overlapping or small, whatever the width; the landscape alive by keyboard. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { describeFocus, Learner } from './learner.ts';
import { lectern } from './packages.ts';

/** Pieces of text in figures that stick out of their box or meet each other, and those that are hard to read. */
async function flaws(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const figure of document.querySelectorAll('.drawing')) {
      const texts = [...figure.querySelectorAll<HTMLElement | SVGTextElement>('b, small, .name, .status, .tag-text, .group-label, .climb-name, .loop-word, .card-goals li, .card-facts span, .ends span, .amount, text, p')]
        .filter((element) => element.getClientRects().length > 0 && element.textContent?.trim() !== '')
        .map((element) => ({ text: element.textContent ?? '', size: parseFloat(getComputedStyle(element).fontSize), box: element.getBoundingClientRect(), element }));
      const frame = figure.getBoundingClientRect();
      texts.forEach(({ text, size, box, element }, i) => {
        if (size < 14) found.push(`“${text}” is ${size} px`);
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

/** Words as authors of many tongues write them, and as nobody should. */
const TONGUES: Record<string, (i: number) => string> = {
  'short words': (i) => 'abcdefgh'.charAt(i % 8),
  'long German words': (i) => ['Donaudampfschifffahrtsgesellschaft', 'Rindfleischetikettierungsüberwachung', 'Kraftfahrzeughaftpflichtversicherung', 'Nahrungsmittelunverträglichkeit'][i % 4] ?? '',
  'whole sentences': (i) => `The ${['first', 'second', 'third', 'last'][i % 4] ?? ''} of several things that nobody would ever call a label at all`.slice(0, 78),
  Japanese: (i) => ['勾配は残り続ける', '重みそのものが模型', '活性化は漏れる', '損失関数の地形図'][i % 4] ?? '',
  Arabic: (i) => ['التدرجات تبقى', 'الأوزان هي النموذج', 'التنشيطات تتسرب', 'دالة الخسارة'][i % 4] ?? '',
  emoji: (i) => `${['🧠', '👩🏽‍💻', '🇩🇪', '🔒'][i % 4] ?? ''} ${['brain', 'work', 'flag', 'lock'][i % 4] ?? ''}`,
};

/** Every kind in its least and its greatest size, with details, without, and with empty ones. */
function figuresIn(word: (i: number) => string): string[] {
  const many = (count: number, each: (i: number) => string): string => Array.from({ length: count }, (_, i) => each(i)).join('\n');
  const detailed = (i: number): string => `${word(i)} ${i} ::${i % 3 === 0 ? '' : ` ${word(i + 1)} ${word(i + 2)}`}${i % 2 === 0 ? ' (M4, L1.3)' : ''}`;
  const plain = (i: number): string => `${word(i)} ${i}`;
  const fence = (kind: string, body: string): string => `\`\`\`${kind}\n${body}\n\`\`\``;
  return [
    fence('card', many(4, plain)),
    fence('card variant=paper', `${many(3, plain)}\n${many(4, (i) => `${word(i)} :: ${word(i + 1)}`)}`),
    fence('flow', many(2, plain)),
    fence('flow', many(12, detailed)),
    fence('flow', `${plain(0)} → [${plain(1)} → ${plain(2)}] → [${plain(1)} → ${plain(2)}] → … → ${plain(3)}\nlabel ${word(1)}: [ ]`),
    fence('stages', many(7, detailed)),
    fence('stages', `${word(0)}: ${plain(0)} → ${plain(1)} → ${plain(2)}\n${word(1)}: ${plain(3)} → ${plain(4)} → ${plain(5)} → ${plain(6)}`),
    fence('loop', many(8, detailed)),
    fence('loop', `${many(2, plain)}\n↺ ${word(3)}`),
    fence('facts', plain(0)),
    fence('facts', many(8, detailed)),
    fence('quadrant', many(6, detailed)),
    fence(`axis unit=USD from="${word(1)}" to="${word(2)}"`, `${many(8, (i) => `${word(i)} ${i}: ${10 ** i}–${3 * 10 ** i}`)}\n! ${word(0)} @ ${word(7)} 7\n! ${word(1)} @ ${word(0)} 0`),
    fence(`axis from="${word(1)}" to="${word(2)}"`, many(8, detailed)),
    fence('filetree', `${word(0)}/\n  ${word(1)} [danger: ${word(2)}] :: ${word(3)} :: ${word(0)} :: ${word(1)}\n    ${word(2)} [optional]\n${many(6, plain)}`),
    fence('landscape', `labels: x = ${word(0)}, y = ${word(1)}, height = ${word(2)}`),
  ];
}

test.for(['en', 'ar'])('no words of any tongue meet each other or leave their figure, in a lesson in %s', async (language, { lmsWith }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-figures-'));
  try {
    const figures = Object.values(TONGUES).flatMap(figuresIn);
    const script = figures.map((figure, i) => `[SLIDE ${i + 1} — Figure ${i + 1}]\n\nWords.\n\n${figure}`).join('\n\n');
    await writeFile(join(folder, 'figures.md'), `# F1 — Figures\n\nLanguage: ${language}\n\n## Objectives\n\n1. Look.\n\n## Content\n\nWords.\n\n## Video script\n\n${script}\n`);
    const { packages } = await lectern(['build', join(folder, 'figures.md'), '--out', folder, '--json']);
    const lms = await lmsWith(resolve(packages[0]?.file ?? ''));
    const launch = await lms.launch({ frame: 'popup' });
    const page = launch.frame().page();
    const { frame } = new Learner(launch);
    await frame.locator('#lectern-tab-slides').click();
    await frame.locator('lectern-watch .steps .button').click();
    await expect.poll(() => frame.locator('.slide .box').first().evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid');
    expect(await frame.locator('.slide .visual').count()).toBe(figures.length);
    const found: Record<number, string[]> = {};
    for (const width of [1280, 760, 390, 318]) {
      await page.setViewportSize({ width, height: 800 });
      found[width] = await flaws(frame);
    }
    expect(found).toEqual({ 1280: [], 760: [], 390: [], 318: [] });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the landscape takes steps by keyboard, runs to its end, and the loop turns along', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  await launch.page.emulateMedia({ reducedMotion: 'reduce' });
  const learner = new Learner(launch);
  await learner.open('Slides');
  await learner.press('Show all slides');
  const landscape = learner.frame.locator('lectern-landscape');
  const said = landscape.locator('[aria-live]');
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
