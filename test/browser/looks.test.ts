/**
 * Pictures of the gallery course, compared with those that were accepted. They show what no other test sees: that the page is still
 * beautiful. They are made by the browser and the fonts that npm brings, so they are the same on every machine that has these.
 */
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser, withPackedFonts } from './chromium.ts';
import { Learner } from './learner.ts';
import { Lms, type Launch } from './lms.ts';
import { compareLook } from './picture.ts';

let browser: Browser;
let judge: Page;
let pinned = true;

beforeAll(async () => {
  const packed = await withPackedFonts(inject('browser'));
  pinned = packed !== null;
  browser = await startBrowser(packed ?? inject('browser'));
  judge = await browser.newPage();
});

afterAll(() => browser.close());

type Look = (name: string, options?: { whole?: boolean }) => Promise<void>;

interface Sitting {
  learner: Learner;
  frame: Frame;
  page: Page;
  look: Look;
}

/** Opens a package in a window of its own and hands over a camera; every difference fails in the end, so that one run shows all. */
async function sitting(zip: string, context: BrowserContextOptions, visit: (sitting: Sitting) => Promise<void>): Promise<void> {
  const lms = await Lms.start(browser, zip);
  const differences: string[] = [];
  try {
    const launch: Launch = await lms.launch({ frame: 'popup', looksAway: true, context: { reducedMotion: 'reduce', ...context } });
    const learner = new Learner(launch);
    const page = learner.frame.page();
    await page.setViewportSize(context.viewport ?? { width: 1000, height: 700 });
    await learner.sees('Saved');
    await visit({ learner, frame: learner.frame, page, look: async (name, { whole = false } = {}) => void differences.push(...(await take(page, learner.frame, name, whole))) });
  } finally {
    await lms.stop();
  }
  expect.soft(differences).toEqual([]);
}

/** Another browser draws other letters: of its pictures it is only asked that they can be taken. */
async function take(page: Page, frame: Frame, name: string, whole: boolean): Promise<string[]> {
  await frame.locator('html:not([data-folded])').waitFor({ state: 'attached' });
  await frame.evaluate(async () => {
    // The build is another one with every change of Lectern.
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode;
      if (/\b[0-9a-f]{12}\b/.test(text.nodeValue ?? '')) text.nodeValue = (text.nodeValue ?? '').replace(/\b[0-9a-f]{12}\b/, '0123456789ab');
    }
    // One in a view that is not shown is fetched when it is: nobody could wait for it.
    await Promise.all([...document.images].filter((image) => image.checkVisibility()).map((image) => image.decode().catch((error: unknown) => console.log(String(error)))));
    await document.fonts.ready;
  });
  if (whole) await frame.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot({ fullPage: whole, animations: 'disabled', caret: 'hide' });
  if (!pinned) return picture.length > 1000 ? [] : [`${name}: the picture is empty`];
  const difference = await compareLook(judge, name, picture);
  return difference === null ? [] : [difference];
}

const PHONE = { viewport: { width: 390, height: 760 } };
const DESK = { viewport: { width: 1280, height: 800 } };
/** Of long pages: a quarter of the bytes, and a moved letter still shows. */
const HALF = { deviceScaleFactor: 0.5 };

async function openLesson(frame: Frame, id: string, title: string): Promise<void> {
  await frame.evaluate((lesson) => void (location.hash = `#/${lesson}`), id);
  await frame.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Every question one below the other, as paper has them. */
function showAllQuestions(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    for (const question of document.querySelectorAll('.question')) question.removeAttribute('hidden');
    for (const apart of document.querySelectorAll<HTMLElement>('.steps, .pager, .bar, .tabs, .hero')) apart.hidden = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
}

async function answerAll({ learner, frame }: Sitting): Promise<void> {
  const question = frame.locator('.question:visible');
  for (let number = 1; number <= 12; number++) {
    await frame.getByRole('heading', { name: `Question ${number} of 12` }).waitFor();
    await learner.answerSomehow(question);
    await question.locator('[data-action="check"]').click();
    const marked = question.getByRole('button', { name: 'Partly' });
    const onwards = question.getByRole('button', { name: /^(Next question|See results)$/ });
    await marked.or(onwards).first().waitFor();
    if ((await marked.count()) > 0) await marked.click();
    if (number < 12) await onwards.click();
  }
  await learner.press('See results');
  await frame.getByRole('heading', { name: /^You scored/ }).waitFor();
}

async function everyFigure({ learner, frame }: Sitting): Promise<void> {
  await openLesson(frame, 'l3', 'Every figure');
  await learner.open('Slides');
  await learner.press('Show all slides');
  await expect.poll(() => frame.locator('.slide .box').first().evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid');
  await frame.evaluate(() => {
    for (const apart of document.querySelectorAll<HTMLElement>('.steps, .pager, .bar, .tabs, .hero, .deck, .deck-settings, .help')) apart.hidden = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
}

test('the home and a lesson to be read, at a desk in light and on a phone in dark colours', async () => {
  const { everyQuestion } = inject('packages');
  await sitting(everyQuestion, DESK, async ({ learner, frame, look }) => {
    await look('home-desk');
    await openLesson(frame, 'l1', 'The bicycle check');
    // A lesson comes alive in several tasks, and where one is in it is the last of them.
    await frame.getByRole('navigation', { name: 'Lessons' }).locator('a[data-part][aria-current]').waitFor();
    await look('read-desk');
    await learner.press('Search');
    await frame.getByRole('searchbox').fill('chain');
    await learner.sees('places found');
    await look('search-desk');
  });
  await sitting(everyQuestion, { ...PHONE, ...HALF, colorScheme: 'dark' }, async ({ frame, look }) => {
    await openLesson(frame, 'l1', 'The bicycle check');
    await look('read-phone-dark', { whole: true });
  });
  await sitting(everyQuestion, { ...PHONE, colorScheme: 'dark' }, async ({ learner, frame, look }) => {
    await look('home-phone-dark');
    await openLesson(frame, 'l1', 'The bicycle check');
    await learner.open('Slides');
    await learner.button('Play').waitFor();
    await look('slides-phone-dark');
  });
});

test('every question before an answer on a phone, and after it at a desk in dark colours; results; the last page', async () => {
  const { everyQuestion } = inject('packages');
  await sitting(everyQuestion, PHONE, async ({ learner, frame, look }) => {
    await openLesson(frame, 'l1', 'The bicycle check');
    await learner.open('Check');
    await look('check-phone');
  });
  await sitting(everyQuestion, { ...PHONE, ...HALF }, async ({ learner, frame, look }) => {
    await openLesson(frame, 'l1', 'The bicycle check');
    await learner.open('Check');
    await showAllQuestions(frame);
    await look('questions-phone', { whole: true });
  });
  await sitting(everyQuestion, { ...DESK, ...HALF, colorScheme: 'dark' }, async (here) => {
    await openLesson(here.frame, 'l1', 'The bicycle check');
    await here.learner.open('Check');
    await answerAll(here);
    await here.look('results-desk-dark', { whole: true });
    await showAllQuestions(here.frame);
    await here.look('answers-desk-dark', { whole: true });
  });
});

test('every figure, at a desk in light, on a phone in dark and in forced colours', async () => {
  const { everyQuestion } = inject('packages');
  for (const [name, context] of [['desk', { ...DESK, ...HALF }], ['phone-dark', { ...PHONE, ...HALF, colorScheme: 'dark' }], ['forced', { viewport: { width: 768, height: 900 }, ...HALF, forcedColors: 'active' }]] as const) {
    await sitting(everyQuestion, context, async (here) => {
      await everyFigure(here);
      await here.look(`figures-${name}`, { whole: true });
    });
  }
});

test('the slide player with its figures linked, and the room that 400 % leaves', async () => {
  const { everyQuestion } = inject('packages');
  await sitting(everyQuestion, DESK, async ({ learner, frame, look }) => {
    await openLesson(frame, 'l3', 'Every figure');
    await learner.open('Slides');
    await frame.locator('.view-slides .step').nth(3).click();
    await frame.locator('#lectern-slide-4').waitFor();
    await frame.evaluate(() => scrollTo(0, 0));
    await look('slide-desk');
  });
  await sitting(everyQuestion, { viewport: { width: 318, height: 236 } }, async ({ learner, frame, look }) => {
    await openLesson(frame, 'l1', 'The bicycle check');
    await learner.open('Check');
    await look('check-small');
  });
});
