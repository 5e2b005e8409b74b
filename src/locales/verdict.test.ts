/** What is said of an answer: how it stands, what follows, and whether there is another try. */
import { expect, it } from 'vitest';
import { stringsFor } from './choose.ts';

it.each([
  ['en', true, 0, 'Not quite. Explanation below, no attempts left'],
  ['en', false, 0, 'Not quite. No attempts left'],
  ['en', false, 2, 'Not quite. 2 attempts left'],
  ['en', false, null, 'Not quite.'],
  ['de', true, 0, 'Nicht ganz. Erklärung unten, kein Versuch mehr'],
  ['de', false, 0, 'Nicht ganz. Kein Versuch mehr'],
  ['de', false, 1, 'Nicht ganz. Noch 1 Versuch'],
])('a verdict (%s; explained: %s; attempts left: %s)', (language, explained, left, said) => {
  expect(stringsFor(language).item.verdict({ right: false, parts: null, explained, left })).toBe(said);
});
