/** The controls of each item type as static markup; what they look like once the player is here is in its components. */
import type { BlankPayload, ItemPayload, OptionPayload } from '../../course/payload.ts';
import type { Strings } from '../../locales/strings.ts';
import { BLANK_ATTRIBUTE, sentenceWithGaps, wordsAround } from '../../vocabulary/blanks.ts';
import { POSITION_LIST_FROM, RADIO_GROUPS_MAX } from '../../vocabulary/tags.ts';
import { escape } from './markup.ts';
import { isInline, proseMarkup } from './prose-markup.ts';

type Words = Strings['item'];

/** Radios or check boxes; those of a picture carry the numbers of their regions. */
export function options(item: ItemPayload, words: Words): string {
  const kind = item.type === 'multiple' ? 'checkbox' : 'radio';
  const layout = item.type === 'true-false' ? ' options-row' : item.type === 'likert' ? ' options-scale' : '';
  const rows = item.options.map((option, index) => {
    const text = option.prose.length === 0 ? escape(words[option.id === 'true' ? 'true' : 'false']) : proseMarkup(option.prose);
    const region = item.type === 'hotspot' ? `<span class="region-number"><span class="sr-only ours">${escape(words.region(index + 1))}</span><span aria-hidden="true">${index + 1}</span></span>` : '';
    return `<label class="option"><input type="${kind}" name="${escape(item.id)}" value="${escape(option.id)}">${region}<span class="option-text">${text}</span></label>`;
  });
  return `<div class="options${layout}">${rows.join('')}</div>`;
}

/** A picture with its regions drawn on it. */
export function picture({ image, options: regions }: ItemPayload, words: Words): string {
  if (image === null) return '';
  const shapes = regions.map(({ region }, index) => {
    if (region === undefined) return '';
    const { left, top, width, height } = region;
    return `<svg class="region" x="${left}%" y="${top}%" width="${width}%" height="${height}%"><rect width="100%" height="100%" rx="4"></rect><circle r="11"></circle><text>${index + 1}</text></svg>`;
  });
  const img = `<img src="${escape(image.src)}" alt="${escape(image.alt)}" width="${image.width}" height="${image.height}" decoding="async">`;
  return `<div class="hotspot"><div class="hotspot-scroll"><div class="hotspot-picture">${img}<svg class="regions" data-open="" aria-hidden="true">${shapes.join('')}</svg></div></div><button type="button" class="button quiet" data-action="zoom" aria-pressed="false">${escape(words.enlarge)}</button></div>`;
}

/** The sentence with its blanks. */
export function cloze(item: ItemPayload, words: Words): string {
  const sentence = item.body ?? item.prompt;
  const around = wordsAround(sentence);
  const id = escape(`${item.id}-sentence`);
  const inside = proseMarkup(sentence, (attributes) => {
    const index = item.blanks.findIndex((blank) => blank.id === attributes[BLANK_ATTRIBUTE]);
    const blank = item.blanks[index];
    if (blank === undefined) return null;
    const { after, before } = around[index] ?? { after: '', before: '' };
    return control(blank, words.blank(index + 1, item.blanks.length, after, before), id, words);
  });
  const spoken = `<p id="${id}" hidden>${escape(sentenceWithGaps(sentence))}</p>`;
  return isInline(sentence) ? `<p class="cloze">${inside}</p>${spoken}` : `<div class="cloze">${inside}</div>${spoken}`;
}

function control(blank: BlankPayload, name: string, sentence: string, words: Words): string {
  const named = `aria-label="${escape(name)}" aria-describedby="${sentence}"`;
  if (blank.kind === 'choice') return `<select class="blank" ${named}>${choices(blank.options, words)}</select>`;
  return `<input class="blank" type="text" size="${blank.width}"${blank.kind === 'number' ? ' inputmode="decimal"' : ''} autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200" ${named}>`;
}

function choices(from: readonly OptionPayload[], words: Words): string {
  return `<option value="">${escape(words.choosePlaceholder)}</option>${from.map(({ id, text }) => `<option value="${escape(id)}">${escape(text)}</option>`).join('')}`;
}

/** One field with its unit. */
export function number({ id, unit }: ItemPayload, words: Words): string {
  const field = escape(`${id}-number`);
  const described = unit === null ? '' : ` aria-describedby="${escape(id)}-unit"`;
  const after = unit === null ? '' : `<span class="unit" id="${escape(id)}-unit">${escape(unit)}</span>`;
  return `<label class="answer-label" for="${field}">${escape(words.answerLabel)}</label><div class="number"><input class="number-field" id="${field}" type="text" inputmode="decimal" autocomplete="off" maxlength="200"${described}>${after}</div><p class="read-as ours" aria-live="polite" aria-atomic="true"></p>`;
}

/** What a row is dragged by, once scripts run. */
const GRIP = '<span class="grip" aria-hidden="true"></span>';

/** A row for each thing, with a list to choose from or, for few groups, radios. */
export function pairs(item: ItemPayload, words: Words): string {
  const radios = item.type === 'categorise' && item.targets.length <= RADIO_GROUPS_MAX;
  const rows = item.options.map((option, index) => {
    const id = escape(`${item.id}-pair-${index}`);
    const text = proseMarkup(option.prose);
    const of = escape(option.id);
    if (!radios) return `<div class="pair">${GRIP}<label class="pair-text" for="${id}">${text}</label><select class="pair-choice" id="${id}" data-option="${of}">${choices(item.targets, words)}</select></div>`;
    const groups = item.targets.map((target) => `<label class="sort"><input type="radio" name="${id}" value="${escape(target.id)}" data-option="${of}"><span>${proseMarkup(target.prose)}</span></label>`);
    return `<fieldset class="pair"><legend class="pair-text">${text}</legend>${GRIP}<div class="sorts">${groups.join('')}</div></fieldset>`;
  });
  return `<div class="pairs${radios ? ' sorting' : ''}">${rows.join('')}</div><p class="counted ours" aria-live="polite" aria-atomic="true"></p>`;
}

/** Steps with their buttons, which wait for the player. */
export function steps({ options: all }: ItemPayload, words: Words): string {
  const rows = all.map(({ prose, text }, index) => {
    const button = (way: 'up' | 'down', name: string, off: boolean): string =>
      `<button type="button" class="button move" data-move="${way}" aria-label="${escape(name)}"${off ? ' aria-disabled="true"' : ''}><span aria-hidden="true">${way === 'up' ? '↑' : '↓'}</span></button>`;
    const places = all.map((_, place) => `<option value="${place}"${place === index ? ' selected=""' : ''}>${place + 1}</option>`);
    const list = all.length < POSITION_LIST_FROM ? '' : `<select class="order-place" aria-label="${escape(words.positionOf(text))}">${places.join('')}</select>`;
    return `<li class="order-step">${GRIP}<span class="order-text">${proseMarkup(prose)}</span><span class="order-moves">${list}${button('up', words.moveUp(text), index === 0)}${button('down', words.moveDown(text), index === all.length - 1)}</span></li>`;
  });
  return `<ol class="order">${rows.join('')}</ol><p class="sr-only ours" aria-live="polite" aria-atomic="true"></p>`;
}
