/** Writes an item as it stands before anyone answers: node for node what its component renders first, so the upgrade changes nothing. */
import type { ItemPayload } from '../../course/payload.ts';
import type { ProseData } from '../../course/prose.ts';
import type { Strings } from '../../locales/strings.ts';
import { ITEM_ATTRIBUTE, ITEM_TAGS } from '../../vocabulary/tags.ts';
import { escape } from './markup.ts';
import { isInline, proseMarkup } from './prose-markup.ts';
import { cloze, number, options, pairs, picture, steps } from './static-inputs.ts';

export interface StaticItemOptions {
  strings: Strings;
}

/** The whole element, tag included. */
export function staticItem(item: ItemPayload, { strings }: StaticItemOptions): string {
  const tag = ITEM_TAGS[item.type];
  return `<${tag} ${ITEM_ATTRIBUTE}="${escape(item.id)}">${item.type === 'short-answer' ? shortAnswer(item, strings) : checked(item, strings)}</${tag}>`;
}

const LIVE = '<p class="verdict" aria-live="polite" aria-atomic="true"></p>';

function checked(item: ItemPayload, strings: Strings): string {
  const { words, label } = { words: strings.item, label: item.type === 'likert' ? strings.item.submit : strings.item.check };
  const sure = item.confidence ? sureness(item, words) : '';
  return `${group(item, strings)}${hints(item, strings)}${sure}${actions([['check', label]])}${LIVE}`;
}

/** Prompt and controls, by type. */
function group(item: ItemPayload, strings: Strings): string {
  const { item: words } = strings;
  const how = (text: string): string => `<span class="choose">${escape(text)}</span>`;
  switch (item.type) {
    case 'multiple':
      return field(item, strings, ` ${how(words.choose(item.select))}`, options(item, words));
    case 'fill-in':
      return item.body === null ? field(item, strings, how(words.fillIn), cloze(item, words), []) : field(item, strings, '', cloze(item, words));
    case 'numeric':
      return field(item, strings, '', number(item, words));
    case 'matching':
    case 'categorise':
      return field(item, strings, '', pairs(item, words));
    case 'ordering':
      return field(item, strings, ` ${how(words.orderHow)}`, steps(item, words));
    case 'hotspot':
      return field(item, strings, '', `${picture(item, words)}${options(item, words)}<p class="sr-only ours" aria-live="polite" aria-atomic="true"></p>`);
    case 'single':
    case 'true-false':
    case 'likert':
    // A written answer has a form of its own, and no controls to choose from.
    case 'short-answer':
      return field(item, strings, '', options(item, words));
  }
}

function sureness({ id }: ItemPayload, words: Strings['item']): string {
  const radios = words.sureness.map((word, index) => `<label class="sure ours"><input type="radio" name="${escape(id)}-sure" value="${index}">${escape(word)}</label>`);
  return `<fieldset class="field sureness"><legend class="small-legend">${escape(words.howSure)}</legend><div class="sures">${radios.join('')}</div></fieldset>`;
}

function shortAnswer(item: ItemPayload, strings: Strings): string {
  const id = `${item.id}-text`;
  const box = `<label class="answer-label" for="${escape(id)}">${escape(strings.item.answerLabel)}</label><textarea class="answer" id="${escape(id)}" rows="4" maxlength="4000"></textarea>`;
  return `${field(item, strings, '', box)}${hints(item, strings)}${actions([
    ['check', strings.item.compare],
    ['unknown', strings.item.unknown],
  ])}${LIVE}`;
}

/** A prompt of one paragraph is the legend; a longer one stands before and names the group. */
function field(item: ItemPayload, strings: Strings, how: string, controls: string, asked: ProseData = item.prompt): string {
  const prompt = proseMarkup(asked);
  const inside = `${meta(item, strings)}${controls}`;
  if (isInline(asked)) return `<fieldset class="field"><legend class="prompt">${prompt}${how}</legend>${inside}</fieldset>`;
  const id = escape(`${item.id}-prompt`);
  return `<div class="prompt" id="${id}">${prompt}${how}</div><fieldset class="field" aria-labelledby="${id}">${inside}</fieldset>`;
}

function meta(item: ItemPayload, strings: Strings): string {
  const facts = item.graded ? [strings.item.points(item.points)] : [strings.item.notGraded];
  if (item.graded && item.attempts > 0) facts.push(strings.item.attempts(item.attempts));
  return `<p class="facts">${facts.map((fact) => `<span>${escape(fact)}</span>`).join(' ')}</p>`;
}

/** Hints open one after the other: each stays hidden until the one before was opened. */
function hints(item: ItemPayload, strings: Strings): string {
  return item.hints
    .map((hint, index) => `<details class="hint"${index === 0 ? '' : ' hidden'}><summary>${escape(strings.item.hint(index + 1, item.hints.length))}</summary><div class="hint-text">${proseMarkup(hint)}</div></details>`)
    .join('');
}

function actions(buttons: [name: 'check' | 'unknown', label: string][]): string {
  const marks = buttons.map(([name, label]) => `<button type="button" class="button ${name === 'check' ? 'primary' : 'quiet'}" data-action="${name}">${escape(label)}</button>`);
  return `<div class="actions">${marks.join('')}</div>`;
}
