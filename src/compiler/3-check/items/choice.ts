/** What single and multiple choice share: options, their ids, and mistakes authors make in them. */
import type { Option } from '../../../course/item.ts';
import type { Prose } from '../../../course/prose.ts';
import { optionIds } from '../ids.ts';
import { plainText, rememberOffsets, slice, unwrapped } from '../tree.ts';
import { sameForm, wordList } from '../words.ts';
import type { ItemContext } from './lesson-context.ts';
import { namedOptions } from './named-options.ts';
import { labelOf, type RawItem, type RawLabel, type RawOption } from './raw-item.ts';
import { warnAboutSigns } from './signed-options.ts';

/** The options with their texts, or null when they cannot be offered. */
export function readChoice(raw: RawItem, context: ItemContext): Option[] | null {
  const shown = raw.options.map((option) => withoutLast(option.blocks, context));
  const texts = shown.map(({ blocks }) => plainText(blocks));
  const right = correctOptions(raw, texts, context);
  if (right === 'wrong') return null;
  const ids = optionIds(texts);
  const options = raw.options.map((option, i): Option => {
    const { blocks, last } = shown[i] ?? { blocks: option.blocks, last: false };
    const correct = right.has(i);
    const feedback = option.feedback.length === 0 ? null : unwrapped(option.feedback);
    return { id: ids[i] ?? '', prose: unwrapped(blocks), text: texts[i] ?? '', correct, feedback, last };
  });
  const sound = [checkCount(raw, options, context), checkTexts(raw, options, context), checkCorrect(raw, options, context)];
  keepLast(raw, options, context);
  warnAboutSigns(raw, options, context);
  checkPrompt(raw, options, context);
  return sound.every(Boolean) ? options : null;
}

/** Indices of the options that are right: by their marks, else by the answer line. The two may not contradict each other. */
function correctOptions(raw: RawItem, texts: readonly string[], context: ItemContext): Set<number> | 'wrong' {
  const marked = new Set(raw.options.flatMap((option, i) => (option.marked ? [i] : [])));
  const answer = labelOf(raw, 'a');
  if (answer === undefined) return marked;
  const named = namedOptions(raw, texts);
  const value = plainText(answer.blocks);
  if (raw.options.some((o) => o.letter !== null)) {
    // `*B.` and another letter in the answer.
    if (named !== null && (marked.size === 0 || sameSet(named, marked))) return named;
    if (named !== null) return contradiction(raw, answer, texts[[...marked][0] ?? 0] ?? '', context);
    const letters = raw.options.map((o) => o.letter ?? '').join(', ');
    context.report.add('quiz/answer-letter', context.place(answer.value), { question: raw.number, value: value.slice(0, 60), letters });
    return 'wrong';
  }
  // Round brackets allow one answer, however many letters are named.
  if (marked.size === 0) return named !== null && (named.size === 1 || raw.options[0]?.marker !== 'round') ? named : marked;
  if (named !== null && sameSet(named, marked)) return marked;
  return contradiction(raw, answer, texts[[...marked][0] ?? 0] ?? '', context);
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((i) => b.has(i));
}

function contradiction(raw: RawItem, answer: RawLabel, option: string, context: ItemContext): 'wrong' {
  context.report.add('quiz/two-answers', context.place(answer.at), { question: raw.number, label: answer.written, value: plainText(answer.blocks), option });
  return 'wrong';
}

/** `None of these (last)`: the remark is taken off the words. */
function withoutLast(blocks: Prose, context: ItemContext): { blocks: Prose; last: boolean } {
  const paragraph = blocks.at(-1);
  const words = paragraph?.type === 'paragraph' ? paragraph.children.at(-1) : undefined;
  const remark = words?.type === 'text' ? /\s*\(\s*(?:last|zuletzt|en dernier|al final|ao final|por último|最後|أخيرًا)\s*\)\s*$/iu.exec(words.value.slice(-60)) : null;
  if (paragraph?.type !== 'paragraph' || words?.type !== 'text' || remark === null) return { blocks, last: false };
  const to = { child: paragraph.children.length - 1, index: words.value.length - remark[0].length };
  const children = slice(paragraph.children, { child: 0, index: 0 }, to, rememberOffsets(context.document.source));
  return { blocks: [...blocks.slice(0, -1), { ...paragraph, children }], last: true };
}

function placeOf(option: RawOption, context: ItemContext): ReturnType<ItemContext['place']> {
  return context.place(option.at);
}

function checkCount(raw: RawItem, options: readonly Option[], context: ItemContext): boolean {
  const only = raw.options[0];
  if (options.length !== 1 || only === undefined) return true;
  context.report.add('quiz/one-option', placeOf(only, context), { question: raw.number, option: options[0]?.text ?? '' });
  return false;
}

function checkTexts(raw: RawItem, options: readonly Option[], context: ItemContext): boolean {
  const seen = new Map<string, RawOption>();
  let sound = true;
  raw.options.forEach((option, i) => {
    const text = options[i]?.text ?? '';
    if (text === '' && option.blocks.length === 0) {
      context.report.add('quiz/empty-option', placeOf(option, context), { question: raw.number });
      sound = false;
      return;
    }
    const form = sameForm(text);
    const first = seen.get(form);
    if (first === undefined || text === '') seen.set(form, option);
    else {
      context.report.add('quiz/duplicate-option', placeOf(option, context), { option: text, line: context.place(first.at).start.line });
      sound = false;
    }
  });
  return sound;
}

function checkCorrect(raw: RawItem, options: readonly Option[], context: ItemContext): boolean {
  const first = raw.options[0];
  if (first === undefined || options.some((o) => o.correct)) return true;
  if (first.marker === 'letter') {
    context.report.add('quiz/no-correct', placeOf(first, context), { question: raw.number, option: first.letter ?? 'A', marker: 'Answer:' });
  } else {
    const marker = first.marker === 'square' ? '- [x]' : '- (x)';
    context.report.add('quiz/no-correct', placeOf(first, context), { question: raw.number, option: options[0]?.text ?? '…', marker });
  }
  return false;
}

const allOfThese = /^(?:all|none|both) of (?:the above|these|them)|^(?:alle|keine|beide)[sr]? (?:der|dieser) |^(?:alle|keine) (?:genannten|oben)|^(?:toutes|aucune) (?:ces|de ces|les) |^(?:todas|ninguna) (?:las|de las|de estas)|^(?:todas|nenhuma|ambas) (?:as|das|destas)|^上記の?(?:すべて|いずれ)|^(?:جميع|كل) ما سبق/iu;

function keepLast(raw: RawItem, options: Option[], context: ItemContext): void {
  options.forEach((option, i) => {
    const source = raw.options[i];
    if (option.last || source === undefined || !allOfThese.test(option.text)) return;
    option.last = true;
    context.report.add('quiz/all-of-the-above', placeOf(source, context), { option: option.text.replace(/\.$/, '') });
  });
}

/** The correct wording in the question gives it away, unless a wrong option's wording stands there too. */
function checkPrompt(raw: RawItem, options: readonly Option[], context: ItemContext): void {
  const prompt = ` ${wordList(plainText(raw.prompt)).join(' ')} `;
  const inPrompt = (option: Option): boolean => {
    const words = wordList(option.text).join(' ');
    return words.length > 3 && prompt.includes(` ${words} `);
  };
  if (options.some((o) => !o.correct && inPrompt(o))) return;
  options.forEach((option, i) => {
    const source = raw.options[i];
    if (!option.correct || source === undefined || !inPrompt(option)) return;
    context.report.add('quiz/answer-in-prompt', placeOf(source, context), { question: raw.number, option: option.text });
  });
}
