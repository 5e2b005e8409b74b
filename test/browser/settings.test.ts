/** The page under what people set: forced colours, no motion, bigger and wider text, a phone on its side, paper. */
import type { Frame } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import type { Launch } from './lms.ts';

async function allSlides(launch: Launch): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.sees('Saved');
  await learner.open('Slides');
  await learner.press('Show all slides');
  await expect.poll(() => learner.frame.locator('.slide .box').first().evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid');
  return learner;
}

/** Colours of lines and fills in drawings, and of text, that are none of the system's. */
function foreignColours(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonFace', 'ButtonText', 'ButtonBorder', 'Field', 'FieldText', 'Highlight', 'HighlightText', 'GrayText', 'Mark', 'MarkText', 'SelectedItem', 'SelectedItemText'].map((name) => {
      probe.style.setProperty('forced-color-adjust', 'none');
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    const allowed = new Set([...system, 'none', 'rgba(0, 0, 0, 0)']);
    const wrong = new Set<string>();
    for (const shape of document.querySelectorAll('.visual svg *')) {
      if (!(shape instanceof SVGGraphicsElement) || !shape.checkVisibility()) continue;
      const { fill, stroke, fillOpacity } = getComputedStyle(shape);
      for (const colour of [fill, stroke]) if (!allowed.has(colour) && fillOpacity !== '0') wrong.add(`${shape.localName}.${shape.getAttribute('class') ?? ''}: ${colour}`);
    }
    for (const element of document.querySelectorAll('main *')) {
      if (element.checkVisibility() && !(element instanceof SVGElement) && !allowed.has(getComputedStyle(element).color)) wrong.add(`${element.localName}.${element.className}: ${getComputedStyle(element).color}`);
    }
    return [...wrong];
  });
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
  const moving = (): Promise<string[]> =>
    learner.frame.evaluate(() => {
      const named = [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || animationName !== 'none' || scrollBehavior === 'smooth';
      });
      return [...named.map((element) => `${element.localName}.${element.className}`), ...document.getAnimations().map(() => 'an animation')];
    });
  expect(await moving()).toEqual([]);
  await learner.press('One at a time');
  await learner.press('Play');
  await learner.button('Pause').waitFor();
  expect(await moving()).toEqual([]);
});

/** How far the page goes sideways, and pieces of text that are cut off by their own box. */
function cut(frame: Frame): Promise<{ sideways: number; cut: string[] }> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const boxes = [...document.querySelectorAll('main *, .bar *')].filter((element) => {
      const style = getComputedStyle(element);
      if (!element.checkVisibility() || element.closest('[role][tabindex="0"], pre, .sr-only, .bar-title, svg, textarea, select') !== null) return false;
      return /hidden|clip/.test(style.overflowY + style.overflowX) && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2) && element.textContent !== '' && !element.matches('.facts, .part-end, progress');
    });
    return { sideways: root.scrollWidth - root.clientWidth, cut: boxes.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
}

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
