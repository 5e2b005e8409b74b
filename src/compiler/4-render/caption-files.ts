/** The captions of a lesson's slides as one WebVTT file, for authors who make a film of their talk; the player has its own in the page. */
import type { Lesson } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { captionsOf, secondsOf } from '../../course/speech-text.ts';

export interface CaptionFile {
  /** `captions/l1.2.vtt` */
  path: string;
  text: string;
}

/** Nobody has heard the narration yet, or nobody told when which sentence is said. */
const ESTIMATED = 'are an estimate: 150 words a minute, and a breath after each sentence.';

/** null where nothing is said. Slides follow one another, each behind a note with its number, so that a film can be cut there. */
export function captionFile({ id, slides }: Pick<Lesson, 'id' | 'slides'>): CaptionFile | null {
  const blocks: string[] = [];
  let at = 0;
  for (const { number, title, sentences } of slides) {
    if (sentences.length === 0) continue;
    // An arrow would end a note.
    blocks.push(`NOTE\nSlide ${number} at ${clock(at)}: ${title.replace(/\s+/g, ' ').replace(/-->/g, '→')}\n`);
    if (isHeard(sentences)) {
      blocks.push(...heardScreens(sentences, at));
      at += sentences.at(-1)?.heard?.to ?? 0;
      continue;
    }
    for (const sentence of sentences) {
      const length = secondsOf(sentence.spoken, 1);
      blocks.push(...screens(sentence, at, length));
      at += length + pauses(sentence);
    }
  }
  return blocks.length === 0 ? null : { path: `captions/${id}.vtt`, text: `WEBVTT\n\n${estimateNote(slides)}${blocks.join('\n')}` };
}

function isHeard(sentences: readonly Sentence[]): boolean {
  return sentences.every(({ heard }) => heard !== undefined);
}

/** Slides whose times the author has said are no estimate. */
function estimateNote(slides: Pick<Lesson, 'slides'>['slides']): string {
  const spoken = slides.filter(({ sentences }) => sentences.length > 0);
  const estimated = spoken.filter(({ sentences }) => !isHeard(sentences)).map(({ number }) => number);
  if (estimated.length === 0) return '';
  const which = estimated.length === spoken.length ? 'The times' : `The times of slide${estimated.length === 1 ? '' : 's'} ${estimated.join(', ')}`;
  return `NOTE\n${which} ${ESTIMATED}\n\n`;
}

/** The author's own captions; one that goes on in the next sentence is written once. */
function heardScreens(sentences: readonly Sentence[], from: number): string[] {
  const shown = sentences.flatMap(({ heard }) => heard?.captions ?? []).filter(([, text], index, all) => text !== all[index - 1]?.[1]);
  const end = sentences.at(-1)?.heard?.to ?? 0;
  return shown.flatMap(([second, text], index) => {
    const until = shown[index + 1]?.[0] ?? end;
    return text === '' || until <= second ? [] : [`${clock(from + second)} --> ${clock(from + until)}\n${text.split('\n').map(escaped).join('\n')}\n`];
  });
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
