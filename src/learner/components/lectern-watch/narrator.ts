/** Goes through the slides sentence by sentence: plays, pauses, goes on; falls back to the next voice when one cannot speak. */
import { captionAt, captionsOf } from '../../../course/speech-text.ts';
import type { Speech, Voice } from './voices.ts';

/** A sentence as the page carries it. */
export interface Line {
  text: string;
  spoken: string;
  /** After which share of the sentence steps of the slide's figure are shown or hidden, and pauses begin. In order. */
  cues: readonly LineCue[];
  /** Seconds in the recording at which it begins and is over, where the author's captions say so. */
  heard: readonly [from: number, to: number] | null;
  /** The author's captions; null where the sentence itself is shown. In order. */
  captions: readonly LineCaption[] | null;
}

export interface LineCaption {
  after: number;
  lines: readonly string[];
}

export type LineCue =
  | { do: 'show' | 'hide'; after: number; steps: readonly number[] }
  /** Seconds of silence. */
  | { do: 'pause'; after: number; seconds: number };

export interface Moment {
  slide: number;
  sentence: number;
  /** Of the sentence, 0..1. */
  share: number;
  playing: boolean;
  /** Null before anything was said. */
  voice: Voice['kind'] | null;
  /** The last sentence of the slide was said. */
  ended: boolean;
}

export interface NarratorOptions {
  slides: readonly (readonly Line[])[];
  language: string;
  /** In the order in which they are tried, anew for each slide. */
  voices(slide: number): readonly Voice[];
  changed(moment: Moment): void;
  /** A slide was heard to its end. */
  finished(slide: number): void;
}

export class Narrator {
  rate = 1;
  /** Goes on to the next slide by itself. */
  goesOn = false;
  #moment: Moment = { slide: 0, sentence: 0, share: 0, playing: false, voice: null, ended: false };
  #stop: AbortController | null = null;
  readonly #options: NarratorOptions;
  /** Voices that failed on this page: nobody waits for them a second time. A recording that does not come says nothing of the others. */
  readonly #mute = new Set<string>();

  constructor(options: NarratorOptions) {
    this.#options = options;
  }

  get moment(): Moment {
    return this.#moment;
  }

  play(): void {
    if (this.#moment.playing) return;
    if (this.#moment.ended) this.#set({ sentence: 0, share: 0, ended: false });
    const stop = new AbortController();
    this.#stop = stop;
    this.#set({ playing: true });
    void this.#run(stop.signal);
  }

  /** The sentence begins anew when it goes on: voices cannot resume in the middle. */
  pause(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#set({ playing: false });
  }

  /** Goes on playing if it was playing. */
  goTo(slide: number, sentence = 0): void {
    const { slides } = this.#options;
    const { playing } = this.#moment;
    if (slides[slide] === undefined) return;
    this.pause();
    const last = Math.max(0, (slides[slide]?.length ?? 1) - 1);
    this.#set({ slide, sentence: Math.min(Math.max(0, sentence), last), share: 0, ended: false });
    if (playing) this.play();
  }

  /** What could not speak before may be able to now. */
  tryAgain(kind: Voice['kind']): void {
    this.#mute.delete(kind);
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (;;) {
      const { slide, sentence } = this.#moment;
      const lines = this.#options.slides[slide] ?? [];
      const line = lines[sentence];
      if (line !== undefined) await this.#say(line, signal);
      if (signal.aborted) return;
      if (sentence + 1 < lines.length) {
        this.#set({ sentence: sentence + 1, share: 0 });
        continue;
      }
      this.#options.finished(slide);
      if (!this.goesOn || slide + 1 >= this.#options.slides.length) break;
      this.#set({ slide: slide + 1, sentence: 0, share: 0 });
    }
    this.#stop = null;
    this.#set({ playing: false, share: 1, ended: true });
  }

  async #say(line: Line, signal: AbortSignal): Promise<void> {
    const speech: Speech = { spoken: line.spoken, seconds: line.heard === null ? null : line.heard[1] - line.heard[0], language: this.#options.language, rate: this.rate };
    const { slide } = this.#moment;
    for (const voice of this.#options.voices(slide)) {
      const name = voice.kind === 'recorded' ? `recorded ${slide}` : voice.kind;
      if (this.#mute.has(name)) continue;
      this.#set({ voice: voice.kind });
      const well = await voice.say(speech, (share) => !signal.aborted && this.#set({ share }), signal);
      if (signal.aborted) return;
      if (!well) {
        this.#mute.add(name);
        continue;
      }
      this.#set({ share: 1 });
      // Whoever recorded it paused there, and the recording runs on.
      if (voice.kind !== 'recorded') await pauses(line, signal);
      return;
    }
  }

  #set(change: Partial<Moment>): void {
    this.#moment = { ...this.#moment, ...change };
    this.#options.changed(this.#moment);
  }
}

/** What stands in the caption line when a share of the sentence was said. */
export function captionOf({ text, captions }: Line, share: number): readonly string[] {
  if (captions !== null) return captions.findLast(({ after }) => after <= share)?.lines ?? [];
  const screens = captionsOf(text);
  return screens[captionAt(screens, share)] ?? [];
}

/** Pauses within a sentence come after it: no voice stops in the middle where it is told to. */
function pauses({ cues }: Line, signal: AbortSignal): Promise<void> {
  const seconds = cues.reduce((sum, cue) => sum + (cue.do === 'pause' ? cue.seconds : 0), 0);
  if (seconds === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Steps that are on show at a moment; all of them where the slide has no cues. */
export function stepsOnShow(lines: readonly Line[], { sentence, share, ended }: Pick<Moment, 'sentence' | 'share' | 'ended'>, steps: number): Set<number> {
  const all = new Set(Array.from({ length: steps }, (_, index) => index + 1));
  const showing = lines.flatMap(({ cues }) => cues.flatMap((cue) => (cue.do === 'show' ? cue.steps : [])));
  // What no cue shows was never meant to wait.
  const shown = new Set([...all].filter((step) => !showing.includes(step)));
  lines.forEach(({ cues }, index) => {
    if (index > sentence && !ended) return;
    for (const cue of cues) {
      if (cue.do === 'pause' || (!ended && index === sentence && cue.after > share)) continue;
      for (const step of cue.steps) if (cue.do === 'show') shown.add(step);
      else shown.delete(step);
    }
  });
  return shown;
}
