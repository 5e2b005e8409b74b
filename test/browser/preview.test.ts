/** `lectern preview` as an author uses it: play, look at what the LMS sees, save the text, switch faults on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import { root } from './packages.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: string;
let command: ChildProcess;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-preview-'));
  cpSync(join(root, 'test/browser/courses/three-lessons'), folder, { recursive: true });
  command = preview();
  url = await printed(command, /http:\/\/127\.0\.0\.1:\d+\//);
});
afterEach(async () => {
  await end(command);
  rmSync(folder, { recursive: true });
});

function preview(...more: string[]): ChildProcess {
  return spawn(process.execPath, [join(root, 'dist/lectern.js'), 'preview', folder, '--port', '0', ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function end(running: ChildProcess): Promise<void> {
  const ended = once(running, 'exit');
  running.kill();
  await ended;
}

/** Waits until a command has printed this. */
async function printed(running: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of running.stdout?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
    text += String(chunk);
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`The preview ended after: ${text}`);
}

async function open(browser: Browser, address = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await page.goto(`${url}${address}`);
  return page;
}

const course = (page: Page): ReturnType<Page['frameLocator']> => page.frameLocator('iframe[title=Course]');

async function answerFirst(page: Page): Promise<void> {
  await course(page).locator('#lectern-home').getByRole('link', { name: 'The leaf' }).click();
  await course(page).getByRole('tab', { name: 'Check' }).click();
  await course(page).getByLabel('Camellia sinensis').check();
  await course(page).getByRole('button', { name: 'Check answer' }).click();
  await course(page).locator('.verdict').filter({ hasText: 'Correct' }).first().waitFor();
}

test('an author plays, sees the gradebook and every call, saves the text and goes on where they were', async ({ browser }) => {
  const page = await open(browser);
  await page.getByRole('button', { name: 'Open again' }).dblclick();
  await answerFirst(page);
  await page.getByRole('tabpanel').getByText('correct', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Gradebook' }).press('ArrowRight');
  await page.getByRole('row', { name: /interactions\.0\.result/ }).waitFor();
  await page.getByRole('tab', { name: 'Data model' }).press('ArrowRight');
  await page.getByText('Initialize("")').waitFor();

  const lesson = join(folder, 'leaf.md');
  writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('# T1 — The leaf', '# T1 — The green leaf'));
  await page.getByRole('status').getByText('Built anew').waitFor();
  await course(page).getByRole('link', { name: 'The green leaf' }).first().waitFor();
  await course(page).getByRole('button', { name: /Continue/ }).waitFor();

  writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('- (x)', '- ( )'));
  await page.getByText('The text has errors').waitFor();
  await page.getByText('quiz/no-correct').first().waitFor();
  await course(page).getByRole('link', { name: 'The green leaf' }).first().waitFor();

  await page.getByRole('button', { name: 'Start anew' }).click();
  await course(page).getByText('Not started').nth(2).waitFor();
});

test('a fault is one switch, stands in the address, and the course says what it means', async ({ browser }) => {
  const page = await open(browser);
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByLabel(/Commit fails for ever/).check();
  await page.waitForURL(/faults=commit-always/);
  await answerFirst(page);
  await course(page).locator('#lectern-save-state').getByText('Not saved', { exact: false }).waitFor();
  const other = await open(browser, '#faults=no-api&learner=bob');
  await course(other).getByText('nothing is recorded', { exact: false }).waitFor();
});

test('--at prints the address of a lesson, which opens there', async ({ browser }) => {
  const other = preview('--at', 't2');
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    await page.goto(await printed(other, /http:\/\/127\.0\.0\.1:\d+\/#\S+/));
    await course(page).getByRole('heading', { name: 'Not too hot' }).waitFor();
    expect(await course(page).locator('#lectern-home').isVisible()).toBe(false);
  } finally {
    await end(other);
  }
});

test('a cmi5 course has a gradebook, documents and requests too; --at opens a question', async ({ browser }) => {
  const other = preview('--target', 'cmi5', '--at', 't1/check/1');
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    await page.goto(await printed(other, /http:\/\/127\.0\.0\.1:\d+\/#\S+/));
    await course(page).getByLabel('Camellia sinensis').check();
    await course(page).getByRole('button', { name: 'Check answer' }).click();
    await page.getByRole('tabpanel').getByText('correct', { exact: true }).waitFor();
    await page.getByRole('tabpanel').getByText('Done when').waitFor();
    await page.getByRole('tab', { name: 'Gradebook' }).press('ArrowRight');
    await page.getByRole('row', { name: /lectern\.progress/ }).waitFor();
    await page.getByRole('tab', { name: 'Data model' }).press('ArrowRight');
    await page.getByRole('row', { name: /POST statements.*answered.*200/ }).waitFor();
    await page.getByRole('tab', { name: 'Calls' }).press('ArrowRight');
    await page.getByText('answered', { exact: true }).first().waitFor();
    await page.close();
  } finally {
    await end(other);
  }
});

test('a course whose lessons an LMS launches one by one: its list, each lesson with its own record, and what the course is by them', async ({ browser }) => {
  const file = join(folder, 'course.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}packaging: sco-per-lesson\n`);
  await end(command);
  command = preview();
  url = await printed(command, /http:\/\/127\.0\.0\.1:\d+\//);
  const page = await open(browser);
  const list = page.getByRole('navigation', { name: 'Lessons, as the LMS lists them' });
  await list.getByRole('button', { name: 'T2 – The water' }).and(page.locator('[aria-disabled]')).waitFor();
  // Not open yet: the LMS says so, and nobody is moved.
  await list.getByRole('button', { name: 'T2 – The water' }).click({ force: true });
  await page.getByRole('status').getByText('is not open yet').waitFor();
  await lessonDone(page, 't1', 'Camellia sinensis');
  await list.getByText('completed, passed, 100 %').waitFor();
  await list.getByRole('button', { name: 'T2 – The water' }).and(page.locator(':not([aria-disabled])')).waitFor();

  await course(page).getByRole('button', { name: 'Next lesson: T2 – The water' }).click();
  await page.waitForURL(/at=%2Ft2/);
  await lessonDone(page, 't2', 'About 75 °C');
  for (const row of ['T1 – The leaf completed passed 100 %', 'T2 – The water completed passed 100 %', 'Tea in three lessons in progress']) {
    await page.getByRole('tabpanel').getByRole('row', { name: row }).waitFor();
  }

  // Back by the keyboard: the first lesson is as it was left, with its own data model; and a new page finds everything again.
  await list.getByRole('button', { name: 'T1 – The leaf' }).press('Enter');
  await course(page).getByText(/You stopped at/).waitFor();
  await page.reload();
  await course(page).getByText(/You stopped at/).waitFor();
  await list.getByRole('button', { name: 'T3 – The cup' }).click();
  await lessonDone(page, 't3', 'Two minutes');
  await page.getByRole('tabpanel').getByRole('row', { name: 'Tea in three lessons completed passed 100 %' }).waitFor();
  expect(await faults(page.mainFrame())).toEqual([]);

  await page.getByRole('button', { name: 'Start anew' }).click();
  await list.getByRole('button', { name: 'T3 – The cup not open yet' }).waitFor();
  await list.getByRole('button', { name: 'T1 – The leaf' }).and(page.locator('[aria-current=true]')).waitFor();
  // An author may look at any lesson. It knows nothing of the others then, and nobody is told that it was in order.
  await page.goto(`${url}#at=%2Ft3`);
  await page.getByRole('status').getByText('An LMS would not open “T3 – The cup” yet').waitFor();
  await page.waitForSelector('iframe[src*="/lesson-t3.html"]');
  await list.getByRole('button', { name: 'T3 – The cup' }).and(page.locator('[aria-current=true]')).waitFor();
});

/** Everything read, the one question answered. */
async function lessonDone(page: Page, lesson: string, right: string): Promise<void> {
  const frame = await (await page.waitForSelector(`iframe[src*="/lesson-${lesson}.html"]`)).contentFrame();
  if (frame === null) throw new Error('There is no lesson in the page.');
  const learner = new Learner({ frame: () => frame });
  await learner.sees('Saved');
  await learner.readEverything();
  await learner.open('Check');
  await learner.choose(right);
  expect(await learner.check()).toMatch(/^Correct/);
}

test('the preview is usable by everyone, in both colours', async ({ browser }) => {
  const page = await open(browser);
  await answerFirst(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const name of ['Gradebook', 'Data model', 'Calls', 'Faults', 'Text']) {
      await page.getByRole('tab', { name }).click();
      expect(await faults(page.mainFrame()), `${name}, ${colorScheme}`).toEqual([]);
    }
  }
});

/** The page of the preview; the course in it has tests of its own. */
async function faults(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run({ exclude: [['iframe']] }, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
}
