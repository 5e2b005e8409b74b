/** The entries below `Match:`, `Order:`, `Sort:` or `Rate:`: list items, or lines without bullets, each with what stands below it. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Prose } from '../../../course/prose.ts';
import { linesOf, paragraphOf, plainText, slice, span, unwrapped, type Offsets, type Span } from '../tree.ts';
import type { RawLabel } from './raw-item.ts';

export interface Entry {
  at: Span;
  words: PhrasingContent[];
  /** Lists below the entry, entry by entry. */
  below: Entry[];
  /** From a quotation below it. */
  feedback: Prose;
  /** Other blocks below it, such as code or a picture. */
  more: Prose;
}

export function entriesOf(label: RawLabel, offsets: Offsets): Entry[] {
  return label.blocks.flatMap((block) => entriesIn(block, offsets));
}

function entriesIn(block: RootContent, offsets: Offsets): Entry[] {
  if (block.type === 'list') return block.children.map((item) => entryOf(item.children, span(item), offsets));
  if (block.type === 'paragraph') return linesIn(block.children, offsets);
  return [];
}

function linesIn(children: readonly PhrasingContent[], offsets: Offsets): Entry[] {
  const spots = linesOf(children);
  return spots.slice(1).flatMap((to, i) => {
    const from = spots[i];
    const words = from === undefined ? [] : slice(children, from, to, offsets);
    const paragraph = paragraphOf(words);
    return paragraph === null ? [] : [{ at: span(paragraph), words, below: [], feedback: [], more: [] }];
  });
}

function entryOf(blocks: readonly RootContent[], at: Span, offsets: Offsets): Entry {
  const entry: Entry = { at, words: [], below: [], feedback: [], more: [] };
  blocks.forEach((block, i) => {
    if (block.type === 'paragraph' && i === 0) {
      entry.words = block.children;
      entry.at = span(block);
    } else if (block.type === 'list') for (const one of entriesIn(block, offsets)) entry.below.push(one);
    else if (block.type === 'blockquote') for (const one of block.children) entry.feedback.push(one);
    else entry.more.push(block);
  });
  return entry;
}

export function proseOf(entry: Entry): Prose {
  const words = paragraphOf([...entry.words]);
  return entry.more.length === 0 ? entry.words : unwrapped([...(words === null ? [] : [words]), ...entry.more]);
}

export function textOf(entry: Entry): string {
  return plainText(proseOf(entry));
}

export function feedbackOf(entry: Entry): Prose | null {
  return entry.feedback.length === 0 ? null : unwrapped(entry.feedback);
}

/** `Disagree | Neutral | Agree`, `wake up → get up → eat`: the words between the signs. */
export function cutAt(sign: RegExp, words: readonly PhrasingContent[], offsets: Offsets): PhrasingContent[][] {
  const out: PhrasingContent[][] = [];
  let from = { child: 0, index: 0 };
  words.forEach((node, child) => {
    if (node.type !== 'text') return;
    for (const { index, 0: written } of node.value.matchAll(sign)) {
      out.push(slice(words, from, { child, index }, offsets));
      from = { child, index: index + written.length };
    }
  });
  return [...out, slice(words, from, { child: words.length, index: 0 }, offsets)];
}
