/** Reads the values of labels that say how a question counts: points, objective, tags, attempts, shuffle, scoring, id. */
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { itemIdShape, suggestedId } from '../ids.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, labelsOf, type RawItem, type RawLabel } from './raw-item.ts';

export interface Meta {
  /** As written with `Id:`; null when there is none or it cannot be one. */
  id: string | null;
  /** Where it is written; else the question. */
  idPlace: Place;
  points: number | null;
  objectives: number[];
  tags: string[];
  attempts: number | null;
  shuffle: boolean | null;
}

export function readMeta(item: RawItem, context: ItemContext): Meta {
  const idAt = labelOf(item, 'id')?.value ?? item.promptAt;
  return {
    id: readId(item, context),
    idPlace: context.document.source.place(idAt.start, idAt.end),
    points: readPoints(item, context),
    objectives: readObjectives(item, context),
    tags: labelsOf(item, 'tags').flatMap((l) => split(plainText(l.blocks))),
    attempts: readAttempts(labelOf(item, 'attempts'), context),
    shuffle: readShuffle(labelOf(item, 'shuffle'), context),
  };
}

function split(words: string): string[] {
  return words
    .split(/[,;、،]/)
    .map((w) => w.trim().replace(/[.。]$/, ''))
    .filter((w) => w !== '');
}

function readId(item: RawItem, context: ItemContext): string | null {
  const label = labelOf(item, 'id');
  if (label === undefined) return null;
  const { start, end } = label.value;
  // As written in the source: an underscore or a star must not be lost to emphasis.
  const written = context.document.source.text.slice(start, end).trim().replace(/^`(.*)`$/, '$1');
  if (itemIdShape.test(written)) return written;
  context.report.add('id/shape', context.place(label.value), { id: written, suggestion: suggestedId(written) });
  return null;
}

/** `2`, `1.5`, `0,5`, `2 points`; other digits of Unicode too. */
function readNumber(words: string): number | null {
  const match = /^(\p{Nd}{1,9})(?:[.,](\p{Nd}{1,4}))?(?:\s+\p{L}{1,12})?\.?$/u.exec(words);
  if (match === null) return null;
  return Number(`${asciiDigits(match[1] ?? '')}.${asciiDigits(match[2] ?? '0')}`);
}

/** Arabic, Persian and Devanagari digits, and full-width ones, as 0–9. */
export function asciiDigits(digits: string): string {
  return digits.normalize('NFKC').replace(/[٠-٩۰-۹०-९]/g, (d) => String(digitValue(d)));
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return code >= 0x966 ? code - 0x966 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660;
}

function readPoints(item: RawItem, context: ItemContext): number | null {
  const label = labelOf(item, 'points');
  if (label === undefined) return null;
  const words = plainText(label.blocks);
  const value = readNumber(words);
  if (value === null) context.report.add('quiz/points', context.place(nonEmpty(label)), { value: words });
  return value;
}

/** The value, or the label where the value is empty. */
function nonEmpty(label: RawLabel): RawLabel['value'] {
  return label.value.end > label.value.start ? label.value : label.at;
}

function readObjectives(item: RawItem, context: ItemContext): number[] {
  const out: number[] = [];
  for (const label of labelsOf(item, 'objective')) {
    const words = plainText(label.blocks);
    const numbers = numbersIn(words);
    const wrong = numbers.find((n) => n < 1 || n > context.objectives);
    if (numbers.length === 0) context.report.add('objective/unknown', context.place(nonEmpty(label)), { value: words, highest: context.objectives });
    else if (wrong !== undefined) {
      const { start, end } = label.value;
      const at = Math.max(0, context.document.source.text.slice(start, end).search(new RegExp(`(?<!\\p{Nd})${wrong}(?!\\p{Nd})`, 'u')));
      context.report.add('objective/unknown', context.place({ start: start + at, end: start + at + String(wrong).length }), { value: String(wrong), highest: context.objectives });
    }
    for (const n of numbers) if (n >= 1 && n <= context.objectives && !out.includes(n)) out.push(n);
  }
  return out;
}

/** `1`, `1, 3`, `1 and 3`. */
export function numbersIn(words: string): number[] {
  return words.match(/\p{Nd}{1,4}/gu)?.map((n) => Number(asciiDigits(n))) ?? [];
}

function readAttempts(label: RawLabel | undefined, context: ItemContext): number | null {
  if (label === undefined) return null;
  const words = plainText(label.blocks);
  if (/^(?:unlimited|unbegrenzt|illimité|ilimitado|無制限)/i.test(words)) return 0;
  const value = readNumber(words);
  if (value !== null && Number.isInteger(value)) return value;
  return refuse(label, '3, or 0 for as many as the learner likes', context);
}

/** `no`, `none`, `yes`, `options`, …; null when silent. */
export function readShuffle(label: RawLabel | undefined, context: ItemContext): boolean | null {
  if (label === undefined) return null;
  const words = plainText(label.blocks).toLowerCase();
  if (/^(?:no|none|off|false|never|fixed|nein|nie|non|aucune?|jamais|keine?|ningun[oa]|nunca|いいえ|なし|しない|لا)\.?$/.test(words)) return false;
  if (/^(?:yes|on|true|always|random(?:ly)?|options|both|answers|ja|immer|zufällig|oui|toujours|sí|si|siempre|はい|する|نعم|optionen|antworten|opciones|respuestas|réponses)\.?$/.test(words)) return true;
  if (/^(?:questions|fragen|preguntas)\.?$/.test(words)) return false;
  return refuse(label, 'no, or yes', context);
}

/** Says that a value is not understood. */
export function refuse(label: RawLabel, choices: string, context: ItemContext): null {
  context.report.add('quiz/value', context.place(nonEmpty(label)), { label: label.written, value: plainText(label.blocks), choices });
  return null;
}

/** The first label of the kind as prose, unwrapped by the caller; [] when there is none. */
export function blocksOf(item: RawItem, label: Label): RawLabel['blocks'] {
  return labelsOf(item, label).flatMap((l) => l.blocks);
}
