/** Who says the narration: a recording, the browser's voice, or nobody while captions run. */
import { secondsOf, utterancesOf } from '../../../course/speech-text.ts';

export interface Speech {
  /** As a voice reads it. */
  spoken: string;
  language: string;
  /** Times the usual speed. */
  rate: number;
}

export interface Voice {
  readonly kind: 'recorded' | 'computer' | 'silent';
  /**
   * Says one sentence. `heard` is told the share of it (0..1) that is over, now and then. Resolves to false when this voice cannot
   * speak here; never rejects. Aborting falls silent at once and resolves to true.
   */
  say(speech: Speech, heard: (share: number) => void, signal: AbortSignal): Promise<boolean>;
}

/** How often the share is told. Milliseconds. */
const TICK = 100;

/** Captions only: as long as reading aloud would take. Always works. */
export const silent: Voice = {
  kind: 'silent',
  say: ({ spoken, rate }, heard, signal) =>
    new Promise((resolve) => {
      const length = secondsOf(spoken, rate) * 1000;
      const began = performance.now();
      const tick = setInterval(() => {
        const share = (performance.now() - began) / length;
        if (share >= 1) end();
        else heard(share);
      }, TICK);
      const end = (): void => {
        clearInterval(tick);
        resolve(true);
      };
      heard(0);
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    }),
};

/** A voice that has not begun by then will not. Milliseconds. */
const BEGINS = 1_500;
/** A piece that takes so many times as long as it should was lost by the browser. */
const LOST = 2;

/** The browser's own voice; `chosen` picks one by name, null = the best there is. Text goes to another computer with remote voices only when chosen. */
export function computerVoice(synthesis: SpeechSynthesis, chosen: () => string | null): Voice {
  return {
    kind: 'computer',
    async say(speech, heard, signal) {
      const voices = voicesFor(await listed(synthesis), speech.language);
      const voice = voices.find(({ name }) => name === chosen()) ?? voices.find(({ localService }) => localService);
      if (voice === undefined) return false;
      const pieces = utterancesOf(speech.spoken);
      let said = 0;
      for (const piece of pieces) {
        if (signal.aborted) return true;
        heard(said / speech.spoken.length);
        if (!(await sayPiece(synthesis, voice, { ...speech, spoken: piece }, signal))) return signal.aborted;
        said += piece.length;
      }
      return true;
    },
  };
}

/** Of the language, the same variety first. */
export function voicesFor(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice[] {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-')[0] ?? wanted;
  const of = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-');
  const rank = (voice: SpeechSynthesisVoice): number => (of(voice) === wanted ? 0 : 1);
  return voices.filter((voice) => of(voice).split('-')[0] === primary).sort((a, b) => rank(a) - rank(b));
}

/** Some browsers have none until they say so, and some never do. */
function listed(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const known = synthesis.getVoices();
  if (known.length > 0) return Promise.resolve(known);
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', done);
      resolve(synthesis.getVoices());
    };
    const timer = setTimeout(done, BEGINS);
    synthesis.addEventListener('voiceschanged', done);
  });
}

function sayPiece(synthesis: SpeechSynthesis, voice: SpeechSynthesisVoice, { spoken, rate }: Speech, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(spoken);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    let timer = setTimeout(() => finish(false), BEGINS);
    const finish = (well: boolean): void => {
      clearTimeout(timer);
      if (!well) synthesis.cancel();
      resolve(well);
    };
    utterance.addEventListener('start', () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(false), secondsOf(spoken, rate) * LOST * 1000 + BEGINS);
    });
    utterance.addEventListener('end', () => finish(true));
    utterance.addEventListener('error', () => finish(false));
    signal.addEventListener('abort', () => finish(false), { once: true });
    // A browser that was left in the middle of something says nothing more until it is told to stop.
    synthesis.cancel();
    synthesis.speak(utterance);
  });
}

/** One recording a slide. Sentences take their share of it by their length, unless `marks` (seconds at which each begins) says better. */
export function recordedVoice(audio: HTMLAudioElement, sentences: readonly string[], marks: readonly number[] | null, current: () => number): Voice {
  const span = (index: number): [from: number, to: number] => {
    const total = sentences.reduce((sum, text) => sum + text.length, 0) || 1;
    const before = (count: number): number => (sentences.slice(0, count).reduce((sum, text) => sum + text.length, 0) / total) * audio.duration;
    return marks === null ? [before(index), before(index + 1)] : [marks[index] ?? audio.duration, marks[index + 1] ?? audio.duration];
  };
  return {
    kind: 'recorded',
    async say({ rate }, heard, signal) {
      if (!(await loaded(audio))) return false;
      const [from, to] = span(current());
      audio.playbackRate = rate;
      // A recording that goes on from sentence to sentence is not cut between them.
      if (Math.abs(audio.currentTime - from) > 0.3) audio.currentTime = from;
      try {
        if (audio.paused) await audio.play();
      } catch {
        // The browser allows no sound here: the next voice, or captions.
        return signal.aborted;
      }
      await new Promise<void>((resolve) => {
        const look = (): void => {
          heard(Math.min(1, (audio.currentTime - from) / Math.max(0.01, to - from)));
          if (audio.currentTime < to - 0.05 && !audio.ended && !signal.aborted) return;
          if (signal.aborted || audio.ended) audio.pause();
          clearInterval(tick);
          resolve();
        };
        const tick = setInterval(look, TICK);
        signal.addEventListener('abort', look, { once: true });
      });
      return true;
    },
  };
}

/** False for a file that does not come or cannot be played. */
function loaded(audio: HTMLAudioElement): Promise<boolean> {
  if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) return Promise.resolve(true);
  if (audio.error !== null) return Promise.resolve(false);
  return new Promise((resolve) => {
    audio.addEventListener('loadedmetadata', () => resolve(true), { once: true });
    audio.addEventListener('error', () => resolve(false), { once: true });
    audio.preload = 'metadata';
    audio.load();
  });
}
