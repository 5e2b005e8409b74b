/** The slides as a show: by button and by key, with a voice where there is one and captions where there is none, and whole without either. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser that knows no voice, as in many offices. */
const NO_VOICE = 'Object.defineProperty(speechSynthesis, "getVoices", { value: () => [] });';

test('a slide is played with captions where there is no voice, and its figure grows with the words', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  await launch.context.addInitScript(NO_VOICE);
  await launch.reloadFrame();
  const learner = new Learner(launch);
  await learner.open('Slides');
  const { frame } = learner;
  expect(await frame.locator('.slide:visible').count()).toBe(1);
  await frame.locator('.steps:visible .step').nth(3).click();
  await frame.locator('#lectern-slide-4').waitFor();
  expect(await frame.locator('.slide:visible .is-waiting').count()).toBe(0);
  await frame.getByRole('button', { name: 'Play' }).click();
  await frame.getByText('captions only').waitFor();
  expect(await frame.locator('.slide:visible .is-waiting').count()).toBeGreaterThan(0);
  await frame.locator('.caption:visible').waitFor();
  await frame.getByRole('button', { name: 'Pause' }).click();
  await frame.getByRole('button', { name: 'From the start' }).click();
  expect(await frame.locator('.slide:visible .is-waiting').count()).toBe(0);
  expect(launch.complaints()).toEqual([]);
});

test('keys go through the slides, and can be switched off', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Slides');
  const { frame } = learner;
  const slide = (number: number): Promise<void> => frame.locator(`#lectern-slide-${number}:visible`).waitFor();
  const play = frame.getByRole('button', { name: 'Play' });
  await play.press('ArrowRight');
  await slide(2);
  await play.press('End');
  await slide(11);
  await play.press('Home');
  await slide(1);
  await play.press('k');
  await frame.getByRole('button', { name: 'Pause' }).press('k');
  await frame.getByText('Keys', { exact: true }).click();
  await frame.getByLabel('Use these keys').uncheck();
  await play.press('ArrowRight');
  await slide(1);
  await frame.getByRole('button', { name: 'Show all slides' }).click();
  expect(await frame.locator('.slide:visible').count()).toBe(11);
});

test('axe finds nothing while a slide is played', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch({ frame: 'popup' });
  const learner = new Learner(launch);
  await learner.open('Slides');
  await learner.frame.getByRole('button', { name: 'Play' }).click();
  await learner.frame.getByText('Keys', { exact: true }).click();
  await learner.frame.evaluate(axeSource);
  const found = await learner.frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
  expect(found).toEqual([]);
});

test('figures can be tried by buttons alone, and are whole again', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.open('Slides');
  const { frame } = learner;
  const go = async (slide: number): Promise<void> => {
    await frame.locator('lectern-watch .step').nth(slide - 1).click();
    await frame.locator(`#lectern-slide-${slide}:visible`).waitFor();
  };
  const tries = frame.locator('lectern-explore:visible');
  await go(2);
  const groups = frame.locator('.slide:visible .flow > .group');
  const drawn = await groups.count();
  for (let layer = drawn; layer < 6; layer++) await tries.getByRole('button', { name: /^Add/ }).click();
  expect(await groups.count()).toBe(6);
  expect(await tries.getByRole('button', { name: /^Add/ }).getAttribute('aria-disabled')).toBe('true');
  expect(await frame.locator('.slide:visible .flow').evaluate((flow) => flow.scrollWidth - flow.clientWidth)).toBeLessThanOrEqual(1);
  await tries.getByRole('button', { name: /^Without/ }).click();
  await learner.sees('no more than one linear map');
  expect(await groups.filter({ visible: true }).count()).toBe(0);
  await tries.getByRole('button', { name: /^Without/ }).click();
  expect(await groups.filter({ visible: true }).count()).toBe(6);
  await go(6);
  await tries.getByRole('button', { name: 'CNN', exact: true }).click();
  expect(await frame.locator('.slide:visible [data-dim]').count()).toBe(3);
  await tries.getByRole('button', { name: 'Cover the details' }).click();
  expect(await frame.locator('.slide:visible .quadrant small').filter({ visible: true }).count()).toBe(0);
  await go(7);
  await tries.getByRole('button', { name: 'Compare', exact: true }).click();
  await learner.sees(/is about [\d,]+ times/);
  await go(9);
  await tries.getByRole('button', { name: 'Mark what is not safe' }).click();
  await learner.sees(/Not safe: \d+ of \d+/);
  await frame.evaluate(axeSource);
  const found = await frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, rules: { 'color-contrast': { enabled: false } } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
  expect(found).toEqual([]);
  expect(launch.complaints()).toEqual([]);
});
