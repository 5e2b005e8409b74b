/** The narration of a slide as data: sentence by sentence, with the cues that direct the slide (authoring 1.2.5). */

export interface Sentence {
  /** As shown in captions and transcript. */
  text: string;
  /** As a voice reads it: `[SAY as "…"]` in place of the word before. */
  spoken: string;
  cues: Cue[];
  /** In the recording, where captions beside it say so. */
  heard?: Heard;
}

/** Seconds from the beginning of the slide's recording. */
export interface Heard {
  from: number;
  to: number;
  /** The author's captions as they come while the sentence is said; '' where they leave. */
  captions: [second: number, text: string][];
}

/** `at`: UTF-16 offset in `text`, 0 before its first word; a cue behind the last word has the length of the text. */
export type Cue =
  /** Steps of the slide's visuals, from 1; written `[SHOW k]`, `[SHOW name]`, or found by the words (`automatic`). */
  | { do: 'show' | 'hide'; at: number; steps: number[]; automatic: boolean; /** In the recording. */ second?: number }
  | { do: 'pause'; at: number; seconds: number }
  /** Path as written, relative to the lesson. */
  | { do: 'audio' | 'video'; at: number; file: string };
