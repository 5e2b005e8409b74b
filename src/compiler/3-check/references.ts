/** The sources a lesson names: one per list entry, per line that begins with a number in brackets, or per paragraph. */
import type { Paragraph, RootContent } from 'mdast';
import type { Reference } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { linesOf, paragraphOf, plainText, rememberOffsets, slice, unwrapped, type Offsets } from './tree.ts';

export function readReferences(sections: readonly SectionNode[], document: LessonDocument): Reference[] {
  const offsets = rememberOffsets(document.source);
  const blocks = sections.filter((s) => s.role === 'references').flatMap((s) => splitReferences(s.blocks, offsets));
  const listed = blocks.some((block) => block.type === 'list');
  const entries = blocks.flatMap((block): RootContent[][] => {
    if (block.type === 'list') return block.children.map((entry) => entry.children);
    return block.type === 'paragraph' && (!listed || isNumbered(block)) ? [[block]] : [];
  });
  return entries.map((entry) => ({ prose: unwrapped(entry), text: plainText(entry) })).filter(({ text }) => text !== '');
}

/** `[1] …` and `[2] …` on lines right below each other as paragraphs of their own; everything else as it is. */
export function splitReferences(blocks: Prose, offsets: Offsets): Prose {
  return blocks.flatMap((block): Prose => (block.type === 'paragraph' ? splitParagraph(block, offsets) : [block]));
}

/** `[1]`, `[12]`, `[Qi24]`. */
const label = /^\s*\[(?:\p{Nd}{1,4}|\p{L}{1,12}[+-]?\p{Nd}{2,4}[a-z]?)\]\s/u;

function isNumbered({ children }: Paragraph): boolean {
  const first = children[0];
  return first?.type === 'text' && label.test(first.value.slice(0, 40));
}

function splitParagraph(paragraph: Paragraph, offsets: Offsets): Paragraph[] {
  if (!isNumbered(paragraph)) return [paragraph];
  const { children } = paragraph;
  const lines = linesOf(children);
  const end = { child: children.length, index: 0 };
  const starts = lines.filter(({ child, index }, i) => {
    const node = children[child];
    return i === 0 || (node?.type === 'text' && label.test(node.value.slice(index, index + 40)));
  });
  return starts.flatMap((from, i) => paragraphOf(slice(children, from, starts[i + 1] ?? end, offsets)) ?? []);
}
