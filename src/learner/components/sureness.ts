/** "How sure are you?": three radios beside an answer, and what was said afterwards. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerStrings } from '../../locales/strings.ts';

type Words = PlayerStrings['item'];

/** `chosen` is told with the index of the word. */
export function sureness(id: string, words: Words, sure: number | null, chosen: (index: number) => void): TemplateResult {
  const radios = words.sureness.map(
    (word, index) => html`<label class="sure ours"><input type="radio" name="${id}-sure" value=${index} .checked=${sure === index} @change=${() => chosen(index)}>${word}</label>`,
  );
  return html`<fieldset class="field sureness"><legend class="small-legend">${words.howSure}</legend><div class="sures">${radios}</div></fieldset>`;
}

export function saidSure(words: Words, sure: number | null): unknown {
  const word = sure === null ? undefined : words.sureness[sure];
  return word === undefined ? nothing : html`<p class="said-sure ours">${words.saidSure(word)}</p>`;
}
