/** What the compiler leaves behind a slide is what the player reads. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTrack } from './track.ts';

const slideWith = (json: string): ParentNode => ({ querySelector: () => ({ textContent: json }) }) as unknown as ParentNode;

it('sentences, what a voice says instead, and cues', () => {
  expect(readTrack(slideWith('[["A GIF.","A jif.",[0,"show",1,2],[0.5,"pause",2],[1,"hide",1]],["B.",0]]'))).toEqual([
    { text: 'A GIF.', spoken: 'A jif.', cues: [{ do: 'show', after: 0, steps: [1, 2] }, { do: 'pause', after: 0.5, seconds: 2 }, { do: 'hide', after: 1, steps: [1] }], heard: null, captions: null },
    { text: 'B.', spoken: 'B.', cues: [], heard: null, captions: null },
  ]);
});

it('when a sentence is heard, and the captions that its author wrote', () => {
  expect(readTrack(slideWith('[["A.",0,[0,"heard",1,3.5],[0.2,"caption","A\\nb."],[0.9,"caption",""],[0.5,"show",1]]]'))).toEqual([
    { text: 'A.', spoken: 'A.', cues: [{ do: 'show', after: 0.5, steps: [1] }], heard: [1, 3.5], captions: [{ after: 0.2, lines: ['A', 'b.'] }, { after: 0.9, lines: [] }] },
  ]);
});

it('anything else is a slide without words', () => {
  fc.assert(fc.property(fc.json(), (json) => void expect(Array.isArray(readTrack(slideWith(json)))).toBe(true)));
  expect(readTrack({ querySelector: () => null } as unknown as ParentNode)).toEqual([]);
});
