/** The slides as a show: by button and by key, with a voice where there is one and captions where there is none, and whole without either. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, inject } from 'vitest';
import { test } from './fixtures.ts';
import { describeFocus, Learner } from './learner.ts';

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
  const caption = frame.locator('.caption:visible');
  await caption.waitFor();
  // The mark in the transcript is the sentence that is said, without the figure above it.
  const [marked, shown] = await caption.evaluate((line) => [[...(CSS.highlights.get('lectern-sentence') ?? [])].map(String), line.textContent]);
  expect(marked).toEqual([shown]);
  await frame.getByRole('button', { name: 'Pause' }).click();
  await frame.getByRole('button', { name: 'From the start' }).click();
  expect(await frame.locator('.slide:visible .is-waiting').count()).toBe(0);
  expect(launch.complaints()).toEqual([]);
});

/** The browser's voice as the standard describes it: listed late, its events tasks of their own, `pause` without effect as on Android. */
const SPEAKS = `(() => {
  const edge = Object.assign(new EventTarget(), {
    speaking: false, pending: false, paused: false, said: [], known: [], current: null,
    getVoices: () => edge.known,
    pause() {}, resume() {},
    speak(utterance) {
      edge.speaking = true;
      edge.current = utterance;
      setTimeout(() => {
        if (edge.current !== utterance) return;
        edge.said.push(utterance.text);
        utterance.dispatchEvent(new Event('start'));
      }, 5);
    },
    end() {
      const utterance = edge.current;
      Object.assign(edge, { speaking: false, current: null });
      utterance.dispatchEvent(new Event('end'));
    },
    cancel() {
      const dropped = edge.current;
      Object.assign(edge, { speaking: false, current: null });
      if (dropped !== null) setTimeout(() => dropped.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' })));
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: edge });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
})();`;

interface Edge extends EventTarget {
  said: string[];
  speaking: boolean;
  known: { name: string; lang: string; localService: boolean }[];
  end(): void;
}

test('the voice of the browser reads slide after slide, whenever it is listed and whatever the learner does meanwhile', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').flagship);
  const launch = await lms.launch();
  await launch.context.addInitScript(SPEAKS);
  await launch.reloadFrame();
  const learner = new Learner(launch);
  await learner.open('Slides');
  const { frame } = learner;
  const edge = <T>(ask: (voice: Edge) => T): Promise<T> => frame.evaluate(`(${ask.toString()})(speechSynthesis)`);
  const said = (): Promise<string[]> => edge((voice) => voice.said);
  await frame.getByRole('button', { name: 'Play' }).click();
  await frame.getByText('captions only').waitFor();
  await edge((voice) => {
    voice.known = [{ name: 'Ana', lang: 'en-GB', localService: true }, { name: 'Cloud', lang: 'en_US', localService: false }];
    voice.dispatchEvent(new Event('voiceschanged'));
  });
  expect(await frame.locator('.deck-likings:visible label', { hasText: 'Voice' }).locator('option').allTextContents()).toEqual(['Best voice', 'Ana', 'Cloud · over the internet']);
  await frame.locator('.steps:visible .step').nth(3).click();
  await expect.poll(said).toHaveLength(1);
  await frame.getByText('computer voice').waitFor();
  expect(await frame.locator('.slide:visible .is-waiting').count()).toBeGreaterThan(0);
  // In the middle of a sentence to another slide: what is cancelled tells so afterwards.
  await frame.locator('.steps:visible .step').nth(1).click();
  await expect.poll(said).toHaveLength(2);
  await edge((voice) => voice.end());
  await expect.poll(said).toHaveLength(3);
  await frame.getByText('computer voice').waitFor();
  expect(new Set(await said()).size).toBe(3);
  await frame.getByRole('button', { name: 'Pause' }).click();
  expect(await edge((voice) => voice.speaking)).toBe(false);
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect.poll(said).toHaveLength(4);
  expect((await said())[3]).toBe((await said())[2]);
  // Nothing is said in a view that is not on show.
  await learner.open('Read');
  await expect.poll(() => edge((voice) => voice.speaking)).toBe(false);
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
  // What is known of a file opens below its name, and the name keeps the focus.
  const name = frame.locator('.slide:visible .filetree').getByRole('button', { name: 'tokenizer/' });
  await name.press('Enter');
  await learner.sees('What an attacker can do: A tokeniser may bring Python of its own');
  expect([await name.getAttribute('aria-expanded'), (await describeFocus(frame)).name]).toEqual(['true', 'tokenizer/']);
  await name.press('Enter');
  expect(await frame.locator('.slide:visible .about').filter({ visible: true }).count()).toBe(0);
  await frame.evaluate(axeSource);
  const found = await frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, rules: { 'color-contrast': { enabled: false } } });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  });
  expect(found).toEqual([]);
  expect(launch.complaints()).toEqual([]);
});

test('two ways up are looked at together, step by step', async ({ lmsWith }) => {
  const lms = await lmsWith(inject('packages').everyQuestion);
  const launch = await lms.launch();
  const learner = new Learner(launch);
  await learner.openLesson('Every figure');
  await learner.open('Slides');
  await learner.frame.locator('lectern-watch .step').nth(2).click();
  await learner.frame.locator('#lectern-slide-3:visible').waitFor();
  await learner.frame.locator('lectern-explore:visible').getByRole('button', { name: 'play', exact: true }).click();
  await learner.sees('play: chain: play; brakes: long lever');
  expect(await learner.frame.locator('.slide:visible .stage:not([data-dim])').allTextContents()).toEqual(['play', 'long lever']);
});
