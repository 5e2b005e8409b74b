/** Captions of each slide as a WebVTT file, for authors who make a film of their talk; the player has its own in the page. */
import type { Lesson, Slide } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { captionsOf, secondsOf } from '../../course/speech-text.ts';

export interface CaptionFile {
  /** `captions/l1.2/slide-04.vtt` */
  path: string;
  text: string;
}

export function captionFiles({ id, slides }: Pick<Lesson, 'id' | 'slides'>): CaptionFile[] {
  return slides.filter(({ sentences }) => sentences.length > 0).map((slide) => ({ path: `captions/${id}/slide-${String(slide.number).padStart(2, '0')}.vtt`, text: webVtt(slide) }));
}

/** Nobody has heard the narration yet, or nobody told when which sentence is said. */
const ESTIMATED = 'NOTE\nThe times are an estimate: 150 words a minute, and a breath after each sentence.\n';

function webVtt({ sentences }: Pick<Slide, 'sentences'>): string {
  const cues: string[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const length = secondsOf(sentence.spoken, 1);
    cues.push(...screens(sentence, at, length));
    at += length + pauses(sentence);
  }
  return `WEBVTT\n\n${ESTIMATED}\n${cues.join('\n')}`;
}

/** Each screen of a sentence takes time by its letters, as in the player. */
function screens({ text }: Sentence, from: number, length: number): string[] {
  const all = captionsOf(text);
  const letters = all.map((lines) => lines.join(' ').length);
  const total = letters.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return all.map((lines, index) => {
    const begin = from + (before / total) * length;
    before += letters[index] ?? 0;
    return `${clock(begin)} --> ${clock(from + (before / total) * length)}\n${lines.map(escaped).join('\n')}\n`;
  });
}

function pauses({ cues }: Sentence): number {
  return cues.reduce((sum, cue) => sum + (cue.do === 'pause' ? cue.seconds : 0), 0);
}

/** `00:01:02.250` */
function clock(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${part(whole / 3_600_000, 2)}:${part((whole / 60_000) % 60, 2)}:${part((whole / 1000) % 60, 2)}.${part(whole % 1000, 3)}`;
}

function escaped(line: string): string {
  return line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
