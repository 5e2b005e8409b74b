/** What the compiler leaves behind a slide is what the player reads. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTrack } from './track.ts';

const slideWith = (json: string): ParentNode => ({ querySelector: () => ({ textContent: json }) }) as unknown as ParentNode;

it('sentences, what a voice says instead, and cues', () => {
  expect(readTrack(slideWith('[["A GIF.","A jif.",[0,"show",1,2],[0.5,"pause",2],[1,"hide",1]],["B.",0]]'))).toEqual([
    { text: 'A GIF.', spoken: 'A jif.', cues: [{ do: 'show', after: 0, steps: [1, 2] }, { do: 'pause', after: 0.5, seconds: 2 }, { do: 'hide', after: 1, steps: [1] }] },
    { text: 'B.', spoken: 'B.', cues: [] },
  ]);
});

it('anything else is a slide without words', () => {
  fc.assert(fc.property(fc.json(), (json) => void expect(Array.isArray(readTrack(slideWith(json)))).toBe(true)));
  expect(readTrack({ querySelector: () => null } as unknown as ParentNode)).toEqual([]);
});
