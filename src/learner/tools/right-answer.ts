/** What is right, in words, for paper. Pure. */
import type { AnswerKey, BlankKey, BlankPayload, ItemPayload } from '../../course/payload.ts';
import type { ItemStrings } from '../../locales/strings.ts';
import { targetText } from '../components/numbers.ts';

export interface InWords {
  words: Pick<ItemStrings, 'true' | 'false' | 'between'>;
  /** BCP 47 of the lesson: numbers are written in it. */
  language: string;
}

/** A line for each thing that is right; none where nothing is right or wrong. */
export function rightAnswer(item: Pick<ItemPayload, 'options' | 'targets' | 'blanks'>, key: AnswerKey, { words, language }: InWords): string[] {
  const option = (id: string): string => item.options.find((each) => each.id === id)?.text ?? '';
  const target = (id: string | undefined): string => item.targets.find((each) => each.id === id)?.text ?? '';
  switch (key.type) {
    case 'true-false':
      return [item.options.find(({ id }) => id === String(key.answer))?.text || (key.answer ? words.true : words.false)];
    case 'single':
    case 'hotspot':
      return [option(key.correct)];
    case 'multiple':
      return key.correct.map(option);
    case 'numeric':
      return [targetText(key.target, language, words)];
    case 'matching':
    case 'categorise':
      return item.options.map(({ id, text }) => `${text} – ${target(key.pairs[id])}`);
    case 'ordering':
      return key.order.map((id, index) => `${index + 1}. ${option(id)}`);
    case 'fill-in':
      return key.blanks.map((blank) => rightBlank(blank, item.blanks, { words, language }));
    case 'likert':
    case 'short-answer':
      return [];
  }
}

function rightBlank(key: BlankKey, blanks: readonly BlankPayload[], { words, language }: InWords): string {
  switch (key.kind) {
    case 'text':
      return key.accept.length > 0 ? key.accept.join(' / ') : key.patterns.map(({ source }) => `/${source}/`).join(' ');
    case 'number':
      return targetText(key.target, language, words);
    case 'choice':
      return blanks.find(({ id }) => id === key.id)?.options.find(({ id }) => id === key.correct)?.text ?? '';
  }
}
