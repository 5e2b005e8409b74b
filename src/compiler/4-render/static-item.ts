/** Writes an item as it stands before anyone answers: node for node what its component renders first, so the upgrade changes nothing. */
import type { ItemPayload, OptionPayload } from '../../course/payload.ts';
import type { ProseData, ProseElement } from '../../course/prose.ts';
import type { Strings } from '../../locales/strings.ts';
import { ITEM_ATTRIBUTE, ITEM_TAGS } from '../../vocabulary/tags.ts';
import { escape } from './markup.ts';

export interface StaticItemOptions {
  strings: Strings;
}

/** The whole element, tag included. */
export function staticItem(item: ItemPayload, { strings }: StaticItemOptions): string {
  const tag = ITEM_TAGS[item.type];
  const inside = item.type === 'short-answer' ? shortAnswer(item, strings) : choice(item, strings);
  return `<${tag} ${ITEM_ATTRIBUTE}="${escape(item.id)}">${inside}</${tag}>`;
}

function choice(item: ItemPayload, strings: Strings): string {
  const how = item.type === 'multiple' ? ` <span class="choose">${escape(strings.item.choose(item.select))}</span>` : '';
  const options = item.options.map((option) => optionMarkup(item, option, strings)).join('');
  const row = item.type === 'true-false' ? ' options-row' : '';
  return `${field(item, `${how}`, `${meta(item, strings)}<div class="options${row}">${options}</div>`)}${hints(item, strings)}${actions([['check', strings.item.check]])}<p class="verdict" role="status"></p>`;
}

function optionMarkup(item: ItemPayload, option: OptionPayload, strings: Strings): string {
  const kind = item.type === 'multiple' ? 'checkbox' : 'radio';
  const words = option.prose.length === 0 ? escape(strings.item[option.id === 'true' ? 'true' : 'false']) : proseMarkup(option.prose);
  return `<label class="option"><input type="${kind}" name="${escape(item.id)}" value="${escape(option.id)}"><span class="option-text">${words}</span></label>`;
}

function shortAnswer(item: ItemPayload, strings: Strings): string {
  const id = `${item.id}-text`;
  const box = `<label class="answer-label" for="${escape(id)}">${escape(strings.item.answerLabel)}</label><textarea class="answer" id="${escape(id)}" rows="4" maxlength="4000"></textarea>`;
  return `${field(item, '', `${meta(item, strings)}${box}`)}${hints(item, strings)}${actions([
    ['check', strings.item.compare],
    ['unknown', strings.item.unknown],
  ])}<p class="verdict" role="status"></p>`;
}

/** A prompt of one paragraph is the legend; a longer one stands before and names the group. */
function field(item: ItemPayload, how: string, inside: string): string {
  const prompt = proseMarkup(item.prompt);
  if (isInline(item.prompt)) return `<fieldset class="field"><legend class="prompt">${prompt}${how}</legend>${inside}</fieldset>`;
  const id = escape(`${item.id}-prompt`);
  return `<div class="prompt" id="${id}">${prompt}${how}</div><fieldset class="field" aria-labelledby="${id}">${inside}</fieldset>`;
}

/** Blocks cannot stand in a legend. */
function isInline(prose: ProseData): boolean {
  return !prose.some((node) => typeof node !== 'string' && /^(p|ul|ol|dl|pre|div|table|blockquote|figure|h[2-6]|hr|details|section)$/.test(node[0]));
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

const VOID = new Set(['br', 'hr', 'img']);

/** Prose data as markup. It was sanitised when it was made; text and values are escaped here. */
export function proseMarkup(prose: readonly (string | ProseElement)[]): string {
  return prose.map((node) => (typeof node === 'string' ? escape(node) : elementMarkup(node))).join('');
}

function elementMarkup([tag, attributes, ...children]: ProseElement): string {
  const written = attributes === 0 ? '' : Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  return `<${tag}${written}>${VOID.has(tag) ? '' : `${proseMarkup(children)}</${tag}>`}`;
}
