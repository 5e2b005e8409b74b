/** A learner's way through whole courses in WebKitGTK, as every standard, with all that only another engine can show. */
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { importPackage } from '../../src/preview/imported-package.ts';
import { shortVerb } from '../../src/preview/lrs/cmi5-rules.ts';
import { byElement } from '../../src/preview/records.ts';
import { LmsServer, type LaunchSettings, type ServerLaunch } from '../browser/lms/server.ts';
import { buildPackages, type Packages } from '../browser/packages.ts';
import { startSite, type Site } from '../browser/site.ts';
import { answerByClicks, answerByKeys, faults, has, openView, overflow, questions, tabTo } from './course.ts';
import { findWebKit, WebKit, type Window } from './webkit.ts';

const actor = { objectType: 'Agent', name: 'Lan Ngo', account: { homePage: 'https://lms.example', name: 'learner-1' } };

let webkit: WebKit;
let packages: Packages;
let folder: string;

beforeAll(async () => {
  const place = findWebKit();
  if (place === null) throw new Error('No WebKit: install webkit2gtk-driver, and xvfb where there is no display.');
  ({ folder, packages } = await buildPackages());
  webkit = await WebKit.start(place);
});

afterAll(async () => {
  await webkit.stop();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  // Whatever the pages wrote to the console is a finding.
  expect(webkit.console.splice(0)).toEqual([]);
});

async function windowFor(size: { width: number; height: number } = { width: 1060, height: 860 }): Promise<Window> {
  const window = await webkit.window(size.width, size.height);
  onTestFinished(() => window.close());
  return window;
}

interface Launched {
  server: LmsServer;
  launch: ServerLaunch;
  window: Window;
}

async function lms(zip: string): Promise<LmsServer> {
  const server = await LmsServer.start(await importPackage(await readFile(zip)));
  onTestFinished(() => server.stop());
  return server;
}

/** A new window, which knows nothing of earlier ones; the course stands in a frame of the LMS page, or in a frame of that. */
async function open(server: LmsServer, settings: Partial<LaunchSettings> = {}): Promise<Launched> {
  const all: LaunchSettings = { learner: 'learner-1', mode: 'normal', frame: 'iframe', width: 1000, height: 700, api: true, applet: false, beacons: true, saves: true, held: null, refused: null, ...settings };
  const launch: ServerLaunch = { settings: all, sittings: 0, requests: [], missing: [], calls: [], newest: [0, 0] };
  server.launches.push(launch);
  const window = await windowFor();
  await window.goto(server.launchUrl(launch));
  await window.enter('#course', ...(all.frame === 'nested' ? ['iframe'] : []));
  await window.sees('h1');
  return { server, launch, window };
}

const lesson = (window: Window, id: string): Promise<void> => window.evaluate((hash: string) => void (location.hash = hash), `#/${id}`);
const stored = (server: LmsServer): Record<string, unknown> => byElement(server.record('learner-1')?.cmi ?? {});

test('SCORM 2004: every question by clicks, wrong and again; axe finds nothing; a new profile goes on', async () => {
  const server = await lms(packages.everyQuestion);
  const { window, launch } = await open(server);
  await window.click('main a', 'The bicycle check');
  expect(await faults(window)).toEqual([]);
  await openView(window, 'Check');
  const count = await questions(window);
  expect(count).toBe(12);
  for (let number = 1; number <= count; number++) {
    for (const verdict of await answerByClicks(window)) expect(verdict).toMatch(/Correct|Not quite|Model answer|Thank you/);
    expect([number, await faults(window), await overflow(window)]).toEqual([number, [], 0]);
    await window.click('.question button', number < count ? 'Next question' : 'See results');
  }
  await window.sees('h3, h2', 'You scored');
  await window.click('button', 'Save and exit');
  await window.sees('body', 'You can close this window');
  await expect.poll(() => server.record('learner-1')?.terminated).toBe(true);
  expect(stored(server)['exit']).toBe('suspend');
  expect([launch.missing, launch.calls.filter(({ result }) => result === 'false')]).toEqual([[], []]);
  const again = await open(server);
  await again.window.click('button', 'Continue');
  await again.window.sees('main', 'You scored');
});

test('the questions by keyboard alone', async () => {
  const { window } = await open(await lms(packages.everyQuestion));
  await lesson(window, 'l1');
  await tabTo(window, /^Read$/);
  await window.press('End');
  await window.sees('.question');
  for (let number = 1; number <= 5; number++) {
    expect(await answerByKeys(window)).toMatch(/Correct|Not quite/);
    await tabTo(window, /^Next question$/);
    await window.press('Enter');
    await window.sees('.question', `Question ${number + 1} of 12`);
  }
});

test('slides: captions run where there is no voice, and every figure fits', async () => {
  const { window } = await open(await lms(packages.flagship));
  await openView(window, 'Slides');
  await window.click('button', 'Play');
  await window.sees('.deck-status', 'captions only');
  await window.until('a caption', () => (document.querySelector('.caption')?.textContent ?? '') !== '');
  await window.until('the sentence that is said to be marked, and nothing else', () => [...(CSS.highlights.get('lectern-sentence')?.values() ?? [])].some((range) => String(range).trim() === document.querySelector('.caption')?.textContent?.trim()));
  await window.click('button', 'Pause');
  expect(await faults(window)).toEqual([]);
  await window.click('button', 'Show all slides');
  expect(await overflow(window)).toBe(0);
});

test('a term opens beside its word and closes on Escape', async () => {
  const { window } = await open(await lms(packages.everyQuestion));
  await lesson(window, 'l1');
  await window.click('lectern-term button');
  await window.sees('.tip');
  await window.press('Escape');
  await window.until('the term to close', () => [...document.querySelectorAll('.tip')].every((tip) => tip.getClientRects().length === 0));
});

test('search, dark colours and larger text are where they are elsewhere, and stay', async () => {
  const server = await lms(packages.threeLessons);
  const { window } = await open(server);
  await window.click('button', 'Contents');
  await window.click('button', 'Search');
  await window.sees('input[type=search]');
  await window.press('t', 'e', 'a');
  await window.sees('.search-said');
  await window.press('Escape');
  await window.click('button', 'Display');
  await window.click('label', 'Dark');
  await window.until('dark colours', () => getComputedStyle(document.documentElement).colorScheme === 'dark');
  expect(await faults(window)).toEqual([]);
  await window.evaluate(() => location.reload());
  await window.until('dark colours after reloading', () => getComputedStyle(document.documentElement).colorScheme === 'dark');
});

test.for(['everyItem', 'threeLessons', 'flagship', 'arabic'] as const)('%s needs no sideways scrolling at 318 × 236 in a nested frame', async (name) => {
  const { window } = await open(await lms(packages[name]), { frame: 'nested', width: 318, height: 236 });
  expect(await overflow(window)).toBe(0);
  if (await has(window, '[role=tab]', 'Check')) await openView(window, 'Check');
  expect(await overflow(window)).toBe(0);
});

test('leaving for another page of the LMS ends the session, and coming back resumes', async () => {
  const server = await lms(packages.everyItem);
  const { window } = await open(server);
  await openView(window, 'Check');
  await answerByClicks(window);
  await window.enter();
  await window.click('a', 'Other page');
  await expect.poll(() => server.record('learner-1')?.terminated).toBe(true);
  // Out of the back-forward cache, which Chromium's tests never see.
  await window.send('POST', '/back');
  await window.enter('#course');
  await window.sees('main', 'You stopped at');
});

test('a quiz with a time limit asks how much time, and runs', async () => {
  const { window } = await open(await lms(packages.timed));
  await openView(window, 'Check');
  expect(await faults(window)).toEqual([]);
  await window.click('lectern-quiz button');
  await window.sees('.question');
  expect(await faults(window)).toEqual([]);
});

async function site(target: 'scorm12' | 'cmi5' | 'tincan' | 'web'): Promise<Site> {
  const started = await startSite(packages.everyItemFor[target]);
  onTestFinished(() => started.stop());
  return started;
}

async function answerOneAndExit(window: Window): Promise<void> {
  await openView(window, 'Check');
  await answerByClicks(window);
  await window.click('button', 'Save and exit');
}

test('SCORM 1.2: nothing is refused, and the next launch goes on', async () => {
  const { origin } = await site('scorm12');
  const window = await windowFor();
  await window.goto(`${origin}/lms`);
  await window.enter('iframe');
  await answerOneAndExit(window);
  await window.sees('body', 'You can close this window');
  await window.enter();
  expect(await window.evaluate(() => Reflect.get(globalThis, 'refused') as string[])).toEqual([]);
  await window.goto(`${origin}/lms`);
  await window.enter('iframe');
  await window.sees('main', 'You stopped at');
});

test('cmi5: every statement is taken, a store that is down loses nothing, and the way back is taken', async () => {
  const { origin, lrs, endpoint, trouble } = await site('cmi5');
  const terms = { publisherId: 'https://lectern.example/tests/every-item/unit', activityId: 'https://lms.example/activities/1', registration: randomUUID(), actor, mastery: 0.8, mode: 'Normal' as const, returnUrl: `${origin}/back` };
  const window = await windowFor();
  await window.goto(`${origin}/course/index.html?${lrs.launchCmi5(endpoint, terms).toString()}`);
  await window.sees('body', 'Saved');
  trouble.store = true;
  await openView(window, 'Check');
  await answerByClicks(window);
  await window.sees('body', 'Not saved');
  // A store that answers 503 is told on the console by the browser itself.
  const told = webkit.console.splice(0);
  expect(told.filter((line) => !line.includes('503'))).toEqual([]);
  trouble.store = false;
  await expect.poll(() => lrs.statements.map(shortVerb)).toContain('answered');
  await window.click('button', 'Save and exit');
  await window.sees('h1', 'Back in the LMS');
  webkit.console.splice(0, webkit.console.length, ...webkit.console.filter((line) => !line.includes('503')));
  expect(lrs.statements.map(shortVerb)).toContain('terminated');
  expect(lrs.complaints).toEqual([]);
});

test('cmi5: a page that is left by the address bar has said everything, its end included', async () => {
  const { origin, lrs, endpoint } = await site('cmi5');
  const terms = { publisherId: 'https://lectern.example/tests/every-item/unit', activityId: 'https://lms.example/activities/1', registration: randomUUID(), actor, mastery: 0.8, mode: 'Normal' as const, returnUrl: `${origin}/back` };
  const window = await windowFor();
  await window.goto(`${origin}/course/index.html?${lrs.launchCmi5(endpoint, terms).toString()}`);
  await openView(window, 'Check');
  await answerByClicks(window);
  await window.goto(`${origin}/back`);
  await expect.poll(() => lrs.statements.map(shortVerb)).toContain('terminated');
  expect(lrs.complaints).toEqual([]);
});

test('for the web: what was answered is kept in the browser', async () => {
  const { origin } = await site('web');
  const window = await windowFor();
  await window.goto(`${origin}/course/index.html`);
  await answerOneAndExit(window);
  await window.goto(`${origin}/course/index.html`);
  await window.sees('main', 'You stopped at');
});
