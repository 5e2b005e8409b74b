/** What a learner opens now and then: search, display, practice of terms, paper, certificate; none of it weighs on the launch or on the record. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus } from './learner.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Paper without a printer: what would be on it is kept. */
const PRINTER = `window.print = () => {
  dispatchEvent(new Event('beforeprint'));
  window.onPaper = { text: document.querySelector('main').textContent, folded: document.querySelectorAll('main details:not([open], .hint, .deck-keys)').length, kept: document.documentElement.hasAttribute('data-answers-kept'), sheet: document.querySelector('.certificate-sheet')?.textContent ?? null };
  dispatchEvent(new Event('afterprint'));
};`;

interface Paper {
  text: string;
  folded: number;
  kept: boolean;
  sheet: string | null;
}

/** Waits until something was printed. */
async function paper(frame: Frame): Promise<Paper> {
  await frame.waitForFunction(() => 'onPaper' in window);
  return frame.evaluate(() => {
    const { onPaper } = window as unknown as { onPaper: Paper };
    Reflect.deleteProperty(window, 'onPaper');
    return onPaper;
  });
}

async function complaints(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
}

test('words are found in every lesson of a course, by keyboard, and lead to their place', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  const asked: string[] = [];
  launch.page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/^.*\//, '')));
  await learner.press('Contents');
  await learner.press('Search');
  await frame.getByRole('searchbox', { name: 'Search this course' }).fill('TANNIN minutes');
  await learner.sees('1 place found');
  expect(await complaints(frame)).toEqual([]);
  await frame.getByRole('searchbox').press('Enter');
  expect((await describeFocus(frame)).name).toContain('T3 – The cup');
  await frame.locator('.found a').press('Enter');
  await frame.getByRole('heading', { level: 1, name: 'The cup' }).waitFor();
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Two minutes' && CSS.highlights.has('lectern-found'));
  // Text and tools came when they were asked for.
  expect(asked.filter((file) => file === 'tools.js' || file === 'search.js')).toEqual(['tools.js', 'search.js']);
  // The outline gave way to the page.
  await learner.press('Contents');
  await frame.getByRole('searchbox').fill('nowhere to be found');
  await learner.sees('Nothing found for “nowhere to be found”');
  await frame.getByRole('searchbox').press('Escape');
  expect(await describeFocus(frame)).toEqual({ role: 'button', name: 'Search' });
  expect(launch.complaints()).toEqual([]);
});

test('a lone lesson is searched in its page: parts, terms and slides, and nothing that is asked', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  const asked: string[] = [];
  launch.page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/^.*\//, '')));
  await learner.press('Contents');
  await learner.press('Search');
  const places = async (words: string): Promise<string[]> => {
    await frame.getByRole('searchbox').fill(words);
    await frame.locator('.search-said', { hasText: /found/ }).waitFor();
    return frame.locator('.found li').evaluateAll((entries) => entries.map((entry) => ['.found-title', '.found-where'].map((part) => entry.querySelector(part)?.textContent ?? '').join('|')));
  };
  expect(await places('safetensors pickle')).toEqual(['safetensors / pickle / GGUF|', 'How a network learns|', 'What you find on disk|', 'A model on disk|Slide']);
  // A word of a question.
  expect(await places('explodes')).toEqual([]);
  await places('safetensors pickle');
  await frame.locator('.found a').last().press('Enter');
  // The slide itself, though what shows slides one by one came after it was asked for.
  await frame.locator('.deck').waitFor();
  await frame.getByRole('heading', { name: 'A model on disk' }).waitFor();
  expect(await frame.getByRole('heading', { name: 'A model on disk' }).evaluate((heading) => heading === document.activeElement && heading.getBoundingClientRect().top < innerHeight)).toBe(true);
  expect(asked.filter((file) => /\.(js|css)$/.test(file)).toSorted()).toEqual(['slides.css', 'slides.js', 'tools.js']);
  expect(launch.complaints()).toEqual([]);
});

test('a search that cannot load its text says so, and works when it is opened again', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  launch.settings.refused = /(^|\/)(tools|search)\.js$/;
  await learner.press('Contents');
  await learner.press('Search');
  await learner.sees('A part of this page could not be loaded.');
  launch.settings.refused = /(^|\/)search\.js$/;
  await learner.press('Try again');
  await learner.sees('The text for the search could not be loaded');
  launch.settings.refused = null;
  await learner.press('Close search');
  await learner.press('Search');
  await learner.frame.getByRole('searchbox').fill('tannin');
  await learner.sees(/places? found/);
});

test('the display is the learner’s choice, at once and at the next visit', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch({ context: { colorScheme: 'light' } });
  const learner = new Learner(launch);
  const look = (): Promise<unknown> => learner.frame.evaluate(() => {
    const { backgroundColor, fontSize, colorScheme } = getComputedStyle(document.documentElement);
    return { backgroundColor, fontSize, colorScheme, still: document.documentElement.hasAttribute('data-still') };
  });
  const usual = { backgroundColor: 'rgb(255, 255, 255)', fontSize: '18px', colorScheme: 'light dark', still: false };
  const chosen = { backgroundColor: 'rgb(20, 23, 26)', fontSize: '27px', colorScheme: 'dark', still: true };
  expect(await look()).toEqual(usual);
  await learner.press('Contents');
  await learner.press('Display');
  await learner.frame.getByRole('radio', { name: 'Dark' }).check();
  await learner.frame.getByRole('checkbox', { name: 'Reduce motion' }).check();
  expect(await complaints(learner.frame)).toEqual([]);
  await learner.frame.getByRole('radio', { name: 'Largest' }).check();
  // There is no room for the outline beside the text any more; who is in it stays in it.
  expect(await learner.frame.getByRole('radio', { name: 'Largest' }).isVisible()).toBe(true);
  expect(await look()).toEqual(chosen);
  // Paper stays white.
  await launch.page.emulateMedia({ media: 'print' });
  expect(await learner.frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--bg').trim())).toMatch(/^#fff(fff)?$/);
  await launch.page.emulateMedia({ media: 'screen' });
  // Before any script of the package has come: what is painted first is what was chosen.
  let arrive = (): void => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  launch.settings.held = { file: 'player.js', until };
  await launch.reloadFrame();
  await learner.sees('L1.2');
  expect(await look()).toEqual(chosen);
  arrive();
  await learner.sees('Saved');
  expect(await look()).toEqual(chosen);
  expect(launch.complaints()).toEqual([]);
});

test('terms are practised on cards, and nothing of it is recorded', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  // What was read meanwhile is saved after a while; practice gives no answer and no score.
  const told = (): number => launch.calls().filter(({ method, args: [element = ''] }) => method === 'SetValue' && /interactions|score|success/.test(element)).length;
  await learner.sees('Saved');
  await launch.settled();
  const before = told();
  await learner.press('Practise these terms');
  const cards = Number(/of (\d+)/.exec((await frame.locator('.card-count').textContent()) ?? '')?.[1]);
  expect(cards).toBeGreaterThan(3);
  for (let known = 0; known < cards; known++) {
    await learner.press('Turn the card');
    expect(await frame.evaluate(() => document.activeElement?.className)).toBe('card-back');
    // The first comes again at the end.
    if (known === 0 && (await frame.locator('.card-count').textContent())?.includes('1 of')) {
      await learner.press('Not yet');
      await learner.press('Turn the card');
    }
    await learner.press('I knew it');
  }
  await learner.sees(`You knew ${cards - 1} of ${cards} at first sight`);
  await learner.press('Practise the others again');
  await learner.sees('Card 1 of 1');
  await frame.getByRole('radio', { name: /with terms to choose from/ }).check();
  await frame.getByRole('group', { name: 'Which term is this?' }).getByRole('button').first().click();
  await frame.locator('.card-said', { hasText: /Right|Not quite/ }).waitFor();
  expect(await complaints(frame)).toEqual([]);
  await learner.press('Close practice');
  expect(await describeFocus(frame)).toEqual({ role: 'button', name: 'Practise these terms' });
  await launch.settled();
  expect(told()).toBe(before);
});

test('on paper everything is open; answers and certificate come once the course is passed', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').one);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  await frame.evaluate(PRINTER);
  await learner.press('Contents');
  await learner.press('Print');
  const first = await paper(frame);
  expect(first).toMatchObject({ folded: 0, kept: true });
  expect(first.text).toContain('The answers can be printed once you have passed.');
  expect(first.text).not.toContain('The text says so.');
  await learner.open('Check');
  await learner.choose('The number 1');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.press('See results');
  await learner.sees('Confirmed by your LMS: passed, 100%.');
  await learner.press('Print');
  const second = await paper(frame);
  expect(second.kept).toBe(false);
  expect(second.text).toContain('The text says so.');
  await learner.press('Certificate');
  await frame.getByRole('heading', { name: 'Certificate' }).waitFor();
  expect((await describeFocus(frame)).name).toBe('Certificate');
  const build = /Build ([0-9a-f]{12})/.exec((await frame.locator('.certificate').textContent()) ?? '')?.[1] ?? '';
  const digits = createHash('sha256').update(`lessons-1\n${build}\nlearner-1\npassed\n1.0000`).digest('hex').slice(0, 16);
  const code = digits.replace(/(.{4})(?=.)/g, '$1-');
  await learner.sees(code);
  expect(await complaints(frame)).toEqual([]);
  await learner.press('Print certificate');
  const { sheet } = await paper(frame);
  expect(sheet).toContain(code);
  expect(await frame.locator('.certificate-sheet').count()).toBe(0);
  await learner.press('Back to the results');
  expect(await describeFocus(frame)).toEqual({ role: 'button', name: 'Certificate' });
  await learner.exit();
  await learner.sees(/(Confirmed by|Reported to) your LMS: passed, 100%/);
  expect(launch.complaints()).toEqual([]);
});

test('worked examples, figures and slides are whole on paper', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyQuestion);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const { frame } = learner;
  await frame.evaluate(PRINTER);
  const shown = (selector: string): Promise<number[]> => frame.locator(selector).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  await launch.page.emulateMedia({ media: 'print' });
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await frame.locator('.example ol.steps > li').first().waitFor({ state: 'attached' });
  await frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
  // A term leads to its entry by a raised number, the entry has the same one.
  const links = frame.locator('.view-read .term-link');
  const raised = await links.evaluateAll((all) => all.map((each) => [getComputedStyle(each, '::after').content.replace('attr(data-entry)', `"${each.getAttribute('data-entry') ?? ''}"`), each.textContent]));
  expect(raised.length).toBeGreaterThan(2);
  const entries = await frame.locator('.terms > .term').evaluateAll((all) => all.map((each) => [...each.querySelectorAll('dt')].map((name) => name.textContent.toLowerCase())));
  for (const [number = '', word = ''] of raised) {
    const [, entry] = /^"†(?:" ?")?(\d+)"$/.exec(number) ?? [];
    expect(entries[Number(entry) - 1]?.some((name) => word.toLowerCase().startsWith(name)), `${word} ${number}`).toBe(true);
  }
  expect(await frame.locator('.terms dt').first().evaluate((name) => getComputedStyle(name, '::before').content)).toContain('counter(entry)');
  const steps = await shown('.example ol.steps > li');
  expect(steps.length).toBeGreaterThan(1);
  expect(Math.min(...steps)).toBeGreaterThan(20);
  expect(Math.min(...(await shown('.slide')))).toBeGreaterThan(50);
  await frame.evaluate(() => {
    dispatchEvent(new Event('afterprint'));
    location.hash = '#/l3';
  });
  await frame.locator('.axis .bar').first().waitFor({ state: 'attached' });
  expect(Math.min(...(await shown('.axis .bar')))).toBeGreaterThan(10);
});
