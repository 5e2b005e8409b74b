/** Signs with which authors point out the right option in its words: `B. Detection *`, `(correct)`, `✓`. Learners would see them. */
import type { Option } from '../../../course/item.ts';
import type { Prose } from '../../../course/prose.ts';
import { plainText, rememberOffsets, slice, span } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem, type RawOption } from './raw-item.ts';
import { shapes } from './resolve-type.ts';

/** Longer than any sign with the spaces before it. */
const longest = 60;

const sign = /(?:\s+[*＊]|\s*(?:<-{1,2}|←|⇐)\s*(?:correct|right|richtig|correct[ao]|cert[ao]|this one)|\s*[✓✔✅]\ufe0f?|\s*[(（]\s*(?:(?:the )?correct(?: (?:answer|option))?|(?:the )?right (?:answer|option)|richtig|korrekt|correcte?|correct[ao]|cert[ao]|正解|正しい|صحيح|صحيحة)\s*[)）])\s*$/iu;

/** The sign at the end of an option's words; null without one, or when there is nothing else. */
function signOf({ blocks }: RawOption): string | null {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph') return null;
  const found = sign.exec(` ${plainText(last.children.slice(-2)).slice(-longest)}`)?.[0].trim();
  return found === undefined || found === plainText(blocks) ? null : found;
}

/** Where nothing else says which option is right, the signs do, and are taken off the words. */
export function withSigns(written: RawItem, context: ItemContext): RawItem {
  const item = withListed(written);
  const { options } = item;
  if (labelOf(item, 'a') !== undefined || options.some((option) => option.marked)) return item;
  const signed = options.filter((option) => signOf(option) !== null).length;
  if (signed === 0) return withBold(item, context);
  if (signed === options.length || (signed > 1 && options[0]?.marker === 'round')) return item;
  return { ...item, options: options.map((option) => (signOf(option) === null ? option : { ...option, marked: true, blocks: withoutSign(option.blocks, context) })) };
}

/** `- two (correct)` in a list without brackets: words or a tick on some entries and not on others make options of them. */
function withListed(item: RawItem): RawItem {
  const list = item.prompt.at(-1);
  if (list?.type !== 'list' || item.options.length > 0 || item.prompt.length < 2 || item.labels.some(({ label }) => label === 'a' || shapes.some(([name]) => name === label))) return item;
  const options = list.children.map((entry): RawOption => ({ marker: 'square', letter: null, marked: false, at: span(entry), blocks: entry.children as Prose, feedback: [] }));
  const signed = options.filter((option) => /[^*＊]$/u.test(signOf(option) ?? '*')).length;
  if (signed === 0 || signed === options.length) return item;
  return { ...item, prompt: item.prompt.slice(0, -1), options };
}

/** One lettered option in bold type, and no other sign: how word processors' authors point it out. */
function withBold(item: RawItem, context: ItemContext): RawItem {
  const bold = item.options.filter((option) => isBold(option, context.document.source.text));
  const [only] = bold;
  if (bold.length !== 1 || only?.marker !== 'letter' || item.options.length < 2) return item;
  context.report.add('quiz/bold-option', context.place(only.at), { question: item.number, option: plainText(only.blocks) });
  return { ...item, options: item.options.map((option) => (option === only ? { ...option, marked: true, blocks: withoutBold(option.blocks) } : option)) };
}

/** Its words alone, or its letter with them. */
function isBold({ blocks, at }: RawOption, text: string): boolean {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'paragraph') return false;
  return (only.children.length === 1 && only.children[0]?.type === 'strong') || /^(?:\*\*|__)$/.test(text.slice(Math.max(0, at.start - 2), at.start));
}

function withoutBold(blocks: Prose): Prose {
  const [only] = blocks;
  const [strong] = only?.type === 'paragraph' ? only.children : [];
  return only?.type === 'paragraph' && strong?.type === 'strong' ? [{ ...only, children: strong.children }] : blocks;
}

function withoutSign(blocks: Prose, context: ItemContext): Prose {
  const paragraph = blocks.at(-1);
  if (paragraph?.type !== 'paragraph') return blocks;
  const { children } = paragraph;
  const last = children.at(-1);
  const cut = last?.type === 'text' ? sign.exec(last.value.slice(-longest))?.[0].length : undefined;
  const index = last?.type === 'text' ? last.value.length - (cut ?? 0) : 0;
  const rest = slice(children, { child: 0, index: 0 }, { child: children.length - 1, index }, rememberOffsets(context.document.source));
  return [...blocks.slice(0, -1), { ...paragraph, children: rest }];
}

/** A star may be a footnote's; a word or a tick on a single option is warned about wherever it stands. */
export function warnAboutSigns(item: RawItem, options: readonly Option[], context: ItemContext): void {
  const signs = item.options.map(signOf);
  const signed = signs.flatMap((found, i) => (found === null ? [] : [i]));
  const [first = -1] = signed;
  const raw = item.options[first];
  const found = signs[first];
  if (raw === undefined || found === undefined || found === null) return;
  const agrees = options.every((option, i) => option.correct === (signs[i] !== null));
  if (!agrees && (signed.length > 1 || /^[*＊]$/.test(found))) return;
  context.report.add('quiz/marked-option', context.place(raw.at), { question: item.number, option: options[first]?.text ?? '', sign: found });
}
