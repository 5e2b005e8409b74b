/** WCAG 2.2 A and AA with axe on every page and state, and no scrolling in two directions where zoom leaves little room. */
import type { Frame, Locator } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { layoutShift } from './layout-shift.ts';
import { Learner } from './learner.ts';
import { brokenRules } from './page-faults.ts';
import { answerEverything } from './stories.ts';

/** By the rules for whole pages too. */
const faults = (frame: Frame): Promise<string[]> => brokenRules(frame, '', ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);

test.for(['light', 'dark'] as const)('axe finds nothing on any page or state in %s colours', async (colorScheme, { lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  // A window of its own, so that the rules for whole pages apply too.
  const launch = await lms.launch({ frame: 'popup', context: { colorScheme } });
  const learner = new Learner(launch);
  const seen: Record<string, string[]> = {};
  const look = async (state: string): Promise<void> => {
    seen[state] = await faults(learner.frame);
  };
  await learner.open('Read');
  await look('Read');
  await learner.open('Check');
  await look('a choice before it is answered');
  await learner.press('Check answer');
  await look('a choice checked with nothing chosen');
  await learner.choose('Oxygen');
  await learner.check();
  await look('a wrong choice');
  await learner.press('Try again');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await look('a right choice');
  await learner.next(2);
  await look('several choices');
  await learner.choose('Gluten', 'Salt');
  await learner.check();
  await look('several choices, partly right');
  await learner.next(3);
  await learner.choose('False');
  await learner.check();
  await learner.next(4);
  await look('a short answer');
  await learner.press('I do not know');
  await look('a short answer with its model answer');
  await learner.press('See results');
  await look('results');
  await learner.frame.getByText('Help and accessibility').click();
  await look('help');
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((state) => [state, []])));
});

test('axe finds nothing on the questions before the text, open and answered', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').guess);
  const { frame } = new Learner(await lms.launch());
  const before = frame.getByRole('region', { name: 'Before you read' });
  await before.getByRole('radio', { name: 'The wind' }).check();
  expect(await faults(frame)).toEqual([]);
  await before.getByRole('button', { name: 'Save answer' }).first().click();
  await before.getByText('Answer saved').waitFor();
  expect(await faults(frame)).toEqual([]);
});

test('axe finds nothing after exit', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const learner = new Learner(await lms.launch());
  await learner.exit();
  expect(await faults(learner.frame)).toEqual([]);
});

test('axe finds nothing on the home of a course, on the resume card and in a lesson with slides', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').threeLessons);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.sees('Tea in three lessons');
  expect(await faults(learner.frame)).toEqual([]);
  await learner.openLesson('The leaf');
  await learner.open('Check');
  expect(await faults(learner.frame)).toEqual([]);
  await learner.exit();
  await expect.poll(() => lms.stored().terminated).toBe(true);
  const again = new Learner(await lms.launch());
  await again.sees('You stopped at');
  expect(await faults(again.frame)).toEqual([]);

});

test.for(['flagship', 'pastedTwin'] as const)('axe finds nothing in any view of %s', async (name, { lmsWith }) => {
  const lms = await lmsWith(inject('packages')[name]);
  const learner = new Learner(await lms.launch({ frame: 'popup' }));
  for (const view of ['Read', 'Slides', 'Check'] as const) {
    await learner.open(view);
    expect([view, await faults(learner.frame)]).toEqual([view, []]);
  }
});

test('a lesson written from right to left is laid out so, with axe content and no sideways scrolling', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').arabic);
  const learner = new Learner(await lms.launch({ frame: 'nested', width: 318, height: 236 }));
  expect(await learner.frame.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).direction)).toBe('rtl');
  for (const view of ['Read', 'Check'] as const) {
    await learner.open(view);
    expect([view, await sideways(learner.frame), await faults(learner.frame)]).toEqual([view, { by: 0, culprits: [] }, []]);
  }
});

test('in a page from right to left each piece of our words runs from left to right: numbers stand where they belong', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').fromRight);
  const learner = new Learner(await lms.launch());
  const { frame } = learner;
  const checked = new Set<string>();
  const look = async (): Promise<void> => {
    const { texts, backwards } = await runs(frame);
    for (const text of texts) checked.add(text);
    expect(backwards).toEqual([]);
  };
  await look();
  await learner.open('Check');
  const question = frame.locator('.question:visible');
  const total = await frame.locator('.question').count();
  for (let number = 1; number <= total; number++) {
    await frame.getByRole('heading', { name: `Question ${number} of ${total}` }).waitFor();
    await answerEach(question);
    await look();
    await question.locator('[data-action="check"]').click();
    const marked = question.getByRole('button', { name: 'Partly' });
    const onwards = question.getByRole('button', { name: /^(Next question|See results)$/ });
    await marked.or(onwards).first().waitFor();
    if ((await marked.count()) > 0) await marked.click();
    await look();
    await onwards.click();
  }
  await frame.getByRole('heading', { name: /^You scored/ }).waitFor();
  await look();
  // Those that have been the wrong way round: a number, then words, then a number or a point.
  for (const some of [/ of \d+ matched/, / of \d+ sorted/, /^[\d.]+ of \d+ points$/, /^You scored/]) expect([...checked].filter((text) => some.test(text)), String(some)).not.toEqual([]);
});

/** Steps are left where they are but one: their lists of places are no answers of their own. */
async function answerEach(question: Locator): Promise<void> {
  for (const group of [question, ...(await question.getByRole('group').all())]) {
    const first = group.getByRole('radio').or(group.getByRole('checkbox')).first();
    if ((await first.count()) > 0) await first.check();
  }
  for (const text of await question.getByRole('textbox').all()) await text.fill('4');
  for (const [index, list] of (await question.locator('select:not(.order-place)').all()).entries()) await list.selectOption({ index: index + 1 });
  const down = question.getByRole('button', { name: /^Move .* down$/ }).first();
  if ((await down.count()) > 0) await down.click();
}

/** Pieces of the interface's words that can be seen, and those whose first letter does not stand left of the last one of its line. */
function runs(frame: Frame): Promise<{ texts: string[]; backwards: string[] }> {
  return frame.evaluate(() => {
    const texts: string[] = [];
    const backwards: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const { nodeValue, parentElement } = words.currentNode;
      const text = (nodeValue ?? '').trim();
      if (text.length < 2 || parentElement?.closest('[lang]')?.getAttribute('lang') !== 'en' || parentElement.closest('option, select, .sr-only, script') !== null || !parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const from = (nodeValue ?? '').indexOf(text);
      const boxOf = (at: number): DOMRect => {
        const range = document.createRange();
        range.setStart(words.currentNode, at);
        range.setEnd(words.currentNode, at + 1);
        return range.getBoundingClientRect();
      };
      const first = boxOf(from);
      let last = from + text.length - 1;
      while (last > from && Math.abs(boxOf(last).top - first.top) > 2) last--;
      texts.push(text);
      if (last > from && boxOf(last).left < first.left) backwards.push(text);
    }
    return { texts, backwards };
  });
}

test('no room stands empty at the first visit, and nothing moves at the next one when the card comes', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch({ width: 390, height: 760 });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  const gap = (): Promise<number> => learner.frame.evaluate(() => (document.querySelector('.tabs')?.getBoundingClientRect().top ?? 0) - (document.querySelector('.slot .facts')?.getBoundingClientRect().bottom ?? 0));
  expect(await gap()).toBeLessThan(30);
  await learner.open('Check');
  await learner.exit();
  const again = await lms.launch({ width: 390, height: 760, sharing: launch });
  const card = again.frame().locator('.resume');
  await card.waitFor();
  expect(await layoutShift(again.frame())).toBeLessThan(0.02);
});

/** How far the page can be scrolled sideways, and what sticks out. */
function sideways(frame: Frame): Promise<{ by: number; culprits: string[] }> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const inRegion = (element: Element): boolean => element.closest('[role][tabindex="0"], pre') !== null;
    const visible = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && !inRegion(element));
    const wide = visible.filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return (right > root.clientWidth + 1 || left < -1) && width > 1 && height > 1;
    });
    return { by: root.scrollWidth - root.clientWidth, culprits: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
}

test.for(['everyItem', 'threeLessons', 'flagship'] as const)('%s needs no sideways scrolling at 318 × 236 in a nested frame', async (name, { lmsWith }) => {
  const lms = await lmsWith(inject('packages')[name]);
  const launch = await lms.launch({ frame: 'nested', width: 318, height: 236 });
  const { frame } = new Learner(launch);
  expect(await frame.evaluate(() => [innerWidth, innerHeight])).toEqual([318, 236]);
  expect(await sideways(frame)).toEqual({ by: 0, culprits: [] });
  const learner = new Learner(launch);
  if (name === 'threeLessons') await learner.openLesson('The leaf');
  for (const view of ['Read', 'Check'] as const) {
    await learner.open(view);
    expect([view, await sideways(frame)]).toEqual([view, { by: 0, culprits: [] }]);
  }
});

test('answers, feedback and results fit into 318 × 236 too, and the focused control is never covered', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ frame: 'nested', width: 318, height: 236 });
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  expect(await sideways(learner.frame)).toEqual({ by: 0, culprits: [] });
  const covered = await learner.frame.evaluate(() => {
    const focused = document.activeElement;
    const box = focused?.getBoundingClientRect();
    if (focused === null || box === undefined) return 'nothing has the focus';
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top === focused || focused.contains(top) ? '' : `${focused.outerHTML} under ${top?.outerHTML.slice(0, 100) ?? 'nothing'}`;
  });
  expect(covered).toBe('');
});

test('text at twice its size and with wide spacing still fits', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch({ width: 640 });
  const learner = await answerEverything(launch);
  await learner.frame.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html{font-size:200%} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}');
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await sideways(learner.frame)).toEqual({ by: 0, culprits: [] });
  for (const view of ['Read', 'Check'] as const) {
    await learner.open(view);
    expect([view, await sideways(learner.frame)]).toEqual([view, { by: 0, culprits: [] }]);
  }
});

test('opening the course does not take the focus from the LMS; changing the view moves it to the heading', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyItem);
  const launch = await lms.launch();
  await expect.poll(() => launch.calls('Commit').length).toBeGreaterThan(0);
  expect(await launch.frame().evaluate(() => document.hasFocus() && document.activeElement !== document.body)).toBe(false);
  expect(await launch.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});
