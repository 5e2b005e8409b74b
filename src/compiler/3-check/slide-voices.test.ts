/** Which recording is the voice of a slide. */
import { expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';

const sound = new Uint8Array([0x49, 0x44, 0x33, 4]);

function voices(present: readonly string[], script: string, file = 'lesson.md') {
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const sources = {
    look: (path: string) => (present.includes(path) ? ('file' as const) : ('missing' as const)),
    list: (folder: string) => present.filter((path) => folderOf(path) === folder).map((path) => path.slice(path.lastIndexOf('/') + 1)),
    readBytes: () => sound,
  };
  const { output } = parseLesson(file, `# L1.1 — Locks\n\n## Core content\n\nA lock.\n\n## Video script\n\n[SLIDE 1 — Pins]\nPins part. ${script}\n\n[SLIDE 2 — Keys]\nKeys turn.\n`);
  const { output: checked, diagnostics } = checkCourse({ courseFile: null, documents: [output], lock: null, sources }, { draft: true });
  return { voices: checked.course?.lessons[0]?.slides.map(({ voice }) => voice ?? null) ?? null, told: diagnostics.filter(({ code }) => /^(?:link|media|path)/.test(code)).map(({ code, line, help }) => [code, line, help]) };
}

it('a slide finds its recording by its number, with zeros in front or without', () => {
  expect(voices(['audio/slide-01.mp3', 'audio/slide-2.wav', 'audio/slide-03.txt'], '').voices).toEqual(['audio/slide-01.mp3', 'audio/slide-2.wav']);
});

it('a folder of the lesson’s own name goes before the common one', () => {
  expect(voices(['m/audio/lesson/slide-01.ogg', 'm/audio/slide-01.mp3', 'm/audio/slide-02.mp3'], '', 'm/lesson.md').voices).toEqual(['audio/lesson/slide-01.ogg', 'audio/slide-02.mp3']);
});

it('what a cue names is taken instead, also by its bare name', () => {
  expect(voices(['audio/slide-01.mp3', 'audio/take-2.mp3'], '[AUDIO take-2.mp3]').voices).toEqual(['audio/take-2.mp3', null]);
});

it('a file that a cue names and that is not there is reported at the cue, with one that is', () => {
  expect(voices(['talks/pins.mp3'], '[AUDIO talks/pin.mp3]').told).toEqual([['link/missing-file', 10, 'talks/pins.mp3']]);
  expect(voices([], '[VIDEO https://example.org/a.mp4]').told.map(([code]) => code)).toEqual(['media/remote']);
  expect(voices(['notes.txt'], '[AUDIO notes.txt]').told.map(([code]) => code)).toEqual(['media/not-a-recording']);
});
