/** Captions as files. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Slide } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { captionFiles } from './caption-files.ts';

const said = (text: string, cues: Sentence['cues'] = []): Sentence => ({ text, spoken: text, cues });
const slide = (number: number, sentences: Sentence[]): Slide => ({ number, title: 'T', narration: [], sentences, brief: null, visuals: [] });

it('has a file for each slide on which something is said, with the time marked as an estimate', () => {
  const files = captionFiles({ id: 'l1', slides: [slide(1, [said('One two three four five.', [{ do: 'pause', at: 24, seconds: 2 }]), said('A < B & C.')]), slide(2, [])] });
  expect(files.map(({ path }) => path)).toEqual(['captions/l1/slide-01.vtt']);
  expect(files[0]?.text).toBe(
    'WEBVTT\n\nNOTE\nThe times are an estimate: 150 words a minute, and a breath after each sentence.\n\n00:00:00.000 --> 00:00:02.250\nOne two three four five.\n\n00:00:04.250 --> 00:00:05.700\nA &lt; B &amp; C.\n',
  );
});

it('goes forward in time, with every word, whatever is said', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''), { minLength: 1, maxLength: 20 }), (texts) => {
      const [file] = captionFiles({ id: 'x', slides: [slide(7, texts.map((text) => said(text)))] });
      const times = [...(file?.text ?? '').matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})$/gm)].flatMap((match) => [match.slice(1, 5), match.slice(5, 9)].map(([h, m, s, ms]) => Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.length).toBeGreaterThan(0);
    }),
  );
});
