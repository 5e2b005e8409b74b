/** How a blank in a sentence is named: by the author's words beside it, the same in the static page and in the player. */
import type { ProseData, ProseElement } from '../course/prose.ts';

/** The attribute that marks the place of a blank, with its id. */
export const BLANK_ATTRIBUTE = 'data-blank';

const WORDS = 3;
const CHARACTERS = 32;
/** Stands for a blank in flat text. */
const GAP = '\u0000';

export interface Around {
  /** '' where another blank or nothing stands. */
  after: string;
  before: string;
}

/** For each blank in reading order, the last words before it and the first words behind it. Linear in the text. */
export function wordsAround(prose: ProseData): Around[] {
  const pieces = flat(prose).split(GAP);
  return pieces.slice(1).map((behind, index) => ({
    after: lastWords(pieces[index] ?? ''),
    before: firstWords(behind),
  }));
}

/** What a blank is described by: were it the sentence itself, each letter typed would change it, and have all of it read out again. */
export function sentenceWithGaps(prose: ProseData): string {
  return flat(prose).replaceAll(GAP, ' … ').replace(/\s+/g, ' ').replace(/ (?=[.,;:!?])/g, '').trim();
}

function flat(prose: readonly (string | ProseElement)[]): string {
  return prose
    .map((node) => {
      if (typeof node === 'string') return node;
      const [, attributes, ...children] = node;
      return attributes !== 0 && attributes[BLANK_ATTRIBUTE] !== undefined ? GAP : `${flat(children)}${/^(p|li|div)$/.test(node[0]) ? ' ' : ''}`;
    })
    .join('');
}

function words(text: string): string[] {
  return text.match(/[^\s.,;:!?()[\]{}“”„"«»¿¡…。、]+/gu) ?? [];
}

function lastWords(text: string): string {
  return words(text.slice(-200)).slice(-WORDS).join(' ').slice(-CHARACTERS);
}

function firstWords(text: string): string {
  return words(text.slice(0, 200)).slice(0, WORDS).join(' ').slice(0, CHARACTERS);
}
