/** Slides with recorded narration: heard sentence by sentence, with captions on demand, by the author's captions where they lie beside it, and passed over where a file is no sound. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { test } from './fixtures.ts';
import { Learner } from './learner.ts';
import { lectern } from './packages.ts';

const LESSON = `# V1 — Recorded

Language: en

## Objectives

1. Listen.

## Content

Words.

## Video script

[SLIDE 1 — Whole]

First we copy the data. [PAUSE 30s] Then we check the copy.

Finally we trust it.

[SLIDE 2 — Broken]

This file is no sound.

[SLIDE 3 — Whole again]

This one can be heard.

## Slide outline

1. Whole — flow: copy → check → trust
2. Broken — two bullets: file, sound
3. Whole again — two bullets: one, heard
`;

/** A quiet tone as a sound file of one channel. */
function wav(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate * seconds }, (_, i) => 128 + Math.round(8 * Math.sin(i / 6))));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

test('recordings are heard where they can be, and nothing plays that was not asked for', async ({ lmsWith }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-recorded-'));
  try {
    await mkdir(join(folder, 'audio'));
    await writeFile(join(folder, 'v1.md'), LESSON);
    await writeFile(join(folder, 'audio', 'slide-01.wav'), wav(9));
    await writeFile(join(folder, 'audio', 'slide-02.wav'), 'no sound');
    await writeFile(join(folder, 'audio', 'slide-03.wav'), wav(6));
    await writeFile(join(folder, 'audio', 'slide-03.vtt'), 'WEBVTT\n\n00:00.000 --> 00:03.000\nThis one\n\n00:03.000 --> 00:06.000\ncan, yes,\nbe heard.\n');
    const { packages } = await lectern(['build', join(folder, 'v1.md'), '--out', folder, '--json']);
    const lms = await lmsWith(resolve(packages[0]?.file ?? ''));
    const launch = await lms.launch();
    const learner = new Learner(launch);
    await learner.open('Watch');
    const { frame } = learner;
    const heard = (): Promise<number[]> => frame.locator('audio').evaluateAll((all) => all.map((audio) => (audio as HTMLAudioElement).currentTime));
    const marked = (): Promise<string> => frame.evaluate(() => [...(CSS.highlights.get('lectern-sentence') ?? [])].map(String).join());
    const waiting = frame.locator('.slide:visible .is-waiting');
    expect(await heard()).toEqual([0, 0, 0]);
    // Captions begin switched off beside a recording, before it is played too.
    expect(await frame.getByLabel('Captions').isChecked()).toBe(false);
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => (await heard())[0]).toBeGreaterThan(0);
    expect(await marked()).toBe('First we copy the data.');
    expect(await waiting.count()).toBeGreaterThan(0);
    await frame.getByLabel('Captions').check();
    await frame.locator('.caption:visible').waitFor();
    // The written pause is for voices: the recording runs on, and is not heard twice.
    await expect.poll(marked).toBe('Then we check the copy.');
    await learner.press('Pause');
    const [stopped = 0] = await heard();
    expect(stopped).toBeGreaterThan(2);
    expect(await frame.locator('audio').first().evaluate((audio) => (audio as HTMLAudioElement).paused)).toBe(true);
    await frame.getByRole('button', { name: 'Play from here' }).last().click();
    await expect.poll(marked).toBe('Finally we trust it.');
    await expect.poll(() => waiting.count()).toBe(0);
    await frame.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect((await heard())[0]).toBeGreaterThan(8.5);
    // A broken file: captions by themselves, and those of the next slide are heard.
    await learner.press('Next slide');
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(marked).toBe('This file is no sound.');
    await frame.locator('.caption:visible').waitFor();
    await learner.press('Next slide');
    await expect.poll(async () => (await heard())[2]).toBeGreaterThan(0);
    // The author's captions, in their own words and at their own times.
    const caption = frame.locator('.caption:visible');
    await expect.poll(() => caption.textContent()).toBe('can, yes, be heard.');
    expect((await heard())[2]).toBeGreaterThan(2.9);
    // Leaving the view ends it.
    await learner.open('Read');
    await expect.poll(() => frame.locator('audio').last().evaluate((audio) => (audio as HTMLAudioElement).paused)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
