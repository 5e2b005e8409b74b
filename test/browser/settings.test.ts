/** The page under what people set: forced colours, no motion, bigger and wider text, a phone on its side, paper. */
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch } from './lms.ts';
import { cut, foreignColours, moving } from './page-faults.ts';

async function allSlides(launch: Launch): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.sees('Saved');
  await learner.open('Slides');
  await learner.press('Show all slides');
  await expect.poll(() => learner.frame.locator('.slide .box').first().evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid');
  return learner;
}

test('in forced colours every figure and text has colours of the system, and what is chosen has a frame', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch({ context: { forcedColors: 'active' } });
  const learner = await allSlides(launch);
  expect(await foreignColours(learner.frame)).toEqual([]);
  await learner.open('Check');
  const option = learner.frame.locator('.option').first();
  const frameOf = (): Promise<string> => option.evaluate((element) => `${getComputedStyle(element).outlineStyle} ${getComputedStyle(element).outlineWidth}`);
  const before = await frameOf();
  await option.click();
  expect(await frameOf()).not.toBe(before);
});

test('without motion nothing moves or fades: no transition, no animation, no smooth scrolling, also while a slide is played', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch({ context: { reducedMotion: 'reduce' } });
  const learner = await allSlides(launch);
  expect(await moving(learner.frame)).toEqual([]);
  await learner.press('One at a time');
  await learner.press('Play');
  await learner.button('Pause').waitFor();
  expect(await moving(learner.frame)).toEqual([]);
});

/** Of a system with several voices, whose names are long. */
const MANY_VOICES = `Object.defineProperty(speechSynthesis, 'getVoices', { value: () => ['Sonia', 'Ryan'].map((name) => ({ name: \`Microsoft \${name} Online (Natural) - English (United Kingdom)\`, lang: 'en-GB', localService: true })) });`;

/** Longer than any line at 318 pixels. */
const COMPOUND = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';

const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

test.for([
  ['twice as big', 'html { font-size: 200% }', 640, 480],
  ['with wide spacing', SPACING, 640, 480],
  ['with wide spacing, in the room that 400 % leaves', SPACING, 318, 236],
  ['on a phone on its side', '', 740, 340],
] as const)('text %s is neither cut nor wider than the page, figures and questions included', async ([, rules, width, height], { lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch({ width, height });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  const { frame } = learner;
  await frame.evaluate(MANY_VOICES);
  await frame.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
  const seen: Record<string, { sideways: number; cut: string[] }> = { home: await cut(frame) };
  const open = (lesson: string): Promise<void> => frame.evaluate((id) => void (location.hash = `#/${id}`), lesson);
  await open('l3');
  await frame.getByRole('heading', { level: 1, name: 'Every figure' }).waitFor();
  seen['Read'] = await cut(frame);
  await learner.open('Slides');
  await frame.getByLabel('Voice').waitFor();
  seen['one slide with its controls'] = await cut(frame);
  await learner.press('Show all slides');
  seen['every figure'] = await cut(frame);
  await open('l1');
  await frame.getByRole('heading', { level: 1, name: 'The bicycle check' }).waitFor();
  seen['Read, with a table and a formula'] = await cut(frame);
  await learner.open('Check');
  await frame.evaluate(() => {
    for (const question of document.querySelectorAll('.question')) question.removeAttribute('hidden');
  });
  seen['every question'] = await cut(frame);
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, { sideways: 0, cut: [] }])));
});

test('a word that is longer than a line is parted, in whatever an author writes', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch({ width: 318, height: 236 });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  const { frame } = learner;
  const lengthen = (places: string): Promise<void> => frame.evaluate(([where, word]) => document.querySelectorAll(where).forEach((each) => each.append(` ${word}`)), [places, COMPOUND] as const);
  await lengthen('.card-title');
  const seen: Record<string, number> = { home: (await cut(frame)).sideways };
  const tabs = (): Promise<number> => frame.getByRole('tablist').evaluate((list) => list.getBoundingClientRect().top + scrollY);
  await frame.evaluate(() => void (location.hash = '#/l1'));
  await frame.getByRole('heading', { level: 1, name: 'The bicycle check' }).waitFor();
  await lengthen('.eyebrow span, h1, .view-read :is(h2, h3), .callout-title > span, .term dt, .term dd, .view-read p:not(.callout-title, .actions), .view-read li, .slide h3, .slide p, .option-text, .order-text, .pair-text, .prompt');
  // The title has the focus, and its ring fits its words: it moves nothing when it goes, or the press on a tab would miss.
  expect(await frame.evaluate(() => document.activeElement?.matches('h1:focus-visible'))).toBe(true);
  const [withRing, wide] = [await tabs(), (await cut(frame)).sideways];
  await frame.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  expect([wide, withRing]).toEqual([0, await tabs()]);
  for (const view of ['Read', 'Slides', 'Check'] as const) {
    await learner.open(view);
    await frame.evaluate(() => document.querySelectorAll('.question').forEach((question) => question.removeAttribute('hidden')));
    seen[view] = (await cut(frame)).sideways;
  }
  expect(seen).toEqual({ home: 0, Read: 0, Slides: 0, Check: 0 });
});

test('a picture that does not come is told by its description, and asked for again when the line is back', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch({ refused: /^media\// });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  await learner.frame.evaluate(() => void (location.hash = '#/l1'));
  const picture = learner.frame.getByRole('img', { name: /^A bicycle seen from the side: two wheels/ });
  await picture.evaluate((image) => image.scrollIntoView());
  const border = (): Promise<string> => picture.evaluate((image) => getComputedStyle(image).borderTopStyle);
  await expect.poll(border).toBe('dashed');
  launch.settings.refused = null;
  await learner.frame.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(border).toBe('none');
  expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(true);
});

test('on paper stand the text, every slide and every question, without buttons', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch({ frame: 'popup' });
  const learner = new Learner(launch);
  await learner.sees('Saved');
  const page = learner.frame.page();
  await learner.frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await learner.frame.locator('#lectern-slide-11').waitFor();
  const visible = (selector: string): Promise<number> => learner.frame.locator(selector).filter({ visible: true }).count();
  expect(await visible('.question')).toBe(await learner.frame.locator('.question').count());
  expect(await visible('.slide')).toBe(11);
  expect(await visible('header.bar, .tabs, .pager, nav.steps, .actions, .deck')).toBe(0);
  expect(await visible('.view-read h2')).toBeGreaterThan(4);
});

test('nothing sounds or moves before Play is pressed', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch({ context: { reducedMotion: 'no-preference' } });
  const learner = await allSlides(launch);
  await learner.press('One at a time');
  const restless = await learner.frame.evaluate(() => ({
    speaking: speechSynthesis.speaking || speechSynthesis.pending,
    playing: [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter((media) => !media.paused || media.autoplay).length,
    endless: document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations === Infinity).length,
  }));
  expect(restless).toEqual({ speaking: false, playing: 0, endless: 0 });
});

test('a term is explained on a press, not on pointing at it, and goes with Escape', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch();
  const learner = new Learner(launch);
  await learner.sees('Saved');
  const term = learner.frame.locator('lectern-term button').first();
  const tip = learner.frame.locator('lectern-term .tip').first();
  await term.hover();
  await term.focus();
  expect([await tip.isVisible(), await term.getAttribute('aria-expanded')]).toEqual([false, 'false']);
  await term.press('Enter');
  await tip.waitFor();
  // It stays while it is pointed at, and nothing else in the text gives way.
  await tip.hover();
  expect([await tip.isVisible(), await term.getAttribute('aria-expanded')]).toEqual([true, 'true']);
  expect(await tip.evaluate((element) => element.previousElementSibling?.localName)).toBe('button');
  await launch.page.keyboard.press('Escape');
  await tip.waitFor({ state: 'hidden' });
  expect(await term.evaluate((button) => document.activeElement === button)).toBe(true);
});
