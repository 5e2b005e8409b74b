/** What only Firefox has, or takes at its start only: its own size of text, contrast colours, dark colours of the system. */
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findFirefox, startFirefox, type Preferences } from '../browser/firefox.ts';
import { Learner } from '../browser/learner.ts';
import { Lms, type Launch, type LaunchOptions } from '../browser/lms.ts';
import { buildPackages, type Packages } from '../browser/packages.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let packages: Packages;
let folder: string;

beforeAll(async () => {
  ({ folder, packages } = await buildPackages());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(zip: string, preferences: Preferences, options: LaunchOptions = {}): Promise<Launch> {
  const program = findFirefox();
  if (program === null) throw new Error('No Firefox: install it, or set FIREFOX_PATH to its program file.');
  const browser = await startFirefox(program, preferences);
  onTestFinished(() => browser.close());
  const lms = await Lms.start(browser, zip);
  onTestFinished(() => lms.stop());
  return lms.launch(options);
}

async function faults(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
}

/** How far the page goes sideways, and boxes that cut off their text. */
function cut(frame: Frame): Promise<{ sideways: number; cut: string[] }> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const boxes = [...document.querySelectorAll('main *, .bar *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (!element.checkVisibility() || element.closest('[role][tabindex="0"], pre, .sr-only, .bar-title, svg, textarea, select, progress, .part-end') !== null) return false;
      return /hidden|clip/.test(overflowX + overflowY) && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
    });
    return { sideways: root.scrollWidth - root.clientWidth, cut: boxes.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
}

test.for(['everyQuestion', 'flagship'] as const)('%s with the text of the browser twice as big: nothing sideways, nothing cut, in every view', async (name) => {
  const launch = await open(packages[name], { bigText: true }, { width: 1000, height: 700 });
  const learner = new Learner(launch);
  const { frame } = learner;
  await learner.sees('Saved');
  expect(await frame.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('34px');
  const seen: Record<string, { sideways: number; cut: string[] }> = { first: await cut(frame) };
  for (const lesson of name === 'flagship' ? [''] : ['l1', 'l3']) {
    if (lesson !== '') await frame.evaluate((id) => void (location.hash = `#/${id}`), lesson);
    await learner.open('Read');
    seen[`${lesson} Read`] = await cut(frame);
    await learner.open('Slides');
    await learner.press('Show all slides');
    seen[`${lesson} Slides`] = await cut(frame);
    if (lesson === 'l3') continue;
    await learner.open('Check');
    await frame.evaluate(() => document.querySelectorAll('.question').forEach((question) => question.removeAttribute('hidden')));
    seen[`${lesson} Check`] = await cut(frame);
  }
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((view) => [view, { sideways: 0, cut: [] }])));
  expect(launch.complaints()).toEqual([]);
});

test('in contrast colours what is chosen and what is open have a frame of their own', async () => {
  const launch = await open(packages.everyQuestion, { forcedColors: true });
  const learner = new Learner(launch);
  const { frame } = learner;
  expect(await frame.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await learner.open('Check');
  const outline = (selector: string): Promise<string> => frame.locator(selector).first().evaluate((element) => getComputedStyle(element).outlineStyle);
  const option = '.question:not([hidden]) .option';
  expect(await outline(option)).toBe('none');
  await frame.locator(option).first().click();
  expect(await outline(`${option}:has(:checked)`)).toBe('solid');
  expect(await outline('.step[aria-current]')).toBe('solid');
  expect(launch.complaints()).toEqual([]);
});

test('axe finds nothing in the dark colours of the system', async () => {
  const launch = await open(packages.everyQuestion, { dark: true }, { frame: 'popup' });
  const learner = new Learner(launch);
  const { frame } = learner;
  expect(await frame.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await frame.evaluate(() => void (location.hash = '#/l1'));
  for (const view of ['Read', 'Slides', 'Check'] as const) {
    await learner.open(view);
    expect([view, await faults(frame)]).toEqual([view, []]);
  }
  expect(launch.complaints()).toEqual([]);
});
