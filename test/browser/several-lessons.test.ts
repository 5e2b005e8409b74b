/** Courses of several lessons: the way through them, what home and results say, and a launch that does not grow with the course. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { layoutShift } from './layout-shift.ts';
import { Learner, describeFocus } from './learner.ts';
import type { Launch, Lms } from './lms.ts';
import { lectern } from './packages.ts';

const COURSE = 'Tea in three lessons';
const RIGHT = { 'The leaf': 'Camellia sinensis', 'The water': 'About 75 °C', 'The cup': 'Two minutes' };

async function answer(learner: Learner, option: string): Promise<void> {
  await learner.open('Check');
  await learner.choose(option);
  await learner.check();
}

const heading = (learner: Learner, name: string): Promise<void> => learner.frame.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** The browser's own buttons: they move through the entries of page and frame together. */
const travel = (launch: Launch, by: number): Promise<void> => launch.page.evaluate((steps) => history.go(steps), by);

test('a lesson ends with the name of the next one, and the last with the way home, where results of all stand', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  const pager = learner.frame.getByRole('navigation', { name: 'Previous and next' });
  await pager.getByRole('button', { name: 'Next T1 – The leaf' }).click();
  await heading(learner, 'The leaf');
  for (const [at, [title, option]] of Object.entries(RIGHT).entries()) {
    await answer(learner, option);
    expect(await launch.frame().title()).toBe(`Question 1 of 1 – Check – T${at + 1} – ${title} – ${COURSE}`);
    await learner.press('See results');
    await learner.sees('The whole course');
    const next = ['T2 – The water', 'T3 – The cup', COURSE][at] ?? '';
    await pager.getByRole('button', { name: `Next ${next}` }).click();
    await heading(learner, ['The water', 'The cup', COURSE][at] ?? '');
    expect(await describeFocus(learner.frame)).toMatchObject({ role: 'H1' });
  }
  expect(await launch.frame().title()).toBe(COURSE);
  const home = learner.frame.getByRole('main');
  // On a slow computer the sections that were passed on the way have been in view long enough to be read.
  expect(await home.getByRole('listitem').allInnerTexts()).toEqual(Object.keys(RIGHT).map((title) => expect.stringMatching(new RegExp(`${title}[^]*(?:Started|Done)`))));
  await learner.sees('You scored 100% — pass mark 60%');
  await learner.sees('Reported to your LMS: passed, 100%. Saved.');
  expect(launch.complaints()).toEqual([]);
});

test('the cards and the list of lessons say what is done, at once and at the next visit', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const learner = new Learner(await lms.launch());
  await learner.openLesson('The leaf');
  await learner.readEverything();
  await answer(learner, 'Camellia japonica');
  const states = async (at: Learner): Promise<string[]> => {
    const cards = await at.frame.getByRole('main').getByRole('listitem').allInnerTexts();
    return cards.map((card) => card.replace(/\s+/g, ' '));
  };
  const expected = [/Done.* 0 of 1 point/, /Not started/, /Not started/].map((words) => expect.stringMatching(words));
  await learner.frame.getByRole('banner').getByRole('link', { name: COURSE }).click();
  await heading(learner, COURSE);
  expect(await states(learner)).toEqual(expected);
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const back = new Learner(await lms.launch());
  await back.sees('You stopped at');
  expect(await states(back)).toEqual(expected);
  await back.frame.getByRole('navigation', { name: 'Lessons', includeHidden: true }).getByRole('link', { name: 'T1 – The leaf (Done)', includeHidden: true }).waitFor({ state: 'attached' });
});

test("the browser's back and forward go through the lessons, and back to the place that was left", async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('The leaf');
  await learner.open('Check');
  await learner.press(/^Next /);
  await heading(learner, 'The water');
  await travel(launch, -1);
  await heading(learner, 'The leaf');
  await learner.frame.getByRole('tabpanel', { name: 'Check' }).waitFor();
  await travel(launch, -1);
  await heading(learner, COURSE);
  await travel(launch, 1);
  await heading(learner, 'The leaf');
  await travel(launch, 1);
  await heading(learner, 'The water');
  expect(launch.complaints()).toEqual([]);
});

test('a section visited by its link is found again by back, in its own lesson', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('The leaf');
  await learner.press('Contents');
  await learner.frame.getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: /^One plant/ }).click();
  await learner.press('Contents');
  await learner.frame.getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: /^T3 – The cup/ }).click();
  await heading(learner, 'The cup');
  await travel(launch, -1);
  await heading(learner, 'The leaf');
  await travel(launch, -1);
  await heading(learner, 'The leaf');
  await travel(launch, -1);
  await heading(learner, COURSE);
});

test('the preview opens the lesson that its address names', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.openAlone();
  const learner = new Learner(launch);
  await learner.openLesson('The cup');
  await launch.page.reload();
  await heading(learner, 'The cup');
  await learner.sees('nothing is recorded');
});

test('a lesson that cannot be loaded says so, and opens when it is tried again', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await launch.context.setOffline(true);
  await learner.frame.getByRole('main').getByRole('link', { name: /The water/ }).click();
  await learner.frame.getByRole('alert').filter({ hasText: 'This lesson could not be opened' }).waitFor();
  await launch.context.setOffline(false);
  await learner.press('Try again');
  await heading(learner, 'The water');
});

test('a lone lesson whose questions did not arrive says so, and works after "Try again"', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const first = await lms.launch();
  first.settings.refused = /^lessons\/.*\.js$/;
  // Its frame is waited for step by step below: a busy computer has that much time for each.
  await first.page.reload({ waitUntil: 'commit' });
  await first.whenReady();
  const learner = new Learner(first);
  await learner.sees('This lesson could not be opened');
  first.settings.refused = null;
  await learner.press('Try again');
  await learner.open('Check');
  await learner.choose('Carbon dioxide');
  expect(await learner.check()).toMatch(/^Correct/);
});

test('missed questions can be practised without a trace in the record, and the section that teaches is named', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Check');
  for (const wrong of ['Oxygen', 'Nitrogen']) {
    await learner.choose(wrong);
    await learner.check();
    if (wrong === 'Oxygen') await learner.press('Try again');
  }
  for (const number of [2, 3, 4]) await learner.frame.getByRole('link', { name: new RegExp(`^Question ${number} of`) }).click();
  await learner.press('I do not know');
  await learner.press('See results');
  await launch.settled();
  const before = launch.calls().length;
  await learner.press('Practise missed questions');
  await learner.sees('nothing here is recorded');
  await learner.choose('Carbon dioxide');
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.press('Next question');
  await learner.press('I do not know');
  await learner.press('See results');
  await learner.frame.getByRole('heading', { name: /^You scored 0%/ }).waitFor();
  expect((await launch.settled()).length).toBe(before);
});

test('questions of earlier lessons are practised on the results, from the lesson they name, without a trace in the record', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('The leaf');
  await answer(learner, RIGHT['The leaf']);
  await learner.press('See results');
  await learner.sees('You scored 100%');
  const offer = learner.frame.getByRole('button', { name: 'Practise questions from earlier lessons' });
  expect(await offer.count()).toBe(0);
  await learner.press('Next T2 – The water');
  await heading(learner, 'The water');
  await answer(learner, RIGHT['The water']);
  await learner.press('See results');
  await offer.waitFor();
  await launch.settled();
  const before = launch.calls().length;
  await offer.click();
  await learner.sees('From T1 – The leaf');
  expect(await describeFocus(learner.frame)).toMatchObject({ role: 'H2' });
  await learner.choose('Camellia japonica');
  expect(await learner.check()).toMatch(/^Not quite/);
  await learner.press('Try again');
  await learner.choose(RIGHT['The leaf']);
  expect(await learner.check()).toMatch(/^Correct/);
  await learner.press('See results');
  await learner.frame.getByRole('heading', { name: /^You scored 100%/ }).waitFor();
  expect((await launch.settled()).length).toBe(before);
});

test('the results of a course give a calendar file with the days to review, and say which', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('The leaf');
  await answer(learner, RIGHT['The leaf']);
  await learner.press('See results');
  // One calendar for the course: its lessons have none of their own.
  expect(await learner.frame.getByRole('button', { name: 'Get review reminders' }).count()).toBe(0);
  await learner.frame.getByRole('banner').getByRole('link', { name: COURSE }).click();
  const coming = launch.page.waitForEvent('download');
  await learner.press('Get review reminders');
  const file = await coming;
  const text = await readFile(await file.path(), 'utf8');
  expect(file.suggestedFilename()).toMatch(/^review-.*\.ics$/);
  const days = [...text.matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)\r$/gm)].map(([, y, m, d]) => Date.UTC(Number(y), Number(m) - 1, Number(d)));
  const [first = 0] = days;
  expect(days.map((day) => Math.round((day - first) / 86_400_000))).toEqual([0, 5, 19]);
  expect(text).toContain(`SUMMARY:Review: ${COURSE}\r\n`);
  await learner.sees('A calendar file was saved, with reminders for');
});

test('words of the interface inside questions are marked where the lesson is in another language', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').arabic);
  const learner = new Learner(await lms.launch());
  await learner.open('Check');
  const languages = await learner.frame.evaluate(() => {
    const of = (element: Element | null | undefined): string => element?.closest('[lang]')?.getAttribute('lang') ?? '';
    const item = [...document.querySelectorAll('[data-item]')].find((each) => each.checkVisibility());
    return { button: of(item?.querySelector('button')), facts: of(item?.querySelector('.facts')), prompt: of(item?.querySelector('.prompt')) };
  });
  expect(languages).toEqual({ button: 'en', facts: 'en', prompt: expect.stringMatching(/^ar/) });
});

test.for([390, 318])('at %d pixels the header is one row, and nothing moves without an LMS', async (width, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.openAlone({ context: { viewport: { width, height: 700 } } });
  await launch.page.getByText('nothing is recorded').waitFor();
  expect(await layoutShift(launch.page)).toBeLessThan(0.02);
  const boxes = await launch.page.getByRole('banner').getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect));
  const [left, right] = boxes;
  expect(boxes).toHaveLength(2);
  expect(Math.abs((left?.y ?? 0) + (left?.height ?? 0) / 2 - (right?.y ?? 0) - (right?.height ?? 0) / 2)).toBeLessThan(2);
  expect(left?.right).toBeLessThan(right?.left ?? 0);
});

/** Files and calls of one launch. */
async function launchCost(lms: Lms): Promise<{ requests: number; calls: number; launch: Launch }> {
  const launch = await lms.launch();
  await new Learner(launch).sees('Saved');
  await launch.settled();
  const calls = launch.calls().filter(({ method }) => method !== 'GetLastError').length;
  return { requests: new Set(launch.requests).size, calls, launch };
}

async function generated(count: number): Promise<{ zip: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-many-'));
  await mkdir(join(folder, 'course'));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const n of numbers) {
    await writeFile(join(folder, 'course', `n${n}.md`), `# N${n} — Number ${n}\n\n## Core content\n\n### The number\n\nThis lesson is about ${n}.\n\n## Quiz\n\n1. Q: Which number is it?\n   - (x) The number ${n}\n   - ( ) Another number\n\n   Why: The text says so.\n   Id: q${n}\n`);
  }
  await writeFile(join(folder, 'course', 'course.yaml'), `id: many-${count}\ntitle: Many lessons\niri: https://lectern.example/tests/many-${count}\nlanguage: en\nversion: 1.0.0\nlessons:\n${numbers.map((n) => `  - n${n}.md`).join('\n')}\n`);
  const { packages } = await lectern(['build', join(folder, 'course'), '--out', folder, '--json']);
  const file = packages[0]?.file;
  if (file === undefined) throw new Error(`no package of ${count} lessons`);
  return { zip: file, folder };
}

test('a thousand lessons start with the requests and calls of three, and resume without touching the others', async ({ lmsWith }) => {
  const { zip, folder } = await generated(1000);
  const big = await lmsWith(zip);
  await rm(folder, { recursive: true, force: true });
  const [many, few] = [await launchCost(big), await launchCost(await lmsWith(inject('packages').threeLessons))];
  expect([many.requests, many.calls]).toEqual([few.requests, few.calls]);
  const learner = new Learner(many.launch);
  await learner.openLesson('Number 900');
  await answer(learner, 'The number 900');
  await expect.poll(() => big.values()['interactions.0.result']).toBe('correct');
  await many.launch.page.reload();
  await many.launch.whenReady();
  await learner.sees('You stopped at');
  await learner.press('Continue');
  await heading(learner, 'Number 900');
  expect(many.launch.requests.filter((path) => /lessons\//.test(path) && !/n900|n1\.js/.test(path))).toEqual([]);
});
