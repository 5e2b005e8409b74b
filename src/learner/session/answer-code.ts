/**
 * A response in short form for stored progress, and back. A choice is kept as its place among the item's options and a
 * fingerprint of its id: options may be put in another order (the fingerprint finds them) or reworded (the place does).
 */
import type { ItemPayload, Response } from '../../course/payload.ts';
import { fnv } from '../../grading/fnv.ts';
import { CODE_MAX } from '../../grading/resume-budget.ts';
import { BASE64URL, packBits, unpackBits } from './bits.ts';

type Options = Pick<ItemPayload, 'options'>['options'];

/** Eight choices of four characters; more are kept as a set of places. */
const CHOICES_MAX = 8;
const VERDICTS = [null, 'got-it', 'partly', 'not-yet'] as const;

/** At most CODE_MAX characters; '' when the response cannot be kept. */
export function encodeAnswer(response: Response, options: Options): string {
  switch (response.type) {
    case 'true-false':
      return response.value ? 't' : 'f';
    case 'single':
      return within('s' + choiceCode(response.choice, options), 's');
    case 'multiple':
      return encodeChoices(response.choices, options);
    case 'short-answer': {
      const flags = VERDICTS.indexOf(response.verdict) * 2 + (response.unknown ? 1 : 0);
      return ('w' + flags + packBits(response.ideas.filter((n) => n < 60))).slice(0, CODE_MAX);
    }
  }
}

/** `text` is what was written in a short answer. null when code and item do not fit together any more. */
export function decodeAnswer(code: string, text: string, item: Pick<ItemPayload, 'type' | 'options'>): Response | null {
  if (item.type === 'true-false') {
    return code === 't' || code === 'f' ? { type: 'true-false', value: code === 't' } : null;
  }
  if (item.type === 'short-answer') return decodeWritten(code, text);
  const choices = decodeChoices(code, item.options);
  if (choices === null || choices.length === 0) return null;
  if (item.type === 'multiple') return { type: 'multiple', choices };
  const [choice] = choices;
  return choices.length === 1 && choice !== undefined ? { type: 'single', choice } : null;
}

function encodeChoices(choices: string[], options: Options): string {
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

function choiceCode(id: string, options: Options): string {
  const at = options.findIndex((option) => option.id === id);
  return at < 0 ? '' : (BASE64URL[Math.min(at, 63)] ?? '') + fingerprint(id);
}

function decodeChoices(code: string, options: Options): string[] | null {
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
