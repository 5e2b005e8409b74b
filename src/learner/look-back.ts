/** Who only looks at a course again is asked for no guess any more: one that was made stands there in words, one that was not is left out. */
import type { ItemPayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { ITEM_ATTRIBUTE } from '../vocabulary/tags.ts';

/** To be called before the questions come alive; `made` tells whether a guess was made. */
export function lookBack(lesson: Element, guesses: readonly ItemPayload[], made: (guess: ItemPayload) => boolean, { code, record }: PlayerStrings): void {
  const section = lesson.querySelector<HTMLElement>('.before');
  if (section === null) return;
  const left = guesses.filter((guess) => {
    if (!made(guess)) section.querySelector(`[${ITEM_ATTRIBUTE}="${CSS.escape(guess.id)}"]`)?.parentElement?.remove();
    return made(guess);
  });
  if (left.length === 0) return section.remove();
  section.dataset['made'] = '';
  const words = section.querySelector('h2 + p');
  if (words !== null) Object.assign(words, { textContent: record.guessed, lang: code });
}
