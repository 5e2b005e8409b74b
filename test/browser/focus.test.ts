/** Where the focus is can be seen at every stop, whatever has it is big enough to be touched, and Tab leads in and out again. */
import type { Frame, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner, describeFocus } from './learner.ts';
import type { Launch } from './lms.ts';
import { tooSmall } from './page-faults.ts';

interface Stop {
  name: string;
  /** Sentences; empty when nothing is wrong. */
  faults: string[];
}

/** What has the focus in the course: whether it can be seen and reached (SC 2.4.7, 2.4.11); null when the focus has left the frame. */
function lookAtFocus(frame: Frame): Promise<Stop | null> {
  return frame.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || !document.hasFocus()) return null;
    const name = `${focused.localName} “${(focused.getAttribute('aria-label') ?? focused.textContent).replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
    const faults: string[] = [];
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || outlineColor === 'rgba(0, 0, 0, 0)') faults.push(`has the outline ${outlineWidth} ${outlineStyle} ${outlineColor}`);
    const box = focused.getBoundingClientRect();
    const [left, right, top, bottom] = [Math.max(0, box.left), Math.min(innerWidth, box.right), Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (right <= left || bottom <= top) faults.push(`is out of sight at ${Math.round(box.top)} of ${innerHeight}`);
    else {
      // Some of it has to be in sight: nine places are tried.
      const seen = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
      if (!seen.some((element) => element !== null && (focused.contains(element) || element.contains(focused)))) faults.push('is covered');
    }
    return { name, faults };
  });
}

/** Every stop of Tab from the LMS page through the course; the last Tab has to leave it (SC 2.1.2). */
async function tabThrough(page: Page, frame: Frame): Promise<Stop[]> {
  await page.getByText('Course frame').or(page.locator('body')).first().evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const stops: Stop[] = [];
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const stop = await lookAtFocus(frame);
    if (stop === null && stops.length > 0) return stops;
    if (stop !== null) stops.push(stop);
  }
  throw new Error(`Tab never left the course; it came to ${stops.map(({ name }) => name).join(', ')}`);
}

async function views(launch: Launch, look: (name: string) => Promise<void>): Promise<void> {
  const learner = new Learner(launch);
  await learner.sees('Saved');
  await look('the home');
  await learner.openLesson('The bicycle check');
  await look('Read');
  await learner.open('Slides');
  await look('Slides');
  await learner.open('Check');
  for (const number of [1, 7, 8, 9, 10]) {
    await learner.frame.getByRole('link', { name: new RegExp(`^Question ${number} of`), includeHidden: true }).evaluate((link) => (link as HTMLElement).click());
    await learner.frame.getByRole('heading', { name: new RegExp(`^Question ${number} of`) }).waitFor();
    if (number === 1) {
      await learner.frame.getByRole('radio').first().check();
      await learner.press('Check answer');
    }
    await look(`question ${number}`);
  }
}

test.for([
  [1000, 700],
  [318, 236],
] as const)('Tab shows where it is at every stop of every view, and leaves the course at its end, at %i × %i', async ([width, height], { lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').everyQuestion)).launch({ width, height, frame: width < 400 ? 'nested' : 'iframe' });
  const seen: Record<string, string[]> = {};
  const sizes: Record<string, string[]> = {};
  await views(launch, async (name) => {
    const frame = launch.frame();
    await frame.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    sizes[name] = await tooSmall(frame);
    await launch.page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
    const stops = await tabThrough(launch.page, frame);
    expect(stops.length).toBeGreaterThan(5);
    seen[name] = stops.flatMap(({ name: stop, faults }) => faults.map((fault) => `${stop} ${fault}`));
  });
  const none = Object.fromEntries(Object.keys(seen).map((name) => [name, []]));
  expect(seen).toEqual(none);
  expect(sizes).toEqual(none);
});

test('controls of slides keep the focus when the slide changes under them, at rest and while it plays', async ({ lmsWith }) => {
  const launch = await (await lmsWith(inject('packages').flagship)).launch({ frame: 'popup' });
  const learner = new Learner(launch);
  const { frame } = learner;
  const page = frame.page();
  await learner.open('Slides');
  const press = async (name: string, slide: number): Promise<void> => {
    await learner.button(name).focus();
    await page.keyboard.press('Enter');
    await frame.locator(`#lectern-slide-${slide}`).filter({ visible: true }).waitFor();
    expect((await describeFocus(frame)).name).toBe(name);
  };
  await press('Next slide', 2);
  await press('Next slide', 3);
  await press('Previous slide', 2);
  await learner.press('Play');
  await press('Next slide', 3);
});
