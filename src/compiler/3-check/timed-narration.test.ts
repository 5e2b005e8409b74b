/** When sentences are heard, by captions that were cut in other places than the script. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../course/narration.ts';
import type { Cue } from './captions.ts';
import { timedNarration } from './timed-narration.ts';

const said = (text: string, ...at: number[]): Sentence => ({ text, spoken: text, cues: at.map((each, index) => ({ do: 'show', at: each, steps: [index + 1], automatic: false })) });
const script = [said('Four words are enough.'), said('Tricks are guessed first, dice help.', 0, 26)];
const heardIn = (cues: Cue[], sentences = script): unknown => timedNarration(sentences, cues)?.sentences.map(({ heard, cues: own }) => [heard?.from, heard?.to, heard?.captions, own.map((cue) => (cue.do === 'show' ? cue.second : null))]);

describe('captions', () => {
  it('that end with their sentence give its time, and the time of a step within it', () => {
    expect(heardIn([[1, 3, 'Four words are enough.'], [4, 6, 'Tricks are guessed first,'], [6, 8, 'dice help.']])).toEqual([
      [0, 4, [[1, 'Four words are enough.']], []],
      [4, 8, [[4, 'Tricks are guessed first,'], [6, 'dice help.']], [4, 6]],
    ]);
  });

  it('that go on over the end of a sentence are shown in both, and leave where nobody speaks', () => {
    expect(heardIn([[0, 4, 'Four words are enough. Tricks are'], [9, 12, 'guessed first,\nuh, dice help.']])).toEqual([
      [0, 2.788, [[0, 'Four words are enough. Tricks are']], []],
      [2.788, 12, [[2.788, 'Four words are enough. Tricks are'], [4, ''], [9, 'guessed first,\nuh, dice help.']], [2.788, expect.closeTo(10.966, 2)]],
    ]);
  });

  it('that say something else give nothing; those that differ in a stretch say where', () => {
    expect(timedNarration(script, [[0, 3, 'Welcome to another lesson about cakes.']])).toBeNull();
    expect(timedNarration(script, [[0, 3, 'Four words are enough.'], [3, 5, 'That is what I always tell my children.'], [5, 8, 'Tricks are guessed first, dice help.']])?.differs).toEqual({
      cue: 1,
      captions: 'That is what I always tell my children.',
      script: 'Tricks are guessed first, dice help.',
    });
    expect(timedNarration(script, [[0, 3, 'Four words, um, are enough.'], [3, 8, 'Tricks are guessed first. So dice help.']])?.differs).toBeNull();
  });

  it('of scripts without spaces are compared by their letters', () => {
    expect(heardIn([[0, 2, '四つの言葉'], [2, 3, 'で十分です。'], [3, 5, 'サイコロ。']], [said('四つの言葉で十分です。'), said('サイコロ。')])).toEqual([
      [0, 3, [[0, '四つの言葉'], [2, 'で十分です。']], []],
      [3, 5, [[3, 'サイコロ。']], []],
    ]);
  });
});

it('times never go back, and every step has one within its sentence', () => {
  const word = fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six');
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => said(`${words.join(' ')}.`, 0, 4));
  const cue = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.array(word, { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 8 }), fc.array(cue, { minLength: 1, maxLength: 8 }), (sentences, rows) => {
      let at = 0;
      const cues = rows.map(([gap, length, words]): Cue => [(at += gap), (at += length), words.join(' ')]);
      let before = 0;
      for (const { heard, cues: own } of timedNarration(sentences, cues)?.sentences ?? []) {
        if (heard === undefined) throw new Error('not timed');
        expect(heard.from).toBe(before);
        expect(heard.to).toBeGreaterThanOrEqual(heard.from);
        for (const each of own) if (each.do === 'show') expect(each.second).toBeGreaterThanOrEqual(heard.from);
        before = heard.to;
      }
    }),
  );
});
