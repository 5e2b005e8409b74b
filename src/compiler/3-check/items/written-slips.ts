/** Written answers that were most likely meant to be marked: numbers, and words for a line in the question. */
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem, type RawLabel } from './raw-item.ts';

const number = /^[≈~]?\s?([-−–]?\d[\d.,]{0,14}(?:e[-+]?\d{1,3})?)(?:\s*(?:±|\+\s?\/?\s?[-−–])\s*(\d[\d.,]{0,14})\s?(%?))?(?:\s?([\p{L}°%€$£µΩ][\p{L}°%/²³]{0,7}))?\.?$/iu;
const year = /^(?:1\d|20)\d\d$/;
/** A line to write on, as print has it. */
export const writingLine = /_{3,}|\.{5,}|…{2,}|＿{2,}/u;

/** Only where nothing else in the question says that a written reply is wanted. */
export function checkWritten(item: RawItem, words: string, answer: RawLabel, context: ItemContext): void {
  if (labelOf(item, 'type') !== undefined || labelOf(item, 'check') !== undefined) return;
  const prompt = plainText(item.prompt);
  if (writingLine.test(prompt) && prompt.length < 300 && words.length <= 60 && !/[.!?。]\s/u.test(words)) {
    context.report.add('quiz/line-gap', context.place(item.promptAt), { question: item.number, rewritten: prompt.replace(writingLine, `[[${words.replace(/[.。]$/, '')}]]`) });
    return;
  }
  const [, value, give, percent = '', unit] = number.exec(words.slice(0, 60)) ?? [];
  if (value === undefined || (give === undefined && unit === undefined && year.test(value))) return;
  const target = `${value}${give === undefined ? '' : ` ± ${give}${percent}`}`.replace(/[−–]/g, '-');
  context.report.add('quiz/number-as-text', context.place(answer.value), { question: item.number, answer: words, rewritten: unit === undefined ? target : `${target} · Unit: ${unit}` });
}
