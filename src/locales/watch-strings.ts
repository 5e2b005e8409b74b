/** Words of the slide player. */
import type { ExploreWords } from '../course/explore.ts';

/** The slide player. They are handed to it in the page, so they are text without functions. */
export interface WatchStrings {
  play: string;
  pause: string;
  back: string;
  next: string;
  /** From the slide's beginning. */
  again: string;
  speed: string;
  /** On the switch: a voice or a recording, or captions alone. */
  sound: string;
  captions: string;
  /** Goes on to the next slide by itself. */
  goesOn: string;
  voice: string;
  /** The best voice that is there. */
  anyVoice: string;
  /** Behind the name of a voice that sends the text to another computer. */
  remoteVoice: string;
  /** Name of the list of slides. */
  slides: string;
  /** `{n}` and `{of}` are numbers. */
  slideOf: string;
  everything: string;
  oneByOne: string;
  /** Beside a paragraph of the transcript. */
  fromHere: string;
  computerVoice: string;
  noVoice: string;
  keys: string;
  /** On the switch. */
  keysUsed: string;
  /** One for each key: the key, a tab, what it does. */
  keyList: readonly string[];
  explore: ExploreWords;
}
