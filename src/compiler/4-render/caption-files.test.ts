/** Captions as files. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Slide } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { captionFile } from './caption-files.ts';

const said = (text: string, cues: Sentence['cues'] = []): Sentence => ({ text, spoken: text, cues });
const slide = (number: number, sentences: Sentence[]): Slide => ({ number, title: 'T', narration: [], sentences, brief: null, visuals: [] });

it('is one file for a lesson, its slides one after the other, with the time marked as an estimate', () => {
  const slides = [slide(1, [said('One two three four five.', [{ do: 'pause', at: 24, seconds: 2 }])]), slide(2, []), { ...slide(3, [said('A < B & C.')]), title: 'From --> to' }];
  expect(captionFile({ id: 'l1', slides })).toEqual({
    path: 'captions/l1.vtt',
    text: 'WEBVTT\n\nNOTE\nThe times are an estimate: 150 words a minute, and a breath after each sentence.\n\nNOTE\nSlide 1 at 00:00:00.000: T\n\n00:00:00.000 --> 00:00:02.250\nOne two three four five.\n\nNOTE\nSlide 3 at 00:00:04.250: From → to\n\n00:00:04.250 --> 00:00:05.700\nA &lt; B &amp; C.\n',
  });
  expect(captionFile({ id: 'l1', slides: [slide(2, [])] })).toBeNull();
});

it('has the times that the author’s own captions say, each once where it goes on in the next sentence', () => {
  const heard = [
    { ...said('One. '), heard: { from: 0, to: 2, captions: [[0.5, 'One. Two']] as [number, string][] } },
    { ...said('Two & three.'), heard: { from: 2, to: 6, captions: [[2, 'One. Two'], [3, ''], [5, '& three.']] as [number, string][] } },
  ];
  const text = captionFile({ id: 'x', slides: [slide(1, heard), slide(2, [said('Four.')])] })?.text;
  expect(text).toBe(
    'WEBVTT\n\nNOTE\nThe times of slide 2 are an estimate: 150 words a minute, and a breath after each sentence.\n\nNOTE\nSlide 1 at 00:00:00.000: T\n\n00:00:00.500 --> 00:00:03.000\nOne. Two\n\n00:00:05.000 --> 00:00:06.000\n&amp; three.\n\nNOTE\nSlide 2 at 00:00:06.000: T\n\n00:00:06.000 --> 00:00:06.650\nFour.\n',
  );
  expect(captionFile({ id: 'x', slides: [slide(1, heard)] })?.text).not.toContain('estimate');
});

it('goes forward in time, with every word, whatever is said', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''), { minLength: 1, maxLength: 20 }), (texts) => {
      const file = captionFile({ id: 'x', slides: [slide(7, texts.map((text) => said(text)))] });
      const times = [...(file?.text ?? '').matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})$/gm)].flatMap((match) => [match.slice(1, 5), match.slice(5, 9)].map(([h, m, s, ms]) => Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.length).toBeGreaterThan(0);
    }),
  );
});
