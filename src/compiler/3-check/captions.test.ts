/** What is read of caption files, and what is said of broken ones. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCaptions } from './captions.ts';

it('reads times and words, and leaves looks aside', () => {
  const text = '\uFEFFWEBVTT - Talk\r\nKind: captions\r\n\r\nNOTE made by hand\r\n00:00 --> x\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nintro\r\n00:01.500 --> 00:04.000 align:start\r\n<v Ana>Hello &amp; <b>welcome</b>.\r\nTwo lines.\r\n\r\n01:02:03.004 --> 01:02:04.000\r\nThe end.';
  expect(readCaptions(text)).toEqual({ cues: [[1.5, 4, 'Ana: Hello & welcome.\nTwo lines.'], [3723.004, 3724, 'The end.']], lines: [11, 15], fault: null });
});

it.each([
  ['1\n00:00:01,000 --> 00:00:02,000\nHello.', 1],
  ['WEBVTT\n\n00:01 --> 00:02\nHello.', 3],
  ['WEBVTT\n\n00:04.000 --> 00:02.000\nHello.', 3],
  ['WEBVTT\n\nHello.', 1],
  ['', 1],
])('%j is wrong at line %i', (text, line) => {
  expect(readCaptions(text).fault).toMatchObject({ line });
});

it('takes any text', () => {
  const line = fc.constantFrom('WEBVTT', '', '00:01.000 --> 00:02.000', '-->', 'NOTE', 'words', '00:00');
  fc.assert(fc.property(fc.array(line), (lines) => readCaptions(lines.join('\n')).cues.every(([start, end]) => end > start)));
});
