/**
 * A response in short form for stored progress, and back. A choice is kept as its place among the item's options and a
 * fingerprint of its id: options may be put in another order (the fingerprint finds them) or reworded (the place does).
 * What is placed or put in order is kept as places, with one fingerprint of all ids: changed, the old answer means nothing.
 */
import type { ItemPayload, Response } from '../../course/payload.ts';
import { fnv } from '../../grading/fnv.ts';
import { CODE_MAX } from '../../grading/resume-budget.ts';
import { BASE64URL, packBits, unpackBits } from './bits.ts';

type Named = readonly { id: string }[];

/** What of an item its answers refer to. */
export interface Answerable extends Pick<ItemPayload, 'type'> {
  options: Named;
  targets: Named;
  blanks: Named;
}

/** Eight choices of four characters; more are kept as a set of places. */
const CHOICES_MAX = 8;
const VERDICTS = [null, 'got-it', 'partly', 'not-yet'] as const;
/** Between the values of a fill-in; no field for one line can hold it. */
const GAP = '\n';
/** Placed on nothing. */
const NOWHERE = '.';

/** At most CODE_MAX characters; '' when the response cannot be kept. */
export function encodeAnswer(response: Response, item: Answerable): string {
  switch (response.type) {
    case 'true-false':
      return response.value ? 't' : 'f';
    case 'single':
    case 'likert':
    case 'hotspot':
      return within('s' + choiceCode(response.choice, item.options), 's');
    case 'multiple':
      return encodeChoices(response.choices, item.options);
    case 'numeric':
      return 'n';
    case 'fill-in':
      return within('x' + response.values.length.toString(36), 'x');
    case 'matching':
    case 'categorise':
      return encodePlaces('p', item, item.options.map(({ id }) => (Object.hasOwn(response.pairs, id) ? placeOf(response.pairs[id] ?? '', item.targets) : NOWHERE)));
    case 'ordering':
      return encodePlaces('o', item, response.order.map((id) => placeOf(id, item.options)));
    case 'short-answer': {
      const flags = VERDICTS.indexOf(response.verdict) * 2 + (response.unknown ? 1 : 0);
      return ('w' + flags + packBits(response.ideas.filter((n) => n < 60))).slice(0, CODE_MAX);
    }
  }
}

/** What the learner wrote, which is kept beside the code; '' where nothing is written. */
export function writtenIn(response: Response): string {
  if (response.type === 'short-answer' || response.type === 'numeric') return response.text;
  return response.type === 'fill-in' ? response.values.map((value) => value.replace(/\s+/g, ' ')).join(GAP) : '';
}

/** `text` is what `writtenIn` gave. null when code and item do not fit together any more. */
export function decodeAnswer(code: string, text: string, item: Answerable): Response | null {
  switch (item.type) {
    case 'true-false':
      return code === 't' || code === 'f' ? { type: item.type, value: code === 't' } : null;
    case 'short-answer':
      return decodeWritten(code, text);
    case 'numeric':
      return code === 'n' ? { type: item.type, text } : null;
    case 'fill-in':
      return code === 'x' + item.blanks.length.toString(36) ? { type: item.type, values: decodeValues(text, item.blanks.length) } : null;
    case 'matching':
    case 'categorise':
      return decodePairs(item.type, code, item);
    case 'ordering':
      return decodeOrder(code, item);
    case 'multiple': {
      const choices = decodeChoices(code, item.options);
      return choices === null || choices.length === 0 ? null : { type: item.type, choices };
    }
    case 'single':
    case 'likert':
    case 'hotspot': {
      const [choice, ...others] = decodeChoices(code, item.options) ?? [];
      return choice === undefined || others.length > 0 ? null : { type: item.type, choice };
    }
  }
}

/** A text that was cut short lacks its last values. */
function decodeValues(text: string, count: number): string[] {
  const values = text.split(GAP).slice(0, count);
  return [...values, ...Array.from({ length: count - values.length }, () => '')];
}

function encodeChoices(choices: string[], options: Named): string {
  if (choices.length <= CHOICES_MAX && options.length <= 64) {
    return within('m' + choices.map((id) => choiceCode(id, options)).join(''), 'm');
  }
  const chosen = new Set(choices);
  return within('b' + packBits(options.flatMap((option, i) => (chosen.has(option.id) ? [i] : []))), 'b');
}

const within = (code: string, empty: string): string => (code.length > CODE_MAX || code === empty ? '' : code);

/** Three characters, 18 bits. */
function fingerprint(id: string): string {
  const h = fnv(id);
  return [0, 6, 12].map((shift) => BASE64URL[(h >>> shift) & 63]).join('');
}

/** Of all ids that places refer to. */
const printOf = ({ options, targets }: Answerable): string => fingerprint([...options, { id: '' }, ...targets].map(({ id }) => id).join('\n'));

const placeOf = (id: string, among: Named): string => BASE64URL[among.findIndex((named) => named.id === id)] ?? NOWHERE;

function encodePlaces(kind: 'p' | 'o', item: Answerable, places: string[]): string {
  return within(kind + printOf(item) + places.join(''), kind + printOf(item));
}

/** The places of a code of this kind; null when it is none, or the item's parts are not the ones it was made of. */
function decodePlaces(kind: 'p' | 'o', code: string, item: Answerable): string[] | null {
  const start = kind + printOf(item);
  return code.startsWith(start) ? [...code.slice(start.length)] : null;
}

function decodePairs(type: 'matching' | 'categorise', code: string, item: Answerable): Response | null {
  const places = decodePlaces('p', code, item);
  if (places?.length !== item.options.length) return null;
  const pairs = item.options.flatMap(({ id }, i) => {
    const target = item.targets[BASE64URL.indexOf(places[i] ?? NOWHERE)];
    return target === undefined ? [] : [[id, target.id]];
  });
  return { type, pairs: Object.fromEntries(pairs) };
}

function decodeOrder(code: string, item: Answerable): Response | null {
  const order = decodePlaces('o', code, item)?.flatMap((place) => item.options[BASE64URL.indexOf(place)]?.id ?? []) ?? [];
  return order.length === item.options.length && new Set(order).size === order.length && order.length > 0 ? { type: 'ordering', order } : null;
}

function choiceCode(id: string, options: Named): string {
  const at = options.findIndex((option) => option.id === id);
  return at < 0 ? '' : (BASE64URL[Math.min(at, 63)] ?? '') + fingerprint(id);
}

function decodeChoices(code: string, options: Named): string[] | null {
  const body = code.slice(1);
  if (code.startsWith('b')) {
    const places = unpackBits(body);
    return places && places.flatMap((i) => options[i]?.id ?? []);
  }
  if (!/^[sm](?:[\w-]{4})+$/.test(code)) return null;
  const ids = options.map((option) => option.id);
  const prints = ids.map(fingerprint);
  const found = (body.match(/.{4}/g) ?? []).flatMap((choice) => {
    const same = prints.indexOf(choice.slice(1));
    return ids[same >= 0 ? same : BASE64URL.indexOf(choice.charAt(0))] ?? [];
  });
  return [...new Set(found)];
}

function decodeWritten(code: string, text: string): Response | null {
  const flags = Number(code.charAt(1));
  const ideas = unpackBits(code.slice(2));
  if (!/^w[0-7]/.test(code) || ideas === null) return null;
  return { type: 'short-answer', text, unknown: flags % 2 === 1, verdict: VERDICTS[flags >> 1] ?? null, ideas };
}
