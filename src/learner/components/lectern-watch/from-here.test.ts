/** Which sentence a paragraph begins with. */
import { expect, it } from 'vitest';
import { firstSentences } from './from-here.ts';

const lines = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }));

it('is the first one in it, also where sentences are said twice', () => {
  expect(firstSentences(['Go. Stop.', 'Go.\nStop. Go.'], lines('Go.', 'Stop.', 'Go.', 'Stop.', 'Go.'))).toEqual([0, null]);
  expect(firstSentences(['One. Two.', 'Three.', 'Four.'], lines('One.', 'Two.', 'Three.', 'Four.'))).toEqual([0, 2, 3]);
});

it('is none for what is not said', () => {
  expect(firstSentences(['One.', 'A table', 'Two.'], lines('One.', 'Two.'))).toEqual([0, null, 1]);
  expect(firstSentences([], lines('One.'))).toEqual([]);
});
