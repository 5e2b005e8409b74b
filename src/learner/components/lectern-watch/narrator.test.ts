/** The order in which things are said, shown and given up. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captionOf, type Line, type Moment, Narrator, stepsOnShow } from './narrator.ts';
import { silent, type Voice } from './voices.ts';

const line = (text: string, cues: Line['cues'] = []): Line => ({ text, spoken: text, cues, heard: null, captions: null });
const slides = [[line('One.'), line('Two.')], [line('Three.')]];

/** Says a sentence when it is let to. */
function patient(kind: Voice['kind'] = 'computer'): Voice & { said: string[]; finish(well?: boolean): Promise<void> } {
  const said: string[] = [];
  let end: ((well: boolean) => void) | null = null;
  return {
    kind,
    said,
    say({ spoken }, _heard, signal) {
      said.push(spoken);
      signal.addEventListener('abort', () => end?.(true), { once: true });
      return new Promise((resolve) => (end = resolve));
    },
    async finish(well = true) {
      end?.(well);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function narrate(voices: Voice[], given = slides) {
  const moments: Moment[] = [];
  const finished: number[] = [];
  const narrator = new Narrator({ slides: given, language: 'en', voices: () => voices, changed: (moment) => moments.push(moment), finished: (slide) => finished.push(slide) });
  return { narrator, moments, finished };
}

describe('a slide', () => {
  it('is said sentence by sentence and stops at its end', async () => {
    const voice = patient();
    const { narrator, finished } = narrate([voice]);
    expect(narrator.moment).toMatchObject({ playing: false, voice: null });
    narrator.play();
    await voice.finish();
    await voice.finish();
    expect(voice.said).toEqual(['One.', 'Two.']);
    expect(finished).toEqual([0]);
    expect(narrator.moment).toMatchObject({ slide: 0, playing: false, ended: true });
  });

  it('goes on to the next when it is told to', async () => {
    const voice = patient();
    const { narrator, finished } = narrate([voice]);
    narrator.goesOn = true;
    narrator.play();
    for (let count = 0; count < 3; count++) await voice.finish();
    expect(voice.said).toEqual(['One.', 'Two.', 'Three.']);
    expect(finished).toEqual([0, 1]);
  });

  it('begins its sentence anew after a pause, and itself anew after its end', async () => {
    const voice = patient();
    const { narrator } = narrate([voice]);
    narrator.play();
    await voice.finish();
    narrator.pause();
    narrator.play();
    await voice.finish();
    expect(voice.said).toEqual(['One.', 'Two.', 'Two.']);
    narrator.play();
    expect(voice.said.at(-1)).toBe('One.');
  });

  it('can be left for another while it plays', async () => {
    const voice = patient();
    const { narrator, finished } = narrate([voice]);
    narrator.play();
    narrator.goTo(1);
    expect(voice.said).toEqual(['One.', 'Three.']);
    await voice.finish();
    expect(finished).toEqual([1]);
    narrator.goTo(9);
    expect(narrator.moment.slide).toBe(1);
  });
});

describe('a voice that cannot speak', () => {
  it('gives way to the next, for the same sentence, and is not asked again', async () => {
    const [first, second] = [patient('computer'), patient('silent')];
    const { narrator } = narrate([first, second]);
    narrator.play();
    await first.finish(false);
    await second.finish();
    expect([first.said, second.said]).toEqual([['One.'], ['One.', 'Two.']]);
    expect(narrator.moment.voice).toBe('silent');
  });
});

describe('a recording', () => {
  it('that does not come says nothing of those of other slides', async () => {
    const [recorded, other] = [patient('recorded'), patient('silent')];
    const { narrator } = narrate([recorded, other]);
    narrator.play();
    await recorded.finish(false);
    narrator.goTo(1);
    expect([recorded.said, other.said]).toEqual([['One.', 'Three.'], ['One.']]);
  });

  it('runs on where the script tells voices to pause', async () => {
    const recorded = patient('recorded');
    const { narrator } = narrate([recorded], [[line('One.', [{ do: 'pause', after: 1, seconds: 60 }]), line('Two.')]]);
    narrator.play();
    await recorded.finish();
    expect(recorded.said).toEqual(['One.', 'Two.']);
    narrator.pause();
  });
});

describe('captions without sound', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('take the time of reading aloud, pauses included', async () => {
    const { narrator, moments } = narrate([silent], [[line('One two three four five.', [{ do: 'pause', after: 1, seconds: 2 }]), line('Six.')]]);
    narrator.play();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(narrator.moment).toMatchObject({ sentence: 0, playing: true });
    expect(moments.at(-1)?.share).toBeGreaterThan(0.3);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(narrator.moment.sentence).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(narrator.moment.sentence).toBe(1);
    narrator.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(narrator.moment).toMatchObject({ sentence: 1, playing: false });
  });
});

describe('the steps of a figure', () => {
  const lines = [line('A', [{ do: 'show', after: 0, steps: [1] }]), line('B', [{ do: 'show', after: 0.5, steps: [2, 3] }, { do: 'hide', after: 0.9, steps: [1] }])];
  const at = (sentence: number, share: number, ended = false): number[] => [...stepsOnShow(lines, { sentence, share, ended }, 4)].sort();

  it('come when their cue is reached; what no cue shows is there from the beginning', () => {
    expect([at(0, 0), at(1, 0.4), at(1, 0.5), at(1, 0.95), at(1, 1, true)]).toEqual([[1, 4], [1, 4], [1, 2, 3, 4], [2, 3, 4], [2, 3, 4]]);
  });

  it('without cues are all there', () => {
    fc.assert(fc.property(fc.nat(20), fc.nat(5), (steps, sentence) => void expect(stepsOnShow([line('A')], { sentence, share: 0, ended: false }, steps).size).toBe(steps)));
  });
});

it('the caption line shows the author’s own captions in their time, else the sentence', () => {
  const own: Line = { ...line('One two.'), heard: [0, 10], captions: [{ after: 0.1, lines: ['One'] }, { after: 0.6, lines: [] }, { after: 0.8, lines: ['two.'] }] };
  expect([0, 0.1, 0.5, 0.7, 1].map((share) => captionOf(own, share).join())).toEqual(['', 'One', 'One', '', 'two.']);
  expect(captionOf(line('One two.'), 0.9)).toEqual(['One two.']);
});
