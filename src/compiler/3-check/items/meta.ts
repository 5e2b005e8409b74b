/** Reads the values of labels that say how a question counts: points, objective, tags, attempts, shuffle, scoring, id. */
import { asciiDigits } from '../../../course/digits.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Label } from '../../2-parse/label-names.ts';
import { fold } from '../../2-parse/table-language.ts';
import { itemIdShape, suggestedId } from '../ids.ts';
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { nonEmpty, refuse } from './refuse.ts';
import { labelOf, labelsOf, type RawItem, type RawLabel } from './raw-item.ts';
import { readYesNo } from './value-words.ts';

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
  confidence: boolean | null;
}

export function readMeta(item: RawItem, context: ItemContext): Meta {
  const idAt = labelOf(item, 'id')?.value ?? item.promptAt;
  return {
    id: readId(item, context),
    idPlace: context.document.source.place(idAt.start, idAt.end),
    points: readPoints(item, context),
    objectives: readObjectives(item, context),
    tags: [...labelsOf(item, 'tags'), ...labelsOf(item, 'difficulty')].flatMap((l) => split(plainText(l.blocks))),
    attempts: readAttempts(labelOf(item, 'attempts'), context),
    shuffle: readShuffle(labelOf(item, 'shuffle'), context),
    confidence: readYesNo(labelOf(item, 'confidence'), context, 'ask'),
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

function readPoints(item: RawItem, context: ItemContext): number | null {
  const label = labelOf(item, 'points');
  if (label === undefined) return null;
  const words = plainText(label.blocks);
  const value = readNumber(words);
  if (value === null) context.report.add('quiz/points', context.place(nonEmpty(label)), { value: words });
  return value;
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

export function readAttempts(label: RawLabel | undefined, context: ItemContext): number | null {
  if (label === undefined) return null;
  const words = plainText(label.blocks);
  if (/^(?:unlimited|unbegrenzt|illimité|ilimitado|無制限)/i.test(words)) return 0;
  const value = readNumber(words);
  if (value !== null && Number.isInteger(value)) return value;
  return refuse(label, '3, or 0 for as many as the learner likes', context);
}

const shuffleWords: ReadonlyMap<string, boolean> = new Map(
  (
    [
      [true, 'yes|on|true|always|random|randomly|options|both|all|everything|answers|ja|immer|zufällig|beides|alles|oui|toujours|les deux|tout|sí|siempre|ambos|ambas|todo|sim|sempre|tudo|はい|する|両方|選択肢|نعم|كلاهما|الخيارات|Optionen|Antworten|opciones|respuestas|opções|respostas|réponses'],
      [false, 'no|none|off|false|never|fixed|questions|nein|nie|keine|kein|Fragen|non|aucun|aucune|jamais|les questions|ninguno|ninguna|nunca|preguntas|não|nenhum|nenhuma|perguntas|いいえ|なし|しない|問題|لا|الأسئلة'],
    ] as const
  ).flatMap(([value, words]) => words.split('|').map((word) => [fold(word), value] as const)),
);

/** Of the options: `no`, `none`, `yes`, `options`, …; null when silent. `questions` leaves options in their order. */
export function readShuffle(label: RawLabel | undefined, context: ItemContext): boolean | null {
  if (label === undefined) return null;
  return shuffleWords.get(fold(plainText(label.blocks)).replace(/[.。]$/, '')) ?? refuse(label, 'no, yes, options, questions, or both', context);
}

/** The first label of the kind as prose, unwrapped by the caller; [] when there is none. */
export function blocksOf(item: RawItem, label: Label): RawLabel['blocks'] {
  return labelsOf(item, label).flatMap((l) => l.blocks);
}
