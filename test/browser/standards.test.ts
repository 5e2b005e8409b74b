/** The same course as SCORM 1.2, cmi5, Tin Can and for the web, each played in a browser by what it was built for. */
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import { isDefined, shortVerb } from '../../src/preview/lrs/cmi5-rules.ts';
import { child, type Json } from '../../src/preview/lrs/statement-rules.ts';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import { startSite, type Site } from './site.ts';
import { answerEverything } from './stories.ts';

const actor = { objectType: 'Agent', name: 'Lan Ngo', account: { homePage: 'https://lms.example', name: 'learner-1' } };

async function siteFor(target: 'scorm12' | 'cmi5' | 'tincan' | 'web'): Promise<Site> {
  const site = await startSite(inject('packages').everyItemFor[target]);
  onTestFinished(() => site.stop());
  return site;
}

interface Opened {
  page: Page;
  context: BrowserContext;
  errors: string[];
}

async function open(browser: Browser, url: string, context?: BrowserContext): Promise<Opened> {
  const own = context ?? (await browser.newContext({ viewport: { width: 1040, height: 800 }, reducedMotion: 'reduce' }));
  if (context === undefined) onTestFinished(() => own.close());
  own.setDefaultTimeout(30_000);
  const page = await own.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && /Content Security Policy/i.test(message.text()) && errors.push(message.text()));
  await page.goto(url);
  return { page, context: own, errors };
}

const lone = (page: Page): Learner => new Learner({ frame: () => page.mainFrame() });
const verbs = (site: Site): string[] => site.lrs.statements.map(shortVerb);
const answers = (site: Site): Json[] => site.lrs.statements.filter((each) => shortVerb(each) === 'answered');

test('SCORM 1.2: one status, percentages, answers by a letter, within 4,096 bytes, and nothing is refused', async ({ browser }) => {
  const site = await siteFor('scorm12');
  const { page, errors } = await open(browser, `${site.origin}/lms`);
  const course = await (await page.waitForSelector('iframe')).contentFrame();
  if (course === null) throw new Error('there is no course in the page');
  const launch = { frame: () => course };
  await new Learner(launch).sees('Saved');
  await new Learner(launch).readEverything();
  const learner = await answerEverything(launch);
  await learner.sees('passed, 100%');
  await learner.exit();
  const { cmi, refused } = await page.evaluate(() => ({ cmi: JSON.parse(localStorage.getItem('cmi') ?? '{}') as unknown, refused: Reflect.get(window, 'refused') as string[] }));
  expect(refused).toEqual([]);
  expect(errors).toEqual([]);
  expect(child(cmi, 'core')).toMatchObject({ lesson_status: 'passed', exit: 'suspend', score: { raw: '100', min: '0', max: '100' }, session_time: expect.stringMatching(/^\d+:\d\d:\d\d\.\d{1,2}$/) });
  expect(Buffer.byteLength(String(child(cmi, 'suspend_data')))).toBeLessThanOrEqual(4096);
  const told = Object.values(child(cmi, 'interactions') as Record<string, Json>);
  expect(told.map((each) => [each['type'], each['student_response'], each['result']])).toEqual([
    ['choice', expect.stringMatching(/^[a-z]$/), 'wrong'],
    ['choice', expect.stringMatching(/^[a-z]$/), 'correct'],
    ['choice', expect.stringMatching(/^[a-z],[a-z]$/), 'correct'],
    ['true-false', 'f', 'correct'],
    ['fill-in', expect.stringContaining('The crust'), 'neutral'],
  ]);

  // The next launch of the LMS page: everything is there.
  await page.goto(`${site.origin}/lms`);
  const again = await (await page.waitForSelector('iframe')).contentFrame();
  if (again === null) throw new Error('there is no course in the page');
  await new Learner({ frame: () => again }).sees(/You stopped at/);
});

const cmi5Url = (site: Site, registration: string, mode: 'Normal' | 'Browse' = 'Normal'): string =>
  `${site.origin}/course/index.html?${site.lrs.launchCmi5(site.endpoint, { publisherId: 'https://lectern.example/tests/every-item/unit', activityId: 'https://lms.example/activities/1', registration, actor, mastery: 0.8, mode, returnUrl: `${site.origin}/back` }).toString()}`;

test('cmi5: from launch to the way back, every statement taken by a strict LMS; the next launch goes on', async ({ browser }) => {
  const site = await siteFor('cmi5');
  const registration = randomUUID();
  const { page, errors } = await open(browser, cmi5Url(site, registration));
  await lone(page).readEverything();
  const learner = await answerEverything({ frame: () => page.mainFrame() });
  await learner.sees('passed, 100%');
  await learner.press('Save and exit');
  await page.waitForURL(`${site.origin}/back`);
  expect(errors).toEqual([]);
  expect(site.lrs.complaints).toEqual([]);
  expect(site.lrs.statements.filter(isDefined).map(shortVerb)).toEqual(['initialized', 'passed', 'completed', 'terminated']);
  expect(answers(site).map((each) => [child(child(each['object'], 'definition'), 'interactionType'), child(each['result'], 'success')])).toEqual([
    ['choice', false],
    ['choice', true],
    ['choice', true],
    ['true-false', true],
    ['long-fill-in', undefined],
  ]);
  expect(verbs(site).filter((verb) => verb === 'experienced').length).toBeGreaterThan(0);

  const second = await open(browser, cmi5Url(site, registration));
  await lone(second.page).sees(/You stopped at/);
  await lone(second.page).press('Save and exit');
  await second.page.waitForURL(`${site.origin}/back`);
  expect(site.lrs.complaints).toEqual([]);
  expect(site.lrs.statements.filter(isDefined).map(shortVerb).slice(4)).toEqual(['initialized', 'terminated']);
});

test('cmi5: a tab that is simply closed has said everything, its end included', async ({ browser }) => {
  const site = await siteFor('cmi5');
  const { page } = await open(browser, cmi5Url(site, randomUUID()));
  const learner = lone(page);
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  await page.close();
  await expect.poll(() => verbs(site)).toContain('terminated');
  expect(verbs(site)).toContain('answered');
  expect(site.lrs.complaints).toEqual([]);
});

test('cmi5: while the store is down the page says so and loses nothing; browsing states nothing', async ({ browser }) => {
  const site = await siteFor('cmi5');
  const { page } = await open(browser, cmi5Url(site, randomUUID()));
  const learner = lone(page);
  await learner.sees('Saved');
  site.trouble.store = true;
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  await learner.sees('Not saved – we will keep trying');
  site.trouble.store = false;
  await learner.press('Try again');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await expect.poll(() => answers(site).length).toBe(2);
  await learner.sees('Saved');
  expect(site.lrs.complaints).toEqual([]);

  const before = site.lrs.statements.length;
  const browsing = await open(browser, cmi5Url(site, randomUUID(), 'Browse'));
  await lone(browsing.page).open('Check');
  await lone(browsing.page).choose('Oxygen');
  await lone(browsing.page).check();
  await lone(browsing.page).press('Save and exit');
  await browsing.page.waitForURL(`${site.origin}/back`);
  expect(verbs(site).slice(before)).toEqual(['initialized', 'terminated']);
});

test('cmi5 11.2.0.0-1: who wants no sound gets captions in silence, and can switch the voice on', async ({ browser }) => {
  const site = await startSite(inject('packages').flagshipCmi5);
  onTestFinished(() => site.stop());
  site.lrs.documents.set(['agent', 'cmi5LearnerPreferences', '', JSON.stringify(actor), ''].join('\n'), JSON.stringify({ languagePreference: 'en', audioPreference: 'off' }));
  const { page, errors } = await open(browser, cmi5Url(site, randomUUID()));
  await lone(page).sees('Saved');
  await lone(page).open('Slides');
  const sound = page.getByRole('checkbox', { name: 'Sound' });
  expect(await sound.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  // The caption runs, and nothing is said about a voice that nobody wants.
  await page.locator('.caption').filter({ visible: true }).waitFor();
  expect(await page.locator('.deck-status').textContent()).not.toMatch(/voice/);
  await sound.check();
  expect(await sound.isChecked()).toBe(true);
  expect(errors).toEqual([]);
});

test('cmi5 11.1.0.0-2: the first language preferred that there is speaks from the buttons; the lesson stays as it was written', async ({ browser }) => {
  const site = await siteFor('cmi5');
  site.lrs.documents.set(['agent', 'cmi5LearnerPreferences', '', JSON.stringify(actor), ''].join('\n'), JSON.stringify({ languagePreference: 'fr-CA,de-AT,en', audioPreference: 'on' }));
  const { page, errors } = await open(browser, cmi5Url(site, randomUUID()));
  await lone(page).sees('Gespeichert');
  expect(await page.getByRole('button', { name: 'Speichern und beenden' }).getAttribute('lang')).toBe('de');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('tab', { name: 'Prüfen', exact: true }).click();
  expect(await page.getByRole('heading', { name: 'Frage 1 von 4' }).getAttribute('lang')).toBe('de');
  await lone(page).choose('Oxygen');
  await page.getByRole('button', { name: 'Antwort prüfen' }).click();
  await lone(page).sees(/^Nicht ganz\./);
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await page.getByText('Hilfe und Barrierefreiheit').click();
  await lone(page).sees(/Tastatur/);
  await page.getByRole('button', { name: 'Speichern und beenden' }).click();
  await page.waitForURL(`${site.origin}/back`);
  expect(errors).toEqual([]);
  expect(site.lrs.complaints).toEqual([]);
});

test('Tin Can: the credentials of the launch are enough', async ({ browser }) => {
  const site = await siteFor('tincan');
  const query = new URLSearchParams({ endpoint: site.endpoint, auth: `Basic ${site.lrs.plainToken()}`, actor: JSON.stringify(actor), registration: randomUUID(), activity_id: 'https://lectern.example/tests/every-item' });
  const { page, errors } = await open(browser, `${site.origin}/course/index.html?${query.toString()}`);
  await lone(page).readEverything();
  const learner = await answerEverything({ frame: () => page.mainFrame() });
  await learner.exit();
  await expect.poll(() => verbs(site).at(-1)).toBe('terminated');
  expect(verbs(site)).toEqual(expect.arrayContaining(['initialized', 'experienced', 'answered', 'progressed', 'passed', 'completed']));
  expect(site.lrs.complaints).toEqual([]);
  expect(errors).toEqual([]);
});

test('the web: nothing is recorded, and this browser goes on where the learner left', async ({ browser }) => {
  const site = await siteFor('web');
  const { page, context, errors } = await open(browser, `${site.origin}/course/index.html`);
  const learner = lone(page);
  await learner.sees('Nothing is recorded: your place and answers are kept in this browser only.');
  await learner.sees('Kept in this browser');
  await answerEverything({ frame: () => page.mainFrame() });
  await page.close();
  const second = await open(browser, `${site.origin}/course/index.html`, context);
  await lone(second.page).sees(/You stopped at/);
  expect([...errors, ...second.errors]).toEqual([]);
});
