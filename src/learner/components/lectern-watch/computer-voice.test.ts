/** The browser's own voice: one that speaks as the standard says, and those that browsers really have. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Line, Narrator } from './narrator.ts';
import { computerVoice, silent } from './voices.ts';

type Fault = 'no-start' | 'no-end' | 'not-allowed' | 'interrupted' | 'none';

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const PER_LETTER = 50;
const voice = (name: string, lang: string, localService = true): SpeechSynthesisVoice => ({ name, lang, localService, default: false, voiceURI: name });

/** A queue as the standard describes it; events come as tasks of their own, also those about what was cancelled. */
class Synthesis extends EventTarget {
  speaking = false;
  paused = false;
  readonly said: string[] = [];
  readonly told: string[] = [];
  heedsRate = true;
  /** One for each utterance to come; none when they are used up. */
  faults: Fault[] = [];
  voices: SpeechSynthesisVoice[];
  #queue: Utterance[] = [];
  #steps: ReturnType<typeof setTimeout>[] = [];

  constructor(voices: SpeechSynthesisVoice[] = [voice('Ana', 'en-GB')]) {
    super();
    this.voices = voices;
  }

  get pending(): boolean {
    return this.#queue.length > 1;
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: Utterance): void {
    this.#queue.push(utterance);
    if (this.#queue.length === 1) this.#next();
  }

  cancel(): void {
    const dropped = this.#queue;
    for (const step of this.#steps) clearTimeout(step);
    this.#queue = [];
    this.speaking = false;
    dropped.forEach((each, index) => setTimeout(() => this.#fail(each, index === 0 ? 'interrupted' : 'canceled')));
  }

  /** As on Android. */
  pause(): void {
    this.told.push('pause');
  }

  resume(): void {
    this.told.push('resume');
    this.paused = false;
    this.#next();
  }

  #fail(utterance: Utterance, error: string): void {
    utterance.dispatchEvent(Object.assign(new Event('error'), { error }));
  }

  #next(): void {
    const utterance = this.#queue[0];
    if (utterance === undefined || this.speaking || this.paused) return;
    const fault = this.faults.shift() ?? 'none';
    this.speaking = true;
    const over = (event: () => void): void => {
      this.#queue.shift();
      this.speaking = false;
      event();
      this.#next();
    };
    const after = (time: number, step: () => void): void => void this.#steps.push(setTimeout(step, time));
    if (fault === 'no-start') return;
    if (fault === 'not-allowed') return after(5, () => over(() => this.#fail(utterance, fault)));
    after(20, () => {
      this.said.push(utterance.text);
      utterance.dispatchEvent(new Event('start'));
      utterance.dispatchEvent(new Event('boundary'));
    });
    const length = (utterance.text.length * PER_LETTER) / (this.heedsRate ? utterance.rate : 1);
    if (fault === 'interrupted') after(length / 2, () => over(() => this.#fail(utterance, fault)));
    else if (fault === 'none') after(20 + length, () => over(() => utterance.dispatchEvent(new Event('end'))));
  }
}

const line = (text: string): Line => ({ text, spoken: text, cues: [], heard: null, captions: null });
const slides = [[line('One two three four.'), line('Five six.')], [line('Seven eight nine.')]];

function show(synthesis: Synthesis, given = slides) {
  const finished: number[] = [];
  const spoken = computerVoice(synthesis as unknown as SpeechSynthesis, () => null);
  const narrator = new Narrator({ slides: given, language: 'en', voices: () => [spoken, silent], changed: () => undefined, finished: (slide) => finished.push(slide) });
  return { narrator, finished };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a voice that works', () => {
  it('says a slide sentence by sentence to its end, long ones in pieces', async () => {
    const synthesis = new Synthesis();
    const long = `${'word '.repeat(30)}and, after a breath, ${'word '.repeat(10)}end.`;
    const { narrator, finished } = show(synthesis, [[line('One.'), line(long)]]);
    narrator.play();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([synthesis.said[0], synthesis.said.slice(1).join(''), synthesis.said.length > 2]).toEqual(['One.', long, true]);
    expect(finished).toEqual([0]);
    expect(narrator.moment).toMatchObject({ voice: 'computer', ended: true });
  });

  it('stays the voice when the learner goes to another slide, back, and there again, in the middle of a sentence', async () => {
    const synthesis = new Synthesis();
    const { narrator } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(300);
    narrator.goTo(1);
    await vi.advanceTimersByTimeAsync(300);
    narrator.goTo(0);
    narrator.goTo(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(synthesis.said).toEqual(['One two three four.', 'Seven eight nine.', 'Seven eight nine.']);
    expect(narrator.moment).toMatchObject({ slide: 1, voice: 'computer', playing: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(narrator.moment).toMatchObject({ voice: 'computer', ended: true });
  });

  it('is silent when paused, although its own pause does nothing, and begins the sentence anew', async () => {
    const synthesis = new Synthesis();
    const { narrator } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(1_100);
    expect(synthesis.said.at(-1)).toBe('Five six.');
    narrator.pause();
    expect([synthesis.speaking, synthesis.told]).toEqual([false, []]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(synthesis.said).toHaveLength(2);
    narrator.play();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(synthesis.said).toEqual(['One two three four.', 'Five six.', 'Five six.']);
    expect(narrator.moment).toMatchObject({ voice: 'computer', ended: true });
  });

  it('is asked to go on where another page has left it paused', async () => {
    const synthesis = new Synthesis();
    synthesis.paused = true;
    const { narrator } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(100);
    expect([synthesis.said, narrator.moment.voice]).toEqual([['One two three four.'], 'computer']);
    narrator.pause();
  });

  it('may say long words, and may not heed the speed', async () => {
    const synthesis = new Synthesis([voice('Hanna', 'en-US')]);
    synthesis.heedsRate = false;
    const { narrator } = show(synthesis, [[line('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.')]]);
    narrator.rate = 2;
    narrator.play();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(narrator.moment).toMatchObject({ voice: 'computer', ended: true });
  });

  it('that is listed late is waited for, and one that comes later still is taken from the next sentence on', async () => {
    const late = new Synthesis([]);
    const { narrator } = show(late);
    narrator.play();
    await vi.advanceTimersByTimeAsync(800);
    late.voices = [voice('Ana', 'en_US')];
    late.dispatchEvent(new Event('voiceschanged'));
    await vi.advanceTimersByTimeAsync(100);
    expect([late.said, narrator.moment.voice]).toEqual([['One two three four.'], 'computer']);
    narrator.pause();

    const later = new Synthesis([]);
    const other = show(later).narrator;
    other.play();
    await vi.advanceTimersByTimeAsync(1_700);
    expect(other.moment.voice).toBe('silent');
    later.voices = [voice('Ana', 'en-US')];
    other.tryAgain('computer');
    await vi.advanceTimersByTimeAsync(2_500);
    expect([later.said, other.moment.voice]).toEqual([['Five six.'], 'computer']);
    other.pause();
  });
});

describe('captions run instead, from the same sentence on,', () => {
  it.each<[why: string, faults: Fault[], said: number, by: number]>([
    ['where nothing begins', ['no-start'], 0, 1_600],
    ['where the end never comes', ['no-end'], 1, 5_900],
    ['where speaking is not allowed', ['not-allowed'], 0, 100],
    ['where others interrupt it again and again', ['interrupted', 'interrupted'], 2, 2_000],
  ])('%s', async (_, faults, said, by) => {
    const synthesis = new Synthesis();
    synthesis.faults = faults;
    const { narrator, finished } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(by);
    expect(narrator.moment).toMatchObject({ sentence: 0, voice: 'silent', playing: true });
    expect([synthesis.said.length, synthesis.speaking]).toEqual([said, false]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([synthesis.said.length, finished]).toEqual([said, [0]]);
  });

  it('but not for being interrupted once: the piece is said again', async () => {
    const synthesis = new Synthesis();
    synthesis.faults = ['interrupted'];
    const { narrator } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(synthesis.said).toEqual(['One two three four.', 'One two three four.', 'Five six.']);
    expect(narrator.moment).toMatchObject({ voice: 'computer', ended: true });
  });

  it('where every voice of the language is another computer’s, until the learner chooses one', async () => {
    const synthesis = new Synthesis([voice('Cloud', 'en-US', false), voice('Hans', 'de-DE')]);
    const { narrator } = show(synthesis);
    narrator.play();
    await vi.advanceTimersByTimeAsync(100);
    expect(narrator.moment.voice).toBe('silent');
    narrator.pause();
    const chosen = computerVoice(synthesis as unknown as SpeechSynthesis, () => 'Cloud');
    const said = chosen.say({ spoken: 'One.', seconds: null, language: 'en', rate: 1 }, () => undefined, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([await said, synthesis.said]).toEqual([true, ['One.']]);
  });
});
