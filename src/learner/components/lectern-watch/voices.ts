/** Who says the narration: a recording, the browser's voice, or nobody while captions run. */
import { secondsOf, utterancesOf } from '../../../course/speech-text.ts';

export interface Speech {
  /** As a voice reads it. */
  spoken: string;
  /** What it takes at the usual speed, where somebody has said it aloud. */
  seconds: number | null;
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
  say: ({ spoken, seconds, rate }, heard, signal) =>
    new Promise((resolve) => {
      const length = (seconds === null ? secondsOf(spoken, rate) : seconds / rate) * 1000;
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
        const say = (): Promise<Ending> => sayPiece(synthesis, voice, { ...speech, spoken: piece }, signal);
        let ending = await say();
        // Another page, or the browser, may have needed the voice for a moment.
        if (ending === 'taken' && !signal.aborted) ending = await say();
        if (ending !== 'said') return signal.aborted;
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

/** How a piece ended: with its last word, because somebody else fell in, or not as it should. */
type Ending = 'said' | 'taken' | 'lost';

function sayPiece(synthesis: SpeechSynthesis, voice: SpeechSynthesisVoice, { spoken, rate }: Speech, signal: AbortSignal): Promise<Ending> {
  return new Promise((resolve) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(spoken), { voice, lang: voice.lang, rate });
    let timer = setTimeout(() => finish('lost'), BEGINS);
    const begun = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish('lost'), patienceFor(spoken, rate));
    };
    const ended = (): void => finish('said');
    const failed = ({ error }: SpeechSynthesisErrorEvent): void => finish(error === 'interrupted' || error === 'canceled' ? 'taken' : 'lost');
    const left = (): void => finish('lost');
    // What comes later is about a piece that is over: browsers tell that it was cancelled when the next is being said.
    const finish = (ending: Ending): void => {
      clearTimeout(timer);
      utterance.removeEventListener('start', begun);
      utterance.removeEventListener('end', ended);
      utterance.removeEventListener('error', failed);
      signal.removeEventListener('abort', left);
      if (ending === 'lost') synthesis.cancel();
      resolve(ending);
    };
    utterance.addEventListener('start', begun);
    utterance.addEventListener('end', ended);
    utterance.addEventListener('error', failed);
    signal.addEventListener('abort', left);
    // A browser that was left in the middle of something says nothing more until it is told to stop, and to go on.
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
    if (synthesis.paused) synthesis.resume();
    synthesis.speak(utterance);
  });
}

/** Letters a second of a slow voice. */
const SLOW = 15;

/** Milliseconds until a piece that was begun is given up. Words may be long, and not every voice speaks faster when it is told to. */
function patienceFor(spoken: string, rate: number): number {
  const expected = Math.max(secondsOf(spoken, 1), spoken.length / SLOW) / Math.min(rate, 1);
  return expected * LOST * 1000 + BEGINS;
}

/** What a recording has to know of a sentence. */
export interface Recorded {
  text: string;
  heard: readonly [from: number, to: number] | null;
}

/** One recording a slide. Sentences take their share of it by their length, unless captions beside it say when each is heard. */
export function recordedVoice(audio: HTMLAudioElement, sentences: readonly Recorded[], current: () => number): Voice {
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0) || 1;
  const before = (count: number): number => (sentences.slice(0, count).reduce((sum, { text }) => sum + text.length, 0) / total) * audio.duration;
  // Captions of a longer recording than this one say nothing about it.
  const fits = (): boolean => sentences.every(({ heard }) => heard !== null && heard[0] < audio.duration);
  const span = (index: number): readonly [from: number, to: number] => {
    const heard = fits() ? sentences[index]?.heard : null;
    return heard ?? [before(index), before(index + 1)];
  };
  return {
    kind: 'recorded',
    async say({ rate }, heard, signal) {
      if (!(await loaded(audio))) return signal.aborted;
      // Paused while it was on its way: nothing begins by itself.
      if (signal.aborted) return true;
      const index = current();
      const [from, to] = span(index);
      // Behind the last word the recording is heard to its end.
      const until = index < sentences.length - 1 ? to : audio.duration;
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
          if (audio.currentTime < until - 0.05 && !audio.ended && !signal.aborted) return;
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

/** A file of which nothing has come by then is not waited for. Milliseconds. */
const COMES = 10_000;

/** False for a file that does not come or cannot be played. */
function loaded(audio: HTMLAudioElement): Promise<boolean> {
  if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) return Promise.resolve(true);
  if (audio.error !== null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), COMES);
    const end = (came: boolean): void => {
      clearTimeout(timer);
      resolve(came);
    };
    audio.addEventListener('loadedmetadata', () => end(true), { once: true });
    audio.addEventListener('error', () => end(false), { once: true });
    audio.preload = 'metadata';
    audio.load();
  });
}
