/** Sets the short first sentence of each list entry in bold where a whole list is written so (authoring R11). */
import type { List, ListItem, Paragraph, RootContent, Strong, Text } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import { sentenceEnd } from './sentences.ts';
import { childrenOf, type Offsets, plainText, sliceText } from './tree.ts';
import { countWords } from './words.ts';

const mostWords = 12;

/** Lists at any depth; everything else is handed on as it is. */
export function withLeadIns(blocks: Prose, offsets: Offsets): Prose {
  return blocks.map((block) => transform(block, offsets));
}

function transform(node: RootContent, offsets: Offsets): RootContent {
  if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'blockquote') return node;
  const children = childrenOf(node).map((child) => transform(child, offsets));
  const copy = { ...node, children } as RootContent;
  return copy.type === 'list' ? boldList(copy, offsets) : copy;
}

function boldList(list: List, offsets: Offsets): List {
  if (list.children.length < 2) return list;
  const ends = list.children.map(leadEnd);
  const bareLast = ends.at(-1) === 0 && list.children.length > 2 && isOneSentence(list.children.at(-1));
  const all = ends.every((end, i) => end > 0 || (bareLast && i === ends.length - 1));
  if (!all) return list;
  return { ...list, children: list.children.map((entry, i) => boldEntry(entry, ends[i] ?? 0, offsets)) };
}

function firstParagraph(entry: ListItem | undefined): Paragraph | null {
  const first = entry?.children[0];
  return first?.type === 'paragraph' ? first : null;
}

function isOneSentence(entry: ListItem | undefined): boolean {
  const paragraph = firstParagraph(entry);
  return entry?.children.length === 1 && paragraph !== null && countWords(plainText([paragraph])) <= mostWords;
}

/** Where the first sentence of the entry ends in its first text, 0 when it is too long or nothing follows. */
function leadEnd(entry: ListItem): number {
  const paragraph = firstParagraph(entry);
  const text = paragraph?.children[0];
  if (paragraph === null || text?.type !== 'text') return 0;
  const end = sentenceEnd(text.value);
  if (end === 0 || countWords(text.value.slice(0, end)) > mostWords) return 0;
  const followed = text.value.slice(end).trim() !== '' || paragraph.children.length > 1;
  return followed ? end : 0;
}

function boldEntry(entry: ListItem, end: number, offsets: Offsets): ListItem {
  const paragraph = firstParagraph(entry);
  const text = paragraph?.children[0];
  if (end === 0 || paragraph === null || text?.type !== 'text') return entry;
  const lead = sliceText(text, 0, end, offsets);
  const rest = sliceText(text, end, text.value.length, offsets);
  if (lead === null) return entry;
  const strong: Strong = { type: 'strong', children: [lead], ...(lead.position ? { position: lead.position } : {}) };
  const after: Text[] = rest === null ? [] : [rest];
  const bold: Paragraph = { ...paragraph, children: [strong, ...after, ...paragraph.children.slice(1)] };
  return { ...entry, children: [bold, ...entry.children.slice(1)] };
}
