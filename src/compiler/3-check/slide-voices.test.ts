/** Which recording is the voice of a slide. */
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from './check-course.ts';

const sound = new Uint8Array([0x49, 0x44, 0x33, 4]);

function voices(present: readonly string[], script: string, file = 'lesson.md', texts: Readonly<Record<string, string>> = {}) {
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const sources = {
    look: (path: string) => (present.includes(path) ? ('file' as const) : ('missing' as const)),
    list: (folder: string) => present.filter((path) => folderOf(path) === folder).map((path) => path.slice(path.lastIndexOf('/') + 1)),
    readBytes: (path: string) => (texts[path] ? new TextEncoder().encode(texts[path]) : sound),
  };
  const { output } = parseLesson(file, `# L1.1 — Locks\n\n## Core content\n\nA lock.\n\n## Video script\n\n[SLIDE 1 — Pins]\nPins part. ${script}\n\n[SLIDE 2 — Keys]\nKeys turn.\n`);
  const { output: checked, diagnostics } = checkCourse({ courseFile: null, documents: [output], lock: null, sources }, { draft: true });
  const heard = checked.course?.lessons[0]?.slides.map(({ sentences }) => (sentences[0]?.heard === undefined ? null : [sentences[0].heard.from, sentences[0].heard.to])) ?? null;
  return { heard, voices: checked.course?.lessons[0]?.slides.map(({ voice }) => voice ?? null) ?? null, told: diagnostics.filter(({ code }) => /^(?:link|media|path|slide.captions)/.test(code)).map(({ code, line, help, file: where }) => (where === file ? [code, line, help] : [code, line, help, where])) };
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

describe('captions beside a recording', () => {
  const [recording, captions] = ['audio/slide-01.mp3', 'audio/slide-1.vtt'];
  const right = 'WEBVTT\n\n00:01.000 --> 00:02.500\nPins part.\n';

  it('say when sentences are heard: by number, in the language of the lesson first, or beside what a cue names', () => {
    const times = (texts: Record<string, string>, script = ''): unknown => voices(Object.keys(texts), script, 'lesson.md', texts).heard;
    expect(times({ [recording]: '', [captions]: right })).toEqual([[0, 2.5], null]);
    expect(times({ [recording]: '', 'audio/slide-01.de.vtt': right.replace('02.5', '09.0'), 'audio/slide-01.en-GB.vtt': right, [captions]: right.replace('02.5', '05.0') })).toEqual([[0, 2.5], null]);
    expect(times({ [recording]: '', 'audio/slide-01.de.vtt': right })).toEqual([null, null]);
    expect(times({ 'talks/my pins.mp3': '', 'talks/my pins.vtt': right }, '[AUDIO talks/my pins.mp3]')).toEqual([[0, 2.5], null]);
  });

  it.each<[wrong: string, text: string, present: string[], told: [string, number]]>([
    ['without a beginning', '1\n00:00:01,000 --> 00:00:02,500\nPins part.', [recording], ['media/captions', 1]],
    ['with a time that is none', 'WEBVTT\n\n1.0 --> 2.5\nPins part.\n', [recording], ['media/captions', 3]],
    ['that go back in time', 'WEBVTT\n\n00:05.000 --> 00:06.000\nPins\n\n00:01.000 --> 00:02.000\npart.\n', [recording], ['media/captions', 6]],
    ['of another slide', 'WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\nKeys turn, and locks are opened by them.\n', [recording], ['slide/captions', 5]],
    ['without a recording', right, [], ['slide/captions', 1]],
  ])('%s are told in their own file, and their times are not used', (_, text, present, [code, line]) => {
    const { told, heard } = voices([...present, captions], '', 'lesson.md', { [captions]: text });
    expect(told).toEqual([[code, line, expect.any(String), captions]]);
    expect(heard === null ? [null, null] : heard).toEqual([null, null]);
  });
});
