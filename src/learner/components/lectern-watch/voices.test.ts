/** A recording on its way: what is paused meanwhile stays silent, and one that never comes gives way. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Recorded, recordedVoice } from './voices.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  vi.stubGlobal('HTMLMediaElement', { HAVE_METADATA: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As far as a voice looks at it. */
class Sound extends EventTarget {
  readyState = 0;
  error = null;
  paused = true;
  ended = false;
  currentTime = 0;
  duration = 4;
  plays = 0;
  load(): void {
    this.readyState = 0;
  }
  play(): Promise<void> {
    this.plays++;
    this.paused = false;
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
  }
}

const speech = { spoken: 'One.', seconds: null, language: 'en', rate: 1 };

const bare = ['One.', 'Two.'].map((text): Recorded => ({ text, heard: null }));

function say(sound: Sound, signal: AbortSignal, sentences: readonly Recorded[] = bare, index = 0): Promise<boolean> {
  return recordedVoice(sound as unknown as HTMLAudioElement, sentences, () => index).say(speech, () => undefined, signal);
}

it('is not played when it comes after Pause was pressed', async () => {
  const [sound, stop] = [new Sound(), new AbortController()];
  const said = say(sound, stop.signal);
  stop.abort();
  sound.dispatchEvent(new Event('loadedmetadata'));
  expect(await said).toBe(true);
  expect(sound.plays).toBe(0);
});

it('that never comes is not waited for', async () => {
  const sound = new Sound();
  const said = say(sound, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await said).toBe(false);
  expect(sound.plays).toBe(0);
});

it('that comes is played up to the share of its sentence', async () => {
  const sound = new Sound();
  const said = say(sound, new AbortController().signal);
  sound.dispatchEvent(new Event('loadedmetadata'));
  await vi.advanceTimersByTimeAsync(100);
  expect([sound.plays, sound.paused]).toEqual([1, false]);
  sound.currentTime = 1.96;
  await vi.advanceTimersByTimeAsync(100);
  expect(await said).toBe(true);
});

const told: Recorded[] = [{ text: 'One.', heard: [0, 1] }, { text: 'Two.', heard: [1, 3] }];

it('whose captions say when sentences are heard is played by them, and to its end behind the last word', async () => {
  const sound = new Sound();
  sound.readyState = 1;
  const first = say(sound, new AbortController().signal, told);
  await vi.advanceTimersByTimeAsync(0);
  sound.currentTime = 0.97;
  await vi.advanceTimersByTimeAsync(100);
  expect([await first, sound.paused]).toEqual([true, false]);
  let over = false;
  const second = say(sound, new AbortController().signal, told, 1).then(() => (over = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(sound.currentTime).toBe(0.97);
  sound.currentTime = 3.5;
  await vi.advanceTimersByTimeAsync(100);
  expect(over).toBe(false);
  sound.ended = true;
  await vi.advanceTimersByTimeAsync(100);
  expect([await second, sound.paused]).toEqual([true, true]);
});

it('shorter than its captions is divided by the length of its sentences', async () => {
  const sound = new Sound();
  sound.readyState = 1;
  const stop = new AbortController();
  const said = say(sound, stop.signal, [{ text: 'One.', heard: [0, 5] }, { text: 'Two.', heard: [5, 9] }], 1);
  await vi.advanceTimersByTimeAsync(100);
  expect(sound.currentTime).toBe(2);
  stop.abort();
  await said;
});
