/** Where a learner stopped, in words: what the card that leads on says. */
import { expect, it } from 'vitest';
import { stringsFor } from '../locales/choose.ts';
import { stoppedAt } from './place.ts';

const slides = { lesson: 'l1', view: 'slides', spot: 'lectern-slide-2' } as const;

it.each([
  ['en', {}, 'You stopped at “Slides”.'],
  ['en', { watch: true }, 'You stopped at “Watch”.'],
  ['de', {}, 'Sie waren bei „Folien“.'],
  ['de', { watch: true }, 'Sie waren bei „Ansehen“.'],
] as const)('who stopped at the slides reads their name on the tab (%s, %j)', (language, told, said) => {
  expect(stoppedAt({ items: [], parts: [], ...told }, slides, stringsFor(language))).toBe(said);
});
